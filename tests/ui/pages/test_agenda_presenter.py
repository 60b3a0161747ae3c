"""The page Agenda without a window: days, making, moving, series, calendars in and out."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.ui.pages.agenda.layout import side_by_side
from intervisie_desktop.ui.pages.agenda.presenter import AgendaPresenter, Tools
from intervisie_desktop.ui.pages.agenda.state import BandTone, Entry, EntryKind
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui.agenda_house import TUESDAY, Taken, agenda_house
from tests.ui.desk_double import PlainDesk

DATA = Path(__file__).parents[2] / "fixtures" / "data"
WEDNESDAY = date(2026, 10, 21)


class PlainView:
    def __init__(self):
        self.states = []
        self.chosen = []
        self.focus = []

    def show_state(self, state):
        self.states.append(state)

    def choose(self, session_id):
        self.chosen.append(session_id)

    def focus_panel(self):
        self.focus.append("panel")

    def focus_calendar(self):
        self.focus.append("calendar")


class Opened:
    def __init__(self, house):
        services = house.services
        self.house, self.view, self.desk = house, PlainView(), PlainDesk()
        tools = Tools(
            services.agenda,
            services.sessions,
            services.groups,
            services.importing,
            CalendarExportService(services.store, services.clock),
        )
        self.presenter = AgendaPresenter(tools, self.view, self.desk)
        self.desk.listeners.append(self.presenter.refresh)
        self.presenter.refresh()

    @property
    def state(self):
        return self.view.states[-1]

    def entry(self, key):
        return next(e for e in self.state.calendar.entries if e.key == key)


@pytest.fixture
def opened(tmp_path):
    with agenda_house(tmp_path) as house:
        yield Opened(house)


def test_it_opens_on_the_week_of_today(opened):
    assert opened.state.title == "12–18 oktober"
    assert opened.state.empty == "Deze week is vrij"
    assert opened.state.strip.year == 2026


@pytest.mark.parametrize(
    ("span", "titles"),
    [
        ("day", ["Wo 14 oktober", "Di 13 oktober"]),
        ("week", ["19–25 oktober", "12–18 oktober"]),
        ("month", ["November 2026", "Oktober 2026"]),
        ("year", ["2027", "2026"]),
    ],
)
def test_one_steps_ahead_and_back_in_every_span(opened, span, titles):
    opened.presenter.show_span(span)
    opened.presenter.step(1)
    assert opened.state.title == titles[0]
    opened.presenter.step(-1)
    assert opened.state.title == titles[1]


def test_a_month_later_than_the_31st_is_the_last_day(opened):
    opened.presenter.show_day(date(2027, 1, 31), "month")
    opened.presenter.step(1)
    assert opened.state.calendar.anchor == date(2027, 2, 28)


def test_vandaag_brings_today_back(opened):
    opened.presenter.show_day(date(2028, 2, 1))
    assert opened.state.title == "31 jan – 6 feb 2028"
    opened.presenter.to_today()
    assert opened.state.title == "12–18 oktober"


def test_the_week_of_the_clock_change_keeps_its_wall_times(opened):
    opened.house.services.agenda.fill_school_holidays()
    key = opened.house.session(opened.house.care, date(2026, 10, 25), 90, 210)
    opened.presenter.show_day(date(2026, 10, 25))
    bands = {band.words: band.tone for band in opened.state.calendar.bands}
    assert bands["wintertijd"] is BandTone.CLOCK
    assert bands["Herfstvakantie Midden, t/m zondag 25 oktober"] is BandTone.SCHOOL
    assert (opened.entry(key).start, opened.entry(key).end) == (90, 210)
    opened.presenter.show_day(date(2026, 3, 29))
    assert "zomertijd" in {band.words for band in opened.state.calendar.bands}


def test_an_entry_says_all_of_itself(opened):
    key = opened.house.session(opened.house.care)
    opened.presenter.show_day(TUESDAY)
    assert opened.entry(key).spoken == (
        "Toezichthouders Zorg, dinsdag 20 oktober, 09:30 tot 12:30, Zaal De Linde, gepland"
    )
    week = next(w for w in opened.state.strip.weeks if w.monday == date(2026, 10, 19))
    assert week.spoken == "week 43, 19–25 oktober, Toezichthouders Zorg gepland"


def test_what_overlaps_stands_side_by_side(opened):
    first = opened.house.session(opened.house.care)
    second = opened.house.session(opened.house.crime, TUESDAY, 600, 720)
    later = opened.house.session(opened.house.crime, TUESDAY, 800, 900)
    opened.presenter.show_day(TUESDAY)
    assert [(opened.entry(k).lane, opened.entry(k).lanes) for k in (first, second, later)] == [
        (0, 2),
        (1, 2),
        (0, 1),
    ]


def test_moving_into_a_busy_time_says_so_and_can_be_undone(opened):
    key = opened.house.session(opened.house.care)
    opened.house.busy(Taken(datetime(2026, 10, 21, 8, 30), datetime(2026, 10, 21, 12, 30)))
    opened.presenter.show_day(TUESDAY)
    opened.presenter.move_by(key, 1, 15)
    moved = opened.house.stored(key)
    assert (moved.day, moved.start, moved.end) == (WEDNESDAY, 585, 765)
    assert opened.state.notice.text == "Toezichthouders Zorg: Bezet, 08:30–12:30 (prive.ics)."
    assert opened.state.notice.severity is Severity.WARNING
    assert opened.view.chosen == [key]
    opened.desk.perform(opened.house.services.undo.undo)
    assert opened.house.stored(key).day == TUESDAY
    assert opened.state.notice.text == ""


def test_moving_to_a_clean_place_takes_the_notice_away(opened):
    key = opened.house.session(opened.house.care)
    other = opened.house.session(opened.house.crime, WEDNESDAY)
    opened.presenter.show_day(TUESDAY)
    opened.presenter.move(key, WEDNESDAY, 600)
    assert opened.state.notice.text == (
        "Toezichthouders Zorg: Overlapt Strafrecht Midden, 09:30–12:30. "
        "Noor Appelvink is dan bij Strafrecht Midden."
    )
    opened.presenter.move(other, date(2026, 10, 28), 570)
    assert opened.state.notice.text == ""
    assert opened.state.title == "26 okt – 1 nov"


def test_a_session_never_leaves_its_day_by_minutes(opened):
    key = opened.house.session(opened.house.care, start=1320, end=1425)
    opened.presenter.move_by(key, 0, 60)
    assert opened.house.stored(key).end == 24 * 60
    opened.presenter.lengthen_by(key, -600)
    stored = opened.house.stored(key)
    assert stored.minutes == 15


def test_a_cancelled_session_does_not_move(opened):
    key = opened.house.session(opened.house.care)
    opened.house.services.holding.cancel(key, "te weinig deelnemers")
    opened.presenter.move(key, WEDNESDAY, 600)
    assert [refusal.code for refusal in opened.desk.refused] == ["session_cancelled"]
    assert opened.house.stored(key).day == TUESDAY


def test_making_takes_what_the_group_usually_does(opened):
    opened.presenter.open(Destination(Place.AGENDA, opened.house.crime.id, "new"))
    values = opened.state.making.values
    assert values["group"] == opened.house.crime.id
    assert values["place"] == "Zaal De Linde"
    assert opened.view.focus == ["panel"]
    opened.presenter.change("day", TUESDAY)
    opened.presenter.change("start", 780)
    opened.presenter.plan()
    assert opened.state.making is None
    assert opened.state.title == "19–25 oktober"
    (entry,) = opened.state.calendar.entries
    assert (entry.title, entry.start, entry.end) == ("Strafrecht Midden", 780, 900)


def test_making_shows_what_is_in_the_way_while_it_is_made(opened):
    opened.house.session(opened.house.care)
    opened.presenter.make(TUESDAY, 600, 720, opened.house.crime.id)
    said = [line.text for line in opened.state.making.conflicts]
    assert said[0] == "Overlapt Toezichthouders Zorg, 09:30–12:30."
    opened.presenter.change("start", 840)
    assert opened.state.making.conflicts == ()
    assert opened.state.making.clear == "Niets staat in de weg."


def _series(opened, text="elke week op dinsdag, 3 keer"):
    opened.house.session(opened.house.care, date(2026, 10, 27))
    opened.presenter.make(TUESDAY, 570, 690, opened.house.crime.id)
    making = opened.presenter.making
    opened.presenter.change_series(lambda: making.set_series(True))
    opened.presenter.change_series(lambda: making.set_text(text))
    return making


def test_a_series_is_shown_as_real_dates_with_the_first_free_day(opened):
    _series(opened)
    state = opened.state.making
    assert state.echo == "elke week op dinsdag, 3 keer"
    assert [(line.day, line.ticked) for line in state.lines] == [
        (TUESDAY, True),
        (date(2026, 10, 28), True),
        (date(2026, 11, 3), True),
    ]
    assert state.lines[1].note.startswith("In plaats van di 27 okt. Overlapt Toezichthouders Zorg")
    assert state.button == "3 bijeenkomsten inplannen"


@pytest.mark.parametrize(
    ("policy", "days"),
    [
        ("first_free", [20, 28, 3]),
        ("anyway", [20, 27, 3]),
        ("skip", [20, 3]),
    ],
)
def test_a_policy_decides_about_taken_dates_and_planning_is_one_step(opened, policy, days):
    making = _series(opened)
    opened.presenter.change_series(lambda: making.set_policy(policy))
    opened.presenter.plan()
    rows = opened.house.services.sessions.rows(group_id=opened.house.crime.id)
    assert [row.day.day for row in rows] == days
    opened.house.services.undo.undo()
    assert opened.house.services.sessions.rows(group_id=opened.house.crime.id) == ()


def test_a_date_can_be_left_out_of_a_series(opened):
    making = _series(opened)
    opened.presenter.change_series(lambda: making.tick("2026-10-27", False))
    assert opened.state.making.button == "2 bijeenkomsten inplannen"
    for key in ("2026-10-20", "2026-11-03"):
        making.tick(key, False)
    opened.presenter.plan()
    assert opened.desk.refusals_shown == ["Vink minstens één datum aan."]


def test_a_series_that_cannot_be_read_says_how_it_can(opened):
    _series(opened, "zo nu en dan")
    assert opened.state.making.lines == ()
    assert "elke 2e dinsdag, 4 keer" in opened.state.making.problem


def test_busy_times_come_in_after_a_preview_and_can_be_forgotten(opened):
    opened.desk.path = DATA / "agenda-extern.ics"
    opened.presenter.bring_in()
    shown = opened.state.importing
    assert shown.title == "agenda-extern.ics"
    assert shown.lines[0] == "52 bezette tijden, 6 jan 2026 t/m 29 dec 2026."
    assert opened.house.services.agenda.busy_sources() == ()
    opened.presenter.bringing.apply()
    (source,) = opened.state.importing.sources
    assert source.words == "52 bezette tijden, 6 jan 2026 t/m 29 dec 2026"
    opened.presenter.bringing.forget(source.name)
    assert opened.state.importing.sources == ()


def test_a_file_that_is_no_calendar_is_refused(opened):
    opened.desk.path = DATA / "contacten.vcf"
    opened.presenter.bring_in()
    assert [refusal.code for refusal in opened.desk.refused] == ["import_kind"]


def test_calendar_files_go_where_the_user_wants(opened, tmp_path):
    key = opened.house.session(opened.house.care)
    opened.desk.path = tmp_path / "uit.ics"
    opened.presenter.export_session(key)
    assert opened.desk.asked[-1].name == "Toezichthouders Zorg 2026-10-20.ics"
    assert opened.desk.path.read_bytes().count(b"BEGIN:VEVENT") == 1
    opened.house.session(opened.house.care, date(2026, 11, 3))
    opened.house.session(opened.house.crime, date(2026, 11, 4))
    opened.presenter.export_group(opened.house.care.id)
    assert opened.desk.path.read_bytes().count(b"BEGIN:VEVENT") == 2
    opened.presenter.export_everything()
    assert opened.desk.path.read_bytes().count(b"BEGIN:VEVENT") == 3
    assert opened.desk.told[-1] == "Bewaard als uit.ics."


def test_cancelling_is_done_on_the_page_of_the_session(opened):
    opened.presenter.cancel("s1")
    assert opened.desk.visited == [Destination(Place.SESSIONS, "s1", "cancel")]


def test_a_destination_may_be_a_day_or_a_session(opened):
    key = opened.house.session(opened.house.care, date(2027, 2, 2))
    opened.presenter.open(Destination(Place.AGENDA, "2026-12-25"))
    assert opened.state.title == "21–27 december"
    opened.presenter.open(Destination(Place.AGENDA, key))
    assert opened.state.title == "1–7 februari 2027"
    assert opened.view.chosen == [key]


def test_busy_times_are_cut_at_midnight_and_whole_days_become_bands(opened):
    opened.house.busy(
        Taken(datetime(2026, 10, 20, 22, 0), datetime(2026, 10, 21, 1, 30)),
        Taken(datetime(2026, 10, 22), datetime(2026, 10, 24), all_day=True),
    )
    opened.presenter.show_day(TUESDAY)
    assert [(e.day.day, e.start, e.end) for e in opened.state.calendar.entries] == [
        (20, 1320, 1440),
        (21, 0, 90),
    ]
    (band,) = [b for b in opened.state.calendar.bands if b.tone is BandTone.BUSY]
    assert (band.first.day, band.last.day) == (22, 23)


TIMES = st.tuples(st.integers(0, 1400), st.integers(1, 400))


@given(st.lists(TIMES, max_size=25))
def test_entries_in_one_lane_never_overlap(times):
    entries = [
        Entry(
            key=str(n),
            kind=EntryKind.SESSION,
            day=TUESDAY,
            start=start,
            end=min(1440, start + length),
            title="",
            spoken="",
        )
        for n, (start, length) in enumerate(times)
    ]
    placed = side_by_side(entries)
    assert {e.key for e in placed} == {e.key for e in entries}
    for one in placed:
        assert one.lane < one.lanes
        for other in placed:
            together = one.start < other.end and other.start < one.end
            if one.key != other.key and together:
                assert (one.lane, one.lanes) != (other.lane, other.lanes)
