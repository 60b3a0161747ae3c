"""Where the key slots stand: in the practice file at rest, beside it while it is open.

At rest a practice is one file: the database and one page behind it with the slots (the
trailer). SQLite would write over that page, so while the file is open the slots stand in a
companion, `x.intervisie-sleutels`. The order of steps leaves, at every instant, a trailer, a
companion or both, and both the same; a valid trailer always wins.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.host.files import atomic_write, sweep, sync_folder, told_of
from intervisie_desktop.host.keys import KeySlots

MAGIC = b"INTERVISIE-SLEUTELS\n"
PAGE = 4096

_DIGEST = 32
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Found:
    """What was found of the slots: with `trailer` the file is at rest.

    `size` is where the database ends, when that is known.
    """

    slots: KeySlots
    trailer: bool
    size: int | None


class KeyFile:
    """The slots of the practice file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.companion = path.with_name(f"{path.name}-sleutels")

    def find(self) -> Found | None:
        """The slots as they stand now, or None; changes nothing.

        Trouble: missing_file, damaged_keys, newer_file.
        """
        with told_of(self.path):
            size = self.path.stat().st_size
        slots = self._trailer()
        if slots is not None:
            return Found(slots, trailer=True, size=size - PAGE)
        if not self.companion.is_file():
            return None
        with told_of(self.companion):
            content = _unpacked(self.companion.read_bytes())
        if content is None:
            raise Trouble("damaged_keys", path=str(self.companion))
        return Found(content[0], trailer=False, size=content[1])

    def take_out(self, found: Found) -> None:
        """Makes the file a bare database again, with the slots beside it."""
        with told_of(self.path):
            sweep(self.companion)
            if found.trailer:
                self._write_companion(found.slots, found.size)
            if found.size is not None and found.size < self.path.stat().st_size:
                self._cut(found.size)
            # From here the database grows; its end is no longer known.
            self._write_companion(found.slots, None)

    def set_strays_aside(self) -> None:
        """A log beside a file at rest belongs to another copy and would undo this one."""
        for stray in self._strays():
            stray.replace(stray.with_name(f"{stray.name}.apart"))

    @property
    def settled(self) -> bool:
        """Whether no log of the database stands beside the file."""
        return not self._strays()

    def rewrite(self, slots: KeySlots) -> None:
        """Puts other slots in their place while the file is open."""
        self._write_companion(slots, None)

    def put_back(self, slots: KeySlots) -> None:
        """Makes the settled database one file at rest again."""
        with told_of(self.path):
            size = self.path.stat().st_size
            self._write_companion(slots, size)
            with self.path.open("ab") as file:
                file.write(_packed(slots, size, PAGE))
                file.flush()
                os.fsync(file.fileno())
            self.companion.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    def _trailer(self) -> KeySlots | None:
        with told_of(self.path), self.path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if size < PAGE:
                return None
            file.seek(size - PAGE)
            content = _unpacked(file.read(PAGE))
        return None if content is None else content[0]

    def _cut(self, size: int) -> None:
        with self.path.open("rb+") as file:
            file.truncate(size)
            os.fsync(file.fileno())

    def _strays(self) -> list[Path]:
        beside = (self.path.with_name(f"{self.path.name}{ending}") for ending in _BESIDE)
        return [path for path in beside if path.exists()]

    def _write_companion(self, slots: KeySlots, size: int | None) -> None:
        atomic_write(self.companion, _packed(slots, size))


def _packed(slots: KeySlots, size: int | None, room: int = 0) -> bytes:
    """Magic, checksum, length and content, filled up to `room` bytes."""
    content = json.dumps({"slots": slots.to_json(), "size": size}).encode()
    data = MAGIC + hashlib.sha256(content).digest() + len(content).to_bytes(4, "big") + content
    if room and len(data) > room:
        raise ValueError("too many key slots for one page")
    return data.ljust(room, b"\0")


def _unpacked(data: bytes) -> tuple[KeySlots, int | None] | None:
    """Slots and size, or None when this is not a whole set of slots."""
    if not data.startswith(MAGIC):
        return None
    start = len(MAGIC) + _DIGEST
    length = int.from_bytes(data[start : start + 4], "big")
    content = data[start + 4 : start + 4 + length]
    if hashlib.sha256(content).digest() != data[len(MAGIC) : start]:
        return None
    parsed = json.loads(content)
    return KeySlots.from_json(parsed["slots"]), parsed["size"]
