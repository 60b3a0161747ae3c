"""The cards under their headings: only those in and around the view are widgets.

Scrolling to an end makes the next ones and drops those at the far side, while what is in view
stays where it is, so that thousands of findings are as quick as twenty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from intervisie_desktop.ui.panels.findings.ask_form import AskForm
from intervisie_desktop.ui.panels.findings.card import FindingCard
from intervisie_desktop.ui.panels.findings.doing import wrong_day
from intervisie_desktop.ui.panels.findings.parts import SectionHead
from intervisie_desktop.ui.panels.findings.state import AskState, CardState, PanelState
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.scroll import Scroll

BATCH = 24
"""Cards made at once."""
MOST = 3 * BATCH
"""Cards that are widgets at the same time."""
NEAR = 200
"""Pixels from an end at which the next cards are made."""


class CardList(QWidget):
    """Emits `made(card)` for every new card, so that its signals can be connected."""

    made = Signal(object)
    form_made = Signal(object)

    def __init__(self, sheet: Scroll, desk: Desk) -> None:
        super().__init__()
        self._sheet = sheet
        self._desk = desk
        self._state = PanelState("", everything=True)
        self._current = ""
        self._first, self._room = 0, BATCH
        self._cards: dict[str, FindingCard] = {}
        self._heads: dict[str, SectionHead] = {}
        self._moving = False
        self.form: AskForm | None = None
        self.earlier = Button("", Kind.LINK, "arrow-up", small=True)
        self.earlier.setParent(self)
        self.earlier.clicked.connect(self.show_earlier)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        sheet.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def cards(self) -> dict[str, FindingCard]:
        """The cards that are widgets now, by key, in order."""
        return self._cards

    def show_state(self, state: PanelState, current: str) -> None:
        """Show everything; cards that stay are the same widgets, so the focus stays too."""
        self._state, self._current = state, current
        self._show_form(state.asking)
        self.arrange()

    def bring(self, key: str) -> None:
        """Make sure a card is there, make it current and give it the focus."""
        keys = self._state.keys
        if key in keys and key not in keys[self._first : self._first + self._room]:
            # Far off: begin a little before it instead of making everything in between.
            self._first, self._room = max(0, keys.index(key) - BATCH // 4), BATCH
        self._current = key
        self.arrange()
        if key in self._cards:
            self._cards[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark(self, current: str) -> None:
        """Another card is current: it alone takes part in the order of Tab."""
        self._current = current
        for key, card in self._cards.items():
            card.set_current(key == current)

    def chain(self) -> Iterator[QWidget]:
        """What Tab goes through: the current card and, below it, the form that is open."""
        card = self._cards.get(self._current)
        if card is not None:
            yield from card.controls()
        if self.form is not None:
            yield from self.form.stops()

    def show_earlier(self) -> None:
        """The cards before the first one shown."""
        before = min(BATCH, self._first)
        self._first, self._room = self._first - before, min(self._room + before, MOST)
        self._hold(self.arrange)

    def arrange(self) -> None:
        """Put heads and cards in order; make those that are new, drop those that went."""
        had_focus = self._focused_key()
        keys = self._state.keys
        self._first = min(self._first, max(0, len(keys) - self._room))
        wanted = frozenset(keys[self._first : self._first + self._room])
        # One layout for all, instead of one for every card that is shown.
        self._column.setEnabled(False)
        for key in [key for key in self._cards if key not in wanted]:
            _drop(self._cards.pop(key))
        while self._column.count():
            self._column.takeAt(0)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.earlier.setVisible(self._first > 0)
        self.earlier.set_words(words.earlier(self._first))
        if self.form is not None and not self.form.state.key:
            self._column.addWidget(self.form)
        self._arrange_sections(wanted)
        self._column.setEnabled(True)
        self._column.update()
        self.mark(self._current)
        if had_focus and had_focus not in self._cards and self._current in self._cards:
            self._cards[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange_sections(self, wanted: frozenset[str]) -> None:
        shown = set()
        for section in self._state.sections:
            cards = [card for card in section.cards if card.key in wanted]
            if not cards:
                continue
            shown.add(section.key)
            head = self._heads.get(section.key)
            if head is None:
                head = self._heads[section.key] = SectionHead()
                head.setParent(self)
            head.show_section(section)
            self._column.addWidget(head)
            head.show()
            for state in cards:
                self._column.addWidget(self._card(state))
                if self.form is not None and self.form.state.key == state.key:
                    self._column.addWidget(self.form)
        for key in [key for key in self._heads if key not in shown]:
            _drop(self._heads.pop(key))

    def _card(self, state: CardState) -> FindingCard:
        card = self._cards.get(state.key)
        if card is None:
            card = self._cards[state.key] = FindingCard(state, self)
            self.made.emit(card)
            card.show()
        elif card.state != state:
            card.show_card(state)
        return card

    def _show_form(self, asking: AskState | None) -> None:
        if self.form is not None and self.form.state is asking:
            return
        if self.form is not None:
            back = self._cards.get(self.form.state.key)
            inside = self.form.isAncestorOf(QApplication.focusWidget() or self)
            _drop(self.form)
            self.form = None
            if inside and back is not None:
                back.setFocus(Qt.FocusReason.OtherFocusReason)
        if asking is not None:
            self.form = AskForm(asking, self._desk.today, self._wrong)
            self.form.setParent(self)
            self.form.show()
            self.form_made.emit(self.form)
            # Once it has its place: into view, and the focus in its first field.
            QTimer.singleShot(0, self.begin_form)

    def begin_form(self) -> None:
        """Bring the form that is open into view, with the focus in its first field."""
        if self.form is not None and self.form.isVisible():
            self.form.begin()
            self._sheet.ensureWidgetVisible(self.form, 0, 12)

    def _wrong(self, values: dict[str, object]) -> tuple[str, str]:
        today: date = self._desk.today()
        wrong = wrong_day(values, today)
        return ("day", wrong) if wrong else ("", "")

    def _scrolled(self, value: int) -> None:
        if self._moving or not self._state.sections:
            return
        bar, total = self._sheet.verticalScrollBar(), len(self._state.keys)
        end = self._first + self._room
        if value >= bar.maximum() - NEAR and end < total:
            more = min(BATCH, total - end)
            drop = max(0, self._room + more - MOST)
            self._first, self._room = self._first + drop, self._room + more - drop
            self._hold(self.arrange)
        elif value <= NEAR and self._first > 0 and bar.maximum() > 0:
            self.show_earlier()

    def _hold(self, rearrange: Callable[[], None]) -> None:
        """Rearrange while the card in view stays where it is on the screen."""
        bar, port = self._sheet.verticalScrollBar(), self._sheet.viewport()
        seen = {
            key: card.mapTo(port, card.rect().topLeft()).y() for key, card in self._cards.items()
        }
        self._moving = True
        rearrange()
        inner = self._sheet.widget()
        layout = inner.layout() if inner is not None else None
        if inner is not None and layout is not None:
            self._column.activate()
            layout.activate()
            inner.resize(inner.width(), layout.sizeHint().height())
        kept = [
            key for key in seen if key in self._cards and seen[key] > -self._cards[key].height()
        ]
        if kept:
            card = self._cards[kept[0]]
            moved = card.mapTo(port, card.rect().topLeft()).y() - seen[kept[0]]
            bar.setValue(bar.value() + moved)
        self._moving = False

    def _focused_key(self) -> str:
        focus = QApplication.focusWidget()
        for key, card in self._cards.items():
            if focus is not None and (focus is card or card.isAncestorOf(focus)):
                return key
        return ""


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
