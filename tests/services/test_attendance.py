from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.services.attendance import Tick

TODAY = date(2026, 10, 13)


@pytest.fixture
def noor(house):
    return house.person("Noor")


@pytest.fixture
def joris(house):
    return house.person("Joris")


@pytest.fixture
def session(house, noor, joris):
    """Today from 10:00 to 12:30, with two people there."""
    return house.held(house.group(noor, joris))


@pytest.fixture
def planned(house, noor):
    return house.session(house.group(noor, name="Plan"), date(2026, 11, 24))


def test_a_mark_touches_one_attendance_of_one_session(house, session, noor, undone):
    changes = undone(house.attendance.mark_absent, session.id, noor.id).changes
    assert changes.subjects == {Subject.ATTENDANCE}
    assert changes.linked("participant") == {noor.id}
    assert changes.linked("session") == {session.id}


def test_later_cuts_the_beginning_and_keeps_the_leaving_time(house, session, noor, undone):
    house.attendance.set_times(session.id, noor.id, [Interval(600, 640), Interval(660, 700)])
    undone(house.attendance.mark_later, session.id, noor.id, 614)
    assert house.at(session)["Noor"].intervals == (Interval(614, 640), Interval(660, 700))
    house.attendance.mark_later(session.id, noor.id, 650)
    assert house.at(session)["Noor"].intervals == (Interval(650, 700),)


def test_later_brings_back_who_was_absent(house, session, noor):
    house.attendance.mark_absent(session.id, noor.id)
    house.attendance.mark_later(session.id, noor.id, 614)
    attendance = house.at(session)["Noor"]
    assert (attendance.state, attendance.intervals) == (
        AttendanceState.PRESENT,
        (Interval(614, 750),),
    )


def test_nobody_arrives_outside_the_session(house, session, noor, refused):
    mark = house.attendance.mark_later
    assert refused(mark, session.id, noor.id, 599) == "arrival_outside_session"
    assert refused(mark, session.id, noor.id, 750) == "arrival_outside_session"


def test_times_may_be_more_than_one_and_a_little_outside(house, session, noor, undone, refused):
    times = [Interval(700, 760), Interval(590, 640), Interval(640, 650)]
    undone(house.attendance.set_times, session.id, noor.id, times)
    assert house.at(session)["Noor"].intervals == (Interval(590, 650), Interval(700, 760))
    far = [Interval(600, 900)]
    assert refused(house.attendance.set_times, session.id, noor.id, far) == (
        "interval_outside_session"
    )
    assert refused(house.attendance.set_times, session.id, noor.id, []) == "times_missing"


def test_who_is_away_has_no_times_and_brought_nothing_in(house, session, noor):
    house.attendance.set_theme(session.id, noor.id, "Praktijkvoering")
    assert house.at(session)["Noor"].contribution
    house.attendance.mark_excused(session.id, noor.id)
    attendance = house.at(session)["Noor"]
    assert (attendance.intervals, attendance.contribution, attendance.theme) == ((), False, "")


def test_who_comes_back_was_there_the_whole_time(house, session, noor, undone):
    house.attendance.mark_absent(session.id, noor.id)
    undone(house.attendance.mark_present, session.id, noor.id)
    assert house.at(session)["Noor"].intervals == (session.interval,)


def test_marking_what_stands_there_already_writes_nothing(house, session, noor):
    lines = len(house.journal.newest())
    assert not house.attendance.mark_present(session.id, noor.id).changes
    assert len(house.journal.newest()) == lines


def test_everyone_is_one_step_and_keeps_absences(house, session, noor, joris, undone):
    third = house.person("Femke")
    house.attendance.mark_present(session.id, third.id)
    house.attendance.mark_later(session.id, third.id, 650)
    house.attendance.mark_absent(session.id, joris.id)
    undone(house.attendance.everyone_present, session.id)
    at = house.at(session)
    assert at["Femke"].intervals == (session.interval,)
    assert at["Joris"].state is AttendanceState.ABSENT


def test_only_announced_absence_is_known_before(house, planned, noor, undone, refused):
    undone(house.attendance.mark_excused, planned.id, noor.id)
    undone(house.attendance.mark_expected, planned.id, noor.id)
    assert refused(house.attendance.mark_present, planned.id, noor.id) == "session_not_held"
    assert refused(house.attendance.mark_absent, planned.id, noor.id) == "session_not_held"
    undone(house.attendance.set_tick, planned.id, Tick.PREPARED, [noor.id], on=True)
    room = house.attendance.set_tick
    assert refused(room, planned.id, Tick.CLOSED_ROOM, [noor.id], on=True) == "session_not_held"


