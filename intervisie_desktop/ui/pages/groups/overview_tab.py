"""The tab Overzicht: key numbers and the group's own data, saved field by field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.groups.columns import FORECAST
from intervisie_desktop.ui.pages.groups.fields import (
    GROUP_FIELDS,
    NOTE_FIELDS,
    PLACE_FIELDS,
    RULE_FIELDS,
    SETTLED_FIELDS,
)
from intervisie_desktop.ui.pages.groups.state import Overview
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import KeyNumbers, TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.table import Table

_CARDS = (
    ("Regels", RULE_FIELDS),
    ("Gegevens", GROUP_FIELDS),
    ("Waar en hoe", PLACE_FIELDS),
    ("Vooraf geregeld", SETTLED_FIELDS),
    ("Notitie", NOTE_FIELDS),
)


class OverviewTab(QWidget):
    """Overzicht; emits `changed(name, value)`, `archived()`, `removed()`, `person_opened(id)`."""

    changed = Signal(str, object)
    archived = Signal()
    removed = Signal()
    person_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.numbers = KeyNumbers(4)
        self.size_badge = Chip()
        self.archive = Button("Archiveren", Kind.DEFAULT, "archive", small=True)
        self.remove = Button("Verwijderen", Kind.QUIET, "trash-2", small=True)
        self.forms: dict[str, Form] = {}
        self.forecast = Table(FORECAST, "Prognose per deelnemer")
        self.margin = NoticeBar(closable=False)
        self._forecast_card = TitledCard("Prognose", "uren zoals nu gepland")
        self._forecast_card.hold(self.forecast)
        left, right, rules = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(14)
        for title, fields in _CARDS:
            card = TitledCard(title)
            form = Form(fields)
            form.changed.connect(self.changed)
            self.forms[title] = form
            card.content.addWidget(form)
            if title == "Regels":
                card.add_right(self.size_badge)
            {"Regels": rules, "Gegevens": left}.get(title, right).addWidget(card)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch(1)
        acts.addWidget(self.remove)
        acts.addWidget(self.archive)
        for side in (left, right):
            side.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.numbers)
        column.addWidget(self.margin)
        column.addWidget(self._forecast_card)
        column.addLayout(columns)
        column.addLayout(rules)
        column.addLayout(acts)
        column.addStretch(1)
        self.forecast.opened.connect(self.person_opened)
        self.archive.clicked.connect(self.archived)
        self.remove.clicked.connect(self.removed)

    def show_overview(self, overview: Overview) -> None:
        """Show numbers, values and badge."""
        self.numbers.show_numbers(overview.numbers)
        self.forecast.show_rows(overview.forecast)
        self._forecast_card.title.setText(overview.forecast_title)
        self._forecast_card.setVisible(bool(overview.forecast))
        high = current().px(39) * len(overview.forecast) + current().px(36)
        self.forecast.setFixedHeight(high)
        if overview.margin:
            self.margin.show_notice(overview.margin, Tone.WARNING)
        self.margin.setVisible(bool(overview.margin))
        word, tone, sign = overview.size
        self.size_badge.show_chip(word, Tone(tone), sign)
        self.archive.set_words("Terughalen" if overview.archived else "Archiveren")
        for form in self.forms.values():
            names = form.values().keys()
            for name in names & overview.options.keys():
                form.set_options(name, overview.options[name])
            form.show_values({n: v for n, v in overview.values.items() if n in names})
        self.forms["Notitie"].show_problem("note", overview.advice)

    def focus_field(self, title: str, name: str) -> None:
        """Put the focus in a field."""
        self.forms[title].focus(name)

    def commit(self) -> None:
        """Take what is half typed."""
        for form in self.forms.values():
            form.commit()
