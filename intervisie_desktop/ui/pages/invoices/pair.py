"""Two things side by side; where there is no room, one at a time with a switch above."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.segmented import Segmented


class Pair(QWidget):
    """The first takes `first_share` of the room to one of the second; 0 keeps its own width.

    Below `least` pixels only one of them shows, the one named in front at first.
    """

    def __init__(
        self,
        first: tuple[str, QWidget],
        second: tuple[str, QWidget],
        *,
        least: int,
        stretch: tuple[int, int] = (1, 1),
        front: int = 0,
    ) -> None:
        super().__init__()
        self._widgets = (first[1], second[1])
        self._least = least
        self._front = front
        self._narrow = False
        self.switch = Segmented((("0", first[0]), ("1", second[0])), "Wat u ziet", stretch=True)
        self.switch.set_value(str(front))
        self.switch.chosen.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(14)
        for widget, share in zip(self._widgets, stretch, strict=True):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.switch)
        column.addLayout(row, 1)
        # Both together may want more than there is: then it is this that must notice.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(240, 200)
        self.switch.hide()

    @property
    def narrow(self) -> bool:
        """Whether only one of the two shows."""
        return self._narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both as soon as there is room."""
        super().resizeEvent(event)
        narrow = self.width() < current().px(self._least)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _choose(self, value: str) -> None:
        self._front = int(value)
        self._arrange()

    def _arrange(self) -> None:
        self.switch.setVisible(self._narrow)
        for number, widget in enumerate(self._widgets):
            widget.setVisible(not self._narrow or number == self._front)
