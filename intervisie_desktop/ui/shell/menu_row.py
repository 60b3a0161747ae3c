"""The row above: the menus at the left; undo, redo, search and theme at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from intervisie_desktop.ui.shell.actions import Actions, fill_menu
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import icon_button
from intervisie_desktop.ui.widgets.label import plain_tip


class SearchButton(QPushButton):
    """Looks like a field; opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Zoek of geef een opdracht, Ctrl+K")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as in the design."""
        return QSize(current().px(300), current().px(28))

    def minimumSizeHint(self) -> QSize:
        """May shrink to the sign and the key."""
        return QSize(current().px(110), current().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Field, glass, words and key."""
        painter = QPainter(self)
        line = "focus" if self.hasFocus() else "line-strong"
        paint.box(painter, self.rect(), 6, "surface", line, 2 if self.hasFocus() else 1)
        glass = QRect(10, 0, current().px(16), self.height())
        icons.paint(painter, "search", glass, "ink-3", 15)
        cap = paint.keycap_width("Ctrl+K")
        area = self.rect().adjusted(glass.right() + 8, 0, -cap - 16, 0)
        paint.text(painter, area, "Zoek of geef een opdracht", Role.BODY, "ink-3")
        paint.keycap(painter, self.width() - 8, self.height() / 2, "Ctrl+K", "ink-2")


class MenuRow(QWidget):
    """Menus are filled when opened; a menu with nothing in it is not there."""

    search_asked = Signal()

    def __init__(
        self, menus: Sequence[tuple[str, str]], actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("menu-row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setAccessibleName("Menu")
        self._menus: dict[str, QMenu] = {}
        for key, title in menus:
            menu = QMenu(title, self.bar)
            menu.aboutToShow.connect(partial(self._fill, key))
            self._menus[key] = menu
            self.bar.addMenu(menu)
        self.undo = icon_button("undo-2", "Ongedaan maken", key="Ctrl+Z")
        self.redo = icon_button("redo-2", "Opnieuw", key="Ctrl+Shift+Z")
        self.search = SearchButton()
        self.search.clicked.connect(self.search_asked)
        self.theme = icon_button("moon-star", "Licht of donker")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 1)
        row.setSpacing(4)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(8)
        row.addWidget(self.search)
        row.addSpacing(6)
        row.addWidget(self.theme)
        actions.changed.connect(self.show_menus)
        current().changed.connect(self._restyle)
        self._restyle()
        self.show_menus()

    def menu(self, key: str) -> QMenu:
        """A menu by its title, filled as if it was opened."""
        self._fill(key)
        return self._menus[key]

    def show_menus(self) -> None:
        """Show the menus that hold something."""
        for key, menu in self._menus.items():
            menu.menuAction().setVisible(bool(self._actions.in_menu(key)))

    def show_undo(self, undo: str, redo: str, *, can_undo: bool, can_redo: bool) -> None:
        """What undo and redo would do, on the buttons."""
        for button, words, can, key in (
            (self.undo, undo, can_undo, "Ctrl+Z"),
            (self.redo, redo, can_redo, "Ctrl+Shift+Z"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(f"{words} ({key})"))
            button.setEnabled(can)

    def _fill(self, key: str) -> None:
        fill_menu(self._menus[key], self._actions.in_menu(key))

    def _restyle(self) -> None:
        theme = current()
        self.setFixedHeight(theme.px(40))
        self.theme.sign = "sun" if theme.dark else "moon-star"
        self.theme.update()
