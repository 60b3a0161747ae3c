"""Sentences about methods (werkvormen)."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = {
    "method_name_missing": "Geef de werkvorm een naam.",
    "method_name_taken": "Er is al een werkvorm die {name} heet. Kies een andere naam.",
    "method_no_phases": "Een werkvorm heeft ten minste één fase.",
    "method_phase_nameless": "Fase {phase} heeft nog geen naam.",
    "method_phase_twice": "De fase {what} staat er twee keer in.",
    "method_minutes_wrong": "Fase {phase} duurt ten minste 1 minuut en ten hoogste 8 uur.",
}

DONE: dict[str, Sentence] = {
    "method_copied": "Werkvorm {method} gemaakt",
    "method_changed": "Werkvorm {method} gewijzigd",
    "method_removed": "Werkvorm {method} verwijderd",
}
