"""What is refused before anything is parsed: too large, bombs, encrypted, document types."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from intervisie_desktop.domain.errors import Refusal

MEGABYTE = 1024 * 1024
MAX_FILE = 25 * MEGABYTE
MAX_CSV = 5 * MEGABYTE
MAX_CARDS = 2 * MEGABYTE
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_ITEMS = 5_000
MAX_PARTS = 2_000
MAX_INFLATED = 100 * MEGABYTE
MAX_RATIO = 200

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT_TYPES = (b"<!DOCTYPE", b"<!ENTITY")
_CHUNK = 64 * 1024
# What a damaged zip makes the standard library raise (bpo-issues; found by fuzzing).
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError,
           ValueError, IndexError)  # fmt: skip


def guard_size(data: bytes, limit: int = MAX_FILE) -> None:
    """Refuses an empty file and one larger than `limit` bytes."""
    if not data.strip(b"\0 \r\n\t"):
        raise Refusal("import_empty")
    if len(data) > limit:
        raise Refusal("import_too_large", megabytes=limit // MEGABYTE)


def guard_zip(data: bytes) -> None:
    """Refuses a zip (xlsx) that is a bomb, is locked or holds a document type."""
    guard_size(data)
    if data.startswith(_OLE):
        raise Refusal("import_locked_or_old")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            _guard_parts(parts, len(data))
    except _BROKEN as error:
        raise Refusal("import_unreadable") from error


def guard_count(count: int, limit: int = MAX_ITEMS) -> None:
    """Refuses more items than `limit`."""
    if count > limit:
        raise Refusal("import_too_many", limit=limit)


def _guard_parts(parts: zipfile.ZipFile, size: int) -> None:
    members = parts.infolist()
    if len(members) > MAX_PARTS:
        raise Refusal("import_bomb")
    if any(member.flag_bits & 1 for member in members):
        raise Refusal("import_locked_or_old")
    inflated = 0
    for member in members:
        with parts.open(member) as part:
            tail = b""
            while chunk := part.read(_CHUNK):
                inflated += len(chunk)
                # Counted while inflating: what the directory of the zip says may be a lie.
                if inflated > min(MAX_INFLATED, max(MAX_RATIO * size, MEGABYTE)):
                    raise Refusal("import_bomb")
                tail = _guard_xml(tail, chunk)


def _guard_xml(tail: bytes, chunk: bytes) -> bytes:
    """Refuses document types, in UTF-16 too; gives what the next chunk must be joined to."""
    seen = tail + chunk.replace(b"\0", b"").upper()
    if any(word in seen for word in _DOCUMENT_TYPES):
        raise Refusal("import_document_type")
    return seen[-16:]
