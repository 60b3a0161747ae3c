"""The card Evaluatie on the screen: one box per statement, filled in with single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from intervisie_desktop.ui.pages.sessions.evaluating import (
    ANSWERS,
    YES_NO,
    EvaluationLine,
    EvaluationState,
)
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.label import Label

_HINT = "Typ 1 tot en met 5, of J en N; de volgende regel komt vanzelf. Enter legt vast."


class ScoreBox(QLineEdit):
    """One answer: a key fills it and goes on; Backspace goes back, arrows go up and down."""

    filled = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, line: EvaluationLine) -> None:
        super().__init__()
        self.allowed = YES_NO if line.yes_no else ANSWERS
        self.setMaxLength(1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(current().px(46))
        self.setPlaceholderText("J/N" if line.yes_no else "1-5")
        self.setAccessibleName(f"Antwoord: {line.text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys only; other text is not taken."""
        key, text = event.key(), event.text()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if text.casefold() in self.allowed:
            self.setText(text.upper())
            self.filled.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit()
        elif key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            if not self.text() and key == Qt.Key.Key_Backspace:
                self.moved.emit(-1)
            self.clear()
        elif not text or not text.isprintable():
            super().keyPressEvent(event)


class EvaluationCard(TitledCard):
    """Emits `added(keys by statement)`, `removed` and `printed`."""

    added = Signal(dict)
    removed = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Evaluatie", parent=parent)
        self.boxes: dict[str, ScoreBox] = {}
        self._figures: dict[str, Label] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self.take_back = icon_button("trash-2", "Laatste formulier verwijderen")
        self.printer = icon_button("printer", "Uitkomsten afdrukken")
        self.save = Button("Formulier vastleggen", Kind.DEFAULT, "check", small=True)
        self.note = Label("", Role.META, "ink-3", wrap=True)
        self.hint = Label(_HINT, Role.META, "ink-3", wrap=True)
        self.add_right(self.take_back)
        self.add_right(self.printer)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.content.addLayout(self._grid)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.save)
        below.addWidget(self.hint, 1)
        self.content.addLayout(below)
        self.content.addWidget(self.note)
        self.save.clicked.connect(self._save)
        self.take_back.clicked.connect(self.removed)
        self.printer.clicked.connect(self.printed)
        self.hide()

    def show_evaluation(self, state: EvaluationState | None) -> None:
        """Show the statements with what was said, or hide; what is half filled in stays."""
        self.setVisible(state is not None)
        if state is None:
            return
        wanted = tuple((line.key, line.text) for line in state.lines)
        if wanted != self._shown:
            self._shown = wanted
            self._build(state.lines)
        for line in state.lines:
            figure = self._figures[line.key]
            figure.setText(line.figure)
            figure.setAccessibleName(f"Gemiddeld: {line.figure}")
        self.set_side(state.forms)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        self.printer.setVisible(state.can_print)
        self.take_back.setVisible(state.can_remove)

    def clear(self) -> None:
        """An empty form; who was typing begins at the first statement."""
        typing = any(box.hasFocus() for box in self.boxes.values()) or self.save.hasFocus()
        for box in self.boxes.values():
            box.clear()
        if typing:
            self._focus(0)

    def _build(self, lines: tuple[EvaluationLine, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self._figures = {}, {}
        for row, line in enumerate(lines):
            box, figure = ScoreBox(line), Label("", Role.STRONG)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.setMinimumWidth(current().px(64))
            box.filled.connect(self._filled)
            box.moved.connect(self._moved)
            box.entered.connect(self._save)
            label = Label(line.text, Role.BODY, wrap=True)
            label.setBuddy(box)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
            self._grid.addWidget(figure, row, 2)
            self.boxes[line.key], self._figures[line.key] = box, figure

    def _filled(self) -> None:
        self._moved(1)

    def _moved(self, step: int) -> None:
        boxes = list(self.boxes.values())
        place = next((n for n, box in enumerate(boxes) if box.hasFocus()), -1)
        if place >= 0:
            self._focus(place + step)

    def _focus(self, place: int) -> None:
        boxes = list(self.boxes.values())
        target: QWidget = self.save
        if place < len(boxes):
            target = boxes[max(0, place)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        self.added.emit({key: box.text() for key, box in self.boxes.items()})
