"""The conformance check says no where it must, and never passes for want of a judge."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "tools/conformance/check.py"


@pytest.fixture
def check():
    import sys

    spec = importlib.util.spec_from_file_location("conformance_check", PLACE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def paper(tmp_path, papers):
    place = tmp_path / "bewijs.pdf"
    place.write_bytes(papers["bewijs"])
    return place


def test_without_a_judge_ci_fails_and_a_laptop_skips(check, paper, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    assert check.main([str(paper)]) == 1
    assert "default-jdk-headless" in capsys.readouterr().out
    monkeypatch.delenv("CI")
    assert check.main([str(paper)]) == 0


def test_an_empty_folder_is_not_a_pass(check, tmp_path):
    assert check.main([str(tmp_path)]) == 1


def test_a_paper_passes_and_a_damaged_one_does_not(check, paper, tmp_path, capsys):
    try:
        check.class_path()
    except check.MissingJudgeError as missing:
        pytest.skip(str(missing))
    assert check.main([str(paper)]) == 0
    assert capsys.readouterr().out.count("fail, as it must") == 2
    harmed = tmp_path / "kapot.pdf"
    harmed.write_bytes(paper.read_bytes().replace(b"/StructParents", b"/XtructParents"))
    assert check.main([str(harmed)]) == 1
