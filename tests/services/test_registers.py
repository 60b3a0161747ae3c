"""Lists per register: who, how much, what was capped, and files a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.people import Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.registers import RegistersService, Term

SINCE = Period(date(2023, 1, 1), None)


@pytest.fixture
def registers(house):
    parts = (house.store, house.clock, house.ids)
    return RegistersService(house.store, ComplianceService(*parts, ProfilesService(house.store)))


def people(house, count=5, register="BAR"):
    found = []
    for place in range(count):
        person = house.person(f"P{place}", f"Achternaam{place}", profession="advocaat")
        house.people.put(
            Registration(id="", participant_id=person.id, register=register,
                         number=f"A{place}", period=SINCE)
        )  # fmt: skip
        found.append(person)
    return found


def met(house, group, day, start=600, end=750):
    return house.held(group, day, start=start, end=end)


def rows(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_points_are_rounded_per_session_and_capped_at_four(house, registers):
    group = house.group(*people(house), profiles=("nova_intervisie",))
    for month in (2, 4, 6):
        met(house, group, date(2026, month, 10))
    entry = registers.report("nova_intervisie", 2026).entries[0]
    assert [meeting.hundredths for meeting in entry.meetings] == [200, 200, 200]
    assert (entry.made, entry.earned, entry.hundredths) == (450, 600, 400)
    assert entry.forms == (("online", 450),)
    assert (entry.register, entry.number) == ("BAR", "A0")


def test_the_csv_reads_back_with_a_line_per_session(house, registers):
    group = house.group(*people(house), profiles=("nova_intervisie",), name="Groep; met punt")
    met(house, group, date(2026, 2, 10))
    met(house, group, date(2026, 4, 14), end=800)
    found = rows(registers.csv(registers.report("nova_intervisie", 2026)))
    assert len(found) == 10
    first = found[0]
    assert first["Registratienummer"] == "BAR A0"
    assert (first["Datum"], first["Van"], first["Tot"]) == ("10-02-2026", "10:00", "12:30")
    assert (first["Uren"], first["Punten bijeenkomst"]) == ("2,5", "2")
    assert (first["Groep"], first["Begeleider"]) == ("Groep; met punt", "Marit Papierwilg")
    assert found[1]["Uren"] == "3,33"
    assert found[0]["Vervallen boven het maximum"] == "1"


@pytest.mark.parametrize("evil", ["=1+1", "+31", "-2", "@x", " =A1", "＝1"])
def test_no_cell_is_a_formula(house, registers, evil):
    person = house.person(evil, "", profession="advocaat")
    group = house.group(person, *people(house), profiles=("nova_intervisie",), name=evil)
    met(house, group, date(2026, 2, 10))
    report = registers.report("nova_intervisie", 2026)
    found = rows(registers.csv(report))
    for row in found:
        assert not any(cell.lstrip().startswith(tuple("=+-@＝")) for cell in row.values() if cell)
    assert not any(
        part.lstrip().startswith(tuple("=+-@＝"))
        for line in registers.text(report).splitlines()
        for part in line.split("\t")
    )


def test_a_person_is_pasted_as_plain_lines_with_tabs(house, registers):
    group = house.group(*people(house), profiles=("nova_intervisie",))
    met(house, group, date(2026, 2, 10))
    entry = registers.report("nova_intervisie", 2026).entries[0]
    assert registers.text_of(entry).split("\n") == [
        "P0 Achternaam0\tBAR A0",
        "1 januari 2026 tot en met 31 december 2026",
        "10-02-2026\t10:00–12:30\t2,5\tonline\tOchtendgroep Utrecht\tMarit Papierwilg\t",
        "Totaal\t2,5 uur\tpunten: 2",
    ]


def test_someone_without_a_session_is_on_the_list(house, registers):
    house.group(*people(house), profiles=("nova_intervisie",))
    report = registers.report("nova_intervisie", 2026)
    assert [entry.meetings for entry in report.entries] == [()] * 5
    assert [row["Datum"] for row in rows(registers.csv(report))] == [""] * 5


def test_what_does_not_count_stands_there_with_the_reason(house, registers):
    group = house.group(*people(house), profiles=("nova_intervisie",))
    session = met(house, group, date(2026, 2, 10))
    late = house.at(session)["P0"].participant_id
    house.attendance.set_times(session.id, late, (Interval(690, 750),))
    row = rows(registers.csv(registers.report("nova_intervisie", 2026)))[0]
    assert (row["Minuten aanwezig"], row["Minuten die tellen"]) == ("60", "0")
    assert row["Telt niet of niet geheel"] == "te kort"


def test_a_registration_period_takes_in_the_sessions_of_all_its_years(house, registers):
    members = people(house, register="LVV")
    group = house.group(*members, profiles=("lvv",), since=date(2023, 1, 1))
    for year in (2024, 2025, 2026):
        met(house, group, date(year, 2, 10))
    choice = next(c for c in registers.choices(2026) if c.profile == "lvv")
    assert choice.has_periods
    entry = registers.report("lvv", 2026, Term.PERIOD).entries[0]
    assert entry.period == Period(date(2023, 1, 1), date(2026, 12, 31))
    assert (len(entry.meetings), entry.made, entry.target) == (3, 450, 1920)


def test_hours_over_the_most_of_a_year_are_told_in_the_period(house, registers):
    members = people(house, register="LVV")
    group = house.group(*members, profiles=("lvv",), since=date(2023, 1, 1))
    for month in (1, 2, 3):
        met(house, group, date(2026, month, 10), start=480, end=840)
    entry = registers.report("lvv", 2026, Term.PERIOD).entries[0]
    assert (entry.counted, entry.made, entry.year_most) == (1080, 960, 960)


def test_a_register_that_takes_no_intervisie_says_where_that_is_written(house, registers):
    house.group(*people(house), profiles=("vs_icb",))
    refused = registers.report("vs_icb", 2026).refused
    assert refused is not None
    assert "geen vormen" in refused.article
    group = house.group(house.person(), profiles=("lvv",), name="Andere groep")
    assert group.profiles == ("lvv",)
    assert registers.report("lvv", 2026).refused is None


def test_a_profile_that_is_gone_is_refused(registers, refused):
    assert refused(registers.report, "bestaat_niet", 2026) == "gone"
