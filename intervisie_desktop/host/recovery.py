"""The recovery code: the data key itself, written so that typing errors show.

32 bytes and a 24-bit check make 56 signs of Crockford's base32 in 8 groups of 7. It needs no
other file: who has it opens the practice when the password and the key slots are both lost.
"""

from __future__ import annotations

import hashlib

from intervisie_desktop.domain.errors import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP = 8, 7

_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_KEY_BYTES, _CHECK_BYTES = 32, 3


def recovery_code(key: bytes) -> str:
    """The code of this data key: "BQ7RSTD-0BRXVJ2-…"."""
    if len(key) != _KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    number = int.from_bytes(key + _check(key), "big")
    signs = ""
    for _ in range(GROUPS * GROUP):
        number, sign = divmod(number, 32)
        signs = ALPHABET[sign] + signs
    return "-".join(signs[i : i + GROUP] for i in range(0, len(signs), GROUP))


def key_from_code(text: str) -> bytes:
    """The data key; capitals, blanks, dashes and O for 0, I or L for 1 do not matter.

    Refusal("recovery_code") with `reason` "length", "sign" or "check".
    """
    signs = "".join(c for c in text.upper() if not c.isspace() and c not in "-–—_.")
    signs = signs.translate(_ALIKE)
    if len(signs) != GROUPS * GROUP:
        raise Refusal("recovery_code", reason="length", given=len(signs), wanted=GROUPS * GROUP)
    number = 0
    for place, sign in enumerate(signs):
        if sign not in ALPHABET:
            raise Refusal("recovery_code", reason="sign", group=place // GROUP + 1)
        number = number * 32 + ALPHABET.index(sign)
    data = number.to_bytes(_KEY_BYTES + _CHECK_BYTES, "big")
    key, check = data[:_KEY_BYTES], data[_KEY_BYTES:]
    if check != _check(key):
        raise Refusal("recovery_code", reason="check")
    return key


def groups_of(code: str) -> tuple[str, ...]:
    """The groups, to ask some of them back at the first start."""
    return tuple(code.split("-"))


def _check(key: bytes) -> bytes:
    """24 bits over the key: a wrong or swapped sign slips through once in 16 million."""
    return hashlib.sha256(b"intervisie recovery 1" + key).digest()[:_CHECK_BYTES]
