"""`invoices` and `verify` of invoices, as a nephew or a scheduler calls them."""

from __future__ import annotations

import shutil

import pytest

DEMO = {"password": "voorbeeld"}


@pytest.fixture
def copy(demo, tmp_path):
    path = tmp_path / "praktijk.intervisie"
    shutil.copy(demo / "voorbeeld.intervisie", path)
    return path


def test_the_demo_leaves_invoices_that_verify(shell, demo):
    papers = sorted((demo / "facturen").glob("*.pdf"))
    practice = demo / "voorbeeld.intervisie"
    answer = shell.run("verify", papers[0], "--practice", practice, "--json", **DEMO)

    assert answer.code == 0
    (found,) = answer.fits("verify-1")["files"]
    assert (found["verdict"], found["number"]) == ("genuine", papers[0].name[:9])


def test_an_altered_invoice_is_named(shell, demo, tmp_path):
    paper = sorted((demo / "facturen").glob("*.pdf"))[0]
    altered = tmp_path / "anders.pdf"
    altered.write_bytes(paper.read_bytes() + b"\n% 1")
    answer = shell.run("verify", altered, "--practice", demo / "voorbeeld.intervisie", **DEMO)

    assert answer.code == 1
    assert f"dit is niet factuur {paper.name[:9]}" in answer.out


def test_concepts_first_and_then_final_in_one_go(shell, copy, tmp_path):
    drafts = shell.run("invoices", copy, "--to", tmp_path / "uit", "--draft", "--json", **DEMO)
    final = shell.run("invoices", copy, "--to", tmp_path / "uit", "--final", "--json", **DEMO)
    again = shell.run("invoices", copy, "--to", tmp_path / "uit", "--final", **DEMO)

    made = drafts.fits("invoices-1")["invoices"]
    done = final.fits("invoices-1")["invoices"]
    assert {one["number"] for one in made} == {None}
    assert [one["id"] for one in done] == [one["id"] for one in made]
    assert all((tmp_path / "uit" / f"{one['number']} {one['name']}.xml").is_file() for one in done)
    assert (again.code, again.out.strip()) == (0, "Er is niets te factureren.")


def test_one_or_the_other_and_a_client_that_is_there(shell, copy, tmp_path):
    both = shell.run("invoices", copy, "--to", tmp_path, "--draft", "--final", **DEMO)
    nobody = shell.run("invoices", copy, "--to", tmp_path, "--draft", "--client", "Niemand", **DEMO)

    assert (both.code, nobody.code) == (2, 2)
    assert "‘Niemand’" in nobody.err
