"""The register and the check, without a window."""

import pytest

from intervisie_desktop.ui.pages.certificates.register import RegisterPresenter
from intervisie_desktop.ui.pages.verify.presenter import VerifyPresenter


@pytest.fixture
def register(house, board, desk):
    house.issue("p1", "p2")
    made = RegisterPresenter(house.service, board, desk)
    made.open()
    return made


def test_the_register_lists_the_newest_first_with_its_paper(register, board, house):
    assert [line.number for line in board.register.lines] == ["2026-002", "2026-001"]
    assert board.register.title == "Ruben van den Vuurdoorn"
    assert board.register.chip[0] == "geldig"
    assert board.register_papers[-1] == house.service.paper(board.register.current)


def test_withdrawing_asks_a_reason_and_stays_in_the_register(register, board, desk):
    desk.reason = "Verkeerde groep"
    register.withdraw()

    assert board.register.chip[0] == "ingetrokken"
    assert board.register.history[-1] == "Ingetrokken 13 oktober 2026: Verkeerde groep"
    assert not board.register.holds
    register.show_only("valid")
    assert [line.number for line in board.register.lines] == ["2026-001"]
    register.show_only("ended")
    assert [line.number for line in board.register.lines] == ["2026-002"]


def test_replacing_names_the_new_number(register, board):
    first = board.register.current
    register.replace()
    register.open(first)

    assert board.register.chip[0] == "vervangen"
    assert board.register.history[-1].startswith("Vervangen 13 oktober 2026 door 2026-003")


def test_what_no_longer_holds_is_refused_in_words(register, desk, board):
    register.withdraw()
    register.withdraw()

    assert desk.refused[-1].code == "certificate_not_valid"


def test_the_very_paper_is_saved_and_printed(register, board, desk, house):
    register.save()
    register.print_paper()

    saved = desk.path / "2026-002 van den Vuurdoorn.pdf"
    assert desk.shown == [desk.path]
    assert saved.read_bytes() == board.printed[0] == house.service.paper(board.register.current)
    assert desk.told == ["1 bewijs naar de printer gestuurd."]


def test_an_empty_register_says_so(house, board, desk):
    RegisterPresenter(house.service, board, desk).open()

    assert board.register.empty
    assert board.register_papers == [None]


@pytest.fixture
def checker(house, board, desk):
    return VerifyPresenter(house.service, board, desk)


def written(house, tmp_path):
    made = house.issue("p1").made[0]
    return house.service.write_to_folder([made.certificate_id], tmp_path).paths[0]


def test_a_genuine_paper_is_called_so(checker, board, house, tmp_path):
    checker.check_file(written(house, tmp_path))

    assert board.state.title == "Dit bewijs is echt"
    assert ("Naam", "mr. Merel Ganzerik") in board.state.facts
    assert ("Uren", "9,0") in board.state.facts


def test_one_changed_byte_is_called_so(checker, board, house, tmp_path):
    path = written(house, tmp_path)
    data = bytearray(path.read_bytes())
    data[3000] ^= 1
    path.write_bytes(bytes(data))

    checker.check_file(path)

    assert board.state.title == "Dit bewijs is gewijzigd"
    assert board.state.tone == "fout"


def test_withdrawn_and_replaced_are_told_with_day_and_reason(checker, board, house, tmp_path):
    path = written(house, tmp_path)
    house.service.replace(house.service.register()[0].id, "Titel verbeterd")

    checker.check_file(path)

    assert board.state.sentence == (
        "Bewijs 2026-001 is op 13 oktober 2026 vervangen door 2026-002: Titel verbeterd"
    )


def test_other_files_get_one_clear_sentence(checker, board, desk, tmp_path):
    other = tmp_path / "foto.png"
    other.write_bytes(b"\x89PNG")
    checker.check_file(other)
    assert board.state.title == "Dit is geen PDF"

    checker.check_file(tmp_path / "weg.pdf")
    assert desk.refused[-1].code == "paper_unreadable"


def test_number_and_code_are_checked_and_a_gap_is_named(checker, board, desk, house):
    house.issue("p1")
    with house.store.reading() as reading:
        code = reading.certificates.all()[0].control_code

    checker.check_code("2026-001", code.lower())
    assert board.state.title == "Dit bewijs is echt"
    checker.check_code("2026-001", "")
    assert desk.refusals_shown == ["Nog nodig: de controlecode zoals het op het bewijs staat."]
    checker.check_code("2026-077", code)
    assert board.state.sentence == "Nummer 2026-077 is door deze praktijk niet gegeven."
