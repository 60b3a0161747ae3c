"""The matrix on the screen: names and forecast stand still, the sessions scroll between them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from intervisie_desktop.ui.pages.groups.matrix import Matrix, Show
from intervisie_desktop.ui.pages.groups.matrix_model import Index, MatrixModel
from intervisie_desktop.ui.pages.groups.matrix_paint import MatrixDelegate, MatrixHead
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint

KEYS = "ALFMIR"
_CELL = {Show.HOURS: 64, Show.TIMES: 126, Show.CONTRIBUTION: 64}
_NAME, _NOW, _FORECAST = 150, 48, 152


class _Part(QTableView):
    """One of the three views over the same model."""

    def __init__(self, model: MatrixModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(MatrixDelegate(model, self))
        self.setHorizontalHeader(MatrixHead(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(12)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What stands still takes no keys."""
        event.ignore()


class Sessions(_Part):
    """The cells: arrows move, letters mark, Enter edits; one stop for Tab.

    Emits `moved(session, participant)`, `letter(key)` and `asked` for editing.
    """

    moved = Signal(str, str)
    letter = Signal(str)
    asked = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model, "Aanwezigheid per bijeenkomst")
        self._cells = model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.doubleClicked.connect(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and Enter act on the current cell; arrows stay among the people."""
        letter = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and letter and letter in KEYS:
            self.letter.emit(letter)
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.asked.emit()
        elif plain and event.key() in _STEPS:
            self._step(*_STEPS[Qt.Key(event.key())])
        else:
            # Past _Part, which takes no keys at all.
            QTableView.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current cell while the focus is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(0, self._default_column())

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell which cell is current."""
        super().currentChanged(now, before)
        model = self.model()
        if not isinstance(model, MatrixModel):
            return
        matrix = model.matrix
        row, column = now.row(), now.column() - 1
        if 0 <= row < len(matrix.people) and 0 <= column < len(matrix.columns):
            self.moved.emit(matrix.columns[column].id, matrix.people[row].id)

    def go(self, row: int, column: int) -> None:
        """Make a cell current, by person and by session, as far as they are there."""
        matrix = self._cells.matrix
        if not matrix.people or not matrix.columns:
            return
        row = max(0, min(row, len(matrix.people) - 1))
        column = max(0, min(column, len(matrix.columns) - 1))
        index = self._cells.index(row, column + 1)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def _step(self, down: int, right: int) -> None:
        now = self.currentIndex()
        self.go(now.row() + down, now.column() - 1 + right)

    def _default_column(self) -> int:
        columns = self._cells.matrix.columns
        today = [n for n, column in enumerate(columns) if column.today]
        return today[0] if today else len(columns) - 1

    def _opened(self, index: Index) -> None:
        if index.row() < len(self._cells.matrix.people):
            self.asked.emit()


_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -999),
    Qt.Key.Key_End: (0, 999),
}


class MatrixView(QWidget):
    """Names, sessions, and Nu with Prognose, side by side at full height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatrixModel()
        self._show = Show.HOURS
        self.names = _Part(self.model, "Deelnemers van de groep")
        self.sessions = Sessions(self.model)
        self.years = _Part(self.model, "Nu en prognose")
        self.setFocusProxy(self.sessions)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Placed by hand: a layout would not let go of a width once it was given.
        for part in (self.names, self.sessions, self.years):
            part.setParent(self)
        current().changed.connect(self.measure)

    def show_matrix(self, matrix: Matrix, show: Show) -> None:
        """Show a matrix; the current cell stays when it is still there."""
        now = self.sessions.currentIndex()
        at = (now.row(), now.column() - 1) if now.isValid() else None
        self._show = show
        self.model.show(matrix)
        self.measure()
        if at is not None and not self.sessions.currentIndex().isValid():
            self.sessions.go(*at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give every part its columns, widths and heights."""
        theme, matrix = current(), self.model.matrix
        count = len(matrix.columns)
        longest = max((paint.width_of(p.name) for p in matrix.people), default=0)
        name = max(theme.px(_NAME), min(longest + theme.px(58), theme.px(230)))
        years = theme.px(_NOW) + theme.px(_FORECAST)
        cells = theme.px(_CELL[self._show]) * count
        space = max(0, self.width() - years)
        if cells + name > space:
            name = max(min(name, theme.px(190)), space - cells)
        name = min(max(name, space - cells), max(space - theme.px(_CELL[self._show]), 60))
        middle = max(0, space - name)
        height = self._full_height(scrolls=cells > middle)
        self.setFixedHeight(height)
        self.names.setGeometry(0, 0, name, height)
        self.sessions.setGeometry(name, 0, middle, height)
        self.years.setGeometry(name + middle, 0, years, height)
        for part, shown in (
            (self.names, {0}),
            (self.sessions, set(range(1, count + 1))),
            (self.years, {count + 1, count + 2}),
        ):
            for column in range(count + 3):
                part.setColumnHidden(column, column not in shown)
        self._set_widths(name, count)
        self._set_heights()

    def _set_widths(self, name: int, count: int) -> None:
        theme = current()
        self.names.setColumnWidth(0, name)
        for column in range(1, count + 1):
            self.sessions.setColumnWidth(column, theme.px(_CELL[self._show]))
        self.years.setColumnWidth(count + 1, theme.px(_NOW))
        self.years.setColumnWidth(count + 2, theme.px(_FORECAST))

    def _full_height(self, *, scrolls: bool) -> int:
        theme, matrix = current(), self.model.matrix
        rows = theme.px(39) * len(matrix.people) + theme.px(24) * len(matrix.checks)
        bar = self.sessions.horizontalScrollBar().sizeHint().height() if scrolls else 0
        return theme.px(45) + rows + bar

    def _set_heights(self) -> None:
        theme, matrix = current(), self.model.matrix
        person, check = theme.px(39), theme.px(24)
        for part in (self.names, self.sessions, self.years):
            for row in range(self.model.rowCount()):
                part.setRowHeight(row, person if row < len(matrix.people) else check)
            part.horizontalHeader().setFixedHeight(theme.px(45))
