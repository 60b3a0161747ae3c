"""The card around the Jaarstrook: title, what is free, and the legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intervisie_desktop.ui.pages.agenda.strip import YearStrip
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.label import Label

_LEGEND = (("held", "gehouden"), ("planned", "gepland"), ("school", "schoolvakantie"))


class Legend(QWidget):
    """What the dots and the tone mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Gevuld is gehouden, open is gepland, getint is schoolvakantie")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Signs and words."""
        theme = current()
        words = sum(paint.width_of(word, Role.MICRO) for _, word in _LEGEND)
        return QSize(words + len(_LEGEND) * theme.px(32), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each sign with its word."""
        theme = current()
        painter = QPainter(self)
        left = float(theme.px(6))
        middle = self.height() / 2
        for key, word in _LEGEND:
            painter.setPen(QPen(theme.color("ink-2"), 1.6))
            painter.setBrush(theme.color("ink-2" if key == "held" else "surface"))
            if key == "school":
                side = theme.px(11)
                area = QRectF(left, middle - side / 2, side, side)
                painter.fillRect(area, theme.color("waarschuwing-soft"))
                paint.box(painter, area, 0, "", "line")
            else:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                radius = theme.px(4)
                painter.drawEllipse(QPointF(left + radius + 1, middle + 0.5), radius, radius)
            left += theme.px(16)
            area = QRectF(left, 0, self.width(), self.height())
            left += paint.text(painter, area, word, Role.MICRO, "ink-2") + theme.px(16)


class StripCard(Card):
    """Jaarstrook with its year; at the side a quiet line when nothing is in front."""

    def __init__(self, strip: YearStrip) -> None:
        super().__init__(padding=0, gap=4)
        self.body.setContentsMargins(14, 8, 12, 8)
        self._title = Label("Jaarstrook", Role.CARD)
        self._empty = Label("", Role.META, "ink-3", elide=True)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self._empty, 1)
        head.addWidget(Legend())
        self.body.addLayout(head)
        self.body.addWidget(strip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_year(self, year: int, empty: str) -> None:
        """Another year, or another line at the side."""
        self._title.setText(f"Jaarstrook {year}")
        self._empty.setText(empty)
