"""Every rule is listed once, says its code, has golden cases and Dutch words."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from intervisie_desktop.domain.findings import Certainty, Finding, Severity
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.domain.profiles import gravity
from intervisie_desktop.domain.rules import ALL, CODES, Level, in_force
from intervisie_desktop.domain.sessions import Session
from tests.domain.golden import cases, judge_of

RULES = Path(__file__).resolve().parents[2] / "intervisie_desktop" / "domain" / "rules"


def every_finding() -> list[Finding]:
    found: list[Finding] = []
    for _, case in cases():
        found += judge_of(case).all_findings()
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
        keys = Counter(f.key for f in judge_of(case).all_findings())
        assert [key for key, count in keys.items() if count > 1] == []


KINDS: dict[Level, type] = {
    Level.SESSION: Session,
    Level.YEAR: Participant,
    Level.GROUP: Group,
    Level.PRACTICE: Practice,
}


def test_every_rule_speaks_in_a_case_and_is_silent_in_another() -> None:
    spoke, silent = set(), set()
    for _, case in cases():
        judge = judge_of(case)
        for level, kind in KINDS.items():
            keys = judge.book.rows(kind) if kind is not Practice else [""]
            for view in (v for key in keys for v in judge.views_of(level, key)):
                for rule in in_force(level, view.edition, view.moment):
                    (spoke if [*rule.check(view)] else silent).add(rule)
    assert [rule.check.__name__ for rule in ALL if rule not in spoke] == []
    assert [rule.check.__name__ for rule in ALL if rule not in silent] == []
