"""Compares a page with a picture of how it should look, roughly: other renderers differ a bit."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat


def difference(data: bytes, place: Path, *, accept: bool) -> float:
    """The mean difference in grey (0 to 255) between page one and the picture."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].render(scale=0.75).to_pil().convert("L")
    if accept:
        page.save(place, optimize=True)
    with Image.open(place) as kept:
        assert kept.size == page.size
        return ImageStat.Stat(ImageChops.difference(page, kept.convert("L"))).mean[0]
