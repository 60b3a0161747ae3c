"""The other steps: what it is about, the last look, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.certificates.state import (
    ReviewLine,
    ReviewState,
    TemplateState,
)
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table

Meeting = tuple[str, str, str]

MEETINGS: tuple[Column[Meeting], ...] = (
    Column("Bijeenkomst", lambda row: row[1], look=Look.STRONG, width=280),
    Column("Groep", lambda row: row[2]),
)
PAPERS: tuple[Column[ReviewLine], ...] = (
    Column("Nummer", lambda row: row.number, look=Look.STRONG, width=130),
    Column("Deelnemer", lambda row: row.name, width=220),
    Column("Uren", lambda row: row.hours, align=Align.RIGHT, width=90),
    Column(
        "Let op",
        lambda row: row.remark,
        look=Look.META,
        sign=lambda row: ("triangle-alert", "waarschuwing") if row.tone else ("", ""),
        tip=lambda row: row.remark,
    ),
)


class TemplateStep(QWidget):
    """Step 1: of a calendar year or of one meeting, which year, which group or meeting."""

    kind_chosen = Signal(str)
    year_chosen = Signal(str)
    group_chosen = Signal(str)
    session_chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=24, gap=12)
        card.setMaximumWidth(760)
        self.kind = Segmented(
            (("year", "Over een kalenderjaar"), ("session", "Van één bijeenkomst")), "Sjabloon"
        )
        self.kind.chosen.connect(self.kind_chosen)
        self.explanation = Label("", Role.BODY, "ink-2", wrap=True)
        self.year = Select((), "Kalenderjaar", icon="calendar-range")
        self.year.chosen.connect(self.year_chosen)
        self.group = Select((), "Groep", icon="users")
        self.group.chosen.connect(self.group_chosen)
        self.sessions: Table[Meeting] = Table(
            MEETINGS, "Gehouden bijeenkomsten", key=lambda row: row[0], sortable=False
        )
        self.sessions.chosen.connect(self.session_chosen)
        self.sessions.opened.connect(self._opened)
        self.sessions.setMinimumHeight(240)
        self.count = Label("", Role.BODY, "ink-2")
        card.body.addWidget(Label("Waarvan maakt u bewijzen?", Role.OBJECT))
        card.body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.explanation)
        card.body.addLayout(self._choices())
        card.body.addWidget(self.sessions, 1)
        card.body.addWidget(self.count)
        column = QVBoxLayout()
        column.addWidget(card, 1)
        # Without the list of meetings the card is as high as what it asks.
        self._rest = column
        column.addStretch(0)
        row.addStretch(1)
        row.addLayout(column, 4)
        row.addStretch(1)

    def show_template(self, state: TemplateState) -> None:
        """Show what is chosen."""
        by_year = state.kind == "year"
        self.kind.set_value(state.kind)
        self.explanation.setText(
            "Eén bewijs per deelnemer met alle bijeenkomsten van het jaar die meetellen."
            if by_year
            else "Eén bewijs per deelnemer van deze bijeenkomst, ook als het jaar nog loopt."
        )
        self.year.set_options(state.years)
        self.year.set_value(state.year)
        self.group.set_options(state.groups)
        self.group.set_value(state.group)
        self.group.setVisible(by_year)
        self.group_label.setVisible(by_year)
        self.sessions.setVisible(not by_year)
        self._rest.setStretch(0, 0 if by_year else 1)
        self._rest.setStretch(1, 1 if by_year else 0)
        self.sessions.show_rows(state.sessions)
        if state.session and self.sessions.current_id() != state.session:
            self.sessions.choose(state.session)
        self.count.setText(state.count_word)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.year_label = Label("Kalenderjaar", Role.LABEL)
        self.group_label = Label("Groep", Role.LABEL)
        for label, select in ((self.year_label, self.year), (self.group_label, self.group)):
            column = QVBoxLayout()
            column.setSpacing(4)
            label.setBuddy(select)
            column.addWidget(label)
            column.addWidget(select)
            row.addLayout(column, 1)
        return row

    def _opened(self, _session: str) -> None:
        self.opened.emit()


class ReviewStep(TitledCard):
    """Step 3: the papers with the numbers they get; `selected(key)` shows one."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Deze bewijzen worden gemaakt", parent=parent)
        self.papers: Table[ReviewLine] = Table(
            PAPERS, "Te maken bewijzen", key=lambda row: row.key, sortable=False
        )
        self.papers.chosen.connect(self.selected)
        self.where = Label("", Role.BODY, "ink-2", wrap=True)
        self.warning = Label("", Role.META, "ink-3", wrap=True)
        self.content.setContentsMargins(1, 0, 1, 1)
        self.content.setSpacing(0)
        self.content.addWidget(self.papers, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 14)
        foot.setSpacing(6)
        foot.addWidget(self.where)
        foot.addWidget(self.warning)
        self.content.addLayout(foot)

    def show_review(self, state: ReviewState, key: str) -> None:
        """Show what will happen."""
        self.papers.show_rows(state.lines)
        if key and self.papers.current_id() != key:
            self.papers.choose(key)
        self.where.setText("\n".join(f"{line}." for line in state.sentences))
        self.warning.setText(state.warning)
