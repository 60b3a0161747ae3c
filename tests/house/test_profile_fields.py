"""Every field a profile may fill in is explained, and something of the program reads it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from intervisie_desktop.domain.profiles import Edition
from intervisie_desktop.domain.rules import ALL, CODES

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "intervisie_desktop" / "domain"
NO_NORM = {"valid", "source"}
BESIDE_RULES = {"measuring", "verdicts"}


def rows() -> dict[str, list[str]]:
    """Field by field who reads it, as docs/profile-fields.md says."""
    lines = (ROOT / "docs" / "profile-fields.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines
             if line.startswith("| ") and not line.startswith("| field")]  # fmt: skip
    return {cell[0]: cell[3].split() for cell in cells}


def test_every_field_of_an_edition_stands_in_the_table() -> None:
    assert set(rows()) == {field.name for field in fields(Edition)} - NO_NORM


def test_every_field_is_read_by_the_rules_or_what_they_rest_on() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in DOMAIN.rglob("*.py")
                     if not path.name.startswith("profile"))  # fmt: skip
    read = set(re.findall(r"edition\.(\w+)", code)) | {rule.asks for rule in ALL}
    assert set(rows()) - read == set()


def test_every_reader_exists_and_names_all_that_it_asks() -> None:
    named = rows()
    assert {who for readers in named.values() for who in readers} <= {*CODES, *BESIDE_RULES}
    assert {(rule.code, rule.asks) for rule in ALL if rule.code not in named[rule.asks]} == set()
