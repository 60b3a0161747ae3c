"""A field for a day: typed the Dutch way, or picked from a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.text import counts, typed
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import current

UNREADABLE = "Deze datum is niet te lezen. Typ hem als 13-10-2026 of 13 okt."


class DateField(QLineEdit):
    """Holds a `date` or None; emits `day_changed` when another day is read from what is typed.

    Alt+Down or the sign at the right opens a month, Up and Down move a day.
    """

    day_changed = Signal(object)

    def __init__(
        self, name: str = "", today: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._day: date | None = None
        self._popup: _Month | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText("dd-mm-jjjj")
        self.setTextMargins(0, 0, 22, 0)
        self.editingFinished.connect(self.read)

    def day(self) -> date | None:
        """The day it holds now."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day, without a signal."""
        self._day = day
        self.setText(counts.day_short_weekday(day, year=True) if day else "")

    def readable(self) -> bool:
        """False when something was typed that is no day."""
        return not self.text().strip() or typed.read_day(self.text(), self._today()) is not None

    def read(self) -> None:
        """Read what is typed; an unreadable text stays as it is and the day becomes None."""
        day = typed.read_day(self.text(), self._today())
        if day is not None or not self.text().strip():
            before, self._day = self._day, day
            self.set_day(day)
            if before != day:
                self.day_changed.emit(day)
        elif self._day is not None:
            self._day = None
            self.day_changed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, to type over it."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the month; Up and Down move a day."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_month()
        elif event.key() in steps and not self.isReadOnly():
            self.read()
            self._take((self._day or self._today()) + timedelta(days=steps[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def open_month(self) -> None:
        """Show a month to pick from."""
        self.read()
        self._popup = _Month(self._day or self._today(), self)
        self._popup.picked.connect(self._take)
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign opens the month."""
        if event.position().x() > self.width() - 28 and not self.isReadOnly():
            self.open_month()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with the sign."""
        super().paintEvent(event)
        if not self.isReadOnly():
            area = self.rect()
            area.setLeft(area.right() - current().px(28))
            icons.paint(QPainter(self), "calendar", area, "ink-3", 15)

    def _take(self, day: date) -> None:
        before = self._day
        self.set_day(day)
        if before != day:
            self.day_changed.emit(day)


class _Month(QFrame):
    """A month in a small window of its own."""

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget()
        self._month.setAccessibleName("Kalender")
        self._month.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        head = QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
        self._month.setVerticalHeaderFormat(head)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.clicked.connect(self._pick)
        self._month.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._month)
        self._month.setFocus()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
