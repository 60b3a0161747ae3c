"""Connections to an encrypted file: guards, pragmas and the two engines."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.storage.driver import Driver, driver
from intervisie_desktop.storage.tables import APPLICATION_ID

OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Before it, two connections and a checkpoint could corrupt a WAL file (the WAL-reset bug)."""

PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
)


def check_library() -> None:
    """Trouble("unsafe_library") when the linked SQLite has the WAL-reset bug."""
    version = tuple(int(part) for part in driver.sqlite_version.split("."))
    if version < OLDEST_SAFE_SQLITE:
        raise Trouble("unsafe_library", version=driver.sqlite_version)


def connect(path: Path, key: bytes, mode: str = "rw") -> Driver:
    """A keyed connection; never makes a file by accident and never writes without a cipher."""
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=5,
        check_same_thread=False,
        isolation_level=None,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        # A library without a cipher takes a key in silence and writes plain text.
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise Trouble("no_encryption")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def stamps(path: Path, key: bytes) -> tuple[int, int]:
    """Application id and schema version, read without changing a byte of the file."""
    connection = connect(path, key, "ro")
    try:
        return (
            connection.execute("PRAGMA application_id").fetchone()[0],
            connection.execute("PRAGMA user_version").fetchone()[0],
        )
    finally:
        connection.close()


def stamp(connection: Driver, version: int) -> None:
    """Marks the file as ours with this schema version."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")


def new_file(path: Path) -> None:
    """An empty file that only its owner can read; Trouble("exists") when there is one."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise Trouble("exists", path=str(path)) from None
    except PermissionError:
        raise Trouble("read_only", path=str(path)) from None


def writer_engine(path: Path, key: bytes, prepare: Callable[[Driver], None]) -> Engine:
    """The engine of the one writing connection; `prepare` sets up its undo log."""

    def creator() -> Driver:
        connection = connect(path, key)
        connection.execute("PRAGMA journal_mode=WAL")
        # What is only tried may never reach the file, however much it is.
        _set(connection, (*PRAGMAS, "cache_spill=OFF"))
        prepare(connection)
        return connection

    return _engine(creator, begin="BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def reader_engine(path: Path, key: bytes) -> Engine:
    """The engine of the reading connections, each with a steady view of its own."""

    def creator() -> Driver:
        connection = connect(path, key)
        _set(connection, (*PRAGMAS, "query_only=ON"))
        return connection

    return _engine(creator, begin="BEGIN", pool_size=3, max_overflow=7)


def settle(path: Path, key: bytes) -> None:
    """One file at rest: everything in it, no companions of the database beside it."""
    connection = connect(path, key)
    try:
        _set(connection, PRAGMAS)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        if mode != "delete":
            raise Trouble("locked")
    finally:
        connection.close()


def copy_database(path: Path, key: bytes, target: Path) -> None:
    """A consistent copy under the same key, also of a file in use."""
    new_file(target)
    source, copy = connect(path, key, "ro"), connect(target, key)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        source.close()


def _set(connection: Driver, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _engine(
    creator: Callable[[], Driver], *, begin: str, pool_size: int, max_overflow: int
) -> Engine:
    # QueuePool by name: the pool SQLAlchemy picks for SQLite closes connections that other
    # threads still use. The module by name: otherwise driver errors come out unwrapped.
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=creator,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
    )

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    return engine
