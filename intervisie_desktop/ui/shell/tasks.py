"""Long work away from the window: one worker, one job after another, answers on this side."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from intervisie_desktop.ui.shell.desk import Job

T = TypeVar("T")
SHOW_AFTER_MS = 300


class JobProgress:
    """What a running job holds in its hands; safe from another thread."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """True once the user pressed Annuleren."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to leave between two items."""
        self._stop.set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many are done."""
        self._tell(done, total, text)


@dataclass(frozen=True)
class _Task:
    job: Job[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    label: str


class _Worker(QObject):
    """Lives in the other thread; does what it is sent."""

    finished = Signal(object)
    broke = Signal(object)
    stepped = Signal(int, int, str)

    @Slot(object, object)
    def do(self, task: _Task, progress: JobProgress) -> None:
        try:
            value = task.job(progress)
        except Exception as error:  # noqa: BLE001  (the task runner hands every error over)
            self.broke.emit(error)
        else:
            self.finished.emit(value)


class Tasks(QObject):
    """Runs jobs in order; `shown(label)` after 300 ms, `stepped`, and `hidden` when it ends."""

    shown = Signal(str)
    stepped = Signal(int, int, str)
    hidden = Signal()
    _send = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._send.connect(self._worker.do, queued)
        self._worker.finished.connect(self._finished, queued)
        self._worker.broke.connect(self._broke, queued)
        self._worker.stepped.connect(self._stepped, queued)
        self._queue: deque[_Task] = deque()
        self._running: _Task | None = None
        self._progress: JobProgress | None = None
        self._visible = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._show)

    @property
    def busy(self) -> bool:
        """True while a job runs or waits."""
        return self._running is not None or bool(self._queue)

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        """Start or queue a job."""
        self._queue.append(_Task(job, done, failed, label))
        self._next()

    def cancel(self) -> None:
        """Ask the running job to stop between two items."""
        if self._progress is not None:
            self._progress.cancel()

    def stop(self) -> None:
        """Let the running job end, forget the rest and stop the worker; nobody hears of it."""
        self._queue.clear()
        self.cancel()
        self._wait.stop()
        if self._thread.isRunning():
            self._thread.quit()
            self._thread.wait()
        # Its answer may still be on the way, to a window that is gone by then.
        self._running = self._progress = None

    def _next(self) -> None:
        if self._running is not None or not self._queue:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._running = self._queue.popleft()
        self._progress = JobProgress(self._worker.stepped.emit)
        self._wait.start(SHOW_AFTER_MS)
        self._send.emit(self._running, self._progress)

    def _show(self) -> None:
        if self._running is not None:
            self._visible = True
            self.shown.emit(self._running.label)

    def _stepped(self, done: int, total: int, text: str) -> None:
        self.stepped.emit(done, total, text)

    def _ended(self) -> _Task | None:
        task, self._running, self._progress = self._running, None, None
        self._wait.stop()
        if self._visible:
            self._visible = False
            self.hidden.emit()
        return task

    def _finished(self, value: object) -> None:
        if (task := self._ended()) is None:
            return
        task.done(value)
        self._next()

    def _broke(self, error: Exception) -> None:
        if (task := self._ended()) is None:
            return
        task.failed(error)
        self._next()


class InlineTasks(QObject):
    """The same for tests: every job runs at once, on the spot."""

    shown = Signal(str)
    stepped = Signal(int, int, str)
    hidden = Signal()
    busy = False

    def run(
        self,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        """Run it now."""
        try:
            value = job(JobProgress(self.stepped.emit))
        except Exception as error:  # noqa: BLE001  (the task runner hands every error over)
            failed(error)
        else:
            done(value)

    def cancel(self) -> None:
        """Nothing runs on when this is called."""

    def stop(self) -> None:
        """There is no worker to stop."""
