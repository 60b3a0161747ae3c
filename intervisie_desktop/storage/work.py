"""One act on a practice: everything it changes, or nothing."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection

from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.records.special import next_number
from intervisie_desktop.storage.undo_log import Recorded, UndoLog

Value = TypeVar("Value")


class Work(Reading):
    """One act in the making: reads its own changes, and ends in one transaction."""

    writable = True

    def __init__(
        self, connection: Connection, log: UndoLog, act: str, facts: dict[str, object], final: bool
    ) -> None:
        super().__init__(connection)
        self._log = log
        self._act = act
        self._facts = facts
        self._final = final
        self._recorded: Recorded | None = None

    @property
    def changes(self) -> ChangeSet:
        """What was touched: so far, or altogether once the act is done."""
        recorded = self._recorded or self._log.recorded(self.connection)
        return recorded.changes

    def outcome(self, value: Value) -> Outcome[Value]:
        """The value with everything this act changed; call it when nothing more follows."""
        return Outcome(value, self.changes, self._act, self._facts, self._final)

    def note(self, **facts: object) -> None:
        """Adds to the facts of the act what is only known underway, such as a number given."""
        self._facts.update(facts)

    def next_number(self, series: str, year: int, first: int) -> int:
        """The number the next record of this series and year must have; `first` starts it."""
        return next_number(self.connection, series, year, first)

    def close(self, recorded: Recorded) -> None:
        """Keeps what was recorded, for an outcome that is asked for afterwards."""
        self._recorded = recorded
