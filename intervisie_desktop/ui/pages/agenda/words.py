"""The Dutch of the agenda: titles, what an entry says, what is in the way; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.planning.conflicts import Conflict
from intervisie_desktop.services.agenda import AgendaSession
from intervisie_desktop.ui.pages.agenda.state import ConflictLine, Entry, NoticeShown, Span
from intervisie_desktop.ui.text import conflicts, counts
from intervisie_desktop.ui.text.labels import word

SPANS = (
    (Span.DAY.value, "Dag"),
    (Span.WEEK.value, "Week"),
    (Span.MONTH.value, "Maand"),
    (Span.YEAR.value, "Jaar"),
)
STEP_NAMES = {
    Span.DAY: ("Vorige dag", "Volgende dag"),
    Span.WEEK: ("Vorige week", "Volgende week"),
    Span.MONTH: ("Vorige maand", "Volgende maand"),
    Span.YEAR: ("Vorig jaar", "Volgend jaar"),
}
_EMPTY = {
    Span.DAY: "Deze dag is vrij",
    Span.WEEK: "Deze week is vrij",
    Span.MONTH: "Deze maand is vrij",
    Span.YEAR: "Dit jaar is vrij",
}
WINTER = "wintertijd"
SUMMER = "zomertijd"


def title(span: Span, anchor: date, today: date) -> str:
    """What is in front: "19–25 oktober", "Di 20 oktober", "Oktober 2026", "2026"."""
    other_year = anchor.year != today.year
    if span is Span.DAY:
        weekday = counts.capital(counts.SHORT_WEEKDAYS[anchor.weekday()])
        words = f"{weekday} {anchor.day} {counts.MONTHS[anchor.month - 1]}"
        return f"{words} {anchor.year}" if other_year else words
    if span is Span.WEEK:
        return _week_title(anchor - timedelta(days=anchor.weekday()), today)
    if span is Span.MONTH:
        return counts.capital(f"{counts.MONTHS[anchor.month - 1]} {anchor.year}")
    return str(anchor.year)


def _week_title(monday: date, today: date) -> str:
    sunday = monday + timedelta(days=6)
    if monday.month == sunday.month:
        words = counts.day_span(monday, sunday)
    else:
        words = f"{counts.day_short(monday)} – {counts.day_short(sunday)}"
    return f"{words} {sunday.year}" if sunday.year != today.year else words


def empty_line(span: Span) -> str:
    """What is said where no session stands."""
    return _EMPTY[span]


def say_session(session: AgendaSession) -> str:
    """A session in one line, for who listens."""
    where = session.place or word(session.mode)
    return (
        f"{session.group}, {counts.day_weekday(session.day)}, {counts.clock(session.start)} tot "
        f"{counts.clock(session.end)}, {where}, {word(session.state)}"
    )


def say_busy(source: str, day: date, start: int, end: int) -> str:
    """A busy time in one line."""
    times = f"{counts.clock(start)} tot {counts.clock(end)}"
    return f"Bezet volgens {source}, {counts.day_weekday(day)}, {times}"


def say_slot(day: date, minute: int, bands: Sequence[str] = ()) -> str:
    """An empty place in one line, with what lasts all day there."""
    return ", ".join((counts.day_weekday(day), counts.clock(minute), "vrij", *bands))


def say_day(day: date, entries: Sequence[Entry], bands: Sequence[str]) -> str:
    """A whole day in one line."""
    said = [
        f"{counts.clock(e.start)} {e.title}" + (f" {e.state_word}" if e.state_word else "")
        for e in entries
    ]
    return ", ".join((counts.day_weekday(day, year=True), *(said or ["vrij"]), *bands))


class ConflictWords:
    """Makes sentences of conflicts; `groups` and `people` are names by id."""

    def __init__(self, groups: Mapping[str, str], people: Mapping[str, str]) -> None:
        self._groups = groups
        self._people = people

    def lines(self, found: tuple[Conflict, ...]) -> tuple[ConflictLine, ...]:
        """Each conflict as a sentence, in the same order, nothing said twice."""
        said = dict.fromkeys(ConflictLine(self.say(c), c.severity) for c in found)
        return tuple(said)

    def say(self, conflict: Conflict) -> str:
        """One conflict as a sentence."""
        return conflicts.say(conflict, self._groups, self._people)

    def notice(self, found: tuple[Conflict, ...]) -> NoticeShown:
        """What is in the way in one notice, or nothing."""
        lines = self.lines(found)
        if not lines:
            return NoticeShown()
        return NoticeShown(" ".join(line.text for line in lines), lines[0].severity)


def is_in_the_way(severity: Severity) -> bool:
    """True for what cannot be or is unwise; a tip is only good to know."""
    return severity is not Severity.TIP
