"""The left half of the screens before a practice is open: mark, drawing, line and promises."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.circle_drawing import CircleDrawing
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

WIDTH = 500
NARROW = 350
ROOMY = 820


class WelcomePanel(QFrame):
    """Rail paper with a hairline at the right; its width follows that of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 30, 48, 60)
        column.setSpacing(0)
        column.addLayout(_brand())
        column.addSpacing(20)
        column.addWidget(CircleDrawing(), 1)
        column.addSpacing(20)
        self._motto = [Label(line, Role.TITLE, wrap=True) for line in words.MOTTO]
        for label in self._motto:
            column.addWidget(label)
        column.addSpacing(18)
        column.addLayout(_promises())
        current().changed.connect(self._restyle)

    def fit(self, window_width: int) -> None:
        """Take its share of a window that wide."""
        self.setFixedWidth(max(NARROW, min(WIDTH, round(window_width * WIDTH / 1440))))
        side = 48 if self.width() > 440 else 24
        layout = self.layout()
        if layout is not None:
            low = 60 if self.window().height() >= ROOMY else 16
            layout.setContentsMargins(side, 30, side, low)
        widest = max(paint.width_of(line, Role.TITLE) for line in words.MOTTO)
        role = Role.TITLE if widest <= self.width() - 2 * side else Role.OBJECT
        for label in self._motto:
            label.set_look(role)

    def _restyle(self) -> None:
        window = self.window()
        self.fit(window.width())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tone of the rail and the line that parts it from the rest."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), current().color("line"))


class Mark(QWidget):
    """The mark of the program: five around a lozenge."""

    def __init__(self, size: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, five dots, lozenge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self.width() / 30, self.height() / 30)
        ink = current().color("accent")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(), 14, 14)
        painter.drawPolygon(QPolygonF([QPointF(0, -4.6), QPointF(3.1, 0), QPointF(0, 4.6),
                                       QPointF(-3.1, 0)]))  # fmt: skip
        painter.drawEllipse(QPointF(), 0.6, 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for _ in range(5):
            painter.drawEllipse(QPointF(0, -10), 2.3, 2.3)
            painter.rotate(72)


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Mark())
    row.addWidget(Label("Intervisie", Role.OBJECT))
    row.addStretch(1)
    return row


def _promises() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for index, (icon, promise, detail) in enumerate(words.PROMISES):
        row = index * 3
        grid.addWidget(Sign(icon, "accent", 18), row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Label(promise, Role.STRONG), row, 1)
        grid.addWidget(Label(detail, Role.BODY, "ink-2", wrap=True), row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 14)
    return grid
