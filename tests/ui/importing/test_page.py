"""Importeren on the screen: by keyboard from file to result, nothing cut off, nothing as markup."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from intervisie_desktop.ui.pages.importing.page import build
from intervisie_desktop.ui.pages.importing.state import Step
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui import looks
from tests.ui.importing.conftest import DATA

EVIL = "<b>Jan</b><img src=file:///plaatje.png>"


@pytest.fixture
def page(qtbot, theme, desk, services):
    made = build(desk, services)
    qtbot.addWidget(made)
    made.resize(1020, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(Destination(Place.IMPORTING, part="participants"))
    made.focus_start()
    return made


def step_of(page):
    return Step(page.stack.currentIndex())


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.mark.parametrize(
    "file", ["deelnemers-excel-nl.csv", "urenstaat-2025.xlsx", "contacten.vcf", "agenda-extern.ics"]
)
def test_every_step_of_every_file_looks_right(page, desk, file, theme):
    theme.wear(theme.mode, 140, calm=True)
    looks.check(page)
    desk.path = DATA / file
    page.file.empty.primary.click()
    while step_of(page) is not Step.DONE:
        looks.check(page)
        page.main_action()
    looks.check(page)


def test_a_list_comes_in_with_the_keyboard_alone(page, qtbot, desk, services, listed):
    desk.path = listed("Jan Berk;jan@x.example;;Ochtend;", "Piet Eik;;;Ochtend;", "Els Es;;;;")
    assert QApplication.focusWidget() is page.file.empty.primary
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.columns.kind
    page.main_action()
    assert QApplication.focusWidget() is page.review.table
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_O)
    assert page.review.table.rows_model.rows[1].action == "overslaan"
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.review.decision
    press(qtbot, Qt.Key.Key_Up)
    assert page.review.table.rows_model.rows[1].action == "toevoegen"
    page.main_action()
    assert QApplication.focusWidget() is page.done.open
    press(qtbot, Qt.Key.Key_Space)
    assert desk.visited == [Destination(Place.PARTICIPANTS)]
    assert len(services.people.rows()) == 3


def test_another_meaning_of_a_column_by_keyboard(page, qtbot, desk, listed):
    desk.path = listed("Jan Berk;jan@x.example;;Ochtend;")
    page.file.empty.primary.click()
    qtbot.waitUntil(page.columns.selects[-1].isVisible)
    for _ in range(3):
        if QApplication.focusWidget() in page.columns.selects:
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in page.columns.selects
    select = page.columns.selects[2]
    select.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    assert select.value() == ""
    assert select.accessibleName() == "Betekenis van kolom Kantoor"


def test_a_file_can_be_dropped(page, listed):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed("Jan Berk;;;;")))])
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert step_of(page) is Step.COLUMNS


def test_a_wrong_start_time_stays_where_it_is_typed(page, desk):
    desk.path = DATA / "urenstaat-2025.xlsx"
    page.file.empty.primary.click()
    page.columns.sheet_form.editor("starts_at").setText("23:00")
    page.main_action()
    assert step_of(page) is Step.COLUMNS
    assert "20:00" in page.columns.sheet_form.problems()["starts_at"]


def test_a_name_with_markup_is_shown_as_typed(page, desk, listed):
    desk.path = listed(f"{EVIL};;;;")
    page.file.empty.primary.click()
    page.main_action()
    row = page.review.table.rows_model.rows[0]
    assert row.name == EVIL
    assert f"Rij 2: {EVIL}" in set(looks.texts(page))
    assert not looks.rich(page)
    assert not looks.cut_off(page)


def test_a_problem_is_said_by_row_and_the_box_gets_the_focus(page, desk, listed):
    desk.path = listed("Jan Berk;geenadres;;;", "Piet Eik;;;;")
    page.file.empty.primary.click()
    page.main_action()
    page.main_action()
    assert step_of(page) is Step.REVIEW
    assert QApplication.focusWidget() is page.review.leave_out
    page.review.leave_out.click()
    page.main_action()
    assert step_of(page) is Step.DONE


def test_every_step_of_a_list_of_sessions_looks_right(page, desk, theme, listed):
    theme.wear(theme.mode, 140, calm=True)
    desk.path = listed(
        "20-10-2026;10:00;12:00;Noord", "20-10-2026;11:00;13:00;Noord", "27-10-2026;10:00;;Zuid",
        headings="Datum;Begin;Eind;Groep",
    )  # fmt: skip
    page.file.empty.primary.click()
    assert page.columns.plan_form.isVisible()
    assert not page.columns.list_form.isVisible()
    while step_of(page) is not Step.DONE:
        looks.check(page)
        page.main_action()
    looks.check(page)
