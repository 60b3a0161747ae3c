"""What Controle says and does, without a window."""

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.ui.panels.findings.piles import piles
from intervisie_desktop.ui.panels.findings.presenter import FindingsPresenter
from intervisie_desktop.ui.shell.desk import Place, Scope
from tests.ui.desk_double import PlainDesk


class View:
    def __init__(self):
        self.state, self.current, self.tally, self.brought = None, "", None, []

    def show_state(self, state, current):
        self.state, self.current = state, current

    def show_tally(self, tally):
        self.tally = tally

    def show_current(self, key):
        self.brought.append(key)

    def titles(self, severity="error"):
        return [c.title for s in self.state.sections if s.key == severity for c in s.cards]

    def named(self, words):
        cards = [c for s in self.state.sections for c in s.cards]
        return next(card for card in cards if words in card.title)


def answer(panel, view, **values):
    """Fill in the form that is open and confirm it."""
    panel.confirm({**view.state.asking.values, **values})


@pytest.fixture
def view():
    return View()


@pytest.fixture
def desk():
    return PlainDesk()


@pytest.fixture
def panel(services, view, desk):
    presenter = FindingsPresenter(services, view, desk)
    desk.listeners.append(presenter.check)
    presenter.check()
    return presenter


def session_on(services, code, month, day):
    rows = services.sessions.rows(year=2026)
    return next(r for r in rows if r.code == code and (r.day.month, r.day.day) == (month, day))


def test_a_shortage_shows_its_hours_its_source_and_the_way_out(panel, view, desk):
    card = view.named("Femke Zonnedauw")
    assert (card.title, card.evidence) == (
        "Femke Zonnedauw komt uit op 7,0 uur",
        "2,5 nu + 4,5 gepland, tekort 1,0 uur",
    )
    assert (card.bar.made, card.bar.planned, card.bar.target) == (150, 270, 480)
    assert "8 uur per jaar" in card.source
    assert "art. 4.3a" in card.source
    assert "bron" in card.source
    panel.fix(card.key)
    [to] = desk.visited
    assert to.place is Place.CATCH_UP


def test_six_people_with_too_little_planned_are_one_card(panel, view, desk):
    card = view.named("Nog te weinig gepland")
    assert card.title == "Nog te weinig gepland voor 6 deelnemers"
    assert card.lines == ()
    panel.toggle_lines(card.key)
    opened = view.state.card(card.key)
    assert len({line.title for line in opened.lines}) == 6
    panel.go(opened.lines[0].key)
    assert desk.visited[-1].place is Place.PARTICIPANTS


def test_tab_and_strip_count_the_cards(panel, view):
    cards = len(view.state.keys)
    assert view.tally.total == cards
    assert dict(view.tally.counts)[Severity.ERROR] == len(view.titles("error"))


def test_a_pressed_count_shows_only_that_kind(panel, view):
    panel.press("warning")
    assert [section.key for section in view.state.sections] == ["warning"]
    panel.press("warning")
    assert len(view.state.sections) == 3


def test_this_page_narrows_and_everything_widens(panel, view, services):
    whole = set(view.state.keys)
    group = next(g for g in services.groups.rows() if g.code == "OU")
    panel.scope_changed(Scope(group_id=group.id, word="Deze groep"))
    inside = set(view.state.keys)
    assert inside < whole
    assert not view.state.everything
    assert not any("Berkenblad" in title for title in view.titles())
    panel.choose_scope("all")
    assert set(view.state.keys) == whole


def test_an_exception_needs_a_reason_is_kept_and_comes_back(panel, view, desk):
    card = view.named("Stijn Berkenblad")
    before = view.tally.total
    panel.ignore(card.key)
    answer(panel, view, reason="Haalt de uren bij een collega")
    assert view.tally.total == before - 1
    [kept] = view.state.exceptions
    assert (kept.title, kept.reason) == (card.title, "Haalt de uren bij een collega")
    panel.restore(kept.id)
    assert view.state.exceptions == ()
    assert view.tally.total == before


def test_an_exception_for_a_group_of_people_is_one_step_to_undo(panel, view, services):
    panel.ignore(view.named("Nog te weinig gepland").key)
    answer(panel, view, reason="De groep plant zelf")
    assert len(view.state.exceptions) == 6
    services.undo.undo()
    panel.check()
    assert view.state.exceptions == ()
    assert view.named("Nog te weinig gepland")


def test_what_appears_after_a_change_is_new_until_it_was_looked_at(panel, view, services, desk):
    assert not any("nieuw" in c.context for s in view.state.sections for c in s.cards)
    before = set(view.state.keys)
    held = session_on(services, "AO", 10, 8)
    someone = services.sessions.card(held.id).roster[-1].participant_id
    desk.perform(lambda: services.attendance.mark_absent(held.id, someone))
    fresh = [key for key in view.state.keys if key not in before]
    assert fresh
    assert all("nieuw" in view.state.card(key).context for key in fresh)
    panel.choose(fresh[0])
    panel.show()
    assert "nieuw" not in view.state.card(fresh[0]).context


def test_next_and_previous_go_round(panel, view):
    keys = view.state.keys
    panel.choose(keys[-1])
    panel.step(1)
    panel.step(-1)
    assert view.brought == [keys[0], keys[-1]]


