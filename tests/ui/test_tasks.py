"""The worker: jobs in order, answers on the window's side, progress and stop."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from intervisie_desktop.ui.shell.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.stop()


def test_the_answer_comes_on_the_windows_side(tasks, qtbot):
    where = []
    tasks.run(
        lambda _p: QThread.currentThread(),
        lambda thread: where.append((thread, QThread.currentThread())),
        pytest.fail,
        "werk",
    )
    qtbot.waitUntil(lambda: bool(where))
    worked, answered = where[0]
    assert worked is not answered
    assert answered is QApplication.instance().thread()


def test_jobs_run_one_after_another(tasks, qtbot):
    order = []
    for number in range(5):
        tasks.run(lambda _p, n=number: order.append(n), lambda _v: None, pytest.fail, "werk")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == [0, 1, 2, 3, 4]


def test_an_error_is_handed_over_and_the_next_job_runs(tasks, qtbot):
    errors, answers = [], []
    tasks.run(lambda _p: 1 / 0, pytest.fail, errors.append, "deelt door nul")
    tasks.run(lambda _p: "verder", answers.append, pytest.fail, "werk")
    qtbot.waitUntil(lambda: bool(answers))
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_job_can_be_stopped_between_items(tasks, qtbot):
    begun = threading.Event()
    results = []

    def count(progress):
        for number in range(100_000):
            begun.set()
            progress.step(number, 100_000)
            if progress.cancelled:
                return number
            threading.Event().wait(0.001)
        return -1

    tasks.run(count, results.append, pytest.fail, "telt")
    assert begun.wait(5)
    tasks.cancel()
    qtbot.waitUntil(lambda: bool(results))
    assert results[0] >= 0


def test_only_long_work_is_shown(tasks, qtbot):
    with qtbot.assertNotEmitted(tasks.shown, wait=50):
        tasks.run(lambda _p: None, lambda _v: None, pytest.fail, "kort")
    stop = threading.Event()
    with qtbot.waitSignal(tasks.shown, timeout=3000) as shown:
        tasks.run(lambda _p: stop.wait(5), lambda _v: None, pytest.fail, "Bewijzen maken")
    assert shown.args == ["Bewijzen maken"]
    with qtbot.waitSignal(tasks.hidden):
        stop.set()
