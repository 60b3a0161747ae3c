"""What is shown where there is nothing yet: a sign, a line, a sentence and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import Label


class Sign(QWidget):
    """A drawn sign in the colour of a token."""

    def __init__(
        self, name: str, token: str = "ink-3", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_sign(self, name: str, token: str) -> None:
        """Show another sign."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        if self._name:
            icons.paint(QPainter(self), self._name, self.rect(), self._token, self._size)


class EmptyState(QWidget):
    """Centred, at most 420 wide; `primary` and `quiet` are its buttons, or None."""

    def __init__(
        self,
        icon: str,
        line: str,
        sentence: str,
        primary: str = "",
        quiet: str = "",
        *,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        inner = QWidget()
        inner.setMaximumWidth(420)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 24, 12, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Sign(icon, "ink-3", 32), 0, middle)
        self.line = Label(line, Role.CARD, wrap=True)
        self.sentence = Label(sentence, Role.BODY, "ink-3", wrap=True)
        for label in (self.line, self.sentence):
            label.setAlignment(middle)
            column.addWidget(label)
        kind = Kind.PRIMARY if filled else Kind.OUTLINE
        self.primary = Button(primary, kind) if primary else None
        self.quiet = Button(quiet, Kind.QUIET) if quiet else None
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        for button in (self.primary, self.quiet):
            if button is not None:
                row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        # Stretches, not an alignment: that would measure wrapped words for another width.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(2)

    def show_words(self, line: str, sentence: str) -> None:
        """Other words."""
        self.line.setText(line)
        self.sentence.setText(sentence)
