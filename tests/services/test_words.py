import ast
import re
from pathlib import Path

import pytest

from intervisie_desktop import services
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.ui.text.advice import ADVICE
from intervisie_desktop.ui.text.areas import AREAS
from intervisie_desktop.ui.text.areas.core import DONE, REFUSALS
from intervisie_desktop.ui.text.done import done
from intervisie_desktop.ui.text.refusals import sentence

MINE = (
    "agenda", "agreements", "attendance", "checks", "clients", "demo", "groups", "holding",
    "merging", "people", "practice", "sessions",
)  # fmt: skip
FOLDER = Path(services.__file__).parent
PLANNING = FOLDER.parent / "domain" / "planning"
SOURCE = "\n".join((FOLDER / f"{name}.py").read_text(encoding="utf-8") for name in MINE)
DOMAIN = "\n".join(path.read_text(encoding="utf-8") for path in PLANNING.glob("*.py"))


TREES = [ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8")) for name in MINE]
DOORS = {"work", "_work", "_change", "_save", "_set_archived"}
NOUNS = ("employment", "registration", "relation", "absence")


def texts(node):
    """The codes that stand literally in this piece of code."""
    found = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return {text for text in found if isinstance(text, str) and re.fullmatch("[a-z_]+", text)}


def acts():
    """What the services name as act: literal in a call that changes, or by way of `act = …`."""
    found = {f"tick_{tick.value}" for tick in Tick}
    found |= {f"{noun}_{did}" for noun in NOUNS for did in ("added", "changed", "removed")}
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in DOORS:
            plain = [arg for arg in node.args if isinstance(arg, ast.Constant)]
            found |= {text for arg in plain for text in texts(arg)}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "act":
            found |= set() if isinstance(node.value, ast.JoinedStr) else texts(node.value)
    return found


def refusals():
    """Codes of refusals, and those that a merge looks up before it refuses."""
    plain = set(re.findall(r'Refusal\(\s*"([a-z_]+)"', SOURCE + DOMAIN))
    plain |= set(re.findall(r'"(merge_[a-z]+_[a-z]+)"', SOURCE))
    return plain


def test_every_act_has_words_and_no_words_are_left_over():
    assert set(DONE) == acts()


def test_every_refusal_has_a_sentence_and_none_is_left_over():
    elsewhere = {code for area in AREAS for code in area.REFUSALS} - set(REFUSALS)
    assert set(REFUSALS) == refusals() - elsewhere


def test_no_code_has_two_sentences():
    for codes in (
        [code for area in AREAS for code in area.REFUSALS],
        [code for area in AREAS for code in area.DONE],
    ):
        assert len(codes) == len(set(codes))


def test_every_advice_has_a_sentence():
    assert set(ADVICE) == set(re.findall(r'"([a-z]+_(?:\w+_)?(?:wrong|country|digits))"', SOURCE))


FACTS = {
    "name": "Noor Appelvink", "other": "N. Appelvink", "group": "Ochtendgroep Utrecht",
    "day": "2026-06-18", "since": "2026-01-28", "count": 4, "start": 600, "end": 720,
    "tag": "OU", "most": 200, "employer": "Eikenblad", "colour": "blauw", "source": "prive.ics",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_a_refusal_is_one_whole_sentence(code):
    said = sentence(code, FACTS)
    assert said[0].isupper()
    assert said.endswith(".")
    assert not re.search(r"[{}]|  |\s[,;.]", said)


@pytest.mark.parametrize("code", sorted(DONE))
def test_what_was_done_has_all_its_facts(code):
    said = done(code, FACTS)
    assert not re.search(r"[{}]|  |2026-", said)


def test_days_and_numbers_are_written_as_the_dutch_do():
    assert done("times_set", FACTS) == "Uren Noor Appelvink, 18 jun"
    assert done("marked_absent", {**FACTS, "name": ""}) == "Afwezigheid 4 deelnemers, 18 jun"
    assert sentence("session_closed", FACTS).startswith("De bijeenkomst van donderdag 18 juni is")
