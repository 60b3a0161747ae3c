"""The tab Aanwezigheid: key numbers, the matrix, and the cell that is current."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.ui.pages.groups.attending import (
    AttendingPresenter,
    AttendingState,
    Current,
)
from intervisie_desktop.ui.pages.groups.matrix import Show
from intervisie_desktop.ui.pages.groups.matrix_view import MatrixView
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card, KeyNumbers, Line
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.choice import Check
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.key_cap import KeyLegend
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.time_field import TimeField

_SHOWS = ((Show.HOURS, "Uren"), (Show.TIMES, "Tijden"), (Show.CONTRIBUTION, "Inbreng"))


class Legend(QWidget):
    """What the three common looks of a cell mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Uitleg: vol is aanwezig, met klok is korter, gestippeld is gepland")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for three words and their signs."""
        return QSize(self._width(), current().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The legend, at the right; left out when there is no room."""
        if self.width() < self._width():
            return
        theme, painter = current(), QPainter(self)
        right = float(self.width())
        for word, token in (("gepland", "ink-3"), ("korter", "waarschuwing"),
                            ("aanwezig", "ink-3")):  # fmt: skip
            width = paint.width_of(word, Role.META)
            area = QRectF(right - width, 0, width + 2, self.height())
            paint.text(painter, area, word, Role.META, token)
            side = theme.px(14)
            box = QRectF(right - width - side - 5, (self.height() - side) / 2, side, side)
            if word == "korter":
                icons.paint(painter, "clock", box, token, 13)
            elif word == "gepland":
                line = box.adjusted(0, 1, 0, -1)
                paint.box(painter, line, 3, "", "line-strong", 1, Qt.PenStyle.DashLine)
            else:
                paint.box(painter, box.adjusted(0, 1, 0, -1), 3, "h1")
            right = box.left() - theme.px(12)

    def _width(self) -> int:
        theme = current()
        words = sum(paint.width_of(w, Role.META) for w in ("aanwezig", "korter", "gepland"))
        return words + 3 * theme.px(31)


class Inspector(Card):
    """The current cell: times, reason, contribution, and why it does not count."""

    def __init__(self, presenter: AttendingPresenter) -> None:
        super().__init__(padding=13, gap=6)
        self.setAccessibleName("Deelname")
        self._presenter = presenter
        self._shown: Current | None = None
        self.name = Label("", Role.STRONG, elide=True)
        self.when = Label("", Role.BODY, "ink-3", elide=True)
        self.chip = Chip()
        self.keys = KeyLegend((("Enter", "bewerken"), ("A", "aanwezig"), ("F", "afwezig")))
        self.reopen = Button("Heropenen", Kind.DEFAULT, "lock-open", small=True)
        self.arrived, self.left = TimeField("Aankomst"), TimeField("Vertrek")
        self.hours, self.remark = QLineEdit(), QLineEdit()
        self.hours.setReadOnly(True)
        self.hours.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hours.setAccessibleName("Uren")
        self.remark.setAccessibleName("Reden")
        self.remark.setMaxLength(200)
        self.contribution = Check("Inbreng")
        self._message = Label("", Role.META, "waarschuwing", wrap=True)
        self._warning = QWidget()
        self._lay_out()
        self.reopen.clicked.connect(presenter.reopen)
        self.arrived.time_changed.connect(self._times_typed)
        self.left.time_changed.connect(self._times_typed)
        self.remark.editingFinished.connect(self._remark_typed)
        self.contribution.clicked.connect(self._ticked)

    def show_current(self, shown: Current | None) -> None:
        """Show this cell; nothing at all without one."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        self.name.setText(shown.name)
        self.when.setText(shown.when)
        word, tone, sign = shown.chip
        self.chip.show_chip(word, Tone(tone), sign)
        self.keys.setVisible(shown.state == "open")
        self.reopen.setVisible(shown.state == "closed")
        self.arrived.set_minutes(shown.arrived)
        self.left.set_minutes(shown.left)
        self.hours.setText(shown.hours)
        self.remark.setText(shown.remark)
        self.contribution.setChecked(shown.contribution)
        is_open = shown.state == "open"
        for field in (self.arrived, self.left):
            field.setReadOnly(not is_open)
        self.remark.setReadOnly(shown.state not in {"open", "planned"})
        self.contribution.setEnabled(is_open and shown.present)
        self._message.setText(shown.message)
        self._warning.setVisible(bool(shown.message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc returns to the matrix."""
        if event.key() == Qt.Key.Key_Escape and self._shown is not None:
            self.show_current(self._shown)
            self._presenter.leave_panel()
            return
        super().keyPressEvent(event)

    def commit(self) -> None:
        """Take what is half typed."""
        self.arrived.read()
        self.left.read()
        self._remark_typed()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(9)
        for widget in (self.name, self.when, self.chip):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.keys)
        head.addWidget(self.reopen)
        self.body.addLayout(head)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for word, field, width in (
            ("Aankomst", self.arrived, 86),
            ("Vertrek", self.left, 86),
            ("Uren", self.hours, 70),
            ("Reden", self.remark, 0),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(Label(word, Role.META, "ink-2"))
            column.addWidget(field)
            if width:
                field.setFixedWidth(current().px(width))
            fields.addLayout(column, 0 if width else 1)
        fields.addWidget(self.contribution, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(fields)
        row = QHBoxLayout(self._warning)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Sign("triangle-alert", "waarschuwing", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._message, 1)
        self.body.addWidget(self._warning)
        self.hide()

    def _times_typed(self, _minutes: object) -> None:
        shown = self._shown
        if shown is None or shown.state != "open":
            return
        arrived, left = self.arrived.minutes(), self.left.minutes()
        # Who was away is typed in as present: the other end is that of the session.
        if shown.arrived is None and left is None and arrived is not None:
            self._presenter.set_arrival(arrived)
        else:
            self._presenter.set_times(arrived, left)

    def _remark_typed(self) -> None:
        if self._shown is not None and self.remark.text().strip() != self._shown.remark:
            self._presenter.set_remark(self.remark.text())

    def _ticked(self, on: bool) -> None:
        self._presenter.set_contribution(on=on)


class AttendanceTab(QWidget):
    """Aanwezigheid."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = KeyNumbers(4)
        self.show_as = Segmented(_SHOWS, "Wat de tabel toont")
        self.copy = Button("Kopieer", Kind.DEFAULT, "copy", tip="Kopieer de tabel")
        self.print = icon_button("printer", "Presentielijst afdrukken", Kind.DEFAULT)
        self.matrix = MatrixView()
        self.empty = EmptyState(
            "calendar-plus",
            "Nog geen bijeenkomsten dit jaar",
            "Plan de eerste; daarna staat hier wie er wanneer was.",
        )
        self.card = Card(padding=0, gap=0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def attach(self, presenter: AttendingPresenter) -> None:
        """Connect the presenter of this tab and lay everything out."""
        self._presenter = presenter
        self.inspector = Inspector(presenter)
        tools = QHBoxLayout()
        tools.setContentsMargins(14, 8, 14, 8)
        tools.setSpacing(12)
        tools.addWidget(self.show_as)
        tools.addWidget(Legend(), 1)
        tools.addWidget(self.copy)
        tools.addWidget(self.print)
        self.tools = tools
        self.card.body.addLayout(tools)
        self.card.body.addWidget(Line())
        self.card.body.addWidget(self.matrix)
        self.card.body.setContentsMargins(1, 1, 1, 4)
        for widget in (self.numbers, self.card, self.empty, self.inspector):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.show_as.chosen.connect(presenter.show_as)
        self.copy.clicked.connect(presenter.copy)
        self.print.clicked.connect(presenter.print_list)
        self.matrix.sessions.moved.connect(presenter.select)
        self.matrix.sessions.letter.connect(presenter.press)
        self.matrix.sessions.asked.connect(self.focus_arrival)

    def show_state(self, state: AttendingState) -> None:
        """Show numbers and matrix."""
        self.numbers.show_numbers(state.numbers)
        self.show_as.set_value(state.show)
        filled = bool(state.matrix.columns and state.matrix.people)
        self.card.setVisible(filled)
        self.numbers.setVisible(filled)
        self.empty.setVisible(not filled)
        self.matrix.show_matrix(state.matrix, state.show)

    def show_current(self, current_cell: Current | None) -> None:
        """Show the current cell."""
        self.inspector.show_current(current_cell)

    def focus_arrival(self) -> None:
        """Let the arrival be typed over."""
        self.inspector.arrived.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_matrix(self) -> None:
        """Back to the matrix."""
        self.matrix.sessions.setFocus(Qt.FocusReason.OtherFocusReason)
