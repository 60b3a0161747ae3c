"""Lists, address books, calendars and year sheets come into the practice."""

import io
import random
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.duplicates import Resemblance
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group, MemberRole
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.exchange import ExchangeService, gathered, settled
from intervisie_desktop.services.importing import (
    Blank,
    Choice,
    Decisions,
    Field,
    Handling,
    ImportKind,
    ImportService,
    RowState,
    mapping_from_toml,
    people_from_lines,
)
from intervisie_desktop.storage.store import Store

DATA = Path(__file__).parents[1] / "fixtures" / "data"
HEADINGS = "Achternaam;Voornaam;E-mail;Kantoor;Functie;BAR-nummer;Groep;Lid sinds"


@pytest.fixture
def store(tmp_path):
    made = Store.create(tmp_path / "p.intervisie", bytes(32))
    with made.work("started") as work:
        work.facilitators.add(Facilitator(id="f1", name="mr. Marit Papierwilg"))
        work.practice.save(Practice(name="Praktijk", facilitator_id="f1"))
    yield made
    made.close()


@pytest.fixture
def service(store):
    return ImportService(store, FixedClock(datetime(2026, 4, 1, 9)), SeededIds(3))


def listed(service, *lines):
    return service.preview(service.read_bytes("\n".join((HEADINGS, *lines)).encode(), "lijst.csv"))


def test_a_field_of_law_comes_along_and_fills_what_was_empty(store, service):
    def brought(second):
        text = f"Naam;E-mail;Rechtsgebied\nNoor Appelvink;noor@x.example;{second}\n"
        service.apply(service.preview(service.read_bytes(text.encode(), "lijst.csv")))
        with store.reading() as read:
            return [person.field_of_law for person in read.participants.all()]

    assert brought("") == [""]
    assert brought("arbeidsrecht") == ["arbeidsrecht"]
    assert brought("huurrecht") == ["arbeidsrecht"]


def sheet(*rows):
    book = openpyxl.Workbook()
    book.active.title = "2025"
    for row in rows:
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def everything(store):
    with store.reading() as read:
        return settled(gathered(read))


def bring_in(service, name, **mapping):
    draft = service.read(DATA / name)
    preview = service.preview(draft, replace(service.mapping(draft), **mapping))
    return service.apply(preview)


# --- participants -----------------------------------------------------------------------------


def test_the_list_from_excel_comes_in_whole(service, store):
    summary = bring_in(service, "deelnemers-excel-nl.csv").value
    assert (summary.participants, summary.groups, summary.memberships) == (30, 5, 30)
    held = everything(store)
    noor = next(one for one in held.participants if one.email == "noor.0@voorbeeld.example")
    (job,) = [one for one in held.employments if one.participant_id == noor.id]
    (entry,) = [one for one in held.registrations if one.participant_id == noor.id]
    (member,) = [one for one in held.memberships if one.participant_id == noor.id]
    assert noor.name == PersonName(given="Noor", surname="Appelvink")
    assert (job.employer, job.function) == ("Maatschap Appelvink", "advocaat-stagiair")
    assert (entry.register, entry.number) == ("BAR", "A100000")
    assert (member.role, member.period.start) == (MemberRole.TRAINEE, date(2026, 1, 1))
    assert {group.profiles for group in held.groups} == {("nova_intervisie",)}
    assert len({group.code for group in held.groups}) == 5
    assert len({group.colour for group in held.groups}) == 5


def test_prefixes_are_split_so_that_lists_sort_right(service, store):
    bring_in(service, "deelnemers-excel-nl.csv")
    names = {one.name.surname: one.name.prefix for one in everything(store).participants}
    assert names["Braambos"] == "van der"
    assert names["Wilgenroosje"] == "'t"
    assert names["Andoorn"] == "d'"
    assert names["Zandoogje"] == "op 't"


def test_nothing_is_written_before_it_is_confirmed(service, store):
    before = everything(store)
    service.preview(service.read(DATA / "deelnemers-komma.csv"))
    assert everything(store) == before


def test_an_import_is_one_step_back(service, store):
    before = everything(store)
    outcome = bring_in(service, "deelnemers-komma.csv")
    assert store.undo_label() == (
        "imported",
        {"file": "deelnemers-komma.csv", "kind": "participants"},
    )
    assert outcome.changes
    store.undo()
    assert everything(store) == before


