"""Sentences of bank files and of laying their lines on invoices."""

from __future__ import annotations

from intervisie_desktop.ui.text.filling import Sentence

_AGAIN = "Download het opnieuw bij uw bank; er is niets geboekt."

REFUSALS: dict[str, Sentence] = {
    "bank_unknown": "Dit is geen afschrift van een bank. Kies een bestand in MT940 of CAMT.053.",
    "bank_broken": f"Dit afschrift is niet goed te lezen. {_AGAIN}",
    "bank_cut_off": f"Dit afschrift is niet compleet: het eindsaldo ontbreekt. {_AGAIN}",
    "bank_unbalanced": "De regels van afschrift {statement} leiden niet van het beginsaldo naar "
    f"het eindsaldo. {_AGAIN}",
    "bank_amount": f"In dit afschrift staat een bedrag dat niet klopt: {{text}}. {_AGAIN}",
    "bank_day": f"In afschrift {{statement}} staat een regel zonder geldige datum. {_AGAIN}",
    "bank_no_account": f"In dit afschrift staat geen rekeningnummer. {_AGAIN}",
}
DONE: dict[str, Sentence] = {}
