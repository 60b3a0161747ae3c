"""The door to a practice file: one way to look, one way to change, undo and redo."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.storage.connect import (
    check_library,
    connect,
    new_file,
    reader_engine,
    settle,
    stamps,
    writer_engine,
)
from intervisie_desktop.storage.driver import Driver
from intervisie_desktop.storage.errors import told
from intervisie_desktop.storage.joint import Joint, Listener
from intervisie_desktop.storage.migrate import migrate
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.records.special import write_entry
from intervisie_desktop.storage.schema import create_file
from intervisie_desktop.storage.tables import APPLICATION_ID, SCHEMA_VERSION, TRIGGERS
from intervisie_desktop.storage.undo_log import Recorded, Step, UndoLog
from intervisie_desktop.storage.work import Work

__all__ = ["Older", "Store", "Work", "checked_version", "utc_now"]

Value = TypeVar("Value")
Now = Callable[[], datetime]
Older = Callable[[int], None]

_PATIENCE_SECONDS = 15


def utc_now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


class Store:
    """An open practice file. Any thread may use it; one at a time may change."""

    def __init__(self, path: Path, key: bytes, *, now: Now = utc_now) -> None:
        self.path = path
        self._key = key
        self._now = now
        self._log = UndoLog()
        self._turn = threading.Lock()
        self._looking = threading.Condition()
        self._readings = 0
        self._closed = False
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._writer = writer_engine(path, key, self._log.prepare)
        self._readers = reader_engine(path, key)

    @classmethod
    def create(cls, path: Path, key: bytes, *, now: Now = utc_now) -> Store:
        """A new practice file with the schema of today; Trouble("exists") when there is one."""
        check_library()
        new_file(path)
        try:
            with told():
                create_file(path, key)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return cls._opened(path, key, now)

    @classmethod
    def open(
        cls, path: Path, key: bytes, *, now: Now = utc_now, before_update: Older | None = None
    ) -> Store:
        """The practice file at this place, brought up to date when it is older.

        `before_update` gets the version of an older file before it is touched, to keep a copy.
        Trouble: missing_file, wrong_key, not_a_practice, newer_file, tampered, damaged, …;
        none of them changes the file.
        """
        check_library()
        theirs = checked_version(path, key)
        with told():
            if theirs < SCHEMA_VERSION:
                if before_update is not None:
                    before_update(theirs)
                migrate(path, key, theirs)
            _check_triggers(path, key)
        return cls._opened(path, key, now)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A consistent view; what others change meanwhile is not seen.

        Trouble("closed") when the practice was closed, by the user or by the automatic lock.
        """
        with self._looking:
            self._check_open()
            self._readings += 1
        try:
            with told(), self._readers.begin() as connection:
                yield Reading(connection)
        finally:
            with self._looking:
                self._readings -= 1
                self._looking.notify_all()

    @contextmanager
    def work(
        self, act: str, /, *, final: bool = False, quiet: bool = False, **facts: object
    ) -> Iterator[Work]:
        """One act: all of it happens or nothing; final acts end the undo history.

        `act` and `facts` go into the Logboek: ids, codes and counts, no case content. A quiet
        act stays out of it: it only keeps a history of its own, which undo does not know of.
        """
        with self._transaction() as connection:
            work = Work(connection, self._log, act, facts, final)
            yield work
            work.close(self._keep(connection, act, facts, final=final, quiet=quiet))

    @contextmanager
    def together(self, act: str, /, **facts: object) -> Iterator[Joint]:
        """Several acts as one step under one name; all of them happen or nothing."""
        with self._transaction() as connection:
            joint = self._joint(connection, act, facts)
            yield joint
            name, its_facts = joint.name
            joint.close(self._keep(connection, name, its_facts, final=False))

    @contextmanager
    def rehearse(self) -> Iterator[Joint]:
        """Acts that are only tried: they see each other, nobody else does, and nothing stays.

        The file is not written to and there is nothing to undo. Whoever changes waits meanwhile.
        """
        with self._transaction() as connection:
            try:
                yield self._joint(connection, "", {})
            finally:
                connection.rollback()

    def listen(self, listener: Listener) -> None:
        """Tells this listener what every act changed, once it is stored; it must be quick."""
        self._listeners.append(listener)

    def undo(self) -> Outcome[None]:
        """Takes the newest act back; Refusal("nothing_to_undo") when there is none.

        The outcome's act is "undo"; its facts hold those of the act, with its code as "act".
        """
        return self._reverse("undo", lambda: self._log.undoable, self._log.settle_undone)

    def redo(self) -> Outcome[None]:
        """Does again what was undone last; Refusal("nothing_to_redo") when there is none."""
        return self._reverse("redo", lambda: self._log.redoable, self._log.settle_redone)

    def undo_label(self) -> tuple[str, dict[str, object]] | None:
        """Code and facts of the act that undo takes back."""
        return _label(self._log.undoable)

    def redo_label(self) -> tuple[str, dict[str, object]] | None:
        """Code and facts of the act that redo does again."""
        return _label(self._log.redoable)

    def close(self) -> None:
        """Leaves one file at rest, after what is being read or written; twice is once.

        Trouble("busy") when somebody goes on reading; the store then stays open.
        """
        with self._taking_turns(), self._looking:
            if self._closed:
                return
            if not self._looking.wait_for(lambda: not self._readings, _PATIENCE_SECONDS):
                raise Trouble("busy")
            self._closed = True
        self._writer.dispose()
        self._readers.dispose()
        with told():
            settle(self.path, self._key)

    @classmethod
    def _opened(cls, path: Path, key: bytes, now: Now) -> Store:
        store = cls(path, key, now=now)
        with told(), store._writer.connect():
            return store

    def _reverse(
        self, act: str, step_of: Callable[[], Step | None], settle_it: Callable[[Recorded], None]
    ) -> Outcome[None]:
        with self._transaction() as connection:
            step = step_of()
            if step is None:
                raise Refusal(f"nothing_to_{act}")
            self._log.reverse(connection, step)
            recorded = self._log.recorded(connection)
            facts = {**step.facts, "act": step.act}
            self._write_entry(connection, act, facts, recorded)
            connection.commit()
            settle_it(recorded)
            self._tell(recorded.changes)
            return Outcome(None, recorded.changes, act, facts)

    def _joint(self, connection: Connection, act: str, facts: dict[str, object]) -> Joint:
        def begin(act: str, facts: dict[str, object]) -> Work:
            return Work(connection, self._log, act, facts, final=False)

        return Joint(connection, self._log, begin, (act, facts))

    def _keep(
        self,
        connection: Connection,
        act: str,
        facts: dict[str, object],
        *,
        final: bool,
        quiet: bool = False,
    ) -> Recorded:
        """Commits what was done under this name, and tells those who listen."""
        recorded = self._log.recorded(connection)
        if recorded.permanent and not final:
            raise RuntimeError(f"{act} adds permanent records and must be final")
        if quiet and recorded.touched:
            raise RuntimeError(f"{act} changes what undo knows of and cannot be quiet")
        if not quiet:
            self._write_entry(connection, act, facts, recorded)
        if recorded.changes or recorded.touched or final:
            self._log.trim(connection, everything=final)
        connection.commit()
        if final:
            self._log.settle_final(recorded)
        else:
            self._log.settle(act, facts, recorded)
        self._tell(recorded.changes)
        return recorded

    def _tell(self, changes: ChangeSet) -> None:
        if changes:
            for listener in self._listeners:
                listener(changes)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """The writing connection for this thread alone; rolled back unless committed."""
        with self._taking_turns():
            self._check_open()
            with told(), self._writer.connect() as connection:
                yield connection

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        me = threading.get_ident()
        if self._writing_thread == me:
            raise RuntimeError("work within work: one act is one transaction")
        if not self._turn.acquire(timeout=_PATIENCE_SECONDS):
            raise Trouble("busy")
        self._writing_thread = me
        try:
            yield
        finally:
            self._writing_thread = None
            self._turn.release()

    def _check_open(self) -> None:
        if self._closed:
            raise Trouble("closed")

    def _write_entry(
        self, connection: Connection, act: str, facts: dict[str, object], recorded: Recorded
    ) -> None:
        write_entry(connection, at=self._now(), act=act, facts=facts, touched=recorded.touched)


def checked_version(path: Path, key: bytes) -> int:
    """The schema version of a file that is ours; read without changing a byte.

    Trouble: missing_file, wrong_key, not_a_practice, newer_file (facts theirs and ours).
    """
    if not path.is_file():
        raise Trouble("missing_file", path=str(path))
    with told():
        application, theirs = stamps(path, key)
    if application != APPLICATION_ID:
        raise Trouble("not_a_practice", path=str(path))
    if theirs > SCHEMA_VERSION:
        raise Trouble("newer_file", theirs=theirs, ours=SCHEMA_VERSION)
    return theirs


def _check_triggers(path: Path, key: bytes) -> None:
    """Trouble("tampered") when the promises of the file were taken out or rewritten."""
    connection: Driver = connect(path, key, "ro")
    try:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        if dict(connection.execute(query).fetchall()) != TRIGGERS:
            raise Trouble("tampered")
    finally:
        connection.close()


def _label(step: Step | None) -> tuple[str, dict[str, object]] | None:
    return None if step is None else (step.act, step.facts)
