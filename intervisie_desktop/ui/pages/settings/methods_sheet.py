"""The sheet of the methods: the list, the one that is open, and its phases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.methods import MethodsService
from intervisie_desktop.ui.pages.settings.fields import METHOD, PHASE
from intervisie_desktop.ui.pages.settings.methods_presenter import (
    MethodRow,
    MethodsPresenter,
    MethodsState,
    PhaseState,
)
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Sheet
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import methods as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Line, TitledCard
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.table import Table

_ROWS = 6


def _name(row: MethodRow) -> str:
    return row.name


def _minutes(row: MethodRow) -> str:
    return f"{row.minutes} min"


def _length(row: MethodRow) -> int:
    return row.minutes


def _accent(row: MethodRow) -> str:
    return row.accent


def _experience(row: MethodRow) -> str:
    return row.experience


def _kind(row: MethodRow) -> str:
    return words.OWN if row.own else ""


COLUMNS: tuple[Column[MethodRow], ...] = (
    Column("Werkvorm", _name, look=Look.STRONG),
    Column("Duur", _minutes, sort=_length, align=Align.RIGHT, width=80),
    Column("Accent", _accent, width=104, look=Look.META),
    Column("Voor wie", _experience, width=200, look=Look.META),
    Column("Soort", _kind, width=72, look=Look.META),
)


class PhaseReading(QWidget):
    """The phases of a method of the program, to read."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)

    def show_phases(self, phases: tuple[PhaseState, ...]) -> None:
        """Number, what it is, and the minutes with where they come from."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, phase in enumerate(phases):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Label(f"{row + 1}", Role.STRONG, "ink-3"), row, 0, top)
            self._grid.addWidget(self._middle(phase), row, 1)
            self._grid.addWidget(self._side(phase), row, 2, top)

    @staticmethod
    def _middle(phase: PhaseState) -> QWidget:
        lines = [Label(phase.name, Role.LABEL), Label(phase.line, Role.META, "ink-2", wrap=True)]
        lines += [Label(phase.hint, Role.META, "ink-3", wrap=True)] if phase.hint else []
        return _column(*lines)

    @staticmethod
    def _side(phase: PhaseState) -> QWidget:
        minutes, origin = Label(phase.minutes, Role.STRONG), Label(phase.origin, Role.META, "ink-3")
        for label in (minutes, origin):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        return _column(minutes, origin)


class PhaseForms(QWidget):
    """The phases of an own method, each a small form with its buttons."""

    def __init__(self, presenter: MethodsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.forms: list[Form] = []
        self._boxes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_phases(self, phases: tuple[PhaseState, ...]) -> None:
        """Show these phases; forms stay where they are, so that the focus does too."""
        while len(self.forms) < len(phases):
            self._add()
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(phases))
        for form, phase in zip(self.forms, phases, strict=False):
            form.set_options("allowed", phase.turns)
            form.show_values(phase.values)

    def commit(self) -> None:
        """Take what is half typed."""
        for form, box in zip(self.forms, self._boxes, strict=True):
            if not box.isHidden():
                form.commit()

    def _add(self) -> None:
        key = str(len(self.forms))
        form = Form(PHASE)
        form.changed.connect(partial(self._presenter.change_phase, key))
        up = icon_button("arrow-up", f"{words.RAISE_PHASE} ({len(self.forms) + 1})")
        up.clicked.connect(partial(self._raise, key))
        up.setEnabled(bool(self.forms))
        away = icon_button("trash-2", f"{words.REMOVE_PHASE} ({len(self.forms) + 1})")
        away.clicked.connect(partial(self._remove, key))
        box = QWidget()
        outer = QVBoxLayout(box)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        if self.forms:
            outer.addWidget(Line())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(form, 1)
        for button in (up, away):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(row)
        self.forms.append(form)
        self._boxes.append(box)
        self._column.addWidget(box)

    def _raise(self, key: str) -> None:
        self._presenter.raise_phase(key)

    def _remove(self, key: str) -> None:
        self._presenter.remove_phase(key)


class MethodsSheet(Sheet):
    """Werkvormen: read, copy, adapt."""

    def __init__(self, presenter: SettingsPresenter, service: MethodsService, desk: Desk) -> None:
        super().__init__(presenter)
        self.methods = MethodsPresenter(service, self, desk)
        self.table: Table[MethodRow] = Table(COLUMNS, words.TITLE)
        self.table.chosen.connect(self.methods.choose)
        self.column.addWidget(self._list())
        self.column.addWidget(self._head())
        self.column.addWidget(self._phases())
        current().changed.connect(self._measure_list)
        self._measure_list()

    def show_state(self, state: SettingsState) -> None:
        """Read the methods again."""
        self.methods.show()

    def show_methods(self, state: MethodsState) -> None:
        """The list and the method that is open."""
        self.table.show_rows(state.rows)
        if self.table.current_id() != state.chosen:
            self.table.choose(state.chosen)
        self.head.title.setText(state.name)
        self.head.setAccessibleName(state.name)
        for label, text in ((self.about, state.about), (self.facts, state.facts)):
            label.setText(text)
            label.setVisible(bool(text) and not (state.own and label is self.about))
        self.source.setText(state.source)
        self.form.setVisible(state.own)
        self.remove.setVisible(state.own)
        if state.own:
            self.form.show_values(state.values)
        self.total.setText(state.total)
        self.add.setVisible(state.own)
        self.reading.setVisible(not state.own)
        self.editing.setVisible(state.own)
        if state.own:
            self.editing.show_phases(state.phases)
        else:
            self.reading.show_phases(state.phases)

    def focus_name(self) -> None:
        """Start typing the name."""
        self.form.focus("name")

    def commit(self) -> None:
        """Take what is half typed, also in the phases."""
        if not self.form.isHidden():
            super().commit()
            self.editing.commit()

    def _list(self) -> QWidget:
        card = TitledCard(words.TITLE)
        card.content.addWidget(Label(words.INTRO, Role.META, "ink-3", wrap=True))
        card.content.addWidget(self.table)
        return card

    def _head(self) -> QWidget:
        self.form = Form(METHOD)
        self.form.changed.connect(self.methods.change)
        self.forms.append(self.form)
        self.copy = Button(words.COPY, icon="copy", small=True)
        self.copy.clicked.connect(self.methods.copy)
        self.remove = Button(words.REMOVE, Kind.QUIET, "trash-2", small=True)
        self.remove.clicked.connect(self.methods.remove)
        self.about = Label("", Role.BODY, wrap=True)
        self.facts = Label("", Role.META, "ink-2", wrap=True)
        self.source = Label("", Role.META, "ink-3", wrap=True)
        self.head = TitledCard("")
        for widget in (self.remove, self.copy):
            self.head.add_right(widget)
        for part in (self.form, self.about, self.facts, self.source):
            self.head.content.addWidget(part)
        return self.head

    def _phases(self) -> QWidget:
        self.total = Label("", Role.META, "ink-3")
        self.add = Button(words.ADD_PHASE, icon="plus", small=True)
        self.add.clicked.connect(self.methods.add_phase)
        self.reading = PhaseReading()
        self.editing = PhaseForms(self.methods)
        card = TitledCard(words.PHASES)
        for widget in (self.total, self.add):
            card.add_right(widget)
        for part in (self.reading, self.editing):
            card.content.addWidget(part)
        return card

    def _measure_list(self) -> None:
        self.table.setFixedHeight(current().px(39) * _ROWS + current().px(34))


def _column(*labels: Label) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    for label in labels:
        column.addWidget(label)
    return box
