"""Two hands on a keyboard: everything goes to the control that has the focus, nothing by mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QWidget,
)

_MOST_TABS = 150


class Hands:
    """Types, presses and tabs as a user does, and looks at what the window in front says."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot

    def focus(self) -> QWidget:
        """The control that would hear a key now."""
        if QApplication.activeWindow() is None:
            # Without a window manager nobody hands the focus on when a window has closed.
            tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
            for top in tops:
                if isinstance(top, QMainWindow):
                    top.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None, "iets met de focus")
        return QApplication.focusWidget()

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key with its modifiers: "Ctrl+K", "Tab", "Return"."""
        combination = QKeySequence(keys)[0]
        for _ in range(times):
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(self.focus(), text)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text in the place of what stands there."""
        self.press("Ctrl+A")
        self.type(text)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the control of this name has the focus."""
        for _ in range(_MOST_TABS):
            if name_of(self.focus()) == name:
                return self.focus()
            self.press("Tab")
        raise AssertionError(f"met Tab niet te bereiken: {name}; wel {self.reachable()}")

    def push(self, name: str) -> None:
        """Tab to a button and press it with the space bar."""
        self.tab_to(name)
        self.press("Space")

    def fill(self, name: str, text: str) -> None:
        """Tab to a field and type in it."""
        self.tab_to(name)
        self.write(text)

    def command(self, words: str) -> None:
        """Ctrl+K, some words, Enter."""
        self.press("Ctrl+K")
        self.type(words)
        self.press("Return")

    def answer_file(self, path: object) -> None:
        """Type a path in the file chooser that is open."""
        self.until(
            lambda: isinstance(QApplication.activeWindow(), QFileDialog), "een bestandskiezer"
        )
        self.write(str(path))
        self.press("Return")
        self.until(
            lambda: not isinstance(QApplication.activeWindow(), QFileDialog), "de kiezer dicht"
        )

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is so, as a user looks at the screen."""
        try:
            self._qtbot.waitUntil(true, timeout=15_000)
        except Exception as error:
            raise AssertionError(f"wacht op {what}; op het scherm: {self.seen()}") from error

    def sees(self, text: str) -> None:
        """Wait until these words are on the screen."""
        self.until(lambda: any(text in one for one in self.seen()), text)

    def seen(self) -> list[str]:
        """The words on the screen: labels and buttons of what is in front."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        shown = [one for top in tops for one in top.findChildren(QWidget) if one.isVisible()]
        texts = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton)]
        return [text for text in texts if text]

    def reachable(self) -> list[str]:
        """The names of everything one comes past with Tab."""
        found: list[str] = []
        for _ in range(_MOST_TABS):
            found.append(name_of(self.focus()))
            self.press("Tab")
            if len(found) > 3 and found[-3:] == found[:3]:
                break
        return list(dict.fromkeys(found))


def name_of(widget: QWidget) -> str:
    """What a screen reader would call it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "")
