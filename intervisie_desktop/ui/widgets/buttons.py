"""Buttons in five kinds, with a sign and a keycap, painted from the theme."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.label import plain_tip


class Kind(StrEnum):
    """How much a button asks for attention; one PRIMARY per page."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    SOFT = "soft"
    DEFAULT = "default"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


_LOOK: dict[Kind, tuple[str, str, str]] = {
    Kind.PRIMARY: ("accent", "", "on-accent"),
    Kind.OUTLINE: ("surface", "accent", "accent"),
    Kind.SOFT: ("accent-soft", "accent", "accent"),
    Kind.DEFAULT: ("surface", "line-strong", "ink"),
    Kind.QUIET: ("", "", "ink-2"),
    Kind.LINK: ("", "", "accent"),
    Kind.DANGER: ("surface", "fout", "fout"),
}
_HOVER = {Kind.PRIMARY: "accent-hover", Kind.OUTLINE: "accent-soft", Kind.DANGER: "fout-soft"}


class Button(QPushButton):
    """A push button; `shortcut` is only shown as keycap, the action itself holds the key."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.DEFAULT,
        icon: str = "",
        key: str = "",
        *,
        small: bool = False,
        name: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.sign = icon
        self.key_text = key
        self.small = small
        self._hovered = False
        self.setText(text)
        self.setAccessibleName(name or text or tip)
        if tip or (name and not text):
            self.setToolTip(plain_tip(tip or name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        current().changed.connect(self.restyle)

    def set_words(self, text: str, name: str = "") -> None:
        """Other words, seen and spoken."""
        self.setText(text)
        self.setAccessibleName(name or text)
        self.restyle()

    def restyle(self) -> None:
        """Measure and draw again with the theme of now."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sign, words and keycap plus the ring around it."""
        theme = current()
        height = theme.px(26 if self.small else 32)
        width = self._content_width() + 2 * self._margin()
        if not self.text():
            width = max(width, height)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def _role(self) -> Role:
        return Role.META_STRONG if self.small else Role.LABEL

    def _margin(self) -> int:
        if not self.text():
            return 7
        return current().px(9 if self.small else 12)

    def _content_width(self) -> int:
        width = paint.width_of(self.text(), self._role()) if self.text() else 0
        if self.sign:
            width += current().px(16) + (7 if self.text() else 0)
        if self.key_text:
            width += paint.keycap_width(self.key_text) + 8
        return width

    def _colors(self) -> tuple[str, str, str]:
        fill, line, ink = _LOOK[self.kind]
        if not self.isEnabled():
            ink = "ink-3" if self.text() else "line-strong"
            return ("surface-2" if fill else "", "line" if line or fill else "", ink)
        if self.isChecked():
            return ("accent-soft", line or "accent", "accent")
        if self.isDown() or self._hovered:
            fill = _HOVER.get(self.kind, "hover")
        return fill, line, ink

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, sign, words, keycap; the ring when it has the focus."""
        painter = QPainter(self)
        fill, line, ink = self._colors()
        rect = self.rect()
        if self.hasFocus():
            ring = self.kind is Kind.PRIMARY
            paint.focus_ring(painter, rect, 7)
            rect = rect.adjusted(3, 3, -3, -3) if ring else rect.adjusted(2, 2, -2, -2)
            line = "" if not ring else line
        paint.box(painter, rect, 6 if not self.hasFocus() else 4, fill, line)
        self._paint_content(painter, ink)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        rect = self.rect()
        left = (rect.width() - self._content_width()) // 2
        if self.sign:
            side = current().px(16)
            icons.paint(painter, self.sign, QRect(left, 0, side, rect.height()), ink)
            left += side + 7
        if self.text():
            width = paint.width_of(self.text(), self._role())
            area = QRectF(left, 0, width + 2, rect.height())
            paint.text(painter, area, self.text(), self._role(), ink)
            left += width
        if self.key_text:
            right = left + 8 + paint.keycap_width(self.key_text)
            paint.keycap(painter, right, rect.height() / 2, self.key_text, ink)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover tone."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Leave the hover tone."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)


def icon_button(sign: str, name: str, kind: Kind = Kind.QUIET, key: str = "") -> Button:
    """A button with only a sign; its name is spoken and shown as tooltip."""
    tip = f"{name} ({key})" if key else name
    return Button("", kind, sign, name=name, tip=tip)
