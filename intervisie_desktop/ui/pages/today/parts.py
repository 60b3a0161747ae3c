"""The drawn parts of the page Vandaag: tear-off date, rows to press, months, legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.pages.today.state import ComingState, TodoState
from intervisie_desktop.ui.text import today as words
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.chip import paint_tag, tag_width
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class TearOff(QWidget):
    """A leaf of a tear-off calendar: weekday, day and month."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_day(self, weekday: str, day: str, month: str) -> None:
        """Another day."""
        self._words = (weekday, day, month)
        self.setAccessibleName(" ".join(self._words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As in the design, wider for a long weekday or month."""
        weekday, _day, month = self._words
        wide = max(paint.width_of(weekday, Role.MICRO_STRONG), paint.width_of(month, Role.MICRO))
        return QSize(max(current().px(58), wide + current().px(14)), current().px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The leaf."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        band = current().px(20)
        paint.box(painter, rect, 6, "surface", "line-strong")
        painter.save()
        painter.setClipRect(QRectF(0, 0, rect.width(), band))
        paint.box(painter, rect, 6, "accent", "accent")
        painter.restore()
        weekday, day, month = self._words
        head = QRectF(0, 0, rect.width(), band)
        paint.text(painter, head, weekday, Role.MICRO_STRONG, "on-accent", _MIDDLE)
        low = rect.height() - current().px(20)
        paint.text(painter, QRectF(0, band, rect.width(), low - band), day, Role.TITLE, "ink",
                   _MIDDLE)  # fmt: skip
        foot = QRectF(0, low - 2, rect.width(), current().px(18))
        paint.text(painter, foot, month, Role.MICRO, "ink-3", _MIDDLE)


class RowButton(QPushButton):
    """A row one can press, with a hairline above all but the first."""

    def __init__(self, spoken: str, *, first: bool, height: int) -> None:
        super().__init__()
        self._first = first
        self._height = height
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(current().px(height + 12))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, current().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, current().px(self._height - 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, hairline, words, ring."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), current().color("hover"))
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, current().color("line"))
        self.paint_words(painter, QRectF(self.rect()).adjusted(16, 0, -16, 0))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(3, 2, -3, -2), 5)

    def paint_words(self, painter: QPainter, area: QRectF) -> None:
        """Draw what stands in the row."""


class TodoRow(RowButton):
    """A verb with its reason and how many."""

    def __init__(self, todo: TodoState, *, first: bool) -> None:
        spoken = f"{todo.verb}: {todo.count}, {todo.reason}"
        super().__init__(spoken, first=first, height=38)
        self.todo = todo

    def paint_words(self, painter: QPainter, area: QRectF) -> None:
        """Sign, verb, reason, count."""
        todo, side = self.todo, current().px(17)
        sign = QRectF(area.left(), area.top(), side, area.height())
        icons.paint(painter, todo.icon, sign, todo.token, 17)
        count = max(current().px(24), paint.width_of(str(todo.count), Role.STRONG) + 10)
        paint.text(painter, area, str(todo.count), Role.STRONG, "ink", _RIGHT)
        area.setLeft(area.left() + side + 9)
        area.setRight(area.right() - count)
        width = paint.text(painter, area, todo.verb, Role.LABEL)
        area.setLeft(area.left() + width + 12)
        if area.width() > 24:
            paint.text(painter, area, todo.reason, Role.META, "ink-3", _RIGHT)


class ComingRow(RowButton):
    """A date, a time and a group."""

    def __init__(self, coming: ComingState, *, first: bool) -> None:
        spoken = f"{coming.day}, {coming.time}, {coming.group}"
        super().__init__(spoken, first=first, height=34)
        self.coming = coming

    def paint_words(self, painter: QPainter, area: QRectF) -> None:
        """In columns."""
        coming, theme = self.coming, current()
        day = max(theme.px(78), paint.width_of(coming.day, Role.BODY) + 12)
        paint.text(painter, area, coming.day, Role.BODY)
        area.setLeft(area.left() + day)
        paint.text(painter, area, coming.time, Role.BODY, "ink-3")
        area.setLeft(area.left() + theme.px(46))
        paint_tag(painter, area, coming.code, coming.colour)
        area.setLeft(area.left() + max(theme.px(36), tag_width(coming.code) + 8))
        paint.text(painter, area, coming.group, Role.BODY)


class Legend(QWidget):
    """What the tones and signs of the heat map mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(Label(words.FROM_HOURS, Role.MICRO, "ink-3"))
        self._steps = [Label("", Role.MICRO, "ink-3") for _ in range(4)]
        for step, label in enumerate(self._steps, 1):
            row.addSpacing(3)
            row.addWidget(_Swatch(step))
            row.addWidget(label)
        for sign, word, token in (
            ("check", "op koers", "ink-3"),
            ("triangle-alert", "krap", "waarschuwing"),
            ("calendar-plus", "te plannen", "waarschuwing"),
            ("octagon-x", "tekort", "fout"),
        ):
            row.addSpacing(4)
            row.addWidget(Sign(sign, token, 13))
            row.addWidget(Label(word, Role.MICRO, token))

    def show_target(self, target: int | None) -> None:
        """The hours each tone begins at."""
        hours = [f"{n * 25}%" for n in (1, 2, 3, 4)]
        if target and target % 240 == 0:
            hours = [str(target * n // 240) for n in (1, 2, 3, 4)]
            hours[-1] += " uur"
        for label, text in zip(self._steps, hours, strict=True):
            label.setText(text)


class _Swatch(QWidget):
    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step
        self.setFixedSize(13, 11)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.rect(), 2, f"h{self._step}", "line")


class Mark(QWidget):
    """A small square of a legend: solid, or hatched for what is planned."""

    def __init__(self, *, planned: bool) -> None:
        super().__init__()
        self._planned = planned
        self.setFixedSize(12, 11)
        current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square."""
        painter = QPainter(self)
        if self._planned:
            paint.hatch(painter, QRectF(self.rect()), "accent")
            paint.box(painter, self.rect(), 2, line="accent")
        else:
            paint.box(painter, self.rect(), 2, "accent")
