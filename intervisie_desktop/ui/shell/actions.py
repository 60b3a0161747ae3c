"""One list of actions; menus, shortcuts, context menus and the palette are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import current

Words = str | Callable[[], str]


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """Something the user can do: a key, words, a sign, a shortcut and what it runs.

    `text` may be a function for words that change ("Ongedaan maken: …"); `menu` is the title of
    the menu it stands in, empty for none; `words` are extra words to find it by in the palette;
    `bar` puts a rule above it. `enabled` is asked whenever menu or palette opens.
    """

    key: str
    text: Words
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    menu: str = ""
    enabled: Callable[[], bool] = _always
    words: str = ""
    bar: bool = False
    more_shortcuts: tuple[str, ...] = ()
    palette: bool = True

    def shortcuts(self) -> tuple[str, ...]:
        """Its shortcuts, the first one shown."""
        return tuple(k for k in (self.shortcut, *self.more_shortcuts) if k)

    def label(self) -> str:
        """Its words of this moment."""
        return self.text() if callable(self.text) else self.text


class BoundAction(QAction):
    """A QAction made of one Action; words, sign and state follow it."""

    def __init__(self, action: Action, parent: QObject) -> None:
        super().__init__(parent)
        self.action = action
        self.setShortcuts([QKeySequence(k) for k in action.shortcuts()])
        self.triggered.connect(self._run)
        current().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read words and state again."""
        self.setText(self.action.label().replace("&", "&&"))
        self.setEnabled(self.action.enabled())
        self.setIcon(icons.icon(self.action.icon))

    def _run(self) -> None:
        if self.action.enabled():
            self.action.run()


class Actions(QObject):
    """All actions of the window and of the page that is open; `changed` when the list does."""

    changed = Signal()

    def __init__(self, host: QWidget, actions: Sequence[Action] = ()) -> None:
        super().__init__(host)
        self._host = host
        self._fixed: dict[str, BoundAction] = {}
        self._page: dict[str, BoundAction] = {}
        self._covered: set[str] = set()
        self.add(actions)

    def add(self, actions: Iterable[Action]) -> None:
        """Add actions that are there on every page."""
        for action in actions:
            self._fixed[action.key] = self._bound(action)
        self.changed.emit()

    def set_page(self, actions: Sequence[Action]) -> None:
        """Replace the actions of the page that is open."""
        for bound in self._page.values():
            self._host.removeAction(bound)
            bound.deleteLater()
        self._page = {action.key: self._bound(action) for action in actions}
        self._step_aside()
        self.changed.emit()

    def _step_aside(self) -> None:
        """Let a page's own action take the place of the general one with its key or words."""
        keys = set(self._page)
        words = {bound.action.label() for bound in self._page.values()}
        taken = {key for bound in self._page.values() for key in bound.action.shortcuts()}
        self._covered = {
            key
            for key, bound in self._fixed.items()
            if key in keys or bound.action.label() in words or taken & set(bound.action.shortcuts())
        }
        for key, bound in self._fixed.items():
            on = key not in self._covered
            bound.setShortcuts([QKeySequence(k) for k in bound.action.shortcuts()] if on else [])

    def _general(self) -> list[BoundAction]:
        return [bound for key, bound in self._fixed.items() if key not in self._covered]

    def all(self) -> tuple[Action, ...]:
        """Every action of now, those of the page first."""
        return tuple(b.action for b in (*self._page.values(), *self._general()))

    def bound(self, key: str) -> BoundAction:
        """The QAction of a key; a KeyError when there is none."""
        return self._page.get(key) or self._fixed[key]

    def refresh(self) -> None:
        """Read words and state of all actions again."""
        for bound in (*self._page.values(), *self._fixed.values()):
            bound.refresh()

    def in_menu(self, menu: str) -> tuple[BoundAction, ...]:
        """The actions of one menu, in order; those of the page come first."""
        every = (*self._page.values(), *self._general())
        return tuple(b for b in every if b.action.menu == menu)

    def _bound(self, action: Action) -> BoundAction:
        bound = BoundAction(action, self._host)
        self._host.addAction(bound)
        return bound


def fill_menu(menu: QMenu, actions: Sequence[BoundAction]) -> None:
    """Put actions in a menu with fresh words, a rule where an action asks for one."""
    menu.clear()
    for bound in actions:
        if bound.action.bar and menu.actions():
            menu.addSeparator()
        bound.refresh()
        menu.addAction(bound)


def context_menu(parent: QWidget, actions: Sequence[Action]) -> QMenu:
    """A context menu of these actions; show it with `popup(position)`."""
    menu = QMenu(parent)
    fill_menu(menu, [BoundAction(action, menu) for action in actions])
    return menu