def test_the_same_list_again_finds_everyone_and_changes_nothing(service, store):
    bring_in(service, "deelnemers-excel-nl.csv")
    before = everything(store)
    preview = service.preview(service.read(DATA / "deelnemers-windows1252.csv"))
    assert preview.counts[RowState.DUPLICATE] == 30
    assert {row.proposals[0].reason for row in preview.rows} == {Resemblance.SAME_NUMBER}
    assert service.apply(preview).value.merged == 30
    assert everything(store) == before


def test_damaged_names_are_pointed_out(service):
    preview = service.preview(service.read(DATA / "deelnemers-windows1252.csv"))
    flagged = {row.number: row.attentions[0].code for row in preview.rows if row.attentions}
    assert flagged == {26: "question_mark"}
    assert [note.code for note in preview.notes] == ["old_encoding"]


def test_rows_with_problems_are_named_and_block_until_left_out(service, store):
    preview = listed(service, "Vos;Jan;geen adres;;;;;", "Bos;Kim;;;;;Groep;31-02-2026", ";;a@x.example;;;;;",
                     "Das;Teun;teun@x.example;;;;Groep;1-1-2026")  # fmt: skip
    assert {row.number: row.problems[0].code for row in preview.problems} == {
        2: "bad_email", 3: "bad_day", 4: "no_name"}  # fmt: skip
    assert preview.new_groups == ("Groep",)
    before = everything(store)
    with pytest.raises(Refusal, match="import_problem_rows"):
        service.apply(preview)
    assert everything(store) == before
    summary = service.apply(preview, Decisions(leave_out_problems=True)).value
    assert (summary.participants, summary.skipped) == (1, 3)


def test_somebody_twice_in_a_list_is_one_person_in_two_groups(service, store):
    preview = listed(service, "Vos;Jan;jan@x.example;;;A1;Een;", "Vos;J.;;;;A1;Twee;")
    assert preview.rows[1].proposals[0].row == 2
    summary = service.apply(preview).value
    assert (summary.participants, summary.merged, summary.memberships) == (1, 1, 2)


def test_a_namesake_is_added_unless_chosen_otherwise(service, store):
    service.apply(listed(service, "Vos;Jan;;Vos BV;;;;"))
    again = listed(service, "Vos;Jan;jan@x.example;Das BV;;;;")
    (row,) = again.rows
    assert (row.proposals[0].reason, row.usual.handling) == (Resemblance.SAME_NAME, Handling.ADD)
    merge = Choice(handling=Handling.MERGE, target=row.proposals[0].target)
    service.apply(again, Decisions(choices={row.key: merge}))
    (person,) = everything(store).participants
    assert person.email == "jan@x.example"


def test_another_employer_keeps_the_history(service, store):
    service.apply(listed(service, "Vos;Jan;jan@x.example;Vos BV;advocaat;;;"))
    service.apply(listed(service, "Vos;Jan;jan@x.example;Das BV;partner;;;"))
    jobs = {one.employer: one.period for one in everything(store).employments}
    assert jobs["Vos BV"].end == date(2026, 3, 31)
    assert (jobs["Das BV"].start, jobs["Das BV"].end) == (date(2026, 4, 1), None)


def test_employers_become_clients_when_asked(service, store):
    with store.work("x") as work:
        work.clients.add(Client(id="o1", name="kantoor zonnedauw"))
    bring_in(service, "deelnemers-excel-nl.csv", clients=True)
    held = everything(store)
    assert len(held.clients) == 6
    assert "o1" in {job.client_id for job in held.employments}


def test_columns_can_be_mapped_otherwise(service):
    draft = service.read_bytes(b"Wie is het;Bij\nJan Vos;Groep A\n", "lijst.csv")
    assert draft.columns_of(0) == (None, None)
    mapping = replace(service.mapping(draft), columns=(Field.NAME, Field.GROUP))
    row = service.preview(draft, mapping).rows[-1]
    assert (row.entry.name.plain, row.entry.group) == ("Jan Vos", "Groep A")


def test_a_list_without_headings_is_read_by_what_stands_in_it(service):
    draft = service.read_bytes(b"Jan van den Berg;jan@x.example\nEls Vos;els@x.example\n", "x.csv")
    rows = service.preview(draft).rows
    assert [(row.number, row.entry.name.surname, row.entry.email) for row in rows] == [
        (1, "Berg", "jan@x.example"), (2, "Vos", "els@x.example")]  # fmt: skip


def test_a_mapping_file_says_the_same(service):
    draft = service.read_bytes(b"Wie is het;E-mail\nJan Vos;jan@x.example\n", "lijst.csv")
    text = (
        'group = "Ochtend"\nclients = true\nstarts_at = "09:30"\n[columns]\n"Wie is het" = "name"\n'
    )
    mapping = mapping_from_toml(text, draft)
    assert mapping.columns == (Field.NAME, Field.EMAIL)
    assert (mapping.group, mapping.clients, mapping.starts_at) == ("Ochtend", True, 570)


