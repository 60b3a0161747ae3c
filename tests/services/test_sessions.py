from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.planning.conflicts import ConflictKind
from intervisie_desktop.domain.sessions import SessionState

TODAY, NOVEMBER = date(2026, 10, 13), date(2026, 11, 24)


@pytest.fixture
def group(house):
    return house.group(house.person("Noor"), house.person("Joris"))


def test_a_session_is_planned_as_the_group_usually_meets(house, group, undone):
    draft = house.sessions.draft(group.id, NOVEMBER, 600, 720)
    assert (draft.mode, draft.facilitator_id) == (Mode.ONLINE, "marit")
    outcome = undone(house.sessions.plan, draft)
    assert outcome.changes.ids(Subject.SESSION) == {outcome.value.id}
    assert outcome.changes.linked("group") == {group.id}
    assert house.sessions.card(outcome.value.id).number == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"end": 600}, "session_times"),
        ({"end": 1500}, "session_times"),
        ({"day": date(1999, 1, 1)}, "session_day"),
        ({"breaks": (Interval(590, 610),)}, "break_outside_session"),
        ({"group_id": "g-x"}, "gone"),
    ],
)
def test_what_cannot_be_a_session_is_refused(house, group, refused, wrong, code):
    draft = replace(house.sessions.draft(group.id, NOVEMBER, 600, 720), **wrong)
    assert refused(house.sessions.plan, draft) == code


def test_a_series_is_seen_first_and_planned_in_one_step(house, group, undone):
    house.session(house.group(name="Andere"), date(2026, 12, 8), 660, 780)
    draft = house.sessions.draft(group.id, TODAY, 600, 720)
    preview = house.sessions.preview_series(draft, "elke 2e dinsdag, 4 keer")
    assert [p.day.isoformat() for p in preview.dates] == [
        "2026-10-13",
        "2026-11-10",
        "2026-12-08",
        "2027-01-12",
    ]
    assert [[c.kind for c in p.conflicts] for p in preview.dates] == [
        [],
        [],
        [ConflictKind.OWN_SESSION],
        [],
    ]
    days = [p.day for p in preview.dates if not p.conflicts]
    planned = undone(house.sessions.plan_series, draft, days).value
    assert len({session.series_id for session in planned}) == 1
    assert [session.day for session in planned] == days


def test_a_series_without_dates_is_refused(house, group, refused):
    draft = house.sessions.draft(group.id, TODAY, 600, 720)
    text = "elke dinsdag t/m 12-10-2026"
    assert refused(house.sessions.preview_series, draft, text) == "series_empty"
    assert refused(house.sessions.plan_series, draft, []) == "series_empty"


def test_a_participant_of_two_groups_is_in_the_way(house, group):
    joris = next(row for row in house.people.rows() if row.name.startswith("Joris"))
    other = house.group(house.people.card(joris.id).person, name="Andere", facilitator_id=None)
    house.session(other, NOVEMBER)
    found = house.sessions.conflicts(house.sessions.draft(group.id, NOVEMBER, 600, 720))
    kinds = {conflict.kind: conflict.participants for conflict in found}
    assert kinds[ConflictKind.PARTICIPANT_ELSEWHERE] == {joris.id}


def test_moving_keeps_the_length_and_tells_calendars(house, group, undone):
    session = house.session(group, NOVEMBER)
    house.sessions.change(replace(session, breaks=(Interval(660, 675),)))
    moved = undone(house.sessions.move, session.id, date(2026, 11, 26), 540).value
    assert (moved.start, moved.end, moved.breaks) == (540, 690, (Interval(600, 615),))
    assert moved.sequence == 1
    assert undone(house.sessions.lengthen, session.id, 720).value.sequence == 2


def test_a_change_that_calendars_need_not_hear_of_keeps_the_sequence(house, group, undone):
    session = house.session(group)
    assert undone(house.sessions.change, replace(session, method="incident")).value.sequence == 0
    assert house.sessions.change(replace(session, method="incident")).changes.changes == ()
    placed = replace(session, method="incident", place="Zaal De Linde")
    assert house.sessions.change(placed).value.sequence == 1


def test_changing_does_not_reach_the_state(house, group):
    session = house.session(group)
    changed = house.sessions.change(
        replace(session, state=SessionState.CLOSED, description="over samenwerken", sequence=9)
    ).value
    assert (changed.state, changed.sequence) == (SessionState.PLANNED, 0)


def test_moving_over_midnight_is_refused(house, group, refused):
    session = house.session(group)
    house.sessions.change(replace(session, breaks=(Interval(660, 675),)))
    assert refused(house.sessions.move, session.id, NOVEMBER, 1400) == "session_times"
    assert refused(house.sessions.move, session.id, NOVEMBER, -10) == "session_times"


def test_who_stayed_to_the_end_stays_to_the_new_end(house, group, undone):
    session = house.held(group)
    joris, _ = house.sessions.card(session.id).roster
    house.attendance.set_times(session.id, joris.participant_id, [Interval(600, 700)])
    undone(house.sessions.lengthen, session.id, 765)
    at = house.at(session)
    assert at["Noor"].intervals == (Interval(600, 765),)
    assert at["Joris"].intervals == (Interval(600, 700),)
    undone(house.sessions.move, session.id, session.day, 610)
    assert house.at(session)["Joris"].intervals == (Interval(610, 710),)


def test_what_took_place_does_not_move_to_the_future(house, group, refused):
    session = house.held(group)
    assert refused(house.sessions.move, session.id, NOVEMBER) == "session_held"


def test_only_a_plan_is_removed(house, group, undone, refused):
    session = house.session(group)
    undone(house.sessions.remove, session.id)
    held = house.held(group)
    assert refused(house.sessions.remove, held.id) == "session_not_planned"


def test_a_copy_has_the_time_and_place_and_nothing_more(house, group, undone):
    held = house.held(group)
    copy = undone(house.sessions.duplicate, held.id, NOVEMBER).value
    assert (copy.state, copy.start, copy.end) == (SessionState.PLANNED, held.start, held.end)
    assert all(a.id == "" for a in house.at(copy).values())


def test_the_next_session_is_the_first_that_is_not_over(house, group):
    assert house.sessions.next() is None
    later = house.session(group, NOVEMBER)
    today = house.session(group)
    assert house.sessions.next() == today
    house.clock.move(hours=4)
    assert house.sessions.next() == later


def test_the_list_counts_who_was_there(house, group):
    session = house.held(group)
    house.attendance.mark_absent(
        session.id, house.sessions.card(session.id).roster[0].participant_id
    )
    house.session(group, date(2027, 1, 5))
    assert [row.present for row in house.sessions.rows(year=2026)] == [1]
    assert len(house.sessions.rows(group_id=group.id)) == 2
