"""The provisions of agreements as they read when they were signed."""

from __future__ import annotations

from intervisie_desktop.documents.pdf.agreement import Clause
from intervisie_desktop.domain.groups import Agreement
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.occasion import occasion_of_group
from intervisie_desktop.services.profiles import Profiles
from intervisie_desktop.services.texts import Wording, edited_texts
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.work import Work

SETTING = "signed_clauses"


def composed(read: Reading, profiles: Profiles, made: Agreement) -> tuple[Clause, ...]:
    """The provisions as they read now."""
    about = occasion_of_group(read, profiles, made.agreed_on, made.group_id)
    wording = Wording(edited_texts(read), about.words(), about.traits())
    return composing.agreement_clauses(wording, made)


def signed_clauses(read: Reading, made: Agreement) -> tuple[Clause, ...]:
    """The provisions as they were signed; none of an agreement that nobody signed."""
    found = _kept(read).get(made.id, ())
    return tuple(Clause(heading=heading, text=text) for heading, text in found)


def keep(work: Work, made: Agreement, clauses: tuple[Clause, ...]) -> None:
    """Keep what is signed; what was kept with an earlier signature stays."""
    kept = _kept(work)
    if made.id not in kept:
        work.settings.set(SETTING, {**kept, made.id: [[c.heading, c.text] for c in clauses]})


def let_go(work: Work, agreement_id: str) -> None:
    """Nobody has signed it any more."""
    kept = _kept(work)
    if agreement_id in kept:
        work.settings.set(SETTING, {k: v for k, v in kept.items() if k != agreement_id})


def _kept(read: Reading) -> dict[str, list[list[str]]]:
    found = read.settings.get(SETTING, {})
    return found if isinstance(found, dict) else {}
