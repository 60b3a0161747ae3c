"""The key of a practice file and the slots that a password opens.

The data key is random and never derived from the password, so changing the password rewrites a
slot of a few hundred bytes and not the file. Start reading at `KeySlots`.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intervisie_desktop.domain.errors import Trouble

VERSION = 1
KEY_BYTES = 32
_SALT_BYTES, _NONCE_BYTES = 16, 12


@dataclass(frozen=True)
class Cost:
    """What one try of a password costs: memory in KiB, rounds, lanes (Argon2id)."""

    memory: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        # OWASP's floor for Argon2id is 19 MiB with two rounds; the ceiling keeps a forged file
        # from eating the machine.
        floor = self.memory >= 19 * 1024 and self.rounds >= 2 and self.lanes >= 1
        if not floor or self.memory > 1024 * 1024 or self.rounds > 20 or self.lanes > 16:
            raise ValueError(f"no cost for passwords: {self}")


@dataclass(frozen=True)
class Slot:
    """The data key under one password."""

    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True)
class KeySlots:
    """The slots of one practice file; `file_id` ties them to it, `generation` counts changes."""

    file_id: str
    generation: int = 1
    slots: tuple[Slot, ...] = ()

    @classmethod
    def new(cls) -> KeySlots:
        """Slots for a new file, still empty."""
        return cls(secrets.token_hex(8))

    def add_password(self, key: bytes, password: str, cost: Cost | None = None) -> KeySlots:
        """With a slot more, that this password opens."""
        cost = cost or Cost()
        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(_stretched(password, salt, cost)).encrypt(nonce, key, self._bound(cost))
        slot = Slot(cost, salt, nonce, sealed)
        return replace(self, slots=(*self.slots, slot), generation=self.generation + 1)

    def unlock(self, password: str) -> bytes:
        """The data key; Trouble("wrong_password") when no slot opens."""
        for slot in self.slots:
            wrapping = _stretched(password, slot.salt, slot.cost)
            try:
                return AESGCM(wrapping).decrypt(slot.nonce, slot.sealed, self._bound(slot.cost))
            except InvalidTag:
                continue
        raise Trouble("wrong_password")

    def with_only(self, key: bytes, password: str, cost: Cost | None = None) -> KeySlots:
        """With one slot, that this password opens; earlier passwords no longer do."""
        return replace(self, slots=()).add_password(key, password, cost)

    def change_password(self, old: str, new: str, cost: Cost | None = None) -> KeySlots:
        """With the new password instead of the old; Trouble("wrong_password")."""
        return self.with_only(self.unlock(old), new, cost)

    def to_json(self) -> str:
        """The slots as text, to stand in the file."""
        slots = [
            {
                "cost": asdict(slot.cost),
                "salt": b64encode(slot.salt).decode(),
                "nonce": b64encode(slot.nonce).decode(),
                "sealed": b64encode(slot.sealed).decode(),
            }
            for slot in self.slots
        ]
        content = {"version": VERSION, "file_id": self.file_id, "generation": self.generation}
        return json.dumps({**content, "slots": slots}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> KeySlots:
        """The slots from their text; Trouble("damaged_keys") or Trouble("newer_file")."""
        try:
            content = json.loads(text)
            if content["version"] > VERSION:
                raise Trouble("newer_file", theirs=content["version"], ours=VERSION)
            slots = tuple(
                Slot(
                    Cost(**slot["cost"]),
                    b64decode(slot["salt"]),
                    b64decode(slot["nonce"]),
                    b64decode(slot["sealed"]),
                )
                for slot in content["slots"]
            )
            return cls(str(content["file_id"]), int(content["generation"]), slots)
        except (KeyError, TypeError, ValueError) as error:
            raise Trouble("damaged_keys") from error

    def _bound(self, cost: Cost) -> bytes:
        """What a slot is sealed to, so that it fits no other file and no cheaper cost."""
        return json.dumps([VERSION, self.file_id, asdict(cost)], sort_keys=True).encode()


def new_data_key() -> bytes:
    """A random key for a new practice file."""
    return secrets.token_bytes(KEY_BYTES)


def _stretched(password: str, salt: bytes, cost: Cost) -> bytes:
    """The wrapping key; é typed as one sign or as two gives the same."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.rounds,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return kdf.derive(unicodedata.normalize("NFC", password).encode())
