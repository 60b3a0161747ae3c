"""The tab Bijeenkomsten: the sessions of the year with their state."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.services.groups import GroupYear
from intervisie_desktop.ui.pages.groups.columns import SESSIONS
from intervisie_desktop.ui.pages.groups.matrix import Judged
from intervisie_desktop.ui.pages.groups.sittings import session_lines
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.table import Table


class SessionsTab(QWidget):
    """Bijeenkomsten; Enter or a double click opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = Table(SESSIONS, "Bijeenkomsten van de groep")
        self.empty = EmptyState(
            "calendar-plus",
            "Nog geen bijeenkomsten dit jaar",
            "Plan de eerste met de knop Bijeenkomst, of kies onderaan de rail een ander jaar.",
        )
        card = Card(padding=1, gap=0)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table.opened.connect(self._open)

    def show_year(self, year: GroupYear, judged: Judged) -> None:
        """Show the sessions of this year."""
        lines = session_lines(year, judged, self._desk.today())
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def _open(self, session_id: str) -> None:
        self._desk.go(Destination(Place.SESSIONS, session_id))
