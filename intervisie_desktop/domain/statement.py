"""The signed statement on a certificate: what its QR code says, and the short code beside it.

The statement has no name in it. It holds number, kind, minutes, days, profile and the public key
it is signed with, and a salted hash that ties it to the name and everything else on the paper:
who holds the register can check it, who only holds the QR code cannot guess a name from it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.periods import Period

PREFIX = "INTERVISIE1:"
SALT_BYTES = 16
KEY_BYTES = 32
SIGNATURE_BYTES = 64
BINDING_BYTES = 20
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Verifier = Callable[[bytes, bytes, bytes], bool]
"""Says whether (public key, message, signature) belong together (Ed25519)."""

_VERSION = 1
_DAY_ZERO = date(2000, 1, 1)
_NO_DAY = 0xFFFF
_KINDS = (CertificateKind.SESSION, CertificateKind.YEAR)
_CODE_LENGTH = 12
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", " ": ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the practice signs; `period` is the day of the session or the whole year.

    `binding` is the salted hash over the snapshot of the paper, `public_key` 32 raw bytes.
    """

    number: str
    kind: CertificateKind
    minutes: int
    period: Period
    issued_on: date
    profile: str
    edition: date | None
    public_key: bytes
    binding: bytes

    def to_bytes(self) -> bytes:
        """The one byte form that is signed; ValueError when a field does not fit in it."""
        if len(self.public_key) != KEY_BYTES or len(self.binding) != BINDING_BYTES:
            raise ValueError("a statement needs a key of 32 and a binding of 20 bytes")
        if self.period.start is None or self.period.end is None:
            raise ValueError("a statement is about a period with both ends")
        days = (self.period.start, self.period.end, self.issued_on, self.edition)
        return b"".join(
            (
                bytes((_VERSION, _KINDS.index(self.kind))),
                self.minutes.to_bytes(2, "big"),
                b"".join(_day_bytes(day) for day in days),
                _text_bytes(self.number),
                _text_bytes(self.profile),
                self.public_key,
                self.binding,
            )
        )

    @property
    def fingerprint(self) -> str:
        """The public key as 16 characters in fours, to compare by eye."""
        return fingerprint(self.public_key)


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement with the signature that came with it; `genuine` is not yet known."""

    statement: Statement
    signature: bytes

    @property
    def payload(self) -> str:
        """The text for the QR code; only characters of the compact QR alphabet."""
        return f"{PREFIX}{_base32(self.statement.to_bytes())}.{_base32(self.signature)}"

    def is_signed_by_its_key(self, verify: Verifier) -> bool:
        """True when the signature belongs to the statement and the key inside it."""
        return verify(self.statement.public_key, self.statement.to_bytes(), self.signature)


def binding_of(snapshot: str, salt: bytes) -> bytes:
    """The hash that ties a statement to its paper; the salt keeps names from being guessed."""
    if len(salt) != SALT_BYTES:
        raise ValueError("the salt is 16 bytes")
    return hashlib.sha256(b"intervisie-bewijs\0" + salt + snapshot.encode()).digest()[
        :BINDING_BYTES
    ]


def read_payload(text: str) -> SignedStatement:
    """The statement in the text of a QR code; refused as "statement_unreadable" if it is none.

    Only the one spelling that `payload` makes is read, so no two texts mean the same statement.
    """
    body, dot, seal = text.strip().removeprefix(PREFIX).partition(".")
    if not text.strip().startswith(PREFIX) or not dot:
        raise Refusal("statement_unreadable")
    try:
        statement = _parse(_unbase32(body))
        signature = _unbase32(seal)
    except (ValueError, OverflowError, IndexError) as error:
        raise Refusal("statement_unreadable") from error
    signed = SignedStatement(statement, signature)
    if len(signature) != SIGNATURE_BYTES or signed.payload != text.strip():
        raise Refusal("statement_unreadable")
    return signed


def control_code(statement: Statement) -> str:
    """The short code printed beside the QR code, such as "7F3K-92MD-QX4L".

    Eleven characters are a hash of the statement, the twelfth catches every single typing error
    and every swap of two characters.
    """
    digest = hashlib.sha256(b"intervisie-controlecode\0" + statement.to_bytes()).digest()
    bits = int.from_bytes(digest[:7], "big") >> 1
    values = [(bits >> (5 * place)) & 31 for place in range(_CODE_LENGTH - 1)]
    values.append(_check_value(values))
    return _in_fours("".join(ALPHABET[value] for value in values))


def typed_code(text: str) -> str:
    """A typed control code in its printed form; refused as "control_code_wrong" on a typo.

    Case, blanks and dashes do not matter, and O, I, L and U are read as 0, 1, 1 and V.
    """
    bare = text.upper().translate(_LOOKALIKES)
    if len(bare) != _CODE_LENGTH or any(letter not in ALPHABET for letter in bare):
        raise Refusal("control_code_wrong")
    values = [ALPHABET.index(letter) for letter in bare]
    if _check_value(values[:-1]) != values[-1]:
        raise Refusal("control_code_wrong")
    return _in_fours(bare)


def fingerprint(public_key: bytes) -> str:
    """A key as 16 characters in fours, such as "R2QK-7M0D-4F8A-XX2C"."""
    bits = int.from_bytes(hashlib.sha256(public_key).digest()[:10], "big")
    return _in_fours("".join(ALPHABET[(bits >> (5 * place)) & 31] for place in range(16)))


def _parse(data: bytes) -> Statement:
    if data[0] != _VERSION:
        raise ValueError("another version")
    first, last, issued, edition = (_day(data[place : place + 2]) for place in (4, 6, 8, 10))
    if first is None or last is None or issued is None:
        raise ValueError("a day is missing")
    number, after_number = _text(data, 12)
    profile, after_profile = _text(data, after_number)
    rest = data[after_profile:]
    if len(rest) != KEY_BYTES + BINDING_BYTES:
        raise ValueError("too long or too short")
    return Statement(
        number=number,
        kind=_KINDS[data[1]],
        minutes=int.from_bytes(data[2:4], "big"),
        period=Period(first, last),
        issued_on=issued,
        profile=profile,
        edition=edition,
        public_key=rest[:KEY_BYTES],
        binding=rest[KEY_BYTES:],
    )


def _day_bytes(day: date | None) -> bytes:
    days = _NO_DAY if day is None else (day - _DAY_ZERO).days
    if day is not None and not 0 <= days < _NO_DAY:
        raise ValueError(f"a statement cannot hold the day {day}")
    return days.to_bytes(2, "big")


def _day(data: bytes) -> date | None:
    days = int.from_bytes(data, "big")
    return None if days == _NO_DAY else _DAY_ZERO + timedelta(days=days)


def _text_bytes(text: str) -> bytes:
    data = text.encode()
    if len(data) > 255:
        raise ValueError("a text in a statement has at most 255 bytes")
    return bytes((len(data),)) + data


def _text(data: bytes, place: int) -> tuple[str, int]:
    end = place + 1 + data[place]
    if end > len(data):
        raise ValueError("cut off")
    return data[place + 1 : end].decode(), end


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _unbase32(text: str) -> bytes:
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error as error:
        raise ValueError("not base32") from error


def _in_fours(text: str) -> str:
    return "-".join(text[place : place + 4] for place in range(0, len(text), 4))


def _check_value(values: list[int]) -> int:
    """A weighted sum over GF(32): every place has another weight, so a swap shows as well."""
    check = 0
    for value in values:
        check = _times_two(check ^ value)
    return check


def _times_two(value: int) -> int:
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled
