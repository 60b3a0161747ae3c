"""Pages of a PDF as pictures; PDFium takes one caller at a time, so all of it passes here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page, in order; ValueError when it is no PDF."""
    with _opened(pdf) as document:
        return tuple(PageSize(*document[index].get_size()) for index in range(len(document)))


def page_image(pdf: bytes, index: int, width: int) -> QImage:
    """One page as a picture of so many device pixels wide."""
    with _opened(pdf) as document:
        page = document[index]
        return _image(page.render(scale=width / page.get_width(), prefer_bgrx=True))


def page_bands(pdf: bytes, index: int, dots_per_inch: float, rows: int) -> Iterator[QImage]:
    """One page in strips from top to bottom, each at most `rows` dots high.

    A sheet at 600 dots per inch is 140 MB in one piece; a printer gets it strip by strip.
    """
    scale = dots_per_inch / 72
    with _opened(pdf) as document:
        height = document[index].get_height()
    step = rows / scale
    top = 0.0
    while top < height - 0.01:
        with _opened(pdf) as document:
            bottom = max(0.0, height - top - step)
            yield _image(
                document[index].render(scale=scale, crop=(0, bottom, 0, top), prefer_bgrx=True)
            )
        top += step


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a PDF") from error
        try:
            yield document
        finally:
            document.close()  # type: ignore[no-untyped-call]


def _image(bitmap: pypdfium2.PdfBitmap) -> QImage:
    shared = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB32,
    )
    return shared.copy()
