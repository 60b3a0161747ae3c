"""The checks of the record: secrecy, closed room, duration, contribution; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.domain.attendance import total_minutes
from intervisie_desktop.domain.profiles import Edition, PauseCount
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.state import CheckLine, Chip, RosterRow
from intervisie_desktop.ui.text import counts


def check_lines(
    session: Session,
    roster: Sequence[RosterRow],
    edition: Edition | None,
    *,
    online: bool,
    markable: bool,
    running: bool,
) -> tuple[CheckLine, ...]:
    """The checks in the order in which a session passes them."""
    there = [row for row in roster if row.there]
    lines = [_secrecy(session, there, markable=markable)]
    if online:
        lines.append(_rooms(there, markable=markable))
        asked = [tick for tick in online_ticks(edition) if tick != "closed_room"]
        lines += [_conditions(there, asked, markable=markable)] if asked else []
    lines.append(_duration(session, edition, running=running))
    lines.append(_contributions(there, markable=markable))
    return tuple(lines)


def margin_words(coming: int | None, edition: Edition | None) -> str:
    """What it means that few are expected; empty when one may stay away, or nothing is asked."""
    least = edition.group_min.value if edition and edition.group_min else None
    if coming is None or least is None or coming > least:
        return ""
    if coming < least:
        return "zo telt deze bijeenkomst niet"
    return "één afzegging maakt deze bijeenkomst ongeldig"


def online_ticks(edition: Edition | None) -> tuple[str, ...]:
    """The ticks a profile asks of each who takes part online; its closed room at least."""
    norm = edition.online_conditions if edition else None
    asked = [condition.tick for condition in norm.value] if norm else []
    return tuple(dict.fromkeys(["closed_room", *asked]))


def checks_chip(lines: Sequence[CheckLine]) -> Chip:
    """How many are done."""
    done = sum(line.done is True for line in lines)
    whole = done == len(lines)
    sign = "circle-check" if whole else "circle-dashed"
    return f"{done} van {len(lines)}", "ok" if whole else "neutral", sign


def _how_far(done: int, total: int) -> bool | None:
    """All (True), some (None) or none (False)."""
    return total > 0 if done == total and total else None if done else False


def _secrecy(session: Session, there: Sequence[RosterRow], *, markable: bool) -> CheckLine:
    title = "Geheimhouding besproken"
    on, at = session.confidentiality_on, session.confidentiality_at
    if on is None:
        detail = "nog niet vastgelegd" if markable else "bij de start van de bijeenkomst"
        return CheckLine("secrecy", title, detail, False, "Vastleggen" if markable else "")
    heard = sum(row.ticks["confidentiality"] for row in there)
    day = "" if on == session.day else f"{counts.day_short(on)}, "
    time = f"{counts.clock(at)}, " if at is not None and not markable else ""
    detail = f"{day}{time}met {heard} van {counts.telwoord(len(there), 'deelnemer', 'deelnemers')}"
    whole = heard == len(there) and bool(there)
    button = "Met allen" if markable and not whole else ""
    return CheckLine(
        "secrecy", title, detail, True if whole else None, button, at if markable else None
    )


def _rooms(there: Sequence[RosterRow], *, markable: bool) -> CheckLine:
    sure = sum(bool(row.room) for row in there)
    done = _how_far(sure, len(there))
    open_rooms = [row.name for row in there if not row.room]
    detail = f"{sure} van {len(there)} bevestigd" if there else "bij de start van de bijeenkomst"
    if there and 0 < len(open_rooms) <= 2 and sure:
        detail += f", {words.names(open_rooms)} nog niet"
    button = "Allen bevestigd" if markable and done is not True and there else ""
    return CheckLine("room", "Afgesloten ruimte", detail, done, button)


def _conditions(there: Sequence[RosterRow], asked: Sequence[str], *, markable: bool) -> CheckLine:
    """What else a profile asks of taking part online, all of it for all of them at once."""
    whole = sum(all(row.ticks[tick] for tick in asked) for row in there)
    done = _how_far(whole, len(there))
    lacking = [tick for tick in asked if not all(row.ticks[tick] for row in there)]
    if not there:
        detail = "bij de start van de bijeenkomst"
    elif not lacking:
        detail = f"{len(there)} van {len(there)} bevestigd"
    else:
        detail = f"nog: {counts.join([words.ONLINE_TICKS[one].lower() for one in lacking])}"
    button = "Allen bevestigd" if markable and done is not True and there else ""
    return CheckLine("online", "Voorwaarden online", detail, done, button)


def _duration(session: Session, edition: Edition | None, *, running: bool) -> CheckLine:
    least = edition.day_min.value if edition and edition.day_min else 0
    most = edition.day_max.value if edition and edition.day_max else 0
    length = session.minutes
    pause = edition.pause_counts.value if edition and edition.pause_counts else PauseCount.YES
    if pause is PauseCount.NO:
        length -= total_minutes(session.breaks)
    if least and most:
        title = f"Duur blijft binnen {_short(least)} tot {_short(most)} uur"
    elif least:
        title = f"Duur is ten minste {_short(least)} uur"
    elif most:
        title = f"Duur is ten hoogste {_short(most)} uur"
    else:
        title = "Duur, in dit profiel vrij"
    ends = f", verwacht einde {counts.clock(session.end)}" if running else ""
    good = length >= least and (not most or length <= most)
    return CheckLine("duration", title, f"{counts.hours_word(length)}{ends}", good)


def _contributions(there: Sequence[RosterRow], *, markable: bool) -> CheckLine:
    spoke = sum(bool(row.contribution) for row in there)
    done = _how_far(spoke, len(there))
    silent = [row.name for row in there if not row.contribution]
    detail = f"{spoke} van {len(there)}" if there else "tijdens de bijeenkomst"
    if spoke and 0 < len(silent) <= 2:
        detail += f", {words.names(silent)} nog niet"
    button = "Invullen" if markable and done is not True and there else ""
    return CheckLine("contribution", "Iedereen brengt in", detail, done, button)


def _short(minutes: int) -> str:
    """Hours without a needless decimal: "2", "1,5"."""
    return counts.hours(minutes).removesuffix(",0")
