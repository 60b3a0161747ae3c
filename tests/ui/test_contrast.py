"""Every pair of colours that is put together reads well, in light and in dark (WCAG 2)."""

from __future__ import annotations

import json

import pytest

from tests.ui.conftest import RESOURCES

TOKENS = json.loads((RESOURCES / "design" / "tokens.json").read_text("utf-8"))
PAIRS = (
    ("ink", "canvas", 4.5), ("ink", "surface", 4.5), ("ink", "rail", 4.5),
    ("ink-2", "surface", 4.5), ("ink-2", "rail", 4.5), ("ink-3", "canvas", 4.5),
    ("ink-3", "surface", 4.5), ("ink-3", "surface-2", 4.5), ("ink-3", "rail", 4.5),
    ("accent", "surface", 4.5), ("accent", "canvas", 4.5), ("accent", "accent-soft", 4.5),
    ("on-accent", "accent", 4.5), ("on-accent", "accent-hover", 4.5), ("fout", "fout-soft", 4.5),
    ("fout", "surface", 4.5), ("waarschuwing", "waarschuwing-soft", 4.5),
    ("waarschuwing", "surface", 4.5), ("tip", "tip-soft", 4.5), ("tip", "surface", 4.5),
    ("ok", "ok-soft", 4.5), ("ok", "surface", 4.5), ("neutral", "neutral-soft", 4.5),
    ("ink", "hover", 4.5), ("ink", "fout-soft", 4.5), ("ink", "waarschuwing-soft", 4.5),
    ("h0-t", "h0", 4.5), ("h1-t", "h1", 4.5), ("h2-t", "h2", 4.5), ("h3-t", "h3", 4.5),
    ("h4-t", "h4", 4.5), ("g-OU", "g-OU-soft", 4.5), ("g-FN", "g-FN-soft", 4.5),
    ("g-AO", "g-AO-soft", 4.5), ("g-ST", "g-ST-soft", 4.5), ("g-TZ", "g-TZ-soft", 4.5),
    ("ink", "g-OU-soft", 4.5), ("ink-3", "panel", 4.5), ("ink-3", "accent-soft", 4.5),
    ("ink-3", "neutral-soft", 4.5), ("ok", "accent-soft", 4.5),
    ("waarschuwing", "accent-soft", 4.5), ("fout", "accent-soft", 4.5),
    ("waarschuwing", "neutral-soft", 4.5), ("fout", "panel", 4.5),
    ("waarschuwing", "panel", 4.5), ("tip", "panel", 4.5), ("surface", "ink", 4.5),
    ("line-strong", "surface", 3.0), ("line-strong", "panel", 3.0), ("waarschuwing", "h1", 3.0),
    ("waarschuwing", "h2", 3.0), ("waarschuwing", "h3", 3.0), ("fout", "h1", 3.0),
    ("fout", "h2", 3.0), ("fout", "h3", 3.0), ("line-strong", "canvas", 3.0),
    ("focus", "surface", 3.0), ("focus", "canvas", 3.0), ("accent", "line", 3.0),
)  # fmt: skip
"""Foreground, ground and the least contrast: 4.5 for text, 3 for what is drawn."""


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 for the same colour to 21 for black on white."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_stands_out(theme, front, ground, least):
    tokens = TOKENS[theme]
    assert contrast(tokens[front], tokens[ground]) >= least


def test_every_colour_is_measured():
    assert set(TOKENS["light"]) == set(TOKENS["dark"])
    assert set(TOKENS["light"]) - {name for pair in PAIRS for name in pair[:2]} == set()
