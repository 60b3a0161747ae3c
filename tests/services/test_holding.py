from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.holding import Gap

TODAY, NOVEMBER = date(2026, 10, 13), date(2026, 11, 24)
PRESENT, EXCUSED = AttendanceState.PRESENT, AttendanceState.EXCUSED


@pytest.fixture
def people(house):
    return [house.person(name) for name in ("Noor", "Joris", "Femke")]


@pytest.fixture
def group(house, people):
    return house.group(*people)


def test_all_who_belong_are_there_from_start_to_end_and_the_excused_are_not(
    house, group, people, undone
):
    session = house.session(group)
    house.attendance.mark_excused(session.id, people[2].id)
    late = house.person("Later")
    house.groups.join(group.id, (late.id,), NOVEMBER)
    assert undone(house.holding.hold, session.id).value.state is SessionState.HELD
    at = house.at(session)
    assert {name: a.state for name, a in at.items()} == {
        "Femke": EXCUSED,
        "Joris": PRESENT,
        "Noor": PRESENT,
    }
    assert at["Noor"].intervals == (session.interval,)


def test_a_session_is_not_held_before_its_day_or_twice(house, group, refused):
    tomorrow = house.session(group, NOVEMBER)
    assert refused(house.holding.hold, tomorrow.id) == "session_not_yet"
    held = house.held(group)
    assert refused(house.holding.hold, held.id) == "session_not_planned"


def test_held_by_mistake_is_planned_again(house, group, people, undone, refused):
    session = house.session(group)
    house.attendance.mark_excused(session.id, people[2].id)
    house.holding.hold(session.id)
    undone(house.holding.plan_again, session.id)
    assert {a.state for a in house.at(session).values()} == {AttendanceState.EXPECTED, EXCUSED}
    assert refused(house.holding.plan_again, session.id) == "session_not_held"


def test_cancelling_shows_first_what_it_costs_each(house, group, people, undone, refused):
    house.held(group, date(2026, 4, 16), start=600, end=720)
    session = house.session(group, NOVEMBER)
    house.session(group, date(2026, 12, 1), 600, 660)
    house.attendance.mark_excused(session.id, people[2].id)
    losses = {loss.name.split()[0]: loss for loss in house.holding.preview_cancel(session.id)}
    assert set(losses) == {"Noor", "Joris"}
    assert (losses["Noor"].lost, losses["Noor"].made, losses["Noor"].planned) == (150, 120, 60)
    assert refused(house.holding.cancel, session.id, " ") == "reason_missing"
    cancelled = undone(house.holding.cancel, session.id, "zaal dicht").value
    assert (cancelled.state, cancelled.sequence) == (SessionState.CANCELLED, 1)
    assert refused(house.sessions.move, session.id, TODAY) == "session_cancelled"
    assert undone(house.holding.revive, session.id).value.sequence == 2
    assert refused(house.holding.revive, session.id) == "session_not_cancelled"


def test_what_took_place_is_not_cancelled(house, group, refused):
    session = house.held(group)
    assert refused(house.holding.cancel, session.id, "toch niet") == "session_not_planned"


def test_the_summary_names_what_is_missing(house, group, people):
    session = house.held(group)
    house.attendance.mark_absent(session.id, people[0].id)
    house.attendance.set_tick(session.id, Tick.CONTRIBUTION, [people[1].id], on=True)
    summary = house.holding.closing_summary(session.id)
    assert (summary.present, summary.absent, summary.blocked) == (2, 1, False)
    assert {m.gap: m.names for m in summary.missing} == {
        Gap.NO_CONFIDENTIALITY: (),
        Gap.ROOM_NOT_CONFIRMED: ("Femke Appelvink", "Joris Appelvink"),
        Gap.NO_CONTRIBUTION: ("Femke Appelvink",),
        Gap.NO_DESCRIPTION: (),
        Gap.LIST_NOT_SIGNED: (),
    }


def test_a_complete_record_misses_nothing(house, group, people):
    session = house.held(group)
    everyone = [person.id for person in people]
    house.attendance.tick_all_present(session.id, Tick.CONTRIBUTION)
    house.attendance.tick_all_present(session.id, Tick.CLOSED_ROOM)
    house.attendance.record_confidentiality(session.id, TODAY, 604, everyone)
    stored = house.sessions.card(session.id).session
    house.sessions.change(replace(stored, description="samenwerken", list_signed=True))
    assert house.holding.closing_summary(session.id).missing == ()


def test_a_closed_record_changes_no_more(house, group, people, undone, refused):
    session = house.held(group)
    closed = undone(house.holding.close, session.id).value
    assert (closed.state, closed.closed_at) == (SessionState.CLOSED, house.clock.now())
    noor = people[0].id
    assert refused(house.sessions.lengthen, session.id, 760) == "session_closed"
    assert refused(house.attendance.mark_absent, session.id, noor) == "session_closed"
    assert refused(house.attendance.set_remark, session.id, noor, "x") == "session_closed"
    assert refused(house.holding.close, session.id) == "session_not_held"


def test_a_record_does_not_close_while_someone_is_only_expected(house, group, people, refused):
    session = house.held(group)
    house.attendance.mark_expected(session.id, people[0].id)
    assert house.holding.closing_summary(session.id).blocked
    assert refused(house.holding.close, session.id) == "attendance_open"


def test_reopening_asks_a_reason_and_keeps_it(house, group, undone, refused):
    session = house.held(group)
    assert refused(house.holding.reopen, session.id, "x") == "session_not_closed"
    house.holding.close(session.id)
    assert refused(house.holding.reopen, session.id, "") == "reason_missing"
    opened = undone(house.holding.reopen, session.id, "tijd verkeerd").value
    assert (opened.state, opened.closed_at) == (SessionState.HELD, None)
    assert opened.reopened_because == "tijd verkeerd"
