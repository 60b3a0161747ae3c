from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.services.calendar_export import CalendarExportService

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def export(house):
    return CalendarExportService(house.store, house.clock)


@pytest.fixture
def group(house):
    noor = house.person("Noor", email="noor@post.example")
    link = "https://vergaderen.example/og"
    return house.group(noor, mode=Mode.HYBRID, place="Zaal De Linde", link=link)


def events(file):
    return Calendar.from_ical(file.data).walk("VEVENT")


def test_a_session_is_read_at_the_right_hour_before_and_after_the_clock_change(
    house, export, group
):
    for day in (date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)):
        session = house.session(group, day, 570, 690)
        (event,) = events(export.session(session.id))
        start = event["DTSTART"].dt
        assert start == datetime(day.year, day.month, day.day, 9, 30, tzinfo=AMSTERDAM)
        assert (event["DTEND"].dt - start).seconds == 7200


def test_moving_and_cancelling_keep_the_id_and_raise_the_sequence(house, export, group):
    session = house.session(group, date(2026, 11, 24))
    first = export.session(session.id)
    house.sessions.move(session.id, date(2026, 11, 26))
    (moved,) = events(export.session(session.id))
    house.holding.cancel(session.id, "zaal dicht")
    off = export.session(session.id)
    (cancelled,) = events(off)
    assert moved["UID"] == cancelled["UID"] == events(first)[0]["UID"]
    assert (moved["SEQUENCE"], cancelled["SEQUENCE"]) == (1, 2)
    assert cancelled["STATUS"] == "CANCELLED"
    assert b"METHOD:CANCEL" in off.data
    assert b"METHOD:PUBLISH" in first.data


def test_no_name_or_address_of_a_participant_leaves_the_program(house, export, group):
    session = house.session(group)
    for file in (export.session(session.id), export.everything()):
        assert b"Noor" not in file.data
        assert b"post.example" not in file.data
        assert b"ATTENDEE" not in file.data
        assert b"ORGANIZER" not in file.data


def test_a_year_holds_the_sessions_of_that_group_and_year(house, export, group):
    house.session(group, date(2026, 3, 3))
    house.session(group, date(2027, 3, 3))
    house.session(house.group(name="Andere"), date(2026, 3, 4))
    year = export.group_year(group.id, 2026)
    assert (year.name, year.events) == ("Ochtendgroep Utrecht 2026", 1)
    assert export.everything().events == 3


def test_place_and_link_are_those_of_the_mode(house, export, group):
    session = house.session(group)
    (hybrid,) = events(export.session(session.id))
    assert (hybrid["LOCATION"], hybrid["URL"]) == ("Zaal De Linde", group.link)
    online = house.group(name="Online", mode=Mode.ONLINE, place="oud adres", link=group.link)
    (event,) = events(export.session(house.session(online, date(2026, 12, 1)).id))
    assert "LOCATION" not in event


def test_a_session_that_is_gone_is_refused(export, refused):
    assert refused(export.session, "s-x") == "gone"
