"""Facturen: what the list tells, what can be done when, and the bank file line by line."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from intervisie_desktop.domain.invoices import InvoiceState
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.ui.pages.invoices.bank_state import Decision
from intervisie_desktop.ui.pages.invoices.banking import BankingPresenter
from intervisie_desktop.ui.pages.invoices.page import InvoicesPage
from intervisie_desktop.ui.pages.invoices.presenter import InvoiceServices, InvoicesPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place


class View:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = self.concept = self.bank = None
        self.paper = b""
        self.closed = 0

    def show_state(self, state):
        self.state = state

    def show_concept(self, state, _detail):
        self.concept = state

    def show_paper(self, pdf):
        self.paper = pdf

    def show_bank(self, state):
        self.bank = state

    def close_bank(self):
        self.closed += 1


@pytest.fixture
def billed(services):
    """Two issued invoices and a concept, of clients who meet the law."""
    services.store.reading()
    rate = Rate(id="", kind=RateKind.GROUP_SESSION, amount=66_000,
                period=Period(date(2026, 1, 1), None))  # fmt: skip
    services.rates.put(rate)
    made = []
    for client in services.clients.rows():
        if any(one.client_id == client.id and one.lines for one in services.billing.to_bill()):
            made += services.billing.make_concepts(client_ids=[client.id]).value
    services.invoices.finalise(made[:2])
    return services


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(billed, view, desk):
    parts = InvoiceServices(
        billed.invoices, billed.concepts, billed.payments, billed.clients, billed.rates
    )
    made = InvoicesPresenter(parts, view, desk)
    desk.listeners.append(made.refresh)
    made.refresh()
    return made


def issued(services):
    return [row for row in services.invoices.rows() if row.number]


def concepts(services):
    return [row for row in services.invoices.rows() if not row.number]


def test_a_concept_has_no_number_and_stands_first(presenter, view):
    first = view.state.lines[0]
    assert (first.number, first.chip.word) == ("", "Concept")
    assert view.state.detail.main == "finalise"
    assert view.concept is not None


def test_the_sums_tell_open_late_and_concept(presenter, view, billed):
    opened, late, drafts = view.state.totals
    assert opened.word == f"open, {len(issued(billed))}"
    assert late.word == "te laat, 0"
    assert drafts.word == f"concept, {len(concepts(billed))}"


def test_what_is_issued_can_be_paid_in_part_and_then_reads_so(presenter, view, billed, desk):
    row = issued(billed)[0]
    presenter.select(row.id)
    desk.values = {"amount": row.gross // 2, "on": desk.day, "method": "bank"}
    presenter.main()
    assert view.state.detail.chip.word == "Deels betaald"
    assert len(view.state.detail.payments) == 1
    presenter.unbook(view.state.detail.payments[0].id)
    assert view.state.detail.payments == ()


def test_a_payment_code_stands_there_as_long_as_something_is_open(presenter, view, billed, desk):
    row = issued(billed)[0]
    presenter.select(row.id)
    assert view.state.detail.code
    desk.values = {"amount": row.gross, "on": desk.day, "method": "bank"}
    presenter.pay()
    assert view.state.detail.code == ()
    assert view.state.detail.chip.word == "Betaald"


def test_crediting_makes_a_concept_to_look_at_first(presenter, view, billed):
    row = issued(billed)[0]
    presenter.select(row.id)
    presenter.credit()
    assert view.state.detail.id != row.id
    assert any(row.number in said for said in view.state.detail.warnings)
    presenter.finalise()
    states = {one.id: one.state for one in billed.invoices.rows()}
    assert states[row.id] is InvoiceState.CREDITED


def test_a_flaw_is_told_with_the_name_of_the_client(presenter, view, billed, desk):
    concept = concepts(billed)[0]
    presenter.select(concept.id)
    for line in billed.invoices.card(concept.id).lines:
        presenter.concept.remove_line(line.id)
    presenter.finalise()
    assert concept.client_name in desk.refusals_shown[-1]
    assert concepts(billed)


def test_a_line_is_typed_with_comma_and_counts_at_once(presenter, view, billed):
    presenter.select(concepts(billed)[0].id)
    presenter.concept.add_line(
        {"description": "Reiskosten", "quantity": 42_000, "unit_price": 23, "category": "standard"}
    )
    line = view.concept.lines[-1][1]
    assert (line["quantity"], line["unit_price"]) == (42_000, 23)
    total = dict(view.concept.sums)["Te betalen"]
    presenter.concept.change_line(view.concept.lines[-1][0], "discount", 5000)
    assert dict(view.concept.sums)["Te betalen"] != total


def test_instalments_are_the_whole_to_the_cent(presenter, view, billed, desk):
    concept = concepts(billed)[0]
    presenter.select(concept.id)
    desk.values = {"parts": 3, "months": 2, "first": date(2026, 10, 31)}
    presenter.split()
    parts = [row for row in billed.invoices.rows() if row.plan_parts == 3]
    assert sum(row.gross for row in parts) == concept.gross
    assert sorted(row.planned_on for row in parts)[-1] == date(2027, 2, 28)


def test_the_filter_late_shows_only_what_is_late(presenter, view, billed, desk):
    presenter.show_only("late")
    assert view.state.lines == ()
    desk.day = date(2027, 1, 20)
    presenter.show_only("late")
    assert len(view.state.lines) == len(issued(billed))
    assert "te laat" in view.state.lines[0].chip.word


@pytest.fixture
def banking(billed, view, desk):
    return BankingPresenter(billed.bank, view, desk)


def statement(tmp_path, *lines):
    """A bank file with (cents, words) for each line."""
    entries = "".join(
        f":61:2610120000{'C' if cents > 0 else 'D'}{abs(cents) // 100},{abs(cents) % 100:02}"
        f"NTRFNONREF//REF{number}\n:86:/NAME/KANTOOR/REMI/{words}/\n"
        for number, (cents, words) in enumerate(lines)
    ).replace("2610120000", "2610121012")
    total = sum(cents for cents, _words in lines)
    sign, whole = ("C" if total >= 0 else "D"), abs(total)
    text = (
        ":20:P1\n:25:NL20INGB0001234567\n:28C:1\n:60F:C261011EUR0,00\n"
        f"{entries}:62F:{sign}261012EUR{whole // 100},{whole % 100:02}\n"
    )
    path = tmp_path / "afschrift.940"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_certain_is_ready_to_book_and_the_rest_waits(banking, view, billed, tmp_path):
    row, other = issued(billed)
    banking.open(statement(tmp_path, (row.gross, row.number), (other.gross - 1, other.number),
                           (-1250, "kosten")))  # fmt: skip
    words = [line.chip[0] for line in view.bank.lines]
    assert words == ["Boeken", "Later"]
    banking.book()
    states = {one.id: one.state for one in billed.invoices.rows()}
    assert states[row.id] is InvoiceState.PAID
    assert states[other.id] is InvoiceState.ISSUED
    assert view.closed == 1


def test_the_same_file_again_has_nothing_new(banking, view, billed, tmp_path):
    row = issued(billed)[0]
    path = statement(tmp_path, (row.gross, row.number))
    banking.open(path)
    banking.book()
    banking.open(path)
    assert view.bank.lines == ()
    assert "1 al verwerkt" in view.bank.side


def test_a_line_can_be_laid_on_an_invoice_by_hand_or_never_asked_again(
    banking, view, billed, tmp_path, desk
):
    row = issued(billed)[0]
    path = statement(tmp_path, (50_00, "zonder nummer"), (99_00, "iets anders"))
    banking.open(path)
    first, second = (line.id for line in view.bank.lines)
    banking.select(first)
    banking.decide(first, Decision.BOOK)
    assert "Kies eerst" in desk.refusals_shown[-1]
    banking.add_share(row.id)
    banking.decide(second, Decision.ASIDE)
    banking.book()
    assert billed.invoices.card(row.id).balance.paid == 50_00
    banking.open(path)
    assert view.bank.lines == ()


def test_undo_takes_a_whole_bank_file_back(banking, view, billed, tmp_path):
    row, other = issued(billed)
    banking.open(statement(tmp_path, (row.gross, row.number), (other.gross, other.number)))
    banking.book()
    billed.undo.undo()
    assert all(one.balance.paid == 0 for one in issued(billed))


@pytest.fixture
def page(billed, desk, qtbot, theme):
    made = InvoicesPage(desk, billed)
    desk.listeners.append(made.refresh)
    qtbot.addWidget(made)
    made.resize(1240, 820)
    made.show()
    made.open(Destination(Place.INVOICES))
    return made


def test_the_page_shows_list_and_concept_and_every_control_has_a_name(page, billed):
    assert page.pane.list.model().rowCount() == len(billed.invoices.rows())
    assert page.concept.isVisible()
    unnamed = [
        child for child in page.findChildren(QLabel)
        if child.textFormat() is Qt.TextFormat.AutoText and child.text()
    ]  # fmt: skip
    assert unnamed == []


def test_arrow_keys_go_through_the_list(page, qtbot, billed):
    page.focus_start()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert page.paper.isVisible()
    assert page.header.title.text() == issued(billed)[0].client_name


def test_space_books_or_leaves_a_bank_line(page, qtbot, billed, tmp_path):
    row = issued(billed)[0]
    page.banking.open(statement(tmp_path, (row.gross, row.number)))
    assert page.bank.isVisible()
    assert page.bank.book.isEnabled()
    qtbot.keyClick(page.bank.table, Qt.Key.Key_Space)
    assert not page.bank.book.isEnabled()
    qtbot.keyClick(page.bank.table, Qt.Key.Key_Space)
    qtbot.mouseClick(page.bank.book, Qt.MouseButton.LeftButton)
    assert page.pane.isVisible()
    assert billed.invoices.card(row.id).state is InvoiceState.PAID


def test_a_narrow_page_shows_paper_or_state(page, qtbot, billed):
    page.open(Destination(Place.INVOICES, issued(billed)[0].id))
    page.resize(960, 640)
    qtbot.waitUntil(lambda: page.paper.pair.narrow)
    assert page.paper.open.isVisible()
    assert not page.paper.preview.isVisible()
