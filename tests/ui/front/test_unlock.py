"""The unlock screen without a window."""

from __future__ import annotations

import pytest

from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.services.entrance import Unlocking
from intervisie_desktop.ui.pages.unlock.presenter import UnlockPresenter

PASSWORD = "rustige dinsdag"


@pytest.fixture
def practice(entrance, tmp_path):
    """A closed practice file and its recovery code."""
    path = tmp_path / "papierwilg.intervisie"
    opened, code = entrance.files.create(
        path, PASSWORD, Practice(name="Papierwilg"), Facilitator(id="f", name="Marit")
    )
    opened.close()
    return path, code


@pytest.fixture
def presenter(entrance, practice, board, front):
    made = UnlockPresenter(Unlocking(entrance, practice[0]), board, front)
    made.start()
    return made


def test_the_right_password_opens_it(presenter, front, entrance, machine, practice):
    presenter.unlock(PASSWORD)
    assert front.entered == 1
    assert entrance.opened.path == practice[0]
    assert machine.last_practice() == practice[0]


def test_a_wrong_password_is_one_sentence_and_changes_nothing(presenter, board, practice):
    before = practice[0].read_bytes()
    presenter.unlock("mis geraden")
    assert board.state.problem.count(".") == 1
    assert board.cleared == 1
    assert practice[0].read_bytes() == before


def test_wrong_passwords_cost_more_and_more_time(presenter, board, clock):
    for _ in range(5):
        presenter.unlock("mis geraden")
    assert board.state.wait == 2
    presenter.unlock(PASSWORD)
    assert board.state.problem
    clock.move(seconds=3)
    presenter.tick()
    assert (board.state.wait, board.state.problem) == (0, "")
    presenter.unlock("mis geraden")
    assert board.state.wait == 4


def test_a_typing_error_in_the_code_shows_while_typing(presenter, board, practice):
    code = practice[1]
    presenter.use_code()
    presenter.type_code(code[:20])
    assert "van de 56" in board.state.code_note
    swapped = code[1] + code[0] + code[2:] if code[0] != code[1] else "0" + code[1:]
    presenter.type_code(swapped)
    assert board.state.code_wrong
    presenter.type_code(code.lower().replace("-", " "))
    assert board.state.code_right


def test_the_code_opens_it_and_sets_a_new_password(presenter, board, front, practice, entrance):
    presenter.use_code()
    presenter.type_code(practice[1])
    presenter.recover()
    assert board.gaps == ["new"]
    presenter.type_new("nieuwe dinsdag", "nieuwe dinsdag")
    presenter.recover()
    assert front.entered == 1
    entrance.close()
    Unlocking(entrance, practice[0]).with_password("nieuwe dinsdag")


def test_the_code_of_another_file_does_not_open_it(presenter, board, entrance, tmp_path, front):
    other, code = entrance.files.create(
        tmp_path / "ander.intervisie", PASSWORD, Practice(), Facilitator(id="f", name="X")
    )
    other.close()
    presenter.use_code()
    presenter.type_code(code)
    presenter.type_new("nieuwe dinsdag", "nieuwe dinsdag")
    presenter.recover()
    assert front.entered == 0
    assert board.state.problem


def test_a_file_that_has_gone_is_told(entrance, board, front, tmp_path):
    UnlockPresenter(Unlocking(entrance, tmp_path / "weg.intervisie"), board, front).start()
    assert "niet meer" in board.state.problem


def test_another_file_or_a_new_practice_is_one_press_away(presenter, front, tmp_path):
    front.path = tmp_path / "ander.intervisie"
    presenter.choose_other()
    presenter.new_practice()
    assert front.unlocked == [front.path]
    assert front.begun == 1
