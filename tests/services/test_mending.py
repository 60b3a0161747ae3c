"""What a finding misses, recorded in one step: open or closed, for one or for several."""

from __future__ import annotations

from datetime import date

import pytest

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.mending import MendingService, Secrecy, SessionFact

FIRST, SECOND = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def mending(house):
    return MendingService(house.store, house.clock, house.ids)


@pytest.fixture
def group(house):
    return house.group(house.person(), house.person("Joris", "Kastanjelaar"))


def test_several_sessions_are_one_step(house, group, mending, undone):
    sessions = [house.held(group, day).id for day in (FIRST, SECOND)]
    undone(mending.note, SessionFact.LIST_SIGNED, sessions)
    assert all(house.sessions.card(one).session.list_signed for one in sessions)


def test_a_closed_session_asks_a_reason_and_stays_closed(house, group, mending, refused, undone):
    session = house.held(group, FIRST)
    house.holding.close(session.id)
    assert refused(mending.note, SessionFact.EVALUATED, [session.id]) == "reason_missing"
    undone(mending.note, SessionFact.EVALUATED, [session.id], "nagekomen formulieren")
    stored = house.sessions.card(session.id).session
    assert stored.state is SessionState.CLOSED
    assert stored.reopened_because == "nagekomen formulieren"
    assert stored.closed_at == house.clock.now()


def test_a_cancelled_session_cannot_be_completed(house, group, mending, refused):
    session = house.session(group, date(2026, 11, 3))
    house.holding.cancel(session.id, "ziek")
    assert refused(mending.note, SessionFact.LINK_SENT, [session.id]) == "session_cancelled"


def test_secrecy_without_more_is_at_the_start_with_all_who_were_there(house, group, mending):
    session = house.held(group, FIRST)
    absent = house.at(session)["Joris"].participant_id
    house.attendance.mark_absent(session.id, absent)
    mending.discuss_secrecy([session.id], Secrecy())
    stored = house.sessions.card(session.id).session
    assert (stored.confidentiality_on, stored.confidentiality_at) == (FIRST, session.start)
    heard = {name: one.confidentiality for name, one in house.at(session).items()}
    assert heard == {"Noor": True, "Joris": False}


def test_who_came_later_is_added_to_those_who_heard(house, group, mending):
    session = house.held(group, FIRST)
    noor, joris = (house.at(session)[n].participant_id for n in ("Noor", "Joris"))
    mending.discuss_secrecy([session.id], Secrecy(people={session.id: (noor,)}))
    mending.discuss_secrecy([session.id], Secrecy(FIRST, 615, {session.id: (joris,)}))
    assert all(one.confidentiality for one in house.at(session).values())


def test_secrecy_cannot_be_discussed_tomorrow(house, group, mending, refused):
    session = house.held(group, FIRST)
    tomorrow = Secrecy(date(2026, 10, 14), 600)
    assert refused(mending.discuss_secrecy, [session.id], tomorrow) == "day_in_future"


def test_a_tick_of_the_session_needs_presence_and_one_beforehand_does_not(
    house, group, mending, refused
):
    session = house.session(group, date(2026, 11, 3))
    person = house.person("Femke", "Zonnedauw")
    people = {session.id: (person.id,)}
    assert refused(mending.tick, (Tick.ACTION,), people) == "tick_without_presence"
    mending.tick((Tick.PREPARED,), people)
    found = house.at(session)["Femke"]
    assert (found.prepared, found.state) == (True, AttendanceState.EXPECTED)


def test_times_are_set_in_a_closed_session_and_must_be_times(house, group, mending, refused):
    session = house.held(group, FIRST)
    noor = house.at(session)["Noor"].participant_id
    house.holding.close(session.id)
    assert refused(mending.set_times, session.id, noor, 700, 640, "x") == "times_missing"
    late = (session.id, noor, 600, 1200, "x")
    assert refused(mending.set_times, *late) == "interval_outside_session"
    mending.set_times(session.id, noor, 600, 745, "volgens de lijst")
    assert mending.stay(session.id, noor) == (600, 745)


def test_another_end_takes_along_who_stayed_to_the_end(house, group, mending, undone):
    session = house.held(group, FIRST)
    undone(mending.set_end, session.id, 780)
    assert {one.intervals[-1].end for one in house.at(session).values()} == {780}


def test_a_participant_who_led_becomes_a_facilitator_once(house, group, mending):
    sessions = [house.held(group, day) for day in (FIRST, SECOND)]
    noor = house.at(sessions[0])["Noor"].participant_id
    led = [mending.lead_from_group(one.id, noor).value for one in sessions]
    assert led[0].id == led[1].id
    assert led[0].name == "Noor Appelvink"
    assert {house.sessions.card(s.id).session.facilitator_id for s in sessions} == {led[0].id}


def test_on_location_tells_calendars(house, group, mending):
    session = house.session(group, date(2026, 11, 3))
    mending.meet_on_location([session.id], "Oudegracht 1")
    stored = house.sessions.card(session.id).session
    assert (stored.mode, stored.place) == (Mode.ON_LOCATION, "Oudegracht 1")
    assert stored.sequence == session.sequence + 1


def test_statements_of_members_go_with_the_next_session_else_the_last(house, group, mending):
    held = house.held(group, FIRST)
    assert mending.meeting_of(group.id).id == held.id
    later, sooner = (house.session(group, date(2026, m, 3)) for m in (12, 11))
    assert mending.meeting_of(group.id).id == sooner.id
    assert later.id != sooner.id
    assert mending.meeting_of("niemand") is None
