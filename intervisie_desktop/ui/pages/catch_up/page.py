"""The page Inhalen: who falls short, where they can go, and the invitation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.catch_up.columns import PLACES, RISKS
from intervisie_desktop.ui.pages.catch_up.fields import LETTER_FIELDS
from intervisie_desktop.ui.pages.catch_up.presenter import (
    CONCERNS,
    CatchUpPresenter,
    CatchUpState,
    PersonShown,
    PlaceShown,
)
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.text import catch_up as words
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.hour_bar import HourBar, Hours
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.table import Table

_WIDTH = 330
_MOST_ROWS = 6


class CatchUpPage(Page):
    """Inhalen."""

    place = Place.CATCH_UP
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self.presenter = CatchUpPresenter(services.catch_up, self, desk)
        self._open_id = ""
        self.header.show_words(words.TITLE)
        self.plan = Button("Bijeenkomst plannen", Kind.DEFAULT, "calendar-plus")
        self.take = Button("Als gast toevoegen", Kind.PRIMARY, "user-plus", "Ctrl+Enter")
        self.header.add_button(self.plan)
        self.header.add_button(self.take)
        self.risks = Table(RISKS, "Wie tekort kan komen")
        self.places = Table(PLACES, "Plaatsen om in te halen")
        self.person = _PersonCard()
        self.detail = _PlaceCard(self.presenter)
        self.empty = EmptyState("circle-check", *words.NOBODY)
        self._lay_out()
        self.plan.clicked.connect(self.presenter.plan)
        self.take.clicked.connect(self.presenter.take)
        self.risks.chosen.connect(self.presenter.select)
        self.risks.opened.connect(self._to_person)
        self.places.chosen.connect(self.presenter.select_place)
        self.places.opened.connect(self.presenter.open_session)
        self.person.open.clicked.connect(self.presenter.open_person)
        current().changed.connect(self._measure)
        self._measure()

    def open(self, destination: Destination) -> None:
        """Come here, maybe for one participant."""
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Look again."""
        self.presenter.refresh()

    def show_state(self, state: CatchUpState) -> None:
        """Show who, where and the open place."""
        self.header.show_words(words.TITLE, state.subtitle)
        self.risks.show_rows(state.risks)
        self._risk_card.setVisible(bool(state.risks))
        person, place = state.person, state.place
        self.empty.show_words(*state.nothing)
        self.empty.setVisible(person is None)
        self._right.setVisible(person is not None)
        self.plan.setVisible(person is not None)
        self.take.setVisible(place is not None)
        if person is not None:
            self.person.show_person(person)
            _choose(self.risks, person.id)
        self.places.show_rows(state.places)
        self.places.setVisible(bool(state.places))
        rows = min(len(state.places), _MOST_ROWS)
        self.places.setFixedHeight(current().px(39) * rows + current().px(36))
        _choose(self.places, state.open_place)
        self._closed.setText(" ".join(line for line in (state.no_place, state.closed) if line))
        self._closed.setVisible(bool(self._closed.text()))
        self.detail.setVisible(place is not None)
        if place is not None:
            self.take.set_words(place.take)
            self.detail.show_place(state.open_place, place)
        if (person.id if person else "") != self._open_id:
            self._open_id = person.id if person else ""
            self.scope_changed.emit()

    def scope(self) -> Scope:
        """The open participant."""
        return Scope(participant_id=self._open_id or None, word="Deze deelnemer")

    def page_actions(self) -> Sequence[Action]:
        """Taking the place and handing out the invitation."""
        has_place = self.take.isVisible
        return (
            Action("catch_up_take", "Inhalen: op de lijst van deze bijeenkomst",
                   self.presenter.take, "user-plus", menu="Extra", enabled=has_place, bar=True,
                   words="gast toevoegen"),
            Action("catch_up_copy", "Uitnodiging om in te halen kopiëren", self.detail.copy_letter,
                   "copy", menu="Extra", enabled=has_place),
            Action("catch_up_draft", "Uitnodiging om in te halen als e-mailconcept…",
                   self.detail.save_letter, "mail", menu="Extra", enabled=has_place),
            Action("catch_up_try", "Inhaalplaats eerst proberen", self.presenter.try_out,
                   "sparkles", menu="Extra", enabled=has_place),
        )  # fmt: skip

    def main_action(self) -> None:
        """Take the open place."""
        self.presenter.take()

    def focus_start(self) -> None:
        """Who falls short."""
        self.risks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._risk_card = TitledCard("Wie")
        self._risk_card.hold(self.risks)
        self._closed = Label("", Role.META, "ink-3", wrap=True)
        self._closed.setContentsMargins(16, 8, 16, 4)
        card = TitledCard("Waar", "de beste plaats eerst")
        card.hold(self.places)
        card.content.addWidget(self._closed)
        self._right = Scroll()
        for part in (self.person, card, self.detail):
            self._right.body.addWidget(part)
        self._right.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._risk_card)
        row.addWidget(self._right, 1)
        row.addWidget(self.empty, 1)
        self.body.addLayout(row, 1)
        self._right.hide()

    def _to_person(self, _participant_id: str) -> None:
        self.presenter.open_person()

    def _measure(self) -> None:
        self._risk_card.setFixedWidth(current().px(_WIDTH))


