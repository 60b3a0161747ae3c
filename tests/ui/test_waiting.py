"""The counts in the rail: what waits, counted away from the window and again after a change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intervisie_desktop.ui.pages.today.presenter import TodayPresenter
from intervisie_desktop.ui.shell.desk import Place
from intervisie_desktop.ui.shell.waiting import Waiting
from tests.ui.panels.practice import invented_practice
from tests.ui.whole_window import whole_window


class SlowDesk:
    """Holds every job until it is let go."""

    def __init__(self):
        self.jobs = []

    def year(self):
        return 2026

    def run(self, job, done, label, failed):
        self.jobs.append((job, done, failed))

    def finish(self):
        job, done, _failed = self.jobs.pop(0)
        done(job(None))


def test_asked_while_counting_it_counts_once_more_after():
    desk, shown, waits = SlowDesk(), [], [3]
    waiting = Waiting(lambda _year: {Place.CERTIFICATES: waits[0]}, desk, shown.append)
    for _ in range(3):
        waiting.look()
    assert len(desk.jobs) == 1
    desk.finish()
    waits[0] = 2
    desk.finish()
    assert [one[Place.CERTIFICATES] for one in shown] == [3, 2]
    assert desk.jobs == []


def test_a_count_that_breaks_is_told_and_does_not_stop_the_next():
    desk = SlowDesk()
    waiting = Waiting(lambda _year: {}, desk, print)
    waiting.look()
    _job, _done, failed = desk.jobs.pop()
    with pytest.raises(ZeroDivisionError):
        failed(ZeroDivisionError())
    waiting.look()
    assert len(desk.jobs) == 1


class Seen:
    """Keeps what Vandaag would show."""

    state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def services(tmp_path):
    made = invented_practice(tmp_path / "x.intervisie")
    yield made
    made.store.close()


def test_the_rail_counts_the_certificates_to_issue_as_today_does(qtbot, theme, services):
    window = whole_window(qtbot, services)
    qtbot.waitUntil(lambda: waiting_in(window) > 0)
    todo = TodayPresenter(services.dashboard, view := Seen(), window.desk)
    todo.refresh()
    on_today = next(t.count for t in view.state.todo if t.verb == "Bewijzen afgeven")
    assert waiting_in(window) == on_today


def test_the_count_follows_what_is_done_and_undone(qtbot, theme, services):
    window = whole_window(qtbot, services)
    qtbot.waitUntil(lambda: waiting_in(window) > 0)
    before = waiting_in(window)
    found = next(j.finding for j in services.compliance.findings() if j.finding.code == "D01")
    window.desk.perform(lambda: services.compliance.ignore(found.key, "Elders afgegeven"))
    assert waiting_in(window) == before - len(found.figures["participants"])
    window.undo()
    assert waiting_in(window) == before


def test_the_rail_counts_concepts_and_what_is_late(qtbot, theme, services):
    client = services.clients.rows()[0].id
    window = whole_window(qtbot, services)
    before = waiting_in(window, "Facturen")
    window.desk.perform(lambda: services.concepts.new(client))
    qtbot.waitUntil(lambda: waiting_in(window, "Facturen") == before + 1)
    window.undo()
    assert waiting_in(window, "Facturen") == before


def waiting_in(window, where="Bewijzen"):
    """The badge behind a page."""
    model = window.rail.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    spoken = next(
        said for said in (row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows)
        if said.startswith(where)
    )  # fmt: skip
    return int(spoken.partition(", ")[2] or 0)
