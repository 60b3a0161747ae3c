"""Adds up the days of someone's year under one profile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from intervisie_desktop.domain.attendance import (
    Attendance,
    AttendanceState,
    Interval,
    total_minutes,
)
from intervisie_desktop.domain.measuring import Measure
from intervisie_desktop.domain.profiles import Answer, Edition
from intervisie_desktop.domain.standing import CountedSession, NotCounted
from intervisie_desktop.domain.views import SessionView

_AWAY = (AttendanceState.ABSENT, AttendanceState.EXCUSED)

Entry = tuple[SessionView, Attendance | None]
"""Someone's part in one session under one profile."""

_Held = tuple[CountedSession, SessionView]


class Tally:
    """Hours of a year as entries come in; ask for the totals once everything is there.

    `who` is the participant, `coming` are sessions still planned, `excess` (session, minutes)
    above the most of a day, `split` sessions of a day of which nobody wrote whether its separate
    stretches add up.
    """

    def __init__(self, who: str, edition: Edition, *, past: bool) -> None:
        self.who = who
        self._split = edition.split_day.value if edition.split_day else Answer.YES
        self._adds_up = self._split is Answer.YES
        self._most = edition.day_max.value if edition.day_max else None
        self._past = past
        self._held: list[_Held] = []
        self._planned: dict[date, int] = {}
        self.coming: list[str] = []
        self.coming_counts = 0
        self._counted: list[CountedSession] = []
        self.excess: list[tuple[str, int]] = []
        self.split: list[str] = []

    def add(self, entries: Iterable[Entry]) -> None:
        """Takes in someone's part in sessions that were not added before."""
        who, held, past = self.who, self._held, self._past
        for view, attendance in entries:
            if view.taken_place:
                entry = view.entries.get(who)
                if entry is not None:
                    held.append((entry, view))
            elif not past and (attendance is None or attendance.state not in _AWAY):
                day, minutes = view.session.day, view.whole.counted
                self._planned[day] = self._planned.get(day, 0) + minutes
                self.coming.append(view.session.id)
                self.coming_counts += 1 if minutes else 0

    def add_others(self, entries: Iterable[Entry]) -> None:
        """Takes in entries of another form; a session under both counts once."""
        seen = {entry.session_id for entry, _ in self._held} | set(self.coming)
        self.add(entry for entry in entries if entry[0].session.id not in seen)

    def totals(self) -> tuple[int, int, tuple[CountedSession, ...]]:
        """Made, forecast, and the sessions in order of day."""
        held = sorted(self._held, key=_day)
        if self._is_plain(held):
            self._counted = [entry for entry, _ in held]
        else:
            self._counted = [entry for here in _by_day(held) for entry in self._whole_day(here)]
        made = sum([entry.counted for entry in self._counted])
        if not self._planned:
            return made, made, tuple(self._counted)
        return made, sum(self.day_minutes().values()), tuple(self._counted)

    def day_minutes(self) -> dict[date, int]:
        """What each day holds, made and planned, never more than counts on a day."""
        days: dict[date, int] = {}
        for entry in self._counted:
            days[entry.day] = days.get(entry.day, 0) + entry.counted
        for day, planned in self._planned.items():
            already = days.get(day, 0)
            more = planned if self._most is None else min(planned, max(0, self._most - already))
            days[day] = already + more
        return days

    def _is_plain(self, held: list[_Held]) -> bool:
        """One session a day, none of them over the most of a day or with a doubtful gap."""
        most, before = self._most, None
        for entry, view in held:
            if entry.day == before or (most is not None and entry.minutes > most):
                return False
            if not self._adds_up and view.broken:
                return False
            before = entry.day
        return True

    def _whole_day(self, held: list[_Held]) -> list[CountedSession]:
        """The sessions of one day: overlap counts once, and no day is more than its most."""
        if self._split is Answer.NO:
            held = self._longest_only(held)
        result: list[CountedSession] = []
        spans: list[Interval] = []
        total, most = 0, self._most
        for session, view in sorted(held, key=self._by_time):
            here = self._measure(view)
            if not session.counted:
                result.append(session)
                continue
            before = total_minutes(spans)
            spans += here.blocks
            new = min(session.counted, total_minutes(spans) - before)
            allowed = min(new, most - total) if most else new
            # What the session itself had above the most of a day was cut off when measuring.
            over = here.stretch - session.counted + new - allowed if most else 0
            total += allowed
            if most and over > 0:
                self.excess.append((session.session_id, over))
            less = allowed < session.counted or over > 0
            why = NotCounted.DAY_MAX if less else session.why
            result.append(session._replace(counted=allowed, why=why))
        if self._split is Answer.UNKNOWN and len(spans) > 1:
            self.split += [session.session_id for session in result if session.counted]
        return result

    def _measure(self, view: SessionView) -> Measure:
        return view.by_participant[self.who].measure

    def _by_time(self, pair: _Held) -> tuple[tuple[Interval, ...], str]:
        return self._measure(pair[1]).blocks, pair[0].session_id

    def _longest_only(self, held: list[_Held]) -> list[_Held]:
        """Only the session that counts for most; of equals the first."""
        best = max(sorted(held, key=self._by_time), key=lambda pair: pair[0].counted)
        return [
            pair
            if pair is best or not pair[0].counted
            else (pair[0]._replace(counted=0, why=NotCounted.SPLIT_DAY), pair[1])
            for pair in held
        ]


def _day(pair: _Held) -> date:
    return pair[0].day


def _by_day(held: list[_Held]) -> list[list[_Held]]:
    days: dict[date, list[_Held]] = {}
    for pair in held:
        days.setdefault(pair[0].day, []).append(pair)
    return list(days.values())
