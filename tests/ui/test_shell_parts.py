"""Toast, dialogs, help, history, finding: the smaller parts of the shell."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from intervisie_desktop.ui.shell import notices
from intervisie_desktop.ui.shell.actions import Action, Actions
from intervisie_desktop.ui.shell.crash_dialog import CrashDialog
from intervisie_desktop.ui.shell.desk import Destination, FormQuestion, Place, Question
from intervisie_desktop.ui.shell.dialogs import ConfirmDialog, FormDialog, ReasonDialog
from intervisie_desktop.ui.shell.finding import Where, marks, matches, split_kind
from intervisie_desktop.ui.shell.history import History
from intervisie_desktop.ui.shell.notices import Toast
from intervisie_desktop.ui.widgets.fields import Amount, Field
from tests.ui import looks

WITHDRAW = Question(
    "Bewijs 2026-017 intrekken", "Het nummer blijft bezet.", "Intrekken", danger=True
)


@pytest.fixture
def host(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    line = QLineEdit(made)
    line.setAccessibleName("Naam")
    made.show()
    line.setFocus()
    QCursor.setPos(made.mapToGlobal(QPoint(5, 5)))
    return made


def test_the_toast_goes_after_its_time(host, qtbot, monkeypatch):
    monkeypatch.setattr(notices, "STAYS_MS", 30)
    toast = Toast(host)
    toast.show_toast("Groep toegevoegd")
    qtbot.waitUntil(toast.isHidden, timeout=2000)


def test_the_toast_stays_while_hovered(host, qtbot, monkeypatch):
    monkeypatch.setattr(notices, "STAYS_MS", 30)
    toast = Toast(host)
    toast.show_toast("Groep toegevoegd")
    middle = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(middle, middle, middle))
    qtbot.wait(80)
    assert toast.isVisible()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(toast.isHidden, timeout=2000)


def test_one_toast_at_a_time_and_markup_as_typed(host):
    toast = Toast(host)
    toast.show_toast("Eerste", undo=True)
    toast.show_toast("Groep <b>X</b> verwijderd")
    assert toast.sentence() == "Groep <b>X</b> verwijderd"
    looks.check(host)


def test_a_danger_is_not_confirmed_by_a_stray_enter(host, qtbot):
    said = []
    dialog = ConfirmDialog(WITHDRAW, lambda: said.append("ja"), host)
    dialog.open()
    looks.check(dialog)
    QTest.keyClick(dialog.no, Qt.Key.Key_Return)
    assert said == []


def test_confirming_does_it(host):
    said = []
    dialog = ConfirmDialog(WITHDRAW, lambda: said.append("ja"), host)
    dialog.open()
    dialog.yes.click()
    assert said == ["ja"]


def test_a_reason_must_be_given(host):
    said = []
    dialog = ReasonDialog(WITHDRAW, said.append, host)
    dialog.open()
    dialog.yes.click()
    assert dialog.isVisible()
    dialog.findChild(QPlainTextEdit).setPlainText("  verkeerde naam ")
    looks.check(dialog)
    dialog.yes.click()
    assert said == ["verkeerde naam"]


def test_a_crash_is_told_in_dutch_with_the_report_as_text(host, tmp_path):
    dialog = CrashDialog("<b>Traceback</b>", tmp_path / "verslag.txt", host)
    dialog.open()
    looks.check(dialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "<b>Traceback</b>"
    dialog.close_button.click()


def test_history_forgets_what_lay_ahead():
    history = History()
    for place in (Place.TODAY, Place.GROUPS, Place.GROUPS, Place.SETTINGS):
        history.visit(Destination(place))
    assert history.back() == Destination(Place.GROUPS)
    history.visit(Destination(Place.AGENDA))
    assert history.forward() is None
    assert history.back() == Destination(Place.GROUPS)


def test_the_sign_in_front_says_where_to_look():
    assert split_kind("@noor") == (Where.PEOPLE, "noor")
    assert split_kind("> plan jaar") == (Where.COMMANDS, "plan jaar")
    assert split_kind("noor") == (Where.ALL, "noor")


def test_words_are_found_without_accents_and_marked_in_place():
    assert matches("Zoë van den Bérg", "berg zoe")
    assert marks("Zoë van den Bérg", "berg zoe") == ((0, 3), (12, 16))
    assert marks("Straße İzmir", "izm") == ((7, 10),)


def test_a_page_action_takes_the_place_of_the_general_one(theme, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    heard = []
    actions = Actions(host, [Action("make", "Nieuwe groep", partial(heard.append, "general"),
                                    shortcut="Ctrl+Shift+N", menu="Groep")])  # fmt: skip
    actions.set_page([Action("own", "Nieuwe groep", partial(heard.append, "page"),
                             shortcut="Ctrl+Shift+N", menu="Groep")])  # fmt: skip
    assert [bound.action.key for bound in actions.in_menu("Groep")] == ["own"]
    assert actions.bound("make").shortcuts() == []
    actions.set_page([])
    assert [bound.action.key for bound in actions.in_menu("Groep")] == ["make"]
    assert actions.bound("make").shortcuts() != []


def test_a_form_closes_only_with_good_values(host):
    given = []
    question = FormQuestion(
        title="Betaling boeken",
        fields=(Field("amount", "Bedrag", Amount(), required=True), Field("note", "Notitie")),
        values={"note": "per bank"},
        yes="Boeken",
    )
    dialog = FormDialog(question, given.append, host)
    dialog.accept()
    assert given == []
    dialog.form.show_values({"amount": 79860})
    dialog.accept()
    assert given == [{"amount": 79860, "note": "per bank"}]
