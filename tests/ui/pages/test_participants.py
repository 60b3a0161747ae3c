"""Deelnemers: what the page shows and saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.people import Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.ui.pages.participants.presenter import ParticipantsPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place

BLANK = {"title_before": "", "given": "", "initials": "", "prefix": "", "surname": "",
         "title_after": "", "email": "", "employer": "", "function": ""}  # fmt: skip


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = None
        self.resembling = ()

    def show_state(self, state):
        self.state = state

    def show_resembling(self, found):
        self.resembling = found

    def show_advice(self, name, words):
        pass

    def open(self, name):
        return next(row.id for row in self.state.rows if row.listed.startswith(name))


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def presenter(services, board, desk):
    made = ParticipantsPresenter(
        services.people, services.clients, services.compliance, board, desk
    )
    made.refresh()
    return made


def test_people_stand_in_dutch_order(presenter, board):
    names = [row.listed for row in board.state.rows]
    assert names.index("Berkenroos, Tirza van den") < names.index("Bremstruik, Lotte")


def test_the_list_tells_how_the_year_stands(presenter, board):
    row = next(row for row in board.state.rows if row.listed == "Zonnedauw, Femke")
    assert row.state[0] == "tekort"


def test_the_open_one_shows_hours_made_planned_and_due(presenter, board):
    presenter.select(board.open("Zonnedauw"))
    year = board.state.shown.years[0]
    assert (year.made, year.planned, year.target) == (150, 270, 480)


def test_a_shortage_says_until_when_and_leads_to_a_place(presenter, board, desk):
    presenter.select(board.open("Zonnedauw"))
    year = board.state.shown.years[0]
    assert year.words.endswith("nog 1,0 uur nodig, uiterlijk 31 dec inhalen")
    assert year.catch_up
    presenter.catch_up()
    assert desk.visited[-1] == Destination(Place.CATCH_UP, board.state.shown.id)


def test_a_registration_period_stands_beside_the_year(presenter, board, services, desk):
    presenter.select(board.open("Zonnedauw"))
    who = board.state.shown.id
    assert board.state.shown.periods == ()
    with services.store.work("registration_added", name="x") as work:
        [own] = work.memberships.where(participant_id=who)
        group = work.groups.get(own.group_id)
        work.groups.save(replace(group, profiles=(*group.profiles, "mfn")))
        term = Period(date(2025, 1, 1), None)
        work.registrations.add(
            Registration(id="reg", participant_id=who, register="MfN", period=term)
        )
    presenter.refresh()
    [period] = board.state.shown.periods
    assert "1 jan 2025 – 31 dec 2027" in period.profile
    assert "doel 18,0" in period.words


def test_typing_a_known_name_says_who_it_may_be(presenter, board):
    presenter.begin()
    presenter.typing({**BLANK, "given": "Femke", "surname": "Zonnedauw"})
    assert board.resembling[0].words == "Femke Zonnedauw: zelfde naam"


def test_a_new_participant_is_added_with_the_work_typed(presenter, board):
    presenter.begin()
    presenter.add({**BLANK, "given": "Jan", "prefix": "van den", "surname": "Berg",
                   "employer": "Kantoor Iep", "function": "advocaat"})  # fmt: skip
    assert board.state.shown.title == "Jan van den Berg"
    assert board.state.shown.subtitle == "Kantoor Iep, advocaat"
    assert not board.state.draft


def test_another_employer_ends_the_work_before(presenter, board, services):
    participant_id = board.state.shown.id
    before = services.people.card(participant_id).employments[0]
    presenter.add_detail("employment", {"employer": "Nieuw kantoor", "function": "",
                                        "client_id": "", "start": date(2026, 9, 1)})  # fmt: skip
    work = {e.id: e for e in services.people.card(participant_id).employments}
    assert work[before.id].period.end == date(2026, 8, 31)


def test_a_period_that_ends_before_it_starts_is_refused(presenter, board, desk, services):
    participant_id = board.state.shown.id
    presenter.add_detail("absence", {"kind": "illness", "start": date(2026, 3, 1), "end": None})
    absence = services.people.card(participant_id).absences[0]
    presenter.change_detail("absence", absence.id, "end", date(2026, 1, 1))
    assert desk.refusals_shown == ["De einddatum ligt voor de begindatum. Er is niets gewijzigd."]
    assert services.people.card(participant_id).absences[0].period.end is None


def test_a_registration_and_a_tie_are_kept(presenter, board, services):
    participant_id, other = board.state.shown.id, board.state.others[0][0]
    presenter.add_detail("registration", {"register": "MfN", "number": "123", "start": None,
                                          "end": None, "unconditional_since": None})  # fmt: skip
    presenter.add_detail("relation", {"other_id": other, "kind": "colleague", "start": None,
                                      "end": None})  # fmt: skip
    card = services.people.card(participant_id)
    assert "MfN" in [r.register for r in card.registrations]
    assert other in [r.second_id for r in card.relations]


def test_two_who_are_one_are_merged_in_one_step_and_undone(presenter, board, services):
    presenter.add({**BLANK, "given": "Noor", "surname": "Appelvink"})
    double = board.state.shown.id
    presenter.select(next(r.id for r in board.state.rows if r.listed == "Appelvink, Noor"
                          and r.id != double))  # fmt: skip
    presenter.merge_into(double)
    presenter.refresh()
    assert double not in [row.id for row in board.state.rows]
    services.store.undo()
    presenter.refresh()
    assert double in [row.id for row in board.state.rows]


def test_someone_with_history_is_not_removed(presenter, desk, board):
    presenter.select(board.open("Zonnedauw"))
    presenter.remove()
    assert [refusal.code for refusal in desk.refused] == ["participant_has_history"]


def test_a_certificate_is_two_clicks_away(presenter, desk, board):
    presenter.make_certificate()
    assert desk.visited == [Destination(Place.CERTIFICATES, board.state.shown.id, "person")]
