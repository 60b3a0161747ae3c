"""A begeleider's first day, by keyboard alone, from an empty laptop to printed certificates."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

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
    hold(hands, clock)
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
    hands.press("Tab")
    hands.press("Ctrl+Return")


def hold(hands, clock):
    hands.sees("Bijeenkomst starten")
    clock.at = datetime(2026, 10, 13, 10, 2)
    hands.press("Ctrl+Return")
