"""The papers around a meeting, ready as PDF: for all at once, or one for each participant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from intervisie_desktop.documents.pdf import (
    evaluation,
    feedback_rules,
    invitation,
    method_sheet,
    prompt_cards,
    report,
    self_assessment,
    statement,
)
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import atomic_write, safe_name, told_of, unique_name
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.occasion import (
    Attendee,
    Occasion,
    occasion_of_group,
    occasion_of_session,
)
from intervisie_desktop.services.texts import Wording, edited_texts
from intervisie_desktop.storage.store import Store


class MeetingPaper(StrEnum):
    """A paper around a meeting; the last four need no session."""

    INVITATION = "invitation"
    METHOD = "method"
    EVALUATION = "evaluation"
    JOINT_REPORT = "joint_report"
    PERSONAL_REPORT = "personal_report"
    STATEMENT = "statement"
    SELF_ASSESSMENT = "self_assessment"
    FEEDBACK_RULES = "feedback_rules"
    PROMPT_CARDS = "prompt_cards"


OF_GROUP = (
    MeetingPaper.STATEMENT,
    MeetingPaper.SELF_ASSESSMENT,
    MeetingPaper.FEEDBACK_RULES,
    MeetingPaper.PROMPT_CARDS,
)
"""The papers that belong to a group rather than to one of its sessions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """A paper as PDF; `person` is the name of the one it is for, `person_id` their id, or empty.

    `file_name` is safe on every system and has no ending.
    """

    paper: MeetingPaper
    pdf: bytes
    group: str
    day: date
    person: str = ""
    person_id: str = ""

    @property
    def file_name(self) -> str:
        """Such as "Uitnodiging Ochtendgroep Utrecht 2026-10-13"."""
        of = self.person or self.day.isoformat()
        return safe_name(f"{composing.name_of(self.paper)} {self.group} {of}")


class MeetingPapersService:
    """Makes papers; nothing is stored."""

    def __init__(self, store: Store, clock: Clock, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance

    def of_session(self, paper: MeetingPaper, session_id: str) -> tuple[MadePaper, ...]:
        """A paper of a session: one, or a statement for each participant.

        Refusal("gone"), Refusal("paper_for_nobody"), Refusal("method_without_phases").
        """
        about, edited = self.about_session(session_id)
        return made(paper, about, edited)

    def of_group(self, paper: MeetingPaper, group_id: str) -> tuple[MadePaper, ...]:
        """A paper of a group as it is today; Refusal("gone"), Refusal("paper_for_nobody")."""
        with self._store.reading() as read:
            profiles = self._compliance.profiles()
            about = occasion_of_group(read, profiles, self._clock.today(), group_id)
            edited = edited_texts(read)
        return made(paper, about, edited)

    def name(self, paper: MeetingPaper) -> str:
        """What a paper is called."""
        return composing.name_of(paper)

    def write(self, papers: Sequence[MadePaper], folder: Path) -> tuple[Path, ...]:
        """The papers as files in a folder; what is there already is never overwritten."""
        with told_of(folder):
            folder.mkdir(parents=True, exist_ok=True)
        written = []
        for paper in papers:
            path = unique_name(folder, f"{paper.file_name}.pdf")
            atomic_write(path, paper.pdf)
            written.append(path)
        return tuple(written)

    def about_session(self, session_id: str) -> tuple[Occasion, Mapping[str, str]]:
        """A session with all that papers say of it, and the texts the practice changed."""
        with self._store.reading() as read:
            profiles = self._compliance.profiles()
            about = occasion_of_session(read, profiles, self._clock.today(), session_id)
            return about, edited_texts(read)


def made(paper: MeetingPaper, about: Occasion, edited: Mapping[str, str]) -> tuple[MadePaper, ...]:
    """The paper from what was gathered; Refusal("paper_for_nobody") when there is no one for it."""
    if paper is MeetingPaper.STATEMENT:
        if not about.people:
            raise Refusal("paper_for_nobody", group=about.group.name)
        return tuple(_statement(about, edited, one) for one in about.people)
    wording = Wording(edited, about.words(), about.traits())
    if paper in OF_GROUP:
        return (_made(paper, about, _FOR_GROUP[paper](about, wording)),)
    if about.session is None:
        raise ValueError(f"{paper} is of a session")
    return (_made(paper, about, _FOR_SESSION[paper](about, about.session, wording)),)


def _made(
    paper: MeetingPaper, about: Occasion, pdf: bytes, one: Attendee | None = None
) -> MadePaper:
    return MadePaper(
        paper=paper,
        pdf=pdf,
        group=about.group.name,
        day=about.day,
        person=one.person.name.formal if one else "",
        person_id=one.person.id if one else "",
    )


def _statement(about: Occasion, edited: Mapping[str, str], one: Attendee) -> MadePaper:
    wording = Wording(edited, about.words(one), about.traits())
    pdf = statement.render(composing.statement(about, wording, one))
    return _made(MeetingPaper.STATEMENT, about, pdf, one)


def _method(about: Occasion, session: Session, _wording: Wording) -> bytes:
    return method_sheet.render(composing.method_sheet(about, session))


def _joint(about: Occasion, session: Session, wording: Wording) -> bytes:
    return report.render(composing.report(about, session, wording, personal=False))


def _personal(about: Occasion, session: Session, wording: Wording) -> bytes:
    return report.render(composing.report(about, session, wording, personal=True))


_FOR_GROUP: dict[MeetingPaper, Callable[[Occasion, Wording], bytes]] = {
    MeetingPaper.SELF_ASSESSMENT: lambda about, wording: self_assessment.render(
        composing.self_assessment(about, wording)
    ),
    MeetingPaper.FEEDBACK_RULES: lambda about, wording: feedback_rules.render(
        composing.feedback_rules(about, wording)
    ),
    MeetingPaper.PROMPT_CARDS: lambda about, wording: prompt_cards.render(
        composing.prompt_cards(about, wording)
    ),
}
_FOR_SESSION: dict[MeetingPaper, Callable[[Occasion, Session, Wording], bytes]] = {
    MeetingPaper.INVITATION: lambda about, session, wording: invitation.render(
        composing.invitation(about, session, wording)
    ),
    MeetingPaper.METHOD: _method,
    MeetingPaper.EVALUATION: lambda about, session, wording: evaluation.render(
        composing.evaluation(about, session, wording)
    ),
    MeetingPaper.JOINT_REPORT: _joint,
    MeetingPaper.PERSONAL_REPORT: _personal,
}
