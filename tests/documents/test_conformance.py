"""The conformance check says no where it must, and never passes for want of a judge."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from lxml import etree

PLACE = Path(__file__).parents[2] / "tools/conformance"


def tool(name: str):
    import sys

    spec = importlib.util.spec_from_file_location(f"conformance_{name}", PLACE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def check():
    return tool("check")


@pytest.fixture
def check_xml():
    return tool("check_xml")


@pytest.fixture
def invoices(tmp_path):
    """A folder with UBL of an invoice and a credit note, and the CII of the first."""
    import sample_invoices

    files = sample_invoices.files()
    for name in ("factuur.ubl.xml", "creditfactuur.ubl.xml", "factuur.cii.xml"):
        (tmp_path / name).write_bytes(files[name])
    return tmp_path


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


def test_without_rules_ci_fails_for_e_invoices_and_a_laptop_skips(
    check_xml, invoices, monkeypatch, capsys
):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "saxonche" else real(name)
    )
    monkeypatch.setenv("CI", "true")
    assert check_xml.main([str(invoices)]) == 1
    assert "pip install saxonche" in capsys.readouterr().out
    monkeypatch.delenv("CI")
    assert check_xml.main([str(invoices)]) == 0


def test_a_folder_without_e_invoices_is_not_a_pass(check_xml, tmp_path):
    assert check_xml.main([str(tmp_path)]) == 1


def test_every_e_invoice_keeps_to_its_schema(check_xml):
    import sample_invoices

    schemas = {
        root: etree.XMLSchema(etree.parse(check_xml.rules_folder() / names[0]))
        for root, names in check_xml.ROOTS.items()
    }
    for xml in sample_invoices.files().values():
        root = etree.fromstring(xml)
        schemas[etree.QName(root).localname].assertValid(root)


def test_e_invoices_pass_the_norm_and_harmed_ones_do_not(check_xml, invoices, capsys):
    pytest.importorskip("saxonche")
    assert check_xml.main([str(invoices)]) == 0
    assert capsys.readouterr().out.count("fail, as it must") == 3 * 3
    place = invoices / "factuur.ubl.xml"
    place.write_bytes(place.read_bytes().replace(b">21</cbc:Percent>", b">20</cbc:Percent>"))
    assert check_xml.main([str(place)]) == 1
    assert "BR-S-" in capsys.readouterr().out
