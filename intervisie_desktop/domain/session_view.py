"""One session under one profile, as a rule looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.casebook import Casebook, IssuedPaper
from intervisie_desktop.domain.findings import Finding, FindingSubject, Severity
from intervisie_desktop.domain.groups import Group, MemberRole, Membership, Mode
from intervisie_desktop.domain.measuring import NOTHING, Measure, measure
from intervisie_desktop.domain.methods import Method
from intervisie_desktop.domain.once import Once
from intervisie_desktop.domain.people import Participant, bare_name
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import (
    CountedSession,
    NotCounted,
)
from intervisie_desktop.domain.view_base import TAKEN_PLACE, Breach, Moment, bound

_DAY = 24 * 60 + 1
_COMING = (AttendanceState.EXPECTED, AttendanceState.PRESENT)


class Presence(NamedTuple):
    """One who was there, what it came to, and whether they count for the size of the group."""

    attendance: Attendance
    participant_id: str
    measure: Measure
    counts: bool


class Keeper(Protocol):
    """Whoever keeps views: knows the newest book, and who counts whatever the day."""

    @property
    def book(self) -> Casebook:
        """The casebook of now."""

    def steady(self, edition: Edition, group_id: str) -> Mapping[str, bool]:
        """Who in a group counts for its size, or not, whatever the day; the others are absent."""


class SessionView:
    """One session under one profile, with who was there (or will be) and what it came to.

    `valid` says whether its hours count at all, `by_participant` finds who was there.
    """

    def __init__(
        self,
        keeper: Keeper,
        session: Session,
        group: Group,
        profile: RuleProfile,
        edition: Edition,
    ) -> None:
        self._keeper = keeper
        self.session = session
        self.group = group
        self.profile = profile
        self.edition = edition
        self.year = session.day.year
        self.planned = session.state is SessionState.PLANNED
        self.taken_place = session.state in TAKEN_PLACE
        self.attendances = keeper.book.of(Attendance, "session_id", session.id)
        self._roles: dict[str, MemberRole] | None = None
        self.present: list[Presence] = self._present() if self.taken_place else []
        self.counted = sum([1 for presence in self.present if presence.counts])
        self.by_participant = {presence.participant_id: presence for presence in self.present}
        self.valid = self._valid()
        self._whole: Measure | None = None

    @property
    def book(self) -> Casebook:
        """The newest book: what is not of this session itself may have changed since."""
        return self._keeper.book

    @property
    def running(self) -> bool:
        """Held but not closed, on the very day: what is missing can still be recorded."""
        return self.session.state is SessionState.HELD and self.session.day >= self.book.today

    @property
    def at_most(self) -> Severity:
        """What is missing of a session that is still going on is no error yet."""
        return Severity.WARNING if self.running else Severity.ERROR

    @property
    def upcoming(self) -> bool:
        """Planned for today or later."""
        return self.planned and self.session.day >= self.book.today

    @property
    def moment(self) -> Moment:
        """Where it is, which decides what there is to say of it."""
        if self.taken_place:
            return Moment.HELD_ONLINE if self.online else Moment.HELD
        if self.session.day < self.book.today:
            return Moment.PAST
        return Moment.COMING_ONLINE if self.online else Moment.COMING

    @property
    def online(self) -> bool:
        """At least partly by video."""
        return self.session.mode is not Mode.ON_LOCATION

    @property
    def sized_well(self) -> bool:
        """Whether as many counting people were there as the profile asks; else nothing counts."""
        low, high = self.edition.group_min, self.edition.group_max
        return (low is None or self.counted >= low.value) and (
            high is None or self.counted <= high.value
        )

    @property
    def whole(self) -> Measure:
        """What the session comes to for whoever is there from start to end."""
        if self._whole is None:
            self._whole = measure((self.session.interval,), self.session, self.edition)
        return self._whole

    @Once
    def expected(self) -> dict[str, bool]:
        """Who is to come, and whether they count; who excused themselves is left out."""
        states = {a.participant_id: a.state for a in self.attendances}
        coming = dict.fromkeys(self.roles, True) | dict.fromkeys(states, True)
        return {
            participant_id: self._counts(participant_id)
            for participant_id in coming
            if states.get(participant_id, AttendanceState.EXPECTED) in _COMING
        }

    @Once
    def facilitator(self) -> Facilitator | None:
        """Who leads."""
        return self.book.facilitator_of(self.session)

    @property
    def method_name(self) -> str:
        """The method of this session, or the usual one of its group."""
        return self.session.method or self.group.method

    @Once
    def method(self) -> Method | None:
        """That method with its phases, when it is a known one."""
        return self.book.method_named(self.method_name)

    @Once
    def _leaders(self) -> frozenset[str]:
        """The participants who are the facilitator herself, by name."""
        leader = self.facilitator
        if leader is None:
            return frozenset()
        known = self.book.having(Participant, called=bare_name(leader.name))
        return frozenset(person.id for person in known)

    @Once
    def papers(self) -> tuple[IssuedPaper, ...]:
        """The certificates of this session that still hold."""
        found = self.book.of(IssuedPaper, "session_id", self.session.id)
        return tuple(paper for paper in found if paper.valid)

    @property
    def roles(self) -> dict[str, MemberRole]:
        """Who belongs to the group on this day, and as what."""
        if self._roles is None:
            day = self.session.day
            members = self.book.of(Membership, "group_id", self.session.group_id)
            self._roles = {m.participant_id: m.role for m in members if day in m.period}
        return self._roles

    @Once
    def broken(self) -> bool:
        """Whether someone was there in more than one stretch that counts."""
        return any(len(presence.measure.blocks) > 1 for presence in self.present)

    @Once
    def entries(self) -> dict[str, CountedSession]:
        """What stands in the year of each who was there; most were there alike and share one."""
        shared: dict[tuple[int, bool], CountedSession] = {}
        found: dict[str, CountedSession] = {}
        for attendance, who, here, _ in self.present:
            key = (id(here), attendance.contribution)
            known = shared.get(key)
            if known is None:
                known = shared[key] = self._entry(here, attendance.contribution)
            found[who] = known
        return found

    def _entry(self, here: Measure, contributed: bool) -> CountedSession:
        counted, why = here.counted, NotCounted.NOTHING
        if not self.valid:
            counted, why = 0, self._why_void()
        elif not counted:
            why = NotCounted.TOO_SHORT
        return CountedSession(
            self.session.id, self.session.group_id, self.session.day, self.profile.key,
            here.gross, counted, why, contributed,
        )  # fmt: skip

    def found(self, code: str, norm: Norm[object], breach: Breach, /, **figures: object) -> Finding:
        """A finding about this session."""
        return self._finding(code, norm, breach, "session", self.session.id, None, figures)

    def found_of(
        self,
        participant_id: str,
        code: str,
        norm: Norm[object],
        breach: Breach,
        /,
        **figures: object,
    ) -> Finding:
        """A finding about one participant at this session."""
        ids = [a.id for a in self.attendances if a.participant_id == participant_id]
        subject = ids[0] if ids else f"{self.session.id}:{participant_id}"
        return self._finding(code, norm, breach, "attendance", subject, participant_id, figures)

    def _finding(
        self,
        code: str,
        norm: Norm[object],
        breach: Breach,
        kind: str,
        subject_id: str,
        participant_id: str | None,
        figures: dict[str, object],
    ) -> Finding:
        session = self.session
        subject = FindingSubject(
            kind=kind, id=subject_id, session=session.id, participant=participant_id,
            group=session.group_id, year=session.day.year,
        )  # fmt: skip
        return bound(self, code, norm, breach, subject, session.day, figures)

    def _valid(self) -> bool:
        return self.taken_place and self.sized_well and self._form_allowed and self._signed

    def _why_void(self) -> NotCounted:
        if not self.sized_well:
            return NotCounted.GROUP_SIZE
        return NotCounted.UNSIGNED if self._form_allowed else NotCounted.NOT_ONLINE

    @property
    def _form_allowed(self) -> bool:
        by_video = self.edition.online_allowed
        return not self.online or by_video is None or by_video.value

    @property
    def _signed(self) -> bool:
        """Where hours need signatures a closed session without them counts for nothing."""
        needed = self.edition.signature_needed
        closed = self.session.state is SessionState.CLOSED
        return needed is None or not needed.value or not closed or self.session.list_signed

    def _present(self) -> list[Presence]:
        session, edition = self.session, self.edition
        full = (session.interval,)
        # Most people are there from start to end, so that one measure serves them all.
        known: dict[object, Measure] = {}
        steady = self._keeper.steady(edition, session.group_id) if self._choosy else {}
        found: list[Presence] = []
        for attendance in self.attendances:
            if attendance.state is not AttendanceState.PRESENT:
                continue
            intervals = attendance.intervals or full
            # One stretch is known by its times: hashing the interval itself would cost more.
            first = intervals[0]
            key = first.start * _DAY + first.end if len(intervals) == 1 else intervals
            here = known.get(key)
            if here is None:
                here = known[key] = measure(intervals, session, edition)
            if here is NOTHING:
                continue
            who = attendance.participant_id
            counts = steady.get(who)
            found.append(
                Presence(attendance, who, here, self._counts(who) if counts is None else counts)
            )
        return found

    @property
    def _choosy(self) -> bool:
        """Whether some people count and others do not."""
        edition = self.edition
        return not (
            edition.functions_not_counting is None
            and edition.professions_counting is None
            and edition.facilitator_counts is None
        )

    def _counts(self, participant_id: str) -> bool:
        edition, leader_counts = self.edition, self.edition.facilitator_counts
        if not self._choosy:
            return True
        never = leader_counts is not None and not leader_counts.value
        if never and participant_id in self._leaders:
            return False
        role = self.roles.get(participant_id, MemberRole.MEMBER)
        if role is not MemberRole.MEMBER and edition.functions_not_counting is not None:
            return False
        person = self.book.find(Participant, participant_id)
        function = self.book.function_on(participant_id, self.session.day)
        return edition.counts_in_group(person.profession if person else "", function)
