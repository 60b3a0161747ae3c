"""The small parts of the Controle panel: counts that filter, and headings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.ui.panels.findings.state import ChipState, SectionState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label


class CountChip(QPushButton):
    """A count that filters: pressed, only this severity is shown."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self.severity = severity
        self._sign, self._token = words.LOOKS[severity]
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_chip(self, chip: ChipState) -> None:
        """Another count."""
        self.setText(chip.text)
        self.setAccessibleName(f"{chip.text}, filter")
        self.setChecked(chip.on)
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and words."""
        wide = paint.width_of(self.text(), Role.META_STRONG) + current().px(36)
        return QSize(wide, current().px(24))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return QSize(paint.width_of(self.text(), Role.META_STRONG) + 24, current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft round box; with an outline when pressed."""
        painter = QPainter(self)
        round_off = self.height() / 2
        line = self._token if self.isChecked() else ""
        paint.box(painter, self.rect(), round_off, f"{self._token}-soft", line, 1.4)
        side = current().px(14)
        width = paint.width_of(self.text(), Role.META_STRONG) + side + 5
        rect = self.rect()
        rect.setLeft(max(5, (self.width() - width) // 2))
        sign = rect.adjusted(0, 0, 0, 0)
        sign.setWidth(side)
        icons.paint(painter, self._sign, sign, self._token, 14)
        rect.setLeft(rect.left() + side + 5)
        paint.text(painter, rect, self.text(), Role.META_STRONG, self._token)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), round_off)


class SectionHead(QWidget):
    """FOUTEN 3."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("", "ink-2", 14)
        self._word = Label("", Role.META_STRONG, "ink-2", elide=True)
        self._count = Label("", Role.META, "ink-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 6, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addWidget(self._count)
        row.addStretch(1)

    def show_section(self, section: SectionState) -> None:
        """The heading of a section, and how many cards stand under it."""
        sign, token = section.look
        self._sign.show_sign(sign, token)
        for label, text in ((self._word, section.word), (self._count, str(len(section.cards)))):
            label.set_look(token=token)
            label.setText(text)
        self.setAccessibleName(f"{section.word.capitalize()}: {len(section.cards)}")
