"""A field for a password: hidden, with an eye to look, and a bar that shows its strength."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint

STEPS = 4
_TOKENS = ("fout", "fout", "waarschuwing", "ok", "ok")


class PasswordField(QLineEdit):
    """A line that hides what is typed; never in the clipboard, the input method or undo."""

    def __init__(self, name: str, show: str, hide: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (show, hide)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setMaxLength(1024)
        self._eye = QAction(self)
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        current().changed.connect(self._restyle)
        self._restyle()

    @property
    def shown(self) -> bool:
        """True while what is typed can be read."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def hide_text(self) -> None:
        """Hide what is typed again."""
        if self.shown:
            self._toggle()

    def _toggle(self) -> None:
        mode = QLineEdit.EchoMode.Password if self.shown else QLineEdit.EchoMode.Normal
        self.setEchoMode(mode)
        self._restyle()

    def _restyle(self) -> None:
        self._eye.setIcon(icons.icon("eye-off" if self.shown else "eye", "ink-3"))
        self._eye.setText(self._words[1 if self.shown else 0])


class StrengthBar(QWidget):
    """Four strokes, filled to the strength; the word beside it says the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._level = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.update)

    def show_level(self, level: int, word: str) -> None:
        """Show a strength of 0 to 4, or nothing for -1."""
        self._level = level
        self.setAccessibleName(f"{self._name}: {word}" if word else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(160, current().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strokes."""
        painter = QPainter(self)
        gap = 4
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        for step in range(STEPS):
            filled = self._level >= 0 and step < max(1, self._level)
            token = _TOKENS[self._level] if filled else "line"
            place = QRectF(step * (width + gap), 0, width, self.height())
            paint.box(painter, place, self.height() / 2, token)
