"""What Vandaag says, without a window, and how a new practice begins."""

from datetime import datetime

import pytest

from intervisie_desktop.domain.groups import Group
from intervisie_desktop.ui.pages.today.presenter import TodayPresenter
from intervisie_desktop.ui.pages.today.state import TodoState
from intervisie_desktop.ui.shell.desk import Place
from tests.services.money.practice import House
from tests.ui import looks
from tests.ui.desk_double import PlainDesk
from tests.ui.panels.practice import empty_practice, invented_practice


class View:
    state = None
    findings = 0

    def show_state(self, state):
        self.state = state

    def show_findings(self):
        self.findings += 1


@pytest.fixture
def practice(tmp_path):
    services = invented_practice(tmp_path / "x.intervisie")
    yield services
    services.store.close()


@pytest.fixture
def nothing(tmp_path):
    services = empty_practice(tmp_path / "leeg.intervisie")
    yield services
    services.store.close()


def shown(services, desk=None):
    view = View()
    presenter = TodayPresenter(services.dashboard, view, desk or PlainDesk())
    presenter.refresh()
    return presenter, view


def test_the_day_begins_with_the_next_meeting(practice):
    _, view = shown(practice)
    state = view.state
    assert (state.title, state.subtitle) == (
        "Dinsdag 13 oktober",
        "Week 42. Vandaag één bijeenkomst, volgende week twee.",
    )
    assert (state.next.group, state.next.countdown) == ("Ochtendgroep Utrecht", "over 1 uur 5 min")
    checks = {check.words: (check.side, check.sign) for check in state.next.checks}
    assert checks["Uitnodiging verstuurd"] == ("6 okt", "circle-check")
    assert checks["Voorbereiding ontvangen"] == ("5 van 7", "circle-slash-2")
    assert checks["Duur 2,5 uur"] == ("binnen 2–4 uur", "circle-check")
    assert [c.day for c in state.coming] == ["di 20 okt", "vr 23 okt", "di 10 nov"]


def test_who_has_to_catch_up_is_something_to_do(practice):
    desk = PlainDesk()
    presenter, view = shown(practice, desk)
    todo = next(todo for todo in view.state.todo if todo.verb == "Inhalen regelen")
    assert (todo.count, todo.reason) == (2, "OU en AO")
    presenter.do(todo)
    assert desk.visited[-1].place is Place.CATCH_UP


def test_the_heat_map_shows_every_year_as_it_stands(practice):
    _, view = shown(practice)
    assert view.state.heat_title == "Voortgang naar 8,0 uur"
    first = view.state.heat[0]
    assert [word for word, _ in first.summary] == ["5 op koers", "1 krap", "1 tekort"]
    femke = next(tile for tile in first.tiles if tile.initials == "FZ")
    assert (femke.hours, femke.word, femke.state) == ("2,5", "7,0 tekort", "short")
    assert femke.spoken == "Femke Zonnedauw, 2,5 uur, prognose 7,0, tekort"


def test_everything_to_do_leads_somewhere(practice):
    desk = PlainDesk()
    presenter, view = shown(practice, desk)
    verbs = {todo.verb: todo for todo in view.state.todo}
    assert {"Bijeenkomsten afronden", "Bevindingen nakijken", "Voorbereiding navragen"} <= set(
        verbs
    )
    assert verbs["Voorbereiding navragen"].count == 2
    for todo in view.state.todo:
        assert todo.count > 0
        presenter.do(todo)
    assert len(desk.visited) == len(verbs) - 1
    assert view.findings == 1


def test_a_new_practice_gets_its_first_steps(nothing):
    desk = PlainDesk()
    presenter, view = shown(nothing, desk)
    assert [step.done for step in view.state.steps] == [False, False, False]
    assert view.state.next is None
    presenter.take_step(view.state.steps[0])
    assert (desk.visited[0].place, desk.visited[0].part) == (Place.GROUPS, "new")
    nothing.groups.add(Group(id="", name="Eerste groep", code="EG"))
    presenter.refresh()
    assert [step.done for step in view.state.steps] == [True, False, False]


def test_a_running_practice_gets_no_first_steps(practice):
    _, view = shown(practice)
    assert view.state.steps == ()


def test_an_empty_page_looks_well_and_starts_at_the_first_step(nothing, theme, qtbot):
    from intervisie_desktop.ui.pages.today.page import build

    page = build(PlainDesk(), nothing)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.focus_start()
    looks.check(page)
    assert page.steps.first().hasFocus() or page.steps.first().isVisible()
    assert not page.heat.isVisible()


def test_what_can_be_billed_and_what_is_late_are_things_to_do(tmp_path):
    house = House(tmp_path / "papierwilg.intervisie", datetime(2026, 10, 13, 8, 55))
    desk = PlainDesk()
    presenter, view = shown(house.services, desk)
    todo = {one.verb: one for one in view.state.todo}
    billing = todo["Bijeenkomsten factureren"]
    assert (billing.reason, billing.count) == ("€ 998 · 15 okt", 2)
    presenter.do(billing)
    assert (desk.visited[-1].place, desk.visited[-1].part) == (Place.INVOICES, "bill")
    assert "Facturen opvolgen" not in todo
    house.issued(10_000)
    house.next_day(60)
    presenter.refresh()
    late = next(one for one in view.state.todo if one.verb == "Facturen opvolgen")
    assert (late.reason, late.count) == ("€ 121,00 te laat", 1)
    assert house.services.dashboard.invoices_waiting() == 1
    house.store.close()


def test_the_year_is_drawn_in_euros_once_there_is_money(tmp_path, nothing):
    assert shown(nothing)[1].state.months.title == "Bijeenkomsten 2026"
    house = House(tmp_path / "papierwilg.intervisie", datetime(2026, 10, 13, 8, 55))
    house.issued(100_000)
    months = shown(house.services)[1].state.months
    assert (months.title, months.money) == ("Omzet 2026", True)
    assert months.legend[0] == "gefactureerd € 1.000"
    assert months.months[9].held == 100_000
    assert months.months[9].planned == 5 * 16_500
    house.store.close()


def test_te_doen_shows_the_first_and_the_rest_when_asked(qtbot, theme):
    from intervisie_desktop.ui.pages.today.cards import FIRST_TODO, TodoCard, TodoRow

    card = TodoCard(None)
    qtbot.addWidget(card)
    card.show()

    def lines():
        return len([row for row in card.findChildren(TodoRow) if row.isVisible()])

    card.show_todo([TodoState("inbox", "ink-2", f"Werk {n}", "", 1, None) for n in range(8)])
    qtbot.waitUntil(lambda: lines() == FIRST_TODO)
    card.more.click()
    qtbot.waitUntil(lambda: lines() == 8)
    assert card.more.text() == "Minder tonen"
