"""Catching up (inhalen): where someone who falls short can still make hours this year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from intervisie_desktop.documents import eml
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import WorkRelation
from intervisie_desktop.domain.relations import Tie
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.standing import StandingState, YearStanding
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.attendance import AttendanceService
from intervisie_desktop.services.catch_up_fit import (
    as_expected,
    belongs,
    clashes,
    heaviest,
    kept_out,
    sessions_ahead,
    size_with,
    ties_with,
)
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.finding_names import FindingNames
from intervisie_desktop.services.guests import GuestsService
from intervisie_desktop.services.writing import write_file
from intervisie_desktop.storage.store import Store

__all__ = ["Tie", "WorkRelation"]

AT_RISK = (
    StandingState.UNREACHABLE,
    StandingState.SHORT,
    StandingState.TO_PLAN,
    StandingState.TIGHT,
)
"""States in which someone may have to catch up, the most pressing first."""


class Closed(StrEnum):
    """Why a session is no place to catch up."""

    FULL = "full"
    TIED = "tied"
    CLASH = "clash"
    NOT_COUNTING = "not_counting"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Someone whose year may end short, with what stands in their way."""

    participant_id: str
    name: str
    email: str
    groups: str
    standing: YearStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUpPlace:
    """A session someone could catch up at, and what that would do to both.

    `size` is how many who count are expected with them there, between `least` and `most`;
    `advised` is the advice above which a group is crowded. `own` is a session of their own group
    from which they excused themselves. `ties` are those with people of that group.
    """

    session: Session
    group: Group
    own: bool
    gain: int
    after: YearStanding
    size: int
    least: int | None
    most: int | None
    advised: int | None
    ties: tuple[Tie, ...]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    @property
    def enough(self) -> bool:
        """True when the year would be met with it."""
        return self.after.forecast >= self.after.target


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What there is for someone: the places, best first, and how many fell away for which reason.

    `names` are those of the practice.
    """

    person: AtRisk | None
    places: tuple[CatchUpPlace, ...]
    closed: Mapping[Closed, int]
    names: FindingNames


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts:
    """What an invitation to a session of another group may say; nobody else's name."""

    to_name: str
    given: str
    to_address: str
    day: date
    start: int
    end: int
    place: str
    link: str
    online: bool
    hybrid: bool
    own: bool
    year: int
    minutes: int
    facilitator: str
    practice: str


