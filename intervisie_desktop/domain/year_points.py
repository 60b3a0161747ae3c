"""The points of someone's year under one profile."""

from __future__ import annotations

from collections.abc import Mapping

from intervisie_desktop.domain.points import WHOLE, capped, earned
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.standing import CountedSession, YearStanding, own_presence


def hundredths_of(edition: Edition, counted: tuple[CountedSession, ...], key: str) -> int:
    """Points of the own sessions, cut off at the most of a year (the careful reading of P01)."""
    if edition.points is None:
        return 0
    rule = edition.points.value
    if rule.year_max == 0 or not counted:
        return 0
    if rule.plain:
        each = rule.per_minutes
        points = sum([s.counted // each for s in counted if s.profile == key]) * rule.worth
        return capped(points, rule.year_max)
    return capped(earned(rule, own_presence(counted, key)), rule.year_max)


def shared_points(
    standing: YearStanding, edition: Edition | None, found: Mapping[tuple[str, int], YearStanding]
) -> int:
    """Points after a most that several forms share: whoever earned most of them goes first."""
    rule = edition.points.value if edition and edition.points else None
    if rule is None or rule.year_max is None or not rule.shared_with:
        return standing.hundredths
    sharing = [found[key, standing.year] for key in rule.shared_with
               if (key, standing.year) in found]  # fmt: skip
    mine = (standing.hundredths, standing.profile)
    before = sum(o.hundredths for o in sharing if (o.hundredths, o.profile) > mine)
    return min(standing.hundredths, max(0, rule.year_max * WHOLE - before))
