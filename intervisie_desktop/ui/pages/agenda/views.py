"""What the painted calendars share: one model that speaks, and rectangles instead of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.label import plain_tip

Index = QModelIndex | QPersistentModelIndex
Spoken = tuple[str, str]
_KEY = Qt.ItemDataRole.UserRole


class SpokenModel(QAbstractListModel):
    """A list of (key, sentence); the sentence is shown and spoken."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Spoken] = []

    def show_rows(self, rows: Sequence[Spoken]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def say_last(self, sentence: str) -> None:
        """Other words for the last row (the cursor of a view)."""
        row = len(self._rows) - 1
        self._rows[row] = (self._rows[row][0], sentence)
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def row_of(self, key: str) -> int:
        """The row of a key, -1 when it is not there."""
        return next((n for n, (k, _) in enumerate(self._rows) if k == key), -1)

    def key_of(self, row: int) -> str:
        """The key of a row, empty outside."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence; the key under the user role."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        key, sentence = self._rows[index.row()]
        spoken = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if role in spoken:
            return sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(sentence)
        return key if role == _KEY else None


class PaintedView(QListView):
    """A view whose rows lie wherever `area_of` says; one tab stop, the rest by arrows.

    It is a list for Qt, because only lists, tables and trees speak their rows to a screen reader;
    how a list lays out and measures is put aside.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.spoken = SpokenModel()
        self.setModel(self.spoken)
        self.setAccessibleName(name)
        self.setProperty("painted", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        current().changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw again with the theme of now."""
        self.updateGeometries()
        self.viewport().update()

    def area_of(self, row: int) -> QRectF:
        """Where a row is drawn in the viewport; empty when it is not."""
        raise NotImplementedError

    def current_key(self) -> str:
        """The key of what is in front."""
        return self.spoken.key_of(self.currentIndex().row())

    def make_current(self, key: str) -> None:
        """Bring a row in front by its key."""
        row = self.spoken.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.spoken.index(row, 0))
        self.viewport().update()

    def row_at(self, point: QPoint) -> int:
        """The row drawn at a point, the last one drawn first; -1 for none."""
        for row in reversed(range(self.spoken.rowCount())):
            if self.area_of(row).contains(point.toPointF()):
                return row
        return -1

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The index drawn at a point."""
        row = self.row_at(point)
        return self.spoken.index(row, 0) if row >= 0 else QModelIndex()

    def visualRect(self, index: Index) -> QRect:
        """Where an index is drawn."""
        return self.area_of(index.row()).toAlignedRect() if index.isValid() else QRect()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Nothing to scroll, unless a view knows better."""

    def doItemsLayout(self) -> None:
        """There is no list to lay out."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Nothing to measure, unless a view scrolls."""
        QAbstractItemView.updateGeometries(self)

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Nothing is hidden."""
        return False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Arrows are handled by each view itself."""
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: Any) -> None:
        """Selecting is done by the current index."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:
        """Nothing is selected apart from the current one."""
        return QRegion()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def stripes(painter: QPainter, rect: QRectF, radius: float = 6) -> None:
    """A busy place: wide soft slanted stripes in a hairline box."""
    theme = current()
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, theme.color("surface-2"))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme.color("neutral-soft"), 5))
    step, height = 13, rect.height()
    left = rect.left() - height
    # From a fixed phase, so that stripes do not wander when the view scrolls.
    left -= left % step
    while left < rect.right():
        painter.drawLine(round(left), round(rect.bottom()), round(left + height), round(rect.top()))
        left += step
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawPath(path)
