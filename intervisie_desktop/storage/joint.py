"""Several acts in one transaction: to try them and keep nothing, or to keep them as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.undo_log import Recorded, UndoLog
from intervisie_desktop.storage.work import Work

Value = TypeVar("Value")
Listener = Callable[[ChangeSet], None]
Act = tuple[str, dict[str, object]]


class Door(Protocol):
    """What a use case needs of a practice: to look, to change, and to hear of changes."""

    def reading(self) -> AbstractContextManager[Reading]:
        """A consistent view."""

    def work(
        self, act: str, /, *, final: bool = False, quiet: bool = False, **facts: object
    ) -> AbstractContextManager[Work]:
        """One act: all of it happens or nothing."""

    def listen(self, listener: Listener) -> None:
        """Tells this listener what every act changed, once it is stored."""


class Joint:
    """A door to one transaction: the same use cases act through it, one after the other.

    Each act is whole or nothing by itself and sees those before it; whoever opened the door says
    whether all of them are kept. `acts` holds code and facts of what was done, `name` those under
    which it is kept.
    """

    def __init__(
        self,
        connection: Connection,
        log: UndoLog,
        begin: Callable[[str, dict[str, object]], Work],
        name: Act,
    ) -> None:
        self._connection = connection
        self._log = log
        self._begin = begin
        self._closed: Recorded | None = None
        self.name = name
        self.acts: list[Act] = []

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """How it stands after the acts so far."""
        yield Reading(self._connection)

    @contextmanager
    def work(
        self, act: str, /, *, final: bool = False, quiet: bool = False, **facts: object
    ) -> Iterator[Work]:
        """One act among others; a final or a quiet one cannot be."""
        if final or quiet:
            raise RuntimeError(f"{act} cannot be one of several")
        with self._connection.begin_nested():
            work = self._begin(act, facts)
            yield work
        self.acts.append((act, facts))
        work.close(self.recorded())

    def listen(self, listener: Listener) -> None:
        """Nobody hears of an act in here: the practice tells when it is kept."""

    def recorded(self) -> Recorded:
        """Everything all acts so far did, or altogether once they are kept."""
        return self._closed or self._log.recorded(self._connection)

    def close(self, recorded: Recorded) -> None:
        """Keeps what was recorded, for an outcome that is asked for afterwards."""
        self._closed = recorded

    def outcome(self, value: Value) -> Outcome[Value]:
        """The value with everything all acts changed; call it when nothing more follows."""
        act, facts = self.name
        return Outcome(value, self.recorded().changes, act, facts)
