"""Forms made of declared fields."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from intervisie_desktop.ui.widgets import fields as kinds
from intervisie_desktop.ui.widgets.fields import Field
from intervisie_desktop.ui.widgets.form import Form
from tests.ui import looks

FIELDS = (
    Field("name", "Naam", kinds.Text(), required=True, help="Zoals op het bewijs"),
    Field("email", "E-mailadres", kinds.Email(), span=6),
    Field("day", "Datum", kinds.Day(), span=3),
    Field("start", "Begin", kinds.Time(), span=3),
    Field("mode", "Vorm", kinds.Choice(options=(("a", "op locatie"), ("b", "online"))), span=6),
    Field("days", "Termijn", kinds.Number(most=90, unit="dagen"), span=6),
    Field("live", "", kinds.CheckBox(word="Actief")),
    Field("note", "Notitie", kinds.Multiline()),
    Field("logo", "Logo", kinds.Picture()),
    Field("accent", "Accentkleur", kinds.Color()),
    Field("avoid", "Mijd", kinds.Many(options=(("f", "feestdagen"), ("v", "vakantie")))),
)


@pytest.fixture
def form(qtbot, theme):
    made = Form(FIELDS, lambda: date(2026, 10, 13))
    qtbot.addWidget(made)
    made.resize(640, 900)
    made.show()
    return made


def typed(form, name, text):
    editor = form.editor(name)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_good_value_is_told_when_the_field_is_left(form, qtbot):
    with qtbot.waitSignal(form.changed) as told:
        typed(form, "name", "Noor Appelvink")
    assert told.args == ["name", "Noor Appelvink"]


def test_a_bad_value_is_explained_and_not_told(form, qtbot):
    with qtbot.assertNotEmitted(form.changed):
        typed(form, "email", "noor")
    assert "naam@kantoor.nl" in form.problems()["email"]
    typed(form, "email", "noor@kantoor.nl")
    assert form.problems() == {}


def test_days_and_times_are_read_while_leaving(form):
    typed(form, "day", "20 okt")
    typed(form, "start", "1430")
    assert form.value("day") == date(2026, 10, 20)
    assert form.editor("day").text() == "di 20 okt 2026"
    assert form.value("start") == 870


def test_an_unreadable_day_stays_as_typed(form):
    typed(form, "day", "volgende week ooit")
    assert form.editor("day").text() == "volgende week ooit"
    assert "13 okt" in form.problems()["day"]


def test_completing_goes_to_the_first_gap(form, qtbot):
    assert not form.complete()
    assert form.problems() == {"name": "Naam is nog nodig."}
    form.show_values({"name": "Noor"})
    assert form.complete()


def test_shown_values_come_back_without_a_signal(form, qtbot):
    values = {
        "name": "Jan", "email": "jan@x.nl", "day": date(2026, 1, 2), "start": 600, "mode": "b",
        "days": 30, "live": True, "note": "Twee\nregels", "accent": "#1E4A78", "avoid": ("v",),
    }  # fmt: skip
    with qtbot.assertNotEmitted(form.changed):
        form.show_values(values)
    assert {name: form.value(name) for name in values} == values


def test_a_number_has_bounds(form):
    form.show_values({"name": "Jan", "days": 400})
    assert not form.complete()
    assert form.problems()["days"] == "Kies een getal van 0 tot en met 90."


def test_markup_in_a_name_is_shown_as_typed(form):
    form.show_problem("name", "<b>Jan</b> bestaat al.")
    labels = [label for label in form.findChildren(QLabel) if "<b>" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_the_form_looks_right(form, theme):
    form.complete()
    looks.check(form)
    theme.wear(percent=140)
    looks.check(form)


def test_tab_goes_from_field_to_field(form):
    form.focus("name")
    QTest.keyClick(form.editor("name"), Qt.Key.Key_Tab)
    assert form.editor("email").hasFocus()


def test_a_file_that_is_no_picture_is_refused(form, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(b"geen plaatje")
    form.editor("logo").take_file(path)
    assert form.value("logo") is None
    assert "PNG" in form.problems()["logo"]
