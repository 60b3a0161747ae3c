"""What the year of a group comes to as it is planned: per person, and which sessions hang on one.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.services.groups import GroupYear
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
    found = ((members[0], judged.standings.get(who)) for who, members in people_of(year).items())
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
            remark=standings.remark(standing),
        )
        for member, standing in found
        if standing is not None
    )


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


def margin_notice(year: GroupYear, judged: Judged) -> str:
    """Which sessions to come hang on one person; empty when none does."""
    days = [s.day for s in sessions_of(year) if without_margin(judged.views.get(s.id))]
    if not days:
        return ""
    when = counts.join([counts.day_short_weekday(day) for day in days])
    noun = "deze bijeenkomst" if len(days) == 1 else f"{len(days)} bijeenkomsten"
    return f"Eén afzegging maakt {noun} ongeldig: {when}."
