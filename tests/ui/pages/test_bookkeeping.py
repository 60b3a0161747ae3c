"""Boekhouding: what it tells agrees with the invoices, and the files are written."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from intervisie_desktop.services.demo import sample_data
from intervisie_desktop.services.demo_money import invent_money
from intervisie_desktop.services.handover.statement import statement_of
from intervisie_desktop.ui.pages.reports.bookkeeping_presenter import BookkeepingPresenter
from intervisie_desktop.ui.pages.reports.bookkeeping_section import BookkeepingSection
from intervisie_desktop.ui.shell.desk import Destination, Place


class View:
    def __init__(self):
        self.state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def books(services):
    invent_money(services, services.clock, sample_data())
    return services


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(books, view, desk):
    made = BookkeepingPresenter(books.hand_over, books.invoices, books.rates, view, desk)
    made.refresh()
    return made


def test_what_is_open_is_the_sum_of_the_open_invoices(presenter, view, books):
    rows = [row for row in books.invoices.rows() if row.open > 0]
    lines = view.state.glance.open_lines
    assert {line.number for line in lines} == {row.number for row in rows}
    assert sum(line.cents for line in lines) == sum(row.open for row in rows)


def test_numbers_and_chain_are_looked_over(presenter, view):
    assert view.state.glance.whole
    assert "zijn heel" in view.state.glance.audit


def test_a_quarter_has_its_own_files(presenter, books, desk, tmp_path):
    desk.path = tmp_path / "facturen.zip"
    presenter.choose("3")
    presenter.save_bundle()
    with zipfile.ZipFile(desk.path) as made:
        papers = [name for name in made.namelist() if name.endswith(".pdf")]
    issued = [row for row in books.invoices.rows() if row.issued_on]
    third = [row for row in issued if date(2026, 7, 1) <= row.issued_on <= date(2026, 9, 30)]
    assert len(papers) == len(third) > 0
    assert desk.shown == [tmp_path]


def test_ledger_and_audit_file_are_written_where_asked(presenter, desk, tmp_path):
    desk.path = tmp_path / "verkoopboek.csv"
    presenter.save_ledger()
    assert desk.path.read_bytes().startswith(b"\xef\xbb\xbf")
    desk.path = tmp_path / "auditfile.xaf"
    presenter.save_audit_file()
    assert b"<auditfile" in desk.path.read_bytes()


def test_an_open_invoice_leads_to_itself(presenter, view, desk):
    line = view.state.glance.open_lines[0]
    presenter.open_invoice(line.id)
    assert desk.visited[-1] == Destination(Place.INVOICES, line.id)


def test_the_section_shows_btw_per_quarter_and_a_chart(books, desk, qtbot, theme):
    section = BookkeepingSection(desk, books)
    qtbot.addWidget(section)
    section.resize(980, 760)
    section.show()
    section.open("", "")
    assert section.vat.model().rowCount() > 0
    assert section.bars.accessibleName()
    assert section.subtitle().startswith("Omzet 2026")


def test_a_statement_of_account_ends_in_what_is_open(presenter, books, desk, tmp_path):
    row = next(row for row in books.invoices.rows() if row.open > 0)
    theirs = books.invoices.rows(client_id=row.client_id)
    with books.store.reading() as read:
        facts = statement_of(
            read, row.client_id, date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 13)
        )
    assert facts.balance == sum(one.open for one in theirs)
    desk.path = tmp_path / "overzicht.pdf"
    presenter.save_statement(row.client_id)
    assert desk.path.read_bytes().startswith(b"%PDF")


def test_the_ledger_takes_the_columns_and_accounts_of_the_bookkeeper(
    presenter, books, desk, tmp_path
):
    desk.values = {"debtors": "1310", "column.day": "Boekdatum", "column.due": ""}
    presenter.arrange()
    desk.path = tmp_path / "verkoopboek.csv"
    presenter.save_ledger()
    head, *lines = desk.path.read_text(encoding="utf-8-sig").splitlines()
    assert "Boekdatum" in head
    assert "Vervaldatum" not in head
    assert any(";1310;" in line for line in lines)
