import ast
import re
import string
from pathlib import Path

import pytest

from intervisie_desktop import services
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.ui.text.done_core import DONE
from intervisie_desktop.ui.text.refusals_core import ADVICE, SENTENCES

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
    return plain | {"gone", "nothing_to_undo", "nothing_to_redo"}


def test_every_act_has_words_and_no_words_are_left_over():
    assert set(DONE) == acts()


def test_every_refusal_has_a_sentence_and_none_is_left_over():
    assert set(SENTENCES) == refusals()


def test_every_advice_has_a_sentence():
    assert set(ADVICE) == set(re.findall(r'"([a-z]+_(?:\w+_)?(?:wrong|country|digits))"', SOURCE))


@pytest.mark.parametrize("text", [*DONE.values(), *SENTENCES.values()])
def test_words_ask_only_for_facts_by_name(text):
    names = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
    assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize("sentence", [*SENTENCES.values(), *ADVICE.values()])
def test_a_sentence_is_one_sentence(sentence):
    assert sentence[0].isupper() or sentence[0] == "{"
    assert sentence.endswith(".")
    assert ". " not in sentence
