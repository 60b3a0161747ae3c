"""The jaaropgave of a participant: saved, printed, and reachable."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from intervisie_desktop.ui.pages.participants.page import ParticipantsPage
from intervisie_desktop.ui.pages.participants.year_paper import YearPaper
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.documents.reading import opened


def words_of(pdf):
    """The words on the first page."""
    return " ".join(opened(pdf).pages[0].extract_text().split())


class Printer:
    """Makes the paper at once and keeps it."""

    def __init__(self):
        self.printed = []

    def __call__(self, title, make):
        self.printed.append((title, make()))


@pytest.fixture
def printer():
    return Printer()


@pytest.fixture
def paper(services, desk, printer):
    return YearPaper(services.documents, services.people, desk, printer)


@pytest.fixture
def person(services):
    return next(row.id for row in services.people.rows() if row.listed == "Zonnedauw, Femke")


def test_it_is_saved_under_the_name_of_the_year_and_the_participant(paper, person, desk, tmp_path):
    desk.path = tmp_path / "opgave.pdf"
    paper.save(person)
    assert desk.asked[0].name == "Jaaropgave 2026 Femke Zonnedauw.pdf"
    assert "Femke Zonnedauw" in words_of(desk.path.read_bytes())
    assert desk.told == ["Opgeslagen als opgave.pdf."]


def test_it_is_about_the_working_year(paper, person, desk, printer):
    desk.working_year = 2025
    paper.print(person)
    title, pdf = printer.printed[0]
    assert title == "Jaaropgave 2025"
    assert "2025" in words_of(pdf)


def test_the_button_offers_to_save_and_to_print(qtbot, theme, services, desk, person, tmp_path):
    page = ParticipantsPage(desk, services)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination(Place.PARTICIPANTS, person))
    desk.path = tmp_path / "opgave.pdf"
    page.inspector.overview.click()
    menu = page.inspector.findChild(QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == ["Jaaropgave 2026 opslaan als PDF…", "Jaaropgave 2026 afdrukken…"]
    menu.actions()[0].trigger()
    assert desk.path.read_bytes().startswith(b"%PDF")
    assert {"year_paper_save", "year_paper_print"} <= {a.key for a in page.page_actions()}
