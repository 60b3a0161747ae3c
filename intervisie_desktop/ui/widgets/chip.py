"""Chips and tags: a sign and a word on a soft tone, and the two letters of a group."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint


class Tone(StrEnum):
    """What a chip means; the word always says it too."""

    OK = "ok"
    WARNING = "waarschuwing"
    ERROR = "fout"
    TIP = "tip"
    NEUTRAL = "neutral"
    ACCENT = "accent"
    OUTLINE = "outline"


GROUP_TOKENS = ("g-OU", "g-FN", "g-AO", "g-ST", "g-TZ")


def group_token(colour: int) -> str:
    """The token of a group's identity colour 0-4; add "-soft" for the tone behind it."""
    return GROUP_TOKENS[colour % len(GROUP_TOKENS)]


def chip_width(text: str, sign: str = "") -> int:
    """How wide a chip with this word and sign is."""
    theme = current()
    width = paint.width_of(text, Role.MICRO_STRONG) + theme.px(16)
    return width + (theme.px(13) + 4 if sign else 0)


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: Tone, sign: str = "") -> float:
    """Draw a chip at the left of the rectangle, centred in height; gives its width."""
    theme = current()
    height = theme.px(20)
    width = min(chip_width(text, sign), rect.width())
    chip = QRectF(rect.left(), round(rect.center().y() - height / 2), width, height)
    if tone is Tone.OUTLINE:
        paint.box(painter, chip, height / 2, line="line-strong")
        ink = "ink"
    else:
        paint.box(painter, chip, height / 2, f"{tone.value}-soft")
        ink = tone.value
    left = chip.left() + theme.px(8)
    if sign:
        side = theme.px(13)
        icons.paint(painter, sign, QRectF(left, chip.top(), side, height), ink, 13)
        left += side + 4
    area = QRectF(left, chip.top(), chip.right() - left - theme.px(6), height)
    paint.text(painter, area, text, Role.MICRO_STRONG, ink)
    return width


def tag_width(code: str) -> int:
    """How wide a group tag is."""
    return max(current().px(26), paint.width_of(code, Role.TAG) + current().px(12))


def paint_tag(painter: QPainter, rect: QRectF, code: str, colour: int) -> float:
    """Draw a group tag at the left of the rectangle, centred in height; gives its width."""
    theme = current()
    height = theme.px(18)
    width = tag_width(code)
    tag = QRectF(rect.left(), round(rect.center().y() - height / 2), width, height)
    token = group_token(colour)
    paint.box(painter, tag, 4, f"{token}-soft")
    paint.text(painter, tag, code, Role.TAG, token, Qt.AlignmentFlag.AlignHCenter)
    return width


class Chip(QWidget):
    """A word with a sign on a soft tone; emits `clicked` when made clickable."""

    clicked = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        *,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self.text = ""
        self.tone = tone
        self.sign = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_chip(text, tone, icon)
        current().changed.connect(self.updateGeometry)

    def show_chip(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another word."""
        self.text, self.tone, self.sign = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(int(chip_width(self.text, self.sign)) + 1, current().px(22))

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chip, and the ring when it has the focus."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text, self.tone, self.sign)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a clickable chip."""
        if self._clickable and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space on a clickable chip."""
        if self._clickable and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Space}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class GroupTag(QWidget):
    """The two letters of a group in its identity colour."""

    def __init__(self, code: str = "", colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_group(code, colour)
        current().changed.connect(self.updateGeometry)

    def show_group(self, code: str, colour: int) -> None:
        """Show another group."""
        self._code, self._colour = code, colour
        self.setAccessibleName(code)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its letters."""
        return QSize(tag_width(self._code), current().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tag."""
        paint_tag(QPainter(self), QRectF(self.rect()), self._code, self._colour)


class CountBadge(QWidget):
    """A number in an outlined round box."""

    def __init__(self, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(count)
        current().changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        """Show another number; nothing at all for zero."""
        self._count = count
        self.setAccessibleName(str(count))
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """At least round."""
        return QSize(badge_width(self._count), current().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge."""
        paint_badge(QPainter(self), self.rect(), self._count)


def badge_width(count: int) -> int:
    """How wide the badge of a number is."""
    theme = current()
    return max(theme.px(18), paint.width_of(str(count), Role.MICRO_STRONG) + theme.px(10))


def paint_badge(painter: QPainter, rect: QRect, count: int) -> None:
    """Draw a badge that fills the rectangle."""
    paint.box(painter, rect, rect.height() / 2, "surface", "line-strong")
    middle = Qt.AlignmentFlag.AlignHCenter
    paint.text(painter, rect, str(count), Role.MICRO_STRONG, "ink", middle)
