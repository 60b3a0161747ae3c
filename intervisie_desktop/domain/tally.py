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
from intervisie_desktop.domain.profiles import Answer, Edition
from intervisie_desktop.domain.standing import CountedSession, NotCounted
from intervisie_desktop.domain.views import Presence, SessionView

_AWAY = (AttendanceState.ABSENT, AttendanceState.EXCUSED)

Entry = tuple[SessionView, Attendance | None]
"""Someone's part in one session under one profile."""

_Held = tuple[CountedSession, Presence]


class Tally:
    """Hours of a year as entries come in; ask for the totals once everything is there.

    `who` is the participant, `coming` are sessions still planned, `day_minutes` what each day
    holds, made and planned, `excess` (session, minutes) above the most of a day, `split` sessions
    of a day of which nobody wrote whether its separate stretches add up.
    """

    def __init__(self, who: str, edition: Edition, *, past: bool) -> None:
        self.who = who
        self._edition = edition
        self._most = edition.day_max.value if edition.day_max else None
        self._past = past
        self._held: list[_Held] = []
        self._planned: dict[date, int] = {}
        self.coming: list[str] = []
        self.coming_counts = 0
        self.day_minutes: dict[date, int] = {}
        self.excess: list[tuple[str, int]] = []
        self.split: list[str] = []

    def add(self, entries: Iterable[Entry]) -> None:
        """Takes in someone's part in sessions that were not added before."""
        who, held, past = self.who, self._held, self._past
        for view, attendance in entries:
            if view.taken_place:
                presence = view.by_participant.get(who)
                if presence is not None:
                    held.append((view.entry(presence), presence))
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
        made, most = 0, self._most
        days: dict[date, list[_Held]] = {}
        for pair in self._held:
            days.setdefault(pair[0].day, []).append(pair)
        counted: list[CountedSession] = []
        for day in sorted(days):
            here = days[day]
            first, presence = here[0]
            plain = len(here) == 1 and len(presence.measure.blocks) < 2
            if plain and (most is None or first.minutes <= most):
                counted.append(first)
                minutes = first.counted
            else:
                sessions = self._whole_day(here)
                counted += sessions
                minutes = sum(session.counted for session in sessions)
            self.day_minutes[day] = minutes
            made += minutes
        forecast = made
        for day, planned in self._planned.items():
            already = self.day_minutes.get(day, 0)
            more = min(planned, max(0, most - already)) if most else planned
            self.day_minutes[day] = already + more
            forecast += more
        return made, forecast, tuple(counted)

    def _whole_day(self, held: list[_Held]) -> list[CountedSession]:
        """The sessions of one day: overlap counts once, and no day is more than its most."""
        split = self._edition.split_day.value if self._edition.split_day else Answer.YES
        if split is Answer.NO:
            held = self._longest_only(held)
        result: list[CountedSession] = []
        spans: list[Interval] = []
        total, most = 0, self._most
        for session, presence in sorted(held, key=_by_time):
            here = presence.measure
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
        if split is Answer.UNKNOWN and len(spans) > 1:
            self.split += [session.session_id for session in result if session.counted]
        return result

    @staticmethod
    def _longest_only(held: list[_Held]) -> list[_Held]:
        """Only the session that counts for most; of equals the first."""
        best = max(sorted(held, key=_by_time), key=lambda pair: pair[0].counted)
        return [
            pair
            if pair is best or not pair[0].counted
            else (pair[0]._replace(counted=0, why=NotCounted.SPLIT_DAY), pair[1])
            for pair in held
        ]


def _by_time(pair: _Held) -> tuple[tuple[Interval, ...], str]:
    return pair[1].measure.blocks, pair[0].session_id