@pytest.mark.parametrize(
    ("text", "code"),
    [("group = ", "import_map_broken"), ("groep = 'x'", "import_map_value"),
     ("starts_at = '25:00'", "import_map_value"), ("kind = 'x'", "import_map_value"),
     ("sheet = 'x'", "import_map_value"), ("clients = 1", "import_map_value"),
     ("[columns]\nX = 'name'", "import_map_heading"), ("[columns]\nNaam = 'x'", "import_map_field")],
)  # fmt: skip
def test_a_mapping_file_that_cannot_be_is_refused(service, text, code):
    draft = service.read_bytes(b"Naam;E-mail\nJan Vos;\n", "lijst.csv")
    with pytest.raises(Refusal, match=code):
        mapping_from_toml(text, draft)


def test_pasted_lines_become_people(service):
    lines = "1. Jan van den Berg <jan@x.example>\n\n- mr. Els Vos\n• Teun Das, teun@x.example\n42\nKim <kim@>"
    people = people_from_lines(lines)
    assert [(p.number, p.name.formal, p.email, p.problem) for p in people] == [
        (1, "Jan van den Berg", "jan@x.example", ""), (3, "mr. Els Vos", "", ""),
        (4, "Teun Das", "teun@x.example", ""), (5, "", "", "no_name"), (6, "Kim <kim@>", "", "")]  # fmt: skip
    assert len(service.preview(service.read_lines(lines)).rows) == 5


def test_a_name_stays_what_was_typed(service, store):
    evil = "<b>Jan</b><img src=file:///plaatje.png>"
    service.apply(listed(service, f"{evil};;;;;;;"))
    assert everything(store).participants[0].name.plain == evil


# --- contacts, busy times -----------------------------------------------------------------------


def test_the_address_book_makes_clients_with_contacts(service, store):
    summary = bring_in(service, "contacten.vcf").value
    assert (summary.contacts, summary.clients) == (6, 6)
    held = everything(store)
    contact = next(one for one in held.contacts if one.name == "Daan IJsvogel")
    client = next(one for one in held.clients if one.id == contact.client_id)
    assert (client.name, client.address.postcode) == ("Kastanjelaar Advocatuur", "1013 AB")
    again = service.preview(service.read(DATA / "contacten.vcf"))
    assert again.counts[RowState.DUPLICATE] == 6
    service.apply(again)
    assert everything(store) == held


def test_a_contact_without_organisation_is_a_problem(service):
    draft = service.read_bytes(b"BEGIN:VCARD\nFN:Jan\nEND:VCARD\n", "x.vcf")
    assert service.preview(draft).problems[0].problems[0].code == "no_organisation"
    people = service.preview(draft, replace(service.mapping(draft), kind=ImportKind.PARTICIPANTS))
    assert people.counts[RowState.NEW] == 1


def test_busy_times_come_in_without_titles_and_replace_the_older(service, store):
    assert bring_in(service, "agenda-extern.ics").value.busy == 52
    assert bring_in(service, "agenda-extern.ics").value.busy == 52
    held = everything(store)
    assert len(held.busy_times) == 52
    assert {one.source for one in held.busy_times} == {"agenda-extern.ics"}
    assert "Sport" not in repr(held)


# --- year sheets --------------------------------------------------------------------------------


def test_the_year_sheet_comes_in_with_its_hours(service, store):
    summary = bring_in(service, "urenstaat-2025.xlsx").value
    assert (summary.participants, summary.sessions, summary.attendances) == (7, 5, 35)
    held = everything(store)
    assert held.groups[0].name == "Ochtendgroep"
    first = next(one for one in held.sessions if one.day == date(2025, 2, 11))
    assert (first.start, first.end, first.state, first.facilitator_id) == (600, 750, "held", "f1")
    noor = next(one for one in held.participants if one.name.surname == "Appelvink")
    (attendance,) = [one for one in held.attendances
                     if (one.session_id, one.participant_id) == (first.id, noor.id)]  # fmt: skip
    assert [(i.start, i.end) for i in attendance.intervals] == [(600, 696)]
    assert attendance.remark == ""
    assert all(one.taken_over for one in held.attendances)
    assert sum(one.state == "excused" for one in held.attendances) == 2
    assert sum(one.state == "absent" for one in held.attendances) == 3


