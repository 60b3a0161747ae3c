"""Opdrachtgevers: what the page shows and saves."""

from __future__ import annotations

import pytest

from intervisie_desktop.ui.pages.clients.presenter import ClientsPresenter, advice
from intervisie_desktop.ui.shell.desk import Destination, Place


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = None
        self.advised = {}
        self.focused = False

    def show_state(self, state):
        self.state = state

    def show_advice(self, name, sentence):
        self.advised[name] = sentence

    def focus_name(self):
        self.focused = True


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def presenter(services, board, desk):
    made = ClientsPresenter(services.clients, board, desk)
    made.refresh()
    return made


def test_the_first_client_is_open(presenter, board):
    assert board.state.shown.id == board.state.rows[0].id


def test_a_field_is_saved_as_it_is_left(presenter, board, services):
    presenter.change("city", "Elders")
    assert services.clients.card(board.state.shown.id).client.address.city == "Elders"


def test_an_unchanged_field_saves_nothing(presenter, board, desk):
    presenter.change("city", board.state.shown.values["city"])
    assert desk.outcomes == []


def test_a_billing_address_goes_when_it_is_emptied(presenter, board, services):
    presenter.change("billing_city", "Elders")
    presenter.change("billing_city", "")
    assert services.clients.card(board.state.shown.id).client.billing_address is None


def test_a_half_typed_iban_is_not_judged(presenter, board):
    presenter.typing("iban", "NL91")
    assert board.advised["iban"] == ""


def test_a_wrong_iban_is_said_while_typing(presenter, board):
    presenter.typing("iban", "NL91ABNA0417164301")
    assert "IBAN" in board.advised["iban"]


def test_a_foreign_postcode_is_not_judged():
    assert advice("postcode", "75001", country="FR") == ""


def test_a_note_about_a_case_is_warned_for():
    assert "nooit wat in een groep is besproken" in advice("note", "dossier 2026-0123 tegen Jansen")


def test_a_new_client_is_open_with_its_name_to_type(presenter, board):
    presenter.add()
    assert board.state.shown.title == "Nieuwe opdrachtgever"
    assert board.focused


def test_a_contact_is_added_changed_and_removed(presenter, board):
    client_id = board.state.shown.id
    presenter.add_contact({"name": "Gijs Hazelnoot", "function": "", "email": "", "phone": ""})
    presenter.refresh()
    added = next(c for c in board.state.shown.contacts if c.values["name"] == "Gijs Hazelnoot")
    presenter.change_contact(added.id, "function", "administratie")
    presenter.refresh()
    assert ("administratie") in [c.values["function"] for c in board.state.shown.contacts]
    presenter.remove_contact(added.id)
    presenter.refresh()
    assert added.id not in [c.id for c in board.state.shown.contacts]
    assert board.state.shown.id == client_id


def test_an_archived_client_is_found_in_the_archive(presenter, board):
    client_id = board.state.shown.id
    presenter.toggle_archived()
    presenter.show_archive(True)
    assert [row.id for row in board.state.rows] == [client_id]


def test_a_client_with_groups_is_not_removed(presenter, desk, board):
    busy = next(row for row in board.state.rows if row.groups)
    presenter.select(busy.id)
    presenter.remove()
    assert [refusal.code for refusal in desk.refused] == ["client_in_use"]


def test_a_group_of_the_client_can_be_opened(presenter, desk, board):
    group_id = board.state.shown.groups[0][0]
    presenter.open_group(group_id)
    assert desk.visited == [Destination(Place.GROUPS, group_id)]
