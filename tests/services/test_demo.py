import tomllib
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.planning.holidays_nl import public_holidays
from intervisie_desktop.domain.profile_reader import read_profile
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.demo import LARGE, make_demo
from intervisie_desktop.services.methods import methods_of
from intervisie_desktop.storage.reads.standing import year_minutes
from intervisie_desktop.storage.store import Store
from tests.services.conftest import House

TODAY = date(2026, 10, 13)


def a_demo(path, today=TODAY, seed=1, **size):
    store = Store.create(path, bytes(32))
    outcome = make_demo(store, SeededIds(seed), today, seed=seed, **size)
    moment = datetime(today.year, today.month, today.day, 8, 55)
    return House(store, clock=FixedClock(moment)), outcome


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    house, _ = a_demo(tmp_path_factory.mktemp("demo") / "voorbeeld.intervisie")
    yield house
    house.store.close()


@pytest.fixture(scope="module")
def judge(demo):
    """The rules over the demo, papers left aside: none are issued yet."""
    files = (resources() / "profiles").glob("*.toml")
    profiles = [read_profile(tomllib.loads(f.read_text(encoding="utf-8"))) for f in files]
    with demo.store.reading() as read:
        kinds = (
            read.participants,
            read.employments,
            read.registrations,
            read.groups,
            read.memberships,
            read.agreements,
            read.agreement_signatures,
            read.sessions,
            read.attendances,
            read.facilitators,
            read.designations,
        )
        records = [*(record for kind in kinds for record in kind.all()), *methods_of(read)]
    return Judge({profile.key: profile for profile in profiles}, Casebook(TODAY, records))


def group(demo, code):
    return next(row for row in demo.groups.rows() if row.code == code)


def hours(demo, code):
    """Made and forecast hours of 2026 per initials, as the page Vandaag shows them."""
    members = demo.groups.card(group(demo, code).id).members
    with demo.store.reading() as read:
        minutes = year_minutes(read, 2026, [m.id for m in members])
    return {m.short: tuple(x / 60 for x in minutes[m.id]) for m in members}


def test_it_is_marked_and_ends_the_undo_history(tmp_path):
    house, outcome = a_demo(tmp_path / "demo.intervisie")
    assert (outcome.act, outcome.final) == ("demo_made", True)
    assert house.practice.get().demo
    assert house.undo.undo_label() is None
    assert house.practice.facilitators()[0].facilitator.name == "Marit Papierwilg"
    house.store.close()


def test_the_same_seed_gives_the_same_practice_and_another_seed_another(tmp_path):
    dumps = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        house, _ = a_demo(tmp_path / f"{name}.intervisie", seed=seed)
        dumps.append(house.dump())
        house.store.close()
    assert dumps[0] == dumps[1] != dumps[2]


def test_the_groups_stand_as_in_the_picture(demo):
    assert [row.code for row in demo.groups.rows()] == ["AO", "FN", "OU", "ST", "TZ"]
    assert len(demo.groups.rows(archived=True)) == 2
    assert {row.code: row.next_day for row in demo.groups.rows()} == {
        "OU": TODAY,
        "FN": date(2026, 11, 10),
        "AO": None,
        "ST": date(2026, 10, 23),
        "TZ": date(2026, 10, 20),
    }


def test_the_morning_group_has_its_hours(demo):
    assert hours(demo, "OU") == {
        "NA": (6.5, 4.5),
        "JK": (6.3, 4.5),
        "FZ": (2.5, 4.5),
        "TM": (6.5, 4.5),
        "HZ": (6.1, 4.5),
        "SM": (4.0, 4.5),
        "BR": (6.5, 2.5),
    }


def test_the_other_groups_have_their_hours(demo):
    assert set(hours(demo, "FN").values()) == {(4.5, 2.0), (2.5, 2.0)}
    assert hours(demo, "AO")["SB"] == (6.5, 0.0)
    assert hours(demo, "AO")["TW"] == (8.7, 0.0)
    assert hours(demo, "ST")["EM"] == (5.2, 3.0)
    assert hours(demo, "TZ")["AL"] == (5.6, 3.0)


def test_there_is_one_of_each_thing_to_find(demo):
    sessions = demo.sessions.rows(year=2026, group_id=group(demo, "OU").id)
    april, june, today = (demo.sessions.card(row.id) for row in sessions[1:4])
    by_name = {line.name: line.attendance for line in april.roster}
    assert by_name["Hidde Zeewind"].intervals == (Interval(600, 696),)
    assert june.session.confidentiality_on is None
    rooms = [x.attendance.closed_room for x in june.roster if x.attendance.intervals]
    assert Counter(rooms) == {True: 4, False: 2}
    assert today.session.state is SessionState.PLANNED
    assert sum(line.attendance.prepared for line in today.roster) == 5
    assert (today.number, today.of) == (4, 5)


