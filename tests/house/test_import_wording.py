"""Every code of the import and the exchange format has its Dutch sentence."""

import re
from datetime import date
from pathlib import Path

import pytest

from intervisie_desktop.domain.duplicates import Resemblance
from intervisie_desktop.services.importing import Field, ImportKind
from intervisie_desktop.ui.text import refusals
from intervisie_desktop.ui.text.areas import importing
from intervisie_desktop.ui.text.filling import fill

ROOT = Path(__file__).parents[2] / "intervisie_desktop"
SOURCES = [
    *(ROOT / "documents" / "reading").glob("*.py"),
    *(ROOT / "documents" / "exchange").glob("*.py"),
    *(ROOT / "services" / "importing").glob("*.py"),
    ROOT / "services" / "exchange.py",
]
TEXT = "\n".join(path.read_text() for path in SOURCES)
FACTS = {"day": date(2026, 1, 1), "count": 2, "minutes": 90, "row": 3, "start": 600, "end": 720}


def codes(*calls):
    return {code for call in calls for code in re.findall(rf"\b{call}\(\s*\"([a-z_]+)\"", TEXT)}


def test_every_refusal_has_a_sentence():
    raised = codes("Refusal") | {f"exchange_field_{kind}" for kind in codes("wrong")}
    assert raised <= set(refusals.SENTENCES)
    assert set(importing.REFUSALS) <= raised


def test_every_remark_and_note_has_words():
    assert codes("Remark") == set(importing.PROBLEMS) | set(importing.ATTENTIONS)
    assert codes("Note") == set(importing.NOTES)


@pytest.mark.parametrize(
    ("words", "enum"),
    [(importing.RESEMBLANCES, Resemblance), (importing.FIELDS, Field), (importing.KINDS, ImportKind)],
)  # fmt: skip
def test_every_choice_has_a_word(words, enum):
    assert set(words) == {str(value) for value in enum}


@pytest.mark.parametrize("area", ["REFUSALS", "DONE", "PROBLEMS", "ATTENTIONS", "NOTES"])
def test_every_sentence_can_be_filled(area):
    for code, sentence in getattr(importing, area).items():
        made = fill(sentence, FACTS)
        assert made, code
        assert "{" not in made.replace('["', ""), code
