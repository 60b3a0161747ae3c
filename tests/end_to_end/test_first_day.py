"""A begeleider's first day, by keyboard alone, from an empty laptop to printed certificates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from intervisie_desktop.app.exits import Exit
from intervisie_desktop.app.main import main
from tests.end_to_end.hands import name_of

DATA = Path(__file__).parents[1] / "fixtures" / "data"
PASSWORD = "rustige dinsdag in oktober"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_begeleiders_first_day(program, hands, clock, tmp_path, monkeypatch):
    folder = tmp_path / "bewijzen"
    folder.mkdir()
    program.start(None)
    begin(hands)
    type_back(hands, recovery_code(hands))
    hands.until(lambda: program.window is not None, "het venster")
    bring_in(hands)
    plan(hands)
    designate(hands)
    hold(hands, clock)
    close(hands)
    make(hands, folder)
    look_at_papers(folder)
    practice = program.entrance.opened.path
    lock_and_unlock(hands, program)
    program.leave()
    monkeypatch.setenv("INTERVISIE_PASSWORD", PASSWORD)
    verify(sorted(folder.glob("*.pdf")), practice, tmp_path)


def begin(hands):
    """Practice, facilitator, profile (the first one), a group, and a password."""
    hands.sees("Begin met uw praktijk")
    hands.type("Praktijk Papierwilg")
    hands.fill("Gespreksleider", "mr. Marit Papierwilg")
    hands.fill("Plaats", "Utrecht")
    hands.fill("Naam van de groep", "Ochtendgroep")
    hands.press("Ctrl+Return")
    hands.sees("Bewaar het veilig")
    hands.type(PASSWORD)
    hands.press("Return")
    hands.type(PASSWORD)
    hands.press("Ctrl+Return")


def recovery_code(hands):
    """The groups of the code by their number, as read from the screen."""
    hands.sees("Uw herstelcode")
    hands.until(lambda: "8" in hands.seen(), "de laatste groep van de code")
    seen = hands.seen()
    text = next(i for i, one in enumerate(seen) if one.startswith("Typ groep"))
    return {n: seen[seen.index(str(n), text) + 1] for n in range(1, 9)}


def type_back(hands, code):
    """The groups that are asked, into the fields of that name."""
    ask = next(text for text in hands.seen() if text.startswith("Typ groep"))
    for number in map(int, re.findall(r"\d", ask)):
        hands.fill(f"Groep {number}", code[number])
    hands.press("Ctrl+Return")


def bring_in(hands):
    """The list on the laptop, through the wizard; taken back once and done again."""
    hands.sees("Eerste stappen")
    hands.command("Importeren")
    hands.sees("Sleep een bestand hierheen")
    hands.push("Bestand kiezen…")
    hands.answer_file(DATA / "deelnemers-excel-nl.csv")
    hands.sees("In het bestand")
    hands.press("Ctrl+Return")
    hands.sees("30 deelnemers")
    hands.press("Ctrl+Return")
    hands.sees("deelnemers-excel-nl.csv is overgenomen")
    hands.press("Ctrl+Z")
    hands.sees("Dit komt erbij")
    hands.press("Ctrl+Shift+Z")
    hands.sees("deelnemers-excel-nl.csv is overgenomen")
    hands.press("Ctrl+Return")
    hands.sees("Deelnemers")


def plan(hands):
    """A meeting of the Ochtendgroep today, from ten to half past twelve."""
    hands.command("Bijeenkomsten")
    hands.press("Ctrl+N")
    hands.tab_to("Groep, nodig")
    hands.type("Ochtend")
    hands.fill("Datum, nodig", "13-10-2026")
    hands.fill("Van, nodig", "10:00")
    hands.fill("Tot, nodig", "12:30")
    hands.tab_to("Vorm")
    hands.type("online")
    hands.press("Tab")
    hands.press("Ctrl+Return")


def hold(hands, clock):
    """Started just after ten, one key per participant, secrecy and rooms recorded."""
    hands.sees("Start bijeenkomst")
    clock.at = datetime(2026, 10, 13, 10, 2)
    hands.press("Ctrl+Return")
    hands.sees("Afronden")
    hands.tab_to("Aanwezigheid")
    hands.press("Home")
    for keys in ("AIR", "AIR", "AIR", "LIR", "F", "M"):
        clock.at += timedelta(minutes=2)
        for key in keys:
            hands.press(key)
        hands.press("Down")
    hands.push("Geheimhouding besproken: Vastleggen")
    clock.at = datetime(2026, 10, 13, 12, 31)
    hands.press("Ctrl+Return")


def close(hands):
    """What is missing is filled in, and the record closes."""
    hands.sees("4 aanwezig, 1 afwezig, 1 afgemeld.")
    hands.push("Er is nog geen korte omschrijving voor het bewijs: Omschrijven")
    hands.type("Intervisie over omgaan met tijdsdruk")
    hands.press("Ctrl+Return")
    hands.sees("afgerond")


def designate(hands):
    """The panel misses the designation of the facilitator; its button asks for the term."""
    name = "Aanwijzing van mr. Marit Papierwilg geldt niet op deze dag"
    hands.sees(name)
    hands.push(f"Termijn invullen: {name}")
    hands.fill("Register, nodig", "NOvA")
    hands.push("Bewaren")
    hands.sees("Aanwijzing van mr. Marit Papierwilg toegevoegd")


def make(hands, folder):
    """A certificate for everyone who has a right to one, into a folder."""
    hands.sees("Bewijzen maken")
    hands.press("Ctrl+Return")
    hands.sees("Uitvoer")
    hands.press("Ctrl+A")
    hands.push("Andere map kiezen")
    hands.answer_file(folder)
    hands.press("Ctrl+Return")
    hands.sees("Deze bewijzen worden gemaakt")
    hands.press("Ctrl+Return")
    hands.sees("Reden, blijft bij het bewijs bewaard")
    hands.type("De lijst wordt vanavond getekend")
    hands.press("Ctrl+Return")
    hands.sees("Open map")


def look_at_papers(folder):
    """Four papers, numbered in order, each with its day, its leader and its own hours."""
    words = [text_of(path) for path in sorted(folder.glob("*.pdf"))]
    assert len(words) == 4
    assert [re.findall(r"2026-\d{3}", text)[0] for text in words] == [
        "2026-001", "2026-002", "2026-003", "2026-004",
    ]  # fmt: skip
    for text in words:
        assert "13 oktober 2026" in text
        assert "mr. Marit Papierwilg" in text
        assert "Ochtendgroep" in text
    assert sum("Noor Appelvink" in text for text in words) == 1
    # Three were there from ten; one came in at ten past, so two hours and a third.
    assert [re.findall(r"\d+,\d+", text)[0] for text in words] == ["2,5", "2,5", "2,5", "2,33"]


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def lock_and_unlock(hands, program):
    """Locked there is nothing to see; the password brings back the page of before."""
    hands.press("Ctrl+L")
    hands.until(lambda: program.window is None, "het ontgrendelscherm")
    assert not any("Appelvink" in text for text in hands.seen())
    hands.type("verkeerd wachtwoord")
    hands.press("Return")
    hands.sees("wachtwoord")
    hands.until(lambda: name_of(hands.focus()) == "Wachtwoord", "het wachtwoord")
    hands.write(PASSWORD)
    hands.press("Return")
    hands.until(lambda: program.window is not None, "het venster")
    hands.command("Deelnemers")
    hands.sees("Deelnemers")


def verify(papers, practice, tmp_path):
    """The command line tells genuine from altered."""
    assert main(["verify", *map(str, papers), "--practice", str(practice)]) == Exit.DONE
    altered = tmp_path / "veranderd.pdf"
    data = papers[0].read_bytes()
    altered.write_bytes(data.replace(b"%%EOF", b"%%EOF\n% ", 1))
    assert main(["verify", str(altered), "--practice", str(practice)]) == Exit.SAID_NO
