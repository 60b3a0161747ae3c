"""Every rule is listed once, says its code, has golden cases and Dutch words."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.findings import Certainty, Finding, Severity
from intervisie_desktop.domain.profiles import gravity
from intervisie_desktop.domain.rules import ALL, CODES
from tests import builders as a
from tests.domain.golden import Making, cases

RULES = Path(__file__).resolve().parents[2] / "intervisie_desktop" / "domain" / "rules"


def every_finding() -> list[Finding]:
    found: list[Finding] = []
    for _, case in cases():
        found += Judge(a.profiles(), Making(case).book()).all_findings()
    return found


def test_every_rule_begins_its_docstring_with_its_code() -> None:
    for rule in ALL:
        assert (rule.check.__doc__ or "").startswith(f"{rule.code}: "), rule.check


def test_every_function_with_a_code_is_listed_exactly_once() -> None:
    listed = Counter(rule.check.__name__ for rule in ALL)
    for path in RULES.glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                coded = re.match(r"[A-Z]\d\d: ", ast.get_docstring(node) or "")
                assert listed[node.name] == (1 if coded else 0), node.name


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_cases_that_hold_break_and_lie_on_the_edge(code: str) -> None:
    kinds = Counter(case["kind"] for found, case in cases() if found == code)
    assert {"holds", "breaks", "edge", "other"} <= set(kinds)


def test_no_finding_is_graver_than_the_catalogue_says() -> None:
    gravest: dict[str, Severity] = {}
    for rule in ALL:
        gravest[rule.code] = min(gravest.get(rule.code, rule.severity), rule.severity, key=gravity)
    for finding in every_finding():
        assert gravity(finding.severity) >= gravity(gravest[finding.code]), finding


def test_an_assumption_is_never_an_error() -> None:
    found = [f for f in every_finding() if f.source.certainty is Certainty.ASSUMPTION]
    assert found
    assert all(finding.severity is not Severity.ERROR for finding in found)


def test_findings_of_one_practice_can_be_told_apart() -> None:
    for _, case in cases():
        keys = Counter(f.key for f in Judge(a.profiles(), Making(case).book()).all_findings())
        assert [key for key, count in keys.items() if count > 1] == []
