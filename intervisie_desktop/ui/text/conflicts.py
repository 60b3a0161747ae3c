"""What is in the way of a date, as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from intervisie_desktop.domain.planning.conflicts import Conflict, ConflictKind
from intervisie_desktop.ui.text import counts

_SENTENCES = {
    ConflictKind.OWN_SESSION: "Overlapt {what}, {times}.",
    ConflictKind.SAME_GROUP_SAME_DAY: "{what} komt deze dag al bijeen, {times}.",
    ConflictKind.BUSY: "Bezet, {times} ({what}).",
    ConflictKind.TIGHT: "Sluit direct aan op {what}, {times}.",
    ConflictKind.PUBLIC_HOLIDAY: "Feestdag: {what}.",
    ConflictKind.SCHOOL_HOLIDAY: "Schoolvakantie: {what}.",
    ConflictKind.OWN_HOLIDAY: "Uw vakantie: {what}.",
    ConflictKind.WEEKEND: "Valt op {weekday}.",
}


def say(conflict: Conflict, groups: Mapping[str, str], people: Mapping[str, str]) -> str:
    """One conflict as a sentence, with the names by id."""
    what = groups.get(conflict.group_id or "", "") or conflict.name
    times = ""
    if conflict.start is not None and conflict.end is not None:
        times = counts.span(conflict.start, conflict.end)
    if conflict.kind is ConflictKind.BUSY and not times:
        return f"Hele dag bezet ({conflict.name})."
    if conflict.kind is ConflictKind.PARTICIPANT_ELSEWHERE:
        return f"{_who(conflict.participants, people)} dan bij {what}."
    weekday = counts.WEEKDAYS[conflict.day.weekday()]
    return _SENTENCES[conflict.kind].format(what=what, times=times, weekday=weekday)


def _who(ids: frozenset[str], people: Mapping[str, str]) -> str:
    names = sorted(people.get(i, "een deelnemer") for i in ids)
    if len(names) > 2:
        rest = len(names) - 1
        names = [names[0], f"{rest} anderen"]
    return f"{counts.join(names)} {'is' if len(ids) == 1 else 'zijn'}"
