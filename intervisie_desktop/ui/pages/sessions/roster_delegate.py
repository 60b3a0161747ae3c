"""Draws and edits the cells of the attendance list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intervisie_desktop.ui.pages.sessions.roster_model import ROW_ROLE, Index, Part
from intervisie_desktop.ui.pages.sessions.state import Cell, RosterRow
from intervisie_desktop.ui.text import typed
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import Tone, paint_chip
from intervisie_desktop.ui.widgets.choice import Select, paint_check
from intervisie_desktop.ui.widgets.time_field import TimeField

_PAD = 10


class RosterDelegate(QStyledItemDelegate):
    """Emits what was typed: `time_typed(id, part, minute)`, `unreadable`, theme and remark."""

    time_typed = Signal(str, int, int)
    unreadable = Signal()
    theme_chosen = Signal(str, str)
    remark_typed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes: tuple[tuple[str, str], ...] = ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, content, and the ring of the current cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RosterRow):
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        part = Part(index.column())
        _ground(painter, rect, state, first=part is Part.NAME)
        area = QRectF(rect).adjusted(_PAD + (2 if part is Part.NAME else 0), 0, -6, -1)
        _DRAWN[part](painter, area, row)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for a time, a theme or a remark."""
        part = Part(index.column())
        row = index.data(ROW_ROLE)
        name = f"{row.name}, {index.model().headerData(part, Qt.Orientation.Horizontal)}"
        if part in {Part.ARRIVED, Part.LEFT}:
            field = TimeField(name, parent)
            # The field reads as it is left; here the list itself takes what was typed.
            field.editingFinished.disconnect(field.read)
            return field
        if part is Part.CONTRIBUTION:
            select = Select(self.themes, name, parent=parent)
            select.chosen.connect(self._chosen)
            return select
        line = QLineEdit(parent)
        line.setMaxLength(200)
        line.setAccessibleName(name)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is there, to type over it."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Select):
            editor.set_value(text)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed, when it is something else."""
        row: RosterRow = index.data(ROW_ROLE)
        before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Select):
            if editor.value() != before:
                self.theme_chosen.emit(row.id, editor.value())
        elif isinstance(editor, TimeField):
            minute = typed.read_time(editor.text())
            if minute is not None and editor.text().strip() != before:
                self.time_typed.emit(row.id, index.column(), minute)
            elif minute is None and editor.text().strip():
                self.unreadable.emit()
        elif isinstance(editor, QLineEdit) and editor.text().strip() != before:
            self.remark_typed.emit(row.id, editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Within the cell, a little wider where there is room for it."""
        rect: QRect = option.rect
        height = min(rect.height() - 3, current().px(34))
        top = rect.top() + (rect.height() - height) // 2
        width = rect.width() - 4
        if index.column() == Part.CONTRIBUTION:
            width = max(width, current().px(260))
        room = editor.parentWidget()
        most = room.width() - width if room is not None else rect.left()
        left = min(rect.left() + 2, max(0, most))
        editor.setGeometry(left, top, width, height)

    def _chosen(self, _value: str) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, first: bool) -> None:
    theme = current()
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(rect, theme.color("accent-soft"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("hover"))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(line, theme.color("line"))
    if selected and first:
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(bar, theme.color("accent"))


def _name(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    away = row.chip[0] in {"afwezig", "afgemeld"}
    width = paint.text(painter, area, row.name, Role.BODY, "ink-3" if away else "ink")
    if row.role:
        beside = area.adjusted(width + 6, 0, 0, 0)
        paint.text(painter, beside, row.role, Role.META, "ink-3")


def _status(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    word, tone, sign = row.chip
    paint_chip(painter, area, word, Tone(tone), sign)


def _time(painter: QPainter, area: QRectF, cell: Cell) -> float:
    """A time in a box, dashed while it is only expected; gives where it ends."""
    theme = current()
    if cell.text == "–":
        paint.text(painter, area, cell.text, Role.BODY, "ink-3")
        return area.left()
    width, height = theme.px(56), theme.px(25)
    box = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
    style = Qt.PenStyle.DashLine if cell.expected else Qt.PenStyle.SolidLine
    paint.box(painter, box, 5, "surface", "line-strong", 1.0, style)
    token = "ink-3" if cell.expected else "ink"
    paint.text(painter, box, cell.text, Role.BODY, token, Qt.AlignmentFlag.AlignHCenter)
    return box.right()


def _arrived(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    _time(painter, area, row.arrived)


def _left(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    end = _time(painter, area, row.left)
    if row.stretches > 1:
        beside = QRectF(end + 5, area.top(), area.right() - end, area.height())
        paint.text(painter, beside, f"{row.stretches}×", Role.META, "waarschuwing")


def _hours(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    role = Role.STRONG if row.there else Role.BODY
    token = "waarschuwing" if row.short else "ink" if row.there else "ink-3"
    room = area.adjusted(0, 0, -6, 0)
    paint.text(painter, room, row.hours, role, token, Qt.AlignmentFlag.AlignRight)
    if row.short:
        side = current().px(14)
        width = paint.width_of(row.hours, role)
        box = QRectF(room.right() - width - side - 5, room.top(), side, room.height())
        icons.paint(painter, "triangle-alert", box, token, 14)


def _tick(painter: QPainter, area: QRectF, on: bool | None, word: str, token: str) -> None:
    if on is None:
        paint.text(painter, area, "–", Role.BODY, "ink-3")
        return
    side = current().px(16)
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    paint_check(painter, QRectF(area.left(), area.top(), side, area.height()), state)
    beside = area.adjusted(side + 8, 0, 0, 0)
    paint.text(painter, beside, word, Role.META_STRONG if token != "ink-2" else Role.META, token)


def _room(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    _tick(painter, area, row.room, row.room_word, "ink-2" if row.room else "waarschuwing")


def _contribution(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    _tick(painter, area, row.contribution, row.theme, "ink-2")


def _remark(painter: QPainter, area: QRectF, row: RosterRow) -> None:
    if row.remark_advice:
        side = current().px(14)
        box = QRectF(area.left(), area.top(), side, area.height())
        icons.paint(painter, "triangle-alert", box, "waarschuwing", 14)
        area = area.adjusted(side + 5, 0, 0, 0)
    paint.text(painter, area, row.remark, Role.META, "ink-2")


_DRAWN = {
    Part.NAME: _name,
    Part.STATUS: _status,
    Part.ARRIVED: _arrived,
    Part.LEFT: _left,
    Part.HOURS: _hours,
    Part.ROOM: _room,
    Part.CONTRIBUTION: _contribution,
    Part.REMARK: _remark,
}
