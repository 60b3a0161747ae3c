"""Wat als: the list of attempts, the difference shown, taking over and dropping."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.whatif import CancelSession, MoveSession
from intervisie_desktop.ui.pages.whatif.fields import FORMS
from intervisie_desktop.ui.pages.whatif.page import WhatIfPage
from intervisie_desktop.ui.pages.whatif.presenter import WhatIfPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text import whatif as words
from tests.ui import looks


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = None

    def show_state(self, state):
        self.state = state

    def focus_form(self):
        """Where the focus would go."""


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def presenter(services, board, desk):
    made = WhatIfPresenter(services.whatif, services.compliance, board, desk)
    desk.listeners.append(made.refresh)
    made.refresh()
    return made


def first_planned(services):
    return next(s for s in services.sessions.rows() if s.state is SessionState.PLANNED)


def try_now(presenter, board, kind, **values):
    """Fill in and press Proberen."""
    presenter.choose_kind(kind)
    for name, value in values.items():
        presenter.change(name, value)
    filled = {field.name: board.state.values[field.name] for field in FORMS[kind]}
    presenter.attempt(filled)


def test_every_kind_of_attempt_can_be_filled_in_and_tried(presenter, board, desk):
    for kind in FORMS:
        try_now(presenter, board, kind)
        assert desk.refusals_shown == [], kind
        assert len(board.state.attempts) == 1, kind
        assert words.SIGNS[kind] == board.state.attempts[0].sign
        presenter.drop()
    assert desk.outcomes == []


def test_cancelling_shows_findings_and_hours_before_and_after(presenter, board, services):
    session = first_planned(services)
    try_now(presenter, board, "cancel", session=session.id)
    assert {line.chip[0] for line in board.state.findings} >= {"nieuw: fout", "opgelost"}
    line = next(line for line in board.state.hours if line.name == "Bram Regenwilg")
    assert (line.before[0], line.after[0]) == ("9,0 op koers", "6,5 tekort")
    assert (line.after_parts, line.target) == ("6,5 gemaakt, 0,0 gepland", "8,0")
    assert board.state.chips[0][0] == "1 opgelost"


def test_the_practice_is_as_it_was_until_it_is_taken_over(presenter, board, services, desk):
    session = first_planned(services)
    try_now(presenter, board, "cancel", session=session.id)
    assert services.sessions.card(session.id).session.state is SessionState.PLANNED
    presenter.take_over()
    assert services.sessions.card(session.id).session.state is SessionState.CANCELLED
    assert [outcome.act for outcome in desk.outcomes] == ["session_cancelled"]
    assert board.state.attempts == ()


def test_an_attempt_is_taken_off_the_list(presenter, board, services):
    session = first_planned(services)
    try_now(presenter, board, "cancel", session=session.id)
    try_now(presenter, board, "add", group=session.group_id)
    presenter.remove(0)
    assert [line.title for line in board.state.attempts] == ["Erbij plannen"]


def test_what_cannot_be_is_said_and_keeps_the_rest_from_being_taken_over(
    presenter, board, services
):
    session = first_planned(services)
    try_now(presenter, board, "cancel", session=session.id)
    try_now(presenter, board, "move", session=session.id, start=13 * 60)
    assert "afgezegd" in board.state.attempts[1].problem
    assert not board.state.takeable
    presenter.remove(1)
    assert board.state.takeable


def test_a_session_dropped_with_alt_is_tried_at_once(presenter, board, services):
    session = first_planned(services)
    day = session.day + timedelta(days=2)
    part = f"move:{day.isoformat()}:{session.start}"
    presenter.open(Destination(Place.WHAT_IF, session.id, part))
    [line] = board.state.attempts
    assert line.title.startswith("Verplaatsen naar")


def test_what_is_in_the_way_of_a_move_is_said(presenter, board, services):
    planned = [s for s in services.sessions.rows() if s.state is SessionState.PLANNED]
    one, other = planned[0], planned[1]
    presenter.open(
        Destination(Place.WHAT_IF, one.id, f"move:{other.day.isoformat()}:{other.start}")
    )
    [line] = board.state.attempts
    assert any(token == "fout" for _text, token in line.notes)


def test_someone_who_leaves_is_found_by_where_one_came_from(presenter, board, services):
    group = services.groups.card(services.groups.rows()[0].id)
    member = group.members[-1]
    presenter.open(Destination(Place.WHAT_IF, member.id, "leave"))
    shown = dict(board.state.options["membership"])[board.state.values["membership"]]
    assert shown.startswith(member.name)


def test_the_same_profile_is_no_attempt(presenter, board, services, desk):
    group = services.groups.rows()[0]
    presenter.choose_kind("profile")
    presenter.attempt({"group": group.id, "profile": group.profiles[0]})
    assert "al" in desk.refusals_shown[0]
    assert board.state.attempts == ()


def test_a_change_elsewhere_is_taken_into_account(presenter, board, services, desk):
    session = first_planned(services)
    try_now(presenter, board, "cancel", session=session.id)
    assert board.state.attempts[0].problem == ""
    desk.perform(lambda: services.sessions.remove(session.id))
    assert board.state.attempts[0].problem


@pytest.fixture
def page(qtbot, theme, services, desk):
    made = WhatIfPage(desk, services)
    qtbot.addWidget(made)
    made.resize(980, 640)
    made.show()
    made.refresh()
    return made


def test_the_page_goes_by_keyboard_from_field_to_taking_over(page, qtbot, services, desk):
    session = first_planned(services)
    page.open(Destination(Place.WHAT_IF, session.id, "cancel"))
    reason = page.asking.forms["cancel"].editor("reason")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert page.presenter._tried[0].attempt == CancelSession(
        session_id=session.id, reason="Verhinderd"
    )
    assert page.findings.rows_model.rowCount()
    assert page.hours.rows_model.rowCount()
    assert looks.unnamed(page) == []
    assert looks.cut_off(page) == []
    page.findings.setFocus()
    page.main_action()
    assert desk.outcomes[0].act == "session_cancelled"


def test_moving_within_the_form_gives_the_day_and_time_of_the_session(page, services):
    session = first_planned(services)
    page.open(Destination(Place.WHAT_IF, session.id, "move"))
    values = page.asking.forms["move"].values()
    assert (values["day"], values["start"]) == (session.day, session.start)
    page.asking.finish()
    assert isinstance(page.presenter._tried[0].attempt, MoveSession)
