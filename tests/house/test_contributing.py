"""The recipes of CONTRIBUTING.md name files that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOPS = "intervisie_desktop|resources|tests|tools|docs|packaging|bench"
NAMED = re.compile(rf"`((?:{TOPS})/[^`<> ]*)`")


def test_every_file_in_a_recipe_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {path.partition("::")[0] for path in NAMED.findall(text)}
    assert len(named) > 30
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_a_name_behind_a_file_stands_in_it() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    pairs = re.findall(r"`([\w/]+\.py)::(\w+)`", text)
    pairs += [
        (path, name) for name, path in re.findall(r"`(\w+)` (?:of|in)\s+`([\w/]+\.py)`", text)
    ]
    assert len(pairs) > 5
    assert [pair for pair in pairs if pair[1] not in (ROOT / pair[0]).read_text("utf-8")] == []
