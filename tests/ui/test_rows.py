"""Tables over frozen rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from intervisie_desktop.ui.widgets.rows_model import Align, Column, RowsModel
from intervisie_desktop.ui.widgets.table import Table


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    minutes: int
    group: str = "OU"


COLUMNS = (
    Column[Person]("Naam", lambda p: p.name),
    Column[Person]("Groep", lambda p: p.group, tag=lambda p: (p.group, 1), width=60),
    Column[Person]("Uren", lambda p: f"{p.minutes / 60:.1f}".replace(".", ","),
                   sort=lambda p: p.minutes, align=Align.RIGHT, width=80),
)  # fmt: skip
NOOR, JORIS, BJORN = (
    Person("n", "Noor Appelvink", 390),
    Person("j", "Joris Kastanjelaar", 60),
    Person("b", "Bjørn Érable", 600),
)


@pytest.fixture
def table(qtbot, theme):
    made = Table(COLUMNS, "Deelnemers", many=True)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_rows([NOOR, JORIS, BJORN])
    made.show()
    return made


def names(table):
    model: QAbstractItemModel = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_qt(theme):
    model = RowsModel(COLUMNS)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show([NOOR, JORIS])
    model.show([NOOR, Person("j", "Joris K.", 90)])
    model.show([])
    assert tester.model() is model


def test_rows_sort_by_value_and_not_by_text(table):
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["Bjørn Érable", "Noor Appelvink", "Joris Kastanjelaar"]


def test_the_filter_wants_every_word_in_any_column(table):
    table.look_for("ou erab")
    assert names(table) == ["Bjørn Érable"]
    table.look_for("")
    assert len(names(table)) == 3


def test_the_filter_reads_rows_that_changed_anew(table):
    table.look_for("zonnedauw")
    assert names(table) == []
    table.show_rows([NOOR, Person("j", "Joris Zonnedauw", 60), BJORN])
    assert names(table) == ["Joris Zonnedauw"]


def test_the_selection_stays_with_its_record(table):
    table.choose("j")
    table.show_rows([BJORN, JORIS])
    assert table.selected_ids() == ("j",)
    assert table.current_id() == "j"


def test_the_current_row_is_told_once(table, qtbot):
    told = []
    table.chosen.connect(told.append)
    table.choose("b")
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert told == ["b", "j"]


def test_enter_opens_the_current_row(table, qtbot):
    table.choose("n")
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["n"]


def test_a_row_is_spoken_as_a_whole(table):
    spoken = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Naam: Noor Appelvink, Groep: OU, Uren: 6,5"


def test_a_tooltip_shows_markup_as_typed(theme):
    model = RowsModel((Column[Person]("Naam", lambda p: p.name, tip=lambda p: p.name),))
    model.show([Person("x", "<img src=a>", 0)])
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
