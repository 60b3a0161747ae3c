"""Drawing the day and week view."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.agenda.dragging import Drag
from intervisie_desktop.ui.pages.agenda.geometry import Geometry
from intervisie_desktop.ui.pages.agenda.state import Band, BandTone, Entry, EntryKind
from intervisie_desktop.ui.pages.agenda.views import stripes
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import group_token

STATE_SIGNS = {
    SessionState.PLANNED: "circle-dashed",
    SessionState.HELD: "circle-check",
    SessionState.CLOSED: "badge-check",
    SessionState.CANCELLED: "calendar-x",
}
BAND_LOOKS = {
    BandTone.SCHOOL: ("waarschuwing-soft", "waarschuwing", "sun"),
    BandTone.HOLIDAY: ("fout-soft", "fout", "star"),
    BandTone.OWN: ("tip-soft", "tip", "calendar-off"),
    BandTone.CLOCK: ("neutral-soft", "neutral", "sun-moon"),
    BandTone.BUSY: ("", "ink-3", "ban"),
}


def paint_back(painter: QPainter, where: Geometry) -> None:
    """Weekend tone, hour lines and day lines below the heads."""
    theme = current()
    body = QRectF(0, where.top, where.width, where.height - where.top)
    painter.save()
    painter.setClipRect(body)
    for day in where.days:
        left, width = where.column(day)
        if day.weekday() >= 5:
            column = QRectF(left, body.top(), width, body.height())
            painter.fillRect(column, theme.color("surface-2"))
    for hour in range(25):
        y = round(where.y_of(hour * 60))
        painter.fillRect(QRectF(where.gutter, y, where.width, 1), theme.color("line"))
        if 0 < hour < 24 and y - theme.px(7) > where.top:
            area = QRectF(0, y - theme.px(8), where.gutter - 7, theme.px(16))
            right = Qt.AlignmentFlag.AlignRight
            paint.text(painter, area, counts.clock(hour * 60), Role.MICRO, "ink-3", right)
    painter.restore()


def paint_heads(painter: QPainter, where: Geometry) -> None:
    """Week number, day names, whole-day bands and the lines between."""
    theme = current()
    top = QRectF(0, 0, where.width, where.top)
    for day in where.days:
        if day.weekday() >= 5:
            left, width = where.column(day)
            painter.fillRect(QRectF(left, 0, width, where.top), theme.color("surface-2"))
        _head(painter, where, day)
    _gutter_words(painter, QRectF(0, 0, where.gutter, where.head), "wk", counts.week(where.days[0]))
    _gutter_words(painter, QRectF(0, where.head, where.gutter, where.lane), "hele", "dag")
    for day in where.days:
        left, _ = where.column(day)
        painter.fillRect(QRectF(left, 0, 1, where.height), theme.color("line"))
    painter.fillRect(QRectF(0, where.head, where.width, 1), theme.color("line"))
    painter.fillRect(QRectF(0, top.bottom() - 1, where.width, 1), theme.color("line"))


def _gutter_words(painter: QPainter, area: QRectF, first: str, second: object) -> None:
    middle = Qt.AlignmentFlag.AlignHCenter
    half = current().px(15)
    top = QRectF(area.left(), area.center().y() - half, area.width(), half)
    paint.text(painter, top, first, Role.MICRO, "ink-3", middle)
    paint.text(painter, top.translated(0, half - 1), str(second), Role.MICRO, "ink-3", middle)


def _head(painter: QPainter, where: Geometry, day: date) -> None:
    theme = current()
    left, width = where.column(day)
    narrow = width < theme.px(56)
    pad, gap = (4, 3) if narrow else (9, 5)
    area = QRectF(left + pad, 0, width - pad - 1, where.head)
    is_today = day == where.state.today
    token = "accent" if is_today else "ink-3"
    name = counts.SHORT_WEEKDAYS[day.weekday()]
    role = Role.MICRO if narrow else Role.META
    used = paint.text(painter, area.adjusted(0, 2, 0, 0), name, role, token)
    number = area.adjusted(used + gap, 0, 0, 0)
    ink = "accent" if is_today else "ink-3" if day.weekday() >= 5 else "ink"
    drawn = paint.text(painter, number, str(day.day), Role.NUMBER, ink)
    if is_today:
        line = QRectF(area.left(), where.head - 3, used + gap + drawn, 3)
        painter.fillRect(line, theme.color("accent"))
    if len(where.days) == 1:
        rest = number.adjusted(drawn + 8, 2, 0, 0)
        month = counts.MONTHS[day.month - 1]
        paint.text(painter, rest, month, Role.META, "ink-3")


def paint_band(painter: QPainter, rect: QRectF, band: Band) -> None:
    """One whole-day band."""
    fill, ink, sign = BAND_LOOKS[band.tone]
    if fill:
        paint.box(painter, rect, 4, fill)
    else:
        stripes(painter, rect, 4)
    side = current().px(14)
    if rect.width() > current().px(90):
        icons.paint(
            painter, sign, QRectF(rect.left() + 6, rect.top(), side, rect.height()), ink, 13
        )
        area = rect.adjusted(side + 12, 0, -3, 0)
        paint.text(painter, area, band.words, Role.META, ink)
    elif paint.width_of(band.words, Role.MICRO) <= rect.width() - 6:
        paint.text(painter, rect.adjusted(4, 0, -1, 0), band.words, Role.MICRO, ink)
    else:
        # Half a word says less than a sign; listening and the month view have the words.
        icons.paint(painter, sign, rect, ink, 13)


def paint_entry(painter: QPainter, rect: QRectF, entry: Entry, *, ghost: bool = False) -> None:
    """A session or a busy time."""
    painter.save()
    if ghost:
        painter.setOpacity(0.35)
    if entry.kind is EntryKind.BUSY:
        _busy(painter, rect, entry)
    else:
        _session(painter, rect, entry)
    painter.restore()


def _busy(painter: QPainter, rect: QRectF, entry: Entry) -> None:
    stripes(painter, rect)
    line = current().px(16)
    area = QRectF(rect.left() + 8, rect.top() + 3, rect.width() - 12, line)
    if rect.height() < line + 3:
        area.moveTop(rect.center().y() - line / 2)
    paint.text(painter, area, entry.title, Role.MICRO, "ink-3")
    if entry.tight and rect.height() > 2 * line + 4:
        below = area.translated(0, line)
        icons.paint(
            painter,
            "triangle-alert",
            QRectF(below.left(), below.top(), current().px(12), line),
            "waarschuwing",
            12,
        )
        below.setLeft(below.left() + current().px(16))
        paint.text(painter, below, "sluit direct aan", Role.MICRO, "waarschuwing")


def _session(painter: QPainter, rect: QRectF, entry: Entry) -> None:
    token = group_token(entry.colour)
    off = entry.state is SessionState.CANCELLED
    if off:
        style = Qt.PenStyle.DashLine
        paint.box(painter, rect, 4, "surface", "line-strong", 1, style)
    else:
        painter.save()
        painter.setClipRect(rect)
        paint.box(painter, rect, 4, f"{token}-soft")
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), current().color(token))
        painter.restore()
    inside = rect.adjusted(10, 4, -5, -3)
    ink = "ink-3" if off else "ink"
    line = current().px(17)
    if inside.height() < 2 * line - 2:
        _one_line(painter, rect.adjusted(10, 0, -4, 0), entry, ink)
        return
    painter.save()
    painter.setClipRect(rect)
    _lines(painter, inside, entry, ink, token)
    painter.restore()


def _one_line(painter: QPainter, area: QRectF, entry: Entry, ink: str) -> None:
    words = f"{counts.clock(entry.start)} {entry.title}"
    paint.text(painter, area, words, Role.META_STRONG, ink)


def _lines(painter: QPainter, area: QRectF, entry: Entry, ink: str, token: str) -> None:
    line = current().px(17)
    room = int(area.height() // line)
    title = wrapped(entry.title, Role.STRONG, area.width(), 2 if room >= 4 else 1)
    y = area.top()
    for words in title:
        paint.text(painter, QRectF(area.left(), y, area.width(), line), words, Role.STRONG, ink)
        if entry.state is SessionState.CANCELLED:
            width = min(paint.width_of(words, Role.STRONG), area.width())
            painter.setPen(QPen(current().color(ink), 1))
            middle = y + line / 2 + 1
            painter.drawLine(QPointF(area.left(), middle), QPointF(area.left() + width, middle))
        y += line
    state_ink = "ink-3" if entry.state is SessionState.CANCELLED else token
    sign = STATE_SIGNS[entry.state] if entry.state else ""
    times = counts.span(entry.start, entry.end)
    if paint.width_of(times, Role.META) > area.width():
        times = counts.clock(entry.start)
    rest = [
        (times, "", "ink-2" if ink == "ink" else ink),
        (entry.place, "video" if entry.online else "map-pin", "ink-2" if ink == "ink" else ink),
        (entry.state_word, sign, state_ink),
    ]
    for words, drawn, colour in rest[: max(0, room - len(title))]:
        left = area.left()
        side = current().px(13)
        if drawn and area.width() > current().px(76):
            icons.paint(painter, drawn, QRectF(left, y, side, line), colour, 13)
            left += side + 4
        row = QRectF(left, y, area.right() - left, line)
        paint.text(painter, row, words, Role.META, colour)
        y += line


def paint_drag(painter: QPainter, where: Geometry, drag: Drag) -> None:
    """Where what is dragged would land, with its times."""
    area = where.slot(drag.day, drag.start, drag.end).adjusted(4, 1, -4, 0)
    style = Qt.PenStyle.DashLine
    paint.box(painter, area, 4, "accent-soft", "accent", 1.5, style)
    row = QRectF(area.left() + 9, area.top() + 3, area.width() - 12, current().px(17))
    title = drag.entry.title if drag.entry else "Nieuwe bijeenkomst"
    paint.text(painter, row, counts.span(drag.start, drag.end), Role.META_STRONG, "accent")
    if area.height() > current().px(38):
        below = row.translated(0, current().px(17))
        paint.text(painter, below, title, Role.META, "ink")


def wrapped(words: str, role: Role, width: float, most: int) -> list[str]:
    """The words over at most so many lines; the last one is elided when painted."""
    metrics = QFontMetrics(QFont(current().font(role)))
    lines: list[str] = []
    for part in words.split():
        longer = f"{lines[-1]} {part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) > width and len(lines) < most:
            lines.append(part)
        elif lines:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines or [""]


def paint_now(painter: QPainter, where: Geometry, minute: int) -> None:
    """A line at the time of now in the column of today."""
    today = where.state.today
    if not where.state.first <= today <= where.state.last:
        return
    left, width = where.column(today)
    y = round(where.y_of(minute))
    painter.fillRect(QRectF(left, y, width, 2), current().color("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().color("accent"))
    painter.drawEllipse(QPointF(left + 1, y + 1), 4, 4)
