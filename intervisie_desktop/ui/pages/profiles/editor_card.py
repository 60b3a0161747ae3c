"""The form below a profile: one norm, a new edition, words about it, or a new profile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.profiles.state import EditorState
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll


class EditorCard(Card):
    """Emits `changed(name, values)`, `submitted(values)`, `taken_out()` and `cancelled()`."""

    changed = Signal(str, object)
    submitted = Signal(object)
    taken_out = Signal()
    cancelled = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(padding=14, gap=8, edge="accent", parent=parent)
        self._today = today
        self._state: EditorState | None = None
        self.form: Form | None = None
        self.title = Label("", Role.CARD, elide=True)
        self.text = Label("", Role.META, "ink-3", elide=True)
        self.yes = Button("", Kind.SOFT, key="Ctrl+Enter", small=True)
        self.no = Button("Annuleren", Kind.QUIET, key="Esc", small=True)
        self.remove = Button("", Kind.DANGER, "minus", small=True)
        self.yes.clicked.connect(self.submit)
        self.no.clicked.connect(self.cancelled)
        self.remove.clicked.connect(self.taken_out)
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        head.addLayout(words, 1)
        for button in (self.remove, self.no, self.yes):
            head.addWidget(button)
        self._scroll = Scroll((0, 0, 6, 0), 0)
        self.body.addLayout(head)
        self.body.addWidget(self._scroll, 1)
        self.hide()

    def show_editor(self, editor: EditorState | None) -> None:
        """Show a form, or nothing; one that is there keeps what is typed."""
        before, self._state = self._state, editor
        if editor is None:
            self.hide()
            return
        fresh = before is None or before.key != editor.key
        if fresh:
            self._make(editor)
        self.setAccessibleName(editor.title)
        self.title.setText(editor.title)
        self.text.setText(editor.text)
        self.text.setVisible(bool(editor.text))
        self.yes.set_words(editor.yes)
        self.remove.setVisible(bool(editor.remove))
        self.remove.set_words(editor.remove)
        form = self.form
        if form is None:
            return
        for item in editor.fields:
            form.set_shown(item.name, item.name not in editor.hidden)
        self.show()
        self._fit()
        if editor.problem[0]:
            form.show_problem(*editor.problem)
            form.focus(editor.problem[0])
        elif fresh:
            form.focus()

    def submit(self) -> None:
        """Hand over what was typed, once every field is good."""
        if self.form is not None and self.isVisible() and self.form.complete():
            self.submitted.emit(self.form.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _make(self, editor: EditorState) -> None:
        if self.form is not None:
            self._scroll.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        form = Form(editor.fields, self._today)
        form.show_values(editor.values)
        form.changed.connect(self._changed)
        self._scroll.body.addWidget(form)
        self.form = form

    def _fit(self) -> None:
        """As high as the form, at most half of what there is."""
        form, above = self.form, self.parentWidget()
        if form is None or above is None:
            return
        layout = form.layout()
        if layout is not None:
            layout.activate()
        most = max(160, above.height() // 2)
        self._scroll.setFixedHeight(min(form.sizeHint().height() + 4, most))

    def _changed(self, name: str, _value: object) -> None:
        if self.form is not None:
            self.changed.emit(name, self.form.values())
