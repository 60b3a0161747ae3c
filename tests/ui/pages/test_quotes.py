"""Offertes on the page Facturen, and taking a part of an invoice back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from intervisie_desktop.domain.invoices import InvoiceKind, InvoiceState
from intervisie_desktop.domain.quotes import QuoteState
from intervisie_desktop.ui.pages.invoices.crediting import MOST_LINES, Crediting
from intervisie_desktop.ui.pages.invoices.page import InvoicesPage
from intervisie_desktop.ui.pages.invoices.quotes import QuotesPresenter
from intervisie_desktop.ui.pages.invoices.quotes_words import later
from intervisie_desktop.ui.shell.desk import Destination, FormQuestion, Place, Question
from tests.services.money.practice import House
from tests.ui.desk_double import PlainDesk


class Wall:
    """A page that remembers."""

    def show_quotes(self, state):
        self.state = state

    def show_quote_paper(self, pdf):
        self.pdf = pdf


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "papierwilg.intervisie", datetime(2026, 10, 13, 8, 55))
    yield made
    made.store.close()


@pytest.fixture
def desk():
    return PlainDesk()


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def offers(house, wall, desk):
    made = QuotesPresenter(
        house.quotes, house.concepts, house.invoices, house.services.clients, house.rates,
        wall, desk,
    )  # fmt: skip
    desk.listeners.append(made.refresh)
    made.open()
    return made


def a_quote(offers, desk, **values):
    desk.values = {"client_id": "appelvink", "title": "Intervisie 2027"}
    offers.new()
    desk.values = {}
    offers.concept.add_line(
        {"description": "Vijf bijeenkomsten", "quantity": 5000, "unit_price": 90_000}
    )
    for name, value in values.items():
        offers.change(name, value)


def test_a_quote_is_made_typed_and_seen_as_paper(offers, desk, wall):
    a_quote(offers, desk)
    detail = wall.state.detail
    assert (detail.title, detail.chip.word, detail.main) == (
        "Maatschap Appelvink", "Concept", "send"
    )  # fmt: skip
    assert wall.state.pane.lines[0].amount == "€ 5.445,00"
    assert wall.pdf.startswith(b"%PDF")


def test_sent_it_has_a_number_and_a_last_day(offers, desk, wall):
    a_quote(offers, desk)
    offers.main()
    assert wall.state.pane.lines[0].number == "O2026-001"
    assert wall.state.pane.lines[0].when == "geldt tot 27 okt"
    assert wall.state.concept is None


def test_an_empty_quote_is_not_sent(offers, desk, wall):
    desk.values = {"client_id": "appelvink"}
    offers.new()
    assert wall.pdf is None or wall.pdf.startswith(b"%PDF")
    offers.send()
    assert desk.refused[-1].code == "quote_empty"


def test_past_its_day_it_has_expired_and_can_hold_longer(offers, desk, wall, house):
    a_quote(offers, desk)
    offers.send()
    house.next_day(20)
    offers.refresh()
    assert wall.state.detail.chip.word == "Verlopen"
    desk.values = {"valid_until": date(2026, 12, 1)}
    offers.extend()
    assert wall.state.detail.chip.word == "Verzonden"


def test_accepted_it_becomes_a_group_and_its_instalments(offers, desk, wall, house):
    a_quote(offers, desk, group_name="Intervisie Appelvink", parts=3)
    offers.send()
    desk.values = {"first": date(2027, 1, 31), "months": 1}
    offers.accept()
    asked = desk.asked[-1]
    assert isinstance(asked, FormQuestion)
    assert "een groep Intervisie Appelvink" in asked.text
    concepts = [row for row in house.invoices.rows() if row.state is InvoiceState.CONCEPT]
    assert sorted(row.planned_on for row in concepts) == [
        date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)
    ]  # fmt: skip
    assert sum(row.gross for row in concepts) == 544_500
    offers.to_group()
    assert desk.visited[-1].place is Place.GROUPS


def test_declining_keeps_it_and_it_can_be_taken_back(offers, desk, wall, house):
    a_quote(offers, desk)
    offers.send()
    offers.decline()
    assert wall.state.detail.chip.word == "Afgewezen"
    house.store.undo()
    assert house.quotes.rows()[0].state is QuoteState.SENT


def test_the_pdf_goes_where_it_is_wanted(offers, desk, tmp_path):
    a_quote(offers, desk)
    desk.path = tmp_path / "offerte.pdf"
    offers.save()
    assert desk.path.read_bytes().startswith(b"%PDF")


def test_a_single_invoice_asks_only_to_be_sure(offers, desk):
    a_quote(offers, desk)
    offers.accept()
    assert isinstance(desk.asked[-1], Question)


def test_later_keeps_to_the_last_of_a_shorter_month():
    assert later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert later(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_a_part_of_a_line_is_taken_back(house, desk):
    invoice_id = house.issued(10_000, 20_000, quantity=2000)
    card = house.invoices.card(invoice_id)
    made = []
    desk.values = {card.lines[1].id: 1000}
    Crediting(house.concepts, desk, made.append).ask(card)
    credit = house.invoices.card(made[0])
    assert credit.invoice.kind is InvoiceKind.CREDIT
    assert credit.totals.net == -20_000


def test_more_than_there_is_cannot_be_typed(house, desk):
    card = house.invoices.card(house.issued(10_000, quantity=2000))
    Crediting(house.concepts, desk, print).ask(card)
    question = desk.asked[0]
    assert question.fields[0].kind.most == 2000
    assert desk.refused[0].code == "nothing_to_credit"


def test_a_long_invoice_goes_back_whole_to_be_cut_in_the_concept(house, desk):
    card = house.invoices.card(house.issued(*[1000] * (MOST_LINES + 1)))
    made = []
    Crediting(house.concepts, desk, made.append).ask(card)
    assert house.invoices.card(made[0]).totals.net == -1000 * (MOST_LINES + 1)
    assert desk.told


def test_the_page_switches_between_invoices_and_quotes(qtbot, theme, house):
    visited = []

    class Window(PlainDesk):
        def go(self, destination):
            visited.append(destination)
            page.open(destination)

    desk = Window()
    house.quotes.new("appelvink", "Intervisie 2027")
    page = InvoicesPage(desk, house.services)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.open(Destination(Place.INVOICES))
    page.pane.which.chosen.emit("quotes")
    assert page.quotes.isVisible()
    assert page.quotes.header.title.text() == "Maatschap Appelvink"
    assert any(a.key == "quote_send" and a.enabled() for a in page.page_actions())
    page.quotes.pane.which.chosen.emit("invoices")
    assert page.pane.isVisible()
    assert not any(a.key == "quote_send" and a.enabled() for a in page.page_actions())
