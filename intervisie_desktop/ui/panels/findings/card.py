"""One finding on paper: what, whom, the figures, where it is written, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.ui.panels.findings.card_parts import Dots, LineButton, MoreButton
from intervisie_desktop.ui.panels.findings.explaining import Explanation
from intervisie_desktop.ui.panels.findings.state import CardState
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.hour_bar import HourBar, Hours
from intervisie_desktop.ui.widgets.label import Label, plain_tip

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindingCard(QFrame):
    """Tells by key what was asked of it.

    `chosen` when it gets the focus, `moved(step)` by the arrow keys.
    """

    fixed = Signal(str)
    fixed_by = Signal(str, str)
    picked = Signal(str)
    source_copied = Signal(str)
    ignored = Signal(str)
    gone_to = Signal(str)
    copied = Signal(str)
    explained = Signal(str)
    unfolded = Signal(str)
    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._current = False
        self._lines: list[LineButton] = []
        self._why: Explanation | None = None
        self._make()
        self._lay_out()
        self.show_card(state)
        self.set_current(False)
        current().changed.connect(self.update)

    @property
    def state(self) -> CardState:
        """What it shows."""
        return self._state

    def show_card(self, state: CardState) -> None:
        """Show other words; only what differs is made anew."""
        before, self._state = self._state, state
        sign, token = words.LOOKS[Severity(state.severity)]
        self._sign.show_sign("circle-check" if state.picked else sign, token)
        self._word.setText(state.word)
        self._word.set_look(token=token)
        self._context.setText(state.context)
        self._title.setText(state.title)
        self._evidence.setText(state.evidence)
        self._evidence.setVisible(bool(state.evidence))
        self._source.setText(state.source)
        self._source.setToolTip(plain_tip(state.detail))
        self._show_bar()
        self.fix.setVisible(state.fix is not None)
        if state.fix is not None:
            self.fix.sign = state.fix.sign
            self.fix.set_words(state.fix.label, f"{state.fix.label}: {state.title}")
        self.ignore.setAccessibleName(f"{words.IGNORE}: {state.title}")
        self.more.setAccessibleName(f"{words.MORE}: {state.title}")
        self.unfold.setVisible(state.several is not None)
        self.unfold.sign = "chevron-down" if state.opened else "chevron-right"
        self.unfold.set_words(words.unfold(state.several, opened=state.opened))
        if before.lines != state.lines or len(self._lines) != len(state.lines):
            self._show_lines()
        self._note.setText(state.note)
        self._note_row.setVisible(bool(state.note))
        if before.why != state.why or (state.why is None) != (self._why is None):
            self._show_why()
        self.setAccessibleName(state.spoken)
        self.update()

    def set_current(self, now: bool) -> None:
        """The current card is where Tab comes in and what Alt+Enter works on."""
        self._current = now
        tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for control in self.controls():
            control.setFocusPolicy(tab if now else click)
        self.fix.kind = Kind.SOFT if now else Kind.DEFAULT
        self.fix.update()
        self.update()

    def controls(self) -> tuple[QWidget, ...]:
        """Itself and its buttons, in the order of Tab."""
        why = (self._why.copy,) if self._why is not None else ()
        return (self, self.more, self.unfold, *self._lines, *why, self.fix, self.ignore)

    def show_menu(self) -> None:
        """What else can be done, under the three dots."""
        below = self.more.mapToGlobal(QPoint(0, self.more.height()))
        context_menu(self, self._actions()).popup(below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the edge of the severity, and the ring of the current one."""
        painter = QPainter(self)
        paint.box(
            painter, self.rect(), 6, "accent-soft" if self._state.picked else "surface", "line"
        )
        if self._current:
            paint.box(painter, self.rect(), 6, line="accent", width=2 if self.hasFocus() else 1.6)
            return
        painter.save()
        painter.setClipRect(0, 0, 3, self.height())
        paint.box(painter, self.rect(), 6, words.LOOKS[Severity(self._state.severity)][1])
        painter.restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It becomes the current one."""
        super().focusInEvent(event)
        self.chosen.emit(self._state.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Enter solves, the space bar chooses, the menu key shows the rest."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hasFocus():
            self.fixed.emit(self._state.key)
        elif key == Qt.Key.Key_Space and self.hasFocus():
            self.picked.emit(self._state.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as the three dots."""
        self.show_menu()

    def _actions(self) -> Sequence[Action]:
        state = self._state
        why = words.WHY_HIDE if state.why else words.WHY
        pick = words.UNPICK if state.picked else words.PICK
        return (
            *(
                Action(fix.code, fix.label, partial(self._fix_by, fix.code), fix.sign)
                for fix in state.fixes[1:]
            ),
            Action("why", why, self._sender(self.explained), "info", bar=len(state.fixes) > 1),
            Action("go", words.GO, self._sender(self.gone_to), "arrow-right"),
            Action("copy", words.COPY, self._sender(self.copied), "copy"),
            Action("pick", pick, self._sender(self.picked), "list-checks", bar=True),
            Action("ignore", f"{words.IGNORE}…", self._sender(self.ignored), "eye-off"),
        )

    def _fix_by(self, code: str) -> None:
        self.fixed_by.emit(self._state.key, code)

    def _copy_source(self) -> None:
        self.source_copied.emit(self._state.key)

    def _sender(self, signal: SignalInstance) -> Callable[[], None]:
        return partial(self._send, signal)

    def _send(self, signal: SignalInstance, *_clicked: object) -> None:
        signal.emit(self._state.key)

    def _make(self) -> None:
        self._sign = Sign("", "ink-3", 14)
        self._word = Label("", Role.MICRO_STRONG)
        self._context = Label("", Role.MICRO, "ink-3", elide=True)
        self.more = MoreButton()
        self.more.setAccessibleName(words.MORE)
        self._title = Label("", Role.STRONG, wrap=True)
        self._bar = HourBar(Hours(0), 6)
        self._target = Label("", Role.MICRO, "ink-2")
        self._evidence = Label("", Role.META, "ink-2", wrap=True)
        self._source = Label("", Role.META, "ink-3", wrap=True)
        self._note = Label("", Role.META, "waarschuwing", wrap=True)
        self.unfold = Button("", Kind.LINK, "chevron-right", small=True)
        self.fix = Button("", Kind.DEFAULT, small=True)
        self.ignore = Button(words.IGNORE, Kind.QUIET, small=True)
        self.more.clicked.connect(self.show_menu)
        self.unfold.clicked.connect(self._sender(self.unfolded))
        self.fix.clicked.connect(self._sender(self.fixed))
        self.ignore.clicked.connect(self._sender(self.ignored))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 11, 10)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(5)
        for widget in (self._sign, self._word):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._context, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more)
        self._bar_row = QWidget()
        bar = QHBoxLayout(self._bar_row)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self._bar, 1)
        bar.addWidget(self._target)
        source = QHBoxLayout()
        source.setSpacing(7)
        source.addWidget(Sign("book-open", "ink-3", 14), 0, Qt.AlignmentFlag.AlignTop)
        source.addWidget(self._source, 1)
        self._note_row = QWidget()
        note = QHBoxLayout(self._note_row)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(7)
        note.addWidget(Sign("history", "waarschuwing", 14), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        self._line_box = QVBoxLayout()
        self._line_box.setSpacing(0)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 3, 0, 0)
        buttons.setSpacing(6)
        buttons.addWidget(self.fix)
        buttons.addWidget(self.ignore)
        buttons.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._bar_row)
        column.addWidget(self._evidence)
        column.addWidget(self._note_row)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._line_box)
        column.addWidget(Dots())
        column.addLayout(source)
        self._why_box = QVBoxLayout()
        column.addLayout(self._why_box)
        column.addLayout(buttons)

    def _show_bar(self) -> None:
        bar = self._state.bar
        self._bar_row.setVisible(bar is not None)
        if bar is not None:
            self._bar.show_hours(Hours(bar.made, bar.planned, target=bar.target))
            self._target.setText(counts.hours(bar.target))

    def _show_why(self) -> None:
        if self._why is not None:
            self._why_box.removeWidget(self._why)
            self._why.hide()
            self._why.deleteLater()
            self._why = None
        if self._state.why is not None:
            self._why = Explanation(self._state.why)
            self._why.copied.connect(self._copy_source)
            self._why_box.addWidget(self._why)
            self._why.setVisible(self.isVisible())
        self.set_current(self._current)

    def _show_lines(self) -> None:
        for button in self._lines:
            self._line_box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._lines = []
        for line in self._state.lines:
            button = LineButton(line)
            button.clicked.connect(partial(self._go_line, line.key))
            self._line_box.addWidget(button)
            self._lines.append(button)
        self.set_current(self._current)

    def _go_line(self, key: str, *_clicked: object) -> None:
        self.gone_to.emit(key)
