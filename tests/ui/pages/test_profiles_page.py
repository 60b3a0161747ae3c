"""The page Regelprofielen in a real window: keys, focus, and forms that follow the norm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.ui.pages.profiles.page import ProfilesPage
from intervisie_desktop.ui.pages.profiles.reading import NormRow
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.widgets.buttons import Button


@pytest.fixture
def page(qtbot, theme, desk, services):
    made = ProfilesPage(desk, services)
    qtbot.addWidget(made)
    desk.listeners.append(made.refresh)
    made.resize(1180, 860)
    made.show()
    made.open(Destination(Place.PROFILES, "nova_intervisie"))
    return made


def button(page, name):
    return next(b for b in page.findChildren(Button) if b.accessibleName() == name)


def test_a_shipped_profile_is_read_and_cannot_be_typed_in(page):
    rows = page.reading.findChildren(NormRow)
    assert len(rows) > 20
    assert all(row.accessibleName() for row in rows)
    assert not [b for b in page.reading.findChildren(Button) if b.text() == "Wijzigen"]
    assert page.main.text() == "Kopiëren en aanpassen"


def test_a_norm_is_changed_by_keyboard_and_the_focus_comes_back(page, qtbot, services):
    page.main_action()
    change = button(page, "Grootste groep wijzigen")
    change.setFocus()
    qtbot.keyClick(change, Qt.Key.Key_Space)
    assert page.editor.isVisible()
    field = page.editor.form.editor("value")
    assert field.isAncestorOf(page.window().focusWidget()) or field.hasFocus()
    page.editor.form.show_values({"value": 4})
    page.main_action()
    assert not page.editor.isVisible()
    assert page.window().focusWidget().accessibleName() == "Grootste groep wijzigen"
    assert "1 wijziging" in page.draft.text()
    page.main_action()
    assert page.sheet.isVisible()
    assert page.sheet.yes.hasFocus()
    page.main_action()
    assert not page.sheet.isVisible()
    assert services.profiles.all()["nova_intervisie"].editions[-1].group_max.value == 4


def test_esc_puts_form_and_step_away(page, qtbot):
    page.main_action()
    page.presenter.drafting.edit_norm("group_max")
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
    page.presenter.drafting.edit_norm("group_max")
    page.editor.form.show_values({"value": 4})
    page.main_action()
    page.main_action()
    qtbot.keyClick(page.sheet, Qt.Key.Key_Escape)
    assert not page.sheet.isVisible()
    assert "1 wijziging" in page.draft.text()


def test_a_form_with_a_gap_is_not_taken(page):
    page.main_action()
    page.presenter.drafting.edit_norm("group_max")
    page.editor.form.show_values({"value": None})
    page.main_action()
    assert page.editor.isVisible()
    assert "value" in page.editor.form.problems()


def test_another_source_opens_its_fields(page):
    page.main_action()
    page.presenter.drafting.edit_norm("group_max")
    form = page.editor.form
    assert form.editor("title").isHidden() or not form.editor("title").isVisible()
    select = form.editor("source")
    select.setCurrentIndex(select.count() - 1)
    select.activated.emit(select.count() - 1)
    assert page.editor.form is form
    assert form.editor("title").isVisible()


def test_the_actions_fit_what_is_open(page):
    def offered():
        return {action.key for action in page.page_actions() if action.enabled()}

    assert "profile_adapt" in offered()
    assert "profile_remove" not in offered()
    page.main_action()
    assert "profile_adapt" not in offered()
    assert {"profile_remove", "profile_edition", "profile_edition_drop"} <= offered()