class _PersonCard(Card):
    """Who catches up: the year as it stands and with the open place, and until when."""

    def __init__(self) -> None:
        super().__init__(padding=16, gap=6)
        self.name = Label("", Role.OBJECT, elide=True)
        self.chip = Chip()
        self.groups = Label("", Role.META, "ink-3")
        self.open = Button("Deelnemer openen", Kind.LINK, "user", small=True)
        self.situation = Label("", Role.BODY, "ink-2", wrap=True)
        self.until = Label("", Role.STRONG, "waarschuwing", wrap=True)
        self.bar = HourBar(Hours(0))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name)
        top.addWidget(self.chip)
        top.addWidget(self.groups)
        top.addStretch(1)
        top.addWidget(self.open)
        self.body.addLayout(top)
        for widget in (self.bar, self.situation, self.until):
            self.body.addWidget(widget)

    def show_person(self, person: PersonShown) -> None:
        """Show someone."""
        word, tone, sign = person.chip
        self.name.setText(person.name)
        self.chip.show_chip(word, Tone(tone), sign)
        self.groups.setText(person.groups)
        self.situation.setText(person.situation)
        self.until.setText(person.until)
        self.until.setVisible(bool(person.until))
        self.bar.show_hours(Hours(person.made, person.planned, person.proposed, person.target))


class _PlaceCard(TitledCard):
    """The open place: what it would do to both, and the invitation."""

    def __init__(self, presenter: CatchUpPresenter) -> None:
        super().__init__("")
        self._presenter = presenter
        self._shown = ""
        self._effects = QVBoxLayout()
        self._effects.setSpacing(3)
        self.letter = Form(LETTER_FIELDS)
        self.copy = Button(
            "Kopiëren", Kind.DEFAULT, "copy", small=True, name="Uitnodiging kopiëren"
        )
        self.draft = Button(
            "E-mailconcept…", Kind.DEFAULT, "mail", small=True, name="Uitnodiging als e-mailconcept"
        )
        self.try_out = Button("Eerst proberen", Kind.QUIET, "sparkles", small=True)
        self._no_mail = Label("Van deze deelnemer is geen e-mailadres bekend.", Role.META, "ink-3")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.copy, self.draft):
            buttons.addWidget(button)
        buttons.addWidget(self._no_mail, 1)
        buttons.addStretch(0)
        self.add_right(self.try_out)
        self.content.setSpacing(12)
        self.content.addLayout(self._effects)
        self.content.addWidget(self.letter)
        self.content.addLayout(buttons)
        self.copy.clicked.connect(self.copy_letter)
        self.draft.clicked.connect(self.save_letter)
        self.try_out.clicked.connect(presenter.try_out)

    def show_place(self, key: str, place: PlaceShown) -> None:
        """Show a place; what was typed in the invitation stays as long as it is the same place."""
        self.title.setText(place.title)
        while (item := self._effects.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in place.effects:
            self._effects.addWidget(_effect(line))
        self.draft.setVisible(place.can_mail)
        self._no_mail.setVisible(not place.can_mail)
        whole = f"{key} {place.letter['text']}"
        if whole != self._shown:
            self._shown = whole
            self.letter.show_values(dict(place.letter))

    def copy_letter(self) -> None:
        """Put the invitation on the clipboard."""
        self._presenter.copy(self.letter.values())

    def save_letter(self) -> None:
        """Write it as an e-mail draft."""
        if self.letter.complete():
            self._presenter.save_draft(self.letter.values())


def _effect(line: str) -> QWidget:
    return Label(line, Role.BODY, "ink-2", wrap=True)


def _choose(table: Table[Any], record_id: str) -> None:
    """Make a row the current one without telling the presenter."""
    if record_id and table.current_id() != record_id:
        table.blockSignals(True)
        table.choose(record_id)
        table.blockSignals(False)


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return CatchUpPage(desk, services)
