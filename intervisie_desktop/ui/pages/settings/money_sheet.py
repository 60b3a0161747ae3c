"""The sheet Facturen en tarieven: what things cost, what cancelling costs, how invoices look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.rates import RatesService
from intervisie_desktop.ui.pages.settings.money_fields import (
    DEFAULT_FIELDS,
    NUMBER_FIELDS,
    VAT_TEXT_FIELD,
)
from intervisie_desktop.ui.pages.settings.money_presenter import (
    MoneyPresenter,
    MoneyState,
)
from intervisie_desktop.ui.pages.settings.money_values import RateRow, TermsRow, VatTextLine
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Sheet
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import billing as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.fields import Field
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

Row = TypeVar("Row")
_MOST_ROWS = 12
_TERMS_ROWS = 6
_WIDEST = 880
_PATTERNS = {"pattern", "credit_pattern", "quote_pattern"}


def _whom(row: RateRow | TermsRow) -> str:
    return row.whom


def _faded(row: RateRow) -> str:
    return "ink-3" if row.over else "ink"


RATE_COLUMNS: tuple[Column[RateRow], ...] = (
    Column("Voor wie", _whom, look=Look.STRONG, token=_faded),
    Column("Hoe het telt", lambda row: row.kind, width=222, token=_faded),
    Column("Prijs", lambda row: row.price, sort=lambda row: row.amount, align=Align.RIGHT,
           width=124, token=_faded),
    Column("Btw", lambda row: row.vat, width=140, look=Look.META),
    Column("Wanneer", lambda row: row.period, sort=lambda row: row.start, width=186,
           look=Look.META),
)  # fmt: skip
TERMS_COLUMNS: tuple[Column[TermsRow], ...] = (
    Column("Voor wie", _whom, look=Look.STRONG, width=150),
    Column("Wat afmelden kost", lambda row: row.steps, tip=lambda row: row.steps),
    Column("Wanneer", lambda row: row.period, width=150, look=Look.META),
)


class _ListCard(TitledCard):
    """A table with what can be done with the row in front, also from its context menu."""

    def __init__(self, title: str, table: Table[Any], none: str) -> None:
        super().__init__(title)
        self.table = table
        self._acts: list[tuple[str, str, Button, Callable[[str], None]]] = []
        self._buttons = QWidget()
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(16, 6, 16, 0)
        self._row.addStretch(1)
        self._empty = QWidget()
        inset = QVBoxLayout(self._empty)
        inset.setContentsMargins(16, 10, 16, 6)
        inset.addWidget(Label(none, Role.BODY, "ink-3", wrap=True))
        self.content.setContentsMargins(1, 0, 1, 7)
        self.content.setSpacing(0)
        self.content.addWidget(table)
        self.content.addWidget(self._buttons)
        self.content.addWidget(self._empty)
        table.asked.connect(self._menu)

    def add_act(self, word: str, icon: str, act: Callable[[str], None]) -> Button:
        """Something to do with the row in front."""
        button = Button(word, Kind.DEFAULT, icon, small=True, name=f"{self.title.text()}: {word}")
        button.clicked.connect(partial(self._do, act))
        self._row.insertWidget(len(self._acts), button)
        self._acts.append((word, icon, button, act))
        return button

    def show_rows(self, rows: tuple[Any, ...], most: int) -> None:
        """Show these rows, as high as they are up to a limit."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._buttons.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and not self.table.current_id():
            self.table.choose(rows[0].id)
        head = self.table.horizontalHeader().sizeHint().height()
        shown = min(len(rows), most)
        self.table.setFixedHeight(head + shown * current().px(39) + 2)

    def _do(self, act: Callable[[str], None], _checked: bool = False) -> None:
        if self.table.current_id():
            act(self.table.current_id())

    def _menu(self, row_id: str, point: QPoint) -> None:
        self.table.choose(row_id)
        actions = [
            Action(f"{self.title.text()}_{word}", word, partial(act, row_id), icon=icon)
            for word, icon, _button, act in self._acts
        ]
        self.menu = context_menu(self, actions)
        self.menu.popup(point)


class _VatText(QWidget):
    """The words of one kind of btw, with the way back to those of the program."""

    def __init__(self, line: VatTextLine, keep: Callable[[str, str], None]) -> None:
        super().__init__()
        self._category = line.category
        self._keep = keep
        field = Field(VAT_TEXT_FIELD.name, line.title, VAT_TEXT_FIELD.kind)
        self.form = Form((field,))
        self.form.changed.connect(self._changed)
        self.back = Button(
            words.VAT_TEXT_BACK, Kind.QUIET, "rotate-ccw", small=True,
            name=f"{words.VAT_TEXT_BACK}: {line.title}",
        )  # fmt: skip
        self.back.clicked.connect(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.form)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_line(self, line: VatTextLine) -> None:
        """Its words."""
        self.form.show_values({"text": line.text})
        self.back.setVisible(line.own)

    def _changed(self, _name: str, value: Any) -> None:
        self._keep(self._category, str(value or ""))

    def _back(self) -> None:
        self._keep(self._category, "")


