"""The seal in a PDF: the signed statement once more, readable by a machine, and a signature.

The QR code holds the statement, the seal says that these very bytes are the paper. It is one
comment line between the trailer and `startxref`, so no offset moves, a viewer sees nothing and
PDF/A allows it. What is signed is the hash of all bytes of the file but the signature itself:
any other changed byte shows, also to someone who has no register to compare with.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

_MARK = b"%INTERVISIE-ZEGEL1 "
_SIGNATURE_CHARS = 103
_LINE = re.compile(
    rb"^" + _MARK + rb"(INTERVISIE1:[A-Z2-7]+\.[A-Z2-7]+) ([A-Z2-7]{103})\r?\n", re.MULTILINE
)
_DOMAIN = b"intervisie-zegel\0"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a PDF says about itself: the text of its QR code, and the signature over its bytes."""

    payload: str
    signature: bytes
    message: bytes


def sealed(pdf: bytes, payload: str, sign: Callable[[bytes], bytes]) -> bytes:
    """The same PDF with its seal; ValueError when it is no PDF with a classic trailer."""
    place = pdf.rfind(b"startxref")
    if place < 0 or _MARK in pdf:
        raise ValueError("this PDF cannot be sealed")
    before = pdf[:place] + _MARK + payload.encode("ascii") + b" "
    after = b"\n" + pdf[place:]
    signature = base64.b32encode(sign(_message(before, after))).rstrip(b"=")
    return before + signature + after


def read_seal(pdf: bytes) -> Seal | None:
    """The seal of a PDF, or None when it has none (or more than one); not yet checked."""
    found = list(_LINE.finditer(pdf))
    if len(found) != 1:
        return None
    start, end = found[0].span(2)
    try:
        signature = base64.b32decode(found[0][2] + b"=")
    except binascii.Error:
        return None
    if base64.b32encode(signature).rstrip(b"=") != found[0][2]:
        return None
    return Seal(found[0][1].decode("ascii"), signature, _message(pdf[:start], pdf[end:]))


def _message(before: bytes, after: bytes) -> bytes:
    digest = hashlib.sha256(before)
    digest.update(after)
    return _DOMAIN + digest.digest()
