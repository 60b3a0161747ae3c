"""What every page is to the window, and the head every page has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Destination, Place, Scope
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar


class _CrumbButton(Button):
    """Reads as a word of the line, not as a button beside it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Kind.QUIET, small=True)

    def _margin(self) -> int:
        return 2

    def _role(self) -> Role:
        return Role.META


class Crumb(QWidget):
    """The way to here: words parted by signs; earlier ones can be pressed (`pressed(index)`)."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._parts: list[QWidget] = []
        self.hide()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show these words; nothing when there are none."""
        for widget in self._parts:
            self._row.removeWidget(widget)
            widget.deleteLater()
        self._parts = []
        for index, part in enumerate(parts):
            if index:
                self._put(Label("›", Role.META, "ink-3"))
            if index < len(parts) - 1:
                button = _CrumbButton(part)
                button.setProperty("index", index)
                button.clicked.connect(self._pressed)
                self._put(button)
            else:
                self._put(Label(part, Role.META, "ink-3"))
        self.setVisible(bool(parts))

    def _put(self, widget: QWidget) -> None:
        self._row.insertWidget(len(self._parts), widget)
        self._parts.append(widget)

    def _pressed(self) -> None:
        self.pressed.emit(int(self.sender().property("index")))


class PageHeader(QWidget):
    """Crumb, serif title with chips behind it, subtitle, and the page's buttons at the right."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.crumb = Crumb()
        self.title = Label(title, Role.TITLE, elide=True)
        self.subtitle = Label(subtitle, Role.BODY, "ink-3", elide=True)
        self.subtitle.setVisible(bool(subtitle))
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.title)
        line.addLayout(self._chips)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.crumb)
        words.addLayout(line)
        words.addWidget(self.subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)

    def show_words(self, title: str, subtitle: str = "", crumb: Sequence[str] = ()) -> None:
        """Other words."""
        self.title.setText(title)
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), 240))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.crumb.show_parts(crumb)

    def show_chips(self, chips: Sequence[QWidget]) -> None:
        """Put these chips behind the title, instead of what was there."""
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for chip in chips:
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right end; the filled one last."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def add_line(self, widget: QWidget) -> None:
        """Put a wide widget (a stepper) between title and buttons."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, widget, 2)


class Page(QWidget):
    """One page; subclasses name their place and what they are concerned with.

    `header`, the refusal bar and `body` (a layout from top to bottom) are there to be filled. A
    page that wants the whole area (a list pane at its side) passes `bare` and lays out itself. Emit
    `scope_changed` when another record is in front: dock and menus follow.
    """

    place: Place = Place.TODAY
    concerns: frozenset[Subject] = frozenset()
    scope_changed = Signal()

    def __init__(self, *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader()
        self.notice = NoticeBar()
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        if not bare:
            column = QVBoxLayout(self)
            column.setContentsMargins(24, 18, 24, 12)
            column.setSpacing(14)
            column.addWidget(self.header)
            column.addWidget(self.notice)
            column.addLayout(self.body, 1)

    def open(self, destination: Destination) -> None:
        """Show the record or part that was asked for."""

    def refresh(self) -> None:
        """Read again what is shown; called when something of its concern changed."""

    def year_changed(self) -> None:
        """Another working year was chosen; reads again unless a page knows better."""
        self.refresh()

    def leave(self) -> None:
        """Another page comes in front: keep what is half typed, stop what runs."""

    def scope(self) -> Scope:
        """What the Controle dock shows beside this page."""
        return Scope()

    def page_actions(self) -> Sequence[Action]:
        """What can be done here: for menu, shortcuts and palette."""
        return ()

    def main_action(self) -> None:
        """The one main thing of this page (Ctrl+Enter)."""

    def focus_filter(self) -> bool:
        """Put the focus in the filter; False when this page has none."""
        return False

    def focus_start(self) -> None:
        """Put the focus where work begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
