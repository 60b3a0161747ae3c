"""The tabs Controle and Logboek and the page Vandaag in the real window, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intervisie_desktop.app.bootstrap import parts_of_window
from intervisie_desktop.services.dashboard import DashboardService
from intervisie_desktop.ui.pages.today.heat import HeatMap
from intervisie_desktop.ui.panels.findings.card import FindingCard
from intervisie_desktop.ui.panels.findings.panel import FindingsPanel
from intervisie_desktop.ui.panels.logbook.panel import LogbookPanel
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.tasks import InlineTasks
from intervisie_desktop.ui.shell.window import MainWindow
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks
from tests.ui.window_double import DictMemory, PlainPage


def opened_window(services, qtbot):
    from functools import partial

    parts = parts_of_window(services, services.clock, DictMemory(), lambda _desk: (), "Praktijk")
    others = {
        place: partial(_plain, place.value)
        for place in (Place.SESSIONS, Place.AGENDA, Place.PARTICIPANTS, Place.GROUPS)
    }
    pages = {Place.TODAY: parts.pages[Place.TODAY], **others}
    window = MainWindow(replace(parts, pages=pages, tasks=InlineTasks()))
    qtbot.addWidget(window)
    window.begin()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.findChild(FindingsPanel) is not None)
    return window


def _plain(word, desk):
    return PlainPage(desk, word)


@pytest.fixture
def window(services, theme, qtbot):
    return opened_window(services, qtbot)


def test_it_looks_and_reads_well_in_both_themes(window, theme):
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.wear(mode)
        for size in ((1440, 900), (1100, 700)):
            window.resize(*size)
            looks.check(window)


def test_f8_walks_the_cards(window):
    QTest.keyClick(window, Qt.Key.Key_F8)
    first = QApplication.focusWidget()
    assert isinstance(first, FindingCard)
    QTest.keyClick(first, Qt.Key.Key_F8)
    second = QApplication.focusWidget()
    assert isinstance(second, FindingCard)
    assert second is not first
    QTest.keyClick(second, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first


def test_alt_enter_opens_a_short_form_and_ctrl_enter_solves(window, qtbot):
    panel = window.findChild(FindingsPanel)
    key = next(key for key in panel._state.keys if key.startswith("H01"))
    panel.show_current(key)
    panel._chosen(key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    form = panel.cards.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))
    looks.check(panel)
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert key not in panel._state.keys
    assert panel.cards.form is None


def test_only_the_current_card_is_a_stop_for_tab(window):
    cards = window.findChildren(FindingCard)
    assert len(cards) > 3
    stops = [c for c in cards if c.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert len(stops) == 1


def test_the_focus_stays_on_its_card_when_something_changes(window, services):
    QTest.keyClick(window, Qt.Key.Key_F8)
    QTest.keyClick(window, Qt.Key.Key_F8)
    card = QApplication.focusWidget()
    row = next(r for r in services.sessions.rows(year=2026) if r.state.value == "held")
    someone = services.sessions.card(row.id).roster[0].participant_id
    window.desk.perform(lambda: services.attendance.mark_absent(row.id, someone))
    assert QApplication.focusWidget() is card


def test_folded_the_counts_stay_in_sight(window):
    total = window.findChild(FindingsPanel)._state.keys
    window.dock.set_folded(True)
    strip = [b.accessibleName() for b in window.dock._strip._counts]
    assert len(strip) == 3
    assert sum(int(name.split()[0]) for name in strip) == len(total)


def test_the_logbook_takes_the_last_act_back(window, services):
    row = next(r for r in services.sessions.rows(year=2026) if r.state.value == "planned")
    session = services.sessions.card(row.id).session
    logbook = window.dock.open_tab("logbook")
    assert isinstance(logbook, LogbookPanel)
    window.desk.perform(lambda: services.sessions.lengthen(session.id, session.end + 15))
    assert logbook.undo.isVisible()
    QTest.keyClick(logbook.undo, Qt.Key.Key_Space)
    assert services.sessions.card(row.id).session.end == session.end
    looks.check(logbook)


def test_the_heat_map_is_one_stop_and_enter_opens_the_participant(window):
    heat = window.findChild(HeatMap)
    heat.setFocus()
    model = heat.model()
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Noor Appelvink, 6,5 uur, prognose 11,0, op koers"
    QTest.keyClick(heat, Qt.Key.Key_Right)
    QTest.keyClick(heat, Qt.Key.Key_Return)
    assert window.page.place is Place.PARTICIPANTS
    assert window.page.opened[-1].id


def test_ctrl_b_goes_to_the_next_meeting(window, services):
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.page.place is Place.SESSIONS
    assert window.page.opened[-1].id == services.sessions.next().id


def test_the_list_of_today_counts_what_the_panel_counts(window, services):
    def told():
        rows = [row.todo for row in window.page.todo._rows]
        return next(one.count for one in rows if one.verb == "Bevindingen nakijken")

    panel = window.findChild(FindingsPanel)
    assert told() == window.dock._badges["control"] == len(panel._state.keys)
    key = next(key for key in panel._state.keys if key.startswith("H01"))
    panel._presenter.fix(key)
    panel._presenter.confirm(panel._state.asking.values)
    assert told() == window.dock._badges["control"] == len(panel._state.keys)
    assert panel.resolved.count() == 1
    panel.resolved.toggle()
    looks.check(panel.resolved)


def test_what_is_to_be_nagged_about_opens_the_panel(window):
    window.dock.set_folded(True)
    rows = [row for row in window.page.todo._rows if row.todo.verb == "Bevindingen nakijken"]
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert not window.dock.folded
    assert isinstance(QApplication.focusWidget(), FindingCard)


def many_cards(panel, count):
    """The same card so many times, as if there were that many findings."""
    state = panel._state
    card = state.sections[0].cards[0]
    cards = tuple(replace(card, key=f"k{n}") for n in range(count))
    panel.show_state(replace(state, sections=(replace(state.sections[0], cards=cards),)), "k0")


def test_two_thousand_findings_stay_a_handful_of_widgets(window):
    panel = window.findChild(FindingsPanel)
    many_cards(panel, 2000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(panel.findChildren(FindingCard)) < 60
    panel.show_current("k1999")
    assert QApplication.focusWidget().state.key == "k1999"
    bar = panel.sheet.verticalScrollBar()
    for _ in range(40):
        bar.setValue(0)
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(panel.findChildren(FindingCard)) <= 80


def test_scrolling_goes_through_all_of_them_and_what_is_seen_stays_put(window):
    panel = window.findChild(FindingsPanel)
    many_cards(panel, 200)
    QApplication.processEvents()
    bar, port = panel.sheet.verticalScrollBar(), panel.sheet.viewport()
    seen = ["k0", "k1"]
    for _ in range(400):
        before = {k: c.mapTo(port, c.rect().topLeft()).y() for k, c in panel.cards.cards.items()}
        at = bar.value()
        bar.setValue(at + 300)
        QApplication.processEvents()
        cards = panel.cards.cards
        seen += [k for k, c in cards.items() if c.mapTo(port, c.rect().topLeft()).y() < 600]
        both = [k for k in before if k in cards and -300 <= before[k] < 600]
        moved = {before[k] - cards[k].mapTo(port, cards[k].rect().topLeft()).y() for k in both}
        assert all(step <= 300 for step in moved), moved
        if "k199" in seen and bar.value() == bar.maximum():
            break
    assert list(dict.fromkeys(seen)) == [f"k{n}" for n in range(200)]


def test_a_slash_searches_and_down_goes_to_what_was_found(window):
    panel = window.findChild(FindingsPanel)
    QTest.keyClick(window, Qt.Key.Key_F8)
    QTest.keyClicks(QApplication.focusWidget(), "/")
    assert QApplication.focusWidget() is panel.narrowing.search
    QTest.keyClicks(panel.narrowing.search, "berkenblad komt")
    assert [c.title for s in panel._state.sections for c in s.cards] == [
        "Stijn Berkenblad komt uit op 6,5 uur"
    ]
    QTest.keyClick(panel.narrowing.search, Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), FindingCard)


def test_the_filter_unfolds_and_reads_well_in_both_themes(window, theme):
    panel = window.findChild(FindingsPanel)
    panel.narrowing.open.click()
    panel._presenter.toggle_why(panel._state.keys[0])
    panel._presenter.pick_all()
    for grouping in ("subject", "profile", "severity"):
        panel._presenter.order_by(grouping)
        for mode in (Mode.LIGHT, Mode.DARK):
            theme.wear(mode)
            QApplication.processEvents()
            looks.check(panel)


def test_space_chooses_several_and_one_reason_serves_all(window, services, qtbot):
    panel = window.findChild(FindingsPanel)
    QTest.keyClick(window, Qt.Key.Key_F8)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert panel.picked.text() == "2 gekozen"
    panel.ignore_picked.click()
    form = panel.cards.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))
    QTest.keyClicks(QApplication.focusWidget(), "Al besproken")
    form.yes.click()
    assert len(panel._state.exceptions) == 2
    assert not panel._state.picked
    services.undo.undo()


def test_going_back_to_today_reads_again(window, services):
    assert isinstance(services.dashboard, DashboardService)
    window.go(Destination(Place.AGENDA))
    session = services.sessions.next()
    window.desk.perform(lambda: services.sessions.lengthen(session.id, session.end + 30))
    window.go(Destination(Place.TODAY))
    facts = window.page.next._shown.facts
    assert facts[0][1] == "10:00–13:00"


def test_solving_while_folded_unfolds_for_what_is_asked(window, qtbot):
    panel = window.findChild(FindingsPanel)
    key = next(key for key in panel._state.keys if key.startswith("H01"))
    panel.show_current(key)
    panel._chosen(key)
    window.dock.set_folded(True)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert not window.dock.folded
    qtbot.waitUntil(lambda: panel.cards.form.isAncestorOf(QApplication.focusWidget()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert panel.cards.form is None
    assert QApplication.focusWidget() is panel.cards.cards[key]
