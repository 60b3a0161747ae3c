"""Several records of one kind under each other, each a small form, and room for a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.fields import Field
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label


class _Record(QWidget):
    changed = Signal(str, str, object)
    removed = Signal(str)

    def __init__(self, record_id: str, fields: Sequence[Field], noun: str) -> None:
        super().__init__()
        self.record_id = record_id
        self.form = Form(fields)
        self.form.changed.connect(self._changed)
        remove = icon_button("trash-2", f"{noun} verwijderen")
        remove.clicked.connect(self._removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _changed(self, name: str, value: Any) -> None:
        self.changed.emit(self.record_id, name, value)

    def _removed(self) -> None:
        self.removed.emit(self.record_id)


class Repeater(TitledCard):
    """A titled card of records; emits `changed(id, name, value)`, `removed(id)`, `added(values)`.

    A new record is typed in a form of its own and only added when what it needs is there.
    """

    changed = Signal(str, str, object)
    removed = Signal(str)
    added = Signal(dict)

    def __init__(
        self,
        title: str,
        noun: str,
        fields: Sequence[Field],
        empty: str,
        *,
        today: Callable[[], date] = date.today,
        new_fields: Sequence[Field] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._fields, self._noun = tuple(fields), noun
        self._records: dict[str, _Record] = {}
        self._options: dict[str, Sequence[tuple[str, str]]] = {}
        self._box = QVBoxLayout()
        self._box.setSpacing(14)
        self._empty = Label(empty, Role.BODY, "ink-3", wrap=True)
        self.draft = Form(new_fields or fields, today)
        self._add = Button(f"{noun}", Kind.DEFAULT, "plus", small=True, name=f"{noun} toevoegen")
        self._keep = Button("Toevoegen", Kind.OUTLINE, "check", small=True)
        self._drop = Button("Annuleren", Kind.QUIET, small=True)
        self._draft = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(self._drop)
        buttons.addStretch(1)
        column = QVBoxLayout(self._draft)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.draft)
        column.addLayout(buttons)
        self._draft.hide()
        self.add_right(self._add)
        self.content.addLayout(self._box)
        self.content.addWidget(self._draft)
        self.content.addWidget(self._empty)
        self._add.clicked.connect(self.begin)
        self._keep.clicked.connect(self._finish)
        self._drop.clicked.connect(self._end)

    def show_items(self, items: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Show these records by id; what is being typed in a record that stays is left alone."""
        ids = [record_id for record_id, _values in items]
        for gone in [i for i in self._records if i not in ids]:
            record = self._records.pop(gone)
            self._box.removeWidget(record)
            record.hide()
            record.deleteLater()
        for place, (record_id, values) in enumerate(items):
            record = self._records.get(record_id) or self._made(record_id)
            self._box.insertWidget(place, record)
            record.form.show_values(values)
        self._empty.setVisible(not items and self._draft.isHidden())

    def set_options(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """Other choices for a field, in records that come later too.

        The form for a new record gets them when it opens: a list of thousands takes its time.
        """
        if self._options.get(name) == options:
            return
        self._options[name] = options
        forms = [record.form for record in self._records.values()]
        if not self._draft.isHidden():
            forms.append(self.draft)
        for form in forms:
            self._offer(form, name)

    def begin(self) -> None:
        """Open the form for a new record."""
        for name in self._options:
            self._offer(self.draft, name)
        self._draft.show()
        self._add.hide()
        self._empty.hide()
        self.draft.focus()

    def commit(self) -> None:
        """Take what is half typed in the records that are there."""
        for record in self._records.values():
            record.form.commit()

    def record(self, record_id: str) -> Form:
        """The form of a record, for tests."""
        return self._records[record_id].form

    def _made(self, record_id: str) -> _Record:
        record = _Record(record_id, self._fields, self._noun)
        for name in self._options:
            self._offer(record.form, name)
        record.changed.connect(self.changed)
        record.removed.connect(self.removed)
        self._records[record_id] = record
        return record

    def _offer(self, form: Form, name: str) -> None:
        if form.has(name):
            form.set_options(name, self._options[name])

    def _finish(self) -> None:
        if self.draft.complete():
            values = self.draft.values()
            self._end()
            self.added.emit(values)

    def _end(self) -> None:
        blank: dict[str, Any] = dict.fromkeys(self.draft.values(), None)
        self.draft.show_values(blank)
        self._draft.hide()
        self._add.show()
        self._empty.setVisible(not self._records)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
