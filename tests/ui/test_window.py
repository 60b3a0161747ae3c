"""The window around the pages: travel, change, undo, palette, dock and looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from intervisie_desktop.domain.changes import Change, ChangeKind, ChangeSet, Outcome, Subject
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.help_sheet import HelpSheet
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks
from tests.ui.window_double import GROUP_ADDED, Bench


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def window(qtbot, theme, bench):
    made = bench.window()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.begin()
    made.show()
    made.activateWindow()
    looks.settle(made)
    return made


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, keys)


def rail_words(window):
    model = window.rail.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_rail_shows_only_places_with_a_page(window):
    assert rail_words(window) == [
        "Vandaag", "Groepen", "Deelnemers", "Bewijzen", "Instellingen",
    ]  # fmt: skip


def test_pages_are_built_when_first_opened(window, bench):
    assert bench.built == [Place.TODAY]
    window.go(Destination(Place.GROUPS, "g1"))
    window.go(Destination(Place.TODAY))
    window.go(Destination(Place.GROUPS, "g2"))
    assert bench.built == [Place.TODAY, Place.GROUPS]
    assert [d.id for d in window.page.opened] == ["g1", "g2"]


def test_back_and_forward_by_key(window):
    window.go(Destination(Place.GROUPS))
    press(window, "Ctrl+3")
    assert window.page.place is Place.PARTICIPANTS
    press(window, "Alt+Left")
    assert window.page.place is Place.GROUPS
    press(window, "Alt+Right")
    assert window.page.place is Place.PARTICIPANTS


def test_the_rail_is_followed_by_enter(window):
    window.rail.list.setFocus()
    QTest.keyClick(window.rail.list, Qt.Key.Key_Down)
    QTest.keyClick(window.rail.list, Qt.Key.Key_Return)
    assert window.page.place is Place.GROUPS


def test_a_change_refreshes_the_page_in_front_and_marks_the_others(window):
    today = window.page
    window.go(Destination(Place.GROUPS))
    groups = window.page
    window.desk.announce(Outcome(None, GROUP_ADDED))
    assert "refresh" in groups.heard
    assert "refresh" not in today.heard
    window.go(Destination(Place.TODAY))
    assert today.heard[-1] == "refresh"


def test_a_change_that_is_of_no_concern_is_left_alone(window):
    other = ChangeSet((Change(Subject.CLIENT, "c", ChangeKind.CHANGED),))
    window.desk.announce(Outcome(None, other))
    assert "refresh" not in window.page.heard


def test_a_refusal_is_said_on_the_page_and_goes_with_the_next_act(window):
    def refused():
        raise Refusal("gone")

    assert window.desk.perform(refused) is None
    assert "is er niet meer" in window.page.notice.text()
    assert window.desk.perform(lambda: Outcome("gelukt", GROUP_ADDED)) == "gelukt"
    assert window.page.notice.text() == ""


def test_a_bug_is_not_mistaken_for_a_refusal(window):
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        window.desk.perform(broken)


def test_the_toast_offers_undo_and_ctrl_z_names_it(window, bench):
    bench.undo.past.append(("group_added", {"group": "Ochtend"}))
    window.desk.announce(Outcome(None, GROUP_ADDED, "group_added", {"group": "Ochtend"}))
    assert window.toast.isVisible()
    assert window.actions_of_window.bound("undo").text().startswith("Ongedaan maken: ")
    press(window, "Ctrl+Z")
    assert bench.undo.past == []
    assert window.toast.sentence().startswith("Ongedaan gemaakt: ")
    assert not window.actions_of_window.bound("undo").isEnabled()
    press(window, "Ctrl+Shift+Z")
    assert len(bench.undo.past) == 1


def test_a_final_act_offers_no_undo(window):
    window.desk.announce(Outcome(None, GROUP_ADDED, "issued", final=True))
    buttons = [b for b in window.toast.findChildren(QPushButton) if b.isVisibleTo(window.toast)]
    assert [b.accessibleName() for b in buttons] == ["Melding sluiten"]


def test_the_year_filters_every_page(window):
    window.set_year(2025)
    assert window.desk.year() == 2025
    assert window.page.heard[-1] == "year"


def test_the_dock_folds_to_a_strip_and_is_never_hidden(window):
    press(window, "F9")
    assert window.dock.folded
    assert window.dock.isVisible()
    assert window.dock.width() == 46
    press(window, "F9")
    assert window.dock.width() == 304


def test_the_dock_hears_scope_and_change(window, qtbot):
    with qtbot.waitSignal(window.dock.scope_changed) as scope:
        window.go(Destination(Place.GROUPS, "g7"))
    assert scope.args[0].group_id == "g7"
    with qtbot.waitSignal(window.dock.happened):
        window.desk.announce(Outcome(None, GROUP_ADDED))


def test_a_narrow_window_folds_rail_and_dock(window):
    window.resize(1100, 700)
    assert window.rail.width() == 56
    assert window.dock.folded
    assert window.rail.years.isVisible()
    window.resize(1440, 900)
    assert window.rail.width() == 184
    assert not window.dock.folded


def test_f6_goes_round(window):
    window.page.focus_start()
    press(window, "F6")
    press(window, "F6")
    assert window.rail.list.hasFocus()
    press(window, "F6")
    assert window.page.field.hasFocus()


def test_page_actions_stand_in_menu_and_palette(window):
    menu = window.menu_row.menu("Groep")
    assert [a.text() for a in menu.actions()] == ["Nieuwe groep"]
    press(window, "Ctrl+N")
    assert window.page.heard[-1] == "make"
    window.open_palette()
    QTest.keyClicks(window.palette_sheet.input, ">nieuwe gr")
    assert [hit.title for hit in window.palette_sheet.hits()] == ["Nieuwe groep"]


def test_an_empty_menu_is_not_there(window):
    assert not window.menu_row.menu("Bijeenkomst").menuAction().isVisible()


def test_the_palette_finds_a_person_and_goes_there(window):
    press(window, "Ctrl+K")
    QTest.keyClicks(window.palette_sheet.input, "@zonn")
    QTest.keyClick(window.palette_sheet.input, Qt.Key.Key_Return)
    assert window.palette_sheet.isHidden()
    assert window.page.place is Place.PARTICIPANTS


def test_esc_in_the_palette_gives_the_focus_back(window):
    window.page.focus_start()
    press(window, "Ctrl+K")
    assert window.palette_sheet.input.hasFocus()
    QTest.keyClick(window.palette_sheet.input, Qt.Key.Key_Escape)
    assert window.page.field.hasFocus()


def test_arrows_in_the_palette_skip_headings(window):
    window.palette_sheet.open("n")
    sheet = window.palette_sheet
    titles = [hit.title for hit in sheet.hits()]
    seen = []
    for _ in titles:
        seen.append(sheet.list.currentIndex().data())
        QTest.keyClick(sheet.input, Qt.Key.Key_Down)
    assert seen == titles


def test_the_window_is_remembered(window, bench, qtbot, theme):
    window.go(Destination(Place.CERTIFICATES))
    window.wear(Mode.DARK)
    window.toggle_dock()
    window.close()
    assert bench.memory["window.dock"] == "in"
    again = Bench(memory=bench.memory).window()
    qtbot.addWidget(again)
    theme.wear(Mode.LIGHT)
    again = Bench(memory=bench.memory).window()
    qtbot.addWidget(again)
    again.begin()
    assert again.page.place is Place.CERTIFICATES
    assert again.dock.folded
    assert theme.dark


def test_f1_lists_every_key_once(window):
    press(window, "F1")
    sheet = window.findChild(HelpSheet)
    looks.settle(sheet)
    looks.check(sheet)
    shown = [t for t in looks.texts(sheet) if t == "Ctrl+K"]
    assert len(shown) == 1
    sheet.close()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("percent", [90, 100, 140])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_window_looks_right(window, theme, mode, percent, size):
    theme.wear(mode, percent)
    window.resize(*size)
    window.toast.show_toast("Groep Ochtendgroep Utrecht toegevoegd", undo=True)
    looks.check(window)
