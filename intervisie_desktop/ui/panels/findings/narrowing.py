"""The head of the list: a field to search in, and what can be ordered and left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.state import FilterState
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.choice import Check, Select
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.segmented import Segmented


class SearchField(FilterField):
    """Down goes on to the cards."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter leave for the cards."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
            return
        super().keyPressEvent(event)


class Narrowing(QWidget):
    """Emits `searched(text)`, `ordered(grouping)`, `narrowed(name, value)` and `cleared`."""

    searched = Signal(str)
    ordered = Signal(str)
    narrowed = Signal(str, object)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(words.SEARCH)
        self.open = Button(words.FILTER, Kind.DEFAULT, "filter", small=True)
        self.open.setCheckable(True)
        self.grouping = Segmented(words.GROUPINGS, words.GROUP_BY, stretch=True)
        self.profile = Select((("", words.PROFILE_ANY),), words.PROFILE)
        self.family = Select((("", words.FAMILY_ANY),), words.FAMILY)
        self.mine = Check(words.MINE)
        self.clear = Button(words.FILTER_CLEAR, Kind.LINK, "x", small=True)
        self._lay_out()
        self._connect()

    def show_filter(self, state: FilterState) -> None:
        """Show what is chosen; what is being typed stays as it is."""
        if not self.search.hasFocus() and self.search.text() != state.text:
            blocker = QSignalBlocker(self.search)
            self.search.setText(state.text)
            blocker.unblock()
        self.open.set_words(words.filtered(state.on), words.FILTER_OPEN)
        self.grouping.set_value(state.grouping)
        self.profile.set_options(state.profiles)
        self.profile.set_value(state.profile)
        self.family.set_options(state.families)
        self.family.set_value(state.family)
        self.mine.setVisible(state.can_be_mine)
        self.mine.setChecked(state.mine)
        self.clear.setVisible(state.on > 0)

    def focus_search(self) -> None:
        """Type to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(6)
        first.addWidget(self.search, 1)
        first.addWidget(self.open)
        self.more = QWidget()
        more = QVBoxLayout(self.more)
        more.setContentsMargins(0, 2, 0, 0)
        more.setSpacing(6)
        more.addWidget(Label(words.GROUP_BY, Role.META, "ink-2"))
        more.addWidget(self.grouping)
        for field in (self.profile, self.family, self.mine):
            more.addWidget(field)
        more.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.more)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.searched)
        self.open.toggled.connect(self.more.setVisible)
        self.grouping.chosen.connect(self.ordered)
        self.profile.chosen.connect(partial(self._narrow, "profile"))
        self.family.chosen.connect(partial(self._narrow, "family"))
        self.mine.clicked.connect(partial(self._narrow, "mine"))
        self.clear.clicked.connect(self._clear)

    def _narrow(self, name: str, value: object) -> None:
        self.narrowed.emit(name, value)

    def _clear(self) -> None:
        self.search.clear()
        self.cleared.emit()
