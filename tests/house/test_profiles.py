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


def test_a_profile_without_a_certain_number_finds_no_error_anywhere() -> None:
    for profile in a.profiles().values():
        for edition in profile.editions:
            for name, norm in edition.norms().items():
                gravest = norm.gravest(Severity.ERROR)
                sure = norm.source.certainty is not Certainty.ASSUMPTION
                assert sure or gravest is not Severity.ERROR, (profile.key, name)


READY = {
    "nova_intervisie", "nova_gio", "stab_mcg_fysiek", "stab_mcg_online", "reflectief", "mfn",
    "vfas", "skj_jgp", "vaktherapie", "lvv", "vrij",
}  # fmt: skip
OTHERS = {
    "nova_peer", "goudraad", "team_intern", "lsa", "nrgd_fppo", "lrgd", "knb", "belasting",
    "belasting_rb", "nba", "nvo", "registerplein", "fgzpt_kp", "nip_neurofb", "gz_pt", "mz",
    "vit", "nwp", "vs_icb", "v_en_v", "huisarts", "kaderhuisarts", "arts_aban", "kngf", "skgv",
    "lvsc", "stir", "nobco", "noloc", "ooa", "wbtv", "nrvt", "nvtz", "wft", "fbc_be", "vesb_be",
}  # fmt: skip


def test_every_profession_of_the_trade_has_a_profile_and_only_the_sure_ones_are_ready() -> None:
    assert {key for key, p in a.profiles().items() if p.enabled and not p.template} == READY
    assert {key for key, p in a.profiles().items() if p.template and not p.enabled} == OTHERS


def test_what_a_profile_is_about_is_said_in_sentences() -> None:
    for profile in a.profiles().values():
        assert profile.about.endswith("."), profile.key
        assert len(profile.about) <= 420, (profile.key, len(profile.about))


def test_a_profile_without_numbers_says_that_none_were_found() -> None:
    bare = [p for p in a.profiles().values() if {*p.editions[-1].norms()} <= {"registers"}]
    assert {p.key for p in bare} == {"lrgd", "knb", "gz_pt", "nobco", "nvtz", "wft"}
    assert all(
        "niet gevonden" in p.about or "niet te vinden" in p.about or "zijn niet gevonden" in p.about
        for p in bare
    )
