"""U: the hours and sessions of a registration period."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.profiles import Norm
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.domain.views import Breach, PeriodView


def period_short(view: PeriodView) -> Iterator[Finding]:
    """U06: a registration period ended, or ends this year, with fewer hours than it asks."""
    norm, period = view.edition.period_min, view.period
    if norm is None:
        return
    severity = _gravity(view, period.state)
    if severity is not None:
        made, planned = period.made, period.planned
        safe = period.last_safe_day.isoformat() if period.last_safe_day else ""
        yield _found(view, norm, severity, "", made, planned, last_safe=safe)


def period_sessions_short(view: PeriodView) -> Iterator[Finding]:
    """U06: a registration period ended, or ends this year, with fewer sessions than it asks."""
    norm, period = view.edition.period_sessions, view.period
    if norm is None:
        return
    severity = _gravity(view, period.sessions_state)
    if severity is not None:
        made, planned = period.sessions_made, period.sessions_planned
        yield _found(view, norm, severity, "sessions+", made, planned)


def period_too_many(view: PeriodView) -> Iterator[Finding]:
    """U07: more hours than count in a registration period."""
    norm, period = view.edition.period_max, view.period
    if norm is not None and period.excess:
        breach = Breach(Severity.WARNING, aspect=f"period+{period.registration_id}")
        yield view.found(
            "U07", norm, breach, made=period.made + period.excess, required=norm.value,
            start=period.start.isoformat(), end=period.end.isoformat(),
        )  # fmt: skip


def _gravity(view: PeriodView, state: StandingState) -> Severity | None:
    """What a shortage weighs: hours from before someone came here are not known."""
    period, today = view.period, view.book.today
    if state is StandingState.SHORT:
        return Severity.ERROR if period.whole else Severity.WARNING
    if state is StandingState.UNREACHABLE:
        return Severity.ERROR if period.whole else Severity.WARNING
    last_year = period.end.year == today.year
    return Severity.WARNING if state is StandingState.TO_PLAN and last_year else None


def _found(
    view: PeriodView,
    norm: Norm[int],
    severity: Severity,
    aspect: str,
    made: int,
    planned: int,
    **more: object,
) -> Finding:
    period, years = view.period, view.edition.period_years
    breach = Breach(severity, aspect=f"{aspect}{period.registration_id}")
    return view.found(
        "U06", norm, breach, made=made, planned=planned, required=norm.value,
        missing=max(0, norm.value - made - planned), years=years.value if years else 0,
        start=period.start.isoformat(), end=period.end.isoformat(), over=period.end <
        view.book.today, register=period.register, whole=period.whole, **more,
    )  # fmt: skip
