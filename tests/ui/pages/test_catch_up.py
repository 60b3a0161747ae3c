"""Inhalen: the list, the places, taking one, and the invitation."""

from __future__ import annotations

import pytest

from intervisie_desktop.ui.pages.catch_up.page import CatchUpPage
from intervisie_desktop.ui.pages.catch_up.presenter import CatchUpPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui import looks


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def presenter(services, board, desk):
    made = CatchUpPresenter(services.catch_up, board, desk)
    desk.listeners.append(made.refresh)
    made.refresh()
    return made


def person(services, name):
    return next(row.id for row in services.people.rows() if row.name == name)


def test_who_falls_short_comes_first_with_what_is_needed(board, presenter):
    first = board.state.risks[0]
    assert (first.name, first.need, first.chip[0]) == ("Stijn Berkenblad", "1,5", "tekort")
    assert board.state.person.name == "Stijn Berkenblad"


def test_the_last_date_to_catch_up_is_said(board, presenter, services):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    assert board.state.person.until == "Uiterlijk donderdag 31 december inhalen."
    assert "nog 1,0 uur nodig" in board.state.person.situation


def test_a_place_tells_what_it_would_do_to_both(board, presenter, services):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    effects = board.state.place.effects
    assert effects[0] == "Telt voor 3,0 uur: de prognose wordt 10,0 van 8,0."
    assert effects[1] == "De groep telt dan 5 van 3–10 deelnemers die meetellen."
    assert board.state.person.proposed == 180


def test_a_colleague_there_is_named_with_what_the_rules_say(board, presenter, services):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    tied = next(line for line in board.state.places if line.heed[0] == "band")
    presenter.select_place(tied.id)
    assert any("werken bij Cederhof" in line for line in board.state.place.effects)


def test_a_place_taken_makes_a_guest_and_leaves_the_list(board, presenter, services, desk):
    femke = person(services, "Femke Zonnedauw")
    presenter.open(Destination(Place.CATCH_UP, femke))
    session_id = board.state.open_place
    presenter.take()
    assert desk.outcomes[0].act == "guest_added"
    there = {line.participant_id for line in services.sessions.card(session_id).roster}
    assert femke in there
    assert "Femke Zonnedauw" not in {line.name for line in board.state.risks}


def test_who_is_on_course_is_told_that_it_is_not_needed(board, presenter, services):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Noor Appelvink")))
    assert board.state.person is None
    assert board.state.nothing[0] == "Inhalen is niet nodig"


def test_the_invitation_names_nobody_of_the_other_group(board, presenter, services):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    text = board.state.place.letter["text"]
    roster = services.sessions.card(board.state.open_place).roster
    assert text.startswith("Geachte Femke Zonnedauw,")
    assert not [line.name for line in roster if line.name.split()[-1] in text]
    assert board.state.place.letter["subject"] == "Uitnodiging: intervisie op dinsdag 20 oktober"


def test_the_invitation_goes_to_the_clipboard_and_into_a_draft(
    board, presenter, services, desk, tmp_path
):
    presenter.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    letter = {**board.state.place.letter, "text": "Geachte mevrouw,\n\nKomt u?"}
    presenter.copy(letter)
    assert desk.copied == [f"{letter['subject']}\n\n{letter['text']}"]
    desk.path = tmp_path / "x.eml"
    presenter.save_draft(letter)
    assert b"Komt u?" in desk.path.read_bytes()


def test_a_place_is_tried_in_wat_als_with_the_person_filled_in(board, presenter, services, desk):
    femke = person(services, "Femke Zonnedauw")
    presenter.open(Destination(Place.CATCH_UP, femke))
    presenter.try_out()
    assert desk.visited[-1] == Destination(Place.WHAT_IF, board.state.open_place, f"guest:{femke}")


def test_the_page_shows_it_all_and_keeps_what_was_typed(qtbot, theme, services, desk):
    page = CatchUpPage(desk, services)
    qtbot.addWidget(page)
    page.resize(980, 640)
    page.show()
    page.open(Destination(Place.CATCH_UP, person(services, "Femke Zonnedauw")))
    assert looks.unnamed(page) == []
    assert looks.cut_off(page) == []
    page.detail.letter.show_values({"text": "Een eigen tekst"})
    page.refresh()
    assert page.detail.letter.value("text") == "Een eigen tekst"
    page.main_action()
    assert desk.outcomes[0].act == "guest_added"
