"""QR codes as rows of dark and light modules."""

from __future__ import annotations

from functools import lru_cache

import segno


@lru_cache(maxsize=64)
def modules(payload: str | bytes) -> tuple[bytes, ...]:
    """The modules of a QR code that stands 15 % damage (level M), without a quiet zone.

    Text goes into it in the shortest way; bytes go in as they are.
    """
    code = segno.make_qr(payload, error="m", boost_error=False)
    return tuple(bytes(row) for row in code.matrix)
