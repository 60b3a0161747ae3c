"""The page Wat als: at the left what is tried, at the right what it would make of the practice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.whatif.columns import FINDINGS, HOURS
from intervisie_desktop.ui.pages.whatif.fields import FORMS
from intervisie_desktop.ui.pages.whatif.presenter import (
    CONCERNS,
    AttemptLine,
    WhatIfPresenter,
    WhatIfState,
)
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.text import whatif as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.table import Table

_WIDTH = 312


class WhatIfPage(Page):
    """Wat als."""

    place = Place.WHAT_IF
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self.presenter = WhatIfPresenter(services.whatif, services.compliance, self, desk)
        self.header.show_words(words.TITLE, words.PROMISE)
        self.drop = Button("Laten vallen", Kind.DEFAULT, "x")
        self.take = Button("Overnemen", Kind.PRIMARY, "check", "Ctrl+Enter")
        self.header.add_button(self.drop)
        self.header.add_button(self.take)
        self.asking = _AskCard(self.presenter, desk)
        self.attempts = _AttemptsCard(self.presenter)
        self.findings = Table(FINDINGS, "Verschil in bevindingen")
        self.hours = Table(HOURS, "Uren per deelnemer, nu en dan")
        self.empty = EmptyState("sparkles", *words.NOTHING)
        self._chips: tuple[tuple[str, str, str], ...] = ()
        self._lay_out()
        self.drop.clicked.connect(self.presenter.drop)
        self.take.clicked.connect(self.presenter.take_over)
        self.findings.opened.connect(self.presenter.open_finding)
        self.hours.opened.connect(self.presenter.open_person)
        current().changed.connect(self._measure)
        self._measure()

    def open(self, destination: Destination) -> None:
        """Come here, maybe to try something on a record."""
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Work out again."""
        self.presenter.refresh()

    def show_state(self, state: WhatIfState) -> None:
        """Show what is tried and the difference."""
        self.asking.show_state(state)
        self.attempts.show_lines(state.attempts)
        is_begun = bool(state.attempts)
        self.empty.setVisible(not is_begun)
        self._difference.setVisible(is_begun)
        self.drop.setEnabled(is_begun)
        self.take.setEnabled(state.takeable)
        if state.chips != self._chips:
            self._chips = state.chips
            self.header.show_chips([Chip(w, Tone(t), sign) for w, t, sign in state.chips])
        self.findings.show_rows(state.findings)
        self._fit(self.findings, self._no_findings, len(state.findings))
        self.hours.show_rows(state.hours)
        self._fit(self.hours, self._no_hours, len(state.hours))
        self._hours_card.set_side(state.hours_side)

    def focus_form(self) -> None:
        """Where an attempt is filled in."""
        self.asking.focus_start()

    def page_actions(self) -> Sequence[Action]:
        """Taking over and dropping, also from the palette."""
        return (
            Action("whatif_take", "Wat als overnemen", self.presenter.take_over, "check",
                   menu="Extra", enabled=self.take.isEnabled, bar=True),
            Action("whatif_drop", "Wat als laten vallen", self.presenter.drop, "x",
                   menu="Extra", enabled=self.drop.isEnabled),
        )  # fmt: skip

    def main_action(self) -> None:
        """Take over, or put what is filled in on the list."""
        if self.take.isEnabled() and not self.asking.isAncestorOf(self.focusWidget() or self):
            self.presenter.take_over()
        else:
            self.asking.finish()

    def focus_start(self) -> None:
        """What to try."""
        self.asking.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        left = Scroll(gap=14)
        left.body.addWidget(self.asking)
        left.body.addWidget(self.attempts)
        left.body.addStretch(1)
        self._left = left
        self._no_findings = Label(words.NO_DIFFERENCE, Role.BODY, "ink-3", wrap=True)
        self._no_hours = Label(words.SAME_HOURS, Role.BODY, "ink-3", wrap=True)
        findings_card = TitledCard("Bevindingen")
        self._hours_card = TitledCard("Uren per deelnemer")
        pairs = (
            (findings_card, self.findings, self._no_findings),
            (self._hours_card, self.hours, self._no_hours),
        )
        for card, table, nothing in pairs:
            nothing.setContentsMargins(16, 10, 16, 8)
            card.hold(table)
            card.content.addWidget(nothing)
        self._difference = QWidget()
        column = QVBoxLayout(self._difference)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(findings_card, 1)
        column.addWidget(self._hours_card, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self._difference, 1)
        row.addWidget(self.empty, 1)
        self.body.addLayout(row, 1)
        self._difference.hide()

    def _fit(self, table: Table[Any], nothing: Label, rows: int) -> None:
        table.setVisible(rows > 0)
        nothing.setVisible(rows == 0)
        table.setMinimumHeight(current().px(39) * min(rows, 3) + current().px(34))

    def _measure(self) -> None:
        self._left.setFixedWidth(current().px(_WIDTH))


