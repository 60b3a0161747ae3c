"""What a fix comes to: an act, a short form, a letter, or the place where it is done; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.agreements import AgreementsService
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.control import KnownNames
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.mending import MendingService
from intervisie_desktop.services.methods import MethodsService
from intervisie_desktop.services.people import PeopleService
from intervisie_desktop.services.practice import PracticeService
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.shell.desk import Destination
from intervisie_desktop.ui.text import counts, mending
from intervisie_desktop.ui.widgets.fields import Field, Many, Text

Values = Mapping[str, Any]
Act = Callable[[], Outcome[Any]]


@dataclass(frozen=True, slots=True)
class Do:
    """Something that is done at once, and can be undone."""

    act: Act


@dataclass(frozen=True, slots=True)
class Go:
    """The place where it is done."""

    destination: Destination


@dataclass(frozen=True, slots=True)
class Asking:
    """A short form in the card; `take` makes the act of what was filled in."""

    title: str
    fields: tuple[Field, ...]
    values: dict[str, Any]
    yes: str
    take: Callable[[Values], Act]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to look over, then copied or kept as drafts; `people` are (id, name)."""

    people: tuple[tuple[str, str], ...]
    subject: str
    text: str


Step = Do | Go | Asking | Letter


@dataclass(frozen=True, slots=True)
class Kit:
    """The services a fix may use, the names of the check and the day of today."""

    mending: MendingService
    sessions: SessionsService
    agreements: AgreementsService
    compliance: ComplianceService
    practice: PracticeService
    people: PeopleService
    groups: GroupsService
    methods: MethodsService
    names: KnownNames
    today: date

    def name(self, participant_id: str) -> str:
        """A participant by name, also one that no finding named."""
        known = self.names.participants.get(participant_id)
        return known or self.people.card(participant_id).person.name.plain

    def named(self, people: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Participants as options, by name."""
        found = [(person, self.name(person)) for person in dict.fromkeys(people)]
        return tuple(sorted(found, key=lambda one: one[1]))

    def session_word(self, session: Session) -> str:
        """A session as an option: "do 18 jun, OU"."""
        name, code = self.names.group(session.group_id)
        year = session.day.year != self.today.year
        return f"{counts.day_short_weekday(session.day, year=year)}, {code or name}"


@dataclass(slots=True)
class Sheet:
    """A form in the making: its fields with what they begin with."""

    fields: list[Field] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def add(self, item: Field, value: Any) -> Sheet:
        """One more field."""
        self.fields.append(item)
        self.values[item.name] = value
        return self

    def choose(
        self, name: str, label: str, options: Sequence[tuple[str, str]], *, on: bool = True
    ) -> Sheet:
        """Check boxes below each other, all on or all off to begin with."""
        kind = Many(options=tuple(options), columns=1)
        chosen = tuple(key for key, _ in options) if on else ()
        return self.add(Field(name, label, kind, required=True), chosen)

    def reason(self, sessions: Sequence[Session]) -> Sheet:
        """The reason that an afgeronde session asks; nothing when all are open."""
        if any(closed(session) for session in sessions):
            item = Field("reason", mending.REASON, Text(length=200), required=True)
            self.add(item, mending.REASON_LATE)
        return self

    def asking(self, title: str, yes: str, take: Callable[[Values], Act], note: str = "") -> Asking:
        """The form as a step."""
        return Asking(title, tuple(self.fields), dict(self.values), yes, take, note)


def closed(session: Session) -> bool:
    """Whether completing it asks for a reason."""
    return session.state is SessionState.CLOSED


def reason_in(values: Values) -> str:
    """The reason that was filled in, where one was asked."""
    return str(values.get("reason") or "")


def session_of(finding: Finding) -> str:
    """The session a finding is about, also of a year in which one day stands out."""
    return finding.subject.session or str(finding.figures.get("session") or "")


def sessions_of(pile: Pile) -> tuple[str, ...]:
    """The sessions a card is about, each once."""
    found = (session_of(finding) for finding in pile.members)
    return tuple(dict.fromkeys(one for one in found if one))


def people_of(finding: Finding) -> tuple[str, ...]:
    """The participants a finding is about: the one it names, else those in its figures."""
    if finding.subject.participant:
        return (finding.subject.participant,)
    listed = finding.figures.get("participants")
    return tuple(str(one) for one in listed) if isinstance(listed, list | tuple) else ()


def pairs_of(pile: Pile) -> tuple[tuple[str, str], ...]:
    """(session, participant) for everyone a card is about."""
    return tuple(
        dict.fromkeys(
            (session_of(finding), person)
            for finding in pile.members
            for person in people_of(finding)
            if session_of(finding)
        )
    )
