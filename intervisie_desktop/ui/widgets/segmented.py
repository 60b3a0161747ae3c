"""A row of joined buttons of which one is on (or several, when `many`)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class _Segment(QPushButton):
    def __init__(self, text: str, first: bool) -> None:
        super().__init__(text)
        self._first = first
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text(), Role.META_STRONG) + current().px(22)
        return QSize(width, current().px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(paint.width_of(self.text(), Role.META_STRONG) + 8, current().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect()
        if self.isChecked():
            paint.box(painter, rect, 5, "accent-soft")
        elif self.underMouse():
            paint.box(painter, rect, 5, "hover")
        if not self._first:
            painter.fillRect(QRect(0, 0, 1, rect.height()), current().color("line"))
        role = Role.META_STRONG if self.isChecked() else Role.META
        token = "accent" if self.isChecked() else "ink" if self.isEnabled() else "ink-3"
        paint.text(painter, rect, self.text(), role, token, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 5)


class Segmented(QWidget):
    """Emits `chosen(value)` with the value of the segment that was turned on."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str = "",
        *,
        many: bool = False,
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._stretch = stretch
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        self._group.buttonClicked.connect(self._clicked)
        self._values: dict[str, _Segment] = {}
        policy = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.update)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the (value, word) pairs; the chosen value stays when it is still there."""
        before = self.value()
        if tuple(self._values) == tuple(value for value, _ in options):
            for value, text in options:
                self._values[value].setText(text)
                self._values[value].setAccessibleName(text)
            self.updateGeometry()
            return
        for segment in self._values.values():
            self._group.removeButton(segment)
            segment.setParent(None)
            segment.deleteLater()
        self._values = {}
        for index, (value, text) in enumerate(options):
            segment = _Segment(text, first=index == 0)
            self._values[value] = segment
            self._group.addButton(segment)
            self._row.addWidget(segment, 1 if self._stretch else 0)
        if options:
            self.set_value(before if before in self._values else options[0][0])

    def value(self) -> str:
        """The value that is on (the first one when there may be several)."""
        return next((value for value, s in self._values.items() if s.isChecked()), "")

    def values(self) -> tuple[str, ...]:
        """Every value that is on."""
        return tuple(value for value, s in self._values.items() if s.isChecked())

    def set_value(self, value: str) -> None:
        """Turn one on, without a signal."""
        if value in self._values:
            self._values[value].setChecked(True)

    def set_values(self, values: Sequence[str]) -> None:
        """Turn these on and the others off, without a signal."""
        for value, segment in self._values.items():
            segment.setChecked(value in values)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline around all."""
        paint.box(QPainter(self), self.rect(), 6, "surface", "line-strong")

    def _clicked(self, button: QPushButton) -> None:
        for value, segment in self._values.items():
            if segment is button:
                self.chosen.emit(value)
