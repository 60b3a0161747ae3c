"""The card Aanwezigheid: the list, its keys, and more about whoever is current."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.fields import (
    CHECKLIST,
    ONLINE_TICKS,
    PERSON_FIELDS,
    spans_words,
)
from intervisie_desktop.ui.pages.sessions.roster_table import RosterTable
from intervisie_desktop.ui.pages.sessions.state import RosterRow, SessionState
from intervisie_desktop.ui.text.lint import note_advice
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Line, TitledCard
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.key_cap import KeyLegend
from intervisie_desktop.ui.widgets.label import Label


class PersonPanel(QWidget):
    """More about one participant; emits `changed(id, name, value)`."""

    changed = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.title = Label("", Role.STRONG)
        self.form = Form(PERSON_FIELDS)
        self.form.changed.connect(self._changed)
        self.form.touched.connect(self._touched)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.form)

    def show_person(self, row: RosterRow, state: SessionState) -> None:
        """Show someone; what is half typed about another is kept first."""
        if row.id != self._id:
            self._take_over(row.id)
        self.title.setText(f"Meer over {row.name}")
        self.form.set_options("theme", state.themes)
        values = {
            "spans": spans_words(row.intervals),
            "theme": row.theme,
            "remark": row.remark,
            **{name: on for name, on in row.ticks.items() if name in self.form.values()},
        }
        typed = {name for name in values if self.form.editor(name).hasFocus()}
        self.form.show_values({n: v for n, v in values.items() if n not in typed})
        self.form.set_read_only(not state.editable)
        for name in ONLINE_TICKS:
            asked = name in state.online_ticks or name not in CHECKLIST
            self.form.set_shown(name, state.online and asked)
        if "remark" not in typed:
            self.form.show_problem("remark", row.remark_advice)

    def commit(self) -> None:
        """Take what is half typed."""
        self.form.commit()

    def _take_over(self, participant_id: str) -> None:
        """Another person: what was typed about the one before is saved with that one."""
        self.form.commit()
        self._id = participant_id

    def _changed(self, name: str, value: Any) -> None:
        if self._id:
            self.changed.emit(self._id, name, value)

    def _touched(self, name: str) -> None:
        if name == "remark":
            self.form.show_problem("remark", note_advice(str(self.form.value("remark"))))


class RosterCard(TitledCard):
    """The list with its head; `everyone` and `guest` are pressed, the rest is the table's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Aanwezigheid", parent=parent)
        self._state: SessionState | None = None
        self.legend = KeyLegend(words.KEYS)
        self.legend_below = KeyLegend(words.KEYS)
        self.guest = Button("Gast", Kind.QUIET, "user-plus", small=True, name="Gast toevoegen")
        self.more = Button(
            "Meer", Kind.QUIET, "chevron-down", small=True, name="Meer over de deelnemer"
        )
        self.more.setCheckable(True)
        self.everyone = Button("", Kind.DEFAULT, "user-check", small=True)
        self.table = RosterTable()
        self.panel = PersonPanel()
        self.panel.hide()
        self._rule = Line()
        self._rule.hide()
        for widget in (self.legend, self.guest, self.more, self.everyone):
            self.add_right(widget)
        self.hold(self.table)
        self.content.setSpacing(0)
        self.content.addWidget(self._below())
        self.content.addWidget(self._rule)
        self.content.addWidget(self.panel)
        self.more.toggled.connect(self._unfold)
        self.table.row_changed.connect(self._show_person)

    def show_session(self, state: SessionState) -> None:
        """Show the list."""
        self._state = state
        self.set_side(": ".join(part for part in (state.roster_side, state.margin) if part))
        self.side.set_look(token="waarschuwing" if state.margin else "ink-3")
        self.everyone.setVisible(bool(state.everyone))
        self.everyone.set_words(state.everyone)
        self.guest.setVisible(state.editable)
        self.table.show_session(state)
        self._show_person(self.table.current_id())

    def fit(self, width: int) -> None:
        """The legend of the keys stands in the head, or below the list where that is narrow."""
        editable = self._state is not None and self._state.editable
        room = width >= self.legend.sizeHint().width() + current().px(600)
        self.legend.setVisible(editable and room)
        self._row_below.setVisible(editable and not room)

    def commit(self) -> None:
        """Take what is half typed in the panel."""
        if self.panel.isVisible():
            self.panel.commit()

    def _below(self) -> QWidget:
        self._row_below = QWidget()
        row = QHBoxLayout(self._row_below)
        row.setContentsMargins(13, 8, 16, 2)
        row.addWidget(self.legend_below)
        row.addStretch(1)
        self._row_below.hide()
        return self._row_below

    def _unfold(self, on: bool) -> None:
        self.more.sign = "chevron-up" if on else "chevron-down"
        self.more.restyle()
        self._show_person(self.table.current_id())

    def _show_person(self, _participant_id: str) -> None:
        row = self.table.current_row()
        if row is None and self._state is not None and self._state.roster:
            row = self._state.roster[0]
        shown = self.more.isChecked() and row is not None
        self.panel.setVisible(shown)
        self._rule.setVisible(shown)
        if shown and row is not None and self._state is not None:
            self.panel.show_person(row, self._state)
