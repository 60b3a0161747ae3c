"""What minutes come to, whatever the order and the cutting up of presence."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.attendance import AttendanceState, Interval, merged
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.measuring import measure
from intervisie_desktop.domain.people import Absence, AbsenceKind
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.pro_rata import Reduction, reduction, whole_months
from intervisie_desktop.domain.profiles import Answer, Edition, ProRata
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.standing import Room, StandingState, YearStanding, last_safe_day
from tests import builders as a
from tests.domain.golden import own_profile

RULE = ProRata(minutes_off=120, per_months=3, illness_months=6, pregnancy_months=4)
NEVER_ADDED = own_profile({"day_min": 60, "contiguous": True, "split_day": "no", "day_max": 240})
EDITIONS = st.sampled_from([e for p in (*a.profiles().values(), NEVER_ADDED) for e in p.editions])


@st.composite
def stretches(draw: st.DrawFn, least: int = 0) -> list[Interval]:
    pairs = st.tuples(st.integers(560, 900), st.integers(1, 200))
    return [Interval(start, start + long) for start, long in
            draw(st.lists(pairs, min_size=least, max_size=5))]  # fmt: skip


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    minutes = draw(st.integers(60, 320))
    start = draw(st.integers(0, minutes - 30))
    breaks = (Interval(600 + start, 600 + start + 20),) if draw(st.booleans()) else ()
    return a.a_session(minutes=minutes, breaks=breaks)


@given(stretches(), sessions(), EDITIONS, st.randoms())
def test_the_order_of_presence_does_not_matter(
    found: list[Interval], session: Session, edition: Edition, draw: object
) -> None:
    shuffled = sorted(found, key=lambda _: draw.random())  # type: ignore[attr-defined]
    assert measure(found, session, edition) == measure(shuffled, session, edition)


@given(stretches(least=1), sessions(), EDITIONS, st.integers(0, 1000))
def test_splitting_a_stretch_at_a_point_changes_nothing(
    found: list[Interval], session: Session, edition: Edition, where: int
) -> None:
    first = found[0]
    point = first.start + where % first.minutes
    if first.start < point < first.end:
        split = [Interval(first.start, point), Interval(point, first.end), *found[1:]]
        assert measure(split, session, edition) == measure(found, session, edition)


@given(stretches(), stretches(), sessions(), EDITIONS)
def test_more_presence_never_counts_for_less(
    found: list[Interval], more: list[Interval], session: Session, edition: Edition
) -> None:
    before, after = measure(found, session, edition), measure([*found, *more], session, edition)
    assert after.counted >= before.counted
    assert after.stretch >= before.stretch


@given(stretches(), sessions(), EDITIONS)
def test_nobody_counts_for_longer_than_the_session(
    found: list[Interval], session: Session, edition: Edition
) -> None:
    here = measure(found, session, edition)
    assert here.counted <= here.gross <= session.minutes
    assert here.net_stretch <= here.stretch or edition.pause_counts is not None
    assert merged(here.blocks) == here.blocks


@given(stretches(), stretches())
def test_made_hours_never_go_down_when_someone_stays_longer(
    found: list[Interval], more: list[Interval]
) -> None:
    assert made([*found, *more]) >= made(found)


def made(found: list[Interval]) -> int:
    """What two sessions on one day and one on another come to, with this presence at each."""
    practice = a.Practice(4)
    judged = practice.people[0]
    for day, start in ((12, 600), (12, 760), (20, 600)):
        session = a.a_session(practice.group, date(2026, 3, day), start=start, end=start + 150)
        practice.add(session)
        for person in practice.people:
            times = tuple(found) if person is judged else (session.interval,)
            state = AttendanceState.PRESENT if times else AttendanceState.ABSENT
            practice.add(a.an_attendance(session, person, intervals=times, state=state))
    standing = Judge(a.profiles(), practice.book()).standing(judged.id, "nova_intervisie", 2026)
    assert standing is not None
    return standing.made


def test_a_day_counts_for_four_hours_and_overlap_once() -> None:
    assert made([Interval(600, 750), Interval(760, 910)]) == 240 + 150
    assert made([Interval(600, 750)]) == 300


def absent(kind: AbsenceKind, start: date, end: date | None) -> Absence:
    return Absence(id="v", participant_id="p", kind=kind, period=Period(start, end))


def test_half_a_year_of_illness_takes_four_hours_off_and_asks_a_look() -> None:
    ill = absent(AbsenceKind.ILLNESS, date(2025, 1, 1), date(2025, 6, 30))
    found = reduction([ill], 2025, RULE, a.TODAY)
    assert (found.minutes, found.months, found.doubtful) == (240, 6, True)


def test_what_the_texts_leave_open_a_profile_may_answer() -> None:
    half = absent(AbsenceKind.ILLNESS, date(2025, 1, 1), date(2025, 6, 30))
    seven = absent(AbsenceKind.ILLNESS, date(2025, 1, 1), date(2025, 7, 31))
    said = replace(RULE, exactly=Answer.YES, partial=Answer.YES)
    assert reduction([half], 2025, said, a.TODAY) == Reduction(240, 6, doubtful=False)
    assert reduction([seven], 2025, said, a.TODAY) == Reduction(280, 7, doubtful=False)
    denied = replace(RULE, exactly=Answer.NO, partial=Answer.NO)
    assert reduction([half], 2025, denied, a.TODAY) == Reduction()
    assert reduction([seven], 2025, denied, a.TODAY) == Reduction(240, 7, doubtful=False)


@given(
    st.lists(
        st.tuples(st.dates(date(2024, 1, 1), date(2025, 12, 1)), st.integers(1, 400)), max_size=4
    ),
    st.randoms(),
)
def test_the_order_of_absences_does_not_matter(
    spans: list[tuple[date, int]], draw: random.Random
) -> None:
    found = [absent(AbsenceKind.ILLNESS, start, start + timedelta(days=n)) for start, n in spans]
    shuffled = sorted(found, key=lambda _: draw.random())
    assert reduction(found, 2025, RULE, a.TODAY) == reduction(shuffled, 2025, RULE, a.TODAY)


def test_of_two_stretches_on_one_day_only_the_longest_counts_where_they_do_not_add_up() -> None:
    session = a.a_session(minutes=300)
    here = measure([Interval(600, 660), Interval(780, 880)], session, NEVER_ADDED.editions[0])
    assert (here.counted, here.gross) == (100, 160)


@given(st.integers(1, 2000), st.integers(0, 400), st.integers(0, 240), st.integers(1, 240))
def test_lacking_more_never_leaves_more_time(
    missing: int, more: int, taken: int, least: int
) -> None:
    days = {date(2026, 12, 30): taken}
    one = last_safe_day(missing, Room(a.TODAY, date(2026, 12, 31), 240, least, days))
    other = last_safe_day(missing + more, Room(a.TODAY, date(2026, 12, 31), 240, least, days))
    assert (other or a.TODAY) <= (one or a.TODAY)


def test_nine_months_take_six_hours_off_without_a_doubt() -> None:
    ill = absent(AbsenceKind.ILLNESS, date(2025, 1, 1), date(2025, 9, 30))
    found = reduction([ill], 2025, RULE, a.TODAY)
    assert (found.minutes, found.doubtful) == (360, False)


def test_five_months_ill_take_nothing_off_but_five_of_pregnancy_do() -> None:
    span = (date(2025, 1, 1), date(2025, 5, 31))
    assert reduction([absent(AbsenceKind.ILLNESS, *span)], 2025, RULE, a.TODAY).minutes == 0
    found = reduction([absent(AbsenceKind.PREGNANCY, *span)], 2025, RULE, a.TODAY)
    assert (found.minutes, found.doubtful) == (120, True)


def test_an_absence_over_new_year_counts_in_each_year_for_its_own_months() -> None:
    ill = absent(AbsenceKind.ILLNESS, date(2024, 10, 1), date(2025, 6, 30))
    assert reduction([ill], 2024, RULE, a.TODAY).months == 3
    assert reduction([ill], 2025, RULE, a.TODAY).months == 6


@given(st.dates(date(2020, 1, 1), date(2025, 12, 31)), st.integers(1, 900))
def test_a_longer_absence_never_leaves_more_to_do(start: date, days: int) -> None:
    ends = [date.fromordinal(start.toordinal() + n) for n in (days, days + 40)]
    found = [reduction([absent(AbsenceKind.ILLNESS, start, end)], 2025, RULE, a.TODAY).minutes
             for end in ends]  # fmt: skip
    assert found[0] <= found[1]


def test_months_run_from_day_to_day() -> None:
    assert whole_months(date(2025, 1, 1), date(2025, 3, 31)) == 3
    assert whole_months(date(2025, 1, 31), date(2025, 2, 28)) == 1
    assert whole_months(date(2025, 1, 15), date(2025, 2, 13)) == 0


def room(first: date, taken: dict[date, int], least: int = 120) -> Room:
    return Room(first, date(2026, 12, 31), 240, least, taken)


def test_the_last_safe_day_counts_mondays_to_fridays_from_the_end() -> None:
    start = date(2026, 12, 1)
    assert last_safe_day(240, room(start, {})) == date(2026, 12, 31)
    assert last_safe_day(241, room(start, {})) == date(2026, 12, 30)
    assert last_safe_day(720, room(start, {})) == date(2026, 12, 29)
    # 26 and 27 December 2026 are a Saturday and a Sunday.
    assert last_safe_day(1200, room(start, {})) == date(2026, 12, 25)


def test_a_day_that_is_planned_holds_only_what_is_left_of_it() -> None:
    full, half, crumb = ({date(2026, 12, 31): n} for n in (240, 120, 180))
    start = date(2026, 12, 1)
    assert last_safe_day(120, room(start, full)) == date(2026, 12, 30)
    assert last_safe_day(120, room(start, half)) == date(2026, 12, 31)
    assert last_safe_day(60, room(start, crumb)) == date(2026, 12, 30)
    assert last_safe_day(60, room(start, crumb, least=1)) == date(2026, 12, 31)


def test_it_is_too_late_when_the_days_that_are_left_hold_too_little() -> None:
    assert last_safe_day(240, room(date(2026, 12, 31), {})) == date(2026, 12, 31)
    assert last_safe_day(241, room(date(2026, 12, 31), {})) is None


def pictured(minutes: list[int], planned: list[int], away: int = 0) -> YearStanding:
    """Someone whose group met for so long; `away` is how many of the first they missed."""
    practice = a.Practice(5)
    someone = practice.people[0]
    for n, long in enumerate(minutes):
        session = a.a_session(practice.group, date(2026, n + 1, 12), minutes=long)
        practice.add(session)
        for person in practice.people:
            gone = person is someone and n < away
            state = AttendanceState.ABSENT if gone else AttendanceState.PRESENT
            practice.add(a.an_attendance(session, person, state=state))
    for n, long in enumerate(planned):
        practice.plan(date(2026, 11, 3 + n), minutes=long)
    found = Judge(a.profiles(), practice.book()).standing(someone.id, "nova_intervisie", 2026)
    assert found is not None
    return found


def test_the_states_are_those_of_the_pictures() -> None:
    assert pictured([150, 120, 120], [150, 120]).state is StandingState.ON_COURSE
    assert pictured([150, 120, 120], [150, 120], away=2).state is StandingState.SHORT
    assert pictured([150, 120, 120], [150, 120], away=1).state is StandingState.TIGHT
    assert pictured([150, 120], [120]).state is StandingState.TO_PLAN
    assert pictured([150, 150, 120, 120], [], away=1).state is StandingState.SHORT
    assert pictured([150, 150, 120, 120], []).state is StandingState.ACHIEVED


def test_points_are_whole_hours_per_session_and_four_a_year() -> None:
    assert pictured([150, 150], []).points == 4
    assert pictured([150], []).points == 2
    assert pictured([240, 240], []).points == 4


def test_who_joins_late_was_never_absent_before() -> None:
    practice = a.Practice(4)
    practice.meet(date(2026, 2, 12), minutes=240)
    late = a.a_participant("Lot", "Laatkomer")
    practice.add(late, a.a_membership(practice.group, late, period=Period(date(2026, 6, 1), None)))
    practice.plan(date(2026, 11, 12), minutes=240)
    standing = Judge(a.profiles(), practice.book()).standing(late.id, "nova_intervisie", 2026)
    assert standing is not None
    assert (standing.made, standing.planned, standing.sessions) == (0, 240, ())


def test_excused_from_a_planned_session_is_not_planned() -> None:
    practice = a.Practice(4)
    session = practice.plan(date(2026, 11, 12), minutes=240)
    who = practice.people[0]
    practice.add(a.an_attendance(session, who, state=AttendanceState.EXCUSED))
    standing = Judge(a.profiles(), practice.book()).standing(who.id, "nova_intervisie", 2026)
    assert standing is not None
    assert (standing.planned, standing.offered) == (0, 240)
