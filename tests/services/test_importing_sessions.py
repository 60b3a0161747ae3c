"""A plain list of sessions becomes planned sessions of known and new groups."""

import io
from dataclasses import replace
from datetime import date, datetime, time

import openpyxl
import pytest

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.exchange import gathered
from intervisie_desktop.services.importing import (
    Field,
    Handling,
    ImportKind,
    ImportService,
    RowState,
)
from intervisie_desktop.storage.store import Store

PLAN = "Datum;Begin;Eind;Groep;Plaats;Vorm"


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


def everything(store):
    with store.reading() as read:
        return gathered(read)


def planned(service, *lines, headings=PLAN, **mapping):
    draft = service.read_bytes("\n".join((headings, *lines)).encode(), "rooster.csv")
    return service.preview(draft, replace(service.mapping(draft), **mapping))


def times(store):
    return sorted((one.day, one.start, one.end) for one in everything(store).sessions)


def test_a_list_of_sessions_is_planned_in_known_and_new_groups(service, store):
    with store.work("x") as work:
        work.groups.add(Group(id="g", name="Noord", place="Zaal 1", method="incident"))
    preview = planned(
        service,
        "13-10-2026;10:00;12:30;noord;;",
        "di 20 okt 2026;9.30;11u;Zuid;https://meet.example/a;online",
    )
    assert (preview.kind, preview.new_groups) == (ImportKind.SESSIONS, ("Zuid",))
    summary = service.apply(preview).value
    assert (summary.sessions, summary.groups, summary.participants) == (2, 1, 0)
    held = everything(store)
    first, second = sorted(held.sessions, key=lambda one: one.day)
    assert (first.group_id, first.place, first.method, first.state) == (
        "g",
        "Zaal 1",
        "incident",
        "planned",
    )
    assert (first.facilitator_id, second.facilitator_id) == ("f1", "f1")
    assert (second.mode, second.place, second.link) == ("online", "", "https://meet.example/a")
    assert times(store) == [(date(2026, 10, 13), 600, 750), (date(2026, 10, 20), 570, 660)]
    assert not held.attendances
    store.undo()
    assert not everything(store).sessions
    assert len(everything(store).groups) == 1


@pytest.mark.parametrize(
    ("headings", "line"),
    [("Dag;Datum;Van;Tot;Intervisiegroep", "dinsdag;13-10-2026;10:00;12:00;A"),
     ("Datum;Aanvang;Duur;Groep", "2026-10-13;10.00 uur;2 uur;A"),
     ("Datum;Tijd;Groep", "13 oktober 2026;10:00 - 12:00;A"),
     ("Datum;Tijd;Groep", "di 13-10-26;van 10.00 tot 12.00 uur;A"),
     ("Wanneer;Eind;Groep", "13-10-2026 10:00;12;A"),
     ("Datum;Start;Duur (minuten);Groep", "13/10/2026;10u;120;A"),
     ("Dag;Begintijd;Groep;Locatie", "13-10-2026;10:00;A;Zaal")],
)  # fmt: skip
def test_days_and_times_are_read_as_people_type_them(service, store, headings, line):
    preview = planned(service, line, headings=headings)
    assert preview.kind is ImportKind.SESSIONS
    assert not preview.problems
    service.apply(preview)
    assert times(store) == [(date(2026, 10, 13), 600, 720)]


def test_a_spreadsheet_with_real_dates_and_times_reads_the_same(service, store):
    book = openpyxl.Workbook()
    book.active.append(["Datum", "Van", "Tot", "Groep"])
    book.active.append([datetime(2026, 10, 13), time(10), time(12, 30), "A"])
    held = io.BytesIO()
    book.save(held)
    service.apply(service.preview(service.read_bytes(held.getvalue(), "rooster.xlsx")))
    assert times(store) == [(date(2026, 10, 13), 600, 750)]


def test_what_is_wrong_with_a_session_is_said_by_row(service, store):
    preview = planned(service, "31-02-2027;10:00;12:00;A;;", "1-3-2027;12:00;10:00;A;;", "1-3-2027;ochtend;12:00;A;;",
                      "1-3-2027;;12:00;A;;", "1-3-2027;10:00;12:00;;;", ";10:00;12:00;A;;", "1-3-2026;10:00;12:00;A;;",
                      "1-3-2027;10:00;12:00;A;;dansend", "1-3-2027;23:30;;A;;", "1-3-2027;10:00;25:00;A;;")  # fmt: skip
    assert {row.number: row.problems[0].code for row in preview.problems} == {
        2: "bad_day", 3: "end_before_start", 4: "bad_clock", 5: "no_start", 6: "no_group",
        7: "no_day", 8: "day_past", 9: "bad_mode", 10: "end_before_start", 11: "bad_clock"}  # fmt: skip
    with pytest.raises(Refusal, match="import_problem_rows"):
        service.apply(preview)
    assert not everything(store).sessions


def test_days_that_are_over_come_in_as_held_when_asked(service, store):
    service.apply(
        planned(service, "1-3-2026;10:00;12:00;A;;", "1-4-2026;10:00;12:00;A;;", past=True)
    )
    states = {one.day.month: one.state for one in everything(store).sessions}
    assert states == {3: "held", 4: "planned"}


def test_a_session_of_the_same_group_at_that_time_is_skipped(service, store):
    lines = ("13-10-2026;10:00;12:00;A;;", "13-10-2026;11:00;13:00;a;;", "13-10-2026;12:00;13:00;A;;",
             "13-10-2026;10:00;12:00;B;;")  # fmt: skip
    preview = planned(service, *lines)
    (there,) = [row for row in preview.rows if row.state is RowState.DUPLICATE]
    assert (there.number, there.attentions[0].code, there.usual.handling) == (
        3,
        "session_there",
        Handling.SKIP,
    )
    assert (service.apply(preview).value.sessions, len(times(store))) == (3, 3)
    again = service.apply(planned(service, *lines)).value
    assert (again.sessions, again.skipped, again.groups) == (0, 4, 0)


def test_a_cancelled_session_is_not_in_the_way(service, store):
    service.apply(planned(service, "13-10-2026;10:00;12:00;A;;"))
    with store.work("x") as work:
        work.sessions.save(replace(work.sessions.all()[0], state=SessionState.CANCELLED))
    assert (
        service.preview(
            service.read_bytes(f"{PLAN}\n13-10-2026;10:00;12:00;A;;".encode(), "r.csv")
        ).counts[RowState.NEW]
        == 1
    )


def test_an_end_that_is_not_there_is_supposed_and_pointed_out(service, store):
    preview = planned(service, "13-10-2026;10:00;A", headings="Datum;Begin;Groep", lasts=90)
    assert preview.rows[0].attentions[0].code == "end_supposed"
    service.apply(preview)
    assert times(store) == [(date(2026, 10, 13), 600, 690)]


def test_people_with_a_start_date_are_no_sessions(service):
    assert (
        service.read_bytes(b"Naam;Groep;Datum\nJan;A;1-1-2027\n", "x.csv").kind
        is ImportKind.PARTICIPANTS
    )
    assert (
        service.read_bytes(b"Naam;Groep;Begin;Tot\nJan;A;1-1-2027;\n", "x.csv").columns_of(0)[2]
        is Field.SINCE
    )
