"""Everything the page Vandaag shows, gathered in one go so that a worker can do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.own_duty import Expiry, OwnDutyService
from intervisie_desktop.services.takings import Takings, TakingsService
from intervisie_desktop.storage.reads.groups import GroupRow, group_rows, members_on
from intervisie_desktop.storage.reads.sessions import (
    SessionCard,
    SessionRow,
    next_session,
    session_card,
    session_rows,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

__all__ = [
    "DashboardService",
    "Glance",
    "GroupRow",
    "HeatRow",
    "HeatTile",
    "NextSession",
    "SessionCard",
    "SessionRow",
    "papers_due",
    "people_in",
]

AHEAD = 3
"""How many dates after the next one are shown."""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session that comes next, how many are expected and how many of them prepared.

    `edition` holds the rules of the leading profile of its group on that day.
    """

    card: SessionCard
    expected: int
    prepared: int
    rooms: int
    edition: Edition | None


@dataclass(frozen=True, slots=True)
class HeatTile:
    """One participant of a group; `standing` is None for who owes nothing."""

    participant_id: str
    name: str
    short: str
    standing: YearStanding | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A group that meets, with everyone who belongs to it today by name."""

    group: GroupRow
    tiles: tuple[HeatTile, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The practice at a glance, in one working year.

    `sessions` are those of the year by day and time, `open_findings` those without an exception.
    `expiring` are terms of the facilitators that end soon. `week` and `next_week` count the
    sessions of today and of the week after this one.
    """

    today: date
    next: NextSession | None
    coming: tuple[SessionRow, ...]
    sessions: tuple[SessionRow, ...]
    rows: tuple[HeatRow, ...]
    open_findings: tuple[Finding, ...]
    on_today: int
    next_week: int
    groups: int
    participants: int
    named: Mapping[str, GroupRow]
    takings: Takings
    expiring: tuple[Expiry, ...] = ()


def papers_due(findings: Iterable[Finding], year: int) -> tuple[Finding, ...]:
    """The sessions of a year with people who still have to get a certificate of it."""
    return tuple(
        f for f in findings
        if f.code == "D01" and f.aspect == "missing" and f.day and f.day.year == year
    )  # fmt: skip


def people_in(findings: Iterable[Finding]) -> int:
    """How many participants they name, each session counted by itself."""
    lists = (f.figures.get("participants") for f in findings)
    return sum(len(people) for people in lists if isinstance(people, list | tuple))


class DashboardService:
    """Reads what stands on the page Vandaag; any thread may ask."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        compliance: ComplianceService,
        own_duty: OwnDutyService,
        takings: TakingsService,
    ) -> None:
        self._takings = takings
        self._store = store
        self._clock = clock
        self._compliance = compliance
        self._own_duty = own_duty

    def glance(self, year: int) -> Glance:
        """The practice as it stands now, with the standings of this year."""
        now = self._clock.now()
        today, minute = now.date(), now.hour * 60 + now.minute
        standings = self._compliance.standings(year)
        findings = [j.finding for j in self._compliance.findings() if not j.ignored]
        with self._store.reading() as read:
            upcoming = next_session(read, today, minute)
            every = session_rows(read)
            following = self._next(read, upcoming.id) if upcoming else None
            groups = group_rows(read, today)
            rows = tuple(self._row(read, group, today, standings) for group in groups)
            people = read.participants.count(archived=False)
        after = (s for s in every if s.state is SessionState.PLANNED and s.day >= today)
        coming = [s for s in after if upcoming is None or s.id != upcoming.id]
        monday = today + timedelta(days=7 - today.weekday())
        return Glance(
            today=today,
            next=following,
            coming=tuple(coming[:AHEAD]),
            sessions=tuple(s for s in every if s.day.year == year),
            rows=rows,
            open_findings=tuple(findings),
            on_today=_between(every, today, today),
            next_week=_between(every, monday, monday + timedelta(days=6)),
            groups=len(groups),
            participants=people,
            named={group.id: group for group in groups},
            takings=self._takings.glance(year),
            expiring=self._own_duty.expiring(),
        )

    def papers_waiting(self, year: int) -> int:
        """How many certificates of this year are still to be issued."""
        open_ones = (j.finding for j in self._compliance.findings() if not j.ignored)
        return people_in(papers_due(open_ones, year))

    def invoices_waiting(self) -> int:
        """How many invoices ask for something: concepts, and those that are late."""
        return self._takings.waiting()

    def _next(self, read: Reading, session_id: str) -> NextSession:
        card = session_card(read, session_id)
        away = {AttendanceState.ABSENT, AttendanceState.EXCUSED}
        coming = [line.attendance for line in card.roster if line.attendance.state not in away]
        profile = self._compliance.profiles().get(next(iter(card.group.profiles), ""))
        return NextSession(
            card=card,
            expected=len(coming),
            prepared=sum(1 for attendance in coming if attendance.prepared),
            rooms=sum(1 for attendance in coming if attendance.closed_room),
            edition=profile.edition_on(card.session.day) if profile else None,
        )

    def _row(
        self, read: Reading, group: GroupRow, today: date, standings: Iterable[YearStanding]
    ) -> HeatRow:
        of_group: dict[str, YearStanding] = {}
        for standing in standings:
            if standing.profile in group.profiles:
                # Under several profiles the leading one of the group is the one to show.
                known = of_group.get(standing.participant_id)
                first = known is None or _rank(group, standing) < _rank(group, known)
                if first:
                    of_group[standing.participant_id] = standing
        return HeatRow(
            group,
            tuple(
                HeatTile(member.id, member.name, member.short, of_group.get(member.id))
                for member in members_on(read, group.id, today)
            ),
        )


def _rank(group: GroupRow, standing: YearStanding) -> int:
    return group.profiles.index(standing.profile)


def _between(sessions: Iterable[SessionRow], first: date, last: date) -> int:
    cancelled = SessionState.CANCELLED
    return sum(1 for s in sessions if first <= s.day <= last and s.state is not cancelled)
