"""A step before it is taken: what differs in the rules, what that means, and its verb."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.profiles.state import SheetLine, SheetState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll


class Sheet(Card):
    """Emits `confirmed()` and `cancelled()`."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, gap=10, edge="accent", parent=parent)
        self.title = Label("", Role.OBJECT, wrap=True)
        self.text = Label("", Role.BODY, "ink-2", wrap=True)
        self.yes = Button("", Kind.PRIMARY, key="Ctrl+Enter")
        self.no = Button("Terug", Kind.DEFAULT, key="Esc")
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.cancelled)
        self._area = Scroll((0, 0, 8, 0), 5)
        self._area.make_readable("Wat er verandert")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(row)

    def show_sheet(self, sheet: SheetState) -> None:
        """Show a step."""
        self.setAccessibleName(sheet.title)
        self.title.setText(sheet.title)
        self.text.setText(sheet.text)
        self.yes.set_words(sheet.yes)
        body = self._area.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in sheet.lines:
            body.addWidget(_line(line))
        body.addStretch(1)
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _line(line: SheetLine) -> QWidget:
    widget = QWidget()
    if not line.sign:
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(Label(line.text, Role.STRONG, wrap=True))
        return widget
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Sign(line.sign, line.token, 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(line.text, Role.BODY, wrap=True), 1)
    if line.side:
        row.addWidget(Label(line.side, Role.META, "ink-3"), 0, Qt.AlignmentFlag.AlignTop)
    return widget
