"""The panel in which a session or a series is made; no Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.planning.conflicts import Conflict, ConflictKind
from intervisie_desktop.domain.planning.series_text import parse_series
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.sessions import ProposedDate, SessionsService
from intervisie_desktop.ui.pages.agenda.state import MakingState, SeriesLine
from intervisie_desktop.ui.pages.agenda.words import ConflictWords, is_in_the_way
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import counts, refusals
from intervisie_desktop.ui.text.series import describe_series

USUAL_START = 10 * 60
USUAL_MINUTES = 120
_LOOK_AHEAD = 42
"""How many days after a date that is taken a free one is looked for."""


class Policy(StrEnum):
    """What happens to a date of a series that is taken."""

    FIRST_FREE = "first_free"
    ANYWAY = "anyway"
    SKIP = "skip"


POLICIES = (
    (Policy.FIRST_FREE.value, "Eerste vrije dag"),
    (Policy.ANYWAY.value, "Toch plannen"),
    (Policy.SKIP.value, "Overslaan"),
)


class Making:
    """What is being made: a draft of a session, and maybe a series of it."""

    def __init__(self, sessions: SessionsService, groups: GroupsService, desk: Desk) -> None:
        self._sessions = sessions
        self._groups = groups
        self._desk = desk
        self._names: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self.draft: Session | None = None
        self._series = False
        self._text = ""
        self._policy = Policy.FIRST_FREE
        self._ticks: dict[str, bool] = {}

    def open(self, group_id: str, day: date, start: int | None, end: int | None) -> None:
        """Begin; without a group the first one, without times the usual ones."""
        self._names = {row.id: row.name for row in self._groups.rows()}
        self._series, self._text, self._ticks = False, "", {}
        self._policy = Policy.FIRST_FREE
        if not self._names:
            self.draft = None
            return
        begin = USUAL_START if start is None else start
        until = min(24 * 60, begin + USUAL_MINUTES) if end is None else end
        chosen = group_id if group_id in self._names else next(iter(self._names))
        self.draft = self._sessions.draft(chosen, day, begin, until)

    def change(self, name: str, value: Any) -> None:
        """Take one field; another group brings its own mode, place and link."""
        draft = self.draft
        if draft is None:
            return
        if name == "group":
            self.draft = self._sessions.draft(str(value), draft.day, draft.start, draft.end)
        elif name == "mode":
            self.draft = replace(draft, mode=Mode(value))
        elif name == "start":
            length = draft.end - draft.start
            end = min(24 * 60, value + length) if length > 0 else draft.end
            self.draft = replace(draft, start=value, end=end)
        else:
            self.draft = replace(draft, **{name: value})

    def set_series(self, on: bool) -> None:
        """One session, or a series of it."""
        self._series = on

    def set_text(self, text: str) -> None:
        """The series as typed; ticks of another series are forgotten."""
        if text != self._text:
            self._text, self._ticks = text, {}

    def set_policy(self, policy: str) -> None:
        """What happens to dates that are taken."""
        self._policy, self._ticks = Policy(policy), {}

    def tick(self, key: str, on: bool) -> None:
        """Take a date along, or leave it out."""
        self._ticks[key] = on

    def plan(self) -> date | None:
        """Plan what stands in the panel as one step; the first day of it, None when refused."""
        draft = self.draft
        if draft is None:
            return None
        if not self._series:
            made = self._desk.perform(lambda: self._sessions.plan(draft))
            return made.day if made else None
        state = self.state()
        days = [line.day for line in state.lines if line.ticked]
        if state.problem:
            self._desk.refuse(state.problem)
            return None
        series = self._desk.perform(lambda: self._sessions.plan_series(draft, days))
        return series[0].day if series else None

    def words(self) -> ConflictWords:
        """Sentences about conflicts with the names of now."""
        return ConflictWords(self._names, self._people)

    def state(self) -> MakingState:
        """The panel as shown."""
        draft = self.draft
        if draft is None:
            return MakingState()
        self._people = {m.id: m.name for m in self._groups.card(draft.group_id).members}
        shown = MakingState(
            groups=tuple(self._names.items()),
            values=_values(draft),
            series=self._series,
            series_text=self._text,
            policy=self._policy.value,
        )
        return self._with_series(shown, draft) if self._series else self._with_one(shown, draft)

    def _with_one(self, shown: MakingState, draft: Session) -> MakingState:
        found = self._sessions.conflicts(draft) if draft.start < draft.end else ()
        clear = "" if found else "Niets staat in de weg."
        return replace(shown, conflicts=self.words().lines(found), clear=clear)

    def _with_series(self, shown: MakingState, draft: Session) -> MakingState:
        if not self._text.strip():
            return replace(shown, button="Inplannen")
        try:
            preview = self._sessions.preview_series(draft, self._text)
            echo = describe_series(parse_series(self._text, draft.day))
        except Refusal as refusal:
            return replace(shown, problem=refusals.say(refusal))
        lines = tuple(self._lines(draft, preview.dates))
        ticked = sum(line.ticked for line in lines)
        if not ticked:
            return replace(shown, echo=echo, lines=lines, problem="Vink minstens één datum aan.")
        button = f"{counts.telwoord(ticked, 'bijeenkomst', 'bijeenkomsten')} inplannen"
        return replace(shown, echo=echo, lines=lines, button=button)

    def _lines(self, draft: Session, dates: tuple[ProposedDate, ...]) -> list[SeriesLine]:
        taken = {proposed.day for proposed in dates}
        lines: list[SeriesLine] = []
        for proposed in dates:
            line = self._line(draft, proposed, taken)
            taken.add(line.day)
            lines.append(line)
        return lines

    def _line(self, draft: Session, proposed: ProposedDate, taken: set[date]) -> SeriesLine:
        key = proposed.day.isoformat()
        said = [line.text for line in self.words().lines(proposed.conflicts)]
        heavy = any(is_in_the_way(c.severity) for c in proposed.conflicts)
        severity = proposed.conflicts[0].severity if proposed.conflicts else None
        day, ticked = proposed.day, not (heavy and self._policy is Policy.SKIP)
        if heavy and self._policy is Policy.FIRST_FREE:
            free = self._first_free(draft, proposed.day, taken)
            if free is None:
                ticked = False
                said.append("Geen vrije dag in de zes weken daarna.")
            else:
                day, severity = free, Severity.TIP
                said.insert(0, f"In plaats van {counts.day_short_weekday(proposed.day)}.")
        return SeriesLine(
            key=key,
            day=day,
            words=counts.day_short_weekday(day, year=day.year != draft.day.year),
            note=" ".join(said),
            severity=severity,
            ticked=self._ticks.get(key, ticked),
        )

    def _first_free(self, draft: Session, day: date, taken: set[date]) -> date | None:
        """The first day after this one on which nothing stands in the way."""
        for ahead in range(1, _LOOK_AHEAD + 1):
            candidate = day + timedelta(days=ahead)
            if candidate in taken:
                continue
            found = self._sessions.conflicts(replace(draft, day=candidate))
            if not any(_blocks(conflict) for conflict in found):
                return candidate
        return None


def _blocks(conflict: Conflict) -> bool:
    return is_in_the_way(conflict.severity) or conflict.kind is ConflictKind.WEEKEND


def _values(draft: Session) -> dict[str, Any]:
    return {
        "group": draft.group_id,
        "day": draft.day,
        "start": draft.start,
        "end": draft.end,
        "mode": draft.mode.value,
        "place": draft.place,
        "link": draft.link,
    }