def test_why_shows_how_the_hours_came_about(panel, view, desk):
    card = view.named("Femke Zonnedauw")
    panel.toggle_why(card.key)
    why = view.state.card(card.key).why
    assert why.steps[0] == "28 jan: 2,5 uur"
    assert why.steps[-1].startswith("Samen 2,5 gemaakt en 4,5 gepland")
    assert why.remedy == "Plan een inhaaldatum, uiterlijk 31 december 2026."
    source = dict(why.source)
    assert source["Tekst"] == "Verordening op de advocatuur"
    assert source["Artikel"].startswith("art. 4.3a")
    assert source["Zekerheid"] == "Volgens een openbare bron"
    assert set(source) >= {"Opgezocht", "Uitgave"}
    panel.copy_source(card.key)
    assert "Artikel: art. 4.3a" in desk.copied[-1]


def test_a_card_is_copied_as_text(panel, view, desk):
    panel.copy(view.named("Femke Zonnedauw").key)
    assert "Fout: Femke Zonnedauw komt uit op 7,0 uur" in desk.copied[0]


def test_an_empty_practice_says_when_and_how_much_was_checked(tmp_path, view, desk):
    from tests.ui.panels.practice import empty_practice

    services = empty_practice(tmp_path / "leeg.intervisie")
    FindingsPresenter(services, view, desk).check()
    assert view.state.nothing == "Geen bevindingen. Gecontroleerd om 08:55, 0 regels."
    services.store.close()


def test_findings_of_other_years_wait_behind_a_button(panel, view, desk):
    this_year = set(view.state.keys)
    desk.set_year(2025)
    panel.show()
    assert view.state.keys == ()
    assert view.state.others.startswith("Ook andere jaren (")
    panel.toggle_others()
    assert set(view.state.keys) == this_year


def test_asked_while_looking_it_looks_once_more(services, view):
    class Slow(PlainDesk):
        def __init__(self):
            super().__init__()
            self.waiting = []

        def run(self, job, done, label, failed=None):
            self.waiting.append(lambda: done(job(None)))

    desk = Slow()
    presenter = FindingsPresenter(services, view, desk)
    for _ in range(5):
        presenter.check()
    assert len(desk.waiting) == 1
    desk.waiting.pop()()
    assert len(desk.waiting) == 1
    desk.waiting.pop()()
    assert desk.waiting == []


def test_alike_sessions_of_a_group_become_one_pile_and_nothing_is_lost(services):
    findings = [judged.finding for judged in services.compliance.findings()]
    found = piles(findings)
    assert any(pile.of_sessions for pile in found)
    assert sorted(m.key for pile in found for m in pile.members) == sorted(f.key for f in findings)
    assert len({pile.key for pile in found}) == len(found)


def test_the_order_is_remembered_on_this_machine(panel, view, services, desk):
    every = set(view.state.keys)
    panel.order_by("subject")
    kinds = [section.key for section in view.state.sections]
    assert kinds == ["session", "person", "year"]
    panel.order_by("profile")
    assert [section.word for section in view.state.sections] == ["NOVA"]
    assert set(view.state.keys) == every
    again = View()
    FindingsPresenter(services, again, desk).check()
    assert again.state.filter.grouping == "profile"


def test_filters_narrow_and_are_cleared_at_once(panel, view):
    every = set(view.state.keys)
    panel.filter("family", "U")
    hours = set(view.state.keys)
    assert hours < every
    assert all(key.split("|")[0].startswith("U") for key in hours)
    panel.press("error")
    panel.search("ZONNEDAUW femke")
    assert [card.title for s in view.state.sections for card in s.cards] == [
        "Femke Zonnedauw komt uit op 7,0 uur"
    ]
    assert view.state.filter.on == 1
    panel.search("er is niets van deze naam")
    assert view.state.nothing == "Geen bevindingen van deze soort."
    panel.clear_filter()
    assert set(view.state.keys) == every


def test_the_counts_stay_those_of_what_could_be_pressed(panel, view):
    before = [chip.text for chip in view.state.chips]
    panel.press("tip")
    assert [chip.text for chip in view.state.chips] == before


def test_with_two_facilitators_one_can_look_at_ones_own(panel, view, services, desk):
    assert not view.state.filter.can_be_mine
    other = Facilitator(id="", name="Hanna Veldkers")
    other = services.practice.add_facilitator(other).value
    group = next(g for g in services.groups.rows() if g.code == "OU")
    card = services.groups.card(group.id).group
    services.groups.change(replace(card, facilitator_id=other.id))
    panel.check()
    assert view.state.filter.can_be_mine
    every = set(view.state.keys)
    panel.filter("mine", True)
    assert set(view.state.keys) < every
    assert not any("Femke Zonnedauw" in title for title in view.titles())


def test_several_chosen_findings_get_one_exception_until_the_end_of_the_year(panel, view):
    chosen = view.state.keys[:3]
    for key in chosen:
        panel.toggle_pick(key)
    assert view.state.picked == "3 gekozen"
    panel.ignore_picked()
    assert view.state.asking.key == ""
    answer(panel, view, reason="Al besproken", until="year")
    assert view.state.picked == ""
    assert {one.terms for one in view.state.exceptions} == {
        "Sinds 13 oktober 2026, tot en met 31 december 2026"
    }
    assert not set(chosen) & set(view.state.keys)


def test_a_refused_form_stays_open_with_what_was_typed(panel, view, desk):
    panel.ignore(view.state.keys[0])
    answer(panel, view, reason="x", until="day", day=date(2026, 10, 12))
    assert [refusal.code for refusal in desk.refused] == ["day_in_past"]
    assert view.state.asking is not None
    panel.doing.close()
    assert view.state.asking is None
