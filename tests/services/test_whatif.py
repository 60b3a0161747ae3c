"""Wat als: what acts would come to, before anything is kept."""

from __future__ import annotations

import hashlib
import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.people import AbsenceKind
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.standing import StandingState
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import RandomIds, SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.demo import make_demo
from intervisie_desktop.services.whatif import (
    AddSession,
    CancelSession,
    ChangeProfiles,
    FallOut,
    JoinGroup,
    LeaveGroup,
    MoveSession,
    StayAway,
    Visit,
)
from intervisie_desktop.storage.store import Store

TODAY = date(2026, 10, 13)


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """The bytes of a settled file with the invented practice, and its key."""
    path, key = tmp_path_factory.mktemp("demo") / "v.db", bytes(range(32))
    store = Store.create(path, key)
    from tests.services.conftest import Facilitator, Practice

    with store.work("practice_created", final=True) as work:
        work.facilitators.add(Facilitator(id="f", name="Marit"))
        work.practice.save(Practice(name="Papierwilg", facilitator_id="f"))
    make_demo(store, SeededIds(), TODAY)
    store.close()
    return path.read_bytes(), key


def opened(path, invented):
    path.write_bytes(invented[0])
    store = Store.open(path, invented[1])
    return Services(store, FixedClock(datetime(2026, 10, 13, 9)), RandomIds())


@pytest.fixture
def services(invented, tmp_path):
    services = opened(tmp_path / "v.db", invented)
    yield services
    services.store.close()


def planned(services):
    """The planned sessions to come, in order."""
    return [s for s in services.sessions.rows() if s.state is SessionState.PLANNED]


def members(services):
    """Every membership of today."""
    with services.store.reading() as read:
        return [m for m in read.memberships.all() if TODAY in m.period]


def every_attempt(services):
    """One of each kind."""
    first, last = planned(services)[0], planned(services)[-1]
    mine = members(services)
    guest = next(m for m in mine if m.group_id != last.group_id)
    group = services.groups.rows()[0]
    return (
        MoveSession(session_id=first.id, day=first.day + timedelta(days=7), start=600),
        CancelSession(session_id=first.id, reason="Verhinderd"),
        AddSession(group_id=first.group_id, day=date(2026, 12, 14), start=600, end=750),
        LeaveGroup(membership_id=mine[0].id, last_day=TODAY),
        JoinGroup(group_id=group.id, participant_id=guest.participant_id, since=TODAY),
        ChangeProfiles(group_id=group.id, profiles=("reflectief",)),
        FallOut(
            participant_id=mine[1].participant_id,
            kind=AbsenceKind.ILLNESS,
            first=date(2026, 3, 1),
            last=date(2026, 12, 31),
        ),
        StayAway(session_id=last.id, participant_id=_member_of(services, last)),
        Visit(session_id=last.id, participant_id=guest.participant_id),
    )


def _member_of(services, session):
    return services.sessions.card(session.id).roster[0].participant_id


def findings(services):
    """Every open finding by key, with how it reads."""
    found = services.compliance.findings()
    return {one.finding.key: one.finding for one in found if not one.ignored}


def hours(services):
    """Every year of everybody in the figures that matter."""
    return {
        (s.participant_id, s.profile, s.year): (s.made, s.planned, s.target, s.state)
        for year in range(2024, 2029)
        for s in services.compliance.standings(year)
    }


def expected_after(services, difference):
    """The findings there would be by what was shown."""
    found = dict(findings(services))
    for finding in difference.gone:
        del found[finding.key]
    for finding in (*difference.appeared, *(new for _old, new in difference.changed)):
        found[finding.key] = finding
    return found


def test_cancelling_shows_who_would_fall_short_and_keeps_nothing(services):
    before, standing = findings(services), hours(services)
    first = planned(services)[0]
    tried = [services.whatif.attempt(CancelSession(session_id=first.id, reason="Ziek"))]
    shown = services.whatif.rehearse(tried).difference
    less = [s for s in shown.shifts if s.after.planned < s.before.planned]
    assert {s.participant_id for s in less} == {
        line.participant_id for line in services.sessions.card(first.id).roster
    }
    assert (findings(services), hours(services)) == (before, standing)
    assert services.sessions.card(first.id).session.state is SessionState.PLANNED


def test_a_try_out_never_touches_the_file(services):
    services.compliance.findings()
    folder = services.store.path.parent
    files = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
    lines, undo = services.journal.newest(), services.undo.undo_label()
    for attempt in every_attempt(services):
        services.whatif.rehearse([services.whatif.attempt(attempt)])
    now = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
    assert {k: v for k, v in now.items() if not k.endswith("-shm")} == {
        k: v for k, v in files.items() if not k.endswith("-shm")
    }
    assert (services.journal.newest(), services.undo.undo_label()) == (lines, undo)


