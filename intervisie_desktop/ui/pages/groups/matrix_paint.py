"""How the cells and the head of the matrix are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intervisie_desktop.ui.pages.groups.checks import CheckCell
from intervisie_desktop.ui.pages.groups.matrix import Cell, CellKind, Column, PersonLine
from intervisie_desktop.ui.pages.groups.matrix_model import CELL_ROLE, Index, MatrixModel
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.hour_bar import Hours, paint_hours

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight

#: Kind of cell → fill, outline, ink, sign.
_LOOKS: dict[CellKind, tuple[str, str, str, str]] = {
    CellKind.PRESENT: ("h1", "", "h1-t", ""),
    CellKind.SHORTER: ("waarschuwing-soft", "", "waarschuwing", "clock"),
    CellKind.NOT_COUNTED: ("waarschuwing-soft", "", "waarschuwing", "triangle-alert"),
    CellKind.AWAY: ("neutral-soft", "", "neutral", ""),
    CellKind.PLANNED: ("", "line-strong", "ink-2", ""),
    CellKind.OPEN: ("", "waarschuwing", "waarschuwing", ""),
    CellKind.PLAIN: ("", "", "ink-3", ""),
    CellKind.NONE: ("", "", "ink-3", ""),
}


def paint_cell(painter: QPainter, rect: QRect, cell: Cell) -> QRectF:
    """One person at one session, in a box of 28 high; gives the box."""
    fill, line, ink, sign = _LOOKS[cell.kind]
    height = current().px(28)
    box = QRectF(rect.left() + 5, round(rect.center().y() - height / 2), rect.width() - 10, height)
    dashed = cell.kind in {CellKind.PLANNED, CellKind.OPEN}
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    if fill or line:
        paint.box(painter, box, 4, fill, line, 1, style)
    role = Role.META if cell.kind is CellKind.AWAY else Role.BODY
    width = paint.width_of(cell.text, role)
    side = current().px(13) + 4 if sign else 0
    left = box.left() + max(2.0, (box.width() - width - side) / 2)
    if sign:
        icons.paint(painter, sign, QRectF(left, box.top(), side - 4, height), ink, 13)
        left += side
    area = QRectF(left, box.top(), box.right() - left, height)
    paint.text(painter, area, cell.text, role, ink)
    if cell.kind is CellKind.NOT_COUNTED:
        middle = box.center().y() + 1
        painter.setPen(QPen(current().color(ink), 1.2))
        painter.drawLine(
            int(left) - 1, int(middle), int(min(left + width, box.right() - 3)) + 1, int(middle)
        )
    return box


class MatrixDelegate(QStyledItemDelegate):
    """Draws every cell of the matrix, whichever of its three views shows it."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline and content."""
        painter.save()
        rect: QRect = option.rect
        item = index.data(CELL_ROLE)
        self._ground(painter, rect, index)
        if isinstance(item, Cell):
            box = paint_cell(painter, rect, item)
            if option.state & QStyle.StateFlag.State_Selected:
                paint.box(painter, box.adjusted(-2, -2, 2, 2), 6, line="focus", width=2)
        elif isinstance(item, CheckCell):
            _paint_check(painter, rect, item)
        elif isinstance(item, PersonLine):
            self._person(painter, rect, index.column(), item)
        elif item:
            area = QRectF(rect).adjusted(14, 0, -4, 0)
            paint.text(painter, area, str(item), Role.META, "ink-2")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have a height of their own."""
        return QSize(64, current().px(39))

    def _ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme, matrix = current(), self._model.matrix
        # The style has laid the tone of a selected row below this; only the ring may show.
        painter.fillRect(rect, theme.color("surface"))
        session = index.column() - 1
        if 0 <= session < len(matrix.columns) and matrix.columns[session].today:
            painter.fillRect(rect, theme.color("accent-soft"))
        strong = index.row() == len(matrix.people) - 1 and matrix.checks
        if index.row() < self._model.rowCount() - 1:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, theme.color("line-strong" if strong else "line"))

    def _person(self, painter: QPainter, rect: QRect, column: int, person: PersonLine) -> None:
        sessions = len(self._model.matrix.columns)
        if column == 0:
            _paint_name(painter, QRectF(rect).adjusted(14, 0, -8, -1), person)
        elif column == sessions + 1:
            area = QRectF(rect).adjusted(2, 0, -8, -1)
            paint.text(painter, area, person.now, Role.STRONG, "ink", _RIGHT)
        else:
            _paint_forecast(painter, QRectF(rect).adjusted(10, 2, -14, -3), person)


def _paint_name(painter: QPainter, area: QRectF, person: PersonLine) -> None:
    count = str(person.contributions)
    side = current().px(14)
    width = paint.width_of(count, Role.META) + side + 5
    name = QRectF(area.left(), area.top(), area.width() - width - 8, area.height())
    paint.text(painter, name, person.name)
    left = area.right() - width
    box = QRectF(left, area.top(), side, area.height())
    icons.paint(painter, "message-square-text", box, person.contribution_token, 14)
    words = QRectF(left + side + 5, area.top(), width, area.height())
    paint.text(painter, words, count, Role.META, person.contribution_token)


def _paint_forecast(painter: QPainter, area: QRectF, person: PersonLine) -> None:
    theme = current()
    line = QRectF(area.left(), area.top(), area.width(), theme.px(19))
    left = line.left()
    if person.forecast:
        left += paint.text(painter, line, person.forecast, Role.META_STRONG) + 8
    if person.sign:
        side = theme.px(13)
        icons.paint(painter, person.sign, QRectF(left, line.top(), side, line.height()),
                    person.token, 13)  # fmt: skip
        left += side + 4
    words = QRectF(left, line.top(), line.right() - left, line.height())
    paint.text(painter, words, person.word, Role.META, person.token)
    bar = QRectF(area.left(), line.bottom(), area.width(), area.bottom() - line.bottom() - 1)
    if person.target:
        paint_hours(painter, bar, Hours(person.made, person.planned, target=person.target))


def _paint_check(painter: QPainter, rect: QRect, cell: CheckCell) -> None:
    side = current().px(12) + 4 if cell.sign else 0
    width = paint.width_of(cell.text, Role.META) + side
    left = rect.left() + (rect.width() - width) / 2
    if cell.sign:
        box = QRectF(left, rect.top(), side - 4, rect.height() - 1)
        icons.paint(painter, cell.sign, box, cell.token, 12)
    area = QRectF(left + side, rect.top(), rect.right() - left - side, rect.height() - 1)
    paint.text(painter, area, cell.text, Role.META, cell.token)


class MatrixHead(QHeaderView):
    """Two lines per session: the day, and its state with a sign."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(30)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint().width(), current().px(45))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """The head of one column."""
        theme = current()
        painter.save()
        column = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, CELL_ROLE)
        today = isinstance(column, Column) and column.today
        painter.fillRect(rect, theme.color("accent-soft" if today else "surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if isinstance(column, Column):
            _paint_session(painter, rect, column)
        else:
            self._word(painter, rect, logicalIndex)
        painter.restore()

    def _word(self, painter: QPainter, rect: QRect, section: int) -> None:
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        area = QRectF(rect.left(), rect.bottom() - current().px(22), rect.width(), current().px(18))
        if section == 0:
            area.adjust(14, 0, -4, 0)
            paint.text(painter, area, words, Role.MICRO_STRONG, "ink-3")
        elif section == self.model().columnCount() - 2:
            area.adjust(0, 0, -8, 0)
            paint.text(painter, area, words, Role.MICRO_STRONG, "ink-3", _RIGHT)
        else:
            area.adjust(10, 0, -4, 0)
            paint.text(painter, area, words, Role.MICRO_STRONG, "ink-3")


def _paint_session(painter: QPainter, rect: QRect, column: Column) -> None:
    theme = current()
    top = rect.bottom() - theme.px(38)
    day = QRectF(rect.left(), top, rect.width(), theme.px(18))
    paint.text(painter, day, column.day, Role.META_STRONG, "ink", _MIDDLE)
    side = theme.px(11) + 3
    width = paint.width_of(column.word, Role.MICRO) + side
    left = rect.left() + max(0.0, (rect.width() - width) / 2)
    below = QRectF(left, top + theme.px(18), side - 3, theme.px(15))
    icons.paint(painter, column.sign, below, column.token, 11)
    words = QRectF(left + side, below.top(), rect.right() - left - side + 2, below.height())
    paint.text(painter, words, column.word, Role.MICRO, column.token)
