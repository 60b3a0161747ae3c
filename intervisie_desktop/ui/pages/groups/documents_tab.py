"""The tab Documenten: the agreements with their signatures, and the certificates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.groups.columns import CERTIFICATES, OUTCOME
from intervisie_desktop.ui.pages.groups.fields import AGREEMENT_FIELDS, SIGN_FIELDS
from intervisie_desktop.ui.pages.groups.papers import AgreementLine, PapersPresenter, PapersState
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.fields import Field, Many
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.table import Table


class AgreementCard(TitledCard):
    """One agreement: what was agreed, who signed when, and who still has to."""

    def __init__(
        self, line: AgreementLine, presenter: PapersPresenter, today: Callable[[], date]
    ) -> None:
        super().__init__(line.title)
        self.agreement_id = line.id
        self._presenter = presenter
        self._shown: AgreementLine | None = None
        self.chip = Chip()
        self.form = Form(AGREEMENT_FIELDS, today)
        self.signing = Form((Field("who", "Nog te tekenen", Many()), *SIGN_FIELDS), today)
        self.sign = Button("Handtekeningen vastleggen", Kind.DEFAULT, "signature", small=True)
        self.print = icon_button("printer", "Contract afdrukken")
        self._signed = QVBoxLayout()
        self._signed.setSpacing(0)
        remove = icon_button("trash-2", "Contract verwijderen")
        self.add_right(self.chip)
        self.add_right(self.print)
        self.add_right(remove)
        self._lay_out()
        self.form.changed.connect(self._changed)
        self.sign.clicked.connect(self._sign)
        self.print.clicked.connect(self._print)
        remove.clicked.connect(self._remove)
        self.signing.show_values({"signed_on": today()})
        self.show_line(line)

    def show_line(self, line: AgreementLine) -> None:
        """Show another state of the same agreement."""
        if line == self._shown:
            return
        self._shown = line
        self.title.setText(line.title)
        word, tone, sign = line.chip
        self.chip.show_chip(word, Tone(tone), sign)
        self.form.show_values(line.values)
        self.form.set_read_only(bool(line.signed))
        self.signing.set_options("who", line.missing)
        self.signing.show_values({"who": tuple(who for who, _ in line.missing)})
        self._unsigned.setVisible(bool(line.missing))
        self._show_signed(line)

    def commit(self) -> None:
        """Take what is half typed."""
        self.form.commit()

    def _lay_out(self) -> None:
        self._unsigned = QWidget()
        below = QVBoxLayout(self._unsigned)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.signing)
        below.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(Label("Getekend", Role.META, "ink-2"))
        right.addLayout(self._signed)
        right.addWidget(self._unsigned)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.content.addLayout(row)

    def _show_signed(self, line: AgreementLine) -> None:
        while (item := self._signed.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for signature_id, words in line.signed:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(words, Role.BODY, elide=True), 1)
            take_back = icon_button("x", f"Handtekening terugnemen: {words}")
            take_back.clicked.connect(partial(self._unsign, signature_id))
            row.addWidget(take_back)
            self._signed.addWidget(box)
        if not line.signed:
            self._signed.addWidget(Label("Nog door niemand.", Role.BODY, "ink-3"))

    def _changed(self, name: str, value: Any) -> None:
        self._presenter.change(self.agreement_id, name, value)

    def _sign(self) -> None:
        if self.signing.complete():
            values = self.signing.values()
            self._presenter.sign(self.agreement_id, tuple(values["who"]), values["signed_on"])

    def _unsign(self, signature_id: str, _checked: bool = False) -> None:
        self._presenter.unsign(signature_id)

    def _print(self) -> None:
        self._presenter.print_agreement(self.agreement_id)

    def _remove(self) -> None:
        self._presenter.remove(self.agreement_id)


class DocumentsTab(QWidget):
    """Documenten."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.cards: dict[str, AgreementCard] = {}
        self.add = Button("Nieuw intervisiecontract", Kind.DEFAULT, "file-plus")
        self.papers = Button("Papieren van de groep", Kind.DEFAULT, "file-text")
        self.outcome = Table(OUTCOME, "Uitkomsten van evaluaties", sortable=False)
        self.outcome_note = Label("", Role.BODY, "ink-3", wrap=True)
        self.print_outcome = icon_button("printer", "Uitkomsten afdrukken")
        self.table = Table(CERTIFICATES, "Bewijzen van de groep")
        self.empty = EmptyState(
            "scroll-text",
            "Nog geen bewijzen afgegeven",
            "Ze komen hier zodra ze er zijn.",
        )

    def attach(self, presenter: PapersPresenter) -> None:
        """Connect the presenter of this tab and lay everything out."""
        self._presenter = presenter
        self._agreements = QVBoxLayout()
        self._agreements.setSpacing(14)
        certificates = TitledCard("Bewijzen")
        certificates.content.setContentsMargins(1, 0, 1, 1)
        certificates.content.addWidget(self.table)
        certificates.content.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._agreements)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.papers)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(certificates)
        column.addWidget(self._outcome_card())
        column.addStretch(1)
        self.add.clicked.connect(presenter.add)
        self.papers.clicked.connect(presenter.to_papers)
        self.print_outcome.clicked.connect(presenter.print_outcome)
        self.table.opened.connect(presenter.open_certificate)

    def show_state(self, state: PapersState) -> None:
        """Show agreements and certificates."""
        ids = [line.id for line in state.agreements]
        for gone in [i for i in self.cards if i not in ids]:
            self.cards.pop(gone).deleteLater()
        for place, line in enumerate(state.agreements):
            if line.id in self.cards:
                self.cards[line.id].show_line(line)
            else:
                card = AgreementCard(line, self._presenter, self._today)
                self.cards[line.id] = card
                self._agreements.insertWidget(place, card)
        self.table.show_rows(state.certificates)
        rows = min(len(state.certificates), 12)
        _fit(self.table, rows)
        self._show_outcome(state)
        self.empty.setVisible(not rows)

    def _outcome_card(self) -> TitledCard:
        self._evaluations = TitledCard("Evaluaties")
        self._evaluations.add_right(self.print_outcome)
        self._evaluations.content.setContentsMargins(1, 0, 1, 1)
        self._evaluations.content.addWidget(self.outcome)
        self.outcome_note.setContentsMargins(15, 12, 15, 12)
        self._evaluations.content.addWidget(self.outcome_note)
        return self._evaluations

    def _show_outcome(self, state: PapersState) -> None:
        self._evaluations.title.setText(state.outcome_title)
        self._evaluations.set_side(state.outcome_side)
        self.outcome.show_rows(state.outcome)
        _fit(self.outcome, len(state.outcome))
        self.outcome_note.setText(state.outcome_note)
        self.outcome_note.setVisible(bool(state.outcome_note))
        self.print_outcome.setVisible(bool(state.outcome))

    def commit(self) -> None:
        """Take what is half typed."""
        for card in self.cards.values():
            card.commit()


def _fit(table: Table[Any], rows: int) -> None:
    """As high as its rows; nothing at all without any."""
    table.setFixedHeight(current().px(39) * rows + current().px(36))
    table.setVisible(bool(rows))
