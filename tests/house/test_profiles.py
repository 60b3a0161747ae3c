"""Every profile file reads, names its sources, and an uncertain number is never an error."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from intervisie_desktop.domain.findings import Certainty, Severity
from intervisie_desktop.domain.profile_reader import ProfileError, read_profile
from intervisie_desktop.domain.profiles import Edition, Norm
from intervisie_desktop.domain.rules import ALL
from intervisie_desktop.services.profiles import read_texts
from tests import builders as a
from tests.domain.golden import cases

FOLDER = a.ROOT / "resources" / "profiles"
KEYS = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("key", KEYS)
def test_a_file_bears_the_name_of_its_profile(key: str) -> None:
    assert a.profiles()[key].key == key


@pytest.mark.parametrize("key", KEYS)
def test_every_number_names_a_source_that_was_checked(key: str) -> None:
    for edition in a.profiles()[key].editions:
        for source in [edition.source, *(norm.source for norm in edition.norms().values())]:
            assert source.title
            assert source.checked_on is not None
            assert source.certainty is not Certainty.SOURCE or source.address


@pytest.mark.parametrize("key", KEYS)
def test_every_profile_has_a_case_file(key: str) -> None:
    assert key in {case.get("profile", "nova_intervisie") for _, case in cases()
                   if case["file"] == f"{key}.toml"}  # fmt: skip


def test_the_nova_has_its_editions_one_after_the_other() -> None:
    editions = a.profiles()["nova_intervisie"].editions
    starts = [edition.valid.start for edition in editions]
    assert starts == [date(2020, 3, 1), date(2021, 1, 1), date(2021, 10, 5), date(2024, 1, 1)]
    assert [e.year_min.value for e in editions if e.year_min] == [240, 480, 480, 480]


def test_an_assumption_weighs_no_more_than_a_warning() -> None:
    source = a.profiles()["vrij"].editions[0].source
    assert source.certainty is Certainty.ASSUMPTION
    assert Norm(1, source, Severity.ERROR).gravest(Severity.ERROR) is Severity.WARNING
    sure = replace(source, certainty=Certainty.SOURCE)
    assert Norm(1, sure).gravest(Severity.ERROR) is Severity.ERROR
    assert Norm(1, sure, Severity.TIP).gravest(Severity.ERROR) is Severity.TIP


def test_every_rule_reads_a_field_that_editions_have() -> None:
    assert {rule.asks for rule in ALL} <= {field.name for field in fields(Edition)}


def wrong(**changes: object) -> dict[str, object]:
    source = {"title": "Bron", "certainty": "source"}
    edition: dict[str, object] = {"source": "bron", **changes}
    return {"key": "x", "name": "X", "short_name": "X", "sources": {"bron": source},
            "edition": [edition]}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"group_size": {"value": 3, "source": "bron"}}, "not a field"),
        ({"group_min": 3}, "needs a value and a source"),
        ({"group_min": {"value": "drie", "source": "bron"}}, "not a whole number"),
        ({"group_min": {"value": 3, "source": "elders"}}, "not among"),
        ({"contiguous": {"value": 1, "source": "bron"}}, "not true or false"),
        ({"pause_counts": {"value": "soms", "source": "bron"}}, "soms"),
        ({"based_on": date(2020, 1, 1)}, "no such edition"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ProfileError, match=words):
        read_profile(wrong(**changes))


def test_the_same_profile_twice_is_refused() -> None:
    text = (FOLDER / "vrij.toml").read_text(encoding="utf-8")
    with pytest.raises(ProfileError, match="twice"):
        read_texts([text, text])
