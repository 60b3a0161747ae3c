"""Instellingen, Facturen: rates, cancellation terms, numbers and texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.settings.money_presenter import MoneyPresenter
from intervisie_desktop.ui.pages.settings.page import SettingsPage
from intervisie_desktop.ui.shell.desk import Destination, Place, Question
from tests.ui.desk_double import PlainDesk


class Wall:
    """A view that remembers."""

    def show_money(self, state):
        self.state = state
        self.wrong = {}

    def show_example(self, example, wrong):
        self.example, self.wrong = example, wrong


@pytest.fixture
def services(entrance, clock, machine, tmp_path):
    opened, _code = entrance.files.create(
        tmp_path / "p.intervisie",
        "rustige dinsdag",
        Practice(name="Papierwilg"),
        Facilitator(id="f", name="Marit"),
    )
    entrance.take(opened)
    return Services(opened.store, clock, SeededIds(), opened=opened, machine=machine)


@pytest.fixture
def desk():
    return PlainDesk()


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def money(services, wall, desk):
    made = MoneyPresenter(services.rates, wall, desk)
    desk.listeners.append(made.show)
    made.show()
    return made


def a_rate(desk, money, amount=16_500, **values):
    desk.values = {"amount": amount, "start": date(2026, 1, 1), **values}
    money.add_rate()


def test_a_rate_is_for_everyone_unless_someone_is_chosen(services, desk, money, wall):
    client = services.clients.add(_client("Wolkendek")).value
    a_rate(desk, money)
    a_rate(desk, money, 14_500, whom=f"client:{client.id}")
    assert [(row.whom, row.price) for row in wall.state.rates] == [
        ("Iedereen", "€ 165,00"), ("Wolkendek", "€ 145,00")
    ]  # fmt: skip


def test_a_new_rate_offers_to_end_the_former_one_the_day_before(services, desk, money, wall):
    a_rate(desk, money)
    a_rate(desk, money, 17_500, start=date(2027, 1, 1))
    asked = desk.asked[-1]
    assert isinstance(asked, Question)
    assert "31 december 2026" in asked.text
    assert [row.period for row in wall.state.rates] == [
        "1 jan 2026 t/m 31 dec 2026", "vanaf 1 jan 2027"
    ]  # fmt: skip
    services.store.undo()
    money.show()
    assert [row.period for row in wall.state.rates] == ["vanaf 1 jan 2026"]


def test_declining_the_offer_keeps_everything_as_it_was(desk, money, wall):
    a_rate(desk, money)
    desk.yes = False
    before = wall.state.rates
    rate = replace(money._service.all()[0], id="", amount=1)
    money._put_rate(replace(rate, period=type(rate.period)(date(2027, 1, 1))))
    assert wall.state.rates == before


def test_another_price_ends_the_rate_it_follows(services, desk, money, wall):
    a_rate(desk, money)
    desk.values = {"amount": 18_000}
    money.next_rate(wall.state.rates[0].id)
    assert [(r.amount, r.period.start) for r in services.rates.all()][-1] == (
        18_000, date(2027, 1, 1)
    )  # fmt: skip


def test_a_rate_that_has_ended_is_shown_when_asked(desk, money, wall):
    a_rate(desk, money, end=date(2026, 6, 30))
    assert (wall.state.rates, wall.state.former) == ((), 1)
    money.show_former(True)
    assert wall.state.rates[0].over


def test_a_period_the_wrong_way_round_is_refused(services, desk, money):
    a_rate(desk, money, end=date(2025, 1, 1))
    assert services.rates.all() == ()
    assert "laatste dag" in desk.refusals_shown[0]


def test_terms_are_read_from_their_steps(services, desk, money, wall):
    desk.values = {"days0": 14, "percent0": 0, "days1": 7, "amount1": 35_00, "late": 100_00}
    money.add_terms()
    assert wall.state.terms[0].steps == (
        "14 dagen vooraf niets, 7 dagen vooraf € 35,00, later 100%"
    )
    desk.values = {"days1": None}
    money.change_terms(wall.state.terms[0].id)
    assert len(services.rates.terms()[0].steps) == 1


def test_a_pattern_without_a_number_says_why_and_is_not_kept(services, money, wall):
    money.change("pattern", "{jaar}")
    assert "{nr}" in wall.wrong["pattern"]
    assert services.rates.settings().pattern == "{jaar}-{nr:04}"


def test_typing_a_pattern_shows_what_it_gives(money, wall):
    money.typing("pattern", "F{jaar}/{nr:03}")
    assert "F2026/001" in wall.example
    assert not wall.wrong


def test_credit_notes_can_count_for_themselves(services, money, wall):
    money.change("own_credit", True)
    assert "Creditfacturen: C2026-0001." in wall.state.example
    money.change("own_credit", False)
    assert services.rates.settings().credit_pattern == ""


def test_own_words_for_btw_and_back_to_those_of_the_program(services, money, wall):
    def kor():
        return next(line for line in wall.state.texts if line.category == "kor")

    shipped = kor().text
    money.change_text("kor", "KOR, geen btw berekend.")
    assert kor().own
    assert services.rates.settings().texts == {VatCategory.KOR.value: "KOR, geen btw berekend."}
    money.change_text("kor", "")
    assert (kor().text, kor().own) == (shipped, False)


def test_the_sheet_stands_in_the_window_and_saves_as_it_is_left(qtbot, theme, services, desk):
    page = SettingsPage(desk, services)
    qtbot.addWidget(page)
    page.open(Destination(Place.SETTINGS, part="money"))
    sheet = page.sheets["money"]
    page.show()
    sheet.defaults.editor("payment_days").setFocus()
    sheet.defaults.changed.emit("payment_days", 21)
    assert services.rates.settings().payment_days == 21
    assert not sheet.numbers.editor("credit_pattern").isVisible()
    sheet.numbers.changed.emit("own_credit", True)
    page.refresh()
    assert sheet.numbers.editor("credit_pattern").isVisible()


def _client(name):
    from intervisie_desktop.domain.clients import Client

    return Client(id="", name=name)
