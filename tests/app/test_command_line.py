"""The command line end to end, one process per call."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from intervisie_desktop.app.commands.registry import COMMANDS
from intervisie_desktop.app.main import main
from tests.app.conftest import ROOT, TODAY

DATA = ROOT / "tests" / "fixtures" / "data"
DEMO = {"password": "voorbeeld"}


def one_sentence(text):
    return text.endswith("\n") and text.count("\n") == 1 and len(text) > 20


def test_the_demo_leaves_papers_and_says_where(demo):
    papers = sorted(path.name for path in (demo / "bewijzen").iterdir())
    assert papers[0] == "2026-001 Goudenregen.pdf"
    assert len(papers) == 4


def test_the_same_seed_gives_the_same_practice_and_papers(shell, demo, tmp_path):
    answer = shell.run("demo", tmp_path / "nog", "--today", TODAY, password=None)
    assert "Het wachtwoord is: voorbeeld" in answer.out
    for which in (demo, tmp_path / "nog"):
        shell.run("export", which / "voorbeeld.intervisie", tmp_path / f"{which.name}.json", **DEMO)
    assert (tmp_path / "nog.json").read_bytes() == (tmp_path / "hier.json").read_bytes()
    for paper in (demo / "bewijzen").iterdir():
        assert (tmp_path / "nog" / "bewijzen" / paper.name).read_bytes() == paper.read_bytes()


def test_the_demo_never_touches_a_file_that_is_there(shell, tmp_path):
    mine = tmp_path / "voorbeeld.intervisie"
    mine.write_text("van mij")
    answer = shell.run("demo", tmp_path)
    assert answer.code == 3
    assert one_sentence(answer.err)
    assert mine.read_text() == "van mij"
    assert [path.name for path in tmp_path.iterdir()] == ["voorbeeld.intervisie"]


def test_a_practice_survives_export_and_import(shell, demo, tmp_path):
    first, second = tmp_path / "een.json", tmp_path / "twee.json"
    assert shell.run("export", demo / "voorbeeld.intervisie", first, **DEMO).code == 0
    made = shell.run("new", tmp_path / "kopie.intervisie", "--from", first)
    assert made.code == 0
    assert "Herstelcode" in made.out
    assert shell.run("export", tmp_path / "kopie.intervisie", second).code == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_practice_that_moved_signs_with_its_own_key_and_old_papers_stay_genuine(
    shell, demo, tmp_path
):
    exported, moved, to = tmp_path / "uit.json", tmp_path / "nieuw.intervisie", tmp_path / "nieuw"
    shell.run("export", demo / "voorbeeld.intervisie", exported, **DEMO)
    assert shell.run("new", moved, "--from", exported).code == 0
    before = json.loads(exported.read_text("utf-8"))
    group = next(g["id"] for g in before["groups"] if g.get("code") == "ST")
    closed = [s for s in before["sessions"] if s["group"] == group and s.get("state") == "closed"]
    made = shell.run("certificates", moved, "--to", to, "--session", closed[-1]["id"])
    assert made.code == 0, made.err
    papers = [*to.glob("*.pdf"), *(demo / "bewijzen").iterdir()]
    checked = shell.run("verify", *papers, "--practice", moved, "--json")
    files = checked.fits("verify-1")["files"]
    assert checked.code == 0
    assert {found["verdict"] for found in files} == {"genuine"}
    again, copy = tmp_path / "later.json", tmp_path / "later.intervisie"
    shell.run("export", moved, again)
    after = json.loads(again.read_text("utf-8"))
    assert after["practice"]["public_key"] != before["practice"]["public_key"]
    assert after["settings"]["earlier_public_keys"] == [before["practice"]["public_key"]]
    shell.run("new", copy, "--from", again)
    shell.run("export", copy, tmp_path / "nog.json")
    assert (tmp_path / "nog.json").read_bytes() == again.read_bytes()
    assert shell.run("verify", *papers, "--practice", copy).code == 0


def test_a_new_practice_is_not_made_over_a_file(shell, demo):
    before = (demo / "voorbeeld.intervisie").read_bytes()
    answer = shell.run("new", demo / "voorbeeld.intervisie")
    assert answer.code == 3
    assert one_sentence(answer.err)
    assert (demo / "voorbeeld.intervisie").read_bytes() == before


def test_a_short_password_is_refused_and_leaves_nothing(shell, tmp_path):
    answer = shell.run("new", tmp_path / "a.intervisie", password="kort")
    assert answer.code == 1
    assert one_sentence(answer.err)
    assert not list(tmp_path.iterdir())


def test_check_finds_what_is_wrong(shell, demo):
    answer = shell.run("check", demo / "voorbeeld.intervisie", "--on", TODAY, "--json", **DEMO)
    assert answer.code == 1
    document = answer.fits("findings-1")
    assert document["on"] == TODAY
    errors = [found for found in document["findings"] if found["severity"] == "error"]
    assert {found["code"] for found in errors} == {"H01", "O01", "U04"}
    assert "Femke Zonnedauw" in " ".join(found["message"] for found in errors)
    assert "figures" in errors[0]


def test_check_names_the_invoices_that_something_is_amiss_with(shell, demo):
    arguments = (demo / "voorbeeld.intervisie", "--on", TODAY, "--json")
    found = shell.run("check", *arguments, **DEMO).fits("findings-1")["findings"]
    mine = [one for one in found if one["subject"]["kind"] == "invoice"]
    assert {one["code"] for one in mine} >= {"F01", "F05", "F14"}
    assert {one["profile"] for one in mine} == {"invoicing"}
    [late] = [one for one in mine if one["code"] == "F14"]
    assert late["subject"]["id"]
    assert late["figures"]["number"] in late["message"]
    assert late["severity"] == "warning"


def test_check_of_a_group_without_errors_says_done(shell, demo):
    arguments = (demo / "voorbeeld.intervisie", "--on", TODAY, "--group", "st", "--year", "2026")
    answer = shell.run("check", *arguments, **DEMO)
    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith("Samen: 0 fouten")


def test_a_genuine_paper_is_told_from_an_altered_one(shell, demo, tmp_path):
    genuine = next((demo / "bewijzen").iterdir())
    altered = tmp_path / "ander.pdf"
    altered.write_bytes(genuine.read_bytes().replace(b"Goudenregen", b"Goudenvogel", 1) + b" ")
    practice = ("--practice", demo / "voorbeeld.intervisie")
    good = shell.run("verify", genuine, *practice, "--json", **DEMO)
    assert good.code == 0
    assert good.fits("verify-1")["files"][0]["verdict"] == "genuine"
    bad = shell.run("verify", altered, *practice, "--json", **DEMO)
    assert bad.code == 1
    assert bad.fits("verify-1")["files"][0]["verdict"] == "altered"


def test_without_the_practice_only_the_seal_is_judged(shell, demo):
    genuine = next((demo / "bewijzen").iterdir())
    answer = shell.run("verify", genuine, "--json", password=None)
    assert answer.code == 0
    assert answer.fits("verify-1")["files"][0]["verdict"] == "sealed"


def test_papers_of_a_group_that_is_not_ready_are_refused_whole(shell, copy, tmp_path):
    to = tmp_path / "papier"
    arguments = (copy, "--to", to, "--group", "OU", "--year", 2026)
    answer = shell.run("certificates", *arguments, **DEMO)
    assert answer.code == 1
    assert one_sentence(answer.err)
    assert "Femke Zonnedauw" in answer.out
    assert not to.exists()


def test_everything_that_is_ready_is_issued_once(shell, copy, tmp_path):
    to = tmp_path / "papier"
    session = [copy, "--to", to, "--ready", "--year", 2026, "--json"]
    again = shell.run("certificates", *session, **DEMO)
    assert again.code == 0
    document = again.fits("certificates-1")
    assert document["issued"] == []
    assert {refused["code"] for refused in document["refused"]} >= {"H01", "U04"}


def test_one_session_gives_papers_with_their_files(shell, copy, tmp_path):
    exported = tmp_path / "uit.json"
    shell.run("export", copy, exported, **DEMO)
    practice = json.loads(exported.read_text("utf-8"))
    group = next(g["id"] for g in practice["groups"] if g.get("code") == "ST")
    held = [s for s in practice["sessions"] if s["group"] == group and s.get("state") == "closed"]
    arguments = (copy, "--to", tmp_path / "papier", "--session", held[-1]["id"], "--json")
    answer = shell.run("certificates", *arguments, **DEMO)
    document = answer.fits("certificates-1")
    assert answer.code == 0
    assert document["issued"]
    for issued in document["issued"]:
        assert (tmp_path / "papier").joinpath(issued["path"]).is_file()
        assert issued["session"] == held[-1]["id"]


def test_lists_come_in_and_a_second_time_nothing_is_new(shell, tmp_path):
    path = tmp_path / "a.intervisie"
    shell.run("new", path)
    files = [DATA / "deelnemers-excel-nl.csv", DATA / "contacten.vcf", DATA / "agenda-extern.ics"]
    tried = shell.run("import", path, *files, "--dry-run", "--json")
    assert tried.code == 0
    assert tried.fits("import-1")["made"]["participants"] == 30
    done = shell.run("import", path, *files, "--json").fits("import-1")
    assert done["made"]["participants"] == 30
    assert done["made"]["contacts"] == 6
    again = shell.run("import", path, files[0])
    assert again.code == 0
    assert "niets nieuws" in again.out


def test_a_list_of_sessions_is_planned_after_a_dry_run(shell, tmp_path):
    path, plan, options = tmp_path / "a.intervisie", tmp_path / "r.csv", tmp_path / "r.toml"
    shell.run("new", path)
    rows = "13-10-2099;10:00;12:00;Noord\n13-10-2099;11:00;13:00;Noord\n1-3-2020;10:00;12:00;Zuid\n"
    plan.write_text(f"Datum;Van;Tot;Groep\n{rows}", encoding="utf-8")
    tried = shell.run("import", path, plan, "--dry-run", "--json")
    assert tried.code == 1
    problems = tried.fits("import-1")["problems"]
    assert [(p["row"], p["code"], p["message"]) for p in problems] == [
        (4, "day_past", "1 maart 2020 ligt in het verleden")
    ]
    options.write_text("past = true\n", encoding="utf-8")
    tried = shell.run("import", path, plan, "--map", options, "--dry-run", "--json")
    assert tried.code == 0
    document = tried.fits("import-1")
    assert document["files"][0] | {"file": ""} == {
        "file": "", "kind": "sessions", "rows": 3, "added": 2, "merged": 0, "skipped": 1}  # fmt: skip
    assert document["made"] == {"sessions": 2, "groups": 2}
    assert document["attentions"][0]["code"] == "session_there"
    done = shell.run("import", path, plan, "--map", options)
    assert done.code == 0
    assert "regel 3: overgeslagen, de groep heeft dan al een bijeenkomst, 10:00" in done.out
    assert "2 bijeenkomsten" in done.out or "twee bijeenkomsten" in done.out
    again = shell.run("import", path, plan, "--map", options, "--json").fits("import-1")
    assert again["made"] == {}


def test_a_row_that_cannot_be_read_stops_the_whole_import(shell, tmp_path):
    path, wrong = tmp_path / "a.intervisie", tmp_path / "lijst.csv"
    shell.run("new", path)
    wrong.write_text("Naam;E-mail\nAnna Linde;anna@linde.example\nBart;geen adres\n", "utf-8")
    good = DATA / "deelnemers-komma.csv"
    answer = shell.run("import", path, good, wrong)
    assert answer.code == 1
    assert one_sentence(answer.err)
    assert "regel 3" in answer.out
    made = shell.run("import", path, good, "--dry-run", "--json").document
    assert made["made"]["participants"] == 30


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Er ontbreekt nog iets: PRAKTIJK"),
        (["check", "a", "--on", "2026-13-44"], "geen datum"),
        (["check", "a", "--onzin"], "Dit kent de opdracht niet"),
        (["demo", "x", "--years", "0"], "geen heel getal"),
        (["certificates", "a", "--to", "b"], "precies één"),
        (["certificates", "a", "--to", "b", "--group", "OU"], "--year"),
        (["invoices", "a"], "--to"),
        (["person"], "nog niet"),
        (["chek"], "geen opdracht en geen bestand"),
        (["export", "a"], "BESTAND.json"),
    ],
)
def test_a_wrong_call_is_told_in_dutch(capsys, arguments, said):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert one_sentence(err)
    assert said in err
    assert not out


def test_an_unknown_group_is_a_wrong_call(shell, demo):
    answer = shell.run("check", demo / "voorbeeld.intervisie", "--group", "ZZ", **DEMO)
    assert answer.code == 2
    assert "geen groep ‘ZZ’" in answer.err


def test_a_wrong_password_changes_nothing(shell, copy):
    before = copy.read_bytes()
    answer = shell.run("check", copy, password="mis geraden")
    assert answer.code == 3
    assert one_sentence(answer.err)
    assert copy.read_bytes() == before


def test_no_password_at_all_says_where_it_may_come_from(shell, demo):
    answer = shell.run("check", demo / "voorbeeld.intervisie", password=None)
    assert answer.code == 2
    assert "INTERVISIE_PASSWORD" in answer.err


def test_a_missing_file_is_trouble(shell, tmp_path):
    answer = shell.run("check", tmp_path / "weg.intervisie")
    assert answer.code == 3
    assert one_sentence(answer.err)
    assert shell.run(tmp_path / "weg.intervisie").code == 3


def test_without_a_screen_the_window_says_so(shell):
    answer = shell.run()
    assert answer.code == 3
    assert "beeldscherm" in answer.err


def test_help_and_version_speak_dutch(shell):
    answer = shell.run("--help")
    assert answer.code == 0
    assert answer.out.startswith("gebruik: ")
    assert "usage" not in answer.out
    assert shell.run("--version").out.startswith("intervisie-desktop ")


@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.name)
def test_every_command_has_help_without_a_password_option(capsys, known):
    assert main([known.name, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("gebruik: ")
    assert "wachtwoord" not in out.lower()
    assert not err


def test_a_fault_of_the_program_leaves_a_report_without_names(monkeypatch, capsys, tmp_path):
    def broken(options, console):
        raise LookupError("Femke Zonnedauw")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("intervisie_desktop.app.commands.new.run", broken)
    assert main(["new", str(tmp_path / "a")]) == 4
    _, err = capsys.readouterr()
    assert one_sentence(err)
    [report] = tmp_path.rglob("verslag-*.txt")
    assert str(report) in err
    text = report.read_text("utf-8")
    assert "LookupError" in text
    assert "Femke" not in text
    assert str(tmp_path) not in text


def test_the_command_line_never_loads_the_window(shell, demo, tmp_path):
    program = (
        "import sys; from intervisie_desktop.app.main import main; "
        f"code = main(['check', {str(demo / 'voorbeeld.intervisie')!r}]); "
        "sys.exit('PySide6' in sys.modules)"
    )
    environment = {**shell.environment, "INTERVISIE_PASSWORD": "voorbeeld"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0
