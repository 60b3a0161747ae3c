"""The attendance list on the screen: one tab stop, arrows inside, one key per participant."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from intervisie_desktop.ui.pages.sessions.roster_delegate import RosterDelegate
from intervisie_desktop.ui.pages.sessions.roster_model import ROW_ROLE, Index, Part, RosterModel
from intervisie_desktop.ui.pages.sessions.state import RosterRow, SessionState
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.choice import Select

_WIDTHS = {
    Part.STATUS: 102,
    Part.ARRIVED: 80,
    Part.LEFT: 94,
    Part.HOURS: 72,
    Part.ROOM: 124,
}
_KEYS = {
    Qt.Key.Key_A: "A", Qt.Key.Key_L: "L", Qt.Key.Key_F: "F",
    Qt.Key.Key_M: "M", Qt.Key.Key_I: "I", Qt.Key.Key_R: "R",
}  # fmt: skip
_TICKS = {Part.ROOM: "R", Part.CONTRIBUTION: "I"}
_CHAIN = QAbstractItemDelegate.EndEditHint.SubmitModelCache


class RosterTable(QTableView):
    """Emits `pressed(key, id)` for a marking key, `asked(id, point)` for a menu.

    `row_changed(id)` tells who is current. As high as its rows: the page scrolls, not the list.
    """

    pressed = Signal(str, str)
    asked = Signal(str, QPoint)
    row_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Aanwezigheid")
        self.roster = RosterModel()
        self.setModel(self.roster)
        self.delegate = RosterDelegate(self)
        self.setItemDelegate(self.delegate)
        self._chaining = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(30)
        current().changed.connect(self._restyle)
        self._restyle()

    def show_session(self, state: SessionState) -> None:
        """Show who is on the list; who was current stays so."""
        now, column = self.current_id(), max(self.currentIndex().column(), 0)
        self.delegate.themes = state.themes
        self.roster.show(
            state.roster, state.hours_head, markable=state.markable, editable=state.editable
        )
        self.setColumnHidden(Part.ROOM, not state.online)
        self._measure()
        if self.current_id() != now or not now:
            self.choose(now, Part(column))

    def current_id(self) -> str:
        """Who is current, or nobody."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, RosterRow) else ""

    def current_row(self) -> RosterRow | None:
        """The current row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, RosterRow) else None

    def choose(self, participant_id: str, part: Part = Part.NAME) -> None:
        """Make someone current; the first one when there is no such person."""
        if not self.roster.rows:
            return
        number = max(self.roster.row_of(participant_id), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.roster.index(number, part), flags.ClearAndSelect | flags.Rows
        )

    def edit_part(self, participant_id: str, part: Part) -> None:
        """Let a cell be typed in; nothing happens where it cannot be."""
        self.choose(participant_id, part)
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A marking key acts on the row, Enter edits it, the space bar ticks a cell."""
        if self.state() is QAbstractItemView.State.EditingState:
            # Enter in a field of the list comes by here as well; the field has taken it.
            super().keyPressEvent(event)
            return
        row = self.current_row()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }
        key = Qt.Key(event.key())
        part = Part(max(self.currentIndex().column(), 0))
        if row is None or not plain:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.pressed.emit(_KEYS[key], row.id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._edit_row(row, part)
        elif key == Qt.Key.Key_Space and part in _TICKS:
            self.pressed.emit(_TICKS[part], row.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks a tick and opens a time or a remark."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE)
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, RosterRow):
            return
        part = Part(index.column())
        if part in _TICKS and self._on_tick(index, event.position().x()):
            self.pressed.emit(_TICKS[part], row.id)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._chaining = False
            self._open(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row, at the pointer or under the current cell."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.visualRect(index).bottomLeft()
        else:
            index, point = self.indexAt(event.pos()), event.pos()
        row = index.data(ROW_ROLE)
        if isinstance(row, RosterRow):
            self.asked.emit(row.id, self.viewport().mapToGlobal(point))

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell who is current."""
        super().currentChanged(now, before)
        row = now.data(ROW_ROLE)
        if isinstance(row, RosterRow) and now.row() != before.row():
            self.row_changed.emit(row.id)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter in the arrival comes the departure."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        going_on = self._chaining and hint is _CHAIN and index.column() == Part.ARRIVED
        self._chaining = going_on
        if going_on:
            self.edit_part(self.current_id(), Part.LEFT)

    def _edit_row(self, row: RosterRow, part: Part) -> None:
        self._chaining = part not in {Part.LEFT, Part.CONTRIBUTION, Part.REMARK}
        self.edit_part(row.id, Part.ARRIVED if self._chaining else part)

    def _open(self, index: QModelIndex) -> None:
        self.edit(index)
        field = QApplication.focusWidget()
        if isinstance(field, Select) and self.isAncestorOf(field):
            # The first arrow would choose already; in the open list it only moves.
            field.showPopup()

    def _on_tick(self, index: QModelIndex, x: float) -> bool:
        """The box itself; beside it the theme of a contribution can be chosen."""
        row = index.data(ROW_ROLE)
        if Part(index.column()) is Part.ROOM or not row.contribution:
            return True
        return x < self.visualRect(index).left() + current().px(32)

    def _restyle(self) -> None:
        theme = current()
        head = self.horizontalHeader()
        head.setFont(theme.font(Role.MICRO_STRONG))
        self.verticalHeader().setMinimumSectionSize(18)
        self.verticalHeader().setDefaultSectionSize(theme.px(39))
        for part in Part:
            if part in _WIDTHS:
                head.setSectionResizeMode(part, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(part, theme.px(_WIDTHS[part]))
            else:
                head.setSectionResizeMode(part, QHeaderView.ResizeMode.Stretch)
        self._measure()

    def _measure(self) -> None:
        head = max(self.horizontalHeader().sizeHint().height(), current().px(32))
        self.setFixedHeight(head + len(self.roster.rows) * current().px(39) + 1)
