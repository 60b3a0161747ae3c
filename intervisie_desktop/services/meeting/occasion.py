"""What a paper around a meeting is about: group, session, who leads, who comes, which rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.methods import Method
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.profiles import Edition, RuleProfile, WorkRelation
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.services.methods import methods_of, named
from intervisie_desktop.services.profiles import Profiles
from intervisie_desktop.storage.records.collections import Reading

DEFAULT_PREPARATION_DAYS = 2
"""How long before a session one is prepared, where no profile says so."""

STATUTORY_REGISTER = "nova"
"""Designation there makes secrecy statutory (Advocatenwet art. 26 lid 1 and 4)."""


_EXCLUDING = (
    ("statutory", "contractual"), ("contractual", "statutory"),
    ("contribution", "contribution_free"), ("contribution_free", "contribution"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Someone a paper is for, with where they work."""

    person: Participant
    employer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """All that papers around a meeting say; without a session it is about the group.

    `day` is the day whose rules, members and designation hold: that of the session. `more_traits`
    are those an example has beside what follows from the rest.
    """

    practice: Practice
    group: Group
    session: Session | None
    day: date
    today: date
    leader: Facilitator | None
    designations: tuple[Designation, ...] = ()
    profiles: tuple[RuleProfile, ...] = ()
    people: tuple[Attendee, ...] = ()
    method: Method | None = None
    more_traits: frozenset[str] = frozenset()

    @property
    def mode(self) -> Mode:
        """How it is held."""
        return self.session.mode if self.session else self.group.mode

    @property
    def leader_name(self) -> str:
        """Who leads; the practice where nobody is known."""
        return self.leader.name if self.leader else self.practice.name

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The edition of each profile of the group that holds on the day."""
        found = (profile.edition_on(self.day) for profile in self.profiles)
        return tuple(edition for edition in found if edition is not None)

    @property
    def statutory(self) -> bool:
        """Whether who leads is bound to secrecy by law in a meeting of this group.

        So when a profile of the group asks for a designated expert of the NOvA and they are one.
        """
        asked = {e.designation_register.value.casefold() for e in self.editions
                 if e.designation_register is not None}  # fmt: skip
        held = {term.register.casefold() for term in self.designations}
        return STATUTORY_REGISTER in asked & held

    @property
    def deadline(self) -> date | None:
        """Until when one prepares: the longest term of the profiles, never before today."""
        if self.session is None:
            return None
        terms = [e.preparation_days.value for e in self.editions if e.preparation_days]
        before = self.session.day - timedelta(days=max(terms, default=DEFAULT_PREPARATION_DAYS))
        return min(max(before, self.today), self.session.day)

    @property
    def place(self) -> str:
        """Where: the place, the platform, or both for a hybrid session."""
        known = self.session.place if self.session else self.group.place
        online = (self.session.platform if self.session else "") or "online"
        parts = {
            Mode.ON_LOCATION: (known,),
            Mode.ONLINE: (online,),
            Mode.HYBRID: (known, online),
        }[self.mode]
        return " / ".join(part for part in parts if part)

    def traits(self) -> frozenset[str]:
        """What texts may ask of an occasion: see `when` in `resources/texts`."""
        found = self.more_traits.union(self._traits())
        excluded = {other for one, other in _EXCLUDING if one in self.more_traits}
        return found - excluded

    def words(self, attendee: Attendee | None = None) -> dict[str, str]:
        """What stands between braces in texts, for one person or for all."""
        session, name = self.session, attendee.person.name if attendee else None
        known = {
            "groep": self.group.name,
            "plaats": self.place,
            "werkwijze": (session.method if session else "") or self.group.method,
            "termijn": dutch.day(self.deadline) if self.deadline else "",
            "begeleider": self.leader_name,
            "praktijk": self.practice.name,
            "naam": name.plain if name else "",
            "voornaam": (name.given or name.plain) if name else "",
        }
        if session is not None:
            known["datum"] = dutch.weekday_and_day(session.day)
            known["tijd"] = dutch.span(session.start, session.end)
            known["duur"] = f"{dutch.hours(session.minutes)} uur"
        return known

    def _traits(self) -> Iterator[str]:
        if self.mode is not Mode.ON_LOCATION:
            yield "online"
        if self.mode is not Mode.ONLINE:
            yield "on_location"
        yield "statutory" if self.statutory else "contractual"
        if self.group.client_id is not None:
            yield "in_company"
        asked = [e.contribution_min.value for e in self.editions if e.contribution_min]
        yield "contribution" if any(asked) else "contribution_free"
        for profile in self.profiles:
            yield f"profile:{profile.key}"
        for edition in self.editions:
            yield from _edition_traits(edition)
        where = f"{self.session.platform} {self.session.link}" if self.session else self.group.link
        if self.mode is not Mode.ON_LOCATION and "teams" in where.casefold():
            yield "teams"


def occasion_of_session(
    read: Reading, profiles: Profiles, today: date, session_id: str
) -> Occasion:
    """A session with who is expected; Refusal("gone")."""
    session = read.sessions.get(session_id)
    return _occasion(read, profiles, today, read.groups.get(session.group_id), session)


def occasion_of_group(read: Reading, profiles: Profiles, today: date, group_id: str) -> Occasion:
    """A group as it is today; Refusal("gone")."""
    return _occasion(read, profiles, today, read.groups.get(group_id), None)


def _occasion(
    read: Reading, profiles: Profiles, today: date, group: Group, session: Session | None
) -> Occasion:
    practice = read.practice.get()
    day = session.day if session else today
    key = (session.facilitator_id if session else None) or group.facilitator_id
    leader = read.facilitators.find(key or practice.facilitator_id or "")
    terms = read.designations.where(facilitator_id=leader.id) if leader else ()
    return Occasion(
        practice=practice,
        group=group,
        session=session,
        day=day,
        today=today,
        leader=leader,
        designations=tuple(term for term in terms if day in term.period),
        profiles=tuple(profiles[key] for key in group.profiles if key in profiles),
        people=_people(read, group, session, day),
        method=named(methods_of(read), (session.method if session else "") or group.method),
    )


def _people(
    read: Reading, group: Group, session: Session | None, day: date
) -> tuple[Attendee, ...]:
    """The members of the day with the guests of the session, without who said not to come."""
    ids = {m.participant_id for m in read.memberships.where(group_id=group.id) if day in m.period}
    if session is not None:
        known = {a.participant_id: a.state for a in read.attendances.where(session_id=session.id)}
        away = {AttendanceState.EXCUSED, AttendanceState.ABSENT}
        ids = {i for i in ids | set(known) if known.get(i) not in away}
    people = sorted(read.participants.where(id=ids), key=lambda person: person.name.sort_key)
    return tuple(
        Attendee(person=person, employer=_employer(read, person.id, day)) for person in people
    )


def _employer(read: Reading, participant_id: str, day: date) -> str:
    jobs = read.employments.where(participant_id=participant_id)
    return next((job.employer for job in jobs if day in job.period), "")


def _edition_traits(edition: Edition) -> Iterator[str]:
    if edition.excluded_functions:
        yield "equals"
    relation = edition.work_relation.value if edition.work_relation else None
    if relation is WorkRelation.FORBIDDEN:
        yield "relations_forbidden"
    if relation is WorkRelation.ALLOWED_IF_SAFE:
        yield "relations_safe"
    for condition in edition.online_conditions.value if edition.online_conditions else ():
        yield f"tick:{condition.tick}"
