"""The first two steps on the screen: which file, and what its columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from intervisie_desktop.services.importing import ImportKind
from intervisie_desktop.ui.pages.importing import words
from intervisie_desktop.ui.pages.importing.fields import LIST_FIELDS, SESSION_FIELDS, SHEET_FIELDS
from intervisie_desktop.ui.pages.importing.state import ColumnShown, ImportingState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll


class Lines(QWidget):
    """Sentences below each other, each with a sign."""

    def __init__(self, sign: str, token: str) -> None:
        super().__init__()
        self._sign, self._token = sign, token
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these sentences."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Sign(self._sign, self._token, 15), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(line, Role.BODY, "ink-2", wrap=True), 1)
            self._column.addWidget(holder)


class FileStep(QWidget):
    """Choose, drop or paste; `chosen` asks for a file, `pasted(text)` hands lines over."""

    chosen = Signal()
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        drop = TitledCard("Bestand", "kiezen of hierheen slepen")
        self.empty = EmptyState(
            "file-input",
            "Sleep een bestand hierheen",
            "U kijkt alles eerst na; tot dan wordt er niets overgenomen.",
            "Bestand kiezen…",
            filled=True,
        )
        drop.content.addWidget(self.empty, 1)
        kinds = Label(words.WHAT_CAN_BE_READ, Role.META, "ink-3", wrap=True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        drop.content.addWidget(kinds)
        paste = TitledCard("Namen plakken", "één per regel, met of zonder e-mailadres")
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName("Namen, één per regel")
        self.lines.setPlaceholderText("mr. A.B. van den Berg <a.berg@kantoor.example>")
        self.lines.setTabChangesFocus(True)
        self.read = Button("Lijst lezen", Kind.OUTLINE, "clipboard-list")
        self.read.clicked.connect(self._read)
        paste.content.addWidget(self.lines, 1)
        paste.content.addWidget(self.read, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(drop, 5)
        row.addWidget(paste, 4)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(self.chosen)

    def focus(self) -> None:
        """The button that chooses a file."""
        if self.empty.primary is not None:
            self.empty.primary.setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self) -> None:
        self.pasted.emit(self.lines.toPlainText())


class ColumnsStep(QWidget):
    """What the file is and what its columns mean; a year sheet shows what is assumed instead."""

    kind_chosen = Signal(str)
    table_chosen = Signal(str)
    column_chosen = Signal(int, str)
    option_changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.kind = Select(name="Soort bestand")
        self.table = Select(name="Blad")
        self.notes = Lines("info", "tip")
        self.list_form = Form(LIST_FIELDS)
        self.plan_form = Form(SESSION_FIELDS)
        self.sheet_form = Form(SHEET_FIELDS)
        self.selects: list[Select] = []
        self._headings: tuple[tuple[str, str], ...] = ()
        self._file = TitledCard("Bestand")
        self._columns = TitledCard("Kolommen", "wat elke kolom betekent")
        self._options = TitledCard("Voor alle rijen")
        self._assumed = TitledCard("Aangenomen", "wat niet in het bestand staat")
        self._lay_out()
        self.kind.chosen.connect(self.kind_chosen)
        self.table.chosen.connect(self.table_chosen)
        self.list_form.changed.connect(self.option_changed)
        self.plan_form.changed.connect(self.option_changed)
        self.sheet_form.changed.connect(self.option_changed)

    def show_state(self, state: ImportingState) -> None:
        """Show what was read."""
        self._name.setText(state.file)
        self.kind.set_options(state.kinds)
        self.kind.set_value(state.kind)
        self._table_holder.setVisible(bool(state.tables))
        self.table.set_options(state.tables)
        self.table.set_value(state.table)
        self.notes.show_lines(state.notes)
        self.notes.setVisible(bool(state.notes))
        self._columns.setVisible(bool(state.columns))
        self._options.setVisible(not state.is_sheet)
        self._assumed.setVisible(state.is_sheet)
        self._show_columns(state)
        self.list_form.setVisible(not state.is_plan)
        self.plan_form.setVisible(state.is_plan)
        form = self._form()
        form.set_options("profile", state.profiles)
        names = form.values().keys()
        form.show_values({n: v for n, v in state.values.items() if n in names})

    def complete(self) -> bool:
        """Take what is half typed; False when something is still wrong."""
        form = self._form()
        form.commit()
        return form.complete()

    def focus(self) -> None:
        """The kind of file, where it can be corrected."""
        self.kind.setFocus(Qt.FocusReason.TabFocusReason)

    def _form(self) -> Form:
        """The choices about the whole file that are on the screen."""
        if not self._assumed.isHidden():
            return self.sheet_form
        return self.list_form if self.plan_form.isHidden() else self.plan_form

    def _lay_out(self) -> None:
        self._name = Label("", Role.STRONG, elide=True)
        self._file.content.addWidget(self._name)
        self._file.content.addWidget(Label("Overnemen als", Role.META, "ink-2"))
        self._file.content.addWidget(self.kind)
        self._table_holder = QWidget()
        box = QVBoxLayout(self._table_holder)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        box.addWidget(Label("Blad", Role.META, "ink-2"))
        box.addWidget(self.table)
        self._file.content.addWidget(self._table_holder)
        self._file.content.addSpacing(4)
        self._file.content.addWidget(self.notes)
        self._options.content.addWidget(self.list_form)
        self._options.content.addWidget(self.plan_form)
        self._assumed.content.addWidget(self.sheet_form)
        self._assumed.add_right(Chip("aangenomen", Tone.WARNING, "triangle-alert"))
        left = Scroll((0, 0, 4, 8))
        left.body.addWidget(self._file)
        left.body.addWidget(self._options)
        left.body.addStretch(1)
        self._grid_holder = Scroll((16, 12, 12, 12))
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 4)
        self._grid_holder.body.addWidget(self._grid_box)
        self._grid_holder.body.addStretch(1)
        self._columns.hold(self._grid_holder)
        right = QVBoxLayout()
        right.addWidget(self._columns, 1)
        right.addWidget(self._assumed)
        right.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(left, 4)
        row.addLayout(right, 7)

    def _show_columns(self, state: ImportingState) -> None:
        headings = tuple((one.heading, one.samples) for one in state.columns)
        if headings != self._headings:
            self._headings = headings
            self._build(state.columns)
        for select, column in zip(self.selects, state.columns, strict=True):
            select.set_options(words.field_options(ImportKind(state.kind)))
            select.set_value(column.field)

    def _build(self, columns: Sequence[ColumnShown]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.selects = []
        for place, word in enumerate(("In het bestand", "Voorbeelden", "Betekent")):
            self._grid.addWidget(Label(word, Role.MICRO_STRONG, "ink-3"), 0, place)
        for column in columns:
            line = column.place + 1
            select = Select(name=f"Betekenis van kolom {column.heading}")
            select.setProperty("place", column.place)
            select.chosen.connect(self._chosen)
            self.selects.append(select)
            self._grid.addWidget(Label(column.heading, Role.STRONG, elide=True), line, 0)
            self._grid.addWidget(Label(column.samples, Role.META, "ink-3", elide=True), line, 1)
            self._grid.addWidget(select, line, 2)
        before: QWidget = self.table
        for select in self.selects:
            QWidget.setTabOrder(before, select)
            before = select

    def _chosen(self, value: Any) -> None:
        self.column_chosen.emit(int(self.sender().property("place")), str(value))
