"""The first start without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from intervisie_desktop.ui.pages.first_start.form import Filled
from intervisie_desktop.ui.pages.first_start.presenter import FirstStartPresenter, Stage

DATA = Path(__file__).parents[2] / "fixtures" / "data"
PASSWORD = "paard fiets lamp wolk"
FILLED = Filled(
    practice="Praktijk Papierwilg",
    facilitator="Marit Papierwilg",
    city="Voorbeeldstad",
    profile="nova_intervisie",
    group="Ochtendgroep",
    names="1. Jan van den Berg\n- Anna Linde <anna@linde.example>\n\nJan van den Berg",
)


@pytest.fixture
def presenter(beginning, board, front):
    made = FirstStartPresenter(beginning, board, front, pick=lambda count: (1, count - 1))
    made.start()
    return made


def secured(presenter, again=PASSWORD):
    presenter.fill(FILLED)
    presenter.make()
    presenter.type_password(PASSWORD, again)
    presenter.secure()


def test_it_says_what_is_still_needed_one_thing_at_a_time(presenter, board):
    assert board.state.hint == "Nog nodig: naam van de praktijk"
    presenter.fill(Filled(practice="Papierwilg", facilitator="Marit"))
    assert board.state.hint == "Nog nodig: naam van de groep"
    presenter.make()
    assert board.gaps == ["group"]
    assert board.state.stage is Stage.FORM


def test_the_profiles_show_their_own_numbers(board, presenter):
    notes = {card.key: card.note for card in board.state.profiles}
    expected = "8 uur per jaar, 3 tot 10 deelnemers, 2 tot 4 uur per dag"
    assert notes["nova_intervisie"] == expected
    assert "geheimhouding vooraf" in notes["reflectief"]
    assert board.state.filled.profile == "nova_intervisie"


def test_pasted_names_are_counted_without_doubles_and_list_signs(presenter, board):
    presenter.fill(replace(FILLED, names="- Jan\n* Anna\n\n- Jan"))
    assert board.state.names_counted == "2 deelnemers"


def test_a_list_brings_its_names_and_later_the_rest(presenter, board, front, entrance):
    presenter.fill(replace(FILLED, names=""))
    front.path = DATA / "deelnemers-excel-nl.csv"
    presenter.import_names()
    assert board.state.names_counted == "30 deelnemers"
    names = "\n".join(board.state.filled.names.splitlines()[:3])
    presenter.fill(replace(board.state.filled, names=names))
    presenter.make()
    presenter.type_password(PASSWORD, PASSWORD)
    presenter.secure()
    with entrance.opened.store.reading() as read:
        people = read.participants.all()
        assert len(people) == 3
        assert all(person.email for person in people)
        assert read.registrations.count() == 3
        assert [group.name for group in read.groups.all()] == ["Ochtendgroep"]
        assert read.memberships.count() == 3


def test_a_file_without_names_is_told_and_changes_nothing(presenter, board, front, tmp_path):
    front.path = tmp_path / "leeg.csv"
    front.path.write_bytes(b"")
    presenter.fill(FILLED)
    presenter.import_names()
    assert board.state.problem
    assert board.state.filled == FILLED


def test_a_logo_must_be_a_picture(presenter, board, front, tmp_path):
    front.path = tmp_path / "logo.png"
    front.path.write_bytes(b"\x89PNG\r\n\x1a\n niet heus")
    presenter.choose_logo()
    assert "png of jpg" in board.state.problem
    assert board.state.filled.logo is None


def test_nothing_is_written_before_the_password_is_good(presenter, board, paths):
    secured(presenter, again="iets anders")
    assert board.state.problem == "De twee wachtwoorden zijn niet gelijk."
    assert board.gaps == ["again"]
    presenter.type_password("kort", "kort")
    presenter.secure()
    assert board.gaps[-1] == "password"
    assert not paths.documents.exists()


def test_a_weak_password_is_named_as_such(presenter, board):
    presenter.fill(FILLED)
    presenter.make()
    presenter.type_password("Papierwilg2026", "")
    assert board.state.strength_word == "zwak"
    presenter.type_password(PASSWORD, "")
    assert board.state.strength_word == "sterk"


def test_the_practice_is_made_with_its_group(presenter, board, entrance):
    secured(presenter)
    assert board.state.stage is Stage.CODE
    assert len(board.state.code) == 8
    with entrance.opened.store.reading() as read:
        practice = read.practice.get()
        assert (practice.name, practice.address.city) == ("Praktijk Papierwilg", "Voorbeeldstad")
        assert read.facilitators.get(practice.facilitator_id).name == "Marit Papierwilg"
        [group] = read.groups.all()
        assert (group.name, group.profiles) == ("Ochtendgroep", ("nova_intervisie",))
        listed = sorted(person.name.listed for person in read.participants.all())
        assert listed == ["Berg, Jan van den", "Linde, Anna"]
    assert entrance.opened.store.undo_label() is None


def test_it_opens_only_after_two_groups_were_typed_back(presenter, board, front):
    secured(presenter)
    second, eighth = board.state.code[1], board.state.code[7]
    presenter.type_group(0, second)
    presenter.finish()
    assert front.entered == 0
    presenter.type_group(1, second)
    presenter.finish()
    assert "niet groep 8" in board.state.problem
    presenter.type_group(1, f" {eighth[:3].lower()}-{eighth[3:]} ")
    assert board.state.hint == ""
    presenter.finish()
    assert front.entered == 1


def test_the_code_comes_again_when_it_was_never_typed_back(presenter, board, entrance):
    secured(presenter)
    code, path = "-".join(board.state.code), entrance.opened.path
    entrance.close()
    from intervisie_desktop.services.entrance import Unlocking

    Unlocking(entrance, path).with_password(PASSWORD)
    assert entrance.unconfirmed_code == code
    entrance.confirm_code()
    entrance.close()
    Unlocking(entrance, path).with_password(PASSWORD)
    assert entrance.unconfirmed_code == ""


def test_the_recovery_sheet_can_be_printed_and_saved(presenter, board, front, tmp_path):
    secured(presenter)
    presenter.print_sheet()
    assert front.printed[0].startswith(b"%PDF")
    front.path = tmp_path / "blad"
    presenter.save_sheet()
    assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF")
    assert "blad.pdf" in board.state.done_note


def test_skipping_gives_an_empty_practice(presenter, board, entrance):
    presenter.fill(replace(FILLED, practice=""))
    presenter.skip()
    presenter.type_password(PASSWORD, PASSWORD)
    presenter.secure()
    with entrance.opened.store.reading() as read:
        assert read.groups.count() == 0
        assert read.practice.get().name == "Praktijk"


def test_a_place_that_is_taken_is_refused_at_once(presenter, board, front, tmp_path):
    presenter.fill(FILLED)
    presenter.make()
    front.path = tmp_path / "bezet.intervisie"
    front.path.write_text("van mij")
    presenter.choose_place()
    assert board.state.problem
    presenter.type_password(PASSWORD, PASSWORD)
    front.path = tmp_path / "OneDrive" / "praktijk"
    presenter.choose_place()
    assert "OneDrive" in board.state.problem
    presenter.secure()
    assert board.gaps[-1] == "file"
    front.path = tmp_path / "vrij"
    presenter.choose_place()
    assert (board.state.problem, board.state.file) == ("", "vrij.intervisie")


def test_going_back_keeps_what_was_filled_in(presenter, board):
    presenter.fill(FILLED)
    presenter.make()
    presenter.back()
    assert board.state.stage is Stage.FORM
    assert board.state.filled == FILLED
