"""The page Overzichten: one section at a time, under tabs."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.reports.section import SECTIONS, Chapter, Section
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.widgets.tabs import Tab, Tabs

TITLE = "Overzichten"


class ReportsPage(Page):
    """Overzichten."""

    place = Place.REPORTS
    concerns = frozenset(
        {
            Subject.PRACTICE, Subject.FACILITATOR, Subject.PARTICIPANT, Subject.GROUP,
            Subject.AGREEMENT, Subject.SESSION, Subject.ATTENDANCE, Subject.CERTIFICATE,
            Subject.ABSENCE, Subject.EXCEPTION, Subject.PROFILE, Subject.EVALUATION,
            Subject.TEXT, Subject.CLIENT, Subject.INVOICE, Subject.PAYMENT, Subject.RATE,
            Subject.SETTING,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._built: dict[str, Section] = {}
        self._key = SECTIONS[0].key
        self.tabs = Tabs([Tab(one.key, one.word) for one in SECTIONS], TITLE)
        self._stack = QStackedWidget()
        self.header.show_words(TITLE)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._choose)

    @property
    def section(self) -> Section:
        """The section in front."""
        return self._section(self._key)

    def open(self, destination: Destination) -> None:
        """Come to a section, "dossiers/group" with an id to one record in it."""
        key, _, part = destination.part.partition("/")
        self._key = key if key in {one.key for one in SECTIONS} else self._key
        self.tabs.set_value(self._key)
        self.section.open(part, destination.id)
        self._show()

    def refresh(self) -> None:
        """Read the section in front again; others do when they come there."""
        self.section.refresh()
        self._show()

    def scope(self) -> Scope:
        """That of the section."""
        return self.section.scope()

    def page_actions(self) -> Sequence[Action]:
        """What the section in front can do."""
        return self.section.actions_here()

    def main_action(self) -> None:
        """The filled button of the section."""
        self.section.main_action()

    def focus_filter(self) -> bool:
        """The filter of the section."""
        return self.section.focus_filter()

    def focus_start(self) -> None:
        """Where work begins in the section."""
        self.section.focus_start()

    def _choose(self, key: str) -> None:
        self._key = key
        self.section.refresh()
        self._show()

    def _show(self) -> None:
        section = self.section
        self._stack.setCurrentWidget(section)
        for other in self._built.values():
            for button in other.buttons:
                button.setVisible(other is section)
        self._tell()

    def _tell(self) -> None:
        if self._stack.currentWidget() is self.section:
            self.header.show_words(TITLE, self.section.subtitle())
            self.scope_changed.emit()

    def _section(self, key: str) -> Section:
        if key not in self._built:
            chapter = next(one for one in SECTIONS if one.key == key)
            self._built[key] = self._build(chapter)
        return self._built[key]

    def _build(self, chapter: Chapter) -> Section:
        module, _, name = chapter.where.partition(":")
        section: Section = getattr(importlib.import_module(module), name)(
            self._desk, self._services
        )
        self._stack.addWidget(section)
        for button in section.buttons:
            self.header.add_button(button)
        section.told.connect(self._tell)
        return section


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return ReportsPage(desk, services)
