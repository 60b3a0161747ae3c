"""Files of an earlier schema brought up to date, step by step, all or nothing.

Alembic is imported only when there is something to do, because it costs start-up time.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.storage.connect import PRAGMAS, connect, stamp
from intervisie_desktop.storage.driver import Driver, driver
from intervisie_desktop.storage.migrations import STEPS
from intervisie_desktop.storage.tables import SCHEMA_VERSION


def migrate(path: Path, key: bytes, theirs: int) -> None:
    """Runs the steps after version `theirs`; on any failure the file is as it was."""
    modules = [
        import_module(f"intervisie_desktop.storage.migrations.versions.{name}")
        for name in STEPS[theirs:SCHEMA_VERSION]
    ]
    connection = connect(path, key)
    try:
        # Off before BEGIN: inside a transaction the pragma does nothing, and a table that is
        # rebuilt would then empty its children by cascade.
        for pragma in (*PRAGMAS, "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        run(connection, modules, SCHEMA_VERSION)
    finally:
        connection.close()


def run(connection: Driver, steps: Sequence[ModuleType], version: int) -> None:
    """Runs these steps on a driver connection in one transaction and stamps the version."""
    from alembic.migration import MigrationContext  # noqa: PLC0415  (start-up time)
    from alembic.operations import Operations  # noqa: PLC0415

    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool
    )
    event.listen(engine, "begin", _begin)
    # A transaction of SQLAlchemy's, because Alembic commits one that it does not see.
    with engine.begin() as outer:
        with Operations.context(MigrationContext.configure(outer)):
            for step in steps:
                step.upgrade()
        _check(outer)
        stamp(connection, version)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check(connection: Connection) -> None:
    """Trouble("damaged") when a step left a record that points to nothing."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise Trouble("damaged", tables=sorted({row[0] for row in broken}))
