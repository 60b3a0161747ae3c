"""The drawn signs (Lucide), tinted by token and kept per colour, size and pixel ratio."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from intervisie_desktop.ui.theme.tokens import Theme, current

_STROKE = re.compile(r'stroke-width="[^"]+"')


@lru_cache(maxsize=256)
def _source(folder: str, name: str) -> str:
    with open(f"{folder}/{name}.svg", encoding="utf-8") as file:  # noqa: PTH123  (hot path)
        return file.read()


@lru_cache(maxsize=1024)
def _pixmap(folder: str, name: str, color: str, size: int, ratio: float) -> QPixmap:
    # Small signs get a heavier line, so that they weigh the same as the text beside them.
    stroke = 1.75 if size >= 16 else 2.1
    drawing = _STROKE.sub(f'stroke-width="{stroke}"', _source(folder, name))
    drawing = drawing.replace("currentColor", color)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, token: str = "ink-2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """A sign in the colour of a token; `size` in pixels before scaling with the text."""
    theme = current()
    folder = str(theme.resources / "icons")
    return _pixmap(folder, name, theme.hex(token), theme.px(size), ratio)


def icon(name: str, token: str = "ink-2", size: int = 16) -> QIcon:
    """A sign as QIcon, sharp on ordinary and on fine screens; empty for an empty name."""
    result = QIcon()
    if name:
        for ratio in (1.0, 2.0):
            result.addPixmap(pixmap(name, token, size, ratio))
    return result


def paint(
    painter: QPainter, name: str, rect: QRect | QRectF, token: str = "ink-2", size: int = 16
) -> None:
    """Draw a sign in the middle of a rectangle, sharp for the device it is drawn on."""
    ratio = painter.device().devicePixelRatioF()
    image = pixmap(name, token, size, ratio)
    side = image.width() / ratio
    middle = QRectF(rect).center()
    corner = QPointF(round(middle.x() - side / 2), round(middle.y() - side / 2))
    painter.drawPixmap(corner, image)


def exists(theme: Theme, name: str) -> bool:
    """True when there is a sign of this name."""
    return (theme.resources / "icons" / f"{name}.svg").is_file()
