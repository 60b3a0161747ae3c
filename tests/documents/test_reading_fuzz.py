"""Damaged files are read or refused, never anything else; bombs are refused at once."""

import io
import json
import random
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from intervisie_desktop.documents.exchange import read_practice
from intervisie_desktop.documents.reading.csv_table import read_csv
from intervisie_desktop.documents.reading.guard import guard_zip
from intervisie_desktop.documents.reading.ics_busy import read_busy
from intervisie_desktop.documents.reading.vcard import read_cards
from intervisie_desktop.documents.reading.xlsx_table import parse_workbook, read_xlsx
from intervisie_desktop.documents.reading.year_sheet import year_sheet_of
from intervisie_desktop.domain.errors import Refusal

DATA = Path(__file__).parents[1] / "fixtures" / "data"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "voorbeeld.json"
ROUNDS = 300
SPICE = [b"\0", b'"', b";", b"\r\n", b"\xff\xfe", b"\x80", b"BEGIN:VEVENT\r\n", b"END:VCARD\r\n", b"{", b"[",
         b"RRULE:FREQ=DAILY;COUNT=999999999\r\n", b"99999999999", b"-1", b":", b"=\r\n", b"\xc3\xa9", b"null",
         b"DTSTART:00000000T999999\r\n", b"RRULE:FREQ=YEARLY;BYDAY=9XX\r\n"]  # fmt: skip


def mutated(data, rng):
    """The data with one to four wounds; sometimes left whole."""
    found = bytearray(data)
    for _ in range(rng.randint(0, 4)):
        place = rng.randrange(len(found) or 1)
        match rng.randrange(5):
            case 0 if found:
                found[place] = rng.randrange(256)
            case 1:
                found[place:place] = rng.choice(SPICE)
            case 2:
                del found[place : place + rng.randint(1, 40)]
            case 3:
                found[place:place] = found[place : place + rng.randint(1, 200)]
            case _ if rng.random() < 0.2:
                del found[place:]
            case _:
                pass
    return bytes(found)


def rezipped(data, rng):
    """A workbook with wounds in one of its parts, so that the zip itself stays whole."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        wounded = rng.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == wounded and rng.random() < 0.1:
                continue
            new.writestr(name, mutated(part, rng) if name == wounded else part)
    return held.getvalue()


def calendar(data):
    return read_busy(data, date(2026, 1, 1), date(2026, 12, 31))


def outcome(read, data):
    try:
        read(data)
    except Refusal as refusal:
        return "refused" if refusal.code.startswith(("import_", "exchange_")) else refusal.code
    return "accepted"


def tally(read, source, wound=mutated):
    rng = random.Random(20261122)
    found = [outcome(read, wound(source, rng)) for _ in range(ROUNDS)]
    shares = [found.count(word) / ROUNDS for word in ("accepted", "refused")]
    assert min(shares) >= 0.05, shares
    assert set(found) == {"accepted", "refused"}


@pytest.mark.parametrize(
    ("read", "name"),
    [(read_csv, "deelnemers-excel-nl.csv"), (read_cards, "contacten.vcf"), (calendar, "agenda-extern.ics")],
)  # fmt: skip
def test_wounded_text_files_are_read_or_refused(read, name):
    tally(read, (DATA / name).read_bytes())


def test_a_wounded_practice_is_read_or_refused():
    tally(read_practice, EXAMPLE.read_bytes())


def test_a_practice_with_odd_values_is_read_or_refused():
    odd = [None, True, -1, 10**30, 1.5, "", "x", [], {}, [[]], ["10:00"], "2026-02-30", {"x_a": 1}]

    def swapped(data, rng):
        document = json.loads(data)
        for _ in range(rng.randint(0, 2)):
            spot = document
            while True:
                key = rng.choice(list(spot if isinstance(spot, dict) else range(len(spot))))
                if isinstance(spot[key], dict | list) and spot[key] and rng.random() < 0.8:
                    spot = spot[key]
                    continue
                spot[key] = rng.choice(odd)
                break
        return json.dumps(document).encode()

    tally(read_practice, EXAMPLE.read_bytes(), swapped)


def test_wounded_workbooks_are_read_or_refused():
    """What openpyxl raises on wounds ends its child process; here that counts as the refusal."""

    def read(data):
        guard_zip(data)
        try:
            for table in parse_workbook(data):
                year_sheet_of(table)
        except Refusal:
            raise
        except Exception as error:
            raise Refusal("import_unreadable") from error

    source = (DATA / "urenstaat-2025.xlsx").read_bytes()
    tally(read, source)
    tally(read, source, rezipped)


def test_a_workbook_that_openpyxl_breaks_on_is_refused_from_its_child():
    rng = random.Random(4)
    source = (DATA / "urenstaat-2025.xlsx").read_bytes()
    found = {outcome(read_xlsx, rezipped(source, rng)) for _ in range(5)}
    assert found <= {"accepted", "refused"}


def many_cells(count):
    """A workbook whose one sheet has a million cells in a few thousand bytes."""
    held = io.BytesIO()
    source = (DATA / "urenstaat-2025.xlsx").read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = b"<worksheet><sheetData>" + b"<row><c/></row>" * count
            new.writestr(name, part)
    return held.getvalue()


BOMBS = {
    "zip": lambda: many_cells(8_000_000),
    "nested calendar": lambda: b"BEGIN:VCALENDAR\r\n" * 60_000,
    "crowded calendar": lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 60_000,
    "racing rules": lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nDTSTART:19000101T000000\r\nRRULE:FREQ=DAILY;COUNT=99999\r\nEND:VEVENT\r\n" * 900 + b"END:VCALENDAR\r\n",
    "long csv": lambda: b"a;b\r\n" * 900_000,
    "one long field": lambda: b'Naam;Adres\r\n"' + b"x" * 300_000 + b'";y\r\n',
    "deep json": lambda: b'{"schema": "intervisie/practice/1", "settings": ' + b"[" * 900_000,
}  # fmt: skip


def peak():
    """The most memory this process ever had, in kilobytes; Windows does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_at_once(name):
    bomb = BOMBS[name]()
    read = {
        "zip": read_xlsx,
        "long csv": read_csv,
        "one long field": read_csv,
        "deep json": read_practice,
    }
    before = peak()
    started = time.perf_counter()
    assert outcome(read.get(name, calendar), bomb) == "refused"
    assert time.perf_counter() - started < 2
    assert peak() - before < 300_000