@pytest.mark.parametrize("tick", Tick)
def test_every_tick_turns_over(house, session, noor, undone, tick):
    undone(house.attendance.toggle, session.id, tick, noor.id)
    assert getattr(house.at(session)["Noor"], tick.value)
    house.attendance.toggle(session.id, tick, noor.id)
    assert not getattr(house.at(session)["Noor"], tick.value)


def test_who_was_not_there_brought_nothing_in(house, session, noor, refused):
    house.attendance.mark_absent(session.id, noor.id)
    toggle = house.attendance.toggle
    assert refused(toggle, session.id, Tick.CONTRIBUTION, noor.id) == "tick_without_presence"
    theme = house.attendance.set_theme
    assert refused(theme, session.id, noor.id, "Praktijkvoering") == "tick_without_presence"


def test_taking_the_contribution_back_takes_the_theme_along(house, session, noor):
    house.attendance.set_theme(session.id, noor.id, "Praktijkvoering")
    house.attendance.toggle(session.id, Tick.CONTRIBUTION, noor.id)
    assert house.at(session)["Noor"].theme == ""


def test_a_tick_for_all_who_are_there(house, session, noor, joris, undone, refused):
    house.attendance.mark_absent(session.id, joris.id)
    undone(house.attendance.tick_all_present, session.id, Tick.CLOSED_ROOM)
    assert {name: a.closed_room for name, a in house.at(session).items()} == {
        "Noor": True,
        "Joris": False,
    }
    house.attendance.mark_absent(session.id, noor.id)
    assert refused(house.attendance.tick_all_present, session.id, Tick.SAFE) == "nobody_present"


def test_the_online_checklist_is_confirmed_for_all_who_are_there_in_one_step(
    house, session, noor, joris, undone, refused
):
    ticks = (Tick.CLOSED_ROOM, Tick.APART, Tick.WEBCAM, Tick.MICROPHONE, Tick.LOUDSPEAKER)
    house.attendance.mark_absent(session.id, joris.id)
    undone(house.attendance.confirm_online, session.id, ticks)
    found = house.at(session)
    assert all(getattr(found["Noor"], tick.value) for tick in ticks)
    assert not any(getattr(found["Joris"], tick.value) for tick in ticks)
    house.attendance.mark_absent(session.id, noor.id)
    assert not house.at(session)["Noor"].webcam
    assert refused(house.attendance.confirm_online, session.id, ticks) == "nobody_present"


def test_a_remark_is_tidy(house, session, noor, undone):
    undone(house.attendance.set_remark, session.id, noor.id, " Trein \n vertraagd ")
    assert house.at(session)["Noor"].remark == "Trein vertraagd"


def test_secrecy_is_recorded_with_whom_and_taken_back(house, session, noor, undone, refused):
    record = house.attendance.record_confidentiality
    undone(record, session.id, TODAY, 604, [noor.id])
    stored = house.sessions.card(session.id).session
    assert (stored.confidentiality_on, stored.confidentiality_at) == (TODAY, 604)
    assert {name: a.confidentiality for name, a in house.at(session).items()} == {
        "Noor": True,
        "Joris": False,
    }
    undone(house.attendance.clear_confidentiality, session.id)
    assert not house.at(session)["Noor"].confidentiality
    tomorrow = date(2026, 10, 14)
    assert refused(record, session.id, tomorrow, 604, [noor.id]) == "day_in_future"
    assert refused(record, session.id, TODAY, 1440, [noor.id]) == "secrecy_time"


def test_a_stranger_is_refused(house, session, refused):
    assert refused(house.attendance.mark_present, session.id, "p-x") == "gone"


def test_undo_names_what_it_takes_back(house, session, noor):
    house.attendance.mark_absent(session.id, noor.id)
    act, facts = house.undo.undo_label()
    assert act == "marked_absent"
    assert (facts["name"], facts["day"]) == ("Noor Appelvink", "2026-10-13")


def test_times_that_were_taken_over_become_ones_own_when_changed(house, session, noor, undone):
    with house.store.work("imported") as work:
        work.attendances.save(replace(house.at(session)["Noor"], taken_over=True))
    house.attendance.set_remark(session.id, noor.id, "trein vertraagd")
    assert house.at(session)["Noor"].taken_over
    undone(house.attendance.mark_later, session.id, noor.id, 614)
    assert not house.at(session)["Noor"].taken_over
