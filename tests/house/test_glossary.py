"""The glossary and the domain name the same things."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "intervisie_desktop" / "domain"


def public_classes() -> set[str]:
    names: set[str] = set()
    for path in DOMAIN.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names |= {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    return {name for name in names if not name.startswith("_")}


def glossary_identifiers() -> set[str]:
    rows = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [row.split("|")[2] for row in rows if row.startswith("| ") and row.count("|") >= 6]
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_every_public_class_of_the_domain_stands_in_the_glossary() -> None:
    assert public_classes() - glossary_identifiers() == set()


def test_every_identifier_of_the_glossary_is_a_class_of_the_domain() -> None:
    assert glossary_identifiers() - public_classes() == set()
