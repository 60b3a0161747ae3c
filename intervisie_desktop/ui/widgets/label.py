"""Text on the screen: always as typed, never as rich text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current


class Label(QLabel):
    """A plain text in the font of a role and the colour of a token; `wrap` or `elide` at will."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        token: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role = role
        self._token = token
        self.elides = elide
        self.setText(text)
        current().changed.connect(self.restyle)
        self.restyle()

    def set_look(self, role: Role | None = None, token: str | None = None) -> None:
        """Change font role or colour."""
        self._role = role or self._role
        self._token = token or self._token
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the theme of now."""
        theme = current()
        self.setFont(theme.font(self._role, self.text()))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._token))
        self.setPalette(palette)
        if self.wordWrap():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """An eliding label may become as narrow as its layout wants."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self.elides else hint

    def event(self, event: QEvent) -> bool:
        """The whole text as tooltip when it is elided."""
        if event.type() is QEvent.Type.ToolTip and self.elides and not self.toolTip():
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            if cut:
                self.setToolTip(plain_tip(self.text()))
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A label that was never shown missed the changes of theme and size before."""
        self.restyle()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, with an ellipsis when it does not fit."""
        if not self.elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        rect = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, self.alignment() | Qt.TextFlag.TextSingleLine, words)

    def setText(self, text: str) -> None:
        """Show another text; an old tooltip of an elided text goes."""
        if self.elides and self.toolTip():
            self.setToolTip("")
        super().setText(text)
        self.setFont(current().font(self._role, text))


def plain_tip(text: str) -> str:
    """A tooltip that is shown as typed: markup characters become entities."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe}</span>" if text else ""
