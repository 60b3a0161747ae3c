"""A begeleider's first day, by keyboard alone, from an empty laptop to printed certificates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from pypdf import PdfReader

from tests.end_to_end.hands import name_of

DATA = Path(__file__).parents[1] / "fixtures" / "data"
PASSWORD = "rustige dinsdag in oktober"


def test_a_begeleiders_first_day(program, hands, clock, tmp_path):
    program.start(None)
    begin(hands)
    code = recovery_code(hands)
    type_back(hands, code)
    hands.until(lambda: program.window is not None, "het venster")
    bring_in(hands)
    plan(hands)
    designate(hands)
    hold(hands, clock)
    close(hands)
    make(hands, tmp_path / "bewijzen")
    papers(tmp_path / "bewijzen")
    lock_and_unlock(hands, program)
    import json
    print("WINDOW", json.dumps(hands.seen()[:90], ensure_ascii=False)); print("REACH", hands.reachable())


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
    """The panel misses the designation of the facilitator; its button leads to where it goes."""
    name = "Aanwijzing van mr. Marit Papierwilg geldt niet op deze dag"
    hands.sees(name)
    hands.push(f"Aanwijzing nakijken: {name}")
    hands.push("Aanwijzing toevoegen")
    hands.fill("Register of aanwijzing, nodig", "NOvA")
    hands.press("Tab")
    hands.sees("Aanwijzing van mr. Marit Papierwilg toegevoegd")
    hands.press("Alt+Left")


def make(hands, folder):
    """A certificate for everyone who has a right to one, into a folder."""
    folder.mkdir()
    hands.sees("Bewijzen maken")
    hands.press("Ctrl+Return")
    hands.sees("Uitvoer")
    hands.press("Ctrl+A")
    hands.push("Andere map kiezen")
    hands.answer_file(folder)
    hands.press("Ctrl+Return")
    hands.sees("Deze bewijzen worden gemaakt")
    hands.press("Ctrl+Return")
    hands.sees("Open map")


def papers(folder):
    """Four papers with names, hours and numbers; genuine for `verify`, and not when altered."""
    made = sorted(folder.glob("*.pdf"))
    assert len(made) == 4
    words = {path: text_of(path) for path in made}
    assert any("Noor Appelvink" in text for text in words.values())
    assert all("13 oktober 2026" in text for text in words.values())
    assert all("mr. Marit Papierwilg" in text for text in words.values())
    assert {number for text in words.values() for number in re.findall(r"2026-\d{3}", text)} == {
        "2026-001", "2026-002", "2026-003", "2026-004",
    }  # fmt: skip


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
