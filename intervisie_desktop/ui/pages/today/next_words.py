"""The words of the card about the session that comes next; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.dashboard import NextSession
from intervisie_desktop.ui.pages.today.state import CheckState, NextState
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import today as words

_DONE = ("circle-check", "ok")
_PART = ("circle-slash-2", "waarschuwing")
_OPEN = ("circle-dashed", "ink-3")


def stated(found: NextSession | None, today: date, now: int) -> NextState | None:
    """The card, or None when nothing is planned."""
    if found is None:
        return None
    session, group = found.card.session, found.card.group
    day = session.day
    return NextState(
        session_id=session.id,
        weekday=counts.WEEKDAYS[day.weekday()],
        day=str(day.day),
        month=counts.MONTHS[day.month - 1],
        countdown=words.countdown(day, session.start, session.end, today, now),
        group=group.name,
        code=group.code,
        colour=group.colour,
        facts=(
            ("clock", counts.span(session.start, session.end)),
            _where(session),
            ("users", words.people(found.expected)),
        ),
        checks=tuple(_checks(found)),
        button=_button(session, today),
    )


def _button(session: Session, today: date) -> tuple[str, str]:
    if session.state is SessionState.HELD:
        return (words.CONTINUE, "play")
    return (words.START, "play") if session.day <= today else (words.GO, "arrow-right")


def _where(session: Session) -> tuple[str, str]:
    if session.mode is Mode.ONLINE:
        return ("video", "Online" if session.link else "Online, nog zonder link")
    place = session.place or "plaats onbekend"
    return ("map-pin", f"{place}, ook online" if session.mode is Mode.HYBRID else place)


def _checks(found: NextSession) -> Iterator[CheckState]:
    session = found.card.session
    yield _once("Uitnodiging verstuurd", session.invited_on)
    yield _duration(found)
    yield _some("Voorbereiding ontvangen", found.prepared, found.expected)
    yield _secrecy(session)
    if session.mode is Mode.ON_LOCATION:
        known = bool(session.place)
        yield CheckState(*(_DONE if known else _OPEN), "Plaats vastgelegd",
                         "" if known else "nog niet")  # fmt: skip
        yield _size(found)
    else:
        yield _once("Link verstuurd", session.link_sent_on)
        if found.rooms:
            yield _some("Afgesloten ruimte", found.rooms, found.expected)
        else:
            yield CheckState(*_OPEN, "Afgesloten ruimte", "bij aanvang")


def _once(what: str, day: date | None) -> CheckState:
    if day is None:
        return CheckState(*_OPEN, what, "nog niet")
    return CheckState(*_DONE, what, counts.day_short(day))


def _some(what: str, done: int, of: int) -> CheckState:
    side = f"{done} van {of}"
    if of and done >= of:
        return CheckState(*_DONE, what, side)
    if done:
        return CheckState(*_PART, what, side, "waarschuwing")
    return CheckState(*_OPEN, what, side)


def _secrecy(session: Session) -> CheckState:
    if session.confidentiality_on is None:
        return CheckState(*_OPEN, "Geheimhouding", "bij aanvang")
    return CheckState(*_DONE, "Geheimhouding", counts.day_short(session.confidentiality_on))


def _duration(found: NextSession) -> CheckState:
    minutes, edition = found.card.session.minutes, found.edition
    what = f"Duur {counts.hours_word(minutes)}"
    low = edition.day_min.value if edition and edition.day_min else None
    high = edition.day_max.value if edition and edition.day_max else None
    if low is not None and minutes < low:
        return CheckState(*_PART, what, f"minder dan {counts.hours_word(low)}", "waarschuwing")
    if high is not None and minutes > high:
        return CheckState(*_PART, what, f"meer dan {counts.hours_word(high)}", "waarschuwing")
    if low is None or high is None:
        return CheckState(*_DONE, what, "")
    return CheckState(*_DONE, what, f"binnen {_short(low)}–{_short(high)} uur")


def _size(found: NextSession) -> CheckState:
    count, edition = found.expected, found.edition
    low = edition.group_min.value if edition and edition.group_min else 0
    high = edition.group_max.value if edition and edition.group_max else 0
    what = "Aantal deelnemers"
    if low and count < low:
        return CheckState(*_PART, what, f"{count}, minimaal {low}", "waarschuwing")
    if high and count > high:
        return CheckState(*_PART, what, f"{count}, maximaal {high}", "waarschuwing")
    return CheckState(*_DONE, what, f"{count}, binnen {low}–{high}" if low and high else str(count))


def _short(minutes: int) -> str:
    return str(minutes // 60) if minutes % 60 == 0 else counts.hours(minutes)
