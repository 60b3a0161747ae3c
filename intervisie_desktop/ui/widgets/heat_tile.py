"""The heat tile: initials, hours, and a sign with the forecast in a word, on the hour's tone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint

TILE_ROLE = Qt.ItemDataRole.UserRole + 30


class TileState(StrEnum):
    """How a year stands; each has its own sign, and outline where it needs care."""

    MET = "met"
    ON_COURSE = "on_course"
    TIGHT = "tight"
    TO_PLAN = "to_plan"
    SHORT = "short"
    PLAIN = "plain"


SIGNS = {
    TileState.MET: "circle-check",
    TileState.ON_COURSE: "check",
    TileState.TIGHT: "triangle-alert",
    TileState.TO_PLAN: "calendar-plus",
    TileState.SHORT: "octagon-x",
    TileState.PLAIN: "",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile shows; `minutes` of `target` gives the tone in five steps."""

    initials: str
    hours: str
    word: str
    state: TileState
    minutes: int
    spoken: str
    target: int = 480

    @property
    def step(self) -> int:
        """The tone, 0 to 4: quarters of the target."""
        if self.target <= 0:
            return 0
        return max(0, min(4, self.minutes * 4 // self.target))


def paint_tile(painter: QPainter, rect: QRectF, tile: Tile, *, focus: bool = False) -> None:
    """Draw a tile that fills the rectangle."""
    fill, ink = f"h{tile.step}", f"h{tile.step}-t"
    paint.box(painter, rect, 4, fill)
    if tile.state is TileState.SHORT:
        paint.box(painter, rect, 4, line="fout", width=1.2)
    elif tile.state is TileState.TO_PLAN:
        dash = Qt.PenStyle.DashLine
        paint.box(painter, rect, 4, line="waarschuwing", width=1.2, style=dash)
    theme = current()
    half = rect.height() / 2
    top = QRectF(rect.left() + 8, rect.top() + 2, rect.width() - 15, half)
    paint.text(painter, top, tile.initials, Role.MICRO, ink)
    paint.text(painter, top, tile.hours, Role.STRONG, ink, Qt.AlignmentFlag.AlignRight)
    left = rect.left() + 8
    below = QRectF(left, rect.top() + half, rect.width() - 12, half - 3)
    sign = SIGNS[tile.state]
    if sign:
        side = theme.px(12)
        icons.paint(painter, sign, QRectF(left, below.top(), side, below.height()), ink, 12)
        below.setLeft(left + side + 4)
    paint.text(painter, below, tile.word, Role.MICRO, ink)
    if focus:
        paint.focus_ring(painter, rect.adjusted(-1, -1, 1, 1), 5)


class HeatTileDelegate(QStyledItemDelegate):
    """Draws the `Tile` that a model gives under TILE_ROLE; nothing where there is none."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The tile with a little air around it."""
        tile = index.data(TILE_ROLE)
        if isinstance(tile, Tile):
            painter.save()
            rect = QRectF(option.rect).adjusted(2, 2, -3, -3)
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            paint_tile(painter, rect, tile, focus=focus)
            painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As in the design."""
        theme = current()
        return QSize(theme.px(86), theme.px(50))
