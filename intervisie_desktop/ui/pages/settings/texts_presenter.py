"""Teksten: the words of papers and mails, changed in sight of the paper they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.texts import TextSheet
from intervisie_desktop.services.meeting.example import TextPreviewService
from intervisie_desktop.services.texts import TextsService, TextState
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.text import labels, refusals

MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A text in the list: its name, and "aangepast" when the practice changed it."""

    id: str
    name: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsState:
    """The sheet and text that are open; `words` may be put in between braces."""

    sheets: tuple[tuple[str, str], ...]
    sheet: str
    lines: tuple[TextLine, ...]
    key: str
    name: str
    body: str
    hint: str
    words: tuple[str, ...]
    edited: bool
    is_mail: bool


class TextsView(Protocol):
    """What the presenter asks of the sheet."""

    def show_texts(self, state: TextsState) -> None:
        """Show the list and the open text."""

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the paper with the text as it is typed."""

    def show_mail(self, text: str) -> None:
        """Show a mail as who gets it reads it."""

    def show_problem(self, sentence: str) -> None:
        """Say under the text why it cannot be so; nothing for an empty sentence."""


class TextsPresenter:
    """Keeps which text is open, and shows what is typed before it is kept."""

    def __init__(
        self, texts: TextsService, preview: TextPreviewService, view: TextsView, desk: Desk
    ) -> None:
        self._texts = texts
        self._preview = preview
        self._view = view
        self._desk = desk
        self._sheet = ""
        self._key = ""
        self._asked = 0

    def open(self, sheet: str) -> None:
        """Come for the texts of one paper; an unknown one changes nothing."""
        if sheet in {known.paper for known, _ in self._texts.sheets()}:
            self._sheet, self._key = sheet, ""

    def show(self) -> None:
        """Read and show the open text."""
        state = self._state()
        self._view.show_texts(state)
        self._view.show_problem("")
        self.preview(state.body)

    def choose_sheet(self, sheet: str) -> None:
        """The texts of another paper."""
        if sheet != self._sheet:
            self._sheet, self._key = sheet, ""
            self.show()

    def choose(self, key: str) -> None:
        """Another text of the paper."""
        if key and key != self._key:
            self._key = key
            self.show()

    def keep(self, key: str, body: str) -> bool:
        """Keep a text as it was typed; False when it cannot be so, with the reason shown."""
        known = self._texts.state(key)
        try:
            wanted = known.text.checked(body)
        except Refusal as refusal:
            self._view.show_problem(refusals.say(refusal))
            return False
        if wanted != known.body:
            self._desk.perform(lambda: self._texts.save(key, body))
        return True

    def reset(self) -> None:
        """Put the words of the program back."""
        key = self._key
        self._desk.perform(lambda: self._texts.reset(key))
        self.show()

    def preview(self, body: str) -> None:
        """Show the paper with this text, made away from the window; the last one typed counts."""
        self._asked += 1
        asked, key, is_mail = self._asked, self._key, self._sheet == MAIL

        def make(_progress: Progress) -> bytes | str:
            if is_mail:
                return self._preview.mail(key, body)
            return self._preview.paper(key, body)

        def made(shown: bytes | str) -> None:
            if asked != self._asked:
                return
            self._view.show_problem("")
            if isinstance(shown, str):
                self._view.show_mail(shown)
            else:
                self._view.show_paper(shown)

        def failed(error: Exception) -> None:
            if not isinstance(error, Refusal):
                raise error
            if asked == self._asked:
                self._view.show_problem(refusals.say(error))

        self._desk.run(make, made, "Voorbeeld maken", failed)

    def _state(self) -> TextsState:
        sheets = self._texts.sheets()
        known = {sheet.paper: (sheet, states) for sheet, states in sheets}
        if self._sheet not in known:
            self._sheet = sheets[0][0].paper
        _, states = known[self._sheet]
        by_key = {state.text.key: state for state in states}
        if self._key not in by_key:
            self._key = states[0].text.key
        return _shown([sheet for sheet, _ in sheets], states, by_key[self._key])


def _shown(sheets: list[TextSheet], states: tuple[TextState, ...], opened: TextState) -> TextsState:
    text = opened.text
    left_out = "" if text.required else " Leeg gelaten komt zij niet op het papier."
    form = labels.WORDS["TextForm"][text.form.value]
    return TextsState(
        sheets=tuple((sheet.paper, sheet.name) for sheet in sheets),
        sheet=text.paper,
        lines=tuple(
            TextLine(id=s.text.key, name=s.text.name, state=_state_word(s)) for s in states
        ),
        key=text.key,
        name=text.name,
        body=opened.body,
        hint=f"Vorm: {form}.{left_out}",
        words=text.words,
        edited=opened.edited,
        is_mail=text.paper == MAIL,
    )


def _state_word(state: TextState) -> str:
    if not state.body:
        return "weggelaten"
    return "aangepast" if state.edited else ""
