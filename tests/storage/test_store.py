from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.storage import connect
from intervisie_desktop.storage.driver import driver
from intervisie_desktop.storage.store import Store
from intervisie_desktop.storage.tables import SCHEMA_VERSION
from tests.storage.samples import KEY, fill, new_store

NEEDLES = ("Kantoor Zuid", "Berg", "jan@voorbeeld.nl", "certificates", "CREATE TABLE")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_linked_library_has_a_cipher_and_no_wal_reset_bug():
    connect.check_library()
    assert driver.threadsafety >= 1


def test_an_old_library_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(driver, "sqlite_version", "3.51.2")
    with pytest.raises(Trouble, match="unsafe_library"):
        connect.check_library()


def test_a_library_without_a_cipher_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "open.db"
    path.touch()
    monkeypatch.setattr(connect, "driver", sqlite3)
    with pytest.raises(Trouble, match="no_encryption"):
        connect.connect(path, KEY)
    assert path.read_bytes() == b""


def test_every_connection_is_set_for_safety(store: Store):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
    }
    with store.work("x") as work, store.reading() as read:
        for door, query_only in ((work, 0), (read, 1)):
            run = door.connection.exec_driver_sql
            found = {name: run(f"PRAGMA {name}").scalar_one() for name in wanted}
            assert found == wanted
            assert run("PRAGMA query_only").scalar_one() == query_only
            assert isinstance(door.connection.engine.pool, QueuePool)


def test_one_file_at_rest_and_no_plain_text_anywhere(tmp_path: Path):
    store = new_store(tmp_path)
    fill(store)
    assert (tmp_path / "praktijk.intervisie-wal").stat().st_size > 0
    assert needles_in(tmp_path) == []
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["praktijk.intervisie"]
    assert needles_in(tmp_path) == []


def test_the_search_for_plain_text_would_find_it(tmp_path: Path):
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE clients (name)")
    plain.execute("INSERT INTO clients VALUES ('Kantoor Zuid')")
    plain.commit()
    plain.close()
    assert needles_in(tmp_path) == ["Kantoor Zuid", "CREATE TABLE"]


def needles_in(folder: Path) -> list[str]:
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [n for n in NEEDLES if n.encode() in content or n.encode("utf-16-le") in content]


def test_a_closed_file_opens_again_with_everything_in_it(filled: Store):
    filled.close()
    again = Store.open(filled.path, KEY)
    with again.reading() as read:
        assert read.groups.get("g1").name == "Breda I"
    assert again.undo_label() is None


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda path: path.unlink(), "missing_file"),
        (lambda path: path.write_bytes(b"Beste lezer, " * 1000), "wrong_key"),
        (lambda path: path.write_bytes(b""), "not_a_practice"),
        (lambda path: pragma(path, "user_version=999"), "newer_file"),
        (lambda path: pragma(path, "application_id=1"), "not_a_practice"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_unharmed(filled: Store, prepare, code: str):
    filled.close()
    prepare(filled.path)
    before = digest(filled.path) if filled.path.exists() else ""
    with pytest.raises(Trouble) as trouble:
        Store.open(filled.path, KEY)
    assert trouble.value.code == code
    assert (digest(filled.path) if filled.path.exists() else "") == before
    assert [p for p in filled.path.parent.iterdir() if p != filled.path] == []
    if code == "newer_file":
        assert trouble.value.facts == {"theirs": 999, "ours": SCHEMA_VERSION}


def pragma(path: Path, setting: str) -> None:
    connection = connect.connect(path, KEY)
    connection.execute(f"PRAGMA {setting}")
    connection.close()


def test_a_wrong_key_is_refused_unharmed(filled: Store):
    filled.close()
    before = digest(filled.path)
    with pytest.raises(Trouble, match="wrong_key"):
        Store.open(filled.path, bytes(32))
    assert digest(filled.path) == before


def test_a_damaged_page_is_noticed_and_never_read_as_data(filled: Store):
    filled.close()
    content = bytearray(filled.path.read_bytes())
    for page in range(4096 * 3 + 100, len(content), 4096):
        content[page] ^= 1
    filled.path.write_bytes(content)
    with pytest.raises(Trouble) as trouble, Store.open(filled.path, KEY).reading() as read:
        read.groups.all()
    assert trouble.value.code in {"damaged", "wrong_key", "io_error"}


def look_into(path: Path) -> None:
    store = Store.open(path, KEY)
    try:
        with store.reading() as read:
            read.groups.all()
    finally:
        store.close()


def test_a_closed_store_neither_reads_nor_writes(filled: Store):
    filled.close()
    filled.close()
    for door in (filled.reading(), filled.work("x")):
        with pytest.raises(Trouble, match="closed"):
            door.__enter__()


def test_closing_waits_for_who_still_reads(filled: Store):
    reading = threading.Event()

    def look() -> None:
        with filled.reading() as read:
            reading.set()
            time.sleep(0.1)
            read.groups.get("g1")

    thread = threading.Thread(target=look)
    thread.start()
    reading.wait()
    filled.close()
    thread.join()
    assert [path.name for path in filled.path.parent.iterdir()] == [filled.path.name]


def test_an_existing_file_is_never_overwritten(filled: Store):
    with pytest.raises(Trouble, match="exists"):
        Store.create(filled.path, KEY)


def test_a_full_disk_rolls_back_and_the_next_act_works(filled: Store):
    many = [Group(id=f"n{number}", name="x" * 4000) for number in range(200)]
    with filled.work("limit") as work:
        work.connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(Trouble, match="disk_full"), filled.work("big") as work:
        work.groups.add_all(many)
    with filled.work("small") as work:
        work.connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        work.groups.add(Group(id="nieuw", name="Nieuw"))
    with filled.reading() as read:
        assert read.groups.count() == 3


def test_the_logboek_keeps_every_act_newest_first(tmp_path: Path):
    moments = iter(datetime(2026, 3, day, 9, 30, tzinfo=UTC) for day in range(1, 9))
    store = Store.create(tmp_path / "x", KEY, now=lambda: next(moments))
    for number in range(3):
        with store.work("group_added", group=f"g{number}") as work:
            work.groups.add(Group(id=f"g{number}", name="G"))
    store.undo()
    with store.reading() as read:
        newest = read.journal(limit=2)
        older = read.journal(limit=9, before_id=newest[-1].id)
    assert [(e.act, e.facts, e.touched) for e in newest] == [
        ("undo", {"group": "g2", "act": "group_added"}, {"groups": 1}),
        ("group_added", {"group": "g2"}, {"groups": 1}),
    ]
    assert [e.at.day for e in (*newest, *older)] == [4, 3, 2, 1]
    store.close()


def test_work_within_work_is_a_mistake(filled: Store):
    inner = filled.work("inner")
    with filled.work("outer"), pytest.raises(RuntimeError, match="work within work"):
        inner.__enter__()
    with filled.work("after") as work:
        work.groups.remove("g2")


def test_many_threads_read_and_write_without_a_crash(store: Store):
    failures: list[BaseException] = []

    def use(thread: int) -> None:
        try:
            for number in range(5):
                with store.work("group_added") as work:
                    work.groups.add(Group(id=f"{thread}-{number}", name="G"))
                with store.reading() as read:
                    assert read.groups.count(id=f"{thread}-{number}") == 1
                    read.groups.all()
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.reading() as read:
        assert read.groups.count() == 60


def test_only_the_owner_can_read_the_file(store: Store):
    if hasattr(store.path, "owner") and store.path.stat().st_mode & 0o777 != 0o666:
        assert store.path.stat().st_mode & 0o077 == 0
