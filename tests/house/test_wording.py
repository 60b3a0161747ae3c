"""Every code has its Dutch sentence, and every enum its words."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

from intervisie_desktop import domain
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.ui.text import areas, done, labels, refusals

SOURCE = Path(__file__).parents[2] / "intervisie_desktop"
REFUSED = re.compile(r'\b(?:Refusal|Trouble)\(\s*"([a-z_0-9]+)"')
WORKED = re.compile(r'\.work\(\s*"([a-z_0-9]+)"|Outcome\([^()]*act="([a-z_0-9]+)"')
# Kinds that never reach the screen as a word: they only steer.
SILENT = frozenset({"Level", "Moment"})


def codes(pattern):
    for path in SOURCE.rglob("*.py"):
        for match in pattern.finditer(path.read_text("utf-8")):
            yield next(group for group in match.groups() if group), path.name


def test_every_refusal_and_trouble_has_a_sentence():
    missing = {code: where for code, where in codes(REFUSED) if code not in refusals.SENTENCES}
    assert not missing


def test_every_act_has_words():
    missing = {code: where for code, where in codes(WORKED) if code not in done.SENTENCES}
    assert not missing


def test_no_code_has_two_sentences():
    for book in ("REFUSALS", "DONE"):
        told = [code for area in areas.AREAS for code in getattr(area, book)]
        assert {code for code in told if told.count(code) > 1} == set()


def test_every_area_on_disk_is_listed():
    there = {info.name for info in pkgutil.iter_modules(areas.__path__)}
    listed = {area.__name__.rpartition(".")[2] for area in areas.AREAS}
    assert there == listed


def test_sentences_end_like_sentences_and_acts_do_not():
    for code, sentence in refusals.SENTENCES.items():
        assert not isinstance(sentence, str) or sentence.endswith((".", "?")), code
    for code, words in done.SENTENCES.items():
        assert not isinstance(words, str) or not words.endswith("."), code


def test_every_enum_of_the_trade_has_words():
    missing = []
    for info in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        module = importlib.import_module(info.name)
        for name, kind in inspect.getmembers(module, inspect.isclass):
            own = issubclass(kind, StrEnum) and kind.__module__ == module.__name__
            if own and name not in SILENT:
                words = labels.WORDS.get(name, {})
                missing += [f"{name}.{m.name}" for m in kind if m.value not in words]
    assert not missing


def test_a_missing_fact_leaves_no_hole():
    assert refusals.sentence("gone", {}) == refusals.SENTENCES["gone"]
    assert refusals.sentence("nobody_wrote_this") == refusals.UNKNOWN


def test_undo_names_the_act_in_the_middle_of_a_sentence():
    assert done.undo_words(None) == "Ongedaan maken"
    assert done.undo_words(("x", {})).startswith("Ongedaan maken: ")


def test_members_with_the_same_value_keep_their_own_word():
    assert Subject.SESSION == CertificateKind.SESSION
    assert labels.word(Subject.SESSION) == "bijeenkomst"
    assert labels.word(CertificateKind.SESSION) == "per bijeenkomst"
