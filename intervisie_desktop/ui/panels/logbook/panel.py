"""The tab Logboek: acts by day with their time, the last one to take back, and further back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.panels.logbook.presenter import (
    DayState,
    EntryState,
    LogbookPresenter,
    LogbookState,
)
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.dock import Dock
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Line
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll

EMPTY = "Nog niets gedaan. Wat u wijzigt, staat hier met de tijd erbij."
UNDO = "Ongedaan maken"
MORE = "Verder terug"


class LogbookPanel(QWidget):
    """Humble: shows the state of its presenter."""

    def __init__(self, desk: Desk, dock: Dock, services: Services) -> None:
        super().__init__()
        self.setAccessibleName("Logboek")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._presenter = LogbookPresenter(services.journal, services.undo, self, desk)
        self._shown: list[QWidget] = []
        self._stale = False
        self._what = Label("", Role.META, "ink-2", wrap=True)
        self.undo = Button(UNDO, Kind.DEFAULT, "undo-2", "Ctrl+Z", small=True)
        self.more = Button(MORE, Kind.LINK, "history", small=True)
        self.undo.clicked.connect(self._presenter.undo)
        self.more.clicked.connect(self._presenter.show_more)
        self._lay_out()
        dock.happened.connect(self._happened)
        self._presenter.refresh()

    def show_state(self, state: LogbookState) -> None:
        """Show everything."""
        self._top.setVisible(bool(state.undo))
        self._what.setText(state.undo)
        self.undo.setAccessibleName(state.undo or UNDO)
        self.more.setVisible(state.more)
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [_day(day) for day in state.days]
        if not state.days:
            self._shown = [Label(EMPTY, Role.BODY, "ink-2", wrap=True)]
        for widget in self._shown:
            self._column.addWidget(widget)

    def showEvent(self, event: object) -> None:
        """What happened while another tab was in front is read now."""
        if self._stale:
            self._stale = False
            self._presenter.refresh()

    def focusInEvent(self, event: object) -> None:
        """The focus goes to what can be pressed."""
        for button in (self.undo, self.more):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _happened(self, _changes: ChangeSet) -> None:
        if self.isVisible():
            self._presenter.refresh()
        else:
            self._stale = True

    def _lay_out(self) -> None:
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(14, 12, 14, 10)
        top.setSpacing(7)
        top.addWidget(self._what)
        top.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = Scroll((14, 10, 14, 12), 14)
        box = QWidget()
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        scroll.body.addWidget(box)
        scroll.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(Line())
        column.addWidget(scroll, 1)


def _day(day: DayState) -> QWidget:
    box = QWidget()
    box.setAccessibleName(day.title)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(7)
    column.addWidget(Label(day.title, Role.META_STRONG, "ink-2"))
    for entry in day.entries:
        column.addLayout(_entry(entry))
    return box


def _entry(entry: EntryState) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Label(entry.time, Role.META, "ink-3"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(entry.words, Role.META, wrap=True), 1)
    return row


def build(desk: Desk, dock: Dock, services: Services) -> QWidget:
    """The tab, for the dock."""
    return LogbookPanel(desk, dock, services)
