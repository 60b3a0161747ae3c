"""A sentence on the page with a sign: why something cannot be, or what to know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.chip import Tone
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

_SIGNS = {
    Tone.ERROR: "octagon-x",
    Tone.WARNING: "triangle-alert",
    Tone.TIP: "lightbulb",
    Tone.OK: "circle-check",
}


class NoticeBar(QFrame):
    """Hidden until `show_notice`; emits `closed`, and `acted` when its button is pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(self, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.ERROR
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(9)
        self._sign = Sign("octagon-x", "fout", 16)
        self._text = Label("", Role.BODY, wrap=True)
        self._button = Button("", Kind.DEFAULT, small=True)
        self._close = icon_button("x", "Melding sluiten")
        self._close.setVisible(closable)
        self._close.clicked.connect(self._closed)
        self._button.clicked.connect(self.acted)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()
        current().changed.connect(self.update)

    def show_notice(self, text: str, tone: Tone = Tone.ERROR, button: str = "") -> None:
        """Show a sentence; with a button when it has words."""
        self._tone = tone
        self._sign.show_sign(_SIGNS.get(tone, "info"), tone.value)
        self._text.setText(text)
        self._button.setVisible(bool(button))
        self._button.set_words(button)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        """The sentence it shows, or nothing when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The soft tone with an edge."""
        painter = QPainter(self)
        token = self._tone.value
        paint.box(painter, self.rect(), 6, f"{token}-soft", token)

    def _closed(self) -> None:
        self.hide()
        self.closed.emit()
