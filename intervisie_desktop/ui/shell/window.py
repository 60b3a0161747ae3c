"""The main window: rail, pages, dock, menus, palette, toast and status bar around one practice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.ui.shell import look
from intervisie_desktop.ui.shell.actions import Actions
from intervisie_desktop.ui.shell.bus import Bus
from intervisie_desktop.ui.shell.desk import Destination, Place, TaskRunner
from intervisie_desktop.ui.shell.dock import Dock
from intervisie_desktop.ui.shell.field_undo import FieldUndo
from intervisie_desktop.ui.shell.help_sheet import HelpSheet
from intervisie_desktop.ui.shell.history import History
from intervisie_desktop.ui.shell.menu_row import MenuRow
from intervisie_desktop.ui.shell.notices import Toast
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.palette import Palette
from intervisie_desktop.ui.shell.places import MENUS, RAIL
from intervisie_desktop.ui.shell.rail import Identity, Rail
from intervisie_desktop.ui.shell.standard_actions import standard_actions
from intervisie_desktop.ui.shell.status import StatusBar, StatusFacts
from intervisie_desktop.ui.shell.tasks import Tasks
from intervisie_desktop.ui.shell.window_desk import WindowDesk
from intervisie_desktop.ui.shell.window_parts import PageBuilder, WindowParts
from intervisie_desktop.ui.text import done as done_words
from intervisie_desktop.ui.theme.tokens import Mode, current

RAIL_NARROW_BELOW = 1180
DOCK_FOLDED_BELOW = 1280
_GEOMETRY, _DOCK, _PLACE = "window.geometry", "window.dock", "window.place"

__all__ = ["MainWindow", "PageBuilder", "WindowParts"]


class MainWindow(QMainWindow):
    """One window on one practice; pages are built when first opened."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._parts = parts
        runner = parts.tasks or Tasks()
        self._runner = runner
        self.bus = Bus(self)
        self.tasks: TaskRunner = runner
        self.desk = WindowDesk(self, parts.clock, parts.expected)
        self.stops = tuple(stop for stop in RAIL if stop.place in parts.pages)
        self.year = parts.clock.today().year
        self.history = History()
        self._pages: dict[Place, Page] = {}
        self._stale: set[Place] = set()
        self._narrow = False
        self._dock_room = True
        self.dock = Dock(parts.tabs, self.desk)
        self.actions_of_window = Actions(self, standard_actions(self))
        self.actions_of_window.add(parts.actions(self.desk))
        self.menu_row = MenuRow(MENUS, self.actions_of_window)
        self.rail = Rail(self.stops)
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self.status = StatusBar()
        self._field_undo = FieldUndo(self)
        self._lay_out()
        self.toast = Toast(self.pages)
        self.palette_sheet = Palette(self, parts.palette, self.actions_of_window.all)
        self._connect()
        self.setWindowTitle(parts.title)
        self.setMinimumSize(1100, 700)
        self._restore()
        self.refresh_undo()

    def begin(self) -> None:
        """Open the page of last time; the tabs of the dock come after the window is painted."""
        pages = self._parts.pages
        remembered = self._parts.memory.load(_PLACE)
        first = Place(remembered) if remembered in {p.value for p in pages} else self._parts.start
        if pages:
            self.go(Destination(first if first in pages else next(iter(pages))))
        # The page in front asks its worker first, and is painted first.
        QTimer.singleShot(0, self._painted)

    # What is in front

    @property
    def page(self) -> Page | None:
        """The page in front."""
        widget = self.pages.currentWidget()
        return widget if isinstance(widget, Page) else None

    def places(self) -> tuple[Place, ...]:
        """Every place that has a page."""
        return tuple(self._parts.pages)

    def go(self, destination: Destination) -> None:
        """Open a page at a record and remember the step."""
        if destination.place in self._parts.pages:
            self._show(destination)
            self.history.visit(destination)

    def go_back(self) -> None:
        """One step back."""
        if (destination := self.history.back()) is not None:
            self._show(destination)

    def go_forward(self) -> None:
        """One step forward."""
        if (destination := self.history.forward()) is not None:
            self._show(destination)

    def can_go_back(self) -> bool:
        """True when there is a step before this."""
        return self.history.can_go_back

    def can_go_forward(self) -> bool:
        """True after going back."""
        return self.history.can_go_forward

    def scope_moved(self) -> None:
        """The page in front is about another record: tell the dock and the menus."""
        page = self.page
        if page is not None:
            self.dock.set_scope(page.scope())
            self.actions_of_window.set_page(page.page_actions())

    def widget(self) -> QWidget:
        """The window itself, for what lies over it."""
        return self

    # What changed

    def announce(self, changes: ChangeSet) -> None:
        """Mark pages stale that are concerned; the one in front reads again at once."""
        page = self.page
        for place, other in self._pages.items():
            if other.concerns & changes.subjects:
                self._stale.add(place)
        if page is not None and page.place in self._stale:
            self._stale.discard(page.place)
            page.refresh()
        self.dock.tell(changes)
        self.bus.happened.emit(changes, page.place if page else None)
        self.refresh_undo()

    def undo(self) -> None:
        """Take the last act back and say so."""
        label = self._parts.undo.undo_label()
        if label is not None:
            self._travelled(self._parts.undo.undo, done_words.undone(*label))

    def redo(self) -> None:
        """Do again what was taken back and say so."""
        label = self._parts.undo.redo_label()
        if label is not None:
            self._travelled(self._parts.undo.redo, done_words.redone(*label))

    def can_undo(self) -> bool:
        """True when there is an act to take back."""
        return self._parts.undo.undo_label() is not None

    def can_redo(self) -> bool:
        """True when there is an act to do again."""
        return self._parts.undo.redo_label() is not None

    def undo_words(self) -> str:
        """What undo would do."""
        return done_words.undo_words(self._parts.undo.undo_label())

    def redo_words(self) -> str:
        """What redo would do."""
        return done_words.redo_words(self._parts.undo.redo_label())

    def refresh_undo(self) -> None:
        """Read the history again for menu and buttons."""
        for key in ("undo", "redo"):
            self.actions_of_window.bound(key).refresh()
        can_undo, can_redo = self.can_undo(), self.can_redo()
        words = (self.undo_words(), self.redo_words())
        self.menu_row.show_undo(*words, can_undo=can_undo, can_redo=can_redo)

    # What is said

    def show_refusal(self, sentence: str) -> None:
        """Say it on the page in front; as a toast when there is none."""
        if self.page is not None:
            self.page.notice.show_notice(sentence)
        else:
            self.toast.show_toast(sentence, sign="octagon-x")

    def clear_refusal(self) -> None:
        """Take the last refusal away."""
        if self.page is not None:
            self.page.notice.hide()

    def show_status(self, facts: StatusFacts) -> None:
        """What the bar below says."""
        self.status.show_facts(facts)

    def show_identity(self, who: Identity) -> None:
        """Whose practice it is."""
        self.rail.show_identity(who)

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """How much waits at which place."""
        self.rail.show_counts(counts)

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these working years and take one, without telling the pages."""
        self.year = chosen
        self.rail.show_years(years, chosen)

    def set_year(self, year: int) -> None:
        """Take another working year; every page follows."""
        if year == self.year:
            return
        self.year = year
        self.rail.years.set_value(str(year))
        self._stale.update(self._pages)
        if self.page is not None:
            self._stale.discard(self.page.place)
            self.page.year_changed()
            self.scope_moved()
        self.dock.year_changed.emit(year)

    # What the standard actions do

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette_sheet.open()

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the page, else the palette."""
        if self.page is None or not self.page.focus_filter():
            self.open_palette()

    def main_action(self) -> None:
        """Ctrl+Enter."""
        if self.page is not None:
            self.page.main_action()

    def next_area(self) -> None:
        """F6: rail, page, dock, and round again."""
        focus = QApplication.focusWidget()
        if focus is not None and self.rail.isAncestorOf(focus) and self.page is not None:
            self.page.focus_start()
        elif focus is not None and self.pages.isAncestorOf(focus) and self._parts.tabs:
            self.dock.focus_in()
        else:
            self.rail.list.setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_dock(self) -> None:
        """F9."""
        self.dock.toggle()

    def dock_words(self) -> str:
        """What F9 would do."""
        return "Zijpaneel openen" if self.dock.folded else "Zijpaneel inklappen"

    def wear(self, mode: Mode) -> None:
        """Another theme, remembered."""
        current().wear(mode)
        look.remember(current(), self._parts.memory)

    def toggle_theme(self) -> None:
        """Light when dark and dark when light."""
        self.wear(Mode.LIGHT if current().dark else Mode.DARK)

    def grow(self, step: int) -> None:
        """Larger or smaller text, remembered."""
        current().wear(percent=current().percent + step)
        look.remember(current(), self._parts.memory)

    def toggle_calm(self) -> None:
        """Minder beweging on or off, remembered."""
        current().wear(calm=not current().calm)
        look.remember(current(), self._parts.memory)
        self.toast.show_toast(f"Minder beweging staat {'aan' if current().calm else 'uit'}.")

    def show_keys(self) -> None:
        """F1."""
        HelpSheet(self.actions_of_window.all(), self).open()

    # Inside

    def _show(self, destination: Destination) -> None:
        before = self.page
        page = self._page(destination.place)
        if before is not None and before is not page:
            before.leave()
            before.notice.hide()
        if destination.year is not None:
            self.set_year(destination.year)
        self.pages.setCurrentWidget(page)
        if destination.place in self._stale:
            self._stale.discard(destination.place)
            page.refresh()
        page.open(destination)
        self.rail.choose(destination.place)
        self.scope_moved()
        for key in ("back", "forward"):
            self.actions_of_window.bound(key).refresh()
        page.focus_start()

    def _page(self, place: Place) -> Page:
        if place not in self._pages:
            page = self._parts.pages[place](self.desk)
            page.place = place
            page.scope_changed.connect(self._scope_changed)
            self._pages[place] = page
            self.pages.addWidget(page)
        return self._pages[place]

    def _painted(self) -> None:
        QTimer.singleShot(0, self.dock.build_early)

    def _scope_changed(self) -> None:
        if self.sender() is self.page:
            self.scope_moved()

    def _travelled(self, act: Callable[[], Any], sentence: str) -> None:
        outcome = self.desk.attempt(act)
        if outcome is not None:
            self.announce(outcome.changes)
            self.toast.show_toast(sentence, sign="undo-2")

    def _entered(self, place: Place) -> None:
        self.go(Destination(place))

    def _make_room(self) -> None:
        # Larger text needs a wider window for the same layout.
        width = self.width()
        narrow = width < current().px(RAIL_NARROW_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.rail.set_narrow(narrow)
        room = width >= current().px(DOCK_FOLDED_BELOW)
        if room != self._dock_room:
            self._dock_room = room
            self.dock.set_folded(not room)

    def _lay_out(self) -> None:
        self.setMenuWidget(self.menu_row)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        row.addWidget(self.dock)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        current().changed.connect(self._make_room)
        self.rail.entered.connect(self._entered)
        self.rail.year_chosen.connect(self.set_year)
        self.menu_row.search_asked.connect(self.open_palette)
        self.menu_row.undo.clicked.connect(self.undo)
        self.menu_row.redo.clicked.connect(self.redo)
        self.menu_row.theme.clicked.connect(self.toggle_theme)
        self.palette_sheet.gone_to.connect(self.go)
        self.dock.offered.connect(self.actions_of_window.add)
        self.toast.undo.connect(self.undo)
        self.status.help_asked.connect(self.show_keys)
        self.status.cancelled.connect(self.tasks.cancel)
        self._runner.shown.connect(self.status.show_job)
        self._runner.stepped.connect(self.status.step_job)
        self._runner.hidden.connect(self.status.hide_job)

    def _restore(self) -> None:
        look.wear_remembered(current(), self._parts.memory)
        self.resize(1440, 900)
        geometry = self._parts.memory.load(_GEOMETRY)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if self._parts.memory.load(_DOCK) == "in":
            self.dock.set_folded(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Signs only in a narrow window; the dock folds when there is no room for it."""
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and let the worker end."""
        if self.page is not None:
            self.page.leave()
            self._parts.memory.save(_PLACE, self.page.place.value)
        geometry = self.saveGeometry().toBase64().toStdString()
        self._parts.memory.save(_GEOMETRY, geometry)
        if self._dock_room:
            self._parts.memory.save(_DOCK, "in" if self.dock.folded else "uit")
        self._runner.stop()
        super().closeEvent(event)
