"""What is in the way of a proposed session: each conflict typed, with how heavy it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.planning.days import PublicHoliday

TIGHT_MINUTES = 15


class ConflictKind(StrEnum):
    """Why a time is not free."""

    OWN_SESSION = "own_session"
    SAME_GROUP_SAME_DAY = "same_group_same_day"
    PARTICIPANT_ELSEWHERE = "participant_elsewhere"
    BUSY = "busy"
    TIGHT = "tight"
    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    OWN_HOLIDAY = "own_holiday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A session that stands or is proposed: day, minutes since midnight, and who is in it."""

    day: date
    start: int
    end: int
    group_id: str
    session_id: str | None = None
    facilitator_id: str | None = None
    participants: frozenset[str] = frozenset()

    def overlaps(self, other: Slot) -> bool:
        """True when both are going on at some minute."""
        return self.day == other.day and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """All that may be in the way; `region` says whose school holidays matter ("" for none)."""

    slots: tuple[Slot, ...] = ()
    busy: tuple[BusyTime, ...] = ()
    public_holidays: Mapping[date, PublicHoliday] = field(default_factory=dict)
    free_periods: tuple[FreePeriod, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing in the way; ERROR cannot both be, WARNING is unwise, TIP is good to know.

    `name` is that of the holiday or the source of the busy time; `start` and `end` are minutes of
    what is in the way, where it has a time.
    """

    kind: ConflictKind
    severity: Severity
    day: date
    name: str = ""
    start: int | None = None
    end: int | None = None
    session_id: str | None = None
    group_id: str | None = None
    participants: frozenset[str] = frozenset()


def conflicts(proposal: Slot, around: Surroundings) -> tuple[Conflict, ...]:
    """Everything in the way of the proposal, heaviest first; it is never in its own way."""
    found = (
        *_with_slots(proposal, around.slots),
        *_with_busy(proposal, around.busy),
        *_with_days(proposal.day, around),
    )
    order = list(Severity)
    return tuple(sorted(found, key=lambda conflict: order.index(conflict.severity)))


def series_conflicts(
    proposals: Iterable[Slot], around: Surroundings
) -> tuple[tuple[Slot, tuple[Conflict, ...]], ...]:
    """Each proposal with what is in its way, earlier proposals of the same series included."""
    result: list[tuple[Slot, tuple[Conflict, ...]]] = []
    taken = around.slots
    for proposal in proposals:
        seen = Surroundings(
            slots=taken,
            busy=around.busy,
            public_holidays=around.public_holidays,
            free_periods=around.free_periods,
            region=around.region,
        )
        result.append((proposal, conflicts(proposal, seen)))
        taken = (*taken, proposal)
    return tuple(result)


def _with_slots(proposal: Slot, slots: Iterable[Slot]) -> Iterator[Conflict]:
    for slot in slots:
        is_itself = slot.session_id is not None and slot.session_id == proposal.session_id
        if slot.day == proposal.day and not is_itself:
            yield from _with_slot(proposal, slot)


def _with_slot(proposal: Slot, slot: Slot) -> Iterator[Conflict]:
    def conflict(
        kind: ConflictKind, severity: Severity, who: frozenset[str] = frozenset()
    ) -> Conflict:
        return Conflict(
            kind=kind,
            severity=severity,
            day=slot.day,
            start=slot.start,
            end=slot.end,
            session_id=slot.session_id,
            group_id=slot.group_id,
            participants=who,
        )

    # A colleague may lead at the same time; only an unknown leader is taken to be the same one.
    two_leaders = None not in {proposal.facilitator_id, slot.facilitator_id} and (
        proposal.facilitator_id != slot.facilitator_id
    )
    if slot.overlaps(proposal):
        if not two_leaders:
            yield conflict(ConflictKind.OWN_SESSION, Severity.ERROR)
        shared = proposal.participants & slot.participants
        if shared:
            yield conflict(ConflictKind.PARTICIPANT_ELSEWHERE, Severity.ERROR, shared)
    elif not two_leaders and _gap(proposal, slot.start, slot.end) < TIGHT_MINUTES:
        yield conflict(ConflictKind.TIGHT, Severity.TIP)
    if slot.group_id == proposal.group_id and not slot.overlaps(proposal):
        yield conflict(ConflictKind.SAME_GROUP_SAME_DAY, Severity.WARNING)


def _with_busy(proposal: Slot, busy: Iterable[BusyTime]) -> Iterator[Conflict]:
    midnight = datetime.combine(proposal.day, time())
    for taken in busy:
        start = int((taken.start - midnight) / timedelta(minutes=1))
        end = int((taken.end - midnight) / timedelta(minutes=1))
        if start < proposal.end and proposal.start < end:
            kind, severity = ConflictKind.BUSY, Severity.WARNING
        elif not taken.all_day and _gap(proposal, start, end) < TIGHT_MINUTES:
            kind, severity = ConflictKind.TIGHT, Severity.TIP
        else:
            continue
        yield Conflict(
            kind=kind,
            severity=severity,
            day=proposal.day,
            name=taken.source,
            start=None if taken.all_day else max(start, 0),
            end=None if taken.all_day else min(end, 24 * 60),
        )


def _with_days(day: date, around: Surroundings) -> Iterator[Conflict]:
    holiday = around.public_holidays.get(day)
    if holiday is not None:
        severity = Severity.WARNING if holiday.free else Severity.TIP
        yield Conflict(
            kind=ConflictKind.PUBLIC_HOLIDAY, severity=severity, day=day, name=holiday.name
        )
    elif day.weekday() >= 5:
        yield Conflict(kind=ConflictKind.WEEKEND, severity=Severity.TIP, day=day)
    for period in around.free_periods:
        if not period.first <= day <= period.last:
            continue
        if period.kind is FreeKind.OWN_HOLIDAY:
            kind, severity = ConflictKind.OWN_HOLIDAY, Severity.WARNING
        elif period.region in {"", around.region} and around.region:
            kind, severity = ConflictKind.SCHOOL_HOLIDAY, Severity.TIP
        else:
            continue
        yield Conflict(kind=kind, severity=severity, day=day, name=period.name)


def _gap(proposal: Slot, start: int, end: int) -> int:
    """Minutes between the proposal and a time that does not overlap it."""
    return max(start - proposal.end, proposal.start - end)
