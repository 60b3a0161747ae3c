"""The sheet of the facilitators and their dated designations."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from intervisie_desktop.ui.pages.settings.fields import DESIGNATION, FACILITATOR
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Lines, Sheet
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.segmented import Segmented


class LeadersSheet(Sheet):
    """Gespreksleiders: choose one, fill in, and the terms in which they are appointed."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.chooser = Segmented((), "Gespreksleiders")
        self.chooser.chosen.connect(presenter.choose_leader)
        self.add = Button(words.FACILITATOR_ADD, icon="user-plus", small=True)
        self.add.clicked.connect(presenter.add_leader)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.chooser)
        row.addStretch(1)
        row.addWidget(self.add)
        self.column.addLayout(row)
        self.form = self.add_form("Gespreksleider", FACILITATOR, presenter.change_leader)
        self.main_chip = Chip(words.FACILITATOR_MAIN, Tone.ACCENT, "check")
        self.make_main = Button(words.FACILITATOR_MAKE_MAIN, small=True)
        self.make_main.clicked.connect(presenter.make_main)
        self.remove = Button(words.FACILITATOR_REMOVE, Kind.QUIET, "trash-2", small=True)
        self.remove.clicked.connect(presenter.remove_leader)
        card = self.form.parentWidget()
        if isinstance(card, TitledCard):
            for widget in (self.main_chip, self.make_main, self.remove):
                card.add_right(widget)
        self.column.addWidget(self._designations())

    def show_state(self, state: SettingsState) -> None:
        """The chooser, the one that is open and the terms."""
        self.chooser.set_options(state.leaders)
        self.chooser.setVisible(len(state.leaders) > 1)
        leader = state.leader
        self.form.setVisible(leader is not None)
        self.add_term.setEnabled(leader is not None)
        if leader is None:
            self.lines.show_lines(())
            return
        self.chooser.set_value(leader.id)
        self.form.show_values(leader.values)
        self.main_chip.setVisible(leader.main)
        self.make_main.setVisible(not leader.main)
        self.remove.setVisible(not leader.main)
        self.lines.show_lines(leader.designations)

    def focus_name(self) -> None:
        """Start typing the name."""
        self.form.focus("name")

    def commit(self) -> None:
        """Take what is half typed, also in the terms."""
        super().commit()
        self.lines.commit()

    def _designations(self) -> QWidget:
        self.lines = Lines(
            DESIGNATION,
            words.DESIGNATIONS_NONE,
            words.DESIGNATION_REMOVE,
            self.presenter.change_designation,
            self.presenter.remove_designation,
        )
        self.add_term = Button(words.DESIGNATION_ADD, icon="plus", small=True)
        self.add_term.clicked.connect(self.presenter.add_designation)
        card = TitledCard(words.DESIGNATIONS)
        card.add_right(self.add_term)
        card.content.addWidget(self.lines)
        return card
