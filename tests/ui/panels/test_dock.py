"""The tabs Controle and Logboek and the page Vandaag in the real window, by keyboard."""

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
    from dataclasses import replace
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


def test_f8_walks_the_cards_and_alt_enter_solves(window):
    QTest.keyClick(window, Qt.Key.Key_F8)
    first = QApplication.focusWidget()
    assert isinstance(first, FindingCard)
    QTest.keyClick(first, Qt.Key.Key_F8)
    second = QApplication.focusWidget()
    assert isinstance(second, FindingCard)
    assert second is not first
    QTest.keyClick(second, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.page.place is Place.SESSIONS


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


def test_what_is_to_be_nagged_about_opens_the_panel(window):
    window.dock.set_folded(True)
    rows = [row for row in window.page.todo._rows if row.todo.verb == "Bevindingen nakijken"]
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert not window.dock.folded
    assert isinstance(QApplication.focusWidget(), FindingCard)


def test_five_hundred_findings_stay_a_handful_of_widgets(window):
    from dataclasses import replace

    panel = window.findChild(FindingsPanel)
    state = panel._state
    card = state.sections[0].cards[0]
    many = tuple(replace(card, key=f"k{n}") for n in range(500))
    panel.show_state(replace(state, sections=(replace(state.sections[0], cards=many),)), "k0")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(panel.findChildren(FindingCard)) < 60
    panel.show_current("k499")
    assert QApplication.focusWidget().state.key == "k499"


def test_going_back_to_today_reads_again(window, services):
    assert isinstance(services.dashboard, DashboardService)
    window.go(Destination(Place.AGENDA))
    session = services.sessions.next()
    window.desk.perform(lambda: services.sessions.lengthen(session.id, session.end + 30))
    window.go(Destination(Place.TODAY))
    facts = window.page.next._shown.facts
    assert facts[0][1] == "10:00–13:00"
