"""Bijeenkomsten: what the page shows, marks, plans and closes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.billing import notice_at
from intervisie_desktop.domain.findings import Certainty, Severity, Source
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.profiles import Edition, Norm, OnlineCondition
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.guests import GuestsService
from intervisie_desktop.services.themes import theme_groups
from intervisie_desktop.ui.pages.sessions.checks import online_ticks
from intervisie_desktop.ui.pages.sessions.fields import read_spans
from intervisie_desktop.ui.pages.sessions.presenter import SessionsPresenter
from intervisie_desktop.ui.pages.sessions.state import Look
from intervisie_desktop.ui.pages.sessions.tools import Tools
from intervisie_desktop.ui.shell.desk import Destination, Place

TODAY = date(2026, 10, 13)
NOON = datetime(2026, 10, 13, 11, 12)


class Board:
    """Remembers what it was shown and asked."""

    def __init__(self):
        self.look = self.list = self.state = self.sheet = self.new = None
        self.guests = ()
        self.asked_arrival = []
        self.focused = []
        self.printed = []

    def show_look(self, look):
        self.look = look

    def show_list(self, state):
        self.list = state

    def show_session(self, state):
        self.state = state

    def show_sheet(self, sheet):
        self.sheet = sheet

    def show_guests(self, guests):
        self.guests = guests

    def show_new(self, state):
        self.new = state

    def edit_arrival(self, participant_id):
        self.asked_arrival.append(participant_id)

    def focus_roster(self, participant_id, column=""):
        self.focused.append((participant_id, column))

    def focus_field(self, name):
        self.focused.append(name)

    def show_evaluation(self, state):
        self.evaluation = state

    def clear_evaluation(self):
        self.cleared = getattr(self, "cleared", 0) + 1

    def print_paper(self, title, paper):
        self.printed.append((title, paper))

    def row(self, name):
        return next(row for row in self.state.roster if row.name.startswith(name))

    def check(self, key):
        return next(line for line in self.state.checks if line.key == key)


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def tools(services):
    parts = (services.store, services.clock, services.ids)
    return Tools(
        sessions=services.sessions,
        attendance=services.attendance,
        holding=services.holding,
        guests=GuestsService(*parts),
        groups=services.groups,
        practice=services.practice,
        profiles=services.profiles,
        standings=services.compliance,
        calendars=CalendarExportService(services.store, services.clock),
        papers=services.documents,
        methods=services.methods,
        evaluations=services.evaluations,
    )


@pytest.fixture
def presenter(tools, board, desk):
    made = SessionsPresenter(tools, board, desk)
    desk.listeners.append(made.refresh)
    return made


@pytest.fixture
def today(services):
    """The online session of today, still planned."""
    rows = services.sessions.rows(year=2026)
    return next(row for row in rows if row.day == TODAY).id


@pytest.fixture
def planned(presenter, today):
    presenter.open(Destination(Place.SESSIONS, today))
    return today


@pytest.fixture
def running(presenter, planned, desk):
    """The same session, going on at twelve past eleven."""
    desk.at = NOON
    presenter.start()
    return planned


def at(services, session_id, name):
    lines = services.sessions.card(session_id).roster
    return next(x for x in lines if x.name.startswith(name)).attendance


# The list


def test_the_list_shows_the_working_year_with_the_next_session_chosen(presenter, board, today):
    presenter.open(Destination(Place.SESSIONS))
    assert board.look is Look.LIST
    assert board.list.chosen == today
    assert {row.day.year for row in board.list.rows} == {2026}


def test_the_list_is_narrowed_by_state_and_group(presenter, board):
    presenter.open(Destination(Place.SESSIONS))
    presenter.choose_filter("planned")
    assert {row.chip[0] for row in board.list.rows} == {"gepland"}
    group = next(key for key, name in board.list.groups if name == "Familierecht Noord")
    presenter.choose_group(group)
    assert {row.code for row in board.list.rows} == {"FN"}
    presenter.choose_filter("cancelled")
    assert board.list.rows == ()
    assert board.list.empty[0] == "Niets gevonden"


def test_a_session_that_is_gone_gives_way_to_the_list(presenter, board, planned):
    presenter.remove()
    assert board.look is Look.LIST


# Open and start


def test_an_open_session_says_when_it_is_and_which_of_the_year(presenter, board, planned):
    assert board.state.title == "Dinsdag 13 oktober, 10:00–12:30"
    assert board.state.crumb == ("Groepen", "Ochtendgroep Utrecht", "Bijeenkomst 4 van 5")
    assert board.state.chip[0] == "gepland"
    assert board.row("Noor").arrived.expected


def test_starting_marks_everyone_present_but_the_excused(presenter, board, planned, desk):
    desk.at = NOON
    presenter.marking.press("M", board.row("Sanne").id)
    presenter.start()
    assert board.state.chip[0] == "loopt"
    assert {row.name: row.chip[0] for row in board.state.roster}["Sanne Maanlicht"] == "afgemeld"
    assert board.row("Noor").hours == "1,2"
    assert board.row("Noor").left.expected


def test_before_the_start_only_an_excuse_can_be_marked(presenter, board, planned, desk):
    who = board.row("Noor").id
    presenter.marking.press("A", who)
    assert desk.refusals_shown
    presenter.marking.press("M", who)
    assert board.row("Noor").chip[0] == "afgemeld"
    presenter.marking.press("M", who)
    assert board.row("Noor").chip[0] == "verwacht"


# Marking


def test_each_key_marks_the_row(presenter, board, running, services):
    press = presenter.marking.press
    ids = {row.name.split()[0]: row.id for row in board.state.roster}
    press("F", ids["Joris"])
    press("M", ids["Sanne"])
    press("L", ids["Hidde"])
    press("I", ids["Noor"])
    press("R", ids["Noor"])
    assert at(services, running, "Joris").state is AttendanceState.ABSENT
    assert at(services, running, "Sanne").state is AttendanceState.EXCUSED
    assert at(services, running, "Hidde").intervals == (Interval(672, 750),)
    assert at(services, running, "Noor").contribution
    assert at(services, running, "Noor").closed_room
    press("A", ids["Joris"])
    assert at(services, running, "Joris").state is AttendanceState.PRESENT


def test_later_asks_the_time_when_the_session_is_not_going_on(presenter, board, running, desk):
    desk.at = datetime(2026, 10, 13, 16, 0)
    who = board.row("Hidde").id
    presenter.marking.press("L", who)
    assert board.asked_arrival == [who]


def test_on_location_there_is_no_room_to_confirm(presenter, board, running, desk):
    presenter.change("mode", "on_location")
    presenter.marking.press("R", board.row("Noor").id)
    assert desk.told
    assert board.row("Noor").room is None
    assert "room" not in {line.key for line in board.state.checks}


def test_a_departure_before_the_arrival_is_refused(presenter, board, running, desk):
    presenter.marking.set_departure(board.row("Noor").id, 590)
    assert desk.refusals_shown == ["Het vertrek ligt voor de aankomst; kijk de tijden na."]
    assert board.row("Noor").left.text == "12:30"


def test_someone_may_leave_and_come_back(presenter, board, running):
    presenter.marking.put(board.row("Noor").id, "spans", "10:00-11:00, 11:30–12:30")
    row = board.row("Noor")
    assert row.intervals == (Interval(600, 660), Interval(690, 750))
    presenter.marking.set_arrival(row.id, 605)
    presenter.marking.set_departure(row.id, 745)
    assert board.row("Noor").intervals == (Interval(605, 660), Interval(690, 745))


def test_presence_too_short_for_the_profile_is_said_once_it_is_over(
    presenter, board, running, desk
):
    presenter.marking.set_departure(board.row("Noor").id, 690)
    desk.at = datetime(2026, 10, 13, 13, 0)
    presenter.refresh()
    assert board.row("Noor").chip[0] == "korter"
    assert "korter dan 2,0 uur" in board.row("Noor").short


def test_a_theme_is_a_contribution_and_a_remark_on_a_case_is_warned_for(presenter, board, running):
    who = board.row("Noor").id
    presenter.marking.put(who, "theme", "Praktijkvoering")
    presenter.marking.put(who, "remark", "dossier 2026-0123 besproken")
    assert board.row("Noor").contribution
    assert "nooit wat in een groep" in board.row("Noor").remark_advice


# The record


def test_secrecy_is_recorded_now_with_who_is_there(presenter, board, running, services):
    presenter.marking.press("F", board.row("Joris").id)
    presenter.marking.check("secrecy")
    assert board.check("secrecy").done is True
    assert board.check("secrecy").time == 672
    assert not at(services, running, "Joris").confidentiality
    presenter.marking.set_secrecy_time(604)
    assert services.sessions.card(running).session.confidentiality_at == 604
    presenter.marking.press("A", board.row("Joris").id)
    assert board.check("secrecy").done is None
    assert board.check("secrecy").button == "Met allen"
    presenter.marking.set_secrecy_time(None)
    assert board.check("secrecy").done is False


def test_rooms_and_contributions_count_how_far_they_are(presenter, board, running):
    presenter.marking.press("R", board.row("Noor").id)
    assert board.check("room").done is None
    presenter.marking.check("room")
    assert board.check("room").done is True
    presenter.marking.press("I", board.row("Noor").id)
    assert board.check("contribution").detail.startswith("1 van 7")
    presenter.marking.check("contribution")
    assert board.focused[-1][1] == "contribution"
    assert board.focused[-1][0] != board.row("Noor").id


def test_what_the_profile_asks_online_is_one_check_and_set_for_all_at_once(
    presenter, board, running, services
):
    assert board.state.online_ticks == (
        "closed_room", "online_agreed", "identity_checked", "presence_checked"
    )  # fmt: skip
    there = sum(row.there for row in board.state.roster)
    assert board.check("online").button == "Allen bevestigd"
    assert "identiteit vastgesteld" in board.check("online").detail
    presenter.marking.check("online")
    assert board.check("online").detail == f"{there} van {there} bevestigd"
    assert board.check("online").done is True
    assert board.check("room").done is True
    services.undo.undo()
    presenter.refresh()
    assert not board.check("online").done


def test_a_profile_that_asks_for_a_webcam_gets_it_in_the_list():
    source = Source("Casus", certainty=Certainty.SEED)
    asked = tuple(OnlineCondition(tick=t, severity=Severity.ERROR) for t in ("apart", "webcam"))
    edition = Edition(valid=Period(), source=source, online_conditions=Norm(asked, source))
    assert online_ticks(edition) == ("closed_room", "apart", "webcam")
    assert online_ticks(None) == ("closed_room",)


def test_the_duration_is_held_against_the_profile(presenter, board, planned):
    assert board.check("duration").done is True
    presenter.steps.open("move")
    presenter.steps.change("end", 660)
    presenter.steps.confirm()
    assert board.check("duration").done is False
    assert "2 tot 4 uur" in board.check("duration").title


def test_a_field_of_the_record_is_saved_as_it_is_left(presenter, board, planned, services):
    presenter.change("breaks", "11:15-11:30, 12:00-12:05")
    presenter.change("facilitator_id", "")
    presenter.change("mode", "hybrid")
    presenter.change("where", "Zaal 3")
    session = services.sessions.card(planned).session
    assert session.breaks == (Interval(675, 690), Interval(720, 725))
    assert session.facilitator_id is None
    assert (session.mode, session.place) == (Mode.HYBRID, "Zaal 3")
    assert board.state.hybrid
    assert board.state.values["breaks"] == "11:15–11:30, 12:00–12:05"


def test_a_name_of_a_participant_in_the_description_is_warned_for(presenter, board, planned):
    presenter.change("description", "Vraag van Appelvink over werkdruk")
    assert "de naam van een deelnemer" in board.state.advice


def test_a_theme_is_put_behind_the_description(presenter, planned, services):
    presenter.add_theme(theme_groups()[0].themes[0])
    presenter.add_theme("Integriteit")
    assert services.sessions.card(planned).session.description == "Werkdruk en grenzen, integriteit"


@pytest.mark.parametrize("text", ["11", "11:30-11:15", "11:00-25:00", "tien tot elf"])
def test_a_pause_that_cannot_be_read_is_no_pause(text):
    assert read_spans(text) is None


# Steps


def test_afronden_says_what_is_missing_and_each_line_helps(presenter, board, running):
    presenter.main()
    gaps = [line.key for line in board.sheet.lines]
    assert gaps == ["no_confidentiality", "room_not_confirmed", "no_contribution",
                    "no_description", "list_not_signed"]  # fmt: skip
    presenter.steps.line("no_confidentiality")
    presenter.steps.line("room_not_confirmed")
    presenter.steps.line("list_not_signed")
    presenter.steps.line("no_description")
    assert board.focused[-1] == "description"
    assert [line.key for line in board.sheet.lines] == ["no_contribution", "no_description"]


def test_a_closed_session_is_locked_until_it_is_reopened_with_a_reason(
    presenter, board, running, services, desk
):
    presenter.main()
    presenter.main()
    assert services.sessions.card(running).session.state is Stage.CLOSED
    assert board.sheet is None
    assert not board.state.editable
    assert "ligt vast" in board.state.lock
    presenter.marking.press("F", board.row("Noor").id)
    assert desk.refused[-1].code == "session_closed"
    presenter.main()
    assert desk.visited[-1] == Destination(Place.CERTIFICATES, running, part="session")
    presenter.reopen()
    assert services.sessions.card(running).session.reopened_because == desk.reason


def test_closing_waits_for_who_is_only_expected(presenter, board, running, services, desk):
    presenter.marking.forget(board.row("Noor").id)
    presenter.steps.open("close")
    assert board.sheet.lines[0].token == "fout"
    presenter.steps.line("attendance_open")
    assert board.focused[-1] == (board.row("Noor").id, "")
    presenter.steps.confirm()
    assert desk.refused[-1].code == "attendance_open"


def test_cancelling_says_who_falls_short_and_wants_a_reason(
    presenter, board, planned, services, desk
):
    presenter.steps.open("cancel")
    assert "Vier komen daardoor uren tekort" in board.sheet.text
    short = [line for line in board.sheet.lines if line.token == "fout"]
    assert "Sanne Maanlicht komt tekort" in [line.text for line in short]
    assert "2,5 uur minder, komt op 6,0 van 8,0 uur" in [line.side for line in short]
    presenter.steps.confirm()
    assert desk.refused[-1].code == "reason_missing"
    presenter.steps.change("reason", "Griep")
    presenter.steps.confirm()
    assert services.sessions.card(planned).session.state is Stage.CANCELLED
    assert board.state.lock.endswith("Griep")
    presenter.main()
    assert services.sessions.card(planned).session.state is Stage.PLANNED


def test_a_client_who_cancels_pays_from_the_moment_of_the_notice(
    presenter, board, planned, services
):
    presenter.steps.open("cancel")
    assert board.sheet.values["notice_day"] == TODAY
    for name, value in (("reason", "Verhinderd"), ("by_client", True),
                        ("notice_day", date(2026, 10, 1)), ("notice_time", 570)):  # fmt: skip
        presenter.steps.change(name, value)
    presenter.steps.confirm()
    session = services.sessions.card(planned).session
    assert session.cancelled_by_client
    assert session.cancelled_at == notice_at(date(2026, 10, 1), 570)


def test_when_someone_gave_notice_can_be_filled_in_afterwards(
    presenter, board, planned, services, desk
):
    person = board.state.roster[0].id
    presenter.marking.press("M", person)
    row = next(row for row in board.state.roster if row.id == person)
    assert row.excused
    desk.values = {"day": date(2026, 9, 28), "time": 615}
    presenter.marking.notice(person)
    line = next(x for x in services.sessions.card(planned).roster if x.participant_id == person)
    assert line.attendance.notified_at == notice_at(date(2026, 9, 28), 615)
    desk.values = {}
    presenter.marking.notice(person)
    assert desk.asked[-1].values == {"day": date(2026, 9, 28), "time": 615}


def test_moving_shows_what_is_in_the_way_first(presenter, board, planned, services):
    presenter.steps.open("move")
    presenter.steps.change("day", date(2026, 10, 20))
    assert any("Toezichthouders Zorg" in line.text for line in board.sheet.lines)
    presenter.steps.change("start", 840)
    presenter.steps.change("end", 990)
    presenter.steps.confirm()
    session = services.sessions.card(planned).session
    assert (session.day, session.start, session.end) == (date(2026, 10, 20), 840, 990)
    assert board.sheet is None


def test_a_duplicate_is_opened(presenter, board, planned, services, desk):
    presenter.steps.open("duplicate")
    presenter.steps.confirm()
    assert desk.refusals_shown
    presenter.steps.change("day", date(2026, 12, 8))
    presenter.steps.confirm()
    made = services.sessions.card(desk.visited[-1].id).session
    assert (made.day, made.start, made.state) == (date(2026, 12, 8), 600, Stage.PLANNED)


def test_a_guest_from_another_group_is_there_and_can_be_taken_off(presenter, board, running):
    presenter.steps.open("guest")
    guest = next(g for g in board.guests if g.groups == "Familierecht Noord")
    presenter.steps.confirm(guest.id)
    added = next(row for row in board.state.roster if row.id == guest.id)
    assert (added.guest, added.role, added.chip[0]) == (True, "gast", "aanwezig")
    assert guest.id not in {g.id for g in board.guests}
    presenter.remove_guest(guest.id)
    assert guest.id not in {row.id for row in board.state.roster}


def test_who_has_to_catch_up_comes_first_among_the_guests(presenter, board, planned):
    presenter.steps.open("guest")
    assert board.guests[0].need == ("1,5 nodig", "fout", "octagon-x")
    assert [bool(guest.need[0]) for guest in board.guests] == sorted(
        (bool(guest.need[0]) for guest in board.guests), reverse=True
    )


def test_moving_and_cancelling_can_be_tried_first(presenter, board, planned, desk):
    presenter.steps.open("move")
    presenter.steps.change("day", date(2026, 11, 3))
    presenter.steps.line("try")
    presenter.steps.open("cancel")
    presenter.steps.line("try")
    parts = [visited.part for visited in desk.visited if visited.place is Place.WHAT_IF]
    assert parts == ["move:2026-11-03:600", "cancel"]


def test_a_guest_who_was_announced_is_there_when_it_starts(presenter, board, planned, services):
    presenter.steps.open("guest")
    guest = board.guests[0]
    presenter.steps.confirm(guest.id)
    assert next(r for r in board.state.roster if r.id == guest.id).chip[0] == "verwacht"
    presenter.start()
    assert next(r for r in board.state.roster if r.id == guest.id).there


def test_a_member_is_never_taken_off_as_a_guest(presenter, board, running, desk):
    presenter.remove_guest(board.row("Noor").id)
    assert desk.refused[-1].code == "guest_is_member"


def test_every_act_on_a_guest_can_be_undone(presenter, board, running, services):
    before = board.state.roster
    presenter.steps.open("guest")
    presenter.steps.confirm(board.guests[0].id)
    services.undo.undo()
    presenter.refresh()
    assert board.state.roster == before


# A new one


def test_a_new_session_takes_the_habits_of_its_group(presenter, board, planned, services, desk):
    group = services.sessions.card(planned).group
    presenter.open(Destination(Place.SESSIONS, group.id, part="new"))
    assert board.look is Look.NEW
    assert board.new.values["where"] == group.link
    assert board.new.where_label == "Link"
    presenter.planning.save()
    assert desk.refusals_shown
    presenter.planning.change("day", date(2026, 12, 25))
    assert any("kerstdag" in line.text.lower() for line in board.new.conflicts)
    presenter.planning.change("day", date(2026, 12, 8))
    presenter.planning.save()
    made = services.sessions.card(desk.visited[-1].id).session
    assert (made.group_id, made.day, made.link) == (group.id, date(2026, 12, 8), group.link)


def test_another_group_brings_its_own_place(presenter, board, services):
    presenter.open(Destination(Place.SESSIONS, part="new"))
    group = next(key for key, name in board.new.groups if name == "Familierecht Noord")
    presenter.planning.change("group_id", group)
    assert board.new.values["where"] == "Zaal De Linde, Voorbeeldrecht"
    assert board.new.where_label == "Plaats"


# Papers


def test_the_list_to_sign_is_a_pdf_before_and_after(presenter, board, running):
    presenter.print_list(filled=False)
    presenter.print_list(filled=True)
    (_, blank), (title, filled) = board.printed
    assert title == "Presentielijst"
    assert blank.startswith(b"%PDF")
    assert filled.startswith(b"%PDF")
    assert blank != filled


def test_the_papers_of_the_session_are_a_page_of_their_own(presenter, desk, running):
    presenter.to_papers()
    assert desk.visited[-1] == Destination(Place.PAPERS, running, part="session")


def test_the_calendar_file_is_written_where_the_user_wants(presenter, planned, desk, tmp_path):
    desk.path = tmp_path / "afspraak.ics"
    presenter.export_calendar()
    assert b"BEGIN:VEVENT" in desk.path.read_bytes()
    assert desk.asked[-1].name.endswith(".ics")


def test_the_paper_of_one_person_is_one_step_away(presenter, board, running, desk):
    who = board.row("Noor").id
    presenter.to_certificate(who)
    assert desk.visited[-1] == Destination(Place.CERTIFICATES, f"{running}/{who}", part="person")


FORM = {"learning": "4", "safety": "5", "action": "J", "depth": ""}


class TestEvaluating:
    def test_there_is_no_card_before_the_session_was_held(self, presenter, board, planned):
        presenter.open(Destination(Place.SESSIONS, planned))
        assert board.evaluation is None

    def test_figures_come_with_the_third_form(self, presenter, board, running):
        assert board.evaluation.forms == "nog geen formulieren"
        for _ in range(3):
            assert not board.evaluation.can_print
            presenter.evaluating.add(FORM)
        shown = {line.key: line.figure for line in board.evaluation.lines}
        assert (shown["learning"], shown["action"], shown["depth"]) == ("4,0", "100% ja", "–")
        assert board.evaluation.forms == "3 formulieren"
        presenter.evaluating.print()
        ((_, paper),) = board.printed
        assert paper.startswith(b"%PDF")

    def test_the_form_that_came_in_last_goes_out_first(self, presenter, services, running):
        for digit in "123":
            presenter.evaluating.add({"learning": digit})
        presenter.evaluating.remove_last()
        forms = services.evaluations.sheet(running).forms
        assert [form.scores["learning"] for form in forms] == [1, 2]

    def test_an_empty_form_is_not_taken_in(self, presenter, desk, running):
        presenter.evaluating.add({"learning": ""})
        assert [refusal.code for refusal in desk.refused] == ["evaluation_empty"]
