"""The sheets of practice, agenda and appearance, and what every sheet is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.settings.fields import AGENDA, APPEARANCE, HOLIDAY, PRACTICE
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.values import DesignationLine
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.fields import Field
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll

WIDEST = 760


class Sheet(QWidget):
    """One section: cards from top to bottom in a column that is comfortable to read."""

    def __init__(self, presenter: SettingsPresenter, widest: int = WIDEST) -> None:
        super().__init__()
        self.presenter = presenter
        self.forms: list[Form] = []
        column = self._holder = QWidget()
        self._widest = widest
        self._measure()
        current().changed.connect(self._measure)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 2, 0, 12)
        self.column.setSpacing(14)
        scroll = Scroll((0, 0, 8, 0), 0)
        row = QHBoxLayout()
        row.addWidget(column, 1)
        row.addStretch(0)
        scroll.body.addLayout(row)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _measure(self) -> None:
        """Larger text has more room, so that a date still fits in its field."""
        self._holder.setMaximumWidth(current().px(self._widest))

    def show_state(self, state: SettingsState) -> None:
        """Show what this section holds."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take what is half typed."""
        for form in self.forms:
            form.commit()

    def add_form(
        self, title: str, fields: Sequence[Field], changed: Callable[[str, Any], None]
    ) -> Form:
        """A card with a form that tells every change."""
        form = Form(fields)
        form.changed.connect(changed)
        card = TitledCard(title)
        card.content.addWidget(form)
        self.column.addWidget(card)
        self.forms.append(form)
        return form


class Lines(QWidget):
    """Small forms below each other, each with a button to remove it."""

    def __init__(
        self,
        fields: Sequence[Field],
        none: str,
        remove_name: str,
        change: Callable[[str, str, Any], None],
        remove: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._fields = fields
        self._remove_name = remove_name
        self._change = change
        self._remove = remove
        self._lines: dict[str, tuple[QWidget, Form]] = {}
        self._none = Label(none, Role.BODY, "ink-3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._none)

    def show_lines(self, lines: Sequence[DesignationLine]) -> None:
        """Show these lines; forms that stay keep what is half typed."""
        wanted = [line.id for line in lines]
        for gone in [known for known in self._lines if known not in wanted]:
            widget, _ = self._lines.pop(gone)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, line in enumerate(lines):
            if line.id not in self._lines:
                self._lines[line.id] = self._made(line.id)
            widget, form = self._lines[line.id]
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)
            form.show_values(line.values)
        self._none.setVisible(not lines)

    def form(self, line_id: str) -> Form:
        """The form of one line."""
        return self._lines[line_id][1]

    def commit(self) -> None:
        """Take what is half typed."""
        for _, form in list(self._lines.values()):
            form.commit()

    def _made(self, line_id: str) -> tuple[QWidget, Form]:
        form = Form(self._fields)
        form.changed.connect(partial(self._change, line_id))
        button = icon_button("trash-2", self._remove_name)
        button.clicked.connect(partial(self._removed, line_id))
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(form, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return widget, form

    def _removed(self, line_id: str) -> None:
        self._remove(line_id)


class PracticeSheet(Sheet):
    """Praktijk."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.form = self.add_form("Praktijk", PRACTICE, presenter.change_practice)
        self.form.touched.connect(self._touched)

    def show_state(self, state: SettingsState) -> None:
        """Values and advice."""
        self.form.show_values(state.practice)
        for name, sentence in state.advice.items():
            self.form.show_problem(name, sentence)

    def show_advice(self, name: str, sentence: str) -> None:
        """A sentence under a field."""
        self.form.show_problem(name, sentence)

    def _touched(self, name: str) -> None:
        value = self.form.value(name)
        if isinstance(value, str):
            self.presenter.typing(name, value)


class AgendaSheet(Sheet):
    """Agenda: region and own free days."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.form = self.add_form("Schoolvakanties", AGENDA, presenter.change_region)
        self.lines = Lines(
            HOLIDAY,
            words.OWN_HOLIDAYS_NONE,
            words.OWN_HOLIDAY_REMOVE,
            presenter.change_holiday,
            presenter.remove_holiday,
        )
        self.add = Button(words.OWN_HOLIDAY_ADD, icon="plus", small=True)
        self.add.clicked.connect(presenter.add_holiday)
        card = TitledCard(words.OWN_HOLIDAYS)
        card.add_right(self.add)
        card.content.addWidget(self.lines)
        self.column.addWidget(card)

    def show_state(self, state: SettingsState) -> None:
        """Region and lines."""
        self.form.show_values({"school_region": state.region})
        self.lines.show_lines(state.holidays)

    def commit(self) -> None:
        """Take what is half typed, also in the lines."""
        super().commit()
        self.lines.commit()


class AppearanceSheet(Sheet):
    """Uiterlijk: of this machine."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.form = self.add_form("Uiterlijk", APPEARANCE, presenter.change_appearance)
        self.column.addWidget(Label(words.OF_THIS_MACHINE, Role.META, "ink-3", wrap=True))

    def show_state(self, state: SettingsState) -> None:
        """What is worn now."""
        self.form.show_values(state.appearance)
