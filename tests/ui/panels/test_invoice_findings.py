"""Findings about invoices in Controle: what stands there and where they lead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.ui.panels.findings.presenter import FindingsPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text import invoice_flaws
from tests.services.money.practice import House
from tests.ui.desk_double import PlainDesk
from tests.ui.panels.test_findings import View


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "papierwilg.intervisie")
    yield made
    made.store.close()


class Panel:
    """Controle over one practice, looked at again after every act."""

    def __init__(self, house):
        self.desk = PlainDesk(day=house.clock.today(), working_year=2026)
        self.view = View()
        self.presenter = FindingsPresenter(house.services, self.view, self.desk)
        self.desk.listeners.append(self.presenter.check)
        self.presenter.check()

    def cards(self, code):
        state = self.view.state
        cards = [card for section in state.sections for card in section.cards]
        return [card for card in cards if self.presenter.pile(card.key).finding.code == code]

    def pressed(self, card, label):
        """Where one goes by pressing a fix."""
        code = next(fix.code for fix in card.fixes if fix.label == label)
        self.presenter.fix(card.key, code)
        return self.desk.visited[-1]


def test_a_late_invoice_says_how_much_and_how_long_and_leads_to_it(house):
    invoice_id = house.issued()
    house.next_day(32)
    panel = Panel(house)
    [card] = panel.cards("F14")
    assert (card.context, card.title) == ("factuur", "Factuur 2026-0001 is 2 dagen te laat")
    assert card.evidence == "€ 605,00 open bij Maatschap Appelvink, vervallen op 12 november 2026"
    assert card.source.startswith("Facturen: betaald binnen de termijn, anders herinnerd")
    assert panel.pressed(card, "Naar factuur") == Destination(Place.INVOICES, invoice_id)
    panel.presenter.go(card.key)
    assert panel.desk.visited[-1] == Destination(Place.INVOICES, invoice_id)


def test_what_must_be_billed_leads_to_the_wizard_of_that_client(house):
    panel = Panel(house)
    card = next(one for one in panel.cards("F15") if "Appelvink" in one.title)
    assert card.title == "Maatschap Appelvink moet een factuur krijgen"
    assert card.evidence == "€ 330,00 zonder btw, uiterlijk 15 oktober 2026, nog 2 dagen"
    to = Destination(Place.INVOICES, "appelvink", "bill")
    assert panel.pressed(card, "Factureren") == to


def test_flaws_lead_to_whose_data_are_to_be_repaired(house):
    s = house.services
    invoice_id = house.concept(category=VatCategory.EDUCATION, description="")
    s.practice.change(replace(s.practice.get(), iban=""))
    client = s.clients.card("appelvink").client
    s.clients.change(replace(client, address=replace(client.address, city="")))
    panel = Panel(house)
    [crkbo] = panel.cards("F02")
    assert panel.pressed(crkbo, "Naar instellingen") == Destination(Place.SETTINGS, part="money")
    told = {card.title: card for card in panel.cards("F01")}
    for title, label, place in (
        ("Uw rekeningnummer ontbreekt", "Naar praktijk", Destination(Place.SETTINGS, "", "practice")),
        ("Het adres van de opdrachtgever is niet volledig", "Naar opdrachtgever",
         Destination(Place.CLIENTS, "appelvink")),
        ("Een regel heeft geen omschrijving", "Naar factuur",
         Destination(Place.INVOICES, invoice_id)),
    ):  # fmt: skip
        assert told[title].evidence == "Concept van 13 okt voor Maatschap Appelvink"
        assert panel.pressed(told[title], label) == place


def test_what_the_practice_lacks_is_told_once_for_all_concepts(house):
    s = house.services
    first = house.concept("appelvink")
    house.next_day()
    others = {house.concept("wolkendek"), house.concept("wolkendek")}
    s.practice.change(replace(s.practice.get(), iban=""))
    [card] = Panel(house).cards("F01")
    assert card.evidence == "Concept van 13 okt voor Maatschap Appelvink, en 2 andere concepten"
    [one] = [j.finding for j in s.compliance.findings() if j.finding.code == "F01"]
    assert one.subject.id == first
    assert set(one.figures["invoices"]) == {first, *others}


def test_an_exception_hides_it_and_can_be_taken_back(house):
    panel = Panel(house)
    card = panel.cards("F15")[0]
    panel.presenter.ignore(card.key)
    panel.presenter.confirm({**panel.view.state.asking.values, "reason": "wacht op akkoord"})
    assert card.key not in {one.key for one in panel.cards("F15")}
    [kept] = panel.view.state.exceptions
    assert kept.title == card.title
    panel.presenter.restore(kept.id)
    assert card.key in {one.key for one in panel.cards("F15")}


def test_billing_it_stands_under_solved_with_the_act(house):
    panel = Panel(house)
    titles = {card.title for card in panel.cards("F15")}
    panel.desk.perform(house.billing.make_concepts)
    assert not panel.cards("F15")
    [today] = panel.view.state.resolved
    assert titles <= {one.title for one in today.rows}


def test_they_have_a_heading_a_family_and_a_profile_of_their_own(house):
    panel = Panel(house)
    assert ("F", "Facturen") in panel.view.state.filter.families
    assert ("invoicing", "Facturen") in panel.view.state.filter.profiles
    panel.presenter.order_by("subject")
    assert "FACTUREN" in {section.word for section in panel.view.state.sections}
    panel.presenter.filter("family", "F")
    cards = [card for section in panel.view.state.sections for card in section.cards]
    assert {panel.presenter.pile(card.key).finding.code[0] for card in cards} == {"F"}


def test_every_flaw_code_of_a_concept_has_its_words():
    from intervisie_desktop.domain.invoice_findings import CODES
    from intervisie_desktop.ui.text.findings import SENTENCES

    assert invoice_flaws.CODES < set(CODES) <= set(SENTENCES)
    assert all(re.fullmatch(r"F\d\d", code) for code in CODES)
