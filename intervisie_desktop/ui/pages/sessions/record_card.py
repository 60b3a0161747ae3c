"""The card Vastleggen: the checks of the record, each with the action at hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions.state import CheckLine, SessionState
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Line, TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.choice import paint_check
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.time_field import TimeField

_STATES = {
    True: Qt.CheckState.Checked,
    None: Qt.CheckState.PartiallyChecked,
    False: Qt.CheckState.Unchecked,
}
_WORDS = {True: "in orde", None: "deels", False: "nog niet"}


class _Mark(QWidget):
    """The drawn box of a check; it tells, it cannot be pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._state = Qt.CheckState.Unchecked
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_state(self, state: Qt.CheckState) -> None:
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(18), current().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_check(QPainter(self), QRectF(self.rect()), self._state)


class CheckRow(QWidget):
    """One check: box, title, what is known, and a button or a time."""

    acted = Signal(str)
    time_typed = Signal(object)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._mark = _Mark()
        self._title = Label("", Role.LABEL, elide=True)
        self._detail = Label("", Role.META, "ink-3", wrap=True)
        self.button = Button("", Kind.DEFAULT, small=True)
        self.time = TimeField("Tijd waarop geheimhouding is besproken")
        self.time.setFixedWidth(64)
        self.time.setVisible(False)
        self.button.clicked.connect(self._act)
        self.time.time_changed.connect(self.time_typed)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.time)
        row.addWidget(self.button)

    def show_line(self, line: CheckLine) -> None:
        """Show how far this check is."""
        self._mark.show_state(_STATES[line.done])
        self._title.setText(line.title)
        self._detail.setText(line.detail)
        self.setAccessibleName(f"{line.title}: {_WORDS[line.done]}, {line.detail}")
        self.button.setVisible(bool(line.button))
        self.button.set_words(line.button, f"{line.title}: {line.button}" if line.button else "")
        self.time.setVisible(line.time is not None)
        if not self.time.hasFocus():
            self.time.set_minutes(line.time)

    def _act(self) -> None:
        self.acted.emit(self.key)


class RecordCard(TitledCard):
    """Emits `acted(key)` for the button of a check, `secrecy_time(minute)` for another time."""

    acted = Signal(str)
    secrecy_time = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vastleggen", parent=parent)
        self.chip = Chip()
        self.add_right(self.chip)
        self.content.setContentsMargins(0, 0, 0, 4)
        self.content.setSpacing(0)
        self.rows: dict[str, CheckRow] = {}
        self._lines: dict[str, Line] = {}
        for key in ("secrecy", "room", "online", "duration", "contribution"):
            row = CheckRow(key)
            row.acted.connect(self.acted)
            row.time_typed.connect(self.secrecy_time)
            self.rows[key] = row
            if len(self.rows) > 1:
                self._lines[key] = Line()
                self.content.addWidget(self._lines[key])
            self.content.addWidget(row)
        self.content.addStretch(1)

    def focus_check(self, key: str) -> bool:
        """Put the focus on what can be done about a check; False when there is nothing."""
        row = self.rows[key]
        for widget in (row.button, row.time):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def show_session(self, state: SessionState) -> None:
        """Show the checks that apply."""
        word, tone, sign = state.checks_chip
        self.chip.show_chip(word, Tone(tone), sign)
        shown = {line.key: line for line in state.checks}
        for key, row in self.rows.items():
            row.setVisible(key in shown)
            if key in self._lines:
                self._lines[key].setVisible(key in shown)
            if key in shown:
                row.show_line(shown[key])