def test_a_sheet_finds_people_by_initials(service, store):
    bring_in(service, "deelnemers-excel-nl.csv")
    preview = service.preview(service.read(DATA / "urenstaat-2025.xlsx"))
    reasons = {row.label: row.proposals[0].reason for row in preview.rows}
    assert reasons["mr. N. Appelvink"] is Resemblance.SAME_INITIALS_AND_EMPLOYER
    assert reasons["mr. J. Kastanjelaar"] is Resemblance.SAME_INITIALS
    assert preview.new_groups == ()


def test_a_sheet_twice_adds_no_meetings(service, store):
    bring_in(service, "urenstaat-2025.xlsx")
    held = everything(store)
    preview = service.preview(service.read(DATA / "urenstaat-2025.xlsx"))
    assert [note.code for note in preview.notes] == ["times_supposed", *["day_taken"] * 5]
    service.apply(preview)
    assert everything(store) == held


def test_what_is_asked_of_a_sheet_can_be_answered(service, store):
    bring_in(service, "urenstaat-2025.xlsx", starts_at=540, blank=Blank.UNKNOWN, group="Vroeg")
    held = everything(store)
    assert {one.start for one in held.sessions} == {540}
    assert sum(one.state == "expected" for one in held.attendances) == 3
    assert held.groups[0].name == "Vroeg"


def test_ticks_unclear_cells_and_an_unknown_leader(service, store):
    with store.work("x") as work:
        work.groups.add(Group(id="g", name="Noord", facilitator_id="f1"))
    data = sheet(["Uren 2025 Noord (gespreksleider: Wie Anders)", None, None],
                 ["Naam", date(2025, 3, 4), date(2025, 5, 6)],
                 ["Jan Vos", "x", "komt later"], ["Kim Das", "23,5", None], ["Totaal", 2, 3])  # fmt: skip
    preview = service.preview(service.read_bytes(data, "uren.xlsx"))
    assert [note.code for note in preview.notes] == ["times_supposed", "facilitator_unknown"]
    assert preview.rows[0].attentions[0].code == "cell_unclear"
    assert preview.rows[1].problems[0].code == "too_many_hours"
    service.apply(preview, Decisions(leave_out_problems=True))
    held = everything(store)
    assert {one.facilitator_id for one in held.sessions} == {None}
    assert [
        [(i.start, i.end) for i in a.intervals] for a in held.attendances if a.state == "present"
    ]


# --- the exchange format, and what is no import ---------------------------------------------------


def test_a_practice_comes_in_through_the_same_door(service, store):
    example = Path(__file__).parents[2] / "docs" / "examples" / "voorbeeld.json"
    draft = service.read(example)
    assert draft.kind is ImportKind.EXCHANGE
    preview = service.preview(draft)
    assert preview.made["participants"] == 4
    assert service.apply(preview).value.certificates == 1
    assert ExchangeService(store).export_practice().startswith(b"{")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "import_empty"), (b"%PDF-1.7 x", "import_unknown_kind"), (b"Naam\n", "import_empty"),
     (b"PK\x03\x04xxxx", "import_unreadable"), (b'{"a": 1}', "exchange_not_ours"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "import_locked_or_old")],
)  # fmt: skip
def test_what_cannot_be_imported_is_refused(service, data, code):
    with pytest.raises(Refusal) as caught:
        service.read_bytes(data, "bestand")
    assert caught.value.code == code


def test_a_calendar_is_no_list_of_people(service):
    draft = service.read(DATA / "agenda-extern.ics")
    with pytest.raises(Refusal, match="import_kind"):
        service.preview(draft, replace(service.mapping(draft), kind=ImportKind.PARTICIPANTS))


def test_wounded_lists_come_in_whole_or_not_at_all(service, store):
    rng = random.Random(7)
    source = (DATA / "deelnemers-excel-nl.csv").read_bytes()
    before = everything(store)
    applied = 0
    for _ in range(60):
        wounded = bytearray(source)
        for _ in range(rng.randint(0, 3)):
            place = rng.randrange(len(wounded))
            wounded[place : place + rng.randint(0, 30)] = rng.choice(
                [b"", b"\r\n", b";;", b"\xff", b'"']
            )
        try:
            preview = service.preview(service.read_bytes(bytes(wounded), "lijst.csv"))
            summary = service.apply(preview, Decisions(leave_out_problems=True)).value
        except Refusal:
            assert everything(store) == before
            continue
        applied += 1
        assert summary.participants + summary.merged + summary.skipped == len(preview.rows)
        store.undo()
        assert everything(store) == before
    assert 3 <= applied <= 57
