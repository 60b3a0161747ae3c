"""Every statement of the five texts has its place, and what the table names is really there."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from intervisie_desktop import domain
from intervisie_desktop.domain.rules import ALL
from intervisie_desktop.services.methods import built_in, programme_of
from tests import builders as a

ROOT = Path(__file__).resolve().parents[2]
COUNTS = {"S0": 27, "S1": 35, "S2": 20, "S3": 14, "S4": 13}
KINDS = {"rule", "check-list item", "form field", "prompt", "text of a document", "code"}
READERS = re.compile(r"^\| (\w+) \|.*\| ([^|]*) \|$", re.MULTILINE)


def rows() -> Iterator[tuple[str, str, str, list[str]]]:
    """Each row: id, statement, kind and what the last column names."""
    for line in (ROOT / "docs" / "seeds.md").read_text("utf-8").splitlines():
        if re.match(r"\| S\d-\d\d \|", line):
            number, statement, kind, where = (cell.strip() for cell in line.strip("|").split("|"))
            yield number, statement, kind, re.findall(r"`([^`]+)`", where)


ROWS = list(rows())


@cache
def texts() -> dict[str, list[str]]:
    """Every text of a paper with the statements that its file names."""
    found: dict[str, list[str]] = {}
    for path in (ROOT / "resources" / "texts").glob("*.toml"):
        sheet = tomllib.loads(path.read_text("utf-8"))
        found |= {text["key"]: text.get("seeds", []) for text in sheet["text"]}
    return found


@cache
def readers() -> dict[str, list[str]]:
    """Which rules read a field of an edition, as docs/profile-fields.md says."""
    page = (ROOT / "docs" / "profile-fields.md").read_text("utf-8")
    return {name: by.split() for name, by in READERS.findall(page)}


@cache
def domain_fields() -> set[str]:
    """Every field of every value of the domain, as Class.field."""
    found: set[str] = set()
    for info in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        for name, kind in vars(importlib.import_module(info.name)).items():
            if isinstance(kind, type) and is_dataclass(kind):
                found |= {f"{name}.{field.name}" for field in fields(kind)}
    return found


def last(profile: str):
    """The edition of a profile that holds now."""
    return a.profiles()[profile].editions[-1]


def check_rule(_number: str, rest: str) -> None:
    code, place = rest.split()
    profile, norm = place.split(".")
    assert getattr(last(profile), norm) is not None, f"{profile} has no {norm}"
    mine = [rule for rule in ALL if rule.code == code]
    assert mine, f"no rule {code}"
    in_force = [rule for rule in mine if getattr(last(profile), rule.asks) is not None]
    assert in_force, f"{code} is not in force for {profile}"
    direct = norm in {rule.asks for rule in mine}
    assert direct or code in readers()[norm] or "measuring" in readers()[norm], rest


def check_text(number: str, key: str) -> None:
    assert key in texts(), f"no text {key}"
    assert number in texts()[key], f"{key} does not say that it is {number}"


def check_theme(_number: str, rest: str) -> None:
    profile, _, theme = rest.partition(": ")
    assert theme in a.profiles()[profile].themes


def check_question(_number: str, rest: str) -> None:
    profile, count = rest.split()
    assert len(a.profiles()[profile].preparation_questions) == int(count)


def check_programme(_number: str, rest: str) -> None:
    profile, _, item = rest.partition(": ")
    assert item in {one.name for one in programme_of((profile,))}


def check_about(_number: str, rest: str) -> None:
    profile, _, words = rest.partition(": ")
    assert words in a.profiles()[profile].about


def check_source(_number: str, rest: str) -> None:
    profile, _, address = rest.partition(": ")
    assert address in {norm.source.address for norm in last(profile).norms().values()}


def check_code(_number: str, rest: str) -> None:
    path, _, name = rest.partition("::")
    module = importlib.import_module(path.removesuffix(".py").replace("/", "."))
    assert hasattr(module, name), rest


def check_field(_number: str, rest: str) -> None:
    assert rest in domain_fields()


def check_method(_number: str, rest: str) -> None:
    assert rest in {method.key for method in built_in()}


CHECKS = {
    "rule": check_rule, "text": check_text, "theme": check_theme, "question": check_question,
    "programme": check_programme, "about": check_about, "source": check_source,
    "code": check_code, "field": check_field, "method": check_method,
}  # fmt: skip


def test_every_statement_stands_in_the_table_exactly_once_and_in_order():
    wanted = [f"{text}-{n:02}" for text, most in COUNTS.items() for n in range(1, most + 1)]
    assert [number for number, *_ in ROWS] == wanted


def test_every_row_says_what_it_is_and_where():
    for number, statement, kind, where in ROWS:
        assert statement, number
        assert kind in KINDS, number
        assert where, number


def test_a_row_that_is_called_a_rule_names_one():
    without = [n for n, _, kind, where in ROWS
               if kind == "rule" and not any(w.startswith("rule ") for w in where)]  # fmt: skip
    assert without == []


@pytest.mark.parametrize(("number", "where"), [(n, w) for n, _, _, ws in ROWS for w in ws])
def test_what_a_row_names_is_there(number, where):
    kind, _, rest = where.partition(" ")
    CHECKS[kind](number, rest)


def test_every_statement_that_a_text_names_exists():
    known = {number for number, *_ in ROWS}
    assert {seed for seeds in texts().values() for seed in seeds} - known == set()
