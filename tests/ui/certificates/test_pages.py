"""The pages in a real window: keyboard, names, nothing cut off, nothing in English."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.ui.pages.certificates.page import CertificatesPage
from intervisie_desktop.ui.pages.certificates.state import Step
from intervisie_desktop.ui.pages.verify.page import VerifyPage
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.tasks import InlineTasks
from intervisie_desktop.ui.shell.window import MainWindow, WindowParts
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks


class Memory:
    def __init__(self):
        self._kept = {}

    def load(self, key):
        return self._kept.get(key, "")

    def save(self, key, value):
        self._kept[key] = value


class Clock:
    def __init__(self, house):
        self._clock = house.clock

    def today(self):
        return self._clock.today()

    def now(self):
        return self._clock.now()


@pytest.fixture
def window(qtbot, theme, house):
    pages = {
        Place.CERTIFICATES: partial(CertificatesPage, service=house.service),
        Place.VERIFY: partial(VerifyPage, service=house.service),
    }
    made = MainWindow(
        WindowParts(
            pages=pages,
            clock=Clock(house),
            undo=house.store,
            memory=Memory(),
            tasks=InlineTasks(),
            expected=(Trouble,),
            start=Place.CERTIFICATES,
        )
    )
    qtbot.addWidget(made)
    made.begin()
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def to_step(window, part="make", record=""):
    window.desk.go(Destination(Place.CERTIFICATES, id=record, part=part))
    return window.page


def test_from_list_to_papers_by_keyboard_alone(window, house, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    page = to_step(window)
    press(page, Qt.Key.Key_Return, control)
    assert page.wizarding.board.picked.step is Step.PEOPLE

    people = page.wizard.people.people
    people.setFocus()
    press(people, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(people, key)
    assert page.wizard.people.count.text() == "2 geselecteerd"
    press(people, Qt.Key.Key_A, control)
    assert page.wizard.people.count.text() == "3 geselecteerd"
    for _ in range(2):
        press(page, Qt.Key.Key_Return, control)

    assert house.numbers() == ["2026-001", "2026-002", "2026-003"]
    assert page.wizard.done.open.isVisible()
    press(page, Qt.Key.Key_Return, control)
    assert page.register.table.rows_model.rowCount() == 3


def test_the_preview_shows_the_pdf_sharp_and_zooms(window):
    page = to_step(window, "session", "s1")
    sheets = page.wizard.preview.sheets
    before = sheets.images[0].width()

    page.wizard.preview.larger.click()

    assert before > 300
    assert sheets.images[0].width() > before
    assert page.wizard.preview.zoom_word.text().endswith("%")


def test_the_list_is_a_sound_model_and_its_rows_speak(window):
    page = to_step(window, "session", "s1")
    model = page.wizard.people.people.rows_model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    page.wizarding.people.look_for("merel")
    page.wizarding.people.look_for("")

    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tester.model() is model
    assert spoken == "Stijn Berkenblad, 2,5 uur, gereed, aangevinkt"


def test_a_click_on_the_box_ticks_and_a_click_on_a_button_acts(window, qtbot):
    page = to_step(window)
    page.main_action()
    people = page.wizard.people.people
    stijn, merel = people.rows_model.index(1), people.rows_model.index(2)
    box = people.visualRect(merel).topLeft()
    qtbot.mouseClick(
        people.viewport(), Qt.MouseButton.LeftButton, pos=box.__class__(box.x() + 20, box.y() + 16)
    )
    assert page.wizard.people.count.text() == "2 geselecteerd"

    with qtbot.waitSignal(people.acted) as acted:
        rect = people.visualRect(stijn)
        spot = rect.bottomLeft()
        qtbot.mouseClick(
            people.viewport(),
            Qt.MouseButton.LeftButton,
            pos=spot.__class__(spot.x() + 60, spot.y() - 20),
        )
    assert acted.args[1] == "plan"


def test_escape_closes_the_wizard_and_keeps_the_choices(window):
    page = to_step(window, "session", "s1")
    page.wizarding.people.tick(page.wizarding.board.picked.current)

    press(page.wizard.people.people, Qt.Key.Key_Escape)
    assert page.register.isVisible()

    page = to_step(window)
    assert page.wizard.people.count.text() == "3 geselecteerd"


def test_a_letter_is_edited_in_place_and_kept_on_leaving(window, house):
    page = to_step(window, "session", "s1")
    output = page.wizard.output
    output.drafts.check.click()
    output.edit.click()
    output.editor.text.setFocus()
    output.editor.text.setPlainText("Dag {voornaam}!")
    page.wizard.main.setFocus()

    assert house.service.letters()[0].text == "Dag {voornaam}!"


def test_a_name_with_markup_is_shown_as_typed(window, house):
    odd = "<b>Jan</b><img src=file:///plaatje.png>"
    with house.store.work("participant_changed") as work:
        person = work.participants.get("p1")
        work.participants.save(replace(person, name=replace(person.name, given=odd)))
    page = to_step(window, "session", "s1")

    rows = page.wizard.people.people.rows_model.rows
    assert any(row.title.startswith(odd) for row in rows)
    assert looks.rich(window) == []


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut_off_nameless_or_english(window, house, theme, size, mode):
    theme.wear(mode)
    window.resize(*size)
    for part, record in (("register", ""), ("make", ""), ("session", "s1"), ("person", "s1/p2")):
        page = to_step(window, part, record)
        _looks_right(page)
    page.main_action()
    _looks_right(page)
    page.main_action()
    _looks_right(page)
    window.desk.go(Destination(Place.VERIFY))
    window.page.presenter.check_code("2026-001", "7F3K")
    _looks_right(window.page)


def _looks_right(page):
    looks.check(page)


def test_a_paper_dropped_on_the_page_is_checked(window, house, tmp_path):
    made = house.issue("p1").made[0]
    path = house.service.write_to_folder([made.certificate_id], tmp_path).paths[0]
    window.desk.go(Destination(Place.VERIFY))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    window.page.drop.dropEvent(drop)

    assert window.page.answer.title.text() == "Dit bewijs is echt"
    assert "echt" in window.page.answer.accessibleName()


def test_a_typed_code_is_checked_on_enter(window, house):
    house.issue("p1")
    with house.store.reading() as reading:
        code = reading.certificates.all()[0].control_code
    window.desk.go(Destination(Place.VERIFY))
    page = window.page
    QTest.keyClicks(page.number, "2026-001")
    QTest.keyClicks(page.code, code)
    press(page.code, Qt.Key.Key_Return)

    assert page.answer.title.text() == "Dit bewijs is echt"


def test_a_missing_file_is_told_on_the_page(window):
    window.desk.go(Destination(Place.VERIFY, part="file", id=str(Path("/weg/bewijs.pdf"))))

    assert window.page.notice.isVisible()