def test_acts_of_a_try_out_see_each_other(services):
    first = planned(services)[0]
    away = CancelSession(session_id=first.id, reason="Ziek")
    instead = AddSession(group_id=first.group_id, day=first.day, start=first.start, end=first.end)
    tried = [services.whatif.attempt(away), services.whatif.attempt(instead)]
    assert services.whatif.rehearse(tried).difference.shifts == ()


def test_what_is_refused_is_told_and_leaves_the_others_standing(services):
    first = planned(services)[0]
    away = CancelSession(session_id=first.id, reason="Ziek")
    tried = [services.whatif.attempt(away), services.whatif.attempt(away)]
    rehearsed = services.whatif.rehearse(tried)
    assert {n: r.code for n, r in rehearsed.refusals.items()} == {1: "session_not_planned"}
    assert rehearsed.difference.shifts
    with pytest.raises(Refusal):
        services.whatif.take_over(tried)
    assert services.sessions.card(first.id).session.state is SessionState.PLANNED


def test_taking_over_is_one_step_that_undo_takes_back(services):
    before = (findings(services), hours(services))
    tried = [services.whatif.attempt(one) for one in every_attempt(services)[2:5]]
    outcome = services.whatif.take_over(tried)
    assert (outcome.act, outcome.facts) == ("what_if_taken_over", {"count": 3})
    assert (findings(services), hours(services)) != before
    services.undo.undo()
    assert (findings(services), hours(services)) == before


def test_one_act_taken_over_is_called_by_its_own_name(services):
    session = planned(services)[0]
    move = MoveSession(session_id=session.id, day=session.day + timedelta(days=1), start=600)
    outcome = services.whatif.take_over([services.whatif.attempt(move)])
    assert outcome.act == "session_moved"
    assert services.undo.undo_label()[0] == "session_moved"


def test_illness_lowers_what_is_due_and_excuses_from_what_is_planned(services):
    with services.store.reading() as read:
        away = {absence.participant_id for absence in read.absences.all()}
    standings = services.compliance.standings(2026)
    bound = next(s for s in standings if s.planned and s.target and s.participant_id not in away)
    ill = FallOut(
        participant_id=bound.participant_id,
        kind=AbsenceKind.ILLNESS,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
    )
    shown = services.whatif.rehearse([services.whatif.attempt(ill)]).difference
    [mine] = [s for s in shown.shifts if s.profile == bound.profile and s.year == 2026]
    assert mine.after.target < bound.target
    assert mine.after.planned == 0


def test_a_moved_session_tells_what_is_in_its_way(services):
    one, other = planned(services)[0], planned(services)[1]
    move = MoveSession(session_id=one.id, day=other.day, start=other.start)
    found = services.whatif.rehearse([services.whatif.attempt(move)]).conflicts[0]
    assert other.id in {conflict.session_id for conflict in found}


def test_a_new_session_can_be_taken_over_as_it_was_shown(services):
    first = planned(services)[0]
    add = AddSession(group_id=first.group_id, day=date(2026, 12, 14), start=600, end=750)
    tried = [services.whatif.attempt(add)]
    shown = services.whatif.rehearse(tried).difference
    wanted = expected_after(services, shown)
    services.whatif.take_over(tried)
    assert findings(services) == wanted
    state = {s.after.state for s in shown.shifts}
    assert state <= set(StandingState)


@settings(max_examples=12)
@given(st.sets(st.integers(0, 8), min_size=1, max_size=4), st.randoms())
def test_what_is_taken_over_gives_exactly_the_difference_that_was_shown(
    invented, tmp_path_factory, chosen, random
):
    services = opened(tmp_path_factory.mktemp("x") / "v.db", invented)
    try:
        attempts = every_attempt(services)
        order = sorted(chosen)
        random.shuffle(order)
        tried = [services.whatif.attempt(attempts[n]) for n in order]
        refused = services.whatif.rehearse(tried).refusals
        tried = [one for n, one in enumerate(tried) if n not in refused]
        if not tried:
            return
        standing, before = hours(services), findings(services)
        shown = services.whatif.rehearse(tried).difference
        # Dropped, it changes nothing.
        assert (findings(services), hours(services)) == (before, standing)
        wanted = expected_after(services, shown)
        for shift in shown.shifts:
            slot = (shift.participant_id, shift.profile, shift.year)
            standing.pop(slot, None)
            if shift.after is not None:
                new = shift.after
                standing[slot] = (new.made, new.planned, new.target, new.state)
        services.whatif.take_over(tried)
        assert findings(services) == wanted
        assert hours(services) == standing
    finally:
        services.store.close()


def test_a_try_out_answers_within_a_few_frames(services):
    services.compliance.findings()
    move = every_attempt(services)[0]
    tried = [services.whatif.attempt(move)]
    services.whatif.rehearse(tried)
    began = time.perf_counter()
    services.whatif.rehearse(tried)
    assert time.perf_counter() - began < 0.1
