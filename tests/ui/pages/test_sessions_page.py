"""Bijeenkomsten in a real window: seen, spoken, and worked by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListView, QMenu

from intervisie_desktop.app import bootstrap
from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.sessions import SessionState as Stage
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.ui.pages.sessions.page import build
from intervisie_desktop.ui.pages.sessions.roster_model import Part
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.tasks import InlineTasks
from intervisie_desktop.ui.shell.window import MainWindow
from tests.ui import looks

TODAY = date(2026, 10, 13)
NOON = datetime(2026, 10, 13, 11, 12)


class Memory(dict):
    """What a machine remembers, for the length of a test."""

    def load(self, key):
        return self.get(key, "")

    def save(self, key, value):
        self[key] = value


@pytest.fixture
def today(services):
    rows = services.sessions.rows(year=2026)
    return next(row for row in rows if row.day == TODAY).id


@pytest.fixture
def page(qtbot, theme, services, desk):
    desk.at = NOON
    made = build(desk, services)
    qtbot.addWidget(made)
    desk.listeners.append(made.refresh)
    made.resize(944, 780)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def running(page, today):
    page.open(Destination(Place.SESSIONS, today))
    page.presenter.start()
    looks.settle(page)
    return page


@pytest.fixture
def window(qtbot, theme, services):
    parts = bootstrap.parts_of_window(services, FixedClock(NOON), Memory(), lambda _: (), "Proef")
    made = MainWindow(replace(parts, tasks=InlineTasks()))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key where the focus is, as a hand does it."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    # Enter in a field of a list is carried out a moment later.
    QApplication.sendPostedEvents()


def at(services, session_id, name):
    lines = services.sessions.card(session_id).roster
    return next(x for x in lines if x.name.startswith(name)).attendance


@pytest.mark.parametrize("step", ["list", "planned", "cancel", "move", "guest", "new"])
def test_nothing_is_cut_off_unnamed_english_or_rich(page, today, step):
    if step == "list":
        page.open(Destination(Place.SESSIONS))
    elif step == "new":
        page.open(Destination(Place.SESSIONS, part="new"))
    else:
        page.open(Destination(Place.SESSIONS, today))
        if step != "planned":
            page.presenter.steps.open(step)
    looks.check(page)


@pytest.mark.parametrize("percent", [100, 140])
def test_a_running_session_reads_well_at_any_text_size(running, theme, percent, qtbot):
    theme.wear(percent=percent)
    running.resize(944 * percent // 100, 780)
    qtbot.wait(30)
    running.session.roster.more.setChecked(True)
    running.session.details.more.setChecked(True)
    running.presenter.steps.open("close")
    looks.check(running)


def test_every_cell_is_spoken_with_whose_it_is(running):
    model = running.session.roster.table.roster
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [model.index(0, part).data(role) for part in Part]
    assert spoken[Part.NAME] == "Noor Appelvink, aanwezig, van 10:00 tot 12:30, 1,2 uur"
    assert spoken[Part.ARRIVED] == "Noor Appelvink, aankomst: 10:00"
    assert spoken[Part.ROOM] == "Noor Appelvink, afgesloten ruimte: nog vragen"
    assert all("Noor Appelvink" in words for words in spoken)


def test_a_marking_key_in_a_text_field_is_only_a_letter(running, services, today, qtbot):
    field = running.session.details.description.editor("description")
    field.setFocus()
    qtbot.keyClicks(field, "aflmir")
    assert field.toPlainText() == "aflmir"
    states = {a.attendance.state for a in services.sessions.card(today).roster}
    assert states == {AttendanceState.PRESENT}


def test_a_remark_is_typed_in_the_row(running, services, today, qtbot):
    table = running.session.roster.table
    table.setFocus()
    table.choose(table.roster.rows[0].id, Part.REMARK)
    press(qtbot, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Noor Appelvink, Opmerking"
    qtbot.keyClicks(editor, "Trein vertraagd")
    press(qtbot, Qt.Key.Key_Return)
    assert at(services, today, "Noor").remark == "Trein vertraagd"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_theme_is_picked_in_the_row(running, services, today, qtbot):
    table = running.session.roster.table
    table.setFocus()
    table.choose(table.roster.rows[0].id, Part.CONTRIBUTION)
    press(qtbot, Qt.Key.Key_Return)
    themes = QApplication.focusWidget().parentWidget()
    popup = QApplication.activePopupWidget()
    assert popup is not None, themes
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(popup.findChild(QListView), key)
    QApplication.sendPostedEvents()
    assert at(services, today, "Noor").theme == "Werkdruk en grenzen"
    assert at(services, today, "Noor").contribution


def test_what_is_being_typed_stays_when_something_else_changes(running, qtbot):
    field = running.session.details.description.editor("description")
    field.setFocus()
    qtbot.keyClicks(field, "Vraag van Appelvink")
    assert (
        "de naam van een deelnemer" in running.session.details.description.problems()["description"]
    )
    running.refresh()
    assert field.toPlainText() == "Vraag van Appelvink"


def test_what_was_typed_about_one_person_is_saved_with_that_one(running, services, today, qtbot):
    card = running.session.roster
    card.table.choose(card.table.roster.rows[0].id)
    card.more.setChecked(True)
    field = card.panel.form.editor("remark")
    field.setFocus()
    qtbot.keyClicks(field, "Trein vertraagd")
    card.table.choose(card.table.roster.rows[1].id)
    assert at(services, today, "Noor").remark == "Trein vertraagd"
    assert at(services, today, "Joris").remark == ""
    assert card.panel.title.text() == "Meer over Joris Kastanjelaar"


def test_a_time_that_cannot_be_read_is_told(running, desk, services, today, qtbot):
    table = running.session.roster.table
    table.edit_part(table.roster.rows[0].id, Part.ARRIVED)
    editor = QApplication.focusWidget()
    editor.clear()
    qtbot.keyClicks(editor, "kwart over")
    press(qtbot, Qt.Key.Key_Return)
    assert "niet te lezen" in desk.refusals_shown[-1]
    assert at(services, today, "Noor").intervals == (Interval(600, 750),)


def test_a_click_on_a_box_ticks_it(running, services, today, qtbot):
    table = running.session.roster.table
    cell = table.visualRect(table.roster.index(0, Part.ROOM))
    point = QPoint(cell.left() + 16, cell.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert at(services, today, "Noor").closed_room


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_paper_of_one_person_is_two_clicks_from_the_row(running, desk, today):
    table = running.session.roster.table
    who = table.roster.rows[0].id
    table.asked.emit(who, table.mapToGlobal(QPoint(20, 60)))
    menu = next(m for m in running.findChildren(QMenu) if m.isVisible())
    paper = next(a for a in menu.actions() if a.text().startswith("Bewijs"))
    paper.trigger()
    menu.close()
    assert desk.visited[-1] == Destination(Place.CERTIFICATES, f"{today}/{who}", part="person")


def test_a_closed_session_is_read_only(running, services, today):
    services.holding.close(today)
    running.refresh()
    view = running.session
    assert view.lock.isVisible()
    assert not view.details.details.editor("method").isEnabled()
    assert view.details.details.editor("breaks").isReadOnly()
    assert not view.roster.everyone.isVisible()
    table = view.roster.table
    assert not table.roster.index(0, Part.ARRIVED).flags() & Qt.ItemFlag.ItemIsEditable


def test_there_is_one_filled_button_at_a_time(running):
    assert running.main.isVisible()
    running.main_action()
    assert running.session.sheet.yes.isVisible()
    assert not running.main.isVisible()


def test_a_whole_session_is_marked_and_closed_by_keyboard_alone(window, services, today, qtbot):
    key, ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
    window.go(Destination(Place.SESSIONS))
    press(qtbot, key.Key_Return)
    assert window.page.presenter.opened.id == today
    press(qtbot, key.Key_Return, ctrl)
    table = window.page.session.roster.table
    assert QApplication.focusWidget() is table
    assert table.current_row().name == "Noor Appelvink"
    press(qtbot, key.Key_I)
    press(qtbot, key.Key_R)
    press(qtbot, key.Key_Down)
    press(qtbot, key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "1014")
    press(qtbot, key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "12:15")
    press(qtbot, key.Key_Return)
    assert QApplication.focusWidget() is table
    press(qtbot, key.Key_Down)
    press(qtbot, key.Key_M)
    press(qtbot, key.Key_Down)
    press(qtbot, key.Key_F)
    press(qtbot, key.Key_Down)
    press(qtbot, key.Key_L)
    press(qtbot, key.Key_Return, ctrl)
    assert window.page.session.sheet.yes.hasFocus()
    press(qtbot, key.Key_Return, ctrl)
    session = services.sessions.card(today).session
    assert session.state is Stage.CLOSED
    noor = at(services, today, "Noor")
    assert (noor.contribution, noor.closed_room) == (True, True)
    assert at(services, today, "Joris").intervals == (Interval(614, 735),)
    assert at(services, today, "Sanne").state is AttendanceState.EXCUSED
    assert at(services, today, "Teun").state is AttendanceState.ABSENT
    assert at(services, today, "Bram").intervals == (Interval(672, 750),)


def test_a_guest_is_found_and_added_by_keyboard(window, services, today, qtbot):
    window.go(Destination(Place.SESSIONS, today))
    window.page.presenter.steps.open("guest")
    sheet = window.page.session.sheet
    assert sheet.filter.hasFocus()
    qtbot.keyClicks(sheet.filter, "isa")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    names = [line.name for line in services.sessions.card(today).roster]
    assert "Isa Korenbloem" in names
    press(qtbot, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_session_is_planned_by_keyboard(window, services, qtbot):
    window.go(Destination(Place.SESSIONS))
    press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    field = window.page.new.form.editor("day")
    assert field.hasFocus()
    qtbot.keyClicks(field, "8 dec")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.page.header.title.text().startswith("Dinsdag 8 december")


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("description", "Korte omschrijving voor het bewijs"),
        ("facilitator", "Gespreksleider"),
        ("confidentiality", "Geheimhouding besproken: Vastleggen"),
        ("attendance", "Aanwezigheid"),
        ("close", "Afronden"),
    ],
)
def test_a_fix_from_elsewhere_lands_where_it_is_about(window, services, today, part, name):
    services.holding.hold(today)
    window.go(Destination(Place.SESSIONS, today, part))
    assert QApplication.focusWidget().accessibleName() == name


def test_the_agenda_can_ask_to_cancel(window, today):
    window.go(Destination(Place.SESSIONS, today, "cancel"))
    assert window.page.session.sheet.isVisible()
    assert QApplication.focusWidget().accessibleName() == "Reden, nodig"


def test_a_form_is_taken_in_with_single_keys(running, qtbot, services, today):
    page, card = running, running.session.evaluation
    first = next(iter(card.boxes.values()))
    first.setFocus()
    for _ in card.boxes:
        box = page.window().focusWidget()
        qtbot.keyClicks(box, "x9")
        assert box.text() == ""
        qtbot.keyClicks(box, "j" if "J" in box.placeholderText() else "4")
    assert page.window().focusWidget() is card.save
    qtbot.keyClick(first, Qt.Key.Key_Return)
    (form,) = services.evaluations.sheet(today).forms
    assert set(form.scores.values()) == {4, 5}
    assert first.text() == ""


def test_coming_for_the_times_of_someone_opens_the_field_of_the_arrival(running, today):
    table = running.session.roster.table
    someone = table.roster.rows[3].id
    running.open(Destination(Place.SESSIONS, today, f"times/{someone}"))
    running.focus_start()
    assert table.current_id() == someone
    assert table.currentIndex().column() == Part.ARRIVED
    assert table.state() is QListView.State.EditingState


def test_coming_for_someone_puts_the_focus_on_their_row(running, today):
    table = running.session.roster.table
    someone = table.roster.rows[2].id
    running.open(Destination(Place.SESSIONS, today, f"person/{someone}"))
    running.focus_start()
    assert (table.current_id(), table.hasFocus()) == (someone, True)
