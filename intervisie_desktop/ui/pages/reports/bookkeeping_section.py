"""The section Boekhouding: btw per quarter, open items, revenue, and files for the bookkeeper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.reports.bookkeeping_presenter import (
    CLIENTS,
    OPEN,
    VAT,
    BookkeepingPresenter,
    BookkeepingState,
    ClientLine,
    OpenLine,
    VatLine,
)
from intervisie_desktop.ui.pages.reports.section import Section
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.month_bars import MonthBar, MonthBars
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

_THOUSAND = 1_000_00
_BESIDE = 1000


def _thousands(cents: int) -> str:
    return str(cents // _THOUSAND)


class BookkeepingSection(Section):
    """Boekhouding."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._subtitle = ""
        self.presenter = BookkeepingPresenter(
            services.hand_over, services.invoices, services.rates, self, desk
        )
        self.period = Segmented((("year", "Heel het jaar"),), "Over welke periode")
        self.ledger = Button("Verkoopboek (csv)", Kind.DEFAULT, "file-spreadsheet", small=True)
        self.bundle = Button("Facturen (zip)", Kind.DEFAULT, "archive", small=True)
        self.audit_file = Button("Auditfile (XAF)", Kind.DEFAULT, "file-check", small=True)
        self.arrange = Button("Indeling…", Kind.QUIET, "settings", small=True)
        self.statement = Button("Rekeningoverzicht", Kind.DEFAULT, "file-text", small=True)
        self.vat: Table[VatLine] = Table(VAT, "Btw per kwartaal", sortable=False)
        self.opened: Table[OpenLine] = Table(OPEN, "Openstaande facturen")
        self.clients: Table[ClientLine] = Table(CLIENTS, "Omzet per opdrachtgever")
        self.bars = MonthBars(_thousands, _THOUSAND)
        self.sign = Sign("circle-check", "ok", 16)
        self.audit = Label("", Role.BODY, "ink-2", wrap=True)
        self.kor = Label("", Role.BODY, "ink-2", wrap=True)
        self.empty = Label("", Role.BODY, "ink-3", wrap=True)
        self._lay_out()
        self._connect()

    def open(self, part: str, record_id: str) -> None:
        """Come here."""
        self.presenter.refresh()

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def subtitle(self) -> str:
        """What is open."""
        return self._subtitle

    def actions_here(self) -> Sequence[Action]:
        """The files."""
        presenter = self.presenter
        return (
            Action("books_ledger", "Verkoopboek opslaan (csv)…", presenter.save_ledger,
                   "file-spreadsheet", menu="Bestand"),
            Action("books_bundle", "Facturen met e-factuur opslaan (zip)…",
                   presenter.save_bundle, "archive", menu="Bestand"),
            Action("books_statement", "Rekeningoverzicht van een opdrachtgever opslaan…",
                   self._save_statement, "file-text", menu="Bestand"),
            Action("books_arrange", "Indeling van het verkoopboek…", presenter.arrange,
                   "settings", menu="Bestand"),
            Action("books_audit", "Auditfile van het verkoopboek opslaan (XAF)…",
                   presenter.save_audit_file, "file-check", menu="Bestand"),
        )  # fmt: skip

    def main_action(self) -> None:
        """The sales ledger."""
        self.presenter.save_ledger()

    def focus_start(self) -> None:
        """The btw."""
        self.vat.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand under each other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= current().px(_BESIDE)
        way = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_state(self, state: BookkeepingState) -> None:
        """Show everything."""
        glance = state.glance
        self._subtitle = f"{state.title}: {glance.invoiced}, {glance.open_sum} open"
        self.period.set_options(state.periods)
        self.period.set_value(state.period)
        self.vat.show_rows(glance.vat)
        self.vat.setVisible(bool(glance.vat))
        self.empty.setText(state.empty)
        self.empty.setVisible(bool(state.empty))
        self.opened.show_rows(glance.open_lines)
        self.clients.show_rows(glance.clients)
        self._chart.title.setText(state.title)
        self._chart.set_side(f"× € 1.000, zonder btw; {glance.invoiced}, {glance.expected}")
        self.bars.show_months(
            [MonthBar(m.name, m.invoiced, m.expected, m.now, m.spoken) for m in glance.months]
        )
        self.audit.setText(glance.audit)
        name, token = ("circle-check", "ok") if glance.whole else ("octagon-x", "fout")
        self.sign.show_sign(name, token)
        self.kor.setText(glance.kor)
        self.kor.setVisible(bool(glance.kor))
        self.told.emit()

    def _connect(self) -> None:
        presenter = self.presenter
        self.period.chosen.connect(presenter.choose)
        self.ledger.clicked.connect(presenter.save_ledger)
        self.bundle.clicked.connect(presenter.save_bundle)
        self.audit_file.clicked.connect(presenter.save_audit_file)
        self.arrange.clicked.connect(presenter.arrange)
        self.statement.clicked.connect(self._save_statement)
        self.opened.opened.connect(presenter.open_invoice)

    def _save_statement(self) -> None:
        self.presenter.save_statement(self.clients.current_id())

    def _lay_out(self) -> None:
        files = TitledCard("Voor de boekhouder")
        choose = QHBoxLayout()
        choose.setSpacing(8)
        choose.addWidget(self.period)
        choose.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.ledger, self.bundle, self.audit_file, self.arrange):
            buttons.addWidget(button)
        buttons.addStretch(1)
        checked = QHBoxLayout()
        checked.setSpacing(8)
        checked.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        checked.addWidget(self.audit, 1)
        note = Label(
            "De auditfile is het verkoopboek, geen volledige administratie.", Role.META, "ink-3",
            wrap=True,
        )  # fmt: skip
        for layout in (choose, buttons, checked):
            files.content.addLayout(layout)
        files.content.addWidget(self.kor)
        files.content.addWidget(note)
        vat = TitledCard("Btw")
        vat.content.addWidget(self.empty)
        vat.content.addWidget(self.vat, 1)
        vat.content.setContentsMargins(1, 0, 1, 7)
        self.empty.setContentsMargins(16, 12, 16, 8)
        opened = TitledCard("Openstaand")
        opened.hold(self.opened)
        clients = TitledCard("Omzet per opdrachtgever")
        clients.hold(self.clients)
        clients.add_right(self.statement)
        self._chart = TitledCard("Omzet")
        self._chart.content.addWidget(self.bars, 1)
        for table in (self.vat, self.opened, self.clients):
            table.setMinimumHeight(170)
        self.bars.setMinimumHeight(150)
        scroll = Scroll((0, 0, 8, 8))
        self._rows = []
        for pair in ((files, self._chart), (vat, opened)):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(14)
            for card in pair:
                row.addWidget(card, 1)
            self._rows.append(row)
            scroll.body.addLayout(row)
        scroll.body.addWidget(clients, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)


def build(desk: Desk, services: Services) -> Section:
    """The section, for the page."""
    return BookkeepingSection(desk, services)
