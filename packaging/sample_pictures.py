"""Draws the logo and the signature of the invented practice: `python packaging/sample_pictures.py`.

Both are our own lines, drawn large and scaled down; the same run gives the same pixels.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample_practice"
INK = (30, 74, 120, 255)
PEN = (28, 36, 48, 255)
LARGER = 4

Point = tuple[float, float]

SIGNATURE: tuple[tuple[Point, ...], ...] = (
    ((20, 120), (45, 10), (62, 15), (60, 110), (62, 112), (85, 15), (102, 12), (100, 120)),
    ((118, 96), (108, 118), (128, 122), (138, 92), (136, 118), (150, 112), (158, 92), (170, 90)),
    ((178, 96), (176, 122), (192, 112), (196, 60), (196, 118), (212, 114), (224, 92)),
    ((262, 128), (270, 20), (272, 18), (318, 14), (322, 64), (276, 72)),
    ((330, 92), (318, 120), (340, 120), (348, 92), (346, 118), (362, 110), (366, 150), (370, 92)),
    ((370, 92), (394, 88), (388, 122), (372, 112), (402, 110), (412, 92), (414, 118), (430, 100)),
    ((430, 100), (440, 92), (446, 122), (460, 90), (470, 122), (486, 88), (496, 116), (508, 40)),
    ((508, 40), (500, 122), (524, 110), (540, 92), (522, 112), (546, 112), (550, 160), (500, 158)),
)


def main() -> None:
    """Writes both pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in (("logo", logo()), ("signature", signature())):
        # 32 levels of ink are enough on paper, and keep the practice file small.
        picture.quantize(32).save(FOLDER / f"{name}.png", optimize=True)


def logo() -> Image.Image:
    """Eight willow leaves around an open middle: a circle of people."""
    size = 256
    image = Image.new("RGBA", (size * LARGER, size * LARGER), (30, 74, 120, 0))
    draw = ImageDraw.Draw(image)
    middle = size * LARGER / 2
    for number in range(8):
        turn = math.tau * number / 8
        draw.polygon(_leaf(middle, turn, middle * 0.42, middle * 0.94), fill=INK)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def signature() -> Image.Image:
    """A fluent pen line."""
    width, height = 580, 180
    image = Image.new("RGBA", (width * LARGER, height * LARGER), (28, 36, 48, 0))
    draw = ImageDraw.Draw(image)
    for stroke in SIGNATURE:
        points = _smooth(stroke)
        for number, (x, y) in enumerate(points):
            thick = LARGER * (1.5 + 0.7 * math.sin(number / 9))
            left, top = x * LARGER - thick, y * LARGER - thick
            draw.ellipse((left, top, left + 2 * thick, top + 2 * thick), fill=PEN)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _leaf(middle: float, turn: float, inner: float, outer: float) -> list[Point]:
    """A slender leaf from the inner to the outer ring."""
    steps, half = 24, (outer - inner) / 2
    centre = inner + half
    edge: list[Point] = []
    for step in range(2 * steps):
        angle = math.pi * step / steps
        along, aside = half * math.cos(angle), 0.38 * half * math.sin(angle)
        aside *= 1 - 0.35 * math.cos(angle)
        reach = centre + along
        x = middle + reach * math.cos(turn) - aside * math.sin(turn)
        y = middle + reach * math.sin(turn) + aside * math.cos(turn)
        edge.append((x, y))
    return edge


def _smooth(points: tuple[Point, ...]) -> list[Point]:
    """A Catmull-Rom curve through the points, close enough for a pen."""
    padded = (points[0], *points, points[-1])
    curve: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        steps = max(8, int(math.dist(b, c)) * 2)
        curve += [
            (_spline(a[0], b[0], c[0], d[0], t / steps), _spline(a[1], b[1], c[1], d[1], t / steps))
            for t in range(steps + 1)
        ]
    return curve


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


if __name__ == "__main__":
    main()
