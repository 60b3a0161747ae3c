"""The theme: contrast as designed, live change, remembered looks, signs for every name."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QFontMetrics

from intervisie_desktop.ui.shell import look
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Mode, Role
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.label import Label
from tests.ui.conftest import RESOURCES
from tests.ui.window_double import DictMemory

UI = Path(__file__).parents[2] / "intervisie_desktop" / "ui"


def test_labels_follow_theme_and_text_size_at_once(qtbot, theme):
    label = Label("Vandaag", Role.TITLE, "accent")
    qtbot.addWidget(label)
    before = label.fontMetrics().horizontalAdvance("Vandaag")
    theme.wear(Mode.DARK, 140)
    assert label.palette().windowText().color() == theme.color("accent")
    assert label.fontMetrics().horizontalAdvance("Vandaag") > before * 1.3


def test_figures_are_of_equal_width(theme):
    metrics = QFontMetrics(theme.font(Role.BODY))
    widths = {metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}
    assert len(widths) == 1


def test_a_chip_is_drawn_in_the_colours_of_now(qtbot, theme):
    chip = Chip("tekort", Tone.ERROR, "octagon-x")
    qtbot.addWidget(chip)
    chip.show()
    light = chip.grab().toImage()
    theme.wear(Mode.DARK)
    assert chip.grab().toImage() != light


def test_the_look_is_remembered(theme):
    memory = DictMemory()
    theme.wear(Mode.DARK, 120, calm=False)
    look.remember(theme, memory)
    theme.wear(Mode.LIGHT, 100, calm=True)
    look.wear_remembered(theme, memory)
    assert (theme.mode, theme.percent, theme.calm) == (Mode.DARK, 120, False)


def test_an_unreadable_memory_changes_nothing(theme):
    look.wear_remembered(theme, DictMemory({"look.mode": "paars", "look.percent": "veel"}))
    assert (theme.mode, theme.percent) == (Mode.LIGHT, 100)


def test_every_sign_that_is_there_can_be_drawn(theme):
    for path in (RESOURCES / "icons").glob("*.svg"):
        image = icons.pixmap(path.stem, "ink", 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), path.stem


def test_only_the_theme_writes_colours_and_style_sheets():
    for path in UI.rglob("*.py"):
        if {"theme", "text"} & set(path.relative_to(UI).parts):
            continue
        source = path.read_text("utf-8")
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", source), path
        for word in ("setStyleSheet(", ".exec(", "processEvents(", "connect(lambda"):
            assert word not in source, f"{word} in {path}"
        assert path.name == "label.py" or not re.search(r"\bQLabel\(", source), path
