"""Importeren without a window: every file is looked through first, and taken in as one act."""

import pytest

from intervisie_desktop.services.importing import Handling
from intervisie_desktop.ui.pages.importing.presenter import ImportingPresenter
from intervisie_desktop.ui.pages.importing.state import ImportingState, Step
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui.importing.conftest import DATA


class View:
    def __init__(self):
        self.state = ImportingState()
        self.focused = 0
        self.asked_to_leave_out = 0

    def show_state(self, state):
        self.state = state

    def focus_step(self):
        self.focused += 1

    def focus_left_out(self):
        self.asked_to_leave_out += 1


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(services, view, desk):
    made = ImportingPresenter(services.importing, services.profiles, services.undo, view, desk)
    desk.listeners.append(made.refresh)
    made.open(Destination(Place.IMPORTING, part="participants"))
    return made


def names(services):
    with services.store.reading() as read:
        return sorted(person.name.surname for person in read.participants.all())


def state_of(view, row_id):
    return next(row for row in view.state.rows if row.id == row_id)


@pytest.mark.parametrize(
    ("file", "kind", "expected"),
    [
        ("deelnemers-excel-nl.csv", "participants", "30 deelnemers"),
        ("deelnemers-windows1252.csv", "participants", "30 deelnemers"),
        ("deelnemers-komma.csv", "participants", "30 deelnemers"),
        ("urenstaat-2025.xlsx", "year_sheet", "bijeenkomsten"),
        ("contacten.vcf", "contacts", "contactpersonen"),
        ("agenda-extern.ics", "busy", "bezette tijden"),
    ],
)
def test_every_file_on_the_laptop_comes_in_well(presenter, view, services, file, kind, expected):
    presenter.read(DATA / file)
    assert view.state.kind == kind
    while view.state.step is not Step.DONE:
        presenter.main()
    assert any(expected in line for line in view.state.result.lines), view.state.result.lines
    services.undo.undo()
    assert names(services) == []


def test_nothing_is_written_before_the_last_step(presenter, view, services):
    presenter.read(DATA / "deelnemers-excel-nl.csv")
    presenter.main()
    assert view.state.step is Step.REVIEW
    assert "30 deelnemers" in view.state.summary
    assert names(services) == []


def test_what_was_promised_is_what_is_made(presenter, view, services):
    presenter.read(DATA / "deelnemers-excel-nl.csv")
    presenter.main()
    promised = next(line for line in view.state.summary if "nieuwe groepen" in line)
    presenter.main()
    with services.store.reading() as read:
        made = [group.name for group in read.groups.all()]
    assert promised.startswith(f"{len(made)} nieuwe groepen")
    assert all(name in promised for name in made)


def test_a_column_means_what_the_user_says_and_only_that(presenter, view, listed):
    presenter.read(listed("Jan;jan@x.example;Kantoor Berk;Ochtend;"))
    presenter.set_column(2, "group")
    assert [column.field for column in view.state.columns] == ["name", "email", "group", "",
                                                                "since"]  # fmt: skip
    presenter.main()
    assert any("Kantoor Berk" in line for line in view.state.summary)


def test_samples_stand_beside_every_column(presenter, view, listed):
    presenter.read(listed("Jan Berk;jan@x.example;;Ochtend;", "Piet Eik;;;Avond;"))
    assert view.state.columns[0].samples == "Jan Berk, Piet Eik"
    assert view.state.columns[2].samples == ""


def test_a_known_person_is_proposed_with_the_reason_and_can_be_added_after_all(
    presenter, view, services, listed
):
    path = listed("Femke Zonnedauw;femke@x.example;;Ochtend;")
    presenter.read(path)
    presenter.main()
    presenter.main()
    presenter.again()
    presenter.read(path)
    presenter.main()
    row = view.state.rows[0]
    assert "Femke Zonnedauw" in row.finding
    assert "zelfde e-mailadres" in row.finding
    assert row.action == "samenvoegen"
    presenter.decide("add")
    assert view.state.rows[0].action == "toevoegen"
    presenter.main()
    assert names(services) == ["Zonnedauw", "Zonnedauw"]


def test_rows_with_a_problem_stop_the_import_until_they_are_left_out(
    presenter, view, services, desk, listed
):
    presenter.read(listed("Jan Berk;geenadres;;;", "Piet Eik;piet@x.example;;;"))
    presenter.main()
    bad = state_of(view, "2")
    assert (bad.number, bad.action) == (2, "overslaan")
    assert bad.finding == "dit is geen e-mailadres: geenadres"
    presenter.main()
    assert desk.refusals_shown == [
        "Niet te lezen: 1 rij, de eerste is rij 2. Er is niets overgenomen."
    ]
    assert view.asked_to_leave_out == 1
    assert names(services) == []
    presenter.set_leave_out(leave_out=True)
    presenter.main()
    assert names(services) == ["Eik"]


def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_else(
    presenter, view, desk, tmp_path
):
    path = tmp_path / "kapot.xlsx"
    path.write_bytes(b"PK\x03\x04 geen echt bestand")
    presenter.read(path)
    assert len(desk.refusals_shown) == 1
    assert (view.state.step, view.state.busy) == (Step.FILE, "")


