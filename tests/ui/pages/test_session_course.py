"""The course of a session: the method by name, whether it fits, and what became of each phase."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.domain.sessions import SessionPhase
from intervisie_desktop.ui.pages.sessions.page import build
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui import looks

TODAY = date(2026, 10, 13)
MORNING = datetime(2026, 10, 13, 9, 30)


@pytest.fixture
def sid(services):
    return next(row.id for row in services.sessions.rows(year=2026) if row.day == TODAY)


@pytest.fixture
def page(qtbot, theme, services, desk, sid):
    desk.at = MORNING
    made = build(desk, services)
    qtbot.addWidget(made)
    desk.listeners.append(made.refresh)
    made.resize(944, 900)
    made.show()
    qtbot.waitExposed(made)
    made.open(Destination(Place.SESSIONS, sid))
    return made


def choose(page, method, cases=None):
    page.presenter.change("method", method)
    if cases:
        page.presenter.change("cases", cases)


def stored(services, sid):
    return services.sessions.card(sid).session


def fit_of(page):
    return page.session.details.fit


def test_choosing_a_method_plans_its_phases_and_says_what_fits(page, services, sid):
    choose(page, "Vier fasen")
    phases = stored(services, sid).phases
    assert [(p.name, p.minutes) for p in phases][:2] == [
        ("Probleemstelling", 5),
        ("Beeldvorming", 15),
    ]
    session = stored(services, sid)
    room = (session.minutes - 35) // 40
    assert f"in {session.minutes} min is ruimte voor" in fit_of(page)._label.text()
    page.presenter.change("cases", room)
    assert f"{room} × 40 min past in {session.minutes} min" in fit_of(page)._label.text()
    page.presenter.change("cases", room + 1)
    assert "past niet" in fit_of(page)._label.text()


def test_another_method_lets_go_of_the_course_of_the_one_before(page, services, sid):
    choose(page, "Vier fasen")
    choose(page, "Vijfstappenmethode")
    assert stored(services, sid).phases[0].name == "Vraag"
    choose(page, "")
    assert stored(services, sid).phases == ()
    assert page.session.course.none.isVisible()


def test_a_planned_session_shows_phases_but_records_nothing(page):
    choose(page, "Vier fasen")
    card = page.session.course
    assert [row.name.text() for row in card.rows if row.name.isVisible()][-1] == "Besluitvorming"
    assert not card.rows[0].actual.widget.isVisible()
    assert not card.plan.isVisible()
    looks.check(page)


def test_the_course_is_recorded_phase_by_phase(page, services, sid, qtbot):
    choose(page, "Vier fasen", 1)
    page.presenter.start()
    card = page.session.course
    first = card.rows[0].actual.line
    first.setFocus()
    qtbot.keyClicks(first, "7")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    card.rows[1].skipped.click()
    assert stored(services, sid).phases[:2] == (
        SessionPhase("Probleemstelling", 5, actual=7),
        SessionPhase("Beeldvorming", 15, skipped=True),
    )
    card.plan.click()
    assert [p.actual for p in stored(services, sid).phases] == [7, None, 12, 8]
    assert card.side.text() == "4 van 4 vastgelegd, 27 min"
    assert not card.plan.isVisible()
    looks.check(page)


def test_words_that_are_no_number_are_marked_and_not_kept(page, services, sid, qtbot):
    choose(page, "Vier fasen")
    page.presenter.start()
    line = page.session.course.rows[0].actual.line
    line.setFocus()
    qtbot.keyClicks(line, "lang")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("error") or page.session.course.rows[0].actual.widget.property("error")
    assert stored(services, sid).phases[0].actual is None


def test_time_taken_after_all_means_that_a_phase_was_not_skipped(page, services, sid):
    choose(page, "Vier fasen")
    page.presenter.start()
    page.presenter.course.set_skipped(2, True)
    page.presenter.course.set_actual(2, 10)
    assert stored(services, sid).phases[2] == SessionPhase("Oordeelsvorming", 12, actual=10)


def test_the_themes_of_the_profile_come_first(page):
    themes = page.session.details.themes
    assert themes.itemText(0) == "Eigen functioneren"
    assert "Koers in een zaak of dilemma" in [themes.itemText(n) for n in range(themes.count())]
