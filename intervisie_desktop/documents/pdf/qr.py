"""QR codes as rows of dark and light modules."""

from __future__ import annotations

from functools import lru_cache

import segno


@lru_cache(maxsize=64)
def modules(payload: str) -> tuple[bytes, ...]:
    """The modules of a QR code that stands 15 % damage (level M), without a quiet zone."""
    code = segno.make_qr(payload, error="m", boost_error=False)
    return tuple(bytes(row) for row in code.matrix)