class _AskCard(TitledCard):
    """What to try: a kind, and the fields of that kind."""

    def __init__(self, presenter: WhatIfPresenter, desk: Desk) -> None:
        super().__init__("Proberen")
        self._presenter = presenter
        self._kind = ""
        self._given: dict[str, Any] = {}
        self.kind = Select([(key, word) for key, word, _sign in words.KINDS], "Wat u wilt proberen")
        self.forms = {key: Form(fields, desk.today) for key, fields in FORMS.items()}
        self.put = Button("Proberen", Kind.OUTLINE, "plus")
        self.content.setSpacing(12)
        self.content.addWidget(self.kind)
        for form in self.forms.values():
            form.hide()
            self.content.addWidget(form)
            form.changed.connect(self._changed)
        self.content.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        self.kind.chosen.connect(presenter.choose_kind)
        self.put.clicked.connect(self.finish)

    def show_state(self, state: WhatIfState) -> None:
        """Show the form of the kind with its values."""
        self._kind = state.kind
        self.kind.set_value(state.kind)
        for key, form in self.forms.items():
            form.setVisible(key == state.kind)
        form = self.forms[state.kind]
        for name, options in state.options.items():
            if form.has(name):
                form.set_options(name, options)
        form.show_values({name: v for name, v in state.values.items() if form.has(name)})

    def focus_start(self) -> None:
        """The first field that is not filled by where one came from."""
        form = self.forms[self._kind] if self._kind else None
        if form is not None:
            names = ("day", "reason", "person", "profile")
            form.focus(next((name for name in names if form.has(name)), ""))

    def finish(self) -> None:
        """Put it on the list, or go to the first gap."""
        form = self.forms[self._kind]
        if form.complete():
            self._presenter.attempt(form.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field tries what is filled in."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.finish()
            return
        super().keyPressEvent(event)

    def _changed(self, name: str, value: object) -> None:
        self._presenter.change(name, value)


class _AttemptsCard(TitledCard):
    """What is tried, each with a cross to take it off again."""

    def __init__(self, presenter: WhatIfPresenter) -> None:
        super().__init__("Wat u probeert")
        self._presenter = presenter
        self.lines: list[_AttemptRow] = []
        self.content.setSpacing(12)
        self.hide()

    def show_lines(self, lines: Sequence[AttemptLine]) -> None:
        """Show the list; hidden when it is empty."""
        if [row.line for row in self.lines] == list(lines):
            return
        for row in self.lines:
            self.content.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.lines = [_AttemptRow(line, self._presenter) for line in lines]
        for row in self.lines:
            self.content.addWidget(row)
        self.setVisible(bool(lines))


class _AttemptRow(QWidget):
    """One attempt: what, on what, why it cannot be, and what is in the way."""

    def __init__(self, line: AttemptLine, presenter: WhatIfPresenter) -> None:
        super().__init__()
        self.line = line
        self.setAccessibleName(f"{line.title}: {line.about}")
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Label(line.title, Role.STRONG, wrap=True))
        text.addWidget(Label(line.about, Role.META, "ink-3", wrap=True))
        if line.problem:
            text.addWidget(Label(f"Kan niet: {line.problem}", Role.META, "fout", wrap=True))
        for words_of_note, token in line.notes:
            text.addWidget(Label(words_of_note, Role.META, token, wrap=True))
        remove = icon_button("x", f"Niet meer proberen: {line.title}")
        remove.clicked.connect(partial(presenter.remove, line.number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Sign(line.sign, "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return WhatIfPage(desk, services)
