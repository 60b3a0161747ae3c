"""The words of papers and mails that a practice may make its own, each under a lasting key."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.letters import filled


class TextForm(StrEnum):
    """How a text is built: a line, paragraphs, a point per line; HEADED begins with a heading."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    HEADED = "headed"
    HEADED_LINES = "headed_lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A text of the program: its key, what it says by itself and where it may be used.

    `words` are what may stand between braces. `when` holds traits of the occasion ("online",
    "profile:goudraad"): the text takes part when one of them is there, and always without any.
    A `required` text cannot be left out; another one is left out by making it empty. `seeds` are
    the statements it answers to.
    """

    key: str
    paper: str
    name: str
    body: str
    form: TextForm = TextForm.TEXT
    words: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    required: bool = False
    seeds: tuple[str, ...] = ()

    def applies(self, traits: Set[str]) -> bool:
        """Whether it takes part in an occasion with these traits."""
        return not self.when or not traits.isdisjoint(self.when)

    def checked(self, body: str) -> str:
        """The body as it is kept: tidied, and in one line where that is its form.

        Refused as "letter_word_unknown" when it asks for a word there is not, and as
        "text_required" when it is empty and may not be left out.
        """
        lines = [line.rstrip() for line in body.replace("\r\n", "\n").strip().split("\n")]
        tidy = (" " if self.form is TextForm.LINE else "\n").join(lines)
        if self.required and not tidy:
            raise Refusal("text_required", name=self.name)
        filled(tidy, dict.fromkeys(self.words, ""))
        return tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSheet:
    """The texts of one paper, in the order in which they stand on it."""

    paper: str
    name: str
    texts: tuple[PaperText, ...]


def points(body: str) -> tuple[str, ...]:
    """The lines of a text that has a point per line; empty lines do not count."""
    return tuple(line.strip() for line in body.split("\n") if line.strip())


def heading_and_rest(body: str) -> tuple[str, str]:
    """A text that begins with its heading, in two."""
    head, _, rest = body.strip().partition("\n")
    return head.strip(), rest.strip()