class MoneySheet(Sheet):
    """Facturen en tarieven."""

    def __init__(self, presenter: SettingsPresenter, service: RatesService, desk: Desk) -> None:
        super().__init__(presenter, _WIDEST)
        self.money = MoneyPresenter(service, self, desk)
        self.rates = self._rates_card()
        self.terms = self._terms_card()
        self.numbers = self.add_form(words.NUMBERS, NUMBER_FIELDS, self.money.change)
        self.numbers.touched.connect(self._touched)
        self.example = Label("", Role.LABEL, "ink", wrap=True)
        _below(self.numbers, self.example)
        _below(self.numbers, Label(words.NUMBERS_NOTE, Role.META, "ink-3", wrap=True))
        self.defaults = self.add_form(words.DEFAULTS, DEFAULT_FIELDS, self.money.change)
        self.texts: dict[str, _VatText] = {}
        self._text_card = TitledCard(words.VAT_TEXTS)
        self._text_card.content.setSpacing(12)
        self.column.addWidget(self._text_card)

    def show_state(self, state: SettingsState) -> None:
        """Read again."""
        self.money.show()

    def show_money(self, state: MoneyState) -> None:
        """Show everything."""
        self.rates.show_rows(state.rates, _MOST_ROWS)
        self.which.setVisible(bool(state.former))
        self.terms.show_rows(state.terms, _TERMS_ROWS)
        self.numbers.show_values(state.settings)
        self.numbers.set_shown("credit_pattern", bool(state.settings["own_credit"]))
        self.defaults.show_values(state.settings)
        self.show_example(state.example, {})
        for line in state.texts:
            if line.category not in self.texts:
                made = _VatText(line, self.money.change_text)
                self.texts[line.category] = made
                self._text_card.content.addWidget(made)
            self.texts[line.category].show_line(line)

    def show_example(self, example: str, wrong: dict[str, str]) -> None:
        """What the patterns give, or what is wrong."""
        self.example.setText(example)
        self.example.setVisible(bool(example))
        for name in _PATTERNS:
            self.numbers.show_problem(name, wrong.get(name, ""))

    def commit(self) -> None:
        """Take what is half typed, also in the texts."""
        super().commit()
        for text in self.texts.values():
            text.form.commit()

    def _rates_card(self) -> _ListCard:
        money = self.money
        card = _ListCard(words.RATES, Table(RATE_COLUMNS, words.RATES), words.RATES_NONE)
        self.which = Segmented((("now", "Geldend"), ("all", "Ook vroeger")), "Welke tarieven")
        self.which.chosen.connect(self._which)
        self.add_rate = Button(words.RATE_ADD, icon="plus", small=True)
        self.add_rate.clicked.connect(money.add_rate)
        card.add_right(self.which)
        card.add_right(self.add_rate)
        card.add_act(words.RATE_NEXT, "calendar-plus", money.next_rate)
        card.add_act("Wijzigen", "pencil", money.change_rate)
        card.add_act(words.RATE_REMOVE, "trash-2", money.remove_rate)
        card.table.opened.connect(money.change_rate)
        self.column.addWidget(card)
        return card

    def _terms_card(self) -> _ListCard:
        money = self.money
        card = _ListCard(words.TERMS, Table(TERMS_COLUMNS, words.TERMS), words.TERMS_NONE)
        self.add_terms = Button(words.TERMS_ADD, icon="plus", small=True)
        self.add_terms.clicked.connect(money.add_terms)
        card.add_right(self.add_terms)
        card.add_act("Wijzigen", "pencil", money.change_terms)
        card.add_act(words.RATE_REMOVE, "trash-2", money.remove_terms)
        card.table.opened.connect(money.change_terms)
        self.column.addWidget(card)
        return card

    def _which(self, which: str) -> None:
        self.money.show_former(which == "all")

    def _touched(self, name: str) -> None:
        if name in _PATTERNS:
            self.money.typing(name, str(self.numbers.value(name)))


def _below(form: Form, label: Label) -> None:
    """Put a line of text under the form, within its card."""
    card = form.parentWidget()
    if isinstance(card, TitledCard):
        card.content.addWidget(label)
