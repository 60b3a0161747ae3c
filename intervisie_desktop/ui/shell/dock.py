"""The dock at the right: tabs that others fill, folded to a strip with counts, never hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Scope
from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import icon_button
from intervisie_desktop.ui.widgets.label import plain_tip
from intervisie_desktop.ui.widgets.tabs import Tab, Tabs

WIDE, STRIP = 304, 46


@dataclass(frozen=True)
class DockTab:
    """A tab: what it is called and how its content is made, when it is first shown.

    `early` builds it right after the window is shown, for a tab that keeps the counts.
    """

    key: str
    text: str
    icon: str
    build: Callable[[Desk, Dock], QWidget]
    width: int = WIDE
    early: bool = False


@dataclass(frozen=True, slots=True)
class StripCount:
    """A sign with a count on the folded strip: "3 fouten"."""

    icon: str
    token: str
    count: int
    name: str


class Dock(QWidget):
    """What a tab hears and may tell: `scope_changed(Scope)`, `happened(ChangeSet)`, `folded`.

    `offered` hands the actions of a tab to the window.
    """

    scope_changed = Signal(object)
    happened = Signal(object)
    year_changed = Signal(int)
    folded_changed = Signal(bool)
    offered = Signal(object)

    def __init__(self, tabs: Sequence[DockTab], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tabs = {tab.key: tab for tab in tabs}
        self._built: dict[str, QWidget] = {}
        self._badges: dict[str, int] = {}
        self._scope = Scope()
        self._folded = False
        self._full = QWidget()
        self._full.setObjectName("dock")
        self._full.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._strip = _Strip(tabs[0].text if tabs else "")
        self._head = Tabs([], "Zijpaneel", dense=True)
        self._head.chosen.connect(self.open_tab)
        self._stack = QStackedWidget()
        self._fold = icon_button("panel-right-close", "Zijpaneel inklappen", key="F9")
        self._fold.clicked.connect(self.toggle)
        self._strip.opened.connect(self._open_first)
        self._lay_out()
        self._show_tabs()
        current().changed.connect(self._restyle)
        self.setVisible(bool(tabs))
        self._restyle()

    @property
    def folded(self) -> bool:
        """True when only the strip shows."""
        return self._folded

    @property
    def key(self) -> str:
        """The key of the tab in front."""
        return self._head.value()

    def scope(self) -> Scope:
        """What the page in front is about."""
        return self._scope

    def set_scope(self, scope: Scope) -> None:
        """Another page, or another record on it."""
        if scope != self._scope:
            self._scope = scope
            self.scope_changed.emit(scope)

    def tell(self, changes: ChangeSet) -> None:
        """Something was changed."""
        self.happened.emit(changes)

    def set_badge(self, key: str, count: int | None) -> None:
        """The count on a tab; None for none."""
        if count is None:
            self._badges.pop(key, None)
        else:
            self._badges[key] = count
        self._show_tabs()

    def set_strip(self, counts: Sequence[StripCount]) -> None:
        """The counts on the folded strip."""
        self._strip.show_counts(counts)

    def offer(self, actions: Sequence[Action]) -> None:
        """A tab has actions that are there on every page."""
        self.offered.emit(tuple(actions))

    def build_early(self) -> None:
        """Build the tabs that keep counts; nothing when the window went before its turn came."""
        if not isValid(self._head):
            return
        for tab in self._tabs.values():
            if tab.early:
                self._widget(tab.key)
        if self._head.value() and not self._folded:
            self.open_tab(self._head.value())

    def open_tab(self, key: str) -> QWidget | None:
        """Bring a tab in front, unfolded; gives its content."""
        if key not in self._tabs:
            return None
        self._head.set_value(key)
        widget = self._widget(key)
        self._stack.setCurrentWidget(widget)
        if self._folded:
            self.set_folded(False)
        self._restyle()
        return widget

    def toggle(self) -> None:
        """Fold or unfold."""
        self.set_folded(not self._folded)

    def set_folded(self, folded: bool) -> None:
        """Show the strip, or everything."""
        changed = folded != self._folded
        self._folded = folded
        self._full.setVisible(not folded)
        self._strip.setVisible(folded)
        if not folded and self._head.value() not in self._built and self._tabs:
            self.open_tab(self._head.value())
        self._restyle()
        if changed:
            self.folded_changed.emit(folded)

    def focus_in(self) -> None:
        """Put the focus in the tab in front, or on the strip."""
        target = self._strip.first() if self._folded else self._stack.currentWidget()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _widget(self, key: str) -> QWidget:
        if key not in self._built:
            self._built[key] = self._tabs[key].build(self._desk, self)
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def _open_first(self) -> None:
        self.open_tab(next(iter(self._tabs)))
        self.focus_in()

    def _show_tabs(self) -> None:
        self._head.show_tabs(
            [
                Tab(tab.key, tab.text, self._badges.get(tab.key), tab.icon if first else "", True)
                for first, tab in ((n == 0, t) for n, t in enumerate(self._tabs.values()))
            ]
        )

    def _lay_out(self) -> None:
        head = QWidget()
        head.setObjectName("dock-head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(6, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._head, 1)
        row.addWidget(self._fold)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._full)
        outer.addWidget(self._strip)
        self._strip.hide()

    def _restyle(self) -> None:
        if self._folded:
            self.setFixedWidth(STRIP)
            return
        tab = self._tabs.get(self._head.value())
        self.setFixedWidth(current().px(tab.width if tab else WIDE))


class _Strip(QWidget):
    """The folded dock: a button to unfold, the counts, and the word upright."""

    opened = Signal()

    def __init__(self, word: str) -> None:
        super().__init__()
        self.setObjectName("dock-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(STRIP)
        self._word = word
        self._open = icon_button("panel-right-open", "Zijpaneel openen", key="F9")
        self._open.clicked.connect(self.opened)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 4, 5, 4)
        self._column.setSpacing(6)
        self._column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._counts: list[_StripButton] = []
        current().changed.connect(self.update)

    def first(self) -> QWidget:
        return self._open

    def show_counts(self, counts: Sequence[StripCount]) -> None:
        for button in self._counts:
            self._column.removeWidget(button)
            button.deleteLater()
        self._counts = []
        for number, count in enumerate(counts, 1):
            button = _StripButton(count)
            button.clicked.connect(self.opened)
            self._column.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._counts.append(button)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self._counts[-1] if self._counts else self._open).geometry().bottom() + 14
        painter.translate(QPointF(self.width() / 2 + 8, top))
        painter.rotate(90)
        area = QRect(0, 0, self.height() - top, 18)
        paint.text(painter, area, self._word, Role.META_STRONG, "ink-2")


class _StripButton(QPushButton):
    def __init__(self, count: StripCount) -> None:
        super().__init__()
        self._count = count
        self.setAccessibleName(count.name)
        self.setToolTip(plain_tip(count.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(34, current().px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.rect(), 6, "surface", "line")
        half = self.height() // 2
        top, bottom = self.rect(), self.rect()
        top.setHeight(half + 2)
        bottom.setTop(half)
        icons.paint(painter, self._count.icon, top, self._count.token, 15)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = str(self._count.count)
        paint.text(painter, bottom, words, Role.MICRO_STRONG, self._count.token, middle)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 6)
