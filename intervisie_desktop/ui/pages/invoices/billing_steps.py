"""The first and the third step of the wizard Factureren."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.billing_state import BillingState, BillLine, PeriodState
from intervisie_desktop.ui.shell.tick_list import TickList
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.card import Card, Line, TitledCard
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.date_field import DateField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table


def _remark_sign(row: BillLine) -> tuple[str, str]:
    signs = {"fout": "octagon-x", "waarschuwing": "triangle-alert"}
    return (signs[row.tone], row.tone) if row.tone else ("", "")


def _late(row: BillLine) -> str:
    return "fout" if row.late else "ink-3"


COLUMNS: tuple[Column[BillLine], ...] = (
    Column("Nummer", lambda row: row.number, look=Look.META, width=90),
    Column("Opdrachtgever", lambda row: row.client, look=Look.STRONG, sign=_remark_sign,
           tip=lambda row: row.remark or row.client),
    Column("Uiterlijk", lambda row: row.deadline, look=Look.META, width=74, token=_late),
    Column("Zonder btw", lambda row: row.net, align=Align.RIGHT, width=98),
    Column("Btw", lambda row: row.vat, align=Align.RIGHT, width=90),
    Column("Te betalen", lambda row: row.gross, align=Align.RIGHT, width=104, look=Look.STRONG),
)  # fmt: skip


class PeriodStep(QWidget):
    """Step 1: up to and including which day, and everything or some meetings."""

    until_chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.presets = Segmented((), "Tot wanneer")
        self.until = DateField("Tot en met", today)
        self.until.setFixedWidth(current().px(170))
        self.scope = Segmented(
            (("all", "Alles wat nog te factureren is"), ("meetings", "Bepaalde bijeenkomsten")),
            "Wat",
        )
        self.meetings = TickList("Bijeenkomsten om te factureren")
        self.count = Label("", Role.BODY, "ink-2", wrap=True)
        self.presets.chosen.connect(self._preset)
        self.until.day_changed.connect(self.until_chosen)
        self._lay_out()

    def show_period(self, state: PeriodState) -> None:
        """Show what is chosen."""
        self.presets.set_options(state.presets)
        self.presets.set_value(state.preset)
        if self.until.day() != state.until:
            self.until.set_day(state.until)
        self.scope.set_value(state.scope)
        some = state.scope == "meetings"
        self._box.setVisible(some)
        self._column.setStretch(0, 1 if some else 0)
        self._column.setStretch(1, 0 if some else 1)
        self.meetings.show_rows(state.meetings, "")
        self.count.setText(state.count)

    def read(self) -> None:
        """Take a day that is half typed."""
        self.until.read()

    def _preset(self, iso: str) -> None:
        self.until_chosen.emit(date.fromisoformat(iso))

    def _lay_out(self) -> None:
        card = Card(padding=24, gap=12)
        card.setMaximumWidth(820)
        until = QHBoxLayout()
        until.setSpacing(10)
        until.addWidget(self.presets)
        until.addWidget(self.until)
        until.addStretch(1)
        self._box = Card(padding=0, gap=0)
        self._box.body.setContentsMargins(1, 1, 1, 1)
        self._box.body.addWidget(self.meetings)
        left = Qt.AlignmentFlag.AlignLeft
        card.body.addWidget(Label("Wat gaat u factureren?", Role.OBJECT))
        card.body.addWidget(
            Label(
                "Alles tot en met de dag die u kiest en dat nog op geen factuur staat. Een factuur "
                "gaat uit voor de vijftiende van de maand erna.",
                Role.BODY,
                "ink-2",
                wrap=True,
            )
        )
        card.body.addLayout(until)
        card.body.addWidget(self.scope, 0, left)
        card.body.addWidget(self._box, 1)
        card.body.addWidget(Line())
        card.body.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._column.addWidget(card, 0)
        self._column.addStretch(1)
        row.addStretch(1)
        row.addLayout(self._column, 6)
        row.addStretch(1)


class BillReview(TitledCard):
    """Step 3: the invoices with the numbers they get."""

    def __init__(self) -> None:
        super().__init__("Deze facturen worden gemaakt")
        self.table: Table[BillLine] = Table(COLUMNS, "Te maken facturen", sortable=False)
        self.total = Label("", Role.STRONG, wrap=True)
        self.where = Label("", Role.BODY, "ink-2", wrap=True)
        self.remark = Label("", Role.BODY, "waarschuwing", wrap=True)
        self.warning = Label("", Role.META, "ink-3", wrap=True)
        self.content.setContentsMargins(1, 0, 1, 1)
        self.content.setSpacing(0)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(Line())
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 14)
        foot.setSpacing(6)
        for label in (self.remark, self.total, self.where, self.warning):
            foot.addWidget(label)
        self.content.addLayout(foot)
        self._remarks: dict[str, tuple[str, str]] = {}
        self.table.chosen.connect(self._chosen)

    def show_review(self, state: BillingState) -> None:
        """Show what will happen."""
        self.title.setText(
            "Deze facturen worden gemaakt" if state.final else "Deze concepten worden gemaakt"
        )
        self._remarks = {row.id: (row.remark, row.tone) for row in state.review}
        self.table.show_rows(state.review)
        self.total.setText(state.review_total)
        self.where.setText("\n".join(f"{line}." for line in state.review_words))
        self.warning.setText(state.warning)
        if not self.table.current_id() and state.review:
            self.table.choose(state.review[0].id)
        self._chosen(self.table.current_id())

    def _chosen(self, client_id: str) -> None:
        remark, tone = self._remarks.get(client_id, ("", ""))
        self.remark.setText(remark)
        self.remark.set_look(token=tone or "ink-3")
        self.remark.setVisible(bool(remark))
