"""F1: every key of the program on one sheet, made from the actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.key_cap import KeyCap
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll

OF_THE_WINDOW = (
    ("F10 of Alt", "Menu"),
    ("Tab", "Volgend onderdeel"),
    ("Enter of F2", "Cel bewerken"),
    ("Esc", "Annuleren of sluiten"),
    ("Alt+↓", "Lijst of kalender openen"),
    ("Alt+slepen", "In de agenda: verplaatsing eerst proberen"),
)


def key_words(shortcut: str) -> str:
    """A shortcut as it is written on Dutch keys."""
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    for english, dutch in (("Return", "Enter"), ("Space", "Spatie"), ("Del", "Delete"),
                           ("PgUp", "PageUp"), ("PgDown", "PageDown"),
                           ("Left", "←"), ("Right", "→")):  # fmt: skip
        text = text.replace(english, dutch)
    return text


class HelpSheet(QDialog):
    """The keys, by menu."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Toetsen")
        scroll = Scroll((0, 0, 10, 0), 16)
        for title, keys in _grouped(actions):
            scroll.body.addWidget(_Group(title, keys))
        scroll.body.addStretch(1)
        close = Button("Sluiten", Kind.DEFAULT, key="Esc")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label("Toetsen", Role.TITLE))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.resize(660, 620)
        close.setFocus()


class _Group(QWidget):
    def __init__(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(title, Role.CARD), 0, 0, 1, 4)
        for number, (key, words) in enumerate(keys):
            row, side = 1 + number // 2, number % 2 * 2
            grid.addWidget(KeyCap(key), row, side, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Label(words, elide=True), row, side + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for column in (0, 2):
            grid.setColumnMinimumWidth(column, 108)


def _grouped(actions: Sequence[Action]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in actions:
        if action.shortcut:
            words = action.label().split(":")[0].removesuffix("…")
            title = action.menu or "Deze pagina"
            groups.setdefault(title, []).append((key_words(action.shortcut), words))
    return [*groups.items(), ("Overal", list(OF_THE_WINDOW))]
