"""The page Groepen: the list at the side, the open group with its five tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.groups import GroupYear
from intervisie_desktop.ui.pages.groups.attendance_tab import AttendanceTab
from intervisie_desktop.ui.pages.groups.attending import AttendingPresenter, judged_of
from intervisie_desktop.ui.pages.groups.documents_tab import DocumentsTab
from intervisie_desktop.ui.pages.groups.joining import MembersPresenter
from intervisie_desktop.ui.pages.groups.list_pane import ListPane
from intervisie_desktop.ui.pages.groups.members_tab import MembersTab
from intervisie_desktop.ui.pages.groups.overview_tab import OverviewTab
from intervisie_desktop.ui.pages.groups.papers import PaperServices, PapersPresenter
from intervisie_desktop.ui.pages.groups.presenter import (
    CONCERNS,
    PARTS,
    GroupServices,
    GroupsPresenter,
)
from intervisie_desktop.ui.pages.groups.sessions_tab import SessionsTab
from intervisie_desktop.ui.pages.groups.state import GroupsState, Head, Overview
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.paper_printer import DialogPrinter
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.chip import Chip, GroupTag, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.tabs import Tab, Tabs

_WORDS = ("Overzicht", "Deelnemers", "Bijeenkomsten", "Aanwezigheid", "Documenten")


class GroupsPage(Page):
    """Groepen."""

    place = Place.GROUPS
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(bare=True)
        self._desk = desk
        self._compliance = services.compliance
        self._open_id = ""
        self._counts: dict[str, int] = {}
        self.pane = ListPane()
        self.tabs = Tabs([Tab(k, w) for k, w in zip(PARTS, _WORDS, strict=True)], "Delen")
        self.overview = OverviewTab()
        self.members = MembersTab(desk)
        self.sessions = SessionsTab(desk)
        self.attendance = AttendanceTab()
        self.documents = DocumentsTab(desk.today)
        self.empty = EmptyState("users", "", "", "Nieuwe groep")
        self.try_out = icon_button("sparkles", "Wat als in deze groep", Kind.DEFAULT)
        self.export = Button("Exporteren", Kind.DEFAULT, "download")
        self.plan = Button("Bijeenkomst", Kind.PRIMARY, "plus")
        self.profile = Chip("", Tone.OUTLINE, "scale", clickable=True)
        self.tag = GroupTag()
        self._make_presenters(services)
        self._lay_out()
        self._connect()

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one group or one part of it."""
        self._presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.main_action()

    def scope(self) -> Scope:
        """The open group."""
        return self._presenter.scope()

    def page_actions(self) -> Sequence[Action]:
        """What can be done with groups, also from menu and palette."""
        presenter = self._presenter

        def has_group() -> bool:
            return bool(presenter.open_id)

        return (
            Action("group_add", "Nieuwe groep", presenter.add, icon="users",
                   shortcut="Ctrl+Shift+N", menu="Groep"),
            Action("group_plan", "Bijeenkomst plannen voor deze groep", presenter.plan,
                   icon="calendar-plus", menu="Groep", enabled=has_group),
            Action("group_calendar", "Agenda van de groep opslaan (.ics)",
                   presenter.export_calendar, icon="calendar-days", menu="Groep",
                   enabled=has_group, bar=True),
            Action("group_copy", "Aanwezigheid kopiëren", self.attending.copy, icon="copy",
                   menu="Groep", enabled=self._shows_matrix),
            Action("group_list", "Presentielijst afdrukken", self.attending.print_list,
                   icon="printer", menu="Groep", enabled=self._shows_matrix),
            Action("group_dossier", "Auditdossier van deze groep", presenter.dossier,
                   icon="folder-open", menu="Groep", enabled=has_group,
                   words="bewijs controle deken register"),
            Action("group_what_if", "Wat als in deze groep…", presenter.try_out,
                   icon="sparkles", menu="Groep", enabled=has_group, bar=True,
                   words="proberen vooruitzien vertrekt regelprofiel"),
            Action("group_archive", "Groep archiveren of terughalen", presenter.toggle_archived,
                   icon="archive", menu="Groep", enabled=has_group, bar=True),
        )  # fmt: skip

    def main_action(self) -> None:
        """Take what is half typed."""
        part = self.tabs.value()
        if part == "overview":
            self.overview.commit()
        elif part == "attendance" and self.attendance.inspector.isVisible():
            self.attendance.inspector.commit()
        elif part == "documents":
            self.documents.commit()
        elif part == "members":
            self.members.form.commit()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the counts."""
        super().resizeEvent(event)
        self._show_tabs()

    def show_state(self, state: GroupsState) -> None:
        """Show list and head."""
        self.pane.show_lines(state.lines, state.open_id, state.archive_word)
        self._content.setVisible(state.head is not None)
        self.empty.setVisible(state.head is None)
        self.empty.show_words(*state.empty)
        if state.head is not None:
            self._show_head(state.head)
        self.tabs.set_value(state.part)
        self._stack.setCurrentIndex(PARTS.index(state.part))
        if state.open_id != self._open_id:
            self._open_id = state.open_id
            self.scope_changed.emit()

    def show_overview(self, overview: Overview) -> None:
        """Show the tab Overzicht."""
        self.overview.show_overview(overview)

    def show_part(self, part: str, year: GroupYear) -> None:
        """Show another tab."""
        if part == "attendance":
            self.attending.show(year)
        elif part == "members":
            self.joining.show(year.group.id)
        elif part == "sessions":
            self.sessions.show_year(year, judged_of(year, self._compliance))
        else:
            self.papers.show(year.group.id)

    def document_count(self, group_id: str) -> int:
        """How many papers the last tab holds."""
        return self.papers.count(group_id)

    def focus_name(self) -> None:
        """Let the name be typed over."""
        self.overview.focus_field("Gegevens", "name")

    def _make_presenters(self, services: Services) -> None:
        parts = GroupServices(
            services.groups,
            services.clients,
            services.practice,
            services.profiles,
            services.compliance,
            services.sessions,
            CalendarExportService(services.store, services.clock),
            services.methods,
        )
        papers = PaperServices(
            services.agreements,
            services.certificates,
            services.groups,
            services.practice,
            services.documents,
            services.evaluations,
        )
        desk = self._desk
        paper = DialogPrinter(self, desk)
        self._presenter = GroupsPresenter(parts, self, desk)
        self.attending = AttendingPresenter(
            services.attendance,
            services.holding,
            services.compliance,
            services.documents,
            self.attendance,
            desk,
            paper,
        )
        self.joining = MembersPresenter(
            services.groups, services.people, services.composing, self.members, desk
        )
        self.papers = PapersPresenter(papers, self.documents, desk, paper)
        self.attendance.attach(self.attending)
        self.members.attach(self.joining)
        self.documents.attach(self.papers)

    def _show_head(self, head: Head) -> None:
        self.header.show_words(head.title, head.subtitle)
        # Beside a list pane there may be little room: the title gives way first.
        self.header.title.setMinimumWidth(120)
        self.tag.show_group(head.code, head.colour)
        self.profile.show_chip(head.profile, Tone.OUTLINE, "scale")
        self.profile.setAccessibleName(f"Regelprofiel {head.profile}")
        self._counts = head.counts
        self._show_tabs()

    def _show_tabs(self) -> None:
        """The tabs with their counts, without them where there is no room."""
        pairs = zip(PARTS, _WORDS, strict=True)
        fit = self.width() - self.pane.width() >= current().px(600)
        counts = self._counts if fit else {}
        self.tabs.show_tabs([Tab(key, word, counts.get(key)) for key, word in pairs])

    def _lay_out(self) -> None:
        crumb = QHBoxLayout()
        crumb.setContentsMargins(20, 14, 20, 0)
        crumb.setSpacing(8)
        crumb.addWidget(Label("Groepen", Role.META, "ink-3"))
        crumb.addWidget(Label("›", Role.META, "ink-3"))
        crumb.addWidget(self.tag)
        crumb.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(20, 2, 20, 6)
        self.header.show_chips((self.profile,))
        self.header.add_button(self.try_out)
        self.header.add_button(self.export)
        self.header.add_button(self.plan)
        head.addWidget(self.header)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(0, 0, 0, 0)
        self.tabs.setContentsMargins(8, 0, 0, 0)
        tabs.addWidget(self.tabs)
        self._stack = QStackedWidget()
        for part in (self.overview, self.members, self.sessions, self.attendance, self.documents):
            scroll = Scroll((20, 12, 20, 6))
            scroll.body.addWidget(part, 1)
            self._stack.addWidget(scroll)
        notice = QHBoxLayout()
        notice.setContentsMargins(20, 0, 20, 0)
        notice.addWidget(self.notice)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for layout in (crumb, head, tabs, notice):
            column.addLayout(layout)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._content, 1)
        row.addWidget(self.empty, 1)
        self.empty.hide()

    def _connect(self) -> None:
        presenter = self._presenter
        self.pane.chosen.connect(presenter.select)
        self.pane.archive.clicked.connect(presenter.toggle_archive)
        self.pane.new.clicked.connect(presenter.add)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(presenter.add)
        self.tabs.chosen.connect(presenter.choose_part)
        self.plan.clicked.connect(presenter.plan)
        self.try_out.clicked.connect(presenter.try_out)
        self.export.clicked.connect(self._export_menu)
        self.profile.clicked.connect(presenter.show_profile)
        self.overview.changed.connect(presenter.change)
        self.overview.archived.connect(presenter.toggle_archived)
        self.overview.removed.connect(presenter.remove)
        self.overview.person_opened.connect(presenter.open_person)

    def _export_menu(self) -> None:
        keys = {"group_calendar", "group_copy", "group_list"}
        actions = [action for action in self.page_actions() if action.key in keys]
        self.menu = context_menu(self, actions)
        self.menu.popup(self.export.mapToGlobal(QPoint(0, self.export.height() + 3)))

    def _shows_matrix(self) -> bool:
        return self.tabs.value() == "attendance"


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return GroupsPage(desk, services)
