"""The page Deelnemers: a list, and the open one beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.participants.columns import COLUMNS
from intervisie_desktop.ui.pages.participants.inspector import Draft, Inspector
from intervisie_desktop.ui.pages.participants.presenter import (
    CONCERNS,
    ParticipantsPresenter,
    ParticipantsState,
    Resembling,
)
from intervisie_desktop.ui.pages.participants.year_paper import YearPaper
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.paper_printer import DialogPrinter
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table


class ParticipantsPage(Page):
    """Deelnemers."""

    place = Place.PARTICIPANTS
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._open_id = ""
        self._presenter = ParticipantsPresenter(
            services.people, services.clients, services.compliance, self, desk
        )
        self._year_paper = YearPaper(
            services.documents, services.people, desk, DialogPrinter(self, desk)
        )
        self.filter = FilterField("Filter deelnemers")
        self.archive = Segmented((("current", "Huidig"), ("archive", "Archief")), "Lijst")
        self.table = Table(COLUMNS, "Deelnemers")
        self.inspector = Inspector(self._presenter, desk.today, self._paper_actions)
        self.draft = Draft(self._presenter)
        self.empty = EmptyState(
            "user-round",
            "Nog geen deelnemers",
            "Voeg de eerste toe, of haal de lijst binnen die u al heeft.",
            "Nieuwe deelnemer",
            "Lijst importeren",
        )
        self.add = Button("Deelnemer", Kind.PRIMARY, "plus")
        bring = Button("Importeren", Kind.DEFAULT, "file-down")
        self.header.show_words("Deelnemers")
        self.header.add_button(bring)
        self.header.add_button(self.add)
        self._lay_out()
        self.add.clicked.connect(self._presenter.begin)
        bring.clicked.connect(self._import)
        self.filter.textChanged.connect(self.table.look_for)
        self.archive.chosen.connect(self._archive_chosen)
        self.table.chosen.connect(self._presenter.select)
        self.table.opened.connect(self._opened)
        if self.empty.primary is not None and self.empty.quiet is not None:
            self.empty.primary.clicked.connect(self._presenter.begin)
            self.empty.quiet.clicked.connect(self._import)

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one participant."""
        self._presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_state(self, state: ParticipantsState) -> None:
        """Show list and inspector or the new one."""
        self.header.show_words("Deelnemers", state.subtitle)
        self.archive.set_value("archive" if state.archive else "current")
        self.table.show_rows(state.rows)
        self.table.setVisible(bool(state.rows))
        self.empty.setVisible(not state.rows)
        begins = state.draft and self.draft.isHidden()
        self.add.setVisible(not state.draft)
        self.draft.setVisible(state.draft)
        self.inspector.setVisible(state.shown is not None and not state.draft)
        if begins:
            self.draft.begin()
        self._open_id = state.shown.id if state.shown else ""
        if state.shown is not None:
            self.inspector.show_person(state.shown, state.clients, state.others)
            if self.table.current_id() != state.shown.id:
                self.table.blockSignals(True)
                self.table.choose(state.shown.id)
                self.table.blockSignals(False)

    def show_resembling(self, found: tuple[Resembling, ...]) -> None:
        """Show who the new one may be."""
        self.draft.resembling.show_found(found)

    def show_advice(self, name: str, words: str) -> None:
        """Show a sentence under a field."""
        self.inspector.form.show_problem(name, words)

    def scope(self) -> Scope:
        """The open participant."""
        return Scope(participant_id=self._open_id or None, word="Deze deelnemer")

    def page_actions(self) -> Sequence[Action]:
        """Adding one, also from the palette."""
        return (
            Action(
                "participant_add",
                "Nieuwe deelnemer",
                self._presenter.begin,
                icon="user-round-plus",
                menu="Bestand",
            ),
            Action(
                "participant_catch_up",
                "Inhaalplaats zoeken voor deze deelnemer",
                self._presenter.catch_up,
                icon="calendar-check",
                menu="Extra",
                enabled=self._has_person,
                words="tekort gast uren",
            ),
            Action(
                "participant_what_if",
                "Wat als deze deelnemer uitvalt…",
                self._presenter.try_out,
                icon="sparkles",
                menu="Extra",
                enabled=self._has_person,
                words="proberen vooruitzien ziek verlaat",
            ),
            Action(
                "participant_registers",
                "Uren en punten van deze deelnemer",
                self._presenter.registers,
                icon="chart-column",
                menu="Bestand",
                enabled=self._has_person,
                words="register opgave overzicht",
            ),
            Action(
                "participant_dossier",
                "Auditdossier van deze deelnemer",
                self._presenter.dossier,
                icon="folder-open",
                menu="Bestand",
                enabled=self._has_person,
                words="bewijs controle deken register",
            ),
            *self._paper_actions(),
        )

    def main_action(self) -> None:
        """Add the new one, or take what is half typed."""
        if not self.draft.isHidden():
            self.draft.finish()
            return
        self.inspector.commit()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.inspector.commit()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The new one when there is one, else the list."""
        if not self.draft.isHidden():
            self.draft.form.focus("given")
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.setSpacing(10)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.archive)
        card = Card(padding=0, gap=0)
        card.body.setContentsMargins(1, 1, 1, 8)
        card.body.addLayout(tools)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        side = QWidget()
        side.setMinimumWidth(360)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.draft)
        column.addWidget(self.inspector, 1)
        column.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(card, 11)
        row.addWidget(side, 10)
        self.body.addLayout(row, 1)

    def _paper_actions(self) -> tuple[Action, ...]:
        """The jaaropgave of the open participant, under its button and in menu and palette."""
        paper = self._year_paper
        return (
            Action("year_paper_save", lambda: f"{paper.words()} opslaan als PDF…",
                   self._save_paper, "save", menu="Bestand", enabled=self._has_person,
                   words="uren overzicht deelnemer", bar=True),
            Action("year_paper_print", lambda: f"{paper.words()} afdrukken…",
                   self._print_paper, "printer", menu="Bestand", enabled=self._has_person,
                   words="uren overzicht deelnemer"),
        )  # fmt: skip

    def _has_person(self) -> bool:
        return bool(self._open_id)

    def _save_paper(self) -> None:
        self._year_paper.save(self._open_id)

    def _print_paper(self) -> None:
        self._year_paper.print(self._open_id)

    def _archive_chosen(self, key: str) -> None:
        self._presenter.show_archive(key == "archive")

    def _opened(self, _participant_id: str) -> None:
        self.inspector.form.focus("given")

    def _import(self) -> None:
        self._desk.go(Destination(Place.IMPORTING, part="participants"))


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return ParticipantsPage(desk, services)
