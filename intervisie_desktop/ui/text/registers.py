"""How hours and points for a register read, and why some of them fall away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.profiles import PointRounding, PointRule
from intervisie_desktop.services.registers import RegisterEntry, RegisterMeeting, Term
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.findings import WHY

NOBODY = (
    "Nog niemand onder een regelprofiel",
    "Geef een groep een regelprofiel en deelnemers; daarna staan hier hun uren en punten.",
)
NO_PERIOD = (
    "Geen registratieperiode bekend",
    "Vul bij een deelnemer de registratie in met het begin ervan.",
)
UNKNOWN_BEFORE = "Kwam hier na het begin van de periode; uren van daarvoor zijn hier niet bekend."
_ROUNDED = {
    PointRounding.SESSION: "per bijeenkomst",
    PointRounding.DAY: "per dag",
    PointRounding.YEAR: "over het jaar",
}


def term_words(term: Term, year: int) -> str:
    """The calendar year by its number, or the registration period."""
    return str(year) if term is Term.YEAR else "Registratieperiode"


def points(hundredths: int) -> str:
    """Points as a number: "4", "1,75"."""
    return counts.scaled(hundredths, 2)


def period(entry: RegisterEntry) -> str:
    """The year, or from and until: "kalenderjaar 2026", "1 mrt 2023 – 28 feb 2027"."""
    first, last = entry.period.start, entry.period.end
    if first is None or last is None:
        return ""
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"kalenderjaar {first.year}"
    return f"{counts.day_short(first, year=True)} – {counts.day_short(last, year=True)}"


def refused(name: str, source: Source) -> str:
    """That a register takes no intervisie, and where that is written."""
    place = ", ".join(part for part in (source.title, source.article) if part)
    return f"{name} neemt intervisie niet aan ({place})."


def forms(entry: RegisterEntry) -> str:
    """Hours per form: "4,5 uur online, 2,0 uur op locatie"."""
    return ", ".join(f"{counts.hours_word(minutes)} {form}" for form, minutes in entry.forms)


def why(entry: RegisterEntry, names: Mapping[str, str]) -> tuple[str, ...]:
    """What was rounded, what is over a most, and what does not count, a line each."""
    return tuple(_why(entry, names))


def _why(entry: RegisterEntry, names: Mapping[str, str]) -> Iterator[str]:
    if entry.rule is not None and entry.rule.year_max != 0:
        yield _rule(entry.rule)
        if entry.earned > entry.hundredths:
            yield _capped(entry, entry.rule, names)
    if entry.counted > entry.made:
        made, counted = counts.hours(entry.made), counts.hours_word(entry.counted)
        yield f"{made} van {counted} tellen: {_most_hours(entry)}."
    yield from (_not_counted(meeting) for meeting in entry.meetings if meeting.why)
    if not entry.whole:
        yield UNKNOWN_BEFORE


def _rule(rule: PointRule) -> str:
    kind = f" ({rule.kind})" if rule.kind else ""
    if rule.per_session is not None:
        return f"{_worth(rule.per_session)} per bijeenkomst{kind}."
    whole = "heel uur" if rule.per_minutes == 60 else f"{rule.per_minutes} minuten"
    down = f"{_ROUNDED[rule.rounding]} naar beneden afgerond"
    return f"{_worth(rule.worth)} voor ieder {whole}, {down}{kind}."


def _worth(hundredths: int) -> str:
    return f"{points(hundredths)} {'punten' if hundredths > 100 else 'punt'}"


def _capped(entry: RegisterEntry, rule: PointRule, names: Mapping[str, str]) -> str:
    mosts = ((rule.day_max, "dag"), (rule.year_max, "jaar"), (rule.period_max, "periode"))
    told = [f"{most} per {span}" for most, span in mosts if most is not None]
    others = [names.get(key, key) for key in rule.shared_with]
    shared = f", samen met {counts.join(others)}" if others else ""
    most = f"hoogstens {counts.join(told)}{shared}"
    return f"{points(entry.hundredths)} van {points(entry.earned)} punten tellen: {most}."


def _most_hours(entry: RegisterEntry) -> str:
    mosts = ((entry.year_most, "jaar"), (entry.period_most, "periode"))
    told = [f"{counts.hours_word(most)} per {span}" for most, span in mosts if most is not None]
    return f"hoogstens {counts.join(told)}" if told else "het meeste van de periode"


def _not_counted(meeting: RegisterMeeting) -> str:
    day, there = counts.day_short(meeting.day), counts.hours_word(meeting.minutes)
    reason = WHY[meeting.why.value]
    if meeting.counted:
        return f"{day}: {counts.hours_word(meeting.counted)} van {there} telt ({reason})."
    return f"{day}: {there} telt niet mee ({reason})."
