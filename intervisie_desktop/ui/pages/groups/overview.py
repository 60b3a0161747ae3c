"""What the tab Overzicht shows: the group's own data and its key numbers; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.clients import ClientRow
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.groups import GroupsService, GroupYear
from intervisie_desktop.services.practice import FacilitatorCard
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.ui.pages.groups.attending import judged_of, key_numbers
from intervisie_desktop.ui.pages.groups.forecast import forecast_lines, margin_notice
from intervisie_desktop.ui.pages.groups.matrix import TAKEN_PLACE, sessions_of
from intervisie_desktop.ui.pages.groups.state import Overview
from intervisie_desktop.ui.text import counts, labels
from intervisie_desktop.ui.text.lint import note_advice

COLOURS = (("0", "Blauw"), ("1", "Pruim"), ("2", "Mos"), ("3", "Roest"), ("4", "Petrol"))
_NOBODY = (("", "Geen"),)


def overview_of(
    year: GroupYear,
    groups: GroupsService,
    clients: Sequence[ClientRow],
    facilitators: Sequence[FacilitatorCard],
    profiles: ProfilesService,
    compliance: ComplianceService,
    today: date,
) -> Overview:
    """Everything about a group that is not about one session or person."""
    group = year.group
    offered = [p for p in profiles.all().values() if p.enabled or p.key in group.profiles]
    known = tuple((profile.key, profile.name) for profile in offered)
    short = tuple((profile.key, profile.short_name) for profile in offered)
    leading = profiles.all().get(group.profiles[0])
    edition = leading.edition_on(today) if leading else None
    size = groups.size(group.id)
    sessions = sessions_of(year)
    taken = sum(1 for s in sessions if s.state in TAKEN_PLACE)
    planned = sum(1 for s in sessions if s.state is SessionState.PLANNED)
    judged = judged_of(year, compliance)
    well = key_numbers(year, judged)[0]
    others = size.trainees + size.guests
    word = counts.telwoord(size.members, "lid", "leden")
    who = [word if others else word.split()[-1]]
    who += [counts.telwoord(size.trainees, "stagiair", "stagiairs")] if size.trainees else []
    who += [counts.telwoord(size.guests, "gast", "gasten")] if size.guests else []
    return Overview(
        numbers=(
            (str(size.members + size.trainees + size.guests), ", ".join(who)),
            (
                str(taken),
                f"{'bijeenkomst' if taken == 1 else 'bijeenkomsten'} gehouden",
            ),
            (str(planned), _next(year, today)),
            well,
        ),
        values={
            "name": group.name,
            "code": group.code,
            "colour": str(group.colour),
            "profile": group.profiles[0],
            "also": group.profiles[1:],
            "mode": group.mode.value,
            "place": group.place,
            "link": group.link,
            "client_id": group.client_id or "",
            "facilitator_id": group.facilitator_id or "",
            "method": group.method,
            "product": group.product.value,
            "note": group.note,
            "field_of_law": group.field_of_law,
            "composition_agreed_with": group.composition_agreed_with,
            "composition_agreed_on": group.composition_agreed_on,
            "accreditation_requested_on": group.accreditation_requested_on,
            "registered_on": group.registered_on,
        },
        options={
            "profile": known,
            "also": tuple(pair for pair in short if pair[0] != group.profiles[0]),
            "mode": labels.options(Mode),
            "client_id": _NOBODY + tuple((row.id, row.name) for row in clients),
            "facilitator_id": _NOBODY
            + tuple((card.facilitator.id, card.facilitator.name) for card in facilitators),
        },
        size=size_badge(size.members, edition),
        archived=group.archived,
        advice=note_advice(group.note),
        forecast=forecast_lines(year, judged),
        forecast_title=f"Prognose {year.year}",
        margin=margin_notice(year, judged),
    )


def size_badge(members: int, edition: Edition | None) -> tuple[str, str, str]:
    """How the size compares with the profile: "7 van 3–10", with tone and sign."""
    low = edition.group_min.value if edition and edition.group_min else None
    high = edition.group_max.value if edition and edition.group_max else None
    if low is None and high is None:
        return counts.telwoord(members, "lid", "leden"), "neutral", "users"
    norm = f"{low}–{high}" if low and high else f"ten minste {low}" if low else f"hoogstens {high}"
    fits = (low is None or members >= low) and (high is None or members <= high)
    if fits:
        return f"{members} van {norm}", "ok", "circle-check"
    return f"{members} van {norm}", "fout", "octagon-x"


def _next(year: GroupYear, today: date) -> str:
    planned = [s.day for s in sessions_of(year) if s.state is SessionState.PLANNED]
    coming = [day for day in planned if day >= today]
    return f"gepland, eerst {counts.day_short(min(coming))}" if coming else "gepland"
