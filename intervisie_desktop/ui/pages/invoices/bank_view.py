"""The sheet with bank lines: a table, and beside it where the line in front goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.bank_state import (
    BankDetail,
    BankLine,
    BankState,
    Decision,
)
from intervisie_desktop.ui.pages.invoices.banking import BankingPresenter
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.fields import Choice, Field
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_DECISIONS = (
    (Decision.BOOK.value, "Boeken"),
    (Decision.LEAVE.value, "Later"),
    (Decision.ASIDE.value, "Overslaan"),
)
_SIDE = 330


def _day(line: BankLine) -> str:
    return line.day


def _sort_day(line: BankLine) -> str:
    return line.sort_day


def _who(line: BankLine) -> str:
    return line.who


def _text(line: BankLine) -> str:
    return line.text


def _proposal(line: BankLine) -> str:
    return line.proposal


def _amount(line: BankLine) -> str:
    return line.amount


def _cents(line: BankLine) -> int:
    return line.cents


def _chip(line: BankLine) -> tuple[str, str, str]:
    return line.chip


def _word(line: BankLine) -> str:
    return line.chip[0]


def _key(line: BankLine) -> str:
    return line.id


COLUMNS: tuple[Column[BankLine], ...] = (
    Column("Wat", _word, width=104, look=Look.CHIP, chip=_chip),
    Column("Datum", _day, sort=_sort_day, width=70, look=Look.META),
    Column("Van", _who, width=170, look=Look.STRONG),
    Column("Omschrijving", _text, look=Look.META),
    Column("Hoort bij", _proposal, width=190),
    Column("Bedrag", _amount, sort=_cents, align=Align.RIGHT, width=100),
)


class BankSheet(QWidget):
    """Lines of a bank file; space books or leaves a line."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: BankingPresenter | None = None
        self.title = Label("", Role.TITLE, elide=True)
        self.side = Label("", Role.BODY, "ink-3", elide=True)
        self.close_button = Button("Sluiten zonder boeken", Kind.DEFAULT)
        self.book = Button("Boeken", Kind.PRIMARY, "check")
        self.table: Table[BankLine] = Table(COLUMNS, "Regels van het bankafschrift", key=_key)
        self.nothing = Label("", Role.BODY, "ink-3", wrap=True)
        self.detail = _DetailCard()
        self.table.installEventFilter(self)
        self._lay_out()

    def attach(self, presenter: BankingPresenter) -> None:
        """Hand presses to this presenter."""
        self._presenter = presenter
        self.table.chosen.connect(presenter.select)
        self.table.opened.connect(presenter.turn)
        self.book.clicked.connect(presenter.book)
        self.close_button.clicked.connect(presenter.close)
        self.detail.attach(presenter)

    def show_state(self, state: BankState) -> None:
        """Show these lines."""
        self.title.setText(state.title)
        self.side.setText(state.side)
        self.book.set_words(state.button)
        self.book.setEnabled(state.can_book)
        self.table.show_rows(state.lines)
        self.table.setVisible(bool(state.lines))
        self.nothing.setText(state.nothing)
        self.nothing.setVisible(bool(state.nothing))
        self.detail.setVisible(state.detail is not None)
        if state.detail is not None:
            if self.table.current_id() != state.detail.id:
                self.table.choose(state.detail.id)
            self.detail.show_detail(state.detail, state.options)

    def focus_start(self) -> None:
        """The table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space decides on the line in front."""
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and self._presenter is not None
        ):
            self._presenter.turn(self.table.current_id())
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.side)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.book, 0, Qt.AlignmentFlag.AlignBottom)
        lines = Card(padding=0, gap=0)
        lines.body.setContentsMargins(1, 1, 1, 1)
        lines.body.addWidget(self.nothing)
        lines.body.addWidget(self.table, 1)
        self.nothing.setContentsMargins(16, 14, 16, 14)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(lines, 1)
        row.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(row, 1)


class _DetailCard(TitledCard):
    def __init__(self) -> None:
        super().__init__("Betaling")
        self._presenter: BankingPresenter | None = None
        self.amount = Label("", Role.TITLE)
        self.facts = Label("", Role.BODY, "ink-2", wrap=True)
        self.decision = Segmented(_DECISIONS, "Wat gebeurt er met deze regel", stretch=True)
        self.invoice = Form((Field("invoice", "Hoort ook bij factuur", Choice()),))
        self.proposal = Button("Voorstel gebruiken", Kind.OUTLINE, "sparkles", small=True)
        self.left = Label("", Role.META, "waarschuwing")
        self._shares = QVBoxLayout()
        self._shares.setSpacing(4)
        self._rows: list[QWidget] = []
        self._words: dict[str, str] = {}
        above: tuple[QWidget, ...] = (self.amount, self.facts, self.decision)
        below: tuple[QWidget, ...] = (self.left, self.invoice, self.proposal)
        for widget in above:
            self.content.addWidget(widget)
        self.content.addLayout(self._shares)
        for widget in below:
            self.content.addWidget(widget)
        self.content.addStretch(1)
        current().changed.connect(self._measure)
        self._measure()

    def attach(self, presenter: BankingPresenter) -> None:
        self._presenter = presenter
        self.decision.chosen.connect(presenter.decide_current)
        self.proposal.clicked.connect(presenter.use_proposal)
        self.invoice.changed.connect(self._picked)

    def show_detail(self, detail: BankDetail, options: tuple[tuple[str, str], ...]) -> None:
        self.title.setText(detail.title)
        self.amount.setText(detail.amount)
        self.facts.setText("\n".join(detail.facts))
        self.decision.set_value(detail.decision.value)
        self.left.setText(detail.left)
        self.left.setVisible(bool(detail.left))
        self.proposal.setVisible(detail.proposed)
        self._words.update(options)
        self.invoice.set_label(
            "invoice", "Teruggeboekt op factuur" if detail.refund else "Hoort bij factuur"
        )
        taken = {invoice_id for invoice_id, _cents in detail.shares}
        rest = tuple(pair for pair in options if pair[0] not in taken)
        self.invoice.set_options("invoice", (("", "Kies een factuur"), *rest))
        self.invoice.show_values({"invoice": ""})
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._share(invoice_id, cents) for invoice_id, cents in detail.shares]
        for row in self._rows:
            self._shares.addWidget(row)

    def _share(self, invoice_id: str, cents: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = self._words.get(invoice_id, invoice_id).partition(",")[0]
        row.addWidget(Label(words, Role.BODY, elide=True), 1)
        row.addWidget(Label(counts.money(cents), Role.STRONG))
        away = icon_button("x", f"{words} weghalen")
        away.clicked.connect(partial(self._drop, invoice_id))
        row.addWidget(away)
        return holder

    def _drop(self, invoice_id: str, *_clicked: object) -> None:
        if self._presenter is not None:
            self._presenter.drop_share(invoice_id)

    def _picked(self, _name: str, value: object) -> None:
        if self._presenter is not None and value:
            self._presenter.add_share(str(value))

    def _measure(self) -> None:
        self.setFixedWidth(current().px(_SIDE))
