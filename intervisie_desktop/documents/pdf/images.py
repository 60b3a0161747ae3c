"""Pictures made ready for a PDF: plain RGB with a mask, no bigger than print needs."""

from __future__ import annotations

import io
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

LARGEST = 900
"""Pixels along the longer side; 75 mm at 300 dpi."""


class UnreadablePictureError(ValueError):
    """These bytes are not a picture that can be printed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Deflated RGB samples, and the mask when parts are see-through; `width` and `height` px."""

    width: int
    height: int
    colours: bytes
    mask: bytes | None


@lru_cache(maxsize=32)
def picture(data: bytes) -> Picture:
    """A PNG or JPEG as RGB, turned upright; UnreadablePictureError when it is neither."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            source = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            upright = ImageOps.exif_transpose(source).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePictureError("not a PNG or JPEG picture") from error
    except Image.DecompressionBombWarning as error:
        raise UnreadablePictureError("a picture with too many pixels") from error
    upright.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    alpha = upright.getchannel("A")
    see_through = alpha.getextrema()[0] != 255
    return Picture(
        upright.width,
        upright.height,
        zlib.compress(upright.convert("RGB").tobytes(), 9),
        zlib.compress(alpha.tobytes(), 9) if see_through else None,
    )
