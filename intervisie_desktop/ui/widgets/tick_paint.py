"""Where everything stands in a row of the list, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import paint_tag, tag_width
from intervisie_desktop.ui.widgets.choice import paint_check
from intervisie_desktop.ui.widgets.tick_rows import Row, RowAction

LEFT, INDENT, RIGHT = 14, 40, 14
_CHECKS = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}
_TOKENS = {"ok": "ok", "waarschuwing": "waarschuwing", "fout": "fout", "neutral": "ink-3"}


@dataclass(frozen=True)
class Layout:
    """The places in a row of a certain width, measured from its top left."""

    height: int
    head: QRectF
    box: QRectF
    lines: tuple[tuple[QRectF, str], ...]
    buttons: tuple[tuple[QRectF, RowAction], ...]


def layout(row: Row, width: int) -> Layout:
    """Where head, check box, reasons and buttons of a row stand."""
    theme = current()
    head_height = theme.px(40 if row.kind == "group" else 33)
    head = QRectF(0, 0, width, head_height)
    side = theme.px(16)
    left = theme.px(36) if row.kind == "group" else LEFT
    box = QRectF(left, (head_height - side) / 2, side, side)
    indent, y = theme.px(INDENT), float(head_height)
    lines = []
    room = width - indent - theme.px(10) - RIGHT
    for text in row.lines:
        height = _height(text, room)
        lines.append((QRectF(indent + theme.px(10), y, room, height), text))
        y += height + 4
    if lines:
        y += 3
    buttons, y = _buttons(row, indent, y, width)
    return Layout(int(y), head, box, tuple(lines), tuple(buttons))


def draw(
    painter: QPainter, row: Row, rect: QRectF, *, selected: bool, focus: bool, hover: bool
) -> None:
    """The whole row."""
    theme = current()
    ground = "accent-soft" if selected else "hover" if hover else _ground(row)
    if ground:
        painter.fillRect(rect, theme.color(ground))
    bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    painter.fillRect(bottom, theme.color("line"))
    places = layout(row, int(rect.width()))
    painter.save()
    painter.translate(rect.topLeft())
    if row.kind == "person":
        _draw_person(painter, row, places)
    elif row.kind == "group":
        _draw_group(painter, row, places)
    else:
        _draw_rest(painter, row, places)
    painter.restore()
    if focus:
        paint.focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)


def _ground(row: Row) -> str:
    return "surface-2" if row.kind == "group" else ""


def _draw_group(painter: QPainter, row: Row, places: Layout) -> None:
    theme = current()
    head = places.head
    _chevron(painter, row, head)
    left = theme.px(36)
    code, colour = row.tag
    if code:
        area = QRectF(left, 0, tag_width(code), head.height())
        paint_tag(painter, area, code, colour)
        left += tag_width(code) + 8
    if row.checkable:
        paint_check(painter, places.box, _CHECKS[row.checked])
        left = int(places.box.right()) + 10
    side = paint.width_of(row.side, Role.META)
    right = head.right() - RIGHT
    paint.text(
        painter, QRectF(left, 0, right - side - left - 8, head.height()), row.title, Role.STRONG
    )
    area = QRectF(right - side, 0, side + 2, head.height())
    paint.text(painter, area, row.side, Role.META, "ink-3")


def _draw_rest(painter: QPainter, row: Row, places: Layout) -> None:
    _chevron(painter, row, places.head)
    left = current().px(32)
    area = QRectF(left, 0, places.head.width() - left - RIGHT, places.head.height())
    paint.text(painter, area, row.title, Role.META, "ink-3")


def _chevron(painter: QPainter, row: Row, head: QRectF) -> None:
    sign = "chevron-down" if row.open else "chevron-right"
    icons.paint(painter, sign, QRectF(LEFT, 0, current().px(14), head.height()), "ink-3", 14)


def _draw_person(painter: QPainter, row: Row, places: Layout) -> None:
    theme = current()
    head = places.head
    paint_check(painter, places.box, _CHECKS[row.checked], enabled=row.checkable)
    token = _TOKENS.get(row.tone, "ink-3")
    right = head.right() - RIGHT
    badge = paint.width_of(row.badge, Role.META)
    sign = theme.px(14)
    paint.text(
        painter, QRectF(right - badge, 0, badge + 2, head.height()), row.badge, Role.META, token
    )
    if row.icon:
        icons.paint(
            painter, row.icon, QRectF(right - badge - sign - 6, 0, sign, head.height()), token, 14
        )
    hours_right = min(right - badge - sign - 14, head.right() - theme.px(112))
    if not row.badge:
        hours_right = right
    hours = paint.width_of(row.hours, Role.STRONG)
    area = QRectF(hours_right - hours, 0, hours + 2, head.height())
    paint.text(painter, area, row.hours, Role.STRONG)
    left = theme.px(INDENT)
    paint.text(painter, QRectF(left, 0, hours_right - hours - left - 8, head.height()), row.title)
    _draw_reasons(painter, row, places, token)
    for rect, action in places.buttons:
        _draw_button(painter, rect, action)


def _draw_reasons(painter: QPainter, row: Row, places: Layout, token: str) -> None:
    theme = current()
    for rect, text in places.lines:
        bar = QRectF(theme.px(INDENT), rect.top() + 1, 2, rect.height() - 2)
        tone = "line-strong" if row.tone == "neutral" else token
        painter.fillRect(bar, theme.color(tone))
        painter.setPen(theme.color("ink-2"))
        broken = _broken(text, rect.width())
        broken.draw(painter, rect.topLeft())


def _draw_button(painter: QPainter, rect: QRectF, action: RowAction) -> None:
    theme = current()
    left = rect.left() + 9
    if action.icon:
        paint.box(painter, rect, 6, "surface", "line-strong")
        side = theme.px(14)
        icons.paint(painter, action.icon, QRectF(left, rect.top(), side, rect.height()), "ink", 14)
        left += side + 6
    area = QRectF(left, rect.top(), rect.right() - left, rect.height())
    token = "ink" if action.icon else "ink-2"
    paint.text(painter, area, action.word, Role.META, token)


def _buttons(
    row: Row, left: float, top: float, width: int
) -> tuple[list[tuple[QRectF, RowAction]], float]:
    """The buttons side by side, on a next line where they do not fit."""
    theme = current()
    if not row.actions:
        return [], top
    height, x, y = theme.px(26), left, top
    placed: list[tuple[QRectF, RowAction]] = []
    for action in row.actions:
        wide = paint.width_of(action.word, Role.META) + 20
        wide += theme.px(14) + 6 if action.icon else 0
        if placed and x + wide > width - RIGHT:
            x, y = left, y + height + 4
        placed.append((QRectF(x, y, wide, height), action))
        x += wide + 6
    return placed, y + height + 9


def _broken(text: str, width: float) -> QTextLayout:
    found = QTextLayout(text, current().font(Role.META))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found.setTextOption(option)
    leading = QFontMetrics(current().font(Role.META)).lineSpacing() + 1
    found.beginLayout()
    y = 0.0
    while (line := found.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, y))
        y += leading
    found.endLayout()
    return found


def _height(text: str, width: float) -> float:
    leading = QFontMetrics(current().font(Role.META)).lineSpacing() + 1
    return float(_broken(text, width).lineCount() * leading)