def test_the_last_record_before_today_is_open_and_can_be_closed(demo):
    rows = demo.sessions.rows(year=2026)
    (held,) = [row for row in rows if row.state is SessionState.HELD]
    assert (held.code, held.day) == ("AO", date(2026, 10, 8))
    assert not demo.holding.closing_summary(held.id).blocked
    assert [row for row in rows if row.day < TODAY and row.state is SessionState.PLANNED] == []


def test_last_year_is_clean(demo):
    for row in demo.sessions.rows(year=2025):
        card = demo.sessions.card(row.id)
        assert row.state is SessionState.CLOSED
        assert row.day not in public_holidays(2025)
        assert card.session.list_signed
        assert card.session.description
        assert card.session.confidentiality_at < row.start
        attended = [line.attendance for line in card.roster]
        assert all(a.intervals == (card.session.interval,) for a in attended)
        assert all(a.confidentiality for a in attended)
        assert all(a.closed_room for a in attended) is (row.mode is Mode.ONLINE)
    people = demo.groups.card(group(demo, "OU").id).members
    with demo.store.reading() as read:
        made = year_minutes(read, 2025, [m.id for m in people])
        designations = read.designations.all()
    assert {minutes for minutes, _ in made.values()} == {480}
    assert all(any(date(y, 6, 1) in d.period for d in designations) for y in (2025, 2026))


def test_the_rules_see_the_states_of_the_picture(demo, judge):
    seen = {}
    for row in demo.groups.rows():
        people = demo.groups.card(row.id).members
        standings = [judge.standings(m.id)["nova_intervisie", 2026] for m in people]
        seen[row.code] = Counter(standing.state.value for standing in standings)
    assert seen == {
        "OU": {"on_course": 5, "tight": 1, "short": 1},
        "FN": {"to_plan": 6},
        "AO": {"achieved": 4, "short": 1},
        "ST": {"on_course": 7, "tight": 1},
        "TZ": {"on_course": 3, "tight": 1},
    }


def test_the_rules_find_something_of_each_kind_this_year_and_only_papers_last_year(judge):
    papers = {"D01", "D04"}
    found = [f for f in judge.all_findings() if f.code not in papers]
    assert Counter((f.code, f.severity.value) for f in found) == {
        ("H01", "error"): 1,
        ("O01", "error"): 1,
        ("U04", "error"): 2,
        ("U01", "warning"): 1,
        ("I01", "warning"): 1,
        ("M02", "warning"): 1,
        ("U04", "warning"): 6,
        ("U04", "tip"): 3,
        ("I03", "tip"): 1,
    }
    assert {f.subject.year or f.day.year for f in found} == {2026}


def test_nobody_has_an_address_that_exists(demo):
    assert all(row.email.endswith(".example") for row in demo.people.rows())


@pytest.mark.parametrize("today", [date(2026, 1, 2), date(2027, 12, 31), date(2028, 2, 29)])
def test_it_can_be_made_on_any_day(tmp_path, today):
    house, _ = a_demo(tmp_path / "demo.intervisie", today=today)
    rows = house.sessions.rows()
    states = {row.state for row in rows if row.day < today}
    assert states <= {SessionState.HELD, SessionState.CLOSED}
    assert {row.state for row in rows if row.day >= today} <= {SessionState.PLANNED}
    assert all(row.day.weekday() < 5 for row in rows)
    house.store.close()


def test_the_facilitator_of_the_file_leads_the_demo(house):
    make_demo(house.store, SeededIds(1), TODAY, years=1, groups=5)
    (card,) = house.practice.facilitators()
    assert (card.facilitator.id, card.default) == ("marit", True)
    assert {row.day.year for row in house.sessions.rows()} == {2026}


def test_the_large_practice_has_its_size_and_answers_quickly(tmp_path):
    house, outcome = a_demo(tmp_path / "groot.intervisie", **LARGE)
    made = outcome.value
    assert made.groups == 200
    assert abs(made.participants - 2000) < 100
    assert abs(made.sessions - 5000) < 250
    assert abs(made.attendances - 40_000) < 2000
    started = datetime.now()
    assert len(house.people.rows()) == made.participants
    house.groups.rows()
    house.agenda.year(2026)
    assert len(house.sessions.rows()) == made.sessions
    assert datetime.now() - started < timedelta(seconds=1)
    house.store.close()
