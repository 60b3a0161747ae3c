"""The page Instellingen: its sections, each a sheet of cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.settings.methods_sheet import MethodsSheet
from intervisie_desktop.ui.pages.settings.money_sheet import MoneySheet
from intervisie_desktop.ui.pages.settings.own import OwnSheet
from intervisie_desktop.ui.pages.settings.papers import NumberingSheet, PapersSheet
from intervisie_desktop.ui.pages.settings.people import LeadersSheet
from intervisie_desktop.ui.pages.settings.presenter import (
    CONCERNS,
    SettingsPresenter,
    SettingsState,
)
from intervisie_desktop.ui.pages.settings.safety import SafetySheet
from intervisie_desktop.ui.pages.settings.sheets import (
    AgendaSheet,
    AppearanceSheet,
    PracticeSheet,
    Sheet,
)
from intervisie_desktop.ui.pages.settings.texts_sheet import TextsSheet
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.theme.tokens import Mode, current
from intervisie_desktop.ui.widgets.tabs import Tab, Tabs


class SettingsPage(Page):
    """Instellingen."""

    place = Place.SETTINGS
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self.presenter = SettingsPresenter(services, self, desk)
        self.header.show_words(words.TITLE, words.SUBTITLE)
        self.tabs = Tabs([Tab(key, word) for key, word in words.TABS], words.TITLE)
        self.tabs.chosen.connect(self.presenter.choose_section)
        self.leaders = LeadersSheet(self.presenter)
        self.practice = PracticeSheet(self.presenter)
        self.numbering = NumberingSheet(self.presenter)
        self.texts = TextsSheet(self.presenter, services, desk)
        self.safety = SafetySheet(self.presenter, services.security, desk)
        self.sheets: dict[str, Sheet] = {
            "practice": self.practice,
            "facilitators": self.leaders,
            "own": OwnSheet(self.presenter),
            "papers": PapersSheet(self.presenter),
            "texts": self.texts,
            "numbering": self.numbering,
            "money": MoneySheet(self.presenter, services.rates, desk),
            "agenda": AgendaSheet(self.presenter),
            "methods": MethodsSheet(self.presenter, services.methods, desk),
            "appearance": AppearanceSheet(self.presenter),
            "safety": self.safety,
        }
        self._stack = QStackedWidget()
        for sheet in self.sheets.values():
            self._stack.addWidget(sheet)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        current().changed.connect(self._looks_changed)

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one section, or to the texts of one paper."""
        if destination.part == "texts":
            self.texts.texts.open(destination.id)
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def show_state(self, state: SettingsState) -> None:
        """Show the section that is open."""
        self.tabs.set_value(state.section)
        sheet = self.sheets[state.section]
        self._stack.setCurrentWidget(sheet)
        sheet.show_state(state)

    def show_advice(self, name: str, sentence: str) -> None:
        """A sentence under a field of the practice."""
        self.practice.show_advice(name, sentence)

    def show_numbers(self, note: str, wrong: str) -> None:
        """What a pattern gives."""
        self.numbering.show_numbers(note, wrong)

    def wear(self, theme: str, percent: int, calm: bool) -> None:
        """Wear this at once."""
        current().wear(Mode(theme), percent, calm)

    def focus_leader(self) -> None:
        """The name of the facilitator."""
        self.leaders.focus_name()

    def leave(self) -> None:
        """Keep what is half typed; a password that was typed is gone."""
        self.main_action()
        self.safety.forget()

    def main_action(self) -> None:
        """Take what is half typed."""
        sheet = self._stack.currentWidget()
        if isinstance(sheet, Sheet):
            sheet.commit()

    def focus_start(self) -> None:
        """The tabs, from where arrows and Tab lead on."""
        target: QWidget = self.tabs.focusProxy() or self.tabs
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _looks_changed(self) -> None:
        if self.isVisible():
            self.presenter.refresh()


def build(desk: Desk, services: Services) -> Page:
    """The page Instellingen."""
    return SettingsPage(desk, services)
