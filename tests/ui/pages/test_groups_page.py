"""The page Groepen in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.ui.pages.groups.page import GroupsPage, build
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks

PARTS = ("overview", "members", "sessions", "attendance", "documents")


@pytest.fixture
def page(qtbot, theme, services, desk):
    made = build(desk, services)
    assert isinstance(made, GroupsPage)
    qtbot.addWidget(made)
    made.resize(952, 834)
    made.show()
    desk.listeners.append(made.refresh)
    utrecht = next(row for row in services.groups.rows() if row.code == "OU")
    made.open(Destination(Place.GROUPS, utrecht.id, "attendance"))
    looks.settle(made)
    return made


@pytest.mark.parametrize("width", [740, 952])
def test_every_part_reads_well_at_every_width(page, theme, width):
    page.resize(width, 640)
    for mode, percent in ((Mode.LIGHT, 100), (Mode.DARK, 120)):
        theme.wear(mode, percent)
        for part in PARTS:
            page.tabs.set_value(part)
            page.tabs.chosen.emit(part)
            looks.settle(page)
            looks.check(page)


def test_the_matrix_is_one_stop_with_arrows_inside(page, qtbot):
    cells = page.attendance.matrix.sessions
    cells.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.attendance.inspector.isVisible()
    cells.go(0, 0)
    qtbot.keyClick(cells, Qt.Key.Key_Down)
    qtbot.keyClick(cells, Qt.Key.Key_Right)
    assert page.attendance.inspector.name.text() == "Joris Kastanjelaar"
    assert page.attendance.inspector.when.text().startswith("do 16 apr")
    qtbot.keyClick(cells, Qt.Key.Key_End)
    for _ in range(20):
        qtbot.keyClick(cells, Qt.Key.Key_Down)
    assert page.attendance.inspector.name.text() == "Femke Zonnedauw"


def test_a_cell_speaks_who_when_and_how_much(page):
    model = page.attendance.matrix.model
    people = [p.name for p in model.matrix.people]
    index = model.index(people.index("Hidde Zeewind"), 2)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Hidde Zeewind, donderdag 16 april, 1,6 uur, telt niet mee")


def test_letters_mark_and_enter_edits(page, qtbot, services):
    cells = page.attendance.matrix.sessions
    cells.go(0, 4)
    qtbot.keyClicks(cells, "m")
    assert page.attendance.inspector.chip.text == "afgemeld"
    services.undo.undo()
    page.refresh()
    session = page.attendance.matrix.model.matrix.columns[3].id
    services.holding.hold(session)
    page.refresh()
    cells.go(0, 3)
    qtbot.keyClick(cells, Qt.Key.Key_Return)
    inspector = page.attendance.inspector
    assert page.window().focusWidget() is inspector.arrived
    inspector.arrived.selectAll()
    qtbot.keyClicks(inspector.arrived, "1012")
    qtbot.keyClick(inspector.arrived, Qt.Key.Key_Return)
    assert inspector.hours.text() == "2,3"
    qtbot.keyClick(inspector.arrived, Qt.Key.Key_Escape)
    assert page.window().focusWidget() is cells


def test_many_sessions_scroll_between_name_and_forecast(page, services, qtbot):
    group = page.scope().group_id
    for month in (2, 3, 5, 7, 8, 9, 12):
        day = page._desk.today().replace(month=month, day=3)
        services.sessions.plan(services.sessions.draft(group, day, 600, 720))
    page.refresh()
    looks.settle(page)
    matrix = page.attendance.matrix
    assert matrix.sessions.horizontalScrollBar().maximum() > 0
    assert matrix.names.width() + matrix.sessions.width() + matrix.years.width() == matrix.width()
    before = matrix.years.geometry()
    matrix.sessions.go(0, 11)
    assert matrix.sessions.horizontalScrollBar().value() > 0
    assert matrix.years.geometry() == before


def test_the_filter_and_the_list_work_by_keyboard(page, qtbot):
    page.focus_filter()
    qtbot.keyClicks(page.pane.filter, "zorg")
    assert page.pane.list.model().rowCount() == 1
    qtbot.keyClick(page.pane.filter, Qt.Key.Key_Escape)
    page.focus_start()
    title = page.header.title.text()
    with qtbot.waitSignal(page.scope_changed):
        qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert page.header.title.text() != title


def test_names_are_shown_as_typed(page, services, qtbot):
    name = "<b>Jan</b><img src=file:///plaatje.png>"
    page.open(Destination(Place.GROUPS, page.scope().group_id, "members"))
    page.members.add.names.setPlainText(name)
    qtbot.mouseClick(page.members.add.add, Qt.MouseButton.LeftButton)
    page.open(Destination(Place.GROUPS, page.scope().group_id, "attendance"))
    shown = [person.name for person in page.attendance.matrix.model.matrix.people]
    assert any("<b>Jan</b>" in one for one in shown)
    assert not looks.rich(page)


def test_the_form_saves_a_field_when_it_is_left(page, qtbot, services):
    page.open(Destination(Place.GROUPS, page.scope().group_id, "overview"))
    name = page.overview.forms["Gegevens"].editor("name")
    name.selectAll()
    qtbot.keyClicks(name, "Middaggroep Utrecht")
    page.main_action()
    assert page.header.title.text() == "Middaggroep Utrecht"
