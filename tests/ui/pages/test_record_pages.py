"""The pages Deelnemers and Opdrachtgevers in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.ui.pages.clients.page import ClientsPage
from intervisie_desktop.ui.pages.participants.page import ParticipantsPage
from intervisie_desktop.ui.shell.desk import Destination
from tests.ui import looks


@pytest.fixture(params=[ClientsPage, ParticipantsPage])
def page(request, qtbot, theme, services, desk):
    made = request.param(desk, services)
    qtbot.addWidget(made)
    made.resize(1240, 820)
    made.show()
    made.open(Destination(made.place))
    looks.settle(made)
    return made


def test_nothing_is_cut_off_unnamed_english_or_rich(page):
    looks.check(page)


def test_the_filter_keeps_rows_that_hold_every_word(page, qtbot):
    first = page.table.rows_model.rows[0]
    page.focus_filter()
    qtbot.keyClicks(page.filter, page.table.rows_model.columns[0].text(first))
    assert page.table.filter.rowCount() == 1


def test_arrow_and_enter_go_from_the_list_to_the_form(page, qtbot):
    page.focus_start()
    before = page.table.current_id()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.current_id() != before
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.isAncestorOf(page.window().focusWidget())
    assert page.window().focusWidget() is not page.table
