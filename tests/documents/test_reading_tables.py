"""Lists from Excel and web tools come in as they stand, or are refused with a reason."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from intervisie_desktop.documents.reading import guard
from intervisie_desktop.documents.reading.child import in_child
from intervisie_desktop.documents.reading.csv_table import read_csv
from intervisie_desktop.documents.reading.text import cleaned, has_lost_letters, repaired
from intervisie_desktop.documents.reading.values import parse_day, parse_minutes
from intervisie_desktop.documents.reading.xlsx_table import cell_text, parse_workbook, read_xlsx
from intervisie_desktop.documents.reading.year_sheet import (
    CellMeaning,
    is_year_sheet,
    meaning_of,
    year_sheet_of,
)
from intervisie_desktop.domain.errors import Refusal

DATA = Path(__file__).parents[1] / "fixtures" / "data"


def refused(call, *arguments):
    with pytest.raises(Refusal) as caught:
        call(*arguments)
    return caught.value.code


def zipped(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def workbook(*rows, title="Blad1"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("name", ["excel-nl", "windows1252", "komma"])
def test_the_same_list_comes_in_alike_however_it_was_saved(name):
    table = read_csv((DATA / f"deelnemers-{name}.csv").read_bytes())
    assert (table.headings[0], table.headings[-1], len(table.rows)) == (
        "Achternaam",
        "Lid sinds",
        30,
    )
    assert table.rows[0].cell(3) == "noor.0@voorbeeld.example"
    assert table.rows[20].cell(1) == "Renée"
    assert table.rows[20].number == 22


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    assert read_csv("Naam;Plaats\r\nZoë;Hengelo\r\n".encode(encoding)).rows[0].cell(0) == "Zoë"


@pytest.mark.parametrize(
    "text", ["Naam\tPlaats\na\tb", "sep=|\nNaam|Plaats\na|b", 'Naam,Plaats\na,"b"']
)
def test_the_separator_is_found(text):
    assert read_csv(text.encode()).rows[0].cells == ("a", "b")


def test_semicolons_within_quotes_are_text():
    table = read_csv(b'Naam,Plaats\n"Vos; de","a;b;c;d"\n')
    assert table.rows[0].cells == ("Vos; de", "a;b;c;d")


def test_damaged_text_is_repaired_and_said():
    table = read_csv("Naam;Rol\nRenÃ©;efficiĆ«nt\n".encode())
    assert table.rows[0].cells == ("René", "efficiënt")
    assert [note.facts["was"] for note in table.notes] == ["RenÃ©", "efficiĆ«nt"]


@pytest.mark.parametrize("text", ["Ångström", "Âlim", "Müller", "José", "Łucja"])
def test_real_letters_are_left_alone(text):
    assert repaired(text) == text


def test_lost_letters_are_noticed():
    assert has_lost_letters("Jok?bas")
    assert not has_lost_letters("Echt waar?")


def test_control_and_direction_characters_go():
    assert cleaned("Jan\u202e\tvan\x07 den  Berg\u200f ") == "Jan van den Berg"


def test_bad_csv_is_refused_with_its_row():
    with pytest.raises(Refusal) as caught:
        read_csv(b'Naam;Plaats\na;b\n"c;d\n')
    assert caught.value.code == "import_csv_broken"
    assert caught.value.facts["row"] >= 3
    assert refused(read_csv, b"Naam;Plaats\nJan\0;x\n") == "import_nul"
    assert refused(read_csv, b" \r\n") == "import_empty"
    assert refused(read_csv, b"a;b\n" * 50_001) == "import_too_many"
    assert refused(read_csv, b"x" * (guard.MAX_CSV + 1)) == "import_too_large"
    assert refused(read_csv, b"a" + b";" * 300) == "import_too_wide"
    assert refused(read_csv, b"Naam\n\x81\x8d\xff") == "import_encoding"


def test_titles_and_bands_above_the_headings_are_put_apart():
    rows = [["Lijst 2026"], [], ["Persoon", None, "Werk"], ["Naam", "E-mail", "Kantoor", "Functie"],
            ["Jan Vos", "jan@x.example", "Vos", "advocaat"]]  # fmt: skip
    (table,) = parse_workbook(workbook(*rows))
    assert table.headings == ("Naam", "E-mail", "Kantoor", "Functie")
    assert table.above == ("Lijst 2026", "Persoon Werk")
    assert [row.number for row in table.rows] == [5]


def test_cells_read_as_a_dutch_reader_would_type_them():
    values = [None, True, 3, 2.5, 100037.0, date(2025, 2, 11), datetime(2025, 2, 11),
              datetime(2025, 2, 11, 9, 5), time(1, 30), timedelta(hours=26), "x"]  # fmt: skip
    assert [cell_text(value) for value in values] == [
        "", "ja", "3", "2,5", "100037", "11-02-2025", "11-02-2025", "11-02-2025 9:05", "1:30", "26:00",
        "x"]  # fmt: skip


def test_a_workbook_is_read_in_a_process_of_its_own():
    tables = read_xlsx((DATA / "urenstaat-2025.xlsx").read_bytes())
    assert [table.name for table in tables] == ["2025"]


def fail(_data):
    raise RecursionError


def test_a_child_that_breaks_down_is_a_refusal():
    assert refused(in_child, fail, b"") == "import_unreadable"


def test_a_child_that_hangs_is_stopped():
    assert refused(in_child, time_eater, b"", 1.0) == "import_too_slow"


def time_eater(_data):
    import time as clock

    clock.sleep(60)


def test_bombs_and_locked_files_are_refused_unread():
    assert refused(read_xlsx, zipped(a=b"\0" * 30_000_000)) == "import_bomb"
    assert refused(read_xlsx, zipped(**{str(i): b"" for i in range(2001)})) == "import_bomb"
    assert (
        refused(read_xlsx, zipped(a='<!DOCTYPE x [<!ENTITY a "b">]><x/>')) == "import_document_type"
    )
    assert refused(read_xlsx, zipped(a="<!DocType x>".encode("utf-16"))) == "import_document_type"
    assert (
        refused(read_xlsx, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99)
        == "import_locked_or_old"
    )
    assert refused(read_xlsx, b"PK\x03\x04 not really a zip") == "import_unreadable"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14-01-2026", date(2026, 1, 14)), ("1/2/2026", date(2026, 2, 1)), ("1.2.26", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)), ("14 januari 2026", date(2026, 1, 14)),
        ("wo 14 jan. 2026", date(2026, 1, 14)), ("46036", date(2026, 1, 14)),
        ("31-02-2026", None), ("13/14/2026", None), ("12", None), ("morgen", None), ("99999", None),
    ],
)  # fmt: skip
def test_days_are_read_day_first(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1,6", 96), ("2", 120), ("2 uur", 120), ("2:00", 120), ("1u30", 90), ("1 uur en 30 min", 90),
     ("90 min", 90), ("½", 30), ("2.5h", 150), ("25:00", None), ("ziek", None), ("99", None)],
)  # fmt: skip
def test_typed_hours_become_minutes(text, minutes):
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("", "blank"), ("ziek", "excused"), ("afgemeld", "excused"), ("-", "absent"), ("0", "absent"),
     ("x", "present"), ("2,5", "hours"), ("komt later?", "unclear")],
)  # fmt: skip
def test_a_cell_of_a_year_sheet_means_something(text, meaning):
    assert meaning_of(text).meaning == CellMeaning(meaning)


def test_the_year_sheet_kept_by_hand_is_understood():
    (table,) = parse_workbook((DATA / "urenstaat-2025.xlsx").read_bytes())
    sheet = year_sheet_of(table)
    assert is_year_sheet(table)
    assert (sheet.group, sheet.facilitator) == ("Ochtendgroep", "Marit Papierwilg")
    assert [day.month for day in sheet.days] == [2, 4, 6, 9, 11]
    assert [cell.minutes for cell in sheet.people[0].cells] == [96, 150, 0, 120, 120]
    assert sheet.people[0].cells[2].meaning is CellMeaning.EXCUSED
    assert len(sheet.people) == 7
