"""The tokens of the design as one live object: colours, font roles, text size and motion."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from intervisie_desktop.ui.theme import fonts

SMALLEST_SCALE = 90
LARGEST_SCALE = 140


class Mode(StrEnum):
    """Which of the two themes is worn; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Role(StrEnum):
    """What a text is for; decides family, size and weight."""

    TIMER = "timer"
    TITLE = "title"
    OBJECT = "object"
    CARD = "card"
    NUMBER = "number"
    BODY = "body"
    LABEL = "label"
    STRONG = "strong"
    META = "meta"
    META_STRONG = "meta_strong"
    MICRO = "micro"
    MICRO_STRONG = "micro_strong"
    TAG = "tag"
    INPUT_LARGE = "input_large"


_SERIF = frozenset({Role.TIMER, Role.TITLE, Role.OBJECT, Role.CARD, Role.NUMBER})
_SIZES: dict[Role, tuple[int, QFont.Weight]] = {
    Role.TIMER: (54, QFont.Weight.DemiBold),
    Role.TITLE: (26, QFont.Weight.DemiBold),
    Role.OBJECT: (20, QFont.Weight.DemiBold),
    Role.CARD: (16, QFont.Weight.DemiBold),
    Role.NUMBER: (18, QFont.Weight.DemiBold),
    Role.BODY: (13, QFont.Weight.Normal),
    Role.LABEL: (13, QFont.Weight.Medium),
    Role.STRONG: (13, QFont.Weight.DemiBold),
    Role.META: (12, QFont.Weight.Normal),
    Role.META_STRONG: (12, QFont.Weight.DemiBold),
    Role.MICRO: (11, QFont.Weight.Normal),
    Role.MICRO_STRONG: (11, QFont.Weight.DemiBold),
    Role.TAG: (11, QFont.Weight.DemiBold),
    Role.INPUT_LARGE: (17, QFont.Weight.Normal),
}


class Theme(QObject):
    """The colours, fonts and sizes of this moment; `changed` when any of them does."""

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        table = json.loads((resources / "design" / "tokens.json").read_text("utf-8"))
        self._colors = {
            name: {token: QColor(value) for token, value in tokens.items()}
            for name, tokens in table.items()
        }
        self.resources = resources
        self._families = fonts.load(resources / "fonts")
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._mode = Mode.SYSTEM
        self._percent = 100
        self._calm = False
        hints = QGuiApplication.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """What was chosen: light, dark or the system's."""
        return self._mode

    @property
    def dark(self) -> bool:
        """True when the dark colours are worn now."""
        if self._mode is not Mode.SYSTEM:
            return self._mode is Mode.DARK
        hints = QGuiApplication.styleHints()
        return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark

    @property
    def percent(self) -> int:
        """The text size, 90 to 140 percent."""
        return self._percent

    @property
    def calm(self) -> bool:
        """True when nothing may move (Minder beweging)."""
        return self._calm

    def color(self, token: str) -> QColor:
        """The colour of a token in the theme of now; a KeyError for an unknown token."""
        return QColor(self._colors["dark" if self.dark else "light"][token])

    def hex(self, token: str) -> str:
        """The colour of a token as #rrggbb."""
        return self.color(token).name()

    def font(self, role: Role, text: str = "0") -> QFont:
        """The font of a role at the text size of now, with figures of equal width for figures.

        The same feature widens the hyphen, so a text with a hyphen goes without it.
        """
        figures = "-" not in text and any(char.isdigit() for char in text)
        key = (role, figures)
        if key not in self._fonts:
            self._fonts[key] = self._made(role, figures=figures)
        return QFont(self._fonts[key])

    def px(self, size: float) -> int:
        """A length that grows with the text."""
        return round(size * self._percent / 100)

    def wear(
        self, mode: Mode | None = None, percent: int | None = None, calm: bool | None = None
    ) -> None:
        """Change theme, text size or motion and tell everyone, once."""
        before = (self._mode, self._percent, self._calm)
        self._mode = mode or self._mode
        self._percent = max(SMALLEST_SCALE, min(LARGEST_SCALE, percent or self._percent))
        self._calm = self._calm if calm is None else calm
        if before != (self._mode, self._percent, self._calm):
            self._fonts.clear()
            self.changed.emit()

    def _made(self, role: Role, *, figures: bool) -> QFont:
        size, weight = _SIZES[role]
        serif = role in _SERIF
        font = QFont(self._families.serif if serif else self._families.sans)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        if figures:
            font.setFeature(QFont.Tag("tnum"), 1)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if not serif:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.1)
        return font

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is Mode.SYSTEM:
            self.changed.emit()


_worn: list[Theme] = []


def install(theme: Theme) -> None:
    """Make this the theme every widget reads; called once by `stylesheet.dress`."""
    _worn[:] = [theme]


def current() -> Theme:
    """The theme of the program; every painted widget reads this one object."""
    return _worn[0]
