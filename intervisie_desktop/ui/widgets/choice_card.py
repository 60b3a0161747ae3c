"""A choice with a name and a note, as a card with a round mark; one of a row is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint

_LEFT = 37
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ChoiceCard(QAbstractButton):
    """Put several in one exclusive QButtonGroup; arrows move between them."""

    def __init__(self, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = note
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for two lines of note."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a third of the smallest window."""
        return QSize(150, self.heightForWidth(150))

    def heightForWidth(self, width: int) -> int:
        """As high as title and note in that width."""
        note = self._note_rect(width)
        return note.bottom() + current().px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, mark, title, note."""
        painter = QPainter(self)
        chosen = self.isChecked()
        fill = "hover" if self.underMouse() and not chosen else "surface"
        line = "accent" if chosen else "line"
        paint.box(painter, self.rect(), 6, fill, line, 2 if chosen else 1)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(3, 3, -3, -3), 4)
        self._paint_mark(painter)
        theme = current()
        painter.setFont(theme.font(Role.LABEL))
        painter.setPen(theme.color("ink"))
        painter.drawText(self._title_rect(self.width()), _WRAP, self.text())
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.color("ink-3"))
        painter.drawText(self._note_rect(self.width()), _WRAP, self._note)

    def _paint_mark(self, painter: QPainter) -> None:
        theme = current()
        middle = QPointF(20, theme.px(18))
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "line-strong"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(middle, 7.5, 7.5)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, 4, 4)

    def _title_rect(self, width: int) -> QRect:
        return self._wrapped(width, current().px(9), Role.LABEL, self.text())

    def _note_rect(self, width: int) -> QRect:
        top = self._title_rect(width).bottom() + current().px(2)
        return self._wrapped(width, top, Role.META, self._note)

    def _wrapped(self, width: int, top: int, role: Role, text: str) -> QRect:
        room = QRect(_LEFT, top, max(60, width - _LEFT - 10), 10_000)
        return QFontMetrics(current().font(role)).boundingRect(room, _WRAP, text)
