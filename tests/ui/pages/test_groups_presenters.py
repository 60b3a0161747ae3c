"""What the page Groepen shows and does, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.groups import MemberRole
from intervisie_desktop.domain.people import Absence, AbsenceKind
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.ui.pages.groups.attending import AttendingPresenter, judged_of
from intervisie_desktop.ui.pages.groups.joining import NEW, SKIP, MembersPresenter
from intervisie_desktop.ui.pages.groups.matrix import CellKind, Show
from intervisie_desktop.ui.pages.groups.papers import PaperServices, PapersPresenter
from intervisie_desktop.ui.pages.groups.presenter import GroupServices, GroupsPresenter
from intervisie_desktop.ui.pages.groups.sittings import session_lines
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui.desk_double import PlainDesk


@dataclass
class Seen:
    """A view that remembers what it was shown last."""

    state: Any = None
    current: Any = None
    overview: Any = None
    parts: list[str] = field(default_factory=list)
    proposals: tuple[Any, ...] = ()
    composition: Any = None
    focused: list[str] = field(default_factory=list)

    def show_state(self, state):
        self.state = state

    def show_composition(self, state):
        self.composition = state

    def show_current(self, current):
        self.current = current

    def show_overview(self, overview):
        self.overview = overview

    def show_part(self, part, year):
        self.parts.append(part)

    def show_proposals(self, proposals):
        self.proposals = proposals

    def document_count(self, group_id):
        return 1

    def clear_typed(self):
        self.focused.append("cleared")

    def focus_arrival(self):
        self.focused.append("arrival")

    def focus_matrix(self):
        self.focused.append("matrix")

    def focus_name(self):
        self.focused.append("name")


@dataclass
class Printed:
    papers: list[bytes] = field(default_factory=list)

    def __call__(self, title, make):
        self.papers.append(make())


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def utrecht(services):
    return next(row for row in services.groups.rows() if row.code == "OU")


@pytest.fixture
def page(services, seen, desk):
    made = GroupsPresenter(
        GroupServices(
            services.groups,
            services.clients,
            services.practice,
            services.profiles,
            services.compliance,
            services.sessions,
            CalendarExportService(services.store, services.clock),
            services.methods,
        ),
        seen,
        desk,
    )
    desk.listeners.append(made.refresh)
    return made


@pytest.fixture
def printed():
    return Printed()


@pytest.fixture
def matrix(services, seen, desk, utrecht, printed):
    made = AttendingPresenter(
        services.attendance,
        services.holding,
        services.compliance,
        services.documents,
        seen,
        desk,
        printed,
    )

    def again():
        made.show(services.groups.year(utrecht.id, 2026))

    desk.listeners.append(again)
    again()
    return made


def cell(seen, name, day):
    shown = seen.state.matrix
    row = [p.name for p in shown.people].index(name)
    column = [c.day for c in shown.columns].index(day)
    return shown.columns[column].id, shown.people[row].id, shown.cells[row][column]


def select(matrix, seen, name, day):
    session, person, found = cell(seen, name, day)
    matrix.select(session, person)
    return found


class TestMatrix:
    def test_the_year_of_the_picture(self, matrix, seen):
        shown = seen.state.matrix
        lines = {p.name: (p.now, p.forecast, p.word) for p in shown.people}
        assert lines["Noor Appelvink"] == ("6,5", "11,0", "op koers")
        assert lines["Femke Zonnedauw"] == ("2,5", "7,0", "tekort 1,0")
        assert lines["Sanne Maanlicht"] == ("4,0", "8,5", "krap")
        assert [n for n, _ in seen.state.numbers] == ["5 van 7", "5,3 uur", "4,5 uur", "6 van 7"]
        assert [c.word for c in shown.columns] == ["gereed"] * 3 + ["vandaag", "gepland"]

    def test_too_short_a_stay_is_said_with_its_reason(self, matrix, seen):
        found = select(matrix, seen, "Hidde Zeewind", "do 16 apr")
        assert found.kind is CellKind.NOT_COUNTED
        assert found.spoken.startswith("Hidde Zeewind, donderdag 16 april, 1,6 uur, telt niet mee")
        assert "Korter dan 2 uur aaneengesloten" in seen.current.message
        assert seen.current.chip[0] == "telt niet mee"

    def test_the_checks_below(self, matrix, seen):
        checks = {row.label: [c.text for c in row.cells] for row in seen.state.matrix.checks}
        assert checks["Aantal, 3 tot 10"] == ["6", "6", "6", "7", "6"]
        assert checks["Geheimhouding vooraf"] == ["ja", "ja", "leeg", "open", "open"]
        assert checks["Afgesloten ruimte"] == ["6/6", "6/6", "4/6", "open", "open"]

    def test_who_joins_late_was_never_absent_before(self, matrix, seen, services, utrecht):
        others = {m.id for m in services.groups.card(utrecht.id).members}
        late = next(row for row in services.people.rows() if row.id not in others)
        services.groups.join(utrecht.id, (late.id,), date(2026, 10, 1))
        matrix.show(services.groups.year(utrecht.id, 2026))
        row = [p.id for p in seen.state.matrix.people].index(late.id)
        kinds = [c.kind for c in seen.state.matrix.cells[row]]
        assert kinds == [CellKind.NONE] * 3 + [CellKind.PLANNED] * 2

    def test_times_and_contributions_show_in_the_same_cells(self, matrix, seen):
        matrix.show_as(Show.TIMES)
        assert cell(seen, "Hidde Zeewind", "do 16 apr")[2].text == "10:00–11:36"
        matrix.show_as(Show.CONTRIBUTION)
        select(matrix, seen, "Hidde Zeewind", "do 16 apr")
        assert seen.current.chip[0] == "telt niet mee"
        assert {c.text for row in seen.state.matrix.cells for c in row} >= {"ja", "nee"}

    def test_the_copy_is_tab_separated(self, matrix, desk):
        matrix.copy()
        lines = desk.copied[0].splitlines()
        assert len({line.count("\t") for line in lines[:8]}) == 1
        assert lines[1].split("\t")[:2] == ["Noor Appelvink", "2,5"]
        assert desk.told


class TestMarking:
    def test_a_closed_record_says_no_until_it_is_reopened(self, matrix, seen, desk, services):
        select(matrix, seen, "Hidde Zeewind", "do 16 apr")
        matrix.press("A")
        assert [r.code for r in desk.refused] == ["session_closed"]
        assert seen.current.state == "closed"
        matrix.reopen()
        assert seen.current.state == "open"
        matrix.set_times(600, 720)
        assert cell(seen, "Hidde Zeewind", "do 16 apr")[2].kind is CellKind.PRESENT
        assert next(p for p in seen.state.matrix.people if p.name == "Hidde Zeewind").now == "6,5"

    def test_times_that_were_taken_over_are_said_to_be(self, matrix, seen, services):
        session, person, _ = cell(seen, "Noor Appelvink", "do 16 apr")
        matrix.select(session, person)
        assert "overgenomen" not in seen.current.when
        with services.store.work("imported") as work:
            (found,) = work.attendances.where(session_id=session, participant_id=person)
            work.attendances.save(replace(found, taken_over=True))
        matrix.show(services.groups.year(services.sessions.card(session).group.id, 2026))
        assert seen.current.when.endswith(" · overgenomen")

    def test_every_letter_acts_on_the_current_cell(self, matrix, seen, services):
        session, person, _ = cell(seen, "Noor Appelvink", "di 13 okt")
        services.holding.hold(session)
        matrix.show(services.groups.year(services.sessions.card(session).group.id, 2026))
        matrix.select(session, person)

        def stored():
            lines = services.sessions.card(session).roster
            return next(x.attendance for x in lines if x.participant_id == person)

        matrix.press("F")
        assert stored().state is AttendanceState.ABSENT
        matrix.press("M")
        assert stored().state is AttendanceState.EXCUSED
        matrix.press("A")
        assert stored().state is AttendanceState.PRESENT
        matrix.press("I")
        matrix.press("R")
        assert stored().contribution
        assert stored().closed_room
        matrix.press("L")
        assert seen.focused == ["arrival"]
        matrix.set_arrival(620)
        assert stored().intervals == (Interval(620, 750),)

    def test_who_is_expected_can_only_be_excused(self, matrix, seen, desk):
        select(matrix, seen, "Noor Appelvink", "di 24 nov")
        matrix.press("A")
        assert [r.code for r in desk.refused] == ["session_not_held"]
        matrix.press("M")
        assert cell(seen, "Noor Appelvink", "di 24 nov")[2].text == "afgem."

    def test_leaving_before_coming_is_refused_in_a_sentence(self, matrix, seen, desk):
        select(matrix, seen, "Hidde Zeewind", "do 16 apr")
        matrix.set_times(700, 650)
        assert desk.refusals_shown

    def test_the_list_is_blank_before_and_filled_after(self, matrix, seen, printed):
        matrix.print_list()
        select(matrix, seen, "Hidde Zeewind", "do 16 apr")
        matrix.print_list()
        assert [paper[:5] for paper in printed.papers] == [b"%PDF-"] * 2
        assert printed.papers[0] != printed.papers[1]


class TestGroups:
    def test_the_list_says_how_every_year_stands(self, page, seen):
        page.refresh()
        words = {line.code: (line.when, line.word) for line in seen.state.lines}
        assert words["OU"] == ("vandaag", "1 tekort")
        assert words["AO"] == ("afgerond", "1 tekort")
        assert words["FN"][1] == "te plannen"

    def test_a_new_group_can_be_named_at_once_and_undone(self, page, seen, services):
        page.add()
        assert seen.focused == ["name"]
        page.change("name", "Avondgroep Zwolle")
        assert seen.state.head.title == "Avondgroep Zwolle"
        services.undo.undo()
        services.undo.undo()
        page.refresh()
        assert "Avondgroep Zwolle" not in [line.name for line in seen.state.lines]

    def test_the_size_stands_against_the_profile(self, page, seen, utrecht):
        page.open(Destination(Place.GROUPS, utrecht.id, "overview"))
        assert seen.overview.size == ("7 van 3–10", "ok", "circle-check")
        page.change("profile", "vrij")
        assert seen.overview.values["profile"] == "vrij"
        assert seen.overview.values["also"] == ("nova_intervisie",)

    def test_a_group_with_plans_stays_out_of_the_archive(self, page, desk, utrecht):
        page.open(Destination(Place.GROUPS, utrecht.id))
        page.toggle_archived()
        assert [r.code for r in desk.refused] == ["group_has_plans"]

    def test_the_calendar_of_the_year_becomes_a_file(self, page, desk, utrecht, tmp_path):
        desk.path = tmp_path / "groep.ics"
        page.open(Destination(Place.GROUPS, utrecht.id))
        page.export_calendar()
        assert desk.path.read_bytes().count(b"BEGIN:VEVENT") == 5
        assert desk.told == ["5 bijeenkomsten opgeslagen in groep.ics."]

    def test_a_session_is_planned_in_the_agenda(self, page, desk, utrecht):
        page.open(Destination(Place.GROUPS, utrecht.id))
        page.plan()
        assert desk.visited == [Destination(Place.AGENDA, utrecht.id, "new", 2026)]


class TestForecast:
    def overview(self, page, seen, utrecht):
        page.open(Destination(Place.GROUPS, utrecht.id, "overview"))
        return seen.overview

    def test_everyone_is_shown_with_what_is_made_planned_and_due(self, page, seen, utrecht):
        lines = {line.name: line for line in self.overview(page, seen, utrecht).forecast}
        femke = lines["Femke Zonnedauw"]
        assert (femke.made, femke.planned, femke.forecast, femke.target) == (
            "2,5", "4,5", "7,0", "8,0",
        )  # fmt: skip
        assert (femke.chip[0], femke.remark) == ("tekort", "uiterlijk 31 dec inhalen")

    def test_the_reason_of_another_target_is_said(self, page, seen, utrecht, services):
        member = services.groups.card(utrecht.id).members[0]
        period = Period(date(2026, 1, 1), date(2026, 9, 30))
        away = Absence(id="", participant_id=member.id, kind=AbsenceKind.ILLNESS, period=period)
        services.people.put(away)
        lines = {line.name: line for line in self.overview(page, seen, utrecht).forecast}
        assert lines[member.name].target == "2,0"
        assert lines[member.name].remark == "6,0 minder na 9 maanden uitval"

    def test_what_coming_after_all_would_make_is_said(self, page, seen, utrecht, services):
        femke = next(m for m in services.groups.card(utrecht.id).members if "Femke" in m.name)
        rows = services.sessions.rows(group_id=utrecht.id)
        last = [row for row in rows if row.state.value == "planned"][-1]
        services.attendance.mark_excused(last.id, femke.id)
        lines = {line.name: line for line in self.overview(page, seen, utrecht).forecast}
        assert lines[femke.name].forecast == "5,0"
        assert lines[femke.name].remark.endswith("in deze groep haalbaar 7,0")

    def test_a_session_that_hangs_on_one_person_is_told_everywhere(
        self, page, seen, utrecht, services
    ):
        assert self.overview(page, seen, utrecht).margin == ""
        session = next(
            s for s in services.sessions.rows(group_id=utrecht.id) if s.state.value == "planned"
        )
        roster = services.sessions.card(session.id).roster
        away = [line.participant_id for line in roster[3:]]
        services.attendance.mark_excused(session.id, *away)
        assert self.overview(page, seen, utrecht).margin == (
            "Eén afzegging maakt deze bijeenkomst ongeldig: di 13 okt."
        )
        year = services.groups.year(utrecht.id, 2026)
        lines = session_lines(year, judged_of(year, services.compliance), date(2026, 10, 13))
        [line] = [line for line in lines if line.margin]
        assert line.margin == "één afzegging maakt deze bijeenkomst ongeldig"


class TestMembers:
    @pytest.fixture
    def members(self, services, seen, desk: PlainDesk, utrecht):
        made = MembersPresenter(services.groups, services.people, services.composing, seen, desk)
        desk.listeners.append(lambda: made.show(utrecht.id))
        made.show(utrecht.id)
        return made

    def test_a_pasted_list_knows_who_is_who(self, members, seen, services):
        strange = services.groups.card(
            next(g.id for g in services.groups.rows() if g.code == "FN")
        ).members[0]
        members.typing(f"Noor Appelvink\n{strange.name}\nJan van den Berg <jan@x.example>\n")
        chosen = [proposal.chosen for proposal in seen.proposals]
        assert chosen == [SKIP, strange.id, NEW]
        assert seen.proposals[0].hint == "Noor Appelvink is al lid."

    def test_who_is_chosen_is_at_once_seen_in_what_the_group_would_be(self, members, seen):
        assert seen.composition is None
        members.compose({}, None, "member")
        before = seen.composition
        assert before.title == "Samenstelling"
        members.typing("Jan van den Berg")
        members.compose({"Jan van den Berg": NEW}, None, "member")
        assert (before.size[0], seen.composition.size[0]) == ("7 tellen mee", "8 tellen mee")

    def test_old_and_new_come_in_with_one_step(self, members, seen, services, utrecht):
        members.typing("Jan van den Berg <jan@x.example>\nAn de Wit")
        chosen = {p.text: p.chosen for p in seen.proposals}
        members.add(chosen, date(2026, 9, 1), "trainee")
        found = {m.name: m.membership for m in services.groups.card(utrecht.id).members}
        assert found["Jan van den Berg"].period.start == date(2026, 9, 1)
        assert found["An de Wit"].role is MemberRole.TRAINEE
        services.undo.undo()
        assert len(services.groups.card(utrecht.id).members) == 7
        assert "Berg" not in " ".join(row.name for row in services.people.rows())

    def test_an_end_before_the_begin_is_refused(self, members, seen, desk):
        members.change("end", date(2020, 1, 1))
        assert desk.refusals_shown
        members.change("end", date(2026, 6, 30))
        assert seen.state.lines[0].period.endswith("– 30 jun 2026")


class TestPapers:
    @pytest.fixture
    def papers(self, services, seen, desk, utrecht, printed):
        parts = PaperServices(
            services.agreements,
            services.certificates,
            services.groups,
            services.practice,
            services.documents,
            services.evaluations,
        )
        made = PapersPresenter(parts, seen, desk, printed)
        desk.listeners.append(lambda: made.show(utrecht.id))
        made.show(utrecht.id)
        return made

    def test_a_new_contract_is_signed_by_all_in_one_step(self, papers, seen, printed):
        papers.add()
        made = next(a for a in seen.state.agreements if not a.signed)
        papers.change(made.id, "scope", "Alles, tegenover iedereen")
        papers.sign(made.id, tuple(who for who, _ in made.missing), None)
        signed = next(a for a in seen.state.agreements if a.id == made.id)
        assert len(signed.signed) == 8
        assert signed.chip[0] == "door iedereen getekend"
        papers.print_agreement(made.id)
        assert printed.papers[0].startswith(b"%PDF-")

    def test_a_signed_contract_is_not_changed(self, papers, seen, desk):
        papers.change(seen.state.agreements[0].id, "scope", "Iets anders")
        assert [r.code for r in desk.refused] == ["agreement_signed"]
