"""Every golden case of every rule and profile gives exactly what it says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.golden import cases, expected, found

CASES = [pytest.param(code, case, id=f"{code}: {case['name']}") for code, case in cases()]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_the_rule_says_what_the_case_expects(code: str, case: dict[str, Any]) -> None:
    assert found(code, case) == expected(case)
