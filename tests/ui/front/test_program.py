"""The program itself: first start, unlock, lock and settings in real windows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intervisie_desktop.app.program import Program
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.keys import Cost
from intervisie_desktop.services.practice_file import PracticeFiles
from intervisie_desktop.ui.pages.first_start.page import FirstStartPage
from intervisie_desktop.ui.pages.first_start.presenter import Stage
from intervisie_desktop.ui.pages.unlock.page import UnlockPage
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.single_instance import SingleInstance

PASSWORD = "rustige dinsdag"
CHEAP = Cost(memory=19 * 1024, rounds=2, lanes=1)


@pytest.fixture
def program(qapp, qtbot, theme, paths, machine, clock):
    made = Program(qapp, paths, machine, clock)
    made.entrance.files._cost = CHEAP
    yield made
    made.leave()
    if made.front is not None:
        made.front.closed.disconnect()
        made.front.close()


@pytest.fixture
def practice(paths, clock, tmp_path):
    path = tmp_path / "papierwilg.intervisie"
    files = PracticeFiles(clock, paths, CHEAP)
    opened, _code = files.create(
        path, PASSWORD, Practice(name="Praktijk Papierwilg"), Facilitator(id="f", name="Marit")
    )
    opened.close()
    return path


def write(widget, text):
    widget.setFocus()
    QTest.keyClicks(widget, text)


def unlocked(program, practice, qtbot):
    program.start(practice)
    page = program.front.centralWidget()
    assert isinstance(page, UnlockPage)
    write(page.with_password.password, PASSWORD)
    QTest.keyClick(page.with_password.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    return program.window


def test_from_nothing_to_an_open_practice_by_keyboard(program, qtbot, paths):
    program.start(None)
    page = program.front.centralWidget()
    assert isinstance(page, FirstStartPage)
    steps = page.steps
    write(steps.practice, "Praktijk Papierwilg")
    write(steps.facilitator, "Marit Papierwilg")
    write(steps.group, "Ochtendgroep")
    write(steps.names, "Jan van den Berg")
    qtbot.waitUntil(program.front.isActiveWindow)
    QTest.keyClick(program.front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.presenter.state.stage is Stage.SAFETY
    write(page.safety.password, PASSWORD)
    write(page.safety.again, PASSWORD)
    QTest.keyClick(page.safety.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.presenter.state.stage is Stage.CODE, timeout=10_000)
    state = page.presenter.state
    for field, asked in zip(page.code.fields, state.asked, strict=True):
        write(field, state.code[asked])
    QTest.keyClick(program.front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert program.window is not None
    assert program.front is None
    assert (paths.documents / "Praktijk Papierwilg.intervisie").is_file()
    assert program.window.windowTitle() == "Praktijk Papierwilg"


def test_the_right_password_opens_the_window(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    assert window.windowTitle() == "Praktijk Papierwilg"
    assert program.front is None


def test_a_wrong_password_keeps_the_screen(program, practice, qtbot):
    program.start(practice)
    page = program.front.centralWidget()
    write(page.with_password.password, "mis geraden")
    QTest.keyClick(page.with_password.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=10_000)
    assert page.with_password.password.text() == ""
    assert program.window is None


def test_locking_closes_everything_and_leaves_one_file(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.CLIENTS))
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window is None)
    assert program.entrance.opened is None
    assert [path.name for path in practice.parent.glob("papierwilg*")] == [practice.name]
    page = program.front.centralWidget()
    assert isinstance(page, UnlockPage)
    assert "vergrendeld" in page.intro.text()
    texts = {text for widget in QApplication.allWidgets() for text in _texts(widget)}
    assert not any("Marit" in text for text in texts)


def test_the_key_of_the_menu_locks_too(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window is None)


def test_unlocking_returns_to_where_one_was(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.CLIENTS))
    program.lock()
    qtbot.waitUntil(lambda: program.front is not None)
    page = program.front.centralWidget()
    page.presenter.unlock(PASSWORD)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    assert program.window.page.place is Place.CLIENTS


def test_another_practice_is_opened_from_the_menu(program, practice, qtbot, monkeypatch):
    window = unlocked(program, practice, qtbot)
    window.actions_of_window.bound("new").trigger()
    qtbot.waitUntil(lambda: program.window is None)
    assert isinstance(program.front.centralWidget(), FirstStartPage)
    assert program.entrance.opened is None


def test_idling_locks_after_the_minutes_of_this_machine(program, practice, qtbot, machine):
    unlocked(program, practice, qtbot)
    assert program._idle.minutes == 10
    machine.set_auto_lock(2)
    assert program._idle.minutes == 2
    program._idle.idle.emit()
    qtbot.waitUntil(lambda: program.window is None)
    assert program._idle.minutes == 0


def test_the_example_is_marked_and_leaves_nothing(program, qtbot):
    program.start(None)
    program.front.centralWidget().steps.example.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window.banner.text() == "Voorbeeldpraktijk: verzonnen gegevens"
    folder = program.entrance.opened.path.parent
    assert program._services.clock.today().isoformat() == "2026-10-13"
    program.lock()
    qtbot.waitUntil(lambda: program.front is not None)
    assert not folder.exists()
    assert isinstance(program.front.centralWidget(), FirstStartPage)
    assert program._machine.last_practice() is None


def test_a_dropped_practice_is_opened(program, practice, qtbot):
    program.start(None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(practice))])
    program.front.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert isinstance(program.front.centralWidget(), UnlockPage)


def test_a_second_start_hands_its_file_to_the_first(qapp, qtbot, tmp_path, practice):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not first.hand_over(None)
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=3000) as asked:
        assert second.hand_over(practice)
    assert asked.args == [str(practice)]
    first.close()


def test_settings_are_saved_on_leaving_a_field_and_can_be_undone(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.SETTINGS, part="practice"))
    form = window.page.practice.form
    line = form.editor("tagline")
    write(line, "Rust en ruimte")
    form.editor("name").setFocus()
    form.commit()
    practice_of = program._services.practice.get
    assert practice_of().tagline == "Rust en ruimte"
    window.undo()
    assert practice_of().tagline == ""
    assert form.value("tagline") == ""


def test_an_iban_is_judged_while_it_is_typed_and_saved_all_the_same(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.SETTINGS, part="practice"))
    form = window.page.practice.form
    write(form.editor("iban"), "NL91ABNA0417164301")
    assert "IBAN klopt niet" in form.problems()["iban"]
    QTest.keyClick(form.editor("iban"), Qt.Key.Key_Backspace)
    QTest.keyClicks(form.editor("iban"), "0")
    assert "iban" not in form.problems()
    form.commit()
    assert program._services.practice.get().iban.replace(" ", "") == "NL91ABNA0417164300"


def test_the_theme_of_the_settings_is_worn_and_kept(program, practice, qtbot, machine, theme):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.SETTINGS, part="appearance"))
    window.page.presenter.change_appearance("text_scale", "120")
    window.page.presenter.change_appearance("theme", "dark")
    assert (theme.percent, theme.dark) == (120, True)
    assert (machine.settings.text_scale, machine.settings.theme) == (120, "dark")


def test_the_password_can_be_changed_and_the_code_practised(program, practice, qtbot):
    window = unlocked(program, practice, qtbot)
    window.go(Destination(Place.SETTINGS, part="safety"))
    sheet = window.page.safety
    code = program.entrance.opened.recovery_code(PASSWORD)
    write(sheet.code, code)
    sheet.test.click()
    assert "opent dit bestand" in sheet.code_note.text()
    assert sheet.code.text() == ""
    write(sheet.old, PASSWORD)
    write(sheet.new, "nieuwe dinsdag")
    write(sheet.again, "nieuwe dinsdag")
    sheet.change.click()
    qtbot.waitUntil(lambda: "gewijzigd" in sheet.password_note.text(), timeout=10_000)
    assert sheet.old.text() == sheet.new.text() == ""
    program.lock()
    qtbot.waitUntil(lambda: program.front is not None)
    page = program.front.centralWidget()
    page.presenter.unlock("nieuwe dinsdag")
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)


@pytest.mark.parametrize("percent", [100, 140])
def test_every_control_has_a_name_and_nothing_reads_markup(
    program, practice, qtbot, theme, percent
):
    theme.wear(percent=percent)
    program.start(None)
    _check_names(program.front)
    page = program.front.centralWidget()
    page.presenter.fill(replace(page.presenter.state.filled, practice="<b>Jan</b>", group="x",
                                facilitator="<img src=x>"))  # fmt: skip
    page.presenter.make()
    _check_names(program.front)
    window = unlocked(program, practice, qtbot)
    for part in ("practice", "facilitators", "papers", "numbering", "agenda", "safety"):
        window.go(Destination(Place.SETTINGS, part=part))
        _check_names(window.page)


def _check_names(root: QWidget) -> None:
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            assert _named(widget), f"{type(widget).__name__} without a name"


def _named(widget: QWidget) -> bool:
    own = isinstance(widget, QLineEdit | QPlainTextEdit) or widget.children() == []
    return bool(widget.accessibleName() or getattr(widget, "text", str)()) or not own


def _texts(widget: QWidget):
    for name in ("text", "toPlainText", "windowTitle", "accessibleName"):
        read = getattr(widget, name, None)
        if callable(read):
            value = read()
            if isinstance(value, str):
                yield value