def test_the_filter_shows_one_sort_of_rows_and_counts_all(presenter, view, listed):
    presenter.read(listed("Jan Berk;geenadres;;;", "Piet Eik;;;;"))
    presenter.main()
    assert [word for _, word in view.state.filters] == [
        "Alles 2", "Nieuw 1", "Misschien bekend 0", "Niet te lezen 1",
    ]  # fmt: skip
    presenter.set_filter("problem")
    assert [row.id for row in view.state.rows] == ["2"]


def test_rows_left_out_make_no_group(presenter, view, listed):
    presenter.read(listed("Jan Berk;;;Ochtend;", "Piet Eik;;;Avond;"))
    presenter.main()
    presenter.handle(["3"], Handling.SKIP)
    assert "1 nieuwe groep: Ochtend" in view.state.summary
    presenter.handle(["2"], Handling.SKIP)
    presenter.main()
    assert view.state.step is Step.REVIEW


def test_what_is_assumed_of_a_year_sheet_can_be_changed(presenter, view, services):
    presenter.read(DATA / "urenstaat-2025.xlsx")
    assert view.state.is_sheet
    assert view.state.values["starts_at"] == 600
    presenter.set_option("starts_at", 13 * 60)
    presenter.main()
    assert any("aangenomen" in note for note in view.state.notes)
    presenter.main()
    with services.store.reading() as read:
        assert {session.start for session in read.sessions.all()} == {13 * 60}


def test_taking_it_back_shows_the_rows_again_and_doing_it_again_the_result(
    presenter, view, services, desk
):
    presenter.read(DATA / "deelnemers-excel-nl.csv")
    presenter.main()
    presenter.main()
    desk.perform(services.undo.undo)
    assert view.state.step is Step.REVIEW
    assert names(services) == []
    desk.perform(services.undo.redo)
    assert view.state.step is Step.DONE
    assert len(names(services)) == 30


def test_pasted_names_are_a_list_too(presenter, view, services):
    presenter.main("1. mr. Jan van den Berg <jan@x.example>\n- Piet Eik\n")
    presenter.main()
    presenter.main()
    assert names(services) == ["Berg", "Eik"]


def test_an_empty_list_is_refused_with_a_sentence(presenter, desk):
    presenter.read_lines("  \n ")
    assert desk.refusals_shown == ["Plak of typ eerst een of meer namen, één per regel."]


def test_a_whole_practice_comes_in_and_opens_today(presenter, view, desk, tmp_path, services):
    example = DATA.parents[2] / "docs" / "examples" / "voorbeeld.json"
    presenter.read(example)
    assert view.state.step is Step.REVIEW
    assert not view.state.has_rows
    assert any("deelnemer" in line for line in view.state.summary)


def test_what_was_made_can_be_opened(presenter, desk, listed):
    presenter.read(listed("Jan Berk;;;Ochtend;"))
    for _ in range(3):
        presenter.main()
    assert desk.visited == [Destination(Place.PARTICIPANTS)]


PLAN = "Datum;Begin;Eind;Groep"


def test_a_list_of_sessions_is_shown_as_such_and_opens_the_sessions(presenter, view, desk, listed):
    presenter.read(
        listed("20-10-2026;10:00;12:00;Noord", "20-10-2026;11:00;13:00;Noord", headings=PLAN)
    )
    assert (view.state.kind, view.state.is_plan) == ("sessions", True)
    assert [column.field for column in view.state.columns] == ["day", "start", "end", "group"]
    presenter.main()
    assert view.state.summary == ("1 bijeenkomst", "1 nieuwe groep: Noord", "1 rij overgeslagen")
    first, second = view.state.rows
    assert (first.name, first.details) == ("Noord", "di 20 okt 2026, 10:00–12:00")
    assert second.action == "overslaan"
    assert "heeft dan al een bijeenkomst, 10:00 tot 12:00" in second.finding
    presenter.main()
    presenter.main()
    assert desk.visited == [Destination(Place.SESSIONS)]


def test_days_that_are_over_are_taken_when_asked(presenter, view, services, listed):
    presenter.read(listed("1-3-2026;10:00;12:00;Noord", headings=PLAN))
    presenter.main()
    assert view.state.rows[0].finding == "1 maart 2026 ligt in het verleden"
    presenter.back()
    presenter.set_option("past", True)
    presenter.main()
    presenter.main()
    with services.store.reading() as read:
        assert [session.state.value for session in read.sessions.all()] == ["held"]


def test_another_kind_of_list_guesses_its_columns_anew(presenter, view, listed):
    presenter.read(listed("Noord;1-3-2027;10:00", headings="Naam;Datum;Begin"))
    assert view.state.kind == "participants"
    presenter.set_column(0, "group")
    presenter.set_kind("sessions")
    assert [column.field for column in view.state.columns] == ["", "day", "start"]
    presenter.set_column(0, "group")
    presenter.main()
    assert view.state.summary == ("1 bijeenkomst", "1 nieuwe groep: Noord")
