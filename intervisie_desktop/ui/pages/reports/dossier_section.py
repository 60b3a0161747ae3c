"""The section Dossiers: whom and when at the left, the paper as it will be at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.reports.dossier_presenter import (
    KINDS,
    SUBJECTS,
    DossierPresenter,
    DossierState,
)
from intervisie_desktop.ui.pages.reports.section import Section
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Scope
from intervisie_desktop.ui.shell.paper_printer import DialogPrinter
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.date_field import DateField
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_WIDTH = 372


class DossierSection(Section):
    """Dossiers."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._subtitle = ""
        self.presenter = DossierPresenter(
            services.reports.audit_file,
            services.people,
            services.groups,
            self,
            desk,
            DialogPrinter(self, desk),
        )
        self.kind = Segmented(KINDS, "Waarover het dossier gaat", stretch=True)
        self.first = DateField("Van", desk.today)
        self.last = DateField("Tot en met", desk.today)
        self.year = Button("", Kind.LINK, "calendar-range", small=True)
        self.filter = FilterField("Filter op naam")
        self.table = Table(SUBJECTS, "Van wie het dossier is", sortable=False)
        self.empty = EmptyState("folder-open", "", "")
        self.inside = Label("", Role.META, "ink-3", wrap=True)
        self.problem = Label("", Role.BODY, "waarschuwing", wrap=True)
        self.preview = Preview(desk, "auditdossier")
        self.print = Button("Afdrukken", Kind.DEFAULT, "printer")
        self.pdf = Button("PDF", Kind.DEFAULT, "download", name="Dossier opslaan als PDF")
        self.zip = Button("Dossier opslaan", Kind.PRIMARY, "archive", "Ctrl+Enter")
        self.buttons = (self.print, self.pdf, self.zip)
        self._lay_out()
        self._connect()
        current().changed.connect(self._measure)
        self._measure()

    def open(self, part: str, record_id: str) -> None:
        """Come here, maybe for a participant or group."""
        self.presenter.open(part, record_id)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def subtitle(self) -> str:
        """What a dossier is."""
        return self._subtitle

    def scope(self) -> Scope:
        """Whom it is about."""
        return self.presenter.scope()

    def actions_here(self) -> Sequence[Action]:
        """The dossier as files and on paper."""
        presenter, ready = self.presenter, self.zip.isEnabled
        return (
            Action("dossier_zip", "Auditdossier opslaan als zip…", presenter.save_zip, "archive",
                   menu="Bestand", enabled=ready, words="bewijs controle deken register"),
            Action("dossier_pdf", "Auditdossier opslaan als PDF…", presenter.save_pdf, "download",
                   menu="Bestand", enabled=ready, words="bewijs controle deken register"),
            Action("dossier_print", "Auditdossier afdrukken…", presenter.print, "printer",
                   menu="Bestand", enabled=ready),
        )  # fmt: skip

    def main_action(self) -> None:
        """Keep the zip."""
        if self.zip.isEnabled():
            self.presenter.save_zip()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: DossierState) -> None:
        """Show everything but the paper."""
        self._subtitle = state.subtitle
        self.kind.set_value(state.kind)
        self.table.show_rows(state.lines)
        self.table.setVisible(bool(state.lines))
        self.empty.show_words(*state.empty)
        self.empty.setVisible(not state.lines)
        if state.chosen and self.table.current_id() != state.chosen:
            self.table.blockSignals(True)
            self.table.choose(state.chosen)
            self.table.blockSignals(False)
        for field, day in ((self.first, state.first), (self.last, state.last)):
            if field.day() != day:
                field.set_day(day)
        self.year.set_words(state.year)
        self.year.setVisible(not state.whole_year)
        self.inside.setText(state.inside)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        self.preview.show_words(state.title, "", "")
        for button in self.buttons:
            button.setEnabled(state.ready)
        self.told.emit()

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show the paper."""
        self.preview.show_pdf(pdf)

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(10)
        for word, field in (("Van", self.first), ("Tot en met", self.last)):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(Label(word, Role.META, "ink-2"))
            column.addWidget(field)
            days.addLayout(column, 1)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 10)
        head.setSpacing(8)
        head.addWidget(self.kind)
        head.addLayout(days)
        head.addWidget(self.year, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.filter)
        self._list = Card(padding=0, gap=0)
        self._list.body.setContentsMargins(1, 1, 1, 8)
        self._list.body.addLayout(head)
        self._list.body.addWidget(Line())
        self._list.body.addWidget(self.table, 1)
        self._list.body.addWidget(self.empty, 1)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self.preview, 1)
        column.addWidget(self.inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._list)
        row.addWidget(paper, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.kind.chosen.connect(presenter.choose_kind)
        self.first.day_changed.connect(presenter.choose_first)
        self.last.day_changed.connect(presenter.choose_last)
        self.year.clicked.connect(presenter.whole_year)
        self.filter.textChanged.connect(self.table.look_for)
        self.table.chosen.connect(presenter.select)
        self.print.clicked.connect(presenter.print)
        self.pdf.clicked.connect(presenter.save_pdf)
        self.zip.clicked.connect(presenter.save_zip)

    def _measure(self) -> None:
        self._list.setFixedWidth(current().px(_WIDTH))


def build(desk: Desk, services: Services) -> Section:
    """The section, for the page."""
    return DossierSection(desk, services)
