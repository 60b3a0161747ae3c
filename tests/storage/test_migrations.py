from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Column, Integer, create_engine
from sqlalchemy.pool import StaticPool

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.storage.connect import connect, new_file, stamp
from intervisie_desktop.storage.driver import driver
from intervisie_desktop.storage.migrate import migrate, run
from intervisie_desktop.storage.migrations import STEPS, versions
from intervisie_desktop.storage.schema import create_file
from intervisie_desktop.storage.store import Store
from intervisie_desktop.storage.tables import SCHEMA_VERSION, metadata
from tests.storage.samples import KEY, dump, fill
from tests.storage.schema_text import clauses


def master(path: Path) -> list[tuple[Any, ...]]:
    connection = connect(path, KEY)
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    connection.close()
    return sorted((kind, name, table, clauses(kind, sql)) for kind, name, table, sql in rows)


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    path = tmp_path / "oud.intervisie"
    new_file(path)
    connection = connect(path, KEY)
    stamp(connection, 0)
    connection.close()
    migrate(path, KEY, 0)
    return path


def test_the_migrated_schema_is_the_declared_one(migrated: Path, tmp_path: Path):
    declared = tmp_path / "nieuw.intervisie"
    new_file(declared)
    create_file(declared, KEY)
    assert master(migrated) == master(declared)


def test_alembic_sees_no_difference_either(migrated: Path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    connection = connect(migrated, KEY)
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool
    )
    with engine.connect() as outer:
        assert compare_metadata(MigrationContext.configure(outer), metadata) == []
    engine.dispose()


def test_every_step_is_listed_and_leads_to_its_version():
    folder = Path(versions.__file__).parent
    assert sorted(p.stem for p in folder.glob("m*.py")) == list(STEPS)
    assert [int(re.match(r"m(\d{4})_", name)[1]) for name in STEPS] == [
        *range(1, SCHEMA_VERSION + 1)
    ]


def test_an_older_file_is_told_of_before_it_is_touched(tmp_path: Path):
    path = tmp_path / "oud.intervisie"
    new_file(path)
    connection = connect(path, KEY)
    stamp(connection, 0)
    connection.close()
    told: list[tuple[int, bytes]] = []
    before = path.read_bytes()
    store = Store.open(
        path, KEY, before_update=lambda version: told.append((version, path.read_bytes()))
    )
    assert told == [(0, before)]
    fill(store)
    store.close()


def a_step(upgrade: Any) -> ModuleType:
    step = ModuleType("step")
    step.upgrade = upgrade
    return step


def test_a_rebuilt_table_keeps_its_children(filled: Store):
    from alembic import op

    before = dump(filled)
    filled.close()

    def rebuild() -> None:
        with op.batch_alter_table("groups", recreate="always") as batch:
            batch.add_column(Column("size", Integer, nullable=True))

    connection = connect(filled.path, KEY)
    connection.execute("PRAGMA foreign_keys=OFF")
    run(connection, [a_step(rebuild)], 2)
    attendances = connection.execute("SELECT rowid, * FROM attendances ORDER BY rowid").fetchall()
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()
    assert attendances == before["attendances"]


def test_a_step_that_fails_leaves_the_file_as_it_was(filled: Store):
    from alembic import op

    filled.close()
    before = master(filled.path)

    def breaks() -> None:
        op.execute("DROP TABLE exceptions")
        op.execute("UPDATE memberships SET group_id = 'nergens'")

    connection = connect(filled.path, KEY)
    connection.execute("PRAGMA foreign_keys=OFF")
    with pytest.raises(Trouble, match="damaged"):
        run(connection, [a_step(breaks)], 2)
    connection.close()
    assert master(filled.path) == before
    assert Store.open(filled.path, KEY).undo_label() is None
