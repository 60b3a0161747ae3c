"""The list of groups at the side: name, tag, next date and how the year stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.side_line import SideLine
from intervisie_desktop.ui.widgets.side_list import SideList


class ListPane(QWidget):
    """Filter, groups, archive and a new one; emits `chosen(group)`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = FilterField("Filter groepen")
        self.list = SideList("Groepen")
        self.archive = Button("Archief", Kind.QUIET, "chevron-right", small=True)
        self.new = Button("Nieuwe groep", Kind.DEFAULT, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(8)
        for widget in (self.filter, self.list):
            column.addWidget(widget)
        column.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.new)
        policy = self.new.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.new.setSizePolicy(policy)
        self.filter.textChanged.connect(self.list.look_for)
        self.list.chosen.connect(self.chosen)
        current().changed.connect(self._measure)
        self._measure()

    def show_lines(self, lines: Sequence[SideLine], open_id: str, archive: str) -> None:
        """Show these groups with this one open, and the word of the archive."""
        self.list.show_lines(lines, open_id)
        self.archive.set_words(archive)
        self.archive.setVisible(bool(archive))

    def _measure(self) -> None:
        self.setFixedWidth(current().px(200))
