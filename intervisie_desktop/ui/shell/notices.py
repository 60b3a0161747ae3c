"""The toast: what was done, with Ongedaan maken beside it; one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

STAYS_MS = 10_000
FADE_MS = 120


class Toast(QFrame):
    """Sits at the bottom centre of its parent; emits `undo` when that is pressed.

    It stays ten seconds, and as long as the mouse is on it or the focus in it.
    """

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._text = Label("", Role.BODY, "surface")
        self._sign = Sign("check", "surface", 16)
        self._undo = _InkButton("Ongedaan maken", "Ctrl+Z")
        self._close = _InkButton("", "", sign="x", name="Melding sluiten")
        self._undo.clicked.connect(self._undone)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        for widget in (self._sign, self._text, self._undo, self._close):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expired)
        self._fade: QPropertyAnimation | None = None
        self.setAccessibleName("Melding")
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        current().changed.connect(self._restyle)
        self.hide()

    def show_toast(self, sentence: str, *, undo: bool = False, sign: str = "check") -> None:
        """Show a sentence instead of the one that stood there."""
        self._text.setText(self._short(sentence))
        self._sign.show_sign(sign, "surface")
        self._undo.setVisible(undo)
        self.setAccessibleDescription(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(STAYS_MS)
        self._appear()

    def sentence(self) -> str:
        """What it says now, or nothing when hidden."""
        return self.accessibleDescription() if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Take it away; the focus goes back to the page."""
        self._timer.stop()
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        parent = self._over
        if had_focus and QApplication.focusWidget() is None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom centre when the parent changes size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while hovered."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start counting again."""
        self._timer.start(STAYS_MS)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink ground: the inverse of the page."""
        paint.box(QPainter(self), self.rect(), 8, "ink")

    def _short(self, sentence: str) -> str:
        room = max(260, self._over.width() - 300)
        return self._text.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideRight, room)

    def _place(self) -> None:
        parent = self._over
        self.adjustSize()
        left = (parent.width() - self.width()) // 2
        self.move(max(8, left), parent.height() - self.height() - 18)

    def _appear(self) -> None:
        if current().calm:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        self._fade = QPropertyAnimation(effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.finished.connect(self._faded)
        self._fade.start()

    def _faded(self) -> None:
        self.setGraphicsEffect(None)  # type: ignore[arg-type]

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isHidden():
            return
        if new is not None and self.isAncestorOf(new):
            self._timer.stop()
        elif not self._timer.isActive() and not self.underMouse():
            self._timer.start(STAYS_MS)

    def _expired(self) -> None:
        if self.underMouse():
            self._timer.start(STAYS_MS)
        else:
            self.dismiss()

    def _undone(self) -> None:
        self.dismiss()
        self.undo.emit()

    def _restyle(self) -> None:
        for button in (self._undo, self._close):
            button.updateGeometry()
        if not self.isHidden():
            self._place()
        self.update()


class _InkButton(QPushButton):
    """A button on the ink ground."""

    def __init__(self, text: str, key: str, sign: str = "", name: str = "") -> None:
        super().__init__(text)
        self._key = key
        self._sign = sign
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text(), Role.STRONG) + 18
        width += paint.keycap_width(self._key) + 8 if self._key else 0
        return QSize(max(width, current().px(28)), current().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sign:
            icons.paint(painter, self._sign, self.rect(), "surface", 14)
        left = 9
        area = self.rect().adjusted(left, 0, 0, 0)
        left += paint.text(painter, area, self.text(), Role.STRONG, "surface")
        if self._key:
            right = left + 8 + paint.keycap_width(self._key)
            paint.keycap(painter, right, self.height() / 2, self._key, "surface")
        if self.hasFocus() or self.underMouse():
            width = 2 if self.hasFocus() else 1
            paint.box(painter, self.rect(), 6, line="surface", width=width)
