"""A practice as one file with a password: made, opened, closed, its password changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.cloud import refuse_cloud
from intervisie_desktop.host.files import replace as put_in_place
from intervisie_desktop.host.files import told_of, unique_name
from intervisie_desktop.host.key_file import Found, KeyFile
from intervisie_desktop.host.keys import Cost, KeySlots, new_data_key
from intervisie_desktop.host.lock import FileLock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.host.patience import Patience
from intervisie_desktop.host.recovery import key_from_code, recovery_code
from intervisie_desktop.host.signing import new_signing_key, public_key
from intervisie_desktop.storage.connect import copy_database
from intervisie_desktop.storage.store import Store, checked_version

ENDING = ".intervisie"
SIGNING_KEY = "signing_key"
SHORTEST_PASSWORD = 8


@dataclass(frozen=True)
class WayIn:
    """How a practice was opened: with which key, by password or by code."""

    key: bytes
    cost: Cost
    with_code: bool = False


class OpenPractice:
    """An open practice; `close` leaves one file at rest and frees it for others."""

    def __init__(
        self, store: Store, keys: KeyFile, slots: KeySlots, lock: FileLock, way_in: WayIn
    ) -> None:
        self.store = store
        self._keys = keys
        self._slots = slots
        self._lock = lock
        self._way_in = way_in
        self._open = True

    @property
    def path(self) -> Path:
        """Where the practice file stands."""
        return self._keys.path

    @property
    def opened_with_code(self) -> bool:
        """Whether the recovery code opened it, so that a new password is wanted."""
        return self._way_in.with_code

    def change_password(self, old: str, new: str) -> None:
        """Lets the new password open the file from now on; Trouble("wrong_password")."""
        _check_password(new)
        self._renew(self._slots.change_password(old, new, self._way_in.cost))

    def set_password(self, new: str) -> None:
        """A new password without the old one, for who came in with the recovery code."""
        if not self.opened_with_code:
            raise RuntimeError("the old password is known; use change_password")
        _check_password(new)
        self._renew(self._slots.with_only(self._way_in.key, new, self._way_in.cost))

    def recovery_code(self, password: str) -> str:
        """The recovery code, for who knows the password; Trouble("wrong_password")."""
        return recovery_code(self._slots.unlock(password))

    def fits_code(self, code: str) -> bool:
        """Whether this recovery code opens this file; Refusal("recovery_code") for a typo."""
        return key_from_code(code) == self._way_in.key

    def close(self) -> None:
        """Settles the file; a second time it does nothing.

        Trouble("busy") when somebody goes on reading; it then stays open. After any other trouble,
        such as a full disk, it is closed as after a crash: nothing stored is lost.
        """
        if not self._open:
            return
        try:
            self.store.close()
            self._keys.put_back(self._slots)
        except Trouble as trouble:
            if trouble.code == "busy":
                raise
            self._released()
            raise
        self._released()

    def _released(self) -> None:
        self._open = False
        self._lock.release()

    def _renew(self, slots: KeySlots) -> None:
        self._keys.rewrite(slots)
        self._slots = slots


class PracticeFiles:
    """Makes and opens practice files on this machine."""

    def __init__(self, clock: Clock, paths: Paths, cost: Cost | None = None) -> None:
        self._clock = clock
        self._cost = cost or Cost()
        self._patience = Patience(paths.state / "pogingen.json", clock)

    def create(
        self, path: Path, password: str, practice: Practice, facilitator: Facilitator
    ) -> tuple[OpenPractice, str]:
        """A new practice, open, and its recovery code, which is shown this once.

        Refusal("password_short"); Trouble: exists, cloud_folder, read_only, disk_full.
        """
        _check_password(password)
        refuse_cloud(path)
        if path.exists():
            raise Trouble("exists", path=str(path))
        key = new_data_key()
        slots = KeySlots.new().add_password(key, password, self._cost)
        with told_of(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        lock.acquire()
        try:
            self._make(path, key, slots, practice, facilitator)
            opened = self._opened(path, WayIn(key, self._cost), lock)
        except BaseException:
            lock.release()
            raise
        return opened, recovery_code(key)

    def open(self, path: Path, password: str, *, take_over: bool = False) -> OpenPractice:
        """The practice behind this password.

        Trouble: wrong_password (with `wait`, the seconds before the next try), wait,
        not_a_practice, newer_file, already_open, locked_elsewhere, …; the file stays as it is.
        """
        return self._locked(path, take_over, lambda: self._unlocked(path, password))

    def open_with_code(self, path: Path, code: str, *, take_over: bool = False) -> OpenPractice:
        """The practice behind this recovery code, also when its key slots are lost.

        Refusal("recovery_code") for a typing error; Trouble("wrong_code") for another file's.
        """
        way_in = WayIn(key_from_code(code), self._cost, with_code=True)
        return self._locked(path, take_over, lambda: way_in)

    def change_password(self, path: Path, old: str, new: str) -> None:
        """Changes the password of a practice that is not open."""
        opened = self.open(path, old)
        try:
            opened.change_password(old, new)
        finally:
            opened.close()

    def peek(self, path: Path) -> bool:
        """Whether this looks like a practice file; never raises."""
        with suppress(Trouble):
            return KeyFile(path).find() is not None
        return False

    def waiting(self, path: Path) -> int:
        """Seconds before the next password may be tried."""
        with suppress(Trouble):
            found = KeyFile(path).find()
            return self._patience.remaining(found.slots.file_id) if found else 0
        return 0

    def _make(
        self, path: Path, key: bytes, slots: KeySlots, practice: Practice, facilitator: Facilitator
    ) -> None:
        """Builds the file under another name, so that it is there whole or not at all."""
        building = path.with_name(f"{path.name}.nieuw")
        with told_of(path):
            building.unlink(missing_ok=True)
        try:
            store = Store.create(building, key, now=self._utc)
            try:
                _fill(store, practice, facilitator)
            finally:
                store.close()
            KeyFile(building).put_back(slots)
            with told_of(path):
                put_in_place(building, path)
        finally:
            building.unlink(missing_ok=True)

    def _locked(self, path: Path, take_over: bool, way_in_of: Callable[[], WayIn]) -> OpenPractice:
        with told_of(path):
            path.stat()
        lock = FileLock(path)
        lock.acquire(take_over=take_over)
        try:
            return self._opened(path, way_in_of(), lock)
        except BaseException:
            lock.release()
            raise

    def _unlocked(self, path: Path, password: str) -> WayIn:
        found = KeyFile(path).find()
        if found is None:
            raise Trouble("not_a_practice", path=str(path))
        file_id = found.slots.file_id
        remaining = self._patience.remaining(file_id)
        if remaining:
            raise Trouble("wait", seconds=remaining)
        try:
            key = found.slots.unlock(password)
        except Trouble as trouble:
            raise Trouble(trouble.code, wait=self._patience.failed(file_id)) from None
        self._patience.succeeded(file_id)
        return WayIn(key, self._cost)

    def _opened(self, path: Path, way_in: WayIn, lock: FileLock) -> OpenPractice:
        keys = KeyFile(path)
        found = _slots_for(keys, way_in)
        if found.trailer:
            keys.set_strays_aside()
        try:
            checked_version(path, way_in.key)
        except Trouble as trouble:
            code = "wrong_code" if way_in.with_code else "damaged"
            raise Trouble(code) if trouble.code == "wrong_key" else trouble from None
        keys.take_out(found)
        try:
            store = Store.open(
                path,
                way_in.key,
                now=self._utc,
                before_update=lambda _: self._keep_copy(path, way_in.key, found.slots),
            )
        except BaseException:
            if found.trailer and keys.settled:
                keys.put_back(found.slots)
            raise
        return OpenPractice(store, keys, found.slots, lock, way_in)

    def _keep_copy(self, path: Path, key: bytes, slots: KeySlots) -> None:
        """A copy as it was before the update, at rest, with the same password."""
        name = f"{path.stem} {self._clock.today():%Y-%m-%d} vóór bijwerken{ENDING}"
        copy = unique_name(path.parent, name)
        building = copy.with_name(f"{copy.name}.nieuw")
        building.unlink(missing_ok=True)
        copy_database(path, key, building)
        KeyFile(building).put_back(slots)
        put_in_place(building, copy)

    def _utc(self) -> datetime:
        return self._clock.now().astimezone(UTC)


def _slots_for(keys: KeyFile, way_in: WayIn) -> Found:
    """The slots; none at all where they are lost and the recovery code opens the file."""
    lost = Found(KeySlots.new(), trailer=False, size=None)
    try:
        return keys.find() or lost
    except Trouble as trouble:
        if trouble.code != "damaged_keys" or not way_in.with_code:
            raise
        return lost


def _fill(store: Store, practice: Practice, facilitator: Facilitator) -> None:
    """The first act: the practice, who leads it, and its own signature."""
    private = new_signing_key()
    with store.work("practice_created", final=True) as work:
        work.facilitators.add(facilitator)
        work.practice.save(
            replace(practice, facilitator_id=facilitator.id, public_key=public_key(private).hex())
        )
        work.secrets.set(SIGNING_KEY, private)


def _check_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal("password_short", least=SHORTEST_PASSWORD)
