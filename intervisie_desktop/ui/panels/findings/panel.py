"""The tab Controle: scope, counts that filter, cards by severity, exceptions, and the keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.panels.findings.card import FindingCard
from intervisie_desktop.ui.panels.findings.exceptions import Exceptions
from intervisie_desktop.ui.panels.findings.parts import CountChip, SectionHead
from intervisie_desktop.ui.panels.findings.presenter import FindingsPresenter, Tally
from intervisie_desktop.ui.panels.findings.state import CardState, PanelState
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Scope
from intervisie_desktop.ui.shell.dock import Dock, StripCount
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.key_cap import KeyLegend
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented

KEY = "control"
BATCH = 24
"""Cards made at once; scrolling to the end makes the next, so that 500 stay fluent."""


class FindingsPanel(QWidget):
    """Humble: shows the state of its presenter, and tells it what was pressed."""

    def __init__(self, desk: Desk, dock: Dock, services: Services) -> None:
        super().__init__()
        self._dock = dock
        self._cards: dict[str, FindingCard] = {}
        self._state = PanelState(words.EVERYTHING, everything=True)
        self._current = ""
        self._first, self._room = 0, BATCH
        self._presenter = FindingsPresenter(
            services.control, services.compliance, services.sessions, self, desk
        )
        self._make()
        self._lay_out()
        self._connect()
        dock.offer(self._actions())
        self._presenter.scope_changed(dock.scope())
        self._presenter.check()

    # What the presenter asks

    def show_state(self, state: PanelState, chosen: str) -> None:
        """Show everything; cards that stay are the same widgets, so the focus stays too."""
        self._state, self._current = state, chosen
        self.scope.set_options((("page", state.page_word), ("all", words.EVERYTHING)))
        self.scope.set_value("all" if state.everything else "page")
        for chip, shown in zip(self.chips, state.chips, strict=True):
            chip.show_chip(shown)
        self.empty.setText(state.nothing)
        self._empty_box.setVisible(bool(state.nothing))
        self.exceptions.show_rows(state.exceptions)
        self.others.setVisible(bool(state.others))
        self.others.set_words(state.others)
        self._arrange()

    def show_tally(self, tally: Tally) -> None:
        """The counts on tab and strip."""
        self._dock.set_badge(KEY, tally.total or None)
        self._dock.set_strip(
            [
                StripCount(*words.LOOKS[severity], count, words.how_many(severity, count))
                for severity, count in tally.counts
                if count
            ]
        )

    def show_current(self, key: str) -> None:
        """Open the tab if need be, and put the focus on a card."""
        self._dock.open_tab(KEY)
        keys = self._state.keys
        if key in keys and key not in keys[self._first : self._first + self._room]:
            # Far off: begin a little before it instead of making everything in between.
            self._first, self._room = max(0, keys.index(key) - BATCH // 4), BATCH
        self._current = key
        self._arrange()
        if key in self._cards:
            self._cards[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the window and the user ask

    def focusInEvent(self, event: object) -> None:
        """The focus goes to the current card, or to the scope."""
        target = self._cards.get(self._current) or self.chips[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _happened(self, changes: ChangeSet) -> None:
        if changes:
            self._presenter.check()

    def _scope_changed(self, scope: Scope) -> None:
        self._presenter.scope_changed(scope)

    def _year_changed(self, _year: int) -> None:
        self._presenter.show()

    def _chosen(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self._mark()
        self._presenter.choose(key)

    def _pressed(self, severity: Severity) -> None:
        self._presenter.press(severity.value)

    def _scrolled(self, value: int) -> None:
        bar = self.sheet.verticalScrollBar()
        if value >= bar.maximum() - 200 and self._first + self._room < len(self._state.keys):
            self._room += BATCH
            self._arrange()

    def _show_earlier(self) -> None:
        before = min(BATCH, self._first)
        self._first, self._room = self._first - before, self._room + before
        self._arrange()

    def _next(self) -> None:
        self._presenter.step(1)

    def _previous(self) -> None:
        self._presenter.step(-1)

    def _actions(self) -> tuple[Action, ...]:
        menu = "Bewerken"
        return (
            Action("finding-next", words.NEXT, self._next, "shield-check", "F8", menu,
                   words=words.LOOK_FOR, bar=True),
            Action("finding-previous", words.PREVIOUS, self._previous, "shield-check",
                   "Shift+F8", menu, words=words.LOOK_FOR),
            Action("finding-fix", words.SOLVE, self._presenter.fix, "check", "Alt+Return", menu,
                   words=words.LOOK_FOR, more_shortcuts=("Alt+Enter",)),
        )  # fmt: skip

    # Order

    def _arrange(self) -> None:
        """Put heads and cards in order; make those that are new, drop those that went."""
        had_focus = self._focused_key()
        keys = self._state.keys
        self._first = min(self._first, max(0, len(keys) - self._room))
        wanted = frozenset(keys[self._first : self._first + self._room])
        # One layout for all, instead of one for every card that is shown.
        self._column.setEnabled(False)
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.earlier.setVisible(self._first > 0)
        self.earlier.set_words(words.earlier(self._first))
        for severity, head in self._heads.items():
            self._arrange_section(severity, head, wanted)
        self._column.setEnabled(True)
        self._column.invalidate()
        self._mark()
        if had_focus and had_focus not in self._cards and self._current in self._cards:
            self._cards[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange_section(
        self, severity: Severity, head: SectionHead, wanted: frozenset[str]
    ) -> None:
        found = [s for s in self._state.sections if s.severity == severity.value]
        cards = [card for section in found for card in section.cards]
        shown = [card for card in cards if card.key in wanted]
        head.setVisible(bool(shown))
        if shown:
            head.show_count(len(cards))
            self._column.addWidget(head)
            for state in shown:
                self._column.addWidget(self._card(state))

    def _card(self, state: CardState) -> FindingCard:
        card = self._cards.get(state.key)
        if card is None:
            card = self._cards[state.key] = FindingCard(state, self._list)
            presenter = self._presenter
            card.fixed.connect(presenter.fix)
            card.ignored.connect(presenter.ignore)
            card.gone_to.connect(presenter.go)
            card.copied.connect(presenter.copy)
            card.explained.connect(presenter.toggle_why)
            card.unfolded.connect(presenter.toggle_lines)
            card.chosen.connect(self._chosen)
            card.moved.connect(presenter.step)
            card.show()
        elif card.state != state:
            card.show_card(state)
        return card

    def _mark(self) -> None:
        """One card takes part in the order of Tab: the current one."""
        before: QWidget = self.chips[-1]
        for key, card in self._cards.items():
            card.set_current(key == self._current)
        if self._current in self._cards:
            for control in self._cards[self._current].controls():
                QWidget.setTabOrder(before, control)
                before = control
        QWidget.setTabOrder(before, self.others)
        QWidget.setTabOrder(self.others, self.exceptions.head)

    def _focused_key(self) -> str:
        focus = QApplication.focusWidget()
        for key, card in self._cards.items():
            if focus is not None and (focus is card or card.isAncestorOf(focus)):
                return key
        return ""

    # Parts

    def _make(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Controle")
        self.scope = Segmented(
            (("page", "Deze pagina"), ("all", words.EVERYTHING)), words.SCOPE, stretch=True
        )
        self.chips = [CountChip(severity) for severity in Severity]
        self.sheet = Scroll((10, 2, 10, 12), 8)
        self._list = QWidget()
        self._heads = {severity: SectionHead(severity) for severity in Severity}
        for head in self._heads.values():
            head.setParent(self._list)
            head.hide()
        self.empty = Label("", Role.BODY, "ink-2", wrap=True)
        self.earlier = Button("", Kind.LINK, "arrow-up", small=True)
        self.earlier.setParent(self._list)
        self.others = Button("", Kind.LINK, "history", small=True)
        self.exceptions = Exceptions()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 8)
        top.setSpacing(9)
        top.addWidget(self.scope)
        row = QHBoxLayout()
        row.setSpacing(6)
        for chip in self.chips:
            row.addWidget(chip, 1)
        top.addLayout(row)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._empty_box = QWidget()
        nothing = QHBoxLayout(self._empty_box)
        nothing.setContentsMargins(4, 10, 4, 4)
        nothing.setSpacing(8)
        nothing.addWidget(Sign("shield-check", "ok", 18), 0, Qt.AlignmentFlag.AlignTop)
        nothing.addWidget(self.empty, 1)
        left = Qt.AlignmentFlag.AlignLeft
        self.sheet.body.addWidget(self._empty_box)
        self.sheet.body.addWidget(self._list)
        self.sheet.body.addWidget(self.others, 0, left)
        self.sheet.body.addWidget(self.exceptions)
        self.sheet.body.addStretch(1)
        foot = QWidget()
        foot.setObjectName("dock-foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keys = QHBoxLayout(foot)
        keys.setContentsMargins(12, 7, 12, 7)
        keys.addWidget(KeyLegend(words.KEYS))
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.sheet, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._presenter.choose_scope)
        for chip in self.chips:
            chip.clicked.connect(partial(self._pressed, chip.severity))
        self.earlier.clicked.connect(self._show_earlier)
        self.others.clicked.connect(self._presenter.toggle_others)
        self.exceptions.restored.connect(self._presenter.restore)
        self.sheet.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._dock.happened.connect(self._happened)
        self._dock.scope_changed.connect(self._scope_changed)
        self._dock.year_changed.connect(self._year_changed)


def build(desk: Desk, dock: Dock, services: Services) -> QWidget:
    """The tab, for the dock."""
    return FindingsPanel(desk, dock, services)
