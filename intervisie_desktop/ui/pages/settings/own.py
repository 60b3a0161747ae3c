"""The sheet Eigen registraties: what one owes oneself as a facilitator."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.settings.fields import DESIGNATION, OWN_HOURS, OWN_PROFILE
from intervisie_desktop.ui.pages.settings.own_presenter import OwnState
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Lines, Sheet
from intervisie_desktop.ui.text import own_duty as words
from intervisie_desktop.ui.text import settings as settings_words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.hour_bar import HourBar, Hours
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented


class OwnSheet(Sheet):
    """Whose, the terms with what ends soon, and the own hours of the working year."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.chooser = Segmented((), "Gespreksleiders")
        self.chooser.chosen.connect(presenter.choose_leader)
        row = QHBoxLayout()
        row.addWidget(self.chooser)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._hours_card())
        self.column.addWidget(self._terms_card())

    def show_state(self, state: SettingsState) -> None:
        """Everything of the facilitator that is open."""
        own, leader = state.own, state.leader
        self.chooser.set_options(state.leaders)
        self.chooser.setVisible(len(state.leaders) > 1)
        if leader is not None:
            self.chooser.set_value(leader.id)
        for control in (self.add_hours, self.add_term, self.profile):
            control.setEnabled(leader is not None)
        terms = leader.designations if leader is not None else ()
        self.terms.show_lines(terms)
        self._show_expiring(own, some=bool(terms))
        self._card.title.setText(own.title)
        self._card.setAccessibleName(own.title)
        self.profile.set_options("profile", own.profiles)
        self.profile.show_values({"profile": own.profile})
        self._show_standing(own)
        self.hours.show_lines(own.hours)

    def commit(self) -> None:
        """Take what is half typed."""
        super().commit()
        self.hours.commit()
        self.terms.commit()

    def _show_standing(self, own: OwnState) -> None:
        self._bar_row.setVisible(own.bar is not None)
        if own.bar is not None and own.chip is not None:
            made, planned, target = own.bar
            self.bar.show_hours(Hours(made, planned, target=target))
            word, tone, sign = own.chip
            self.chip.show_chip(word, Tone(tone), sign)
        self.sentence.setText(own.sentence)
        self.sentence.setVisible(bool(own.sentence))
        self.note.setText(own.note)
        self.note.setVisible(bool(own.note))

    def _show_expiring(self, own: OwnState, *, some: bool) -> None:
        while (item := self._expiring.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = own.terms or (((words.TERMS_FINE, "ok", "circle-check"),) if some else ())
        for text, tone, sign in rows:
            self._expiring.addWidget(_Line(text, tone, sign))

    def _hours_card(self) -> QWidget:
        self.profile = Form(OWN_PROFILE)
        self.profile.changed.connect(self.presenter.own.choose_profile)
        self.forms.append(self.profile)
        self.bar = HourBar(Hours(0), 8)
        self.chip = Chip()
        self.sentence = Label("", Role.BODY, "ink-2", wrap=True)
        self.note = Label("", Role.META, "ink-3", wrap=True)
        self.hours = Lines(
            OWN_HOURS,
            words.HOURS_NONE,
            words.HOURS_REMOVE,
            self.presenter.own.change_hours,
            self.presenter.own.remove_hours,
        )
        self.add_hours = Button(words.HOURS_ADD, icon="plus", small=True)
        self.add_hours.clicked.connect(self.presenter.own.add_hours)
        self._card = TitledCard(words.TITLE)
        self._card.add_right(self.add_hours)
        self._bar_row = QWidget()
        row = QHBoxLayout(self._bar_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.chip)
        for widget in (self.profile, self._bar_row, self.sentence, self.note, self.hours):
            self._card.content.addWidget(widget)
        return self._card

    def _terms_card(self) -> QWidget:
        self.terms = Lines(
            DESIGNATION,
            words.TERMS_NONE,
            settings_words.DESIGNATION_REMOVE,
            self.presenter.change_designation,
            self.presenter.remove_designation,
        )
        self.add_term = Button(settings_words.DESIGNATION_ADD, icon="plus", small=True)
        self.add_term.clicked.connect(self.presenter.add_designation)
        card = TitledCard(words.TERMS)
        card.add_right(self.add_term)
        box = QWidget()
        self._expiring = QVBoxLayout(box)
        self._expiring.setContentsMargins(0, 0, 0, 0)
        self._expiring.setSpacing(4)
        card.content.addWidget(box)
        card.content.addWidget(self.terms)
        return card


class _Line(QWidget):
    """A sentence with its sign."""

    def __init__(self, text: str, token: str, sign: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign(sign, token, 15), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(text, Role.LABEL, token, wrap=True), 1)
