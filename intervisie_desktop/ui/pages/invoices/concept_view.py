"""The form of a concept beside its paper: lines, what they come to, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.concepts import ConceptPresenter, ConceptState
from intervisie_desktop.ui.pages.invoices.fields import CONCEPT_FIELDS, LINE_FIELDS
from intervisie_desktop.ui.pages.invoices.pair import Pair
from intervisie_desktop.ui.pages.invoices.state import InvoiceDetail
from intervisie_desktop.ui.pages.invoices.warnings import WarningsCard
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.repeater import Repeater
from intervisie_desktop.ui.widgets.scroll import Scroll

_LEAST = 720


class ConceptView(QWidget):
    """Lines and fields at the left, maybe a card `above` them, the paper at the right."""

    def __init__(self, desk: Desk, today: Callable[[], date], above: QWidget | None = None) -> None:
        super().__init__()
        self.lines = Repeater(
            "Regels",
            "Regel",
            LINE_FIELDS,
            "Nog geen regels. Voeg er een toe.",
            today=today,
        )
        self.form = Form(CONCEPT_FIELDS, today)
        self.preview = Preview(desk, "conceptfactuur")
        self.warnings = WarningsCard()
        self._sums = QVBoxLayout()
        self._sums.setSpacing(4)
        self._rows: list[tuple[QWidget, Label, Label]] = []
        self._lay_out(above)

    def attach(self, presenter: ConceptPresenter) -> None:
        """Hand what is typed to this presenter."""
        self.lines.changed.connect(presenter.change_line)
        self.lines.added.connect(presenter.add_line)
        self.lines.removed.connect(presenter.remove_line)
        self.form.changed.connect(presenter.change)

    def show_concept(self, state: ConceptState, detail: InvoiceDetail) -> None:
        """Another concept, or the same after a change."""
        self.lines.show_items(state.lines)
        self.form.show_values(state.values)
        self.preview.show_words(detail.title, "concept", "")
        self.warnings.show_warnings(detail.warnings)
        self._show_sums(state.sums)

    def commit(self) -> None:
        """Take what is half typed."""
        self.lines.commit()
        self.form.commit()

    def _show_sums(self, sums: tuple[tuple[str, str], ...]) -> None:
        while len(self._rows) < len(sums):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            pair = (Label("", Role.BODY, "ink-2"), Label("", Role.BODY))
            row.addWidget(pair[0])
            row.addStretch(1)
            row.addWidget(pair[1])
            self._sums.addWidget(holder)
            self._rows.append((holder, *pair))
        for number, (holder, name, amount) in enumerate(self._rows):
            holder.setVisible(number < len(sums))
            if number < len(sums):
                last = number == len(sums) - 1
                role = Role.STRONG if last else Role.BODY
                name.set_look(role=role)
                amount.set_look(role=role)
                name.setText(sums[number][0])
                amount.setText(sums[number][1])

    def _lay_out(self, above: QWidget | None) -> None:
        around = TitledCard("Gegevens")
        around.content.addWidget(self.form)
        sums = Card(padding=16, gap=4)
        sums.body.addLayout(self._sums)
        left = Scroll((0, 0, 6, 6))
        for card in (self.warnings, above, self.lines, sums, around):
            if card is not None:
                left.body.addWidget(card)
        left.body.addStretch(1)
        self.pair = Pair(("Regels", left), ("Voorbeeld", self.preview), least=_LEAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pair)
