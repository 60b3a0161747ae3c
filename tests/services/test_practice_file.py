from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host import files, key_file, signing
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.key_file import KeyFile
from intervisie_desktop.host.keys import Cost
from intervisie_desktop.host.lock import FileLock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.practice_file import SIGNING_KEY, OpenPractice, PracticeFiles
from intervisie_desktop.storage.connect import connect
from intervisie_desktop.storage.store import Store
from intervisie_desktop.storage.tables import SCHEMA_VERSION
from tests.storage.samples import PASSWORD, RECORDS, a_certificate
from tests.storage.schema_text import clauses

CHEAP = Cost(memory=19 * 1024, rounds=2, lanes=1)
FIXTURES = Path(__file__).parent.parent / "fixtures" / "databases"


class Bench:
    """A practice file at rest in its own folder, and a machine to open it on."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(datetime(2026, 3, 2, 12, 0))
        self.files = self.machine(folder / "machine")
        self.path = folder / "praktijk" / "Praktijk De Spiegel.intervisie"
        opened, self.code = self.files.create(
            self.path, PASSWORD, Practice(name="De Spiegel"), Facilitator(id="f", name="Noor")
        )
        with opened.store.work("group_added") as work:
            work.groups.add(Group(id="g", name="Breda"))
        opened.close()

    def machine(self, folder: Path) -> PracticeFiles:
        return PracticeFiles(self.clock, Paths.under(folder), CHEAP)

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.path.parent.iterdir())


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def opened(bench: Bench) -> Iterator[OpenPractice]:
    practice = bench.files.open(bench.path, PASSWORD)
    yield practice
    practice.close()


def groups_in(practice: OpenPractice) -> int:
    with practice.store.reading() as read:
        count = read.groups.count()
    practice.close()
    return count


def test_a_closed_practice_is_one_file(bench: Bench):
    assert bench.names == [bench.path.name]
    assert bench.files.peek(bench.path)


def test_the_lone_file_opens_on_another_laptop_with_its_password(bench: Bench, tmp_path: Path):
    other = tmp_path / "andere laptop" / "mijn praktijk.intervisie"
    other.parent.mkdir()
    shutil.copy(bench.path, other)
    assert groups_in(bench.machine(tmp_path / "m2").open(other, PASSWORD)) == 1


def test_a_new_practice_signs_with_its_own_key(opened: OpenPractice):
    with opened.store.reading() as read:
        practice, private = read.practice.get(), read.secrets.get(SIGNING_KEY)
        assert practice.facilitator_id == "f"
        assert read.facilitators.get("f").name == "Noor"
        assert read.journal()[-1].act == "practice_created"
    assert private is not None
    assert signing.verify(bytes.fromhex(practice.public_key), b"x", signing.sign(private, b"x"))


def test_a_wrong_password_changes_nothing_and_the_wait_grows(bench: Bench, tmp_path: Path):
    before = bench.path.read_bytes()
    waits = []
    for _ in range(7):
        with pytest.raises(Trouble, match="wrong_password") as trouble:
            bench.files.open(bench.path, "verkeerd woord")
        waits.append(trouble.value.facts["wait"])
        bench.clock.move(seconds=waits[-1])
    assert waits == [0, 0, 0, 0, 2, 4, 8]
    assert bench.path.read_bytes() == before
    assert bench.names == [bench.path.name]


def test_a_restart_does_not_shorten_the_wait(bench: Bench, tmp_path: Path):
    for _ in range(5):
        with pytest.raises(Trouble, match="wrong_password"):
            bench.files.open(bench.path, "verkeerd woord")
    restarted = bench.machine(tmp_path / "machine")
    assert restarted.waiting(bench.path) == 2
    with pytest.raises(Trouble) as trouble:
        restarted.open(bench.path, PASSWORD)
    assert (trouble.value.code, trouble.value.facts) == ("wait", {"seconds": 2})
    bench.clock.move(seconds=2)
    assert groups_in(restarted.open(bench.path, PASSWORD)) == 1
    assert restarted.waiting(bench.path) == 0


def test_the_recovery_code_opens_and_lets_set_a_new_password(bench: Bench):
    practice = bench.files.open_with_code(bench.path, bench.code.lower().replace("-", " "))
    assert practice.opened_with_code
    practice.set_password("een nieuw begin")
    practice.close()
    with pytest.raises(Trouble, match="wrong_password"):
        bench.files.open(bench.path, PASSWORD)
    assert groups_in(bench.files.open(bench.path, "een nieuw begin")) == 1


def test_the_recovery_code_opens_a_file_that_lost_its_slots(bench: Bench):
    content = bench.path.read_bytes()
    bench.path.write_bytes(content[: -key_file.PAGE])
    assert not bench.files.peek(bench.path)
    with pytest.raises(Trouble, match="not_a_practice"):
        bench.files.open(bench.path, PASSWORD)
    practice = bench.files.open_with_code(bench.path, bench.code)
    practice.set_password("een nieuw begin")
    practice.close()
    assert groups_in(bench.files.open(bench.path, "een nieuw begin")) == 1


def test_the_recovery_code_opens_a_file_whose_slots_are_damaged(bench: Bench):
    content = bytearray(bench.path.read_bytes())
    content[-key_file.PAGE + 200] ^= 1
    bench.path.write_bytes(content)
    practice = bench.files.open_with_code(bench.path, bench.code)
    practice.set_password("een nieuw begin")
    with practice.store.work("more") as work:
        work.groups.add_all(Group(id=f"n{i}", name="x" * 500) for i in range(100))
    practice.close()
    assert groups_in(bench.files.open(bench.path, "een nieuw begin")) == 101


def test_the_code_of_another_practice_opens_nothing(bench: Bench, tmp_path: Path):
    before = bench.path.read_bytes()
    other = Bench(tmp_path / "ander")
    with pytest.raises(Trouble, match="wrong_code"):
        bench.files.open_with_code(bench.path, other.code)
    with pytest.raises(Refusal, match="recovery_code"):
        bench.files.open_with_code(bench.path, other.code[:-1])
    assert bench.path.read_bytes() == before
    assert bench.names == [bench.path.name]


def test_a_changed_password_replaces_the_old_one(bench: Bench):
    bench.files.change_password(bench.path, PASSWORD, "geheel iets anders")
    with pytest.raises(Trouble, match="wrong_password"):
        bench.files.open(bench.path, PASSWORD)
    assert groups_in(bench.files.open(bench.path, "geheel iets anders")) == 1


def test_changing_the_password_asks_for_the_old_one(opened: OpenPractice):
    with pytest.raises(Trouble, match="wrong_password"):
        opened.change_password("verkeerd woord", "geheel iets anders")
    with pytest.raises(Refusal, match="password_short"):
        opened.change_password(PASSWORD, "kort")
    with pytest.raises(RuntimeError):
        opened.set_password("geheel iets anders")


def test_the_recovery_code_is_shown_again_to_who_knows_the_password(
    bench: Bench, opened: OpenPractice
):
    assert opened.recovery_code(PASSWORD) == bench.code
    with pytest.raises(Trouble, match="wrong_password"):
        opened.recovery_code("verkeerd woord")


def test_a_practice_is_open_once_at_a_time(bench: Bench, opened: OpenPractice):
    with pytest.raises(Trouble, match="already_open"):
        bench.files.open(bench.path, PASSWORD)


def test_a_lock_of_another_machine_is_refused_unless_taken_over(bench: Bench):
    lock = FileLock(bench.path)
    lock.path.write_text('{"host": "laptop-van-noor", "pid": 1}')
    with pytest.raises(Trouble) as trouble:
        bench.files.open(bench.path, PASSWORD)
    assert (trouble.value.code, trouble.value.facts) == (
        "locked_elsewhere",
        {"host": "laptop-van-noor"},
    )
    assert groups_in(bench.files.open(bench.path, PASSWORD, take_over=True)) == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("weg", None, "missing_file"), ("leeg", b"", "not_a_practice"),
     ("brief.txt", b"Beste lezer, " * 999, "not_a_practice")],
)  # fmt: skip
def test_what_is_no_practice_is_said_to_be_none(
    bench: Bench, tmp_path: Path, name: str, content: bytes | None, code: str
):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Trouble) as trouble:
        bench.files.open(path, PASSWORD)
    assert trouble.value.code == code
    assert not bench.files.peek(path)
    assert (path.read_bytes() if path.exists() else None) == content
    assert not list(tmp_path.glob(f"{name}-*"))


def test_a_new_practice_never_covers_a_file(bench: Bench):
    with pytest.raises(Trouble, match="exists"):
        bench.files.create(bench.path, PASSWORD, Practice(), Facilitator(id="f", name="N"))


def test_a_new_practice_does_not_go_into_a_cloud_folder(bench: Bench, tmp_path: Path):
    path = tmp_path / "OneDrive - Kantoor" / "x.intervisie"
    with pytest.raises(Trouble, match="cloud_folder"):
        bench.files.create(path, PASSWORD, Practice(), Facilitator(id="f", name="N"))
    assert not path.parent.exists()


def stamped(bench: Bench, version: int) -> None:
    keys = KeyFile(bench.path)
    found = keys.find()
    keys.take_out(found)
    connection = connect(bench.path, key_of(bench))
    connection.execute(f"PRAGMA user_version={version}")
    connection.close()
    keys.put_back(found.slots)


def key_of(bench: Bench) -> bytes:
    return KeyFile(bench.path).find().slots.unlock(PASSWORD)


def test_a_newer_file_is_refused_unharmed(bench: Bench):
    stamped(bench, 999)
    before = bench.path.read_bytes()
    with pytest.raises(Trouble, match="newer_file"):
        bench.files.open(bench.path, PASSWORD)
    assert bench.path.read_bytes() == before
    assert bench.names == [bench.path.name]


def test_a_tampered_file_is_refused_and_goes_back_to_rest(bench: Bench):
    keys = KeyFile(bench.path)
    found = keys.find()
    keys.take_out(found)
    connection = connect(bench.path, found.slots.unlock(PASSWORD))
    connection.execute("DROP TRIGGER certificates_no_update")
    connection.close()
    keys.put_back(found.slots)
    before = bench.path.read_bytes()
    with pytest.raises(Trouble, match="tampered"):
        bench.files.open(bench.path, PASSWORD)
    assert bench.path.read_bytes() == before
    assert bench.names == [bench.path.name]


def test_an_update_keeps_a_dated_copy_that_opens_with_the_password(bench: Bench, tmp_path: Path):
    # A file of version 0 that the start migration cannot build over: it fails, the copy stays.
    stamped(bench, 0)
    with pytest.raises(Exception, match="already exists"):
        bench.files.open(bench.path, PASSWORD)
    copy = "Praktijk De Spiegel 2026-03-02 vóór bijwerken.intervisie"
    assert bench.names == sorted([bench.path.name, copy])
    kept = bench.path.with_name(copy)
    found = KeyFile(kept).find()
    assert found.trailer
    assert found.slots.unlock(PASSWORD) == key_of(bench)


def test_a_file_of_every_version_is_kept():
    kept = sorted(path.stem for path in FIXTURES.glob("*.intervisie"))
    assert kept == [f"v{version:04}" for version in range(1, SCHEMA_VERSION + 1)]


def schema_of(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    with store.reading() as read:
        query = "SELECT type, name, sql FROM sqlite_master"
        rows = read.connection.exec_driver_sql(query).fetchall()
    return sorted((kind, name, clauses(kind, sql)) for kind, name, sql in rows)


TABLES_SINCE = {
    "evaluations": 3,
    "own_hours": 3,
    "own_profiles": 3,
    "own_methods": 3,
    "texts": 3,
    **dict.fromkeys(
        (
            "rates",
            "cancellation_terms",
            "invoices",
            "invoice_lines",
            "billed_sources",
            "billing_waivers",
            "payments",
            "bank_lines",
            "quotes",
        ),
        4,
    ),
}
FIELDS_SINCE: dict[str, dict[str, int]] = {
    "clients": dict.fromkeys(("oin", "peppol_id", "attention", "names_on_invoice"), 4),
    "participants": {"field_of_law": 3, "payer_id": 4},
    "groups": {"product": 4}
    | dict.fromkeys(
        (
            "field_of_law",
            "composition_agreed_with",
            "composition_agreed_on",
            "accreditation_requested_on",
            "registered_on",
        ),
        3,
    ),
    "sessions": {"cancelled_at": 4, "cancelled_by_client": 4}
    | dict.fromkeys(("phases", "cases", "undisturbed", "platform", "online_reason"), 3),
    "attendances": {
        "taken_over": 2,
        "notified_at": 4,
        **dict.fromkeys(("apart", "webcam", "microphone", "loudspeaker", "connection"), 3),
    },
}


def as_known_in(version: int, name: str, record: object) -> object:
    """A sample record as a file of this version can tell it: later fields at their default."""
    later = {field for field, since in FIELDS_SINCE.get(name, {}).items() if since > version}
    return replace(record, **{one.name: one.default for one in fields(record) if one.name in later})


@pytest.mark.parametrize("kept", sorted(FIXTURES.glob("v*.intervisie")), ids=lambda p: p.stem)
def test_a_file_of_every_released_version_opens(kept: Path, opened: OpenPractice, tmp_path: Path):
    path = tmp_path / kept.name
    shutil.copy(kept, path)
    clock = FixedClock(datetime(2026, 3, 2, 12, 0))
    practice = PracticeFiles(clock, Paths.under(tmp_path / "m"), CHEAP).open(path, PASSWORD)
    version = int(kept.stem[1:])
    with practice.store.reading() as read:
        assert read.practice.get().name == "Praktijk De Spiegel"
        for name, records in RECORDS.items():
            here = {record.id: record for record in getattr(read, name).all()}
            known = [] if version < TABLES_SINCE.get(name, 1) else records
            for record in known:
                assert here[record.id] == as_known_in(version, name, record), name
        assert read.certificates.all() == [a_certificate()]
        assert read.certificate_papers.get("bewijs-2026-1") == b"%PDF-1.7 voorbeeld"
    assert schema_of(practice.store) == schema_of(opened.store)
    practice.close()
    copies = (
        [f"{kept.stem} 2026-03-02 vóór bijwerken.intervisie"] if version < SCHEMA_VERSION else []
    )
    assert sorted(found.name for found in tmp_path.glob("*.intervisie")) == [*copies, kept.name]


def test_times_taken_over_before_there_was_a_column_are_known_by_it(bench: Bench):
    shutil.copy(FIXTURES / "v0001.intervisie", bench.path)
    keys = KeyFile(bench.path)
    found = keys.find()
    keys.take_out(found)
    connection = connect(bench.path, found.slots.unlock(PASSWORD))
    remark = "UPDATE attendances SET remark = ? WHERE id = ?"
    connection.execute(remark, ("overgenomen uit urenstaat", "w1"))
    connection.execute(remark, ("trein vertraagd", "w2"))
    connection.close()
    keys.put_back(found.slots)

    practice = bench.files.open(bench.path, PASSWORD)
    store = practice.store
    with store.reading() as read:
        told = {one.id: (one.taken_over, one.remark) for one in read.attendances.all()}
    assert told == {"w1": (True, ""), "w2": (False, "trein vertraagd")}
    with store.work("marked") as work:
        work.attendances.save(replace(work.attendances.get("w1"), taken_over=False))
    store.undo()
    with store.reading() as read:
        assert read.attendances.get("w1").taken_over
    practice.close()


def test_a_log_of_another_copy_does_not_undo_a_restored_file(bench: Bench, tmp_path: Path):
    backup = tmp_path / "kopie.intervisie"
    shutil.copy(bench.path, backup)
    practice = bench.files.open(bench.path, PASSWORD)
    with practice.store.work("group_added") as work:
        work.groups.add(Group(id="later", name="Later"))
    crashed = tmp_path / "crash"
    shutil.copytree(bench.path.parent, crashed, ignore=shutil.ignore_patterns("*-bezet"))
    practice.close()
    path = crashed / bench.path.name
    assert path.with_name(f"{path.name}-wal").exists()
    shutil.copy(backup, path)
    assert groups_in(bench.files.open(path, PASSWORD)) == 1
    assert path.with_name(f"{path.name}-wal.apart").exists()


def test_a_practice_that_cannot_be_settled_opens_again_later(bench: Bench):
    practice = bench.files.open(bench.path, PASSWORD)
    foreign = connect(bench.path, key_of_open(bench))
    foreign.execute("BEGIN")
    foreign.execute("SELECT count(*) FROM groups").fetchone()
    with pytest.raises(Trouble, match="locked"):
        practice.close()
    foreign.close()
    assert groups_in(bench.files.open(bench.path, PASSWORD)) == 1
    assert bench.names == [bench.path.name]


def key_of_open(bench: Bench) -> bytes:
    found = KeyFile(bench.path).find()
    assert not found.trailer
    return found.slots.unlock(PASSWORD)


class Instants:
    """The folder as it is at every line that key_file and files execute."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._watched = {key_file.__file__, files.__file__}
        self.states: dict[tuple[tuple[str, bytes], ...], None] = {}

    def __enter__(self) -> Instants:
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _trace(self, frame, event, arg):
        if frame.f_code.co_filename not in self._watched:
            return None
        self.states[
            tuple(
                (path.name, path.read_bytes())
                for path in sorted(self._folder.iterdir())
                if not path.name.endswith("-bezet")
            )
        ] = None
        return self._trace


