"""What to say when a text seems to lead to a person or a case."""

from __future__ import annotations

from collections.abc import Iterable

from intervisie_desktop.domain.description_lint import LONGEST, Hit, HitKind, lint
from intervisie_desktop.ui.text.counts import join

WORDS: dict[HitKind, str] = {
    HitKind.TOO_LONG: "meer dan {longest} tekens",
    HitKind.PARTICIPANT: "de naam van een deelnemer",
    HitKind.EMAIL: "een e-mailadres",
    HitKind.PHONE: "een telefoonnummer",
    HitKind.IBAN: "een rekeningnummer",
    HitKind.CITIZEN_NUMBER: "een burgerservicenummer",
    HitKind.CASE_NUMBER: "een dossiernummer",
    HitKind.CLIENT: "de naam van een cliënt",
    HitKind.BIRTH_DATE: "een geboortedatum",
    HitKind.CASE_AGAINST: "een zaak",
    HitKind.COMPANY: "de naam van een organisatie",
}
#: What does not belong in a business note either; an e-mail address or a company may.
IN_A_NOTE = frozenset(
    {
        HitKind.CITIZEN_NUMBER,
        HitKind.CASE_NUMBER,
        HitKind.CLIENT,
        HitKind.BIRTH_DATE,
        HitKind.CASE_AGAINST,
    }
)


def named(hits: Iterable[Hit]) -> str:
    """What was found, as words: "een dossiernummer en de naam van een cliënt"."""
    words = dict.fromkeys(WORDS[hit.kind].format(longest=LONGEST) for hit in hits)
    return join(tuple(words))


def note_advice(text: str) -> str:
    """What to say about a note, empty when it is fine."""
    found = tuple(hit for hit in lint(text) if hit.kind in IN_A_NOTE)
    if not found:
        return ""
    return (
        f"Hier lijkt {named(found)} te staan. Bewaar in een notitie alleen zakelijke afspraken, "
        "nooit wat in een groep is besproken."
    )


def description_advice(text: str, surnames: Iterable[str] = ()) -> str:
    """What to say about a description for a certificate, empty when it is fine."""
    found = lint(text, surnames)
    if not found:
        return ""
    return (
        f"Hier lijkt {named(found)} te staan. Op een bewijs komt een korte, niet inhoudelijke "
        "omschrijving die naar niemand herleidbaar is."
    )
