"""The sheet Teksten: the list of texts, the open one to type in, and its paper beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Sheet
from intervisie_desktop.ui.pages.settings.texts_presenter import (
    TextLine,
    TextsPresenter,
    TextsState,
)
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.columns import Column, Look
from intervisie_desktop.ui.widgets.editors import PlainText
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.table import Table

_LEFT_WIDTH, _TYPING_PAUSE, _LINES = 400, 350, 6


def _name(line: TextLine) -> str:
    return line.name


def _state(line: TextLine) -> str:
    return line.state


_COLUMNS: tuple[Column[TextLine], ...] = (
    Column("Tekst", _name, look=Look.TEXT),
    Column("", _state, width=84, look=Look.META),
)


class TextsSheet(Sheet):
    """Teksten."""

    def __init__(self, presenter: SettingsPresenter, services: Services, desk: Desk) -> None:
        QWidget.__init__(self)
        self.presenter = presenter
        self.forms = []
        self.texts = TextsPresenter(services.texts, services.text_preview, self, desk)
        self._key = ""
        self._kept = ""
        self.sheets = Select()
        self.sheets.setAccessibleName("Papier")
        self.table: Table[TextLine] = Table(_COLUMNS, "Teksten van dit papier", sortable=False)
        self.edit = PlainText(_LINES)
        self.hint = Label("", Role.META, "ink-3", wrap=True)
        self.problem = Label("", Role.META, "fout", wrap=True)
        self.words = Select((), "Woord invoegen")
        self.words.setPlaceholderText("Woord invoegen, zoals de naam van de groep")
        self.back = Button("Standaardtekst terug", Kind.QUIET, "rotate-ccw", small=True)
        self.preview = Preview(desk, "papier")
        self.mail = Label("", Role.BODY, wrap=True)
        self.card = TitledCard("")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_PAUSE)
        self._build()
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def show_state(self, state: SettingsState) -> None:
        """The open text."""
        self.texts.show()

    def commit(self) -> None:
        """Keep what was typed."""
        self._keep()

    def show_texts(self, state: TextsState) -> None:
        """Show the list and the open text; what is being typed in it stays."""
        self.sheets.set_options(state.sheets)
        self.sheets.set_value(state.sheet)
        self.table.show_rows(state.lines)
        if self.table.current_id() != state.key:
            self.table.choose(state.key)
        if (state.key, state.body) != (self._key, self._kept):
            self._key, self._kept = state.key, state.body
            self.edit.setPlainText(state.body)
            self._show_words(state.words)
        self.edit.setAccessibleName(f"Tekst: {state.name}")
        self.card.title.setText(state.name)
        self.hint.setText(state.hint)
        self.back.setVisible(state.edited)
        self._shown.setCurrentIndex(1 if state.is_mail else 0)

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the paper."""
        self.preview.show_words("Voorbeeld", "", "")
        self.preview.show_pdf(pdf)

    def show_mail(self, text: str) -> None:
        """Show the mail."""
        self.mail.setText(text)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.sheets)
        list_card = Card(padding=0, gap=0)
        list_card.body.setContentsMargins(1, 1, 1, 1)
        list_card.body.addWidget(self.table)
        left.addWidget(list_card, 1)
        side = self._side = QWidget()
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        left.addWidget(self.card)
        self.card.add_right(self.back)
        self.card.content.setContentsMargins(12, 10, 12, 10)
        self.card.content.setSpacing(6)
        for widget in (self.edit, self.problem, self.words, self.hint):
            self.card.content.addWidget(widget)
        reading = TitledCard("Zo leest de ontvanger het")
        scroll = Scroll((0, 0, 0, 0))
        scroll.body.addWidget(self.mail)
        scroll.body.addStretch(1)
        reading.content.addWidget(scroll)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.preview)
        self._shown.addWidget(reading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        row.addWidget(side)
        row.addWidget(self._shown, 1)

    def _fit(self) -> None:
        self._side.setFixedWidth(current().px(_LEFT_WIDTH))

    def _connect(self) -> None:
        self.sheets.chosen.connect(self._choose_sheet)
        self.table.chosen.connect(self._choose)
        self.edit.textChanged.connect(self._timer.start)
        self.edit.done.connect(self.commit)
        self._timer.timeout.connect(self._preview)
        self.words.chosen.connect(self._insert)
        self.back.clicked.connect(self.texts.reset)

    def _show_words(self, words: tuple[str, ...]) -> None:
        """The words that may be filled in, to put in where the cursor is."""
        self.words.set_options([(word, f"{{{word}}}") for word in words])
        self.words.setCurrentIndex(-1)
        self.words.setVisible(bool(words))

    def _insert(self, word: str) -> None:
        self.words.setCurrentIndex(-1)
        self.edit.insertPlainText(f"{{{word}}}")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> bool:
        """Keep what was typed; False when it cannot be kept and stays to be mended."""
        typed = self.edit.toPlainText()
        if not self._key or typed == self._kept:
            return True
        if not self.texts.keep(self._key, typed):
            return False
        self._kept = typed
        return True

    def _choose_sheet(self, sheet: str) -> None:
        if self._keep():
            self.texts.choose_sheet(sheet)
        else:
            self.sheets.set_value(self._key.partition(".")[0])

    def _choose(self, key: str) -> None:
        if key == self._key:
            return
        if self._keep():
            self.texts.choose(key)
        else:
            self.table.choose(self._key)

    def _preview(self) -> None:
        if self._key and self.isVisible():
            self.texts.preview(self.edit.toPlainText())
