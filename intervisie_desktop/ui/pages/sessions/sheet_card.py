"""A step that is being prepared: what it means, what it asks, and its verb; on the page itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions.columns import GUEST_COLUMNS
from intervisie_desktop.ui.pages.sessions.fields import DAY_FIELDS, REASON_FIELDS, TIME_FIELDS
from intervisie_desktop.ui.pages.sessions.state import GuestLine, SheetLine, SheetState
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.table import Table


class SheetLines(QWidget):
    """Lines with a sign, words, figures and maybe a button; emits `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[SheetLine, ...] = ()

    def show_lines(self, lines: tuple[SheetLine, ...]) -> None:
        """Show these instead."""
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._line(line))
        self.setVisible(bool(lines))

    def _line(self, line: SheetLine) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(9)
        row.addWidget(Sign(line.sign, line.token, 15))
        row.addWidget(Label(line.text, Role.BODY, wrap=True), 1)
        if line.side:
            row.addWidget(Label(line.side, Role.META, "ink-2"))
        if line.button:
            named = f"{line.text}: {line.button}"
            button = Button(line.button, Kind.DEFAULT, small=True, name=named)
            button.setProperty("key", line.key)
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        return widget

    def _pressed(self) -> None:
        self.pressed.emit(str(self.sender().property("key")))


class SheetCard(Card):
    """Emits `changed(name, value)`, `line_pressed(key)`, `confirmed(guest)` and `closed`.

    `begun` says that another step was opened.
    """

    changed = Signal(str, object)
    line_pressed = Signal(str)
    confirmed = Signal(str)
    closed = Signal()
    begun = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(padding=16, gap=10, edge="accent", parent=parent)
        self._key = ""
        self._form = ""
        self.title = Label("", Role.CARD)
        self.text = Label("", Role.BODY, "ink-2", wrap=True)
        self.lines = SheetLines()
        self.forms = {
            "reason": Form(REASON_FIELDS, today),
            "times": Form(TIME_FIELDS, today),
            "day": Form(DAY_FIELDS, today),
        }
        self.filter = FilterField("Filter deelnemers", key="")
        self.guests: Table[GuestLine] = Table(GUEST_COLUMNS, "Deelnemers die gast kunnen zijn")
        self.guests.setFixedHeight(current().px(39) * 5)
        self.yes = Button("", Kind.PRIMARY, key="Ctrl+Enter")
        self.no = Button("Sluiten", Kind.DEFAULT, key="Esc")
        self._lay_out()
        self._connect()
        self.hide()

    def show_sheet(self, sheet: SheetState | None) -> None:
        """Show a step, or nothing."""
        if sheet is None:
            self._key = ""
            self.hide()
            return
        begins = sheet.key != self._key
        self._key = sheet.key
        self._form = sheet.form
        self.setAccessibleName(sheet.title)
        self.title.setText(sheet.title)
        self.text.setText(sheet.text)
        self.text.setVisible(bool(sheet.text))
        self.lines.show_lines(sheet.lines)
        for name, form in self.forms.items():
            form.setVisible(name == sheet.form)
            if name == sheet.form:
                form.show_values(sheet.values)
        for name in ("notice_day", "notice_time"):
            self.forms["reason"].set_shown(name, bool(sheet.values.get("by_client")))
        guest = sheet.form == "guest"
        self.filter.setVisible(guest)
        self.guests.setVisible(guest)
        self.yes.kind = Kind.DANGER if sheet.danger else Kind.PRIMARY
        self.yes.set_words(sheet.yes)
        self.yes.key_text = "Enter" if guest else "Ctrl+Enter"
        self.set_edge("fout" if sheet.danger else "accent")
        self.show()
        if begins:
            self.focus_start()
            self.begun.emit()

    def show_guests(self, guests: tuple[GuestLine, ...]) -> None:
        """Show who can be added."""
        self.guests.show_rows(guests)

    def commit(self) -> None:
        """Take what is half typed."""
        for form in self.forms.values():
            if form.isVisible():
                form.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it undone; Down goes from the filter to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return} and self.filter.hasFocus():
            self.guests.setFocus(Qt.FocusReason.TabFocusReason)
            self.guests.selectRow(0)
        else:
            super().keyPressEvent(event)

    def focus_start(self) -> None:
        """Put the focus where the step begins: its first field, or its verb."""
        form = self._form
        if form in self.forms:
            self.forms[form].focus()
        elif form == "guest":
            self.filter.clear()
            self.filter.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.guests)
        for form in self.forms.values():
            self.body.addWidget(form)
        self.body.addWidget(self.lines)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.body.addLayout(row)

    def _connect(self) -> None:
        for form in self.forms.values():
            form.changed.connect(self.changed)
        self.lines.pressed.connect(self.line_pressed)
        self.filter.textChanged.connect(self.guests.look_for)
        self.guests.opened.connect(self.confirmed)
        self.yes.clicked.connect(self._yes)
        self.no.clicked.connect(self.closed)

    def _yes(self) -> None:
        self.commit()
        self.confirmed.emit(self.guests.current_id() if self._key == "guest" else "")
