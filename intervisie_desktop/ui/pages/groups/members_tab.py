"""The tab Deelnemers: who belongs to the group from when to when, and letting people in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.groups.columns import MEMBERS
from intervisie_desktop.ui.pages.groups.composition import CompositionState
from intervisie_desktop.ui.pages.groups.composition_card import CompositionCard
from intervisie_desktop.ui.pages.groups.fields import JOIN_FIELDS, MEMBER_FIELDS
from intervisie_desktop.ui.pages.groups.joining import (
    SKIP,
    MembersPresenter,
    MembersState,
    Proposal,
)
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.table import Table


class ProposalLine(QWidget):
    """One typed line and the choice who it is."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self.text = proposal.text
        self.choice = Select(proposal.choices, f"Wie is {proposal.text}")
        self._hint = Label("", Role.META, "waarschuwing", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.choice)
        column.addWidget(self._hint)
        self.choice.set_value(proposal.chosen)
        self._hint.setText(proposal.hint)
        self._hint.setVisible(bool(proposal.hint))


class AddCard(TitledCard):
    """Names typed or pasted, who they may be, and from which day they belong."""

    def __init__(self, presenter: MembersPresenter, desk: Desk) -> None:
        super().__init__("Toevoegen")
        self._presenter = presenter
        self._desk = desk
        self.names = QPlainTextEdit()
        self.names.setAccessibleName("Naam van de deelnemer, of een lijst")
        self.names.setPlaceholderText("Naam, of plak een lijst met op elke regel een naam")
        self.names.setTabChangesFocus(True)
        self.form = Form(JOIN_FIELDS, desk.today)
        self.add = Button("Toevoegen", Kind.OUTLINE, "user-plus")
        self.lines: list[ProposalLine] = []
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(6)
        self.content.setSpacing(10)
        self.content.addWidget(self.names)
        self.content.addLayout(self._proposals)
        self.content.addWidget(self.form)
        self.content.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()
        self.names.textChanged.connect(self._typed)
        self.form.changed.connect(self._since_or_role)
        self.add.clicked.connect(self._add)
        current().changed.connect(self._measure)
        self._measure()

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show whom the lines may be."""
        for line in self.lines:
            self._proposals.removeWidget(line)
            line.deleteLater()
        self.lines = [ProposalLine(proposal) for proposal in proposals]
        for line in self.lines:
            self._proposals.addWidget(line)
            line.choice.chosen.connect(self._counted)
        self._counted("")

    def clear(self) -> None:
        """Ready for the next name."""
        self.names.clear()
        self.form.show_values({"since": self._desk.today(), "role": "member"})
        self._counted("")

    def _counted(self, _value: str) -> None:
        number = sum(1 for line in self.lines if line.choice.value() != SKIP)
        several = f"{telwoord(number, 'deelnemer', 'deelnemers')} toevoegen"
        self.add.set_words(several if number > 1 else "Toevoegen")
        self.add.setEnabled(number > 0)
        self.compose()

    def compose(self) -> None:
        """Let the card beside it say what the group would be."""
        values = self.form.values()
        chosen = {line.text: line.choice.value() for line in self.lines}
        self._presenter.compose(chosen, values["since"], values["role"])

    def _since_or_role(self, _name: str, _value: object) -> None:
        self.compose()

    def _typed(self) -> None:
        self._presenter.typing(self.names.toPlainText())

    def _add(self) -> None:
        if self.form.complete():
            chosen = {line.text: line.choice.value() for line in self.lines}
            values = self.form.values()
            self._presenter.add(chosen, values["since"], values["role"])

    def _measure(self) -> None:
        self.names.setFixedHeight(current().px(60))


class MembersTab(QWidget):
    """Deelnemers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = Table(MEMBERS, "Deelnemers van de groep")
        self.form = Form(MEMBER_FIELDS, desk.today)
        self.member = TitledCard("")
        self.leave = Button("Vandaag beëindigen", Kind.DEFAULT, "log-out", small=True)
        self.remove = Button("Verwijderen", Kind.QUIET, "trash-2", small=True)
        self.composition = CompositionCard()
        self.person = Button("Deelnemer openen", Kind.LINK, "user", small=True)
        self.empty = EmptyState(
            "user-plus",
            "Nog geen deelnemers",
            "Typ hiernaast een naam, of plak de lijst die u al heeft.",
        )

    def attach(self, presenter: MembersPresenter) -> None:
        """Connect the presenter of this tab and lay everything out."""
        self.add = AddCard(presenter, self._desk)
        card = Card(padding=1, gap=0)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        card.setMinimumSize(300, 240)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for button in (self.leave, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        self.member.content.setSpacing(10)
        self.member.content.addWidget(self.form)
        self.member.content.addLayout(acts)
        self.member.content.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.add)
        side.addWidget(self.member)
        side.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(card)
        left.addWidget(self.composition)
        left.addStretch(1)
        self._row.addLayout(left, 3)
        self._row.addLayout(side, 2)
        self.table.chosen.connect(presenter.select)
        self.table.opened.connect(self._opened)
        self.form.changed.connect(presenter.change)
        for button, act in (
            (self.leave, presenter.end_today),
            (self.remove, presenter.remove),
            (self.person, presenter.open_person),
        ):
            button.clicked.connect(partial(_run, act))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else below each other."""
        super().resizeEvent(event)
        beside = event.size().width() >= current().px(640)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_state(self, state: MembersState) -> None:
        """Show the table and the open membership."""
        self.table.show_rows(state.lines)
        rows = min(len(state.lines), 12)
        self.table.setFixedHeight(current().px(39) * rows + current().px(36))
        self.table.setVisible(bool(state.lines))
        self.empty.setVisible(not state.lines)
        self.member.setVisible(state.values is not None)
        self.add.compose()
        if state.values is None:
            return
        self.member.title.setText(state.name)
        self.form.show_values(state.values)
        self.leave.setVisible(state.values["end"] is None)
        if self.table.current_id() != state.open_id:
            self.table.blockSignals(True)
            self.table.choose(state.open_id)
            self.table.blockSignals(False)

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show whom the typed lines may be."""
        self.add.show_proposals(proposals)

    def show_composition(self, state: CompositionState) -> None:
        """Show what the group is made of, or would be."""
        self.composition.show_state(state)

    def clear_typed(self) -> None:
        """Empty the field for names."""
        self.add.clear()

    def _opened(self, _membership_id: str) -> None:
        self.form.focus("start")


def _run(act: object, _checked: bool = False) -> None:
    if callable(act):
        act()
