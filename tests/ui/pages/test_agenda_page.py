"""The page Agenda as a window: mouse, keys, names."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from intervisie_desktop.ui.pages.agenda.page import AgendaPage
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks
from tests.ui.agenda_house import TUESDAY, agenda_house
from tests.ui.desk_double import PlainDesk

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Shown:
    def __init__(self, house, qtbot):
        self.house, self.desk = house, PlainDesk()
        self.key = house.session(house.care)
        self.page = AgendaPage(self.desk, house.services)
        self.desk.listeners.append(self.page.refresh)
        qtbot.addWidget(self.page)
        self.page.resize(1240, 840)
        self.page.presenter.show_day(TUESDAY)
        self.page.show()
        looks.settle(self.page)
        self.page.grid.setFocus()

    def at(self, day, minute, inset=20):
        where = self.page.grid.geometry_now()
        left, _ = where.column(day)
        return QPoint(int(left) + inset, int(where.y_of(minute)) + 1)

    def drag(self, start, end, modifier=Qt.KeyboardModifier.NoModifier):
        view = self.page.grid.viewport()
        QTest.mousePress(view, LEFT, pos=start)
        for step in (0.3, 0.7, 1.0):
            point = QPointF(start) + (QPointF(end) - QPointF(start)) * step
            QTest.mouseMove(view, point.toPoint())
        QTest.mouseRelease(view, LEFT, modifier, pos=end)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, view=None):
        QTest.keyClick(view or self.page.grid, key, modifier)

    @property
    def stored(self):
        return self.house.stored(self.key)


@pytest.fixture
def shown(tmp_path, qtbot, theme):
    with agenda_house(tmp_path) as house:
        yield Shown(house, qtbot)


def test_dragging_moves_a_session_to_another_day_and_time(shown):
    shown.drag(shown.at(TUESDAY, 600), shown.at(date(2026, 10, 22), 660))
    assert (shown.stored.day, shown.stored.start) == (date(2026, 10, 22), 630)
    assert shown.page.grid.chosen_session() == shown.key


def test_dragging_with_alt_tries_the_move_and_leaves_the_session_where_it_is(shown):
    before, to = shown.stored, date(2026, 10, 22)
    shown.drag(shown.at(TUESDAY, 600), shown.at(to, 660), Qt.KeyboardModifier.AltModifier)
    assert shown.stored == before
    assert shown.desk.visited == [Destination(Place.WHAT_IF, shown.key, "move:2026-10-22:630")]


def test_dragging_the_lower_edge_lengthens(shown):
    edge = shown.at(TUESDAY, 750) - QPoint(0, 4)
    shown.drag(edge, shown.at(TUESDAY, 795))
    assert (shown.stored.start, shown.stored.end) == (570, 810)


def test_dragging_over_an_empty_stretch_begins_a_session_there(shown):
    shown.drag(shown.at(TUESDAY, 840), shown.at(TUESDAY, 945))
    values = shown.page.making.form.values()
    assert shown.page.making.isVisible()
    assert (values["day"], values["start"], values["end"]) == (TUESDAY, 840, 960)


def test_escape_lets_go_of_what_is_dragged(shown):
    view = shown.page.grid.viewport()
    QTest.mousePress(view, LEFT, pos=shown.at(TUESDAY, 600))
    QTest.mouseMove(view, shown.at(TUESDAY, 720))
    shown.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=shown.at(TUESDAY, 720))
    assert shown.stored.start == 570


def test_a_click_without_a_drag_changes_nothing(shown):
    QTest.mouseClick(shown.page.grid.viewport(), LEFT, pos=shown.at(TUESDAY, 600))
    assert shown.page.grid.chosen_session() == shown.key
    assert shown.desk.outcomes == []


def test_the_keyboard_does_all_that_the_mouse_does(shown):
    grid = shown.page.grid
    grid.choose(shown.key)
    shown.press(Qt.Key.Key_Down, SHIFT)
    assert shown.stored.start == 585
    shown.press(Qt.Key.Key_Right, SHIFT)
    assert shown.stored.day == date(2026, 10, 21)
    shown.press(Qt.Key.Key_Down, SHIFT | CONTROL)
    assert shown.stored.minutes == 195
    assert grid.chosen_session() == shown.key
    shown.press(Qt.Key.Key_Return)
    assert shown.desk.visited[-1] == Destination(Place.SESSIONS, shown.key)
    shown.press(Qt.Key.Key_Delete)
    assert shown.desk.visited[-1] == Destination(Place.SESSIONS, shown.key, "cancel")


def test_arrows_go_over_slots_and_sessions_and_n_makes_one_there(shown):
    grid = shown.page.grid
    grid.choose(shown.key)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert grid.currentIndex().data(spoken).startswith("Toezichthouders Zorg, dinsdag 20")
    shown.press(Qt.Key.Key_Down)
    assert grid.currentIndex().data(spoken) == "dinsdag 20 oktober, 12:30, vrij"
    shown.press(Qt.Key.Key_Up)
    assert grid.chosen_session() == shown.key
    shown.press(Qt.Key.Key_Up)
    assert (grid.chosen_session(), grid.slot()) == ("", (TUESDAY, 540))
    shown.press(Qt.Key.Key_Right)
    assert grid.slot() == (date(2026, 10, 21), 540)
    shown.press(Qt.Key.Key_N)
    values = shown.page.making.form.values()
    assert (values["day"], values["start"]) == (date(2026, 10, 21), 540)


def test_arrows_go_on_into_the_next_week(shown):
    grid = shown.page.grid
    for _ in range(6):
        shown.press(Qt.Key.Key_Right)
    assert shown.page.header.title.text() == "26 okt – 1 nov"
    assert grid.slot()[0] == date(2026, 10, 26)
    shown.press(Qt.Key.Key_Left)
    assert grid.slot()[0] == date(2026, 10, 25)
    shown.press(Qt.Key.Key_PageUp)
    assert shown.page.header.title.text() == "12–18 oktober"


def test_a_session_is_made_with_the_keyboard_alone(shown, qtbot):
    shown.page.main_action()
    making = shown.page.making
    qtbot.waitUntil(making.isVisible)
    making.form.editor("day").setText("vr 23 okt")
    making.form.editor("start").setText("1300")
    making.form.editor("end").setText("16")
    shown.page.main_action()
    assert not making.isVisible()
    (row,) = [r for r in shown.house.services.sessions.rows() if r.day == date(2026, 10, 23)]
    assert (row.start, row.end) == (780, 960)


def test_a_series_is_typed_and_ticked(shown):
    shown.page.presenter.make(TUESDAY, 840, 960)
    making = shown.page.making
    QTest.mouseClick(making.series, LEFT)
    QTest.keyClicks(making.text, "elke 2e dinsdag, 4 keer")
    assert making.echo.text() == "elke maand op de tweede dinsdag, 4 keer"
    assert making.plan.text() == "4 bijeenkomsten inplannen"
    line = next(iter(making._lines.values()))
    QTest.mouseClick(line.check, LEFT)
    assert making.plan.text() == "3 bijeenkomsten inplannen"
    QTest.mouseClick(making.plan, LEFT)
    assert len(shown.house.services.sessions.rows()) == 4
    looks.check(shown.page)


def test_the_strip_jumps_by_click_and_by_arrow(shown):
    strip = shown.page.strip
    row = strip.spoken.row_of("2026-03-02")
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.area_of(row).center().toPoint())
    assert shown.page.header.title.text() == "2–8 maart"
    shown.press(Qt.Key.Key_Right, view=strip)
    assert shown.page.header.title.text() == "9–15 maart"


@pytest.mark.parametrize("span", ["month", "year"])
def test_month_and_year_are_led_by_keys_too(shown, span):
    shown.page.presenter.show_span(span)
    view = shown.page.month if span == "month" else shown.page.year
    view.choose(shown.key)
    assert "09:30 Toezichthouders Zorg gepland" in view.currentIndex().data()
    shown.press(Qt.Key.Key_Down, SHIFT, view)
    assert shown.stored.day == date(2026, 10, 27)
    assert view.chosen_session() == shown.key
    shown.press(Qt.Key.Key_Return, view=view)
    assert shown.desk.visited[-1] == Destination(Place.SESSIONS, shown.key)
    shown.press(Qt.Key.Key_Left, view=view)
    shown.press(Qt.Key.Key_Return, view=view)
    assert shown.page.making.form.value("day") == date(2026, 10, 26)


def test_dragging_in_the_month_keeps_the_time(shown):
    shown.page.presenter.show_span("month")
    view = shown.page.month
    looks.settle(shown.page)
    start = view.chip(TUESDAY, 0).center().toPoint()
    end = view.cell(date(2026, 10, 9)).center().toPoint()
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert (shown.stored.day, shown.stored.start) == (date(2026, 10, 9), 570)


@pytest.mark.parametrize("size", [(1240, 840), (998, 634)])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut_off_or_unnamed(shown, theme, size, mode):
    theme.wear(mode)
    shown.page.resize(*size)
    for span in ("day", "week", "month", "year"):
        shown.page.presenter.show_span(span)
        looks.check(shown.page)
        assert not shown.page.grab().isNull()
    shown.page.presenter.show_sources()
    looks.check(shown.page)


def test_without_groups_the_panel_says_what_to_do(tmp_path, qtbot, theme):
    with agenda_house(tmp_path) as house:
        for group in (house.care, house.crime):
            house.services.groups.remove(group.id)
        desk = PlainDesk()
        page = AgendaPage(desk, house.services)
        qtbot.addWidget(page)
        page.show()
        page.presenter.make()
        assert page.making.empty.isVisible()
        QTest.mouseClick(page.making.empty.primary, LEFT)
        assert desk.visited == [Destination(Place.GROUPS, part="new")]


def test_a_screen_reader_hears_every_entry_as_a_row_of_a_list(shown):
    QAccessible.setActive(True)
    heard = QAccessible.queryAccessibleInterface(shown.page.grid)
    assert heard.role() is QAccessible.Role.List
    rows = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert rows[0] == (
        "Toezichthouders Zorg, dinsdag 20 oktober, 09:30 tot 12:30, Zaal De Linde, gepland"
    )


def test_the_menu_makes_a_calendar_file_of_a_groups_year(shown, tmp_path):
    shown.desk.path = tmp_path / "groep.ics"
    shown.page.grid.choose(shown.key)
    actions = {a.key: a for a in shown.page.page_actions()}
    assert actions["agenda_ics_group"].enabled()
    actions["agenda_ics_group"].run()
    assert b"SUMMARY:Toezichthouders Zorg" in shown.desk.path.read_bytes()
    names = [a.label() for a in shown.page._more_actions()]
    assert "Jaar van Strafrecht Midden" in names
