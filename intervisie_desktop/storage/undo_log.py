"""Undo and redo of everything, recorded by the database itself.

SQLite's "automatic undo/redo" technique: temporary triggers on the one writing connection write
the reverse of every row change to a temporary table, cascades and bulk changes included. The
same rows tell what an act changed, for the refresh of pages and for the Logboek.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from intervisie_desktop.domain.changes import Change, ChangeKind, ChangeSet, Subject
from intervisie_desktop.storage.driver import Driver
from intervisie_desktop.storage.tables import metadata
from intervisie_desktop.storage.tables.base import Recording, columns_of

MOST_STEPS = 100

_LOG = """CREATE TEMP TABLE undo_log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, links TEXT NOT NULL, sql TEXT
)"""


@dataclass(frozen=True)
class Step:
    """One act that can be taken back; its rows in the log are `first` up to `last` included."""

    act: str
    facts: dict[str, object]
    first: int
    last: int


@dataclass(frozen=True)
class Recorded:
    """What the log holds of one act."""

    last: int
    changes: ChangeSet = ChangeSet()
    touched: dict[str, int] = field(default_factory=dict)
    permanent: bool = False


class UndoLog:
    """The steps that can be undone and redone; their rows live in the writing connection."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque()
        self._undone: list[Step] = []
        self._last = 0

    def prepare(self, connection: Driver) -> None:
        """Sets up the log on a fresh writing connection; a history of an old one is over."""
        self._done.clear()
        self._undone.clear()
        self._last = 0
        connection.execute(_LOG)
        for statement in _triggers():
            connection.execute(statement)

    @property
    def undoable(self) -> Step | None:
        """The step that undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo does again."""
        return self._undone[-1] if self._undone else None

    def recorded(self, connection: Connection) -> Recorded:
        """What happened since the last settled act."""
        rows = connection.exec_driver_sql(
            "SELECT seq, name, id, kind, links FROM undo_log WHERE seq > ? ORDER BY seq",
            (self._last,),
        ).fetchall()
        if not rows:
            return Recorded(self._last)
        return Recorded(
            last=rows[-1][0],
            changes=ChangeSet(tuple(_changes(rows))),
            touched=dict(Counter(row[1] for row in rows)),
            permanent=any(not _RECORDINGS[row[1]].undoable for row in rows),
        )

    def reverse(self, connection: Connection, step: Step) -> None:
        """Takes the rows of a step back; the triggers record the way forward again."""
        span = (step.first, step.last)
        between = "FROM undo_log WHERE seq BETWEEN ? AND ?"
        reverses = connection.exec_driver_sql(
            f"SELECT sql {between} ORDER BY seq DESC", span
        ).fetchall()
        connection.exec_driver_sql(f"DELETE {between}", span)
        # The order is exact, but rows that point to each other may need both first.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        cursor = connection.connection.cursor()
        for (sql,) in reverses:
            cursor.execute(sql)
        cursor.close()

    def trim(self, connection: Connection, *, everything: bool) -> None:
        """Drops, before the commit, the rows that `settle` will make unreachable."""
        if everything:
            connection.exec_driver_sql("DELETE FROM undo_log")
            return
        unreachable = list(self._undone)
        if len(self._done) >= MOST_STEPS:
            unreachable.append(self._done[0])
        for step in unreachable:
            connection.exec_driver_sql(
                "DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )

    def settle(self, act: str, facts: dict[str, object], recorded: Recorded) -> None:
        """After the commit: the act is the newest step, what was undone cannot be redone."""
        if recorded.last == self._last:
            return
        self._done.append(Step(act, facts, self._last + 1, recorded.last))
        if len(self._done) > MOST_STEPS:
            self._done.popleft()
        self._undone.clear()
        self._last = recorded.last

    def settle_final(self, recorded: Recorded) -> None:
        """After the commit of a final act: nothing before it can be undone."""
        self._done.clear()
        self._undone.clear()
        self._last = recorded.last

    def settle_undone(self, recorded: Recorded) -> None:
        """After the commit of an undo: the step can be redone."""
        step = self._done.pop()
        self._undone.append(Step(step.act, step.facts, self._last + 1, recorded.last))
        self._last = recorded.last

    def settle_redone(self, recorded: Recorded) -> None:
        """After the commit of a redo: the step can be undone again."""
        step = self._undone.pop()
        self._done.append(Step(step.act, step.facts, self._last + 1, recorded.last))
        self._last = recorded.last


_RECORDINGS: dict[str, Recording] = {
    table.name: table.info["recording"]
    for table in metadata.tables.values()
    if "recording" in table.info
}


def _triggers() -> Iterator[str]:
    """The temporary triggers of every recorded table."""
    for name, recording in _RECORDINGS.items():
        table = metadata.tables[name]
        columns = columns_of(table)
        differ = " OR ".join(f'old."{c}" IS NOT new."{c}"' for c in columns)
        yield _trigger(table, recording, ChangeKind.CREATED, "INSERT", _unmake(name))
        yield _trigger(table, recording, ChangeKind.REMOVED, "DELETE", _remake(name, columns))
        yield _trigger(
            table,
            recording,
            ChangeKind.CHANGED,
            f"UPDATE ON main.{name} WHEN {differ}",
            _restore(name, columns),
        )


def _trigger(table: Table, recording: Recording, kind: ChangeKind, event: str, reverse: str) -> str:
    name = table.name
    when = event if " ON " in event else f"{event} ON main.{name}"
    sides = {ChangeKind.CREATED: ["new"], ChangeKind.REMOVED: ["old"]}.get(kind, ["old", "new"])
    links = ", ".join(f'{side}."{column}"' for side in sides for _, column in recording.links)
    return (
        f"CREATE TEMP TRIGGER undo_{name}_{kind} AFTER {when} BEGIN"
        f" INSERT INTO undo_log (name, id, kind, links, sql) VALUES ('{name}',"
        f" {sides[-1]}.\"{recording.owner}\", '{kind}', json_array({links}),"
        f" {reverse if recording.undoable else 'NULL'}); END"
    )


def _unmake(name: str) -> str:
    return f"'DELETE FROM \"{name}\" WHERE rowid=' || new.rowid"


def _remake(name: str, columns: Sequence[str]) -> str:
    # With the rowid, so that the order of records is the same again.
    named = ", ".join(f'"{column}"' for column in columns)
    values = " || ',' || ".join(f'quote(old."{column}")' for column in columns)
    return (
        f"'INSERT INTO \"{name}\" (rowid, {named}) VALUES (' || old.rowid || ',' || {values} || ')'"
    )


def _restore(name: str, columns: Sequence[str]) -> str:
    pairs = " || ',' || ".join(f'\'"{c}"=\' || quote(old."{c}")' for c in columns)
    return f"'UPDATE \"{name}\" SET ' || {pairs} || ' WHERE rowid=' || new.rowid"


def _changes(rows: Sequence[Any]) -> Iterator[Change]:
    """One change per record, in order of first touch; what came and went again is left out."""
    kinds: dict[tuple[Subject, str], list[ChangeKind]] = {}
    links: dict[tuple[Subject, str], dict[tuple[str, str], None]] = {}
    for _, name, record_id, kind, values in rows:
        recording = _RECORDINGS[name]
        key = (recording.subject, record_id)
        own = recording.owner in {"id", "key"}
        kinds.setdefault(key, []).append(ChangeKind(kind) if own else ChangeKind.CHANGED)
        names = [link for link, _ in recording.links] * 2
        pairs = zip(names, json.loads(values), strict=False)
        links.setdefault(key, {}).update(dict.fromkeys(p for p in pairs if p[1] is not None))
    for key, history in kinds.items():
        kind_now = _summary(history)
        if kind_now is not None:
            yield Change(key[0], key[1], kind_now, tuple(links[key]))


def _summary(history: Sequence[ChangeKind]) -> ChangeKind | None:
    """What a series of changes to one record comes down to."""
    own = [kind for kind in history if kind is not ChangeKind.CHANGED]
    if not own:
        return ChangeKind.CHANGED
    made, gone = own[0] is ChangeKind.CREATED, own[-1] is ChangeKind.REMOVED
    if made and gone:
        return None
    if made:
        return ChangeKind.CREATED
    return ChangeKind.REMOVED if gone else ChangeKind.CHANGED
