"""The bar below: where everything is, whether it is saved, and how to get help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What the bar says, ready to read; empty parts are left out."""

    file: str = ""
    saved: str = ""
    backup: str = ""
    rules: str = ""
    demo: bool = False


class StatusBar(QStatusBar):
    """Emits `help_asked` and `cancelled` (the running job)."""

    help_asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Statusbalk")
        self._left = QWidget()
        self._right = QWidget()
        self._parts_left = _row(self._left)
        self._parts_right = _row(self._right)
        self._job = _JobPart()
        self._job.cancel.clicked.connect(self.cancelled)
        self._help = HelpKey()
        self._help.clicked.connect(self.help_asked)
        self.addWidget(self._left)
        self.addPermanentWidget(self._job)
        self.addPermanentWidget(self._right)
        self.addPermanentWidget(self._help)
        self.setContentsMargins(0, 0, 6, 0)
        self._facts: StatusFacts | None = None
        self.show_facts(StatusFacts())
        current().changed.connect(self._restyle)
        self._restyle()

    def show_facts(self, facts: StatusFacts) -> None:
        """Say something else."""
        if facts == self._facts:
            return
        self._facts = facts
        left = [("hard-drive", "Alles staat op deze computer"), ("lock", facts.file),
                ("check", facts.saved)]  # fmt: skip
        _fill(self._parts_left, [part for part in left if part[1]])
        right = [("history", facts.backup), ("book-open", facts.rules)]
        _fill(self._parts_right, [part for part in right if part[1]])
        if facts.demo:
            chip = Chip("Voorbeeldpraktijk", Tone.WARNING, "flag")
            self._parts_left.insertWidget(0, chip)

    def show_job(self, label: str) -> None:
        """A job takes longer than a moment."""
        self._job.start(label)

    def step_job(self, done: int, total: int, text: str) -> None:
        """How far the job is."""
        self._job.step(done, total, text)

    def hide_job(self) -> None:
        """The job is over."""
        self._job.hide()

    def _restyle(self) -> None:
        self.setFixedHeight(max(24, current().px(26)))


class _JobPart(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", Role.META, "ink-2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName("Voortgang")
        self.cancel = Button("Annuleren", Kind.LINK, small=True)
        row = _row(self)
        for widget in (self._label, self._bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def start(self, label: str) -> None:
        self._label.setText(label)
        self._bar.setRange(0, 0)
        self.show()

    def step(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        if text:
            self._label.setText(text)


class HelpKey(QPushButton):
    """F1 Help."""

    def __init__(self) -> None:
        super().__init__("Help")
        self.setAccessibleName("Help, F1")
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Keycap and word."""
        width = paint.keycap_width("F1") + paint.width_of("Help", Role.META) + 24
        return QSize(width, current().px(19))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Keycap and word."""
        painter = QPainter(self)
        cap = paint.keycap_width("F1")
        paint.keycap(painter, 8 + cap, self.height() / 2, "F1", "ink-2")
        area = QRect(8 + cap + 6, 0, self.width(), self.height())
        paint.text(painter, area, "Help", Role.META, "ink-2")
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 5)


class _Divider(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        height = 12
        line = QRect(0, (self.height() - height) // 2, 1, height)
        QPainter(self).fillRect(line, current().color("line-strong"))


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(10, 0, 4, 0)
    row.setSpacing(7)
    return row


def _fill(row: QHBoxLayout, parts: Sequence[tuple[str, str]]) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for number, (sign, text) in enumerate(parts):
        if number:
            row.addSpacing(8)
            row.addWidget(_Divider())
            row.addSpacing(8)
        row.addWidget(Sign(sign, "ink-3", 13))
        row.addWidget(Label(text, Role.META, "ink-2"))
