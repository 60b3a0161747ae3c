"""The tab Controle: scope, counts that filter, search, cards, exceptions, history and keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from intervisie_desktop.domain.changes import ChangeSet
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.panels.findings.ask_form import AskForm
from intervisie_desktop.ui.panels.findings.card import FindingCard
from intervisie_desktop.ui.panels.findings.card_list import CardList
from intervisie_desktop.ui.panels.findings.folded import Exceptions, Resolved
from intervisie_desktop.ui.panels.findings.narrowing import Narrowing
from intervisie_desktop.ui.panels.findings.parts import CountChip
from intervisie_desktop.ui.panels.findings.presenter import FindingsPresenter
from intervisie_desktop.ui.panels.findings.state import PanelState
from intervisie_desktop.ui.panels.findings.view import Tally
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


class FindingsPanel(QWidget):
    """Humble: shows the state of its presenter, and tells it what was pressed."""

    def __init__(self, desk: Desk, dock: Dock, services: Services) -> None:
        super().__init__()
        self._dock = dock
        self._state = PanelState(words.EVERYTHING, everything=True)
        self._current = ""
        self._presenter = FindingsPresenter(services, self, desk)
        self._make(desk)
        self._lay_out()
        self._connect()
        dock.offer(self._actions())
        self._presenter.scope_changed(dock.scope())
        self._presenter.check()

    # What the presenter asks

    def show_state(self, state: PanelState, chosen: str) -> None:
        """Show everything."""
        self._state, self._current = state, chosen
        self.scope.set_options((("page", state.page_word), ("all", words.EVERYTHING)))
        self.scope.set_value("all" if state.everything else "page")
        for chip, shown in zip(self.chips, state.chips, strict=True):
            chip.show_chip(shown)
        self.narrowing.show_filter(state.filter)
        self.empty.setText(state.nothing)
        self._empty_box.setVisible(bool(state.nothing))
        self._picked_row.setVisible(bool(state.picked))
        self.picked.setText(state.picked)
        self.exceptions.show_rows(state.exceptions)
        self.resolved.show_rows(state.resolved)
        self.others.setVisible(bool(state.others))
        self.others.set_words(state.others)
        self.cards.show_state(state, chosen)
        self._chain()

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
        self._current = key
        self.cards.bring(key)
        self._chain()

    # What the window and the user ask

    def focusInEvent(self, event: object) -> None:
        """The focus goes to the current card, or to the counts."""
        target = self.cards.cards.get(self._current) or self.chips[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """The keys of the panel come before those of the page, as long as the focus is here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus, form = QApplication.focusWidget(), self.cards.form
            slash = event.text() == "/" and not isinstance(focus, QLineEdit)
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if slash or (enter and form is not None and focus and form.isAncestorOf(focus)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash searches, Ctrl+A chooses everything, Esc takes the choice back."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.text() == "/" and not typing:
            self.narrowing.focus_search()
        elif event.key() == Qt.Key.Key_A and control and not typing:
            self._presenter.pick_all()
        elif event.key() == Qt.Key.Key_Escape and self._state.picked:
            self._presenter.pick_none()
        else:
            super().keyPressEvent(event)

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
            self.cards.mark(key)
            self._chain()
        self._presenter.choose(key)

    def _pressed(self, severity: Severity) -> None:
        self._presenter.press(severity.value)

    def _next(self) -> None:
        self._presenter.step(1)

    def _previous(self) -> None:
        self._presenter.step(-1)

    def _solve(self) -> None:
        self._presenter.fix()
        if self._state.asking is not None:
            # What is asked must be in sight, also when the panel was folded.
            self._dock.open_tab(KEY)
            self.cards.begin_form()

    def _find(self) -> None:
        self._dock.open_tab(KEY)
        self.narrowing.focus_search()

    def _to_cards(self) -> None:
        target = self.cards.cards.get(self._current)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _actions(self) -> tuple[Action, ...]:
        menu = "Bewerken"
        return (
            Action("finding-next", words.NEXT, self._next, "shield-check", "F8", menu,
                   words=words.LOOK_FOR, bar=True),
            Action("finding-previous", words.PREVIOUS, self._previous, "shield-check",
                   "Shift+F8", menu, words=words.LOOK_FOR),
            Action("finding-fix", words.SOLVE, self._solve, "check", "Alt+Return", menu,
                   words=words.LOOK_FOR, more_shortcuts=("Alt+Enter",)),
            Action("finding-search", words.FIND, self._find, "search", "Ctrl+Shift+F", menu,
                   words=words.LOOK_FOR),
        )  # fmt: skip

    def _card_made(self, card: FindingCard) -> None:
        presenter = self._presenter
        card.fixed.connect(presenter.fix)
        card.fixed_by.connect(presenter.fix)
        card.ignored.connect(presenter.ignore)
        card.gone_to.connect(presenter.go)
        card.copied.connect(presenter.copy)
        card.source_copied.connect(presenter.copy_source)
        card.explained.connect(presenter.toggle_why)
        card.unfolded.connect(presenter.toggle_lines)
        card.picked.connect(presenter.toggle_pick)
        card.chosen.connect(self._chosen)
        card.moved.connect(presenter.step)

    def _form_made(self, form: AskForm) -> None:
        form.confirmed.connect(self._presenter.confirm)
        form.other.connect(self._presenter.doing.other)
        form.closed.connect(self._presenter.doing.close)

    def _chain(self) -> None:
        """One card takes part in the order of Tab: the current one."""
        before: QWidget = self.narrowing.open
        for control in (*self.cards.chain(), self.others, self.exceptions.head, self.resolved.head):
            QWidget.setTabOrder(before, control)
            before = control

    # Parts

    def _make(self, desk: Desk) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Controle")
        self.scope = Segmented(
            (("page", "Deze pagina"), ("all", words.EVERYTHING)), words.SCOPE, stretch=True
        )
        self.chips = [CountChip(severity) for severity in Severity]
        self.narrowing = Narrowing()
        self.sheet = Scroll((10, 2, 10, 12), 8)
        self.cards = CardList(self.sheet, desk)
        self.picked = Label("", Role.META_STRONG, "accent")
        self.ignore_picked = Button(words.IGNORE, Kind.SOFT, "eye-off", small=True)
        self.pick_none = Button(words.PICK_NONE, Kind.QUIET, small=True)
        self.empty = Label("", Role.BODY, "ink-2", wrap=True)
        self.others = Button("", Kind.LINK, "history", small=True)
        self.exceptions = Exceptions()
        self.resolved = Resolved()

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
        top.addWidget(self.narrowing)
        top.addWidget(self._picked_box())
        self.sheet.body.addWidget(self._nothing())
        self.sheet.body.addWidget(self.cards)
        self.sheet.body.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet.body.addWidget(self.exceptions)
        self.sheet.body.addWidget(self.resolved)
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

    def _picked_box(self) -> QWidget:
        self._picked_row = QWidget()
        row = QHBoxLayout(self._picked_row)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.picked)
        row.addStretch(1)
        row.addWidget(self.ignore_picked)
        row.addWidget(self.pick_none)
        self._picked_row.hide()
        return self._picked_row

    def _nothing(self) -> QWidget:
        self._empty_box = QWidget()
        nothing = QHBoxLayout(self._empty_box)
        nothing.setContentsMargins(4, 10, 4, 4)
        nothing.setSpacing(8)
        nothing.addWidget(Sign("shield-check", "ok", 18), 0, Qt.AlignmentFlag.AlignTop)
        nothing.addWidget(self.empty, 1)
        return self._empty_box

    def _connect(self) -> None:
        presenter = self._presenter
        self.scope.chosen.connect(presenter.choose_scope)
        for chip in self.chips:
            chip.clicked.connect(partial(self._pressed, chip.severity))
        self.narrowing.searched.connect(presenter.search)
        self.narrowing.search.left_down.connect(self._to_cards)
        self.narrowing.ordered.connect(presenter.order_by)
        self.narrowing.narrowed.connect(presenter.filter)
        self.narrowing.cleared.connect(presenter.clear_filter)
        self.cards.made.connect(self._card_made)
        self.cards.form_made.connect(self._form_made)
        self.ignore_picked.clicked.connect(presenter.ignore_picked)
        self.pick_none.clicked.connect(presenter.pick_none)
        self.others.clicked.connect(presenter.toggle_others)
        self.exceptions.restored.connect(presenter.restore)
        self._dock.happened.connect(self._happened)
        self._dock.scope_changed.connect(self._scope_changed)
        self._dock.year_changed.connect(self._year_changed)


def build(desk: Desk, dock: Dock, services: Services) -> QWidget:
    """The tab, for the dock."""
    return FindingsPanel(desk, dock, services)