class CatchUpService:
    """Finds places to catch up, takes them, and writes the invitation."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance
        self._guests = GuestsService(store, clock, ids)
        self._attendance = AttendanceService(store, clock, ids)

    def at_risk(self) -> tuple[AtRisk, ...]:
        """Everyone whose year may end short, the most pressing first, each once."""
        worst: dict[str, YearStanding] = {}
        for standing in self._compliance.standings(self._clock.today().year):
            before = worst.get(standing.participant_id)
            if _is_at_risk(standing) and (
                before is None or _pressing(standing) < _pressing(before)
            ):
                worst[standing.participant_id] = standing
        book = self._compliance.casebook()
        found = [self._about(book, standing) for standing in worst.values()]
        return tuple(sorted(found, key=lambda one: (_pressing(one.standing), one.name)))

    def places(self, participant_id: str) -> CatchUp:
        """Where someone can catch up this year; no places for who is not at risk.

        Refusal("gone").
        """
        with self._store.reading() as read:
            read.participants.get(participant_id)
        book = self._compliance.casebook()
        names = FindingNames(book, self._compliance.profiles())
        year = self._clock.today().year
        mine = [s for s in self._compliance.standings_of(participant_id) if s.year == year]
        standing = min(filter(_is_at_risk, mine), key=_pressing, default=None)
        if standing is None:
            return CatchUp(None, (), {}, names)
        found: list[CatchUpPlace] = []
        closed: dict[Closed, int] = {}
        for session in sessions_ahead(book, participant_id, year):
            place = self._look_at(book, standing, session)
            if isinstance(place, Closed):
                closed[place] = closed.get(place, 0) + 1
            else:
                found.append(place)
        found.sort(key=_rank)
        return CatchUp(self._about(book, standing), tuple(found), closed, names)

    def take(self, session_id: str, participant_id: str) -> Outcome[None]:
        """Puts someone on the list of a session, as a guest or as the member they are.

        The refusals of guests and of attendance.
        """
        book = self._compliance.casebook()
        session = book.find(Session, session_id)
        if session is not None and belongs(book, session, participant_id):
            return self._attendance.mark_expected(session_id, participant_id)
        return self._guests.add(session_id, participant_id)

    def invitation(self, session_id: str, participant_id: str) -> InvitationFacts:
        """What an invitation to catch up at this session may say; Refusal("gone")."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            person = read.participants.get(participant_id)
            practice = read.practice.get()
            leader = read.facilitators.find(session.facilitator_id or practice.facilitator_id or "")
            members = read.memberships.where(
                group_id=session.group_id, participant_id=participant_id
            )
        return InvitationFacts(
            to_name=person.name.plain,
            given=person.name.given or person.name.plain,
            to_address=person.email if eml.is_address(person.email) else "",
            day=session.day,
            start=session.start,
            end=session.end,
            place=session.place,
            link=session.link,
            online=session.mode.value == "online",
            hybrid=session.mode.value == "hybrid",
            own=any(session.day in m.period for m in members),
            year=session.day.year,
            minutes=session.minutes,
            facilitator=leader.name if leader else "",
            practice=practice.name,
        )

    def write_draft(self, participant_id: str, subject: str, text: str, target: Path) -> Path:
        """An e-mail draft with this text, for a mail program to send.

        Refusal("catch_up_no_address") without an address to send to.
        """
        with self._store.reading() as read:
            person = read.participants.get(participant_id)
            practice = read.practice.get()
        if not eml.is_address(person.email):
            raise Refusal("catch_up_no_address", name=person.name.plain)
        draft = eml.DraftFacts(
            sender_name=practice.name,
            sender_address=practice.email if eml.is_address(practice.email) else "",
            to_name=person.name.plain,
            to_address=person.email,
            subject=subject,
            text=text,
        )
        return write_file(target, eml.render(draft))

    def _about(self, book: Casebook, standing: YearStanding) -> AtRisk:
        who = standing.participant_id
        person = book.find(Participant, who)
        groups = [
            group.code or group.name
            for member in book.having(Membership, participant_id=who)
            if book.today in member.period
            and (group := book.find(Group, member.group_id)) is not None
        ]
        name = person.name.plain if person else ""
        return AtRisk(who, name, person.email if person else "", ", ".join(groups), standing)

    def _look_at(
        self, book: Casebook, standing: YearStanding, session: Session
    ) -> CatchUpPlace | Closed:
        """What catching up here would come to, or why it cannot be."""
        who = standing.participant_id
        group = book.find(Group, session.group_id)
        views = self._compliance.session_views(session.id)
        if group is None or not views:
            return Closed.NOT_COUNTING
        if clashes(book, session, who):
            return Closed.CLASH
        if any(kept_out(view, who) for view in views.values()):
            return Closed.FUNCTION
        sizes = [size_with(view, who) for view in views.values()]
        mosts = [view.edition.group_max.value for view in views.values() if view.edition.group_max]
        if mosts and max(sizes) > min(mosts):
            return Closed.FULL
        ties = tuple(tie for view in views.values() for tie in ties_with(view, who))
        if any(tie.verdict is WorkRelation.FORBIDDEN for tie in ties):
            return Closed.TIED
        return self._supposed(book, standing, session, group, ties, views, max(sizes))

    def _supposed(
        self,
        book: Casebook,
        standing: YearStanding,
        session: Session,
        group: Group,
        ties: tuple[Tie, ...],
        views: Mapping[str, SessionView],
        size: int,
    ) -> CatchUpPlace | Closed:
        who = standing.participant_id
        difference = self._compliance.suppose_records([as_expected(book, session, who)])
        shifts = [
            s.after
            for s in difference.shifts
            if (s.participant_id, s.profile, s.year) == (who, standing.profile, standing.year)
        ]
        after = shifts[0] if shifts else None
        if after is None or after.forecast <= standing.forecast:
            return Closed.NOT_COUNTING
        editions = [view.edition for view in views.values()]
        least = [e.group_min.value for e in editions if e.group_min]
        most = [e.group_max.value for e in editions if e.group_max]
        advised = [e.group_advised_max.value for e in editions if e.group_advised_max]
        return CatchUpPlace(
            session=session,
            group=group,
            own=belongs(book, session, who),
            gain=after.forecast - standing.forecast,
            after=after,
            size=size,
            least=max(least, default=None),
            most=min(most, default=None),
            advised=min(advised, default=None),
            ties=heaviest(ties),
            appeared=difference.appeared,
            gone=difference.gone,
        )


def _is_at_risk(standing: YearStanding) -> bool:
    mine = standing.belongs and standing.stays and not standing.secondary
    return mine and standing.target > 0 and standing.state in AT_RISK


def _pressing(standing: YearStanding) -> tuple[int, int, str]:
    return AT_RISK.index(standing.state), -standing.missing, standing.profile


def _rank(place: CatchUpPlace) -> tuple[object, ...]:
    """What meets the year first; then what harms the group least; then the earliest."""
    harm = [
        sum(f.severity is s for f in place.appeared) for s in (Severity.ERROR, Severity.WARNING)
    ]
    crowded = place.advised is not None and place.size > place.advised
    return (
        not place.enough,
        *harm,
        len(place.ties),
        crowded,
        not place.own,
        place.session.day,
        place.session.start,
    )
