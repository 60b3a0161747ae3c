"""The words of papers and mails: those of the program, and those the practice made its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.letters import filled
from intervisie_desktop.domain.own import EditedText
from intervisie_desktop.domain.texts import PaperText, TextForm, TextSheet
from intervisie_desktop.host.resources import resources
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

SHEETS = (
    "invitation", "mail", "agreement", "statement", "evaluation", "feedback_rules", "prompts",
    "self_assessment", "report", "reminder",
)  # fmt: skip
"""The files of `resources/texts`, in the order in which a user meets them."""


@cache
def shipped() -> tuple[TextSheet, ...]:
    """The texts of the program, sheet by sheet."""
    return tuple(_sheet(name) for name in SHEETS)


@cache
def by_key() -> Mapping[str, PaperText]:
    """The texts of the program by key."""
    return {text.key: text for sheet in shipped() for text in sheet.texts}


def text_of(key: str) -> PaperText:
    """One text of the program; Refusal("gone") when there is none of this key."""
    found = by_key().get(key)
    if found is None:
        raise Refusal("gone", id=key)
    return found


class Wording:
    """The texts as a practice has them, for one occasion, filled in; some do not take part.

    `edited` are its own words by key, `words` what stands between braces, `traits` what the
    occasion is like.
    """

    def __init__(
        self,
        edited: Mapping[str, str],
        words: Mapping[str, str],
        traits: Set[str] = frozenset(),
    ) -> None:
        self._edited = edited
        self._words = words
        self._traits = traits

    def one(self, key: str) -> str:
        """One text; empty when it does not take part or was left out."""
        text = text_of(key)
        if not text.applies(self._traits):
            return ""
        body = self._edited.get(key, text.body)
        return filled(body, {word: self._words.get(word, "") for word in text.words})

    def each(self, prefix: str) -> dict[str, str]:
        """The texts whose key begins so, in their order; those that are empty are left out."""
        found = {key: self.one(key) for key in by_key() if key.startswith(prefix)}
        return {key: body for key, body in found.items() if body}


def edited_texts(read: Reading) -> dict[str, str]:
    """What the practice made its own, by key."""
    return {text.id: text.body for text in read.texts.all()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """A text as it is now; `edited` when the practice changed it."""

    text: PaperText
    body: str
    edited: bool


class TextsService:
    """Reads, changes and puts back texts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheets(self) -> tuple[tuple[TextSheet, tuple[TextState, ...]], ...]:
        """Every sheet with its texts as they are now."""
        with self._store.reading() as read:
            edited = edited_texts(read)
        return tuple(
            (sheet, tuple(_state(text, edited) for text in sheet.texts)) for sheet in shipped()
        )

    def state(self, key: str) -> TextState:
        """One text as it is now; Refusal("gone")."""
        with self._store.reading() as read:
            return _state(text_of(key), edited_texts(read))

    def save(self, key: str, body: str) -> Outcome[str]:
        """Keeps a text in the user's own words; the words of the program take it back.

        Refused as "letter_word_unknown", "text_required" or "gone".
        """
        text = text_of(key)
        kept = text.checked(body)
        if kept == text.body:
            return self.reset(key)
        with self._store.work("text_changed", text=text.name) as work:
            record = EditedText(id=key, body=kept)
            if work.texts.find(key) is None:
                work.texts.add(record)
            else:
                work.texts.save(record)
        return work.outcome(kept)

    def reset(self, key: str) -> Outcome[str]:
        """Puts back what the program says; Refusal("gone")."""
        text = text_of(key)
        with self._store.work("text_reset", text=text.name) as work:
            if work.texts.find(key) is not None:
                work.texts.remove(key)
        return work.outcome(text.body)


def _state(text: PaperText, edited: Mapping[str, str]) -> TextState:
    return TextState(text=text, body=edited.get(text.key, text.body), edited=text.key in edited)


def _sheet(name: str) -> TextSheet:
    place = resources() / "texts" / f"{name}.toml"
    data = tomllib.loads(place.read_text(encoding="utf-8"))
    texts = tuple(_text(one, data) for one in data["text"])
    return TextSheet(paper=data["paper"], name=data["name"], texts=texts)


def _text(one: Mapping[str, Any], sheet: Mapping[str, Any]) -> PaperText:
    return PaperText(
        key=one["key"],
        paper=sheet["paper"],
        name=one["name"],
        body=one["body"].strip(),
        form=TextForm(one.get("form", "text")),
        words=tuple(one.get("words", sheet["words"])),
        when=tuple(one.get("when", ())),
        required=one.get("required", False),
        seeds=tuple(one.get("seeds", ())),
    )
