"""Where papers go: into a folder, into e-mail drafts, to the printer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.choice import Check, Select
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label, plain_tip
from intervisie_desktop.ui.widgets.wizard_states import OutputState


class OutputCard(Card):
    """One way out with its check box; its outline says whether it is on."""

    toggled = Signal(bool)

    def __init__(self, icon: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, gap=6, parent=parent)
        self.check = Check("", word)
        self.check.setFixedWidth(current().px(22))
        self.check.clicked.connect(self.toggled)
        title = Label(word, Role.STRONG)
        title.setBuddy(self.check)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.check)
        head.addWidget(Sign(icon, "ink-2"))
        head.addWidget(title, 1)
        self.body.addLayout(head)
        self.more = QWidget()
        self.inside = QVBoxLayout(self.more)
        self.inside.setContentsMargins(28, 0, 0, 0)
        self.inside.setSpacing(6)
        self.body.addWidget(self.more)

    def show_on(self, on: bool) -> None:
        """Whether it is chosen."""
        self.check.setChecked(on)
        self.set_line("accent" if on else "line")


class LetterEditor(QWidget):
    """Subject and text of the drafts; `written(subject, text)` when the field is left."""

    written = Signal(str, str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.subject = QLineEdit()
        self.subject.setAccessibleName("Onderwerp van de e-mail")
        self.subject.editingFinished.connect(self._left)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Tekst van de e-mail")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(120)
        self.text.installEventFilter(self)
        column.addWidget(self.subject)
        column.addWidget(self.text)
        column.addWidget(Label(hint, Role.MICRO, "ink-3", wrap=True))

    def show_letter(self, subject: str, text: str) -> None:
        """Show this text unless it is being typed in."""
        if not self.subject.hasFocus() and self.subject.text() != subject:
            self.subject.setText(subject)
            self.subject.setCursorPosition(0)
        if not self.text.hasFocus() and self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the text counts as having written it."""
        if event.type() is QEvent.Type.FocusOut:
            self._left()
        return False

    def _left(self) -> None:
        self.written.emit(self.subject.text(), self.text.toPlainText())


class OutputPanel(QWidget):
    """Map, e-mailconcepten, afdrukken; `changed(which, on)` and the signals of each.

    `papers` is what goes out ("bewijzen"), `hint` says which words a letter may hold.
    """

    changed = Signal(str, bool)
    folder_asked = Signal()
    letter_chosen = Signal(str)
    letter_written = Signal(str, str)

    def __init__(self, papers: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers, self._hint = papers, hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Uitvoer", Role.CARD))
        self.folder = self._folder_card()
        self.drafts = self._drafts_card()
        self.printer = OutputCard("printer", "Afdrukken")
        self.printer_word = Label("", Role.META, "ink-3", wrap=True)
        self.printer.inside.addWidget(self.printer_word)
        self.printer.toggled.connect(self._printer_toggled)
        for card in (self.folder, self.drafts, self.printer):
            column.addWidget(card)

    def show_output(self, state: OutputState) -> None:
        """Show what is chosen."""
        self.folder.show_on(state.to_folder)
        self.folder_path.setText(state.folder)
        self.folder_path.setToolTip(plain_tip(state.folder))
        self.folder_path.setCursorPosition(0)
        self.folder_word.setText(state.folder_word)
        self.drafts.show_on(state.as_drafts)
        self.drafts_word.setText(state.drafts_word)
        self.letter.set_options(state.letters)
        self.letter.set_value(state.letter)
        self.editor.show_letter(state.subject, state.text)
        for widget in (self.letter_row, self.edit):
            widget.setVisible(state.as_drafts)
        self.editor.setVisible(state.as_drafts and self.edit.isChecked())
        self.printer.show_on(state.to_printer)
        self.printer_word.setText(state.printer_word)

    def _folder_card(self) -> OutputCard:
        card = OutputCard("folder-open", "Opslaan in map")
        card.toggled.connect(self._folder_toggled)
        self.folder_path = QLineEdit()
        self.folder_path.setReadOnly(True)
        self.folder_path.setAccessibleName(f"Map voor de {self._papers}")
        self.folder_button = icon_button("ellipsis", "Andere map kiezen", Kind.DEFAULT)
        self.folder_button.clicked.connect(self.folder_asked)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.folder_path, 1)
        row.addWidget(self.folder_button)
        self.folder_word = Label("", Role.META, "ink-3", wrap=True)
        card.inside.addLayout(row)
        card.inside.addWidget(self.folder_word)
        return card

    def _drafts_card(self) -> OutputCard:
        card = OutputCard("mail", "E-mailconcepten")
        card.toggled.connect(self._drafts_toggled)
        self.drafts_word = Label("", Role.META, "ink-3", wrap=True)
        self.letter = Select((), "Tekst van de e-mail")
        self.letter.chosen.connect(self.letter_chosen)
        self.letter_row = QWidget()
        row = QHBoxLayout(self.letter_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label("Tekst", Role.BODY, "ink-3"))
        row.addWidget(self.letter, 1)
        self.edit = Button("Tekst aanpassen", Kind.QUIET, "pencil", small=True)
        self.edit.setCheckable(True)
        self.edit.clicked.connect(self._edit_toggled)
        self.editor = LetterEditor(self._hint)
        self.editor.written.connect(self.letter_written)
        self.editor.hide()
        for widget in (self.drafts_word, self.letter_row, self.edit, self.editor):
            left = Qt.AlignmentFlag.AlignLeft
            if widget is self.edit:
                card.inside.addWidget(widget, 0, left)
            else:
                card.inside.addWidget(widget)
        return card

    def _folder_toggled(self, on: bool) -> None:
        self.changed.emit("to_folder", on)

    def _drafts_toggled(self, on: bool) -> None:
        self.changed.emit("as_drafts", on)

    def _printer_toggled(self, on: bool) -> None:
        self.changed.emit("to_printer", on)

    def _edit_toggled(self, on: bool) -> None:
        self.editor.setVisible(on)
        if on:
            self.editor.subject.setFocus()
