"""The settings page without a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text.contrast import contrast_on_white
from tests.ui.desk_double import PlainDesk


class Wall:
    """A settings view that remembers."""

    def __init__(self):
        self.advice, self.worn, self.numbers, self.focused = {}, None, ("", ""), 0

    def show_state(self, state):
        self.state = state

    def show_advice(self, name, sentence):
        self.advice[name] = sentence

    def show_numbers(self, note, wrong):
        self.numbers = (note, wrong)

    def wear(self, *looks):
        self.worn = looks

    def focus_leader(self):
        self.focused += 1


@pytest.fixture
def services(entrance, clock, machine, tmp_path):
    opened, _code = entrance.files.create(
        tmp_path / "p.intervisie",
        "rustige dinsdag",
        Practice(name="Papierwilg"),
        Facilitator(id="f", name="Marit"),
    )
    entrance.take(opened)
    return Services(opened.store, clock, SeededIds(), opened=opened, machine=machine)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def presenter(services, wall):
    desk = PlainDesk()
    made = SettingsPresenter(services, wall, desk)
    desk.listeners.append(made.refresh)
    made.refresh()
    return made


def test_parts_of_the_address_are_saved_on_their_own(presenter, wall, services):
    presenter.change_practice("city", "Voorbeeldstad")
    presenter.change_practice("postcode", "1234ab")
    address = services.practice.get().address
    assert (address.postcode, address.city) == ("1234 AB", "Voorbeeldstad")
    assert services.store.undo_label()[0] == "practice_changed"


def test_a_number_is_judged_once_it_can_be(presenter, wall):
    presenter.typing("kvk_number", "1234")
    assert wall.advice["kvk_number"] == ""
    presenter.typing("kvk_number", "123456789")
    assert "acht cijfers" in wall.advice["kvk_number"]


def test_a_pattern_shows_what_it_gives_and_a_wrong_one_is_not_saved(presenter, wall, services):
    presenter.change_numbering("number_pattern", "B{jaar}/{nr:04}")
    presenter.refresh()
    assert "B2026/0001, B2026/0002 … en in 2027: B2027/0001" in wall.state.numbering_note
    presenter.typing_pattern("vast")
    assert "{nr}" in wall.numbers[1]
    presenter.change_numbering("number_pattern", "{nr}")
    assert "{jaar}" in wall.numbers[1]
    assert services.practice.get().number_pattern == "B{jaar}/{nr:04}"


def test_a_light_colour_is_saved_with_a_warning(presenter, wall, services):
    presenter.change_papers("accent", "#88AADD")
    presenter.refresh()
    assert services.practice.get().accent == "#88AADD"
    assert not wall.state.papers.readable
    assert "te licht" in wall.state.papers.contrast


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#FFFFFF", 1.0), ("#000000", 21.0), ("#1E4A78", 9.11)]
)
def test_contrast_is_that_of_the_norm(colour, ratio):
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.01)


def test_a_designation_is_dated_and_never_backwards(presenter, wall, services):
    presenter.add_designation()
    presenter.refresh()
    [line] = wall.state.leader.designations
    assert line.values["start"] == date(2026, 10, 13)
    presenter.change_designation(line.id, "end", date(2020, 1, 1))
    presenter.refresh()
    assert wall.state.leader.designations[0].values["end"] is None
    presenter.change_designation(line.id, "end", date(2031, 10, 12))
    presenter.refresh()
    assert wall.state.leader.designations[0].values["end"] == date(2031, 10, 12)
    presenter.remove_designation(line.id)
    services.store.undo()
    presenter.refresh()
    assert len(wall.state.leader.designations) == 1


def test_another_facilitator_can_take_over(presenter, wall, services):
    presenter.add_leader()
    assert wall.focused == 1
    presenter.change_leader("name", "Anna Linde")
    presenter.make_main()
    presenter.refresh()
    assert wall.state.leader.main
    assert services.practice.get().facilitator_id == wall.state.leader.id
    presenter.remove_leader()
    presenter.refresh()
    assert len(wall.state.leaders) == 2


def test_own_holidays_keep_their_days_in_order(presenter, wall):
    presenter.add_holiday()
    presenter.refresh()
    [line] = wall.state.holidays
    presenter.change_holiday(line.id, "first", date(2026, 12, 24))
    presenter.refresh()
    values = wall.state.holidays[0].values
    assert (values["first"], values["last"]) == (date(2026, 12, 24), date(2026, 12, 24))


def test_a_letter_with_an_unknown_word_is_refused(presenter, services):
    before = services.certificates.letters()
    presenter.change_papers("text", "Beste {naan}")
    assert services.certificates.letters() == before
    presenter.change_papers("text", "Beste {naam}")
    assert services.certificates.letters()[0].text == "Beste {naam}"


def test_looks_belong_to_the_machine_and_are_no_act(presenter, wall, services, machine):
    presenter.change_appearance("theme", "dark")
    presenter.change_machine("auto_lock", "5")
    presenter.change_machine("lock_on_minimise", True)
    assert wall.worn == ("dark", 100, False)
    assert (machine.settings.auto_lock_minutes, machine.settings.lock_on_minimise) == (5, True)
    assert services.store.undo_label() is None


def test_own_hours_are_held_against_the_profile_one_chose(presenter, wall, services):
    presenter.open(Destination(Place.SETTINGS, "", "own"))
    assert wall.state.section == "own"
    assert wall.state.own.bar is None
    presenter.own.choose_profile("profile", "nova_intervisie")
    presenter.own.add_hours()
    [line] = wall.state.own.hours
    assert line.values["hours"] == 200
    presenter.own.change_hours(line.id, "hours", 400)
    presenter.own.change_hours(line.id, "where", "Groep Noord")
    own = wall.state.own
    assert own.bar == (240, 0, 480)
    assert own.chip[0] == "te plannen"
    assert own.sentence == "4,0 nu, doel 8,0, nog 4,0 uur nodig"
    assert own.hours[0].values["where"] == "Groep Noord"
    presenter.own.remove_hours(line.id)
    assert wall.state.own.hours == ()
    services.undo.undo()
    presenter.refresh()
    assert wall.state.own.bar == (240, 0, 480)


def test_a_day_too_short_to_count_says_so(presenter, wall):
    presenter.own.choose_profile("profile", "nova_intervisie")
    presenter.open(Destination(Place.SETTINGS, "", "own"))
    presenter.own.add_hours()
    presenter.own.change_hours(wall.state.own.hours[0].id, "hours", 100)
    assert wall.state.own.note.endswith("telt niet mee: korter dan het profiel vraagt.")


def test_a_term_that_ends_is_told_and_one_that_ended_too(presenter, wall, services):
    from intervisie_desktop.domain.periods import Period
    from intervisie_desktop.domain.practice import Designation

    today = services.clock.today()
    for register, end in (("NOvA", today), ("MfN", today - timedelta(days=1))):
        services.practice.put_designation(
            Designation(id="", facilitator_id="f", register=register, period=Period(None, end))
        )
    presenter.open(Destination(Place.SETTINGS, "f", "own"))
    assert wall.state.section == "own"
    assert [(text.split()[0], tone) for text, tone, _ in wall.state.own.terms] == [
        ("MfN", "fout"),
        ("NOvA", "waarschuwing"),
    ]
