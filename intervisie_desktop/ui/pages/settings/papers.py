"""The sheets of papers and of numbering."""

from __future__ import annotations

from intervisie_desktop.ui.pages.settings.fields import ACCENT, LETTER, NUMBERING
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter, SettingsState
from intervisie_desktop.ui.pages.settings.sheets import Sheet
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label


class PapersSheet(Sheet):
    """Papieren: the colour on paper and the texts that go with it by e-mail."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.colour = self.add_form("Op papier", ACCENT, presenter.change_papers)
        self.contrast = Label("", Role.META, "ok", wrap=True)
        _below(self.colour, self.contrast)
        self.letter = self.add_form("Tekst bij de e-mail", LETTER, presenter.change_papers)
        _below(self.letter, Label(words.LETTER_PLACES, Role.META, "ink-3", wrap=True))

    def show_state(self, state: SettingsState) -> None:
        """Colour with its contrast, and the letter that is open."""
        papers = state.papers
        self.letter.set_options("letter", papers.letters)
        for form in (self.colour, self.letter):
            names = form.values()
            form.show_values({n: v for n, v in papers.values.items() if n in names})
        self.contrast.setText(papers.contrast)
        self.contrast.set_look(token="ok" if papers.readable else "waarschuwing")


class NumberingSheet(Sheet):
    """Nummering: the pattern with what it gives."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(presenter)
        self.form = self.add_form("Nummers van bewijzen", NUMBERING, presenter.change_numbering)
        self.form.touched.connect(self._touched)
        self.example = Label("", Role.STRONG, "ink", wrap=True)
        _below(self.form, self.example)
        self.column.addWidget(Label(words.NUMBERING_USED, Role.META, "ink-3", wrap=True))

    def show_state(self, state: SettingsState) -> None:
        """The pattern and its example."""
        self.form.show_values(state.numbering)
        self.show_numbers(state.numbering_note, state.numbering_wrong)

    def show_numbers(self, note: str, wrong: str) -> None:
        """What the pattern gives, or what is wrong with it."""
        self.example.setText(note)
        self.form.show_problem("number_pattern", wrong)

    def _touched(self, name: str) -> None:
        if name == "number_pattern":
            self.presenter.typing_pattern(str(self.form.value(name)))


def _below(form: Form, label: Label) -> None:
    """Put a line of text under the form, within its card."""
    card = form.parentWidget()
    if isinstance(card, TitledCard):
        card.content.addWidget(label)
