"""Papers, texts, mails and evaluations around a meeting."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "evaluation_empty": "Op dit formulier is nog niets ingevuld; typ bij minstens één zin een "
    "cijfer.",
    "evaluation_score": "Een cijfer is {lowest} tot en met {highest}.",
    "evaluation_too_few": "Uitkomsten zijn er pas vanaf {least} formulieren, zodat niemand te "
    "herkennen is.",
    "method_without_phases": "Van deze bijeenkomst zijn nog geen fasen vastgelegd. Kies eerst een "
    "werkwijze.",
    "notice_vague": "Deze aanmaning moet de termijn van veertien dagen en het bedrag van de "
    "kosten noemen; anders zijn de kosten niet verschuldigd.",
    "paper_for_nobody": "{group} heeft op deze dag geen deelnemers om dit voor te maken.",
    "text_required": "De tekst “{name}” kan niet leeg zijn. Zet de standaardtekst terug of typ "
    "een eigen tekst.",
}

DONE: dict[str, Sentence] = {
    "evaluation_added": "Evaluatieformulier {group} {day:kort} vastgelegd",
    "evaluation_removed": "Evaluatieformulier {group} {day:kort} verwijderd",
    "session_invited": "Uitnodiging {group} {day:kort} verstuurd",
    "text_changed": "Tekst “{text}” gewijzigd",
    "text_reset": "Standaardtekst “{text}” teruggezet",
}
