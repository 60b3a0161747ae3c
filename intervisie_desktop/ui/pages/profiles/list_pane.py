"""The list of profiles at the side: what is in use, and how each came to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.profiles.showing import FILTERS
from intervisie_desktop.ui.pages.profiles.state import ProfilesState
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.side_list import SideList


class ListPane(QWidget):
    """Filter, part, profiles, importing and a new one; emits `chosen(key)`, `part_chosen(key)`."""

    chosen = Signal(str)
    part_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = FilterField("Filter profielen")
        self.part = Select(FILTERS, "Welke profielen")
        self.list = SideList("Regelprofielen")
        self.bring_in = Button("Importeren", Kind.QUIET, "file-input", small=True)
        self.new = Button("Nieuw profiel", Kind.DEFAULT, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(8)
        for widget in (self.filter, self.part, self.list):
            column.addWidget(widget)
        column.addWidget(self.bring_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.new)
        policy = self.new.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.new.setSizePolicy(policy)
        self.filter.textChanged.connect(self.list.look_for)
        self.part.chosen.connect(self.part_chosen)
        self.list.chosen.connect(self.chosen)
        self.fit(0)

    def show_state(self, state: ProfilesState) -> None:
        """Show these profiles with this one open."""
        self.part.set_value(state.filter)
        self.list.show_lines(state.lines, state.open_id)

    def fit(self, room: int) -> None:
        """As wide as a page of this width can spare."""
        wide = room >= current().px(960)
        self.setFixedWidth(current().px(248 if wide else 196))
