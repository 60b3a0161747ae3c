"""What the year of a group comes to as it is planned: per person, and which sessions hang on one.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.services.groups import GroupYear, Member
from intervisie_desktop.ui.pages.groups.matrix import Judged, people_of, sessions_of
from intervisie_desktop.ui.text import counts, standings
from intervisie_desktop.ui.text.counts import hours


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """How the year of a member stands; `remark` is why the target differs and until when."""

    id: str
    name: str
    made: str
    planned: str
    target: str
    forecast: str
    minutes: int
    chip: tuple[str, str, str]
    remark: str


def forecast_lines(year: GroupYear, judged: Judged) -> tuple[ForecastLine, ...]:
    """Everyone of the group with a standing this year, by name."""
    found = (
        (members[0], judged.standings.get(who), _reachable(members, year, judged))
        for who, members in people_of(year).items()
    )
    return tuple(
        ForecastLine(
            id=member.id,
            name=member.name,
            made=hours(standing.made),
            planned=hours(standing.planned),
            target=hours(standing.target) if standing.target else "–",
            forecast=hours(standing.forecast),
            minutes=standing.forecast,
            chip=standings.look(standing.state),
            remark=_remark(standing, still),
        )
        for member, standing, still in found
        if standing is not None
    )


def _reachable(members: list[Member], year: GroupYear, judged: Judged) -> int:
    """Minutes a member could still make at the sessions to come of this group, excused or not."""
    views = ((session, judged.views.get(session.id)) for session in sessions_of(year))
    return sum(
        view.whole.counted
        for session, view in views
        if view is not None
        and view.upcoming
        and any(session.day in member.membership.period for member in members)
    )


def _remark(standing: YearStanding, still: int) -> str:
    """Why the target differs, until when to catch up, and what coming after all would make."""
    said = standings.remark(standing)
    reachable = standing.made + still
    if not standing.missing or reachable <= standing.forecast:
        return said
    return "; ".join(part for part in (said, f"in deze groep haalbaar {hours(reachable)}") if part)


def without_margin(view: SessionView | None) -> bool:
    """True when one more absence, or less, makes a session to come too small (G11)."""
    norm = view.edition.group_min if view is not None and view.upcoming else None
    return view is not None and norm is not None and sum(view.expected.values()) <= norm.value


def margin_words(view: SessionView | None) -> str:
    """What a session without margin means; empty for the others."""
    if view is None or not without_margin(view):
        return ""
    norm = view.edition.group_min
    if norm is not None and sum(view.expected.values()) < norm.value:
        return "te weinig deelnemers om te tellen"
    return "één afzegging maakt deze bijeenkomst ongeldig"


def spare_words(view: SessionView | None) -> str:
    """How many may stay away from a session to come before it no longer counts."""
    norm = view.edition.group_min if view is not None and view.upcoming else None
    if view is None or norm is None:
        return ""
    spare = sum(view.expected.values()) - norm.value
    return str(spare) if spare > 0 else "geen" if spare == 0 else "te klein"


def margin_notice(year: GroupYear, judged: Judged) -> str:
    """Which sessions to come hang on one person; empty when none does."""
    days = [s.day for s in sessions_of(year) if without_margin(judged.views.get(s.id))]
    if not days:
        return ""
    when = counts.join([counts.day_short_weekday(day) for day in days])
    noun = "deze bijeenkomst" if len(days) == 1 else f"{len(days)} bijeenkomsten"
    return f"Eén afzegging maakt {noun} ongeldig: {when}."
