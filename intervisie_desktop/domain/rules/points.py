"""P: points, where the way they are counted takes something away."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.points import capped, earned, rounded_once
from intervisie_desktop.domain.profiles import PointRule
from intervisie_desktop.domain.standing import YearStanding, own_presence
from intervisie_desktop.domain.views import Breach, Trace, YearView


def fewer_points(view: YearView) -> Iterator[Finding]:
    """P01: someone has fewer points than another reading gives: rounded once, or not shared."""
    norm, standing = view.edition.points, view.standing
    if norm is None or not standing.made:
        return
    rule = norm.value
    presence = own_presence(standing.sessions, standing.profile)
    once = capped(rounded_once(rule, presence), rule.year_max)
    own = capped(earned(rule, presence), rule.year_max)
    if max(once, own) <= standing.hundredths:
        return
    how = "rounding" if once > own else "shared"
    yield view.found(
        "P01", norm, Breach(Severity.TIP, trace=_explained(rule, standing)), how=how,
        points=standing.hundredths, other=max(once, own), most=rule.year_max or 0, kind=rule.kind,
        year=standing.year,
    )  # fmt: skip


def _explained(rule: PointRule, standing: YearStanding) -> Trace:
    steps: list[tuple[str, dict[str, object]]] = [
        ("points_session", {
            "session": session.session_id, "day": session.day.isoformat(),
            "counted": session.counted, "hundredths": earned(rule, own_presence([session],
                                                                                session.profile)),
        })
        for session in standing.sessions
        if session.counted and session.profile == standing.profile
    ]  # fmt: skip
    total: dict[str, object] = {"hundredths": standing.hundredths, "most": rule.year_max or 0}
    return (*steps, ("points_total", total))
