"""A profile as its user's lawyer would read it: card by card, each norm with its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.profiles.state import NormLine, Shown, SourceLine, SubjectBlock
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Line, TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label


class NormRow(QWidget):
    """A norm: what it is called, what it asks, and where that is written."""

    edited = Signal(str)

    def __init__(self, line: NormLine, *, editable: bool) -> None:
        super().__init__()
        self._name = line.name
        self.setAccessibleName(f"{line.label}: {line.value}. {line.source}")
        label = Label(line.label, Role.BODY, "ink-2", wrap=True)
        value = Label(line.value, Role.STRONG, wrap=True)
        source = QHBoxLayout()
        source.setSpacing(6)
        source.addWidget(Sign(line.sign, line.token, 13), 0, Qt.AlignmentFlag.AlignTop)
        source.addWidget(Label(line.source, Role.META, "ink-3", wrap=True), 1)
        first = QHBoxLayout()
        first.addWidget(value, 1)
        if line.changed:
            first.addWidget(Chip("gewijzigd", Tone.ACCENT, "pencil"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addLayout(source)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(14)
        row.addWidget(label, 2, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 5)
        if editable:
            named = f"{line.label} wijzigen"
            self.button = Button("Wijzigen", Kind.QUIET, small=True, name=named)
            self.button.clicked.connect(self._edit)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _edit(self) -> None:
        self.edited.emit(self._name)


class SubjectCard(TitledCard):
    """The norms of one subject; emits `edited(norm)` and `added(subject)`."""

    edited = Signal(str)
    added = Signal(str)

    def __init__(self, block: SubjectBlock, *, editable: bool) -> None:
        super().__init__(block.title)
        self._subject = block.title
        self.content.setContentsMargins(0, 2, 0, 4)
        self.content.setSpacing(0)
        if block.more:
            named = f"Norm toevoegen bij {block.title}"
            add = Button("Norm toevoegen", Kind.QUIET, "plus", small=True, name=named)
            add.clicked.connect(self._add)
            self.add_right(add)
        for place, line in enumerate(block.lines):
            if place:
                self.content.addWidget(Line())
            row = NormRow(line, editable=editable)
            row.edited.connect(self.edited)
            self.content.addWidget(row)
        if not block.lines:
            none = Label("Hierover vraagt deze uitgave niets.", Role.BODY, "ink-3")
            none.setContentsMargins(16, 8, 16, 8)
            self.content.addWidget(none)

    def _add(self) -> None:
        self.added.emit(self._subject)


class AboutCard(TitledCard):
    """What a profile is for, and who uses it; emits `edited()` and `group_opened(id)`."""

    edited = Signal()
    group_opened = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__("Over dit profiel")
        if shown.editable:
            change = Button("Wijzigen", Kind.QUIET, small=True, name="Over dit profiel wijzigen")
            change.clicked.connect(self.edited)
            self.add_right(change)
        if shown.about:
            self.content.addWidget(Label(shown.about, Role.BODY, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (title, text) in enumerate(shown.facts):
            grid.addWidget(Label(title, Role.META, "ink-3"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(text, Role.BODY, wrap=True), row, 1)
        row = len(shown.facts)
        grid.addWidget(Label("Groepen", Role.META, "ink-3"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._groups(shown.groups), row, 1)
        self.content.addLayout(grid)

    def _groups(self, groups: Sequence[tuple[str, str]]) -> QWidget:
        if not groups:
            return Label("geen groep gebruikt dit profiel", Role.BODY, "ink-3")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for number, (group_id, name) in enumerate(groups):
            button = Button(name, Kind.LINK, small=True, name=f"Groep {name} openen")
            button.setProperty("group", group_id)
            button.clicked.connect(self._opened)
            grid.addWidget(button, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        return inside

    def _opened(self) -> None:
        self.group_opened.emit(str(self.sender().property("group")))


class SourcesCard(TitledCard):
    """The texts behind an edition, with address and the day on which they were read."""

    def __init__(self, sources: Sequence[SourceLine]) -> None:
        super().__init__("Bronnen van deze uitgave")
        self.content.setContentsMargins(0, 2, 0, 4)
        self.content.setSpacing(0)
        for place, source in enumerate(sources):
            if place:
                self.content.addWidget(Line())
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(16, 8, 16, 8)
            line.setSpacing(14)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(source.title, Role.BODY, wrap=True))
            words.addWidget(Label(source.where, Role.META, "ink-3", wrap=True))
            sure = QHBoxLayout()
            sure.setSpacing(6)
            sure.addWidget(Sign(source.sign, source.token, 14))
            sure.addWidget(Label(source.certainty, Role.BODY, source.token), 1)
            line.addLayout(sure, 2)
            line.addLayout(words, 5)
            self.content.addWidget(row)


class Reading(QWidget):
    """One edition of a profile; emits `edited(norm)`, `added(subject)`, `about()`, `group(id)`."""

    edited = Signal(str)
    added = Signal(str)
    about = Signal()
    group = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_profile(self, shown: Shown) -> None:
        """Show this profile; nothing is made anew when it is the same."""
        if shown == self._shown:
            return
        focus = self.focused()
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        about = AboutCard(shown)
        about.edited.connect(self.about)
        about.group_opened.connect(self.group)
        self._column.addWidget(about)
        for block in shown.blocks:
            card = SubjectCard(block, editable=shown.editable)
            card.edited.connect(self.edited)
            card.added.connect(self.added)
            self._column.addWidget(card)
        if shown.sources:
            self._column.addWidget(SourcesCard(shown.sources))
        self._column.addStretch(1)
        if focus:
            self.focus_button(focus)

    def focus_button(self, name: str) -> bool:
        """Put the focus on the button of this name; False when there is none."""
        for button in self.findChildren(Button):
            if button.accessibleName() == name and not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def focused(self) -> str:
        """The name of the button in here that has the focus, or nothing."""
        widget = self.window().focusWidget()
        inside = widget is not None and self.isAncestorOf(widget)
        return widget.accessibleName() if widget is not None and inside else ""
