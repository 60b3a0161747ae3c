"""The page Opdrachtgevers: a list, and the open one beside it, saved field by field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.clients.columns import COLUMNS
from intervisie_desktop.ui.pages.clients.fields import (
    BILLING_FIELDS,
    CLIENT_FIELDS,
    CONTACT_FIELDS,
    NOTE_FIELDS,
)
from intervisie_desktop.ui.pages.clients.presenter import (
    CONCERNS,
    ClientShown,
    ClientsPresenter,
    ClientsState,
)
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line, TitledCard
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.repeater import Repeater
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented
from intervisie_desktop.ui.widgets.table import Table


class Inspector(QWidget):
    """The open opdrachtgever."""

    def __init__(self, presenter: ClientsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.contacts = Repeater(
            "Contactpersonen", "Contactpersoon", CONTACT_FIELDS, "Nog geen contactpersonen."
        )
        self.contacts.added.connect(presenter.add_contact)
        self.contacts.changed.connect(presenter.change_contact)
        self.contacts.removed.connect(presenter.remove_contact)
        self.title = Label("", Role.OBJECT, elide=True)
        self.subtitle = Label("", Role.META, "ink-3", elide=True)
        self.archive = Button("Archiveren", Kind.DEFAULT, "archive", small=True)
        self.remove = Button("Verwijderen", Kind.QUIET, "trash-2", small=True)
        self.archive.clicked.connect(presenter.toggle_archived)
        self.remove.clicked.connect(presenter.remove)
        self.forms = tuple(Form(f) for f in (CLIENT_FIELDS, BILLING_FIELDS, NOTE_FIELDS))
        scroll = Scroll((0, 0, 8, 12))
        titles = ("Gegevens", "Facturering", "Notitie")
        for title, form in zip(titles, self.forms, strict=True):
            form.changed.connect(presenter.change)
            form.touched.connect(partial(self._touched, form))
            card = TitledCard(title)
            card.content.addWidget(form)
            scroll.body.addWidget(card)
            if title == "Gegevens":
                scroll.body.addWidget(self.contacts)
        scroll.body.addWidget(self._group_card())
        scroll.body.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.remove)
        head.addWidget(self.archive)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def show_client(self, shown: ClientShown) -> None:
        """Show one opdrachtgever."""
        self.title.setText(shown.title)
        self.subtitle.setText(shown.subtitle)
        self.subtitle.setVisible(bool(shown.subtitle))
        self.archive.set_words("Terughalen" if shown.archived else "Archiveren")
        for form in self.forms:
            names = form.values().keys()
            form.show_values({n: v for n, v in shown.values.items() if n in names})
        for name, sentence in shown.advice.items():
            self.show_advice(name, sentence)
        self.contacts.show_items([(line.id, line.values) for line in shown.contacts])
        self._show_groups(shown.groups)

    def show_advice(self, name: str, sentence: str) -> None:
        """Show a sentence under the field of this name."""
        for form in self.forms:
            if name in form.values():
                form.show_problem(name, sentence)

    def _group_card(self) -> QWidget:
        card = TitledCard("Groepen")
        self._group_box = QVBoxLayout()
        self._group_box.setSpacing(4)
        card.content.addLayout(self._group_box)
        return card

    def _show_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        while (item := self._group_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for group_id, name in groups:
            button = Button(name, Kind.LINK, "users-round")
            button.clicked.connect(partial(self._presenter.open_group, group_id))
            self._group_box.addWidget(button)
        if not groups:
            words = "Nog geen groepen voor deze opdrachtgever."
            self._group_box.addWidget(Label(words, Role.BODY, "ink-3"))

    def _touched(self, form: Form, name: str) -> None:
        value = form.value(name)
        if isinstance(value, str):
            self._presenter.typing(name, value)


class ClientsPage(Page):
    """Opdrachtgevers."""

    place = Place.CLIENTS
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._presenter = ClientsPresenter(services.clients, self, desk)
        self.filter = FilterField("Filter opdrachtgevers")
        self.archive = Segmented((("current", "Huidig"), ("archive", "Archief")), "Lijst")
        self.table = Table(COLUMNS, "Opdrachtgevers")
        self.inspector = Inspector(self._presenter)
        self.empty = EmptyState("building-2", "", "", "Nieuwe opdrachtgever")
        add = Button("Opdrachtgever", Kind.PRIMARY, "plus")
        add.clicked.connect(self._presenter.add)
        self.header.show_words("Opdrachtgevers")
        self.header.add_button(add)
        self._lay_out()
        self.filter.textChanged.connect(self.table.look_for)
        self.archive.chosen.connect(self._archive_chosen)
        self.table.chosen.connect(self._presenter.select)
        self.table.opened.connect(self._opened)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(self._presenter.add)

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one opdrachtgever."""
        self._presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_state(self, state: ClientsState) -> None:
        """Show list and inspector."""
        self.header.show_words("Opdrachtgevers", state.subtitle)
        self.archive.set_value("archive" if state.archive else "current")
        self.table.show_rows(state.rows)
        self.empty.show_words(*state.empty)
        self.table.setVisible(bool(state.rows))
        self.empty.setVisible(not state.rows)
        self.inspector.setVisible(state.shown is not None)
        if state.shown is not None:
            self.inspector.show_client(state.shown)
            if self.table.current_id() != state.shown.id:
                self.table.blockSignals(True)
                self.table.choose(state.shown.id)
                self.table.blockSignals(False)

    def show_advice(self, name: str, sentence: str) -> None:
        """Show a sentence under a field."""
        self.inspector.show_advice(name, sentence)

    def focus_name(self) -> None:
        """Start typing the name."""
        self.inspector.forms[0].focus("name")

    def page_actions(self) -> Sequence[Action]:
        """Adding one, also from the palette."""
        return (
            Action(
                "client_add",
                "Nieuwe opdrachtgever",
                self._presenter.add,
                icon="building-2",
                menu="Bestand",
            ),
        )

    def main_action(self) -> None:
        """Take what is half typed."""
        for form in self.inspector.forms:
            form.commit()
        self.inspector.contacts.commit()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.main_action()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.setSpacing(10)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.archive)
        card = Card(padding=0, gap=0)
        card.body.setContentsMargins(1, 1, 1, 8)
        card.body.addLayout(tools)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        self.inspector.setMinimumWidth(340)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(card, 5)
        row.addWidget(self.inspector, 4)
        self.body.addLayout(row, 1)

    def _archive_chosen(self, key: str) -> None:
        self._presenter.show_archive(key == "archive")

    def _opened(self, _client_id: str) -> None:
        self.focus_name()


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return ClientsPage(desk, services)
