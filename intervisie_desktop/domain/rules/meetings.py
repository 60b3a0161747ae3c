"""U: how many sessions a year asks, and hours that are advised only."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.domain.views import Breach, Trace, YearView

_SHORTAGE = {
    StandingState.TO_PLAN: Severity.WARNING,
    StandingState.SHORT: Severity.ERROR,
    StandingState.UNREACHABLE: Severity.ERROR,
}


def too_few_sessions(view: YearView) -> Iterator[Finding]:
    """U04: fewer sessions that count than are asked, in the year or over so many months."""
    norm, standing = view.edition.sessions_per_year, view.standing
    meetings = standing.meetings
    severity = _SHORTAGE.get(meetings.state)
    if norm is None or severity is None or not standing.belongs:
        return
    # Who came later, or left, may have made the rest elsewhere.
    here = standing.stays and meetings.whole
    at_most = Severity.ERROR if here else Severity.WARNING
    months = view.edition.sessions_months
    breach = Breach(severity, at_most=at_most, aspect="sessions", trace=_there(view))
    yield view.found(
        "U04", norm, breach, made=meetings.made, planned=meetings.planned,
        required=meetings.norm, missing=meetings.missing, months=months.value if months else 0,
        same_group=view.edition.same_group is not None, year=standing.year,
        state=meetings.state.value, over=view.over,
    )  # fmt: skip


def missed_too_many(view: YearView) -> Iterator[Finding]:
    """U04: someone missed more sessions of the group than may be missed."""
    norm, standing = view.edition.missed_max, view.standing
    if norm is not None and standing.belongs and standing.meetings.missed > norm.value:
        breach = Breach(Severity.ERROR, aspect="missed")
        yield view.found(
            "U04", norm, breach, missed=standing.meetings.missed, required=norm.value,
            year=standing.year,
        )  # fmt: skip


def less_than_advised(view: YearView) -> Iterator[Finding]:
    """U04: fewer hours than the register advises for a year."""
    norm, standing = view.edition.year_advised, view.standing
    if norm is not None and standing.belongs and standing.forecast < norm.value:
        breach = Breach(Severity.TIP, aspect="advised")
        yield view.found(
            "U04", norm, breach, forecast=standing.forecast, required=norm.value,
            year=standing.year, over=view.over,
        )  # fmt: skip


def split_day_unknown(view: YearView) -> Iterator[Finding]:
    """U03: separate stretches on one day are added up, of which nobody wrote that they may be."""
    norm, standing = view.edition.split_day, view.standing
    if norm is None or not standing.split:
        return
    days = {s.day: s for s in standing.sessions if s.session_id in standing.split}
    for day, session in sorted(days.items()):
        breach = Breach(Severity.WARNING, aspect=f"split+{day.isoformat()}")
        minutes = sum(s.counted for s in standing.sessions if s.day == day)
        yield view.found(
            "U03", norm, breach, how="split", session=session.session_id, day=day.isoformat(),
            minutes=minutes,
        )  # fmt: skip


def _there(view: YearView) -> Trace:
    """The sessions that count, the day of each."""
    steps: list[tuple[str, dict[str, object]]] = [
        ("session_counts", {"session": s.session_id, "day": s.day.isoformat(),
                            "minutes": s.minutes, "counted": s.counted})
        for s in view.standing.sessions if s.counted
    ]  # fmt: skip
    steps += [("session_planned", {"session": key}) for key in view.standing.coming]
    return tuple(steps)