def test_a_crash_at_any_instant_leaves_a_file_that_opens(bench: Bench, tmp_path: Path):
    with Instants(bench.path.parent) as instants:
        practice = bench.files.open(bench.path, PASSWORD)
        practice.change_password(PASSWORD, "geheel iets anders")
        with practice.store.work("group_added") as work:
            work.groups.add_all(Group(id=f"n{i}", name="x" * 300) for i in range(60))
        practice.close()
    assert len(instants.states) >= 8
    everything = b"".join(content for state in instants.states for _, content in state)
    assert not any(needle in everything for needle in (b"De Spiegel", b"Breda", b"CREATE TABLE"))
    for number, state in enumerate(instants.states):
        folder = tmp_path / f"instant{number}"
        folder.mkdir()
        for name, content in state:
            (folder / name).write_bytes(content)
        found = KeyFile(folder / bench.path.name).find()
        known = {1: PASSWORD, 2: PASSWORD}.get(found.slots.generation, "geheel iets anders")
        machine = bench.machine(tmp_path / f"m{number}")
        count = groups_in(machine.open(folder / bench.path.name, known))
        assert count in {1, 61}
        assert [p.name for p in folder.iterdir()] == [bench.path.name]


@pytest.mark.parametrize("torn", [1, 60, 2000, key_file.PAGE - 1])
def test_a_torn_trailer_is_cut_off(bench: Bench, torn: int):
    keys = KeyFile(bench.path)
    found = keys.find()
    content = bench.path.read_bytes()
    bench.path.write_bytes(content[: -key_file.PAGE])
    keys.put_back(found.slots)
    keys.companion.write_bytes(key_file._packed(found.slots, len(content) - key_file.PAGE))
    bench.path.write_bytes(content[: len(content) - key_file.PAGE + torn])
    assert groups_in(bench.files.open(bench.path, PASSWORD)) == 1
    assert bench.path.stat().st_size == len(content)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_program_loses_nothing_it_acknowledged(bench: Bench):
    practice = bench.files.open(bench.path, PASSWORD)
    with practice.store.work("participant_added") as work:
        work.participants.add(RECORDS["participants"][0])
    practice.close()
    before = 0
    for wait in range(1, 31):
        acknowledged = acknowledged_until_killed(bench, wait)
        assert bench.names != [bench.path.name]
        practice = bench.files.open(bench.path, PASSWORD)
        with practice.store.reading() as read:
            issued = read.certificates.all()
            papers = [read.certificate_papers.get(one.id) for one in issued]
            acts = len([e for e in read.journal(limit=10**6) if e.act == "certificate_issued"])
        practice.close()
        assert [one.sequence for one in issued] == list(range(1, len(issued) + 1))
        assert len(issued) >= before + acknowledged
        assert papers == [b"%PDF"] * len(issued)
        assert acts == len(issued)
        before = len(issued)
    assert before > 30


def acknowledged_until_killed(bench: Bench, wait: int) -> int:
    """Kills a child that issues certificates; how many it said were stored."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            issue_for_ever(bench, writing)
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    while len(said) < wait % 5 + 1:
        said += os.read(reading, 1)
    time.sleep(wait % 7 / 5000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return len(said)


def issue_for_ever(bench: Bench, writing: int) -> None:
    store = bench.files.open(bench.path, PASSWORD).store
    while True:
        with store.work("certificate_issued", final=True) as work:
            number = work.next_number("certificates", 2026, 1)
            certificate = a_certificate(number, group_id=None, session_id=None)
            work.certificates.add(certificate)
            work.certificate_papers.add(certificate.id, b"%PDF")
        os.write(writing, b"+")
