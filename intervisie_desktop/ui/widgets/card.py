"""Cards: a sheet of surface paper with a hairline, and optionally a head with a title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.label import Label


class Line(QFrame):
    """A hairline across."""

    def __init__(self, token: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setFixedHeight(1)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One pixel in the colour of the token."""
        QPainter(self).fillRect(self.rect(), current().color(self._token))


class Card(QFrame):
    """A rounded sheet; put things in `body`, a layout from top to bottom."""

    def __init__(
        self,
        *,
        padding: int = 16,
        gap: int = 8,
        fill: str = "surface",
        edge: str = "",
        line: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._edge = edge
        self._line = line
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(gap)
        current().changed.connect(self.update)

    def set_edge(self, token: str) -> None:
        """A 3 px edge at the left in the colour of a token; empty for none."""
        self._edge = token
        self.update()

    def set_line(self, token: str) -> None:
        """Another colour of the outline, such as accent for the chosen one."""
        self._line = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, hairline and edge."""
        painter = QPainter(self)
        paint.box(painter, self.rect(), 8, self._fill, self._line)
        if self._edge:
            painter.save()
            painter.setClipRect(0, 0, 3, self.height())
            paint.box(painter, self.rect(), 6, self._edge)
            painter.restore()


class TitledCard(Card):
    """A card with a serif title, a side line of meta text, things at the right, and a rule."""

    def __init__(self, title: str, side: str = "", parent: QWidget | None = None) -> None:
        super().__init__(padding=0, gap=0, parent=parent)
        self.setAccessibleName(title)
        self.title = Label(title, Role.CARD)
        self.side = Label(side, Role.META, "ink-3", elide=True)
        self.side.setVisible(bool(side))
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 10, 16, 10)
        self.head.setSpacing(10)
        self.head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        self.head.addWidget(self.side, 1, Qt.AlignmentFlag.AlignBaseline)
        self.head.addStretch(0)
        self.rule = Line()
        self.content = QVBoxLayout()
        self.content.setContentsMargins(16, 12, 16, 14)
        self.content.setSpacing(8)
        self.body.addLayout(self.head)
        self.body.addWidget(self.rule)
        self.body.addLayout(self.content, 1)

    def set_side(self, text: str) -> None:
        """Another side line."""
        self.side.setText(text)
        self.side.setVisible(bool(text))

    def hold(self, widget: QWidget) -> None:
        """Fill the card with a table or list, edge to edge, within its round corners."""
        self.content.setContentsMargins(1, 0, 1, 7)
        self.content.addWidget(widget, 1)

    def add_right(self, widget: QWidget) -> None:
        """Put a control at the right of the head."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class KeyNumbers(Card):
    """Key numbers side by side, each with a word below, parted by hairlines."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, gap=0, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._cells: list[tuple[Label, Label]] = []
        for index in range(count):
            if index:
                row.addWidget(_Upright())
            cell = QVBoxLayout()
            cell.setContentsMargins(14, 8, 10, 8)
            cell.setSpacing(2)
            number = Label("", Role.NUMBER)
            word = Label("", Role.META, "ink-3", elide=True)
            cell.addWidget(number)
            cell.addWidget(word)
            row.addLayout(cell, 1)
            self._cells.append((number, word))
        self.body.addLayout(row)

    def show_numbers(self, numbers: tuple[tuple[str, str], ...]) -> None:
        """Show (number, word) pairs in order."""
        for (number, word), (value, meaning) in zip(self._cells, numbers, strict=True):
            number.setText(value)
            word.setText(meaning)


class _Upright(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().color("line"))
