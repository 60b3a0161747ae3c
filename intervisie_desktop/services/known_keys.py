"""The keys a practice signed with: its own, and those from before it moved to another file.

A private key never leaves its file. A practice that comes in from a document therefore goes on
with the key of the file it came into, and remembers the key of the document as an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from intervisie_desktop.documents.exchange import PracticeFacts
from intervisie_desktop.domain.certificates import Certificate
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.statement import KEY_BYTES, read_payload
from intervisie_desktop.host.signing import public_key
from intervisie_desktop.services.practice_file import SIGNING_KEY
from intervisie_desktop.storage.records.collections import Reading

EARLIER_KEYS = "earlier_public_keys"
"""The setting with the public keys in hex of before, the oldest first."""


def known_keys(reading: Reading) -> frozenset[str]:
    """Every public key in hex that is or was that of this practice."""
    earlier = _earlier(reading.settings.all())
    return frozenset(key for key in (*earlier, reading.practice.get().public_key) if key)


def as_exported(facts: PracticeFacts) -> PracticeFacts:
    """The practice as it goes out: under the key that its papers were signed with last.

    After a move the new key says nothing to anybody until a paper is signed with it; up to then
    the document is the same as the one that came in.
    """
    earlier = _earlier(facts.settings)
    if not earlier or _has_signed(facts.practice.public_key, facts.certificates):
        return facts
    practice = replace(facts.practice, public_key=earlier[-1])
    return replace(facts, practice=practice, settings=_with_earlier(facts.settings, earlier[:-1]))


def as_moved_in(facts: PracticeFacts, reading: Reading) -> PracticeFacts:
    """The practice as it is kept in this file: signing with the key of the file."""
    theirs, own = facts.practice.public_key, own_key(reading)
    if not own:
        return facts
    found = (*_earlier(facts.settings), theirs)
    earlier = [key for key in found if _is_key(key) and key != own]
    practice = replace(facts.practice, public_key=own)
    return replace(facts, practice=practice, settings=_with_earlier(facts.settings, earlier))


def own_key(reading: Reading) -> str:
    """The public half in hex of the key in this file, or what the practice names as its key."""
    private = reading.secrets.get(SIGNING_KEY)
    return reading.practice.get().public_key if private is None else public_key(private).hex()


def _has_signed(key: str, certificates: Iterable[Certificate]) -> bool:
    return any(_signer(certificate) == key for certificate in certificates)


def _signer(certificate: Certificate) -> str:
    try:
        return read_payload(certificate.statement).statement.public_key.hex()
    except Refusal:
        return ""


def _with_earlier(settings: dict[str, object], keys: Iterable[str]) -> dict[str, object]:
    kept = {name: value for name, value in settings.items() if name != EARLIER_KEYS}
    found = list(dict.fromkeys(keys))
    return {**kept, EARLIER_KEYS: found} if found else kept


def _earlier(settings: dict[str, object]) -> list[str]:
    """The keys in the setting; what is none, in a document made by hand, is passed over."""
    found = settings.get(EARLIER_KEYS)
    return [key for key in found if _is_key(key)] if isinstance(found, list) else []


def _is_key(key: object) -> bool:
    if not isinstance(key, str):
        return False
    try:
        return len(bytes.fromhex(key)) == KEY_BYTES
    except ValueError:
        return False
