"""The page Overzichten: sections under tabs, and the lists of the registers."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from intervisie_desktop.domain.groups import Group
from intervisie_desktop.ui.pages.groups.page import GroupsPage
from intervisie_desktop.ui.pages.participants.page import ParticipantsPage
from intervisie_desktop.ui.pages.reports.dossier_presenter import DossierPresenter
from intervisie_desktop.ui.pages.reports.page import ReportsPage
from intervisie_desktop.ui.pages.reports.registers_presenter import RegistersPresenter
from intervisie_desktop.ui.pages.reports.section import SECTIONS
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.documents.reading import opened


class Board:
    """Keeps what it was last shown."""

    def show_state(self, state):
        self.state = state


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def registers(services, board, desk):
    made = RegistersPresenter(services.reports.registers, services.compliance, board, desk)
    made.refresh()
    return made


def person(services, listed):
    return next(row.id for row in services.people.rows() if row.listed == listed)


def test_the_list_says_who_has_how_many_hours_and_points(registers, board):
    state = board.state
    assert state.subtitle == "NOvA intervisie, 30 deelnemers"
    first = state.lines[0]
    assert (first.name, first.number, first.hours, first.points) == (
        "Noor Appelvink", "V00001", "6,5", "4"
    )  # fmt: skip


def test_the_open_one_explains_what_was_capped(registers, board):
    shown = board.state.shown
    assert shown.period == "kalenderjaar 2026"
    assert shown.why == (
        "1 punt voor ieder heel uur, per bijeenkomst naar beneden afgerond (niet-juridisch).",
        "4 van 6 punten tellen: hoogstens 4 per jaar, samen met Peer review.",
    )
    assert [line.day for line in shown.meetings] == ["28 jan 2026", "16 apr 2026", "18 jun 2026"]


def test_another_year_is_another_list(registers, board, desk):
    desk.working_year = 2025
    registers.refresh()
    assert board.state.subtitle == "NOvA intervisie, 47 deelnemers"


def test_one_comes_for_a_participant(registers, board, services):
    registers.open(person(services, "Goudenregen, Mats"))
    assert board.state.shown.name == "Mats Goudenregen"


def test_one_person_is_copied_ready_to_paste(registers, desk):
    registers.copy_person()
    assert desk.copied[0].startswith("Noor Appelvink\tBAR V00001\n1 januari 2026")
    assert desk.told == ["Gekopieerd: Noor Appelvink. Plak het in de site van het register."]


def test_the_list_is_kept_as_csv(registers, desk, tmp_path):
    desk.path = tmp_path / "lijst.csv"
    registers.save()
    assert desk.asked[0].name == "NOvA intervisie 2026.csv"
    assert desk.path.read_bytes().startswith(b"\xef\xbb\xbfRegister;")


@pytest.fixture
def refusing(services, registers):
    """A group under a register that takes no intervisie."""
    group = services.groups.add(Group(id="", name="Zorg", profiles=("vs_icb",))).value
    known = person(services, "Appelvink, Noor")
    services.groups.join(group.id, (known,), services.clock.today())
    registers.choose_profile("vs_icb")
    return registers


def test_a_register_that_takes_no_intervisie_warns_and_asks(refusing, board, desk):
    assert "neemt intervisie niet aan" in board.state.notice
    assert "geen vormen van intercollegiale toetsing" in board.state.notice
    desk.yes = False
    refusing.copy_list()
    assert desk.copied == []
    desk.yes = True
    refusing.copy_list()
    assert len(desk.copied) == 1
    assert desk.asked[-1].title == "Toch een opgave maken?"


def test_every_tab_opens_its_section_and_its_own_buttons(qtbot, theme, services, desk):
    page = ReportsPage(desk, services)
    qtbot.addWidget(page)
    page.show()
    for chapter in SECTIONS:
        page.open(Destination(Place.REPORTS, part=chapter.key))
        assert page.tabs.value() == chapter.key
        assert all(button.isVisible() for button in page.section.buttons)
        assert page.page_actions()
        others = [s for s in page._built.values() if s is not page.section]
        assert not any(button.isVisible() for other in others for button in other.buttons)


def test_the_list_is_filtered_and_walked_by_keyboard(qtbot, theme, services, desk):
    page = ReportsPage(desk, services)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination(Place.REPORTS))
    section = page.section
    assert page.focus_filter()
    section.filter.setText("goudenregen")
    assert section.table.filter.rowCount() == 1
    section.filter.clear()
    section.table.choose(section.table.filter.index(2, 0).data(0x103))
    assert section.detail.name.text() == "Lotte Bremstruik"
    section.table.opened.emit(section.table.current_id())
    assert desk.visited[-1].place is Place.PARTICIPANTS


def test_evaluations_show_figures_from_three_forms_up(qtbot, theme, services, desk):
    group = next(row for row in services.groups.rows() if row.code == "TZ")
    page = ReportsPage(desk, services)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination(Place.REPORTS, part="evaluations"))
    held = next(
        row.id
        for row in services.sessions.rows()
        if row.group_id == group.id and row.state.value in {"held", "closed"}
        and row.day.year == 2026
    )  # fmt: skip
    for score in (4, 5):
        services.evaluations.add(held, {"action": score})
    page.open(Destination(Place.REPORTS, group.id, "evaluations"))
    before = figures(page.section)
    services.evaluations.add(held, {"action": 3})
    page.refresh()
    assert before != figures(page.section)
    assert page.section.print.isEnabled()


def figures(section):
    """What the list of statements says, by statement."""
    model = section.items.rows_model
    return {model.index(n, 0).data(): model.index(n, 1).data() for n in range(model.rowCount())}


class Paper:
    """Keeps what a section was last shown."""

    pdf = None

    def show_state(self, state):
        self.state = state

    def show_pdf(self, pdf):
        self.pdf = pdf


class Printer:
    """Makes the paper at once and keeps it."""

    def __init__(self):
        self.printed = []

    def __call__(self, title, make):
        self.printed.append((title, make()))


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def printer():
    return Printer()


@pytest.fixture
def dossiers(services, paper, desk, printer):
    made = DossierPresenter(
        services.reports.audit_file, services.people, services.groups, paper, desk, printer
    )
    made.refresh()
    return made


def said(pdf):
    """All the words of a paper."""
    return " ".join(" ".join(page.extract_text().split()) for page in opened(pdf).pages)


def test_a_dossier_is_of_the_working_year_until_other_days_are_asked(dossiers, paper, desk):
    assert (paper.state.first, paper.state.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert paper.state.whole_year
    dossiers.choose_first(date(2026, 4, 1))
    assert "1 april 2026 tot en met 31 december 2026" in said(paper.pdf)
    assert not paper.state.whole_year
    dossiers.whole_year()
    assert "1 januari 2026 tot en met" in said(paper.pdf)
    desk.working_year = 2025
    dossiers.refresh()
    assert "31 december 2025" in said(paper.pdf)


def test_days_the_wrong_way_round_are_told_and_nothing_is_kept(dossiers, paper, desk, tmp_path):
    desk.path = tmp_path / "x.zip"
    dossiers.choose_last(date(2025, 1, 1))
    assert paper.state.problem == "De einddatum van het dossier ligt voor de begindatum."
    assert not paper.state.ready
    dossiers.save_zip()
    assert paper.pdf is None
    assert not desk.path.exists()


def test_a_dossier_is_kept_as_pdf_and_zip_and_printed(
    dossiers, paper, desk, printer, tmp_path, services
):
    dossiers.open("participant", person(services, "Zonnedauw, Femke"))
    assert "Femke Zonnedauw" in said(paper.pdf)
    desk.path = tmp_path / "dossier.pdf"
    dossiers.save_pdf()
    assert desk.asked[-1].name == "Auditdossier 2026 Femke Zonnedauw.pdf"
    assert desk.path.read_bytes() == paper.pdf
    desk.path = tmp_path / "dossier.zip"
    dossiers.save_zip()
    with zipfile.ZipFile(desk.path) as archive:
        assert "SHA256SUMS.txt" in archive.namelist()
    assert desk.told[-1] == "Opgeslagen als dossier.zip."
    dossiers.print()
    assert printer.printed == [("Auditdossier", paper.pdf)]


def test_groups_and_participants_come_to_their_own_dossier(qtbot, theme, services, desk):
    group = next(row.id for row in services.groups.rows() if row.code == "OU")
    for build, place, key, record, part in (
        (GroupsPage, Place.GROUPS, "group_dossier", group, "dossiers/group"),
        (ParticipantsPage, Place.PARTICIPANTS, "participant_dossier",
         person(services, "Zonnedauw, Femke"), "dossiers/participant"),
    ):  # fmt: skip
        page = build(desk, services)
        qtbot.addWidget(page)
        page.show()
        page.open(Destination(place, record))
        action = next(one for one in page.page_actions() if one.key == key)
        assert action.enabled()
        action.run()
        assert desk.visited[-1] == Destination(Place.REPORTS, record, part)
        reports = ReportsPage(desk, services)
        qtbot.addWidget(reports)
        reports.open(desk.visited[-1])
        assert reports.section.table.current_id() == record
        assert reports.section.zip.isEnabled()
