"""The card Gegevens: how and where a session is held, and the line for the certificate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions.fields import (
    DESCRIPTION_FIELDS,
    DETAIL_FIELDS,
    MORE_FIELDS,
    ONLINE_FIELDS,
)
from intervisie_desktop.ui.pages.sessions.signed_line import SignedLine
from intervisie_desktop.ui.pages.sessions.state import SessionState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label


class DetailsCard(TitledCard):
    """Emits `changed(name, value)` as a field is left, `theme_added` for a neutral theme.

    `describing(text)` comes with every letter of the description.
    """

    changed = Signal(str, object)
    theme_added = Signal(str)
    describing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Gegevens", parent=parent)
        self.details = Form(DETAIL_FIELDS)
        self.fit = SignedLine()
        self.description = Form(DESCRIPTION_FIELDS)
        self.rest = Form(MORE_FIELDS)
        self.rest.hide()
        self._examples = (
            (self.details, "breaks", "bijv. 11:15–11:30"),
            (self.description, "description", "Niet inhoudelijk, naar niemand herleidbaar"),
        )
        self.forms = (self.details, self.description, self.rest)
        self.themes = Select((), "Neutraal thema toevoegen")
        self.themes.setPlaceholderText("Kies een neutraal thema")
        self.themes.chosen.connect(self._theme)
        self.more = Button("Meer", Kind.QUIET, "chevron-down", small=True, name="Meer gegevens")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self.papers = Button(
            "Papieren", Kind.QUIET, "file-text", small=True, name="Papieren bij deze bijeenkomst"
        )
        self.add_right(self.papers)
        self.add_right(self.more)
        self._theme_row = QWidget()
        row = QHBoxLayout(self._theme_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label("Of voeg een thema toe", Role.META, "ink-3"))
        row.addWidget(self.themes, 1)
        self.content.setSpacing(10)
        self.content.addWidget(self.details)
        self.content.addWidget(self.fit)
        self.content.addWidget(self.description)
        self.content.addWidget(self._theme_row)
        self.content.addWidget(self.rest)
        self.content.addStretch(1)
        for form in self.forms:
            form.changed.connect(self.changed)
        self.description.touched.connect(self._touched)

    def show_session(self, state: SessionState) -> None:
        """Show the values; nothing can be changed in a closed record."""
        self.details.set_options("facilitator_id", state.facilitators)
        self.details.set_options("method", state.methods)
        sign, token, sentence = state.course.check
        self.fit.show_line(sign, token, sentence)
        self.details.set_label("where", state.where_label)
        self.details.editor("where").setAccessibleName(state.where_label)
        self.details.set_shown("link", state.hybrid)
        for name in ONLINE_FIELDS:
            self.rest.set_shown(name, state.online)
        self.rest.set_shown("undisturbed", not state.online or state.hybrid)
        for form in self.forms:
            # What is being typed stays, also when something else is read again meanwhile.
            names = {name for name in form.values() if not form.editor(name).hasFocus()}
            form.show_values({n: v for n, v in state.values.items() if n in names})
            form.set_read_only(not state.editable)
        # An example in a field that cannot be filled in would read as its value.
        for form, name, example in self._examples:
            form.editor(name).setProperty("placeholderText", example if state.editable else "")
        if not self.description.editor("description").hasFocus():
            self.show_advice(state.advice)
        self.themes.set_options(state.themes[1:])
        self.themes.setCurrentIndex(-1)
        self._theme_row.setVisible(state.editable)

    def show_advice(self, sentence: str) -> None:
        """Say what does not belong in the description."""
        self.description.show_problem("description", sentence)

    def focus_field(self, name: str) -> None:
        """Put the focus in a field."""
        for form in self.forms:
            if name in form.values():
                if form is self.rest:
                    self.more.setChecked(True)
                form.focus(name)

    def commit(self) -> None:
        """Take what is half typed."""
        for form in self.forms:
            form.commit()

    def _unfold(self, on: bool) -> None:
        self.rest.setVisible(on)
        self.more.sign = "chevron-up" if on else "chevron-down"
        self.more.set_words("Minder" if on else "Meer", "Minder" if on else "Meer gegevens")

    def _theme(self, theme: str) -> None:
        self.themes.setCurrentIndex(-1)
        self.theme_added.emit(theme)

    def _touched(self, name: str) -> None:
        self.describing.emit(str(self.description.value(name)))
