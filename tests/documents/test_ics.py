"""Calendars that others read at the right hour."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from intervisie_desktop.documents.ics import IcsEvent, IcsMethod, calendar_bytes
from intervisie_desktop.documents.reading.ics_busy import read_busy

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EVENT = IcsEvent(
    uid="s-1@intervisie", stamp=datetime(2026, 1, 2, 9, tzinfo=UTC), day=date(2026, 10, 13), start=600,
    end=750, title="Intervisie Ochtendgroep", sequence=2,
)  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200)


def read_back(*events, **how):
    calendar = Calendar.from_ical(calendar_bytes(events, **how))
    return calendar, calendar.walk("VEVENT")


def test_an_event_reads_back_as_it_was():
    calendar, (event,) = read_back(
        replace(EVENT, place="Vogelplein 1", link="https://x.example/a?b=c")
    )
    assert calendar["METHOD"] == "PUBLISH"
    assert (event["UID"], event["SEQUENCE"], event["LOCATION"]) == (
        "s-1@intervisie",
        2,
        "Vogelplein 1",
    )
    assert event["DTSTAMP"].dt == EVENT.stamp
    assert event["DTSTART"].dt == datetime(2026, 10, 13, 10, tzinfo=AMSTERDAM)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=150)
    assert (event["URL"], event["DESCRIPTION"]) == ("https://x.example/a?b=c",) * 2
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (date(2026, 3, 28), 9), (date(2026, 3, 29), 8), (date(2026, 10, 24), 8), (date(2026, 10, 25), 9),
        (date(2035, 7, 1), 8), (date(2035, 12, 1), 9),
    ],
)  # fmt: skip
def test_ten_in_the_morning_is_ten_on_both_sides_of_the_clock_change(day, utc_hour):
    _, (event,) = read_back(replace(EVENT, day=day))
    assert event["DTSTART"].dt.astimezone(UTC).hour == utc_hour


def test_the_zone_that_travels_along_says_the_same_as_the_zone_itself():
    calendar, _ = read_back(EVENT)
    (zone,) = calendar.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    moments = [datetime(2026, 3, 29, 0), datetime(2026, 3, 29, 4), datetime(2026, 10, 25, 0),
               datetime(2026, 10, 25, 4), datetime(2030, 7, 1)]  # fmt: skip
    for wall in moments:
        assert wall.replace(tzinfo=own).utcoffset() == wall.replace(tzinfo=AMSTERDAM).utcoffset()


def test_a_cancelled_event_is_taken_out():
    calendar, (event,) = read_back(EVENT, method=IcsMethod.CANCEL)
    assert (calendar["METHOD"], event["STATUS"], event["TRANSP"]) == (
        "CANCEL", "CANCELLED", "TRANSPARENT")  # fmt: skip
    _, (one, other) = read_back(EVENT, replace(EVENT, uid="s-2", cancelled=True))
    assert (one["STATUS"], other["STATUS"]) == ("CONFIRMED", "CANCELLED")


@given(TEXT, TEXT)
def test_any_text_comes_back_and_no_line_is_too_long(title, place):
    data = calendar_bytes((replace(EVENT, title=f"x{title}", place=f"x{place}"),))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
    _, (event,) = read_back(replace(EVENT, title=f"x{title}", place=f"x{place}"))
    assert (event["SUMMARY"], event["LOCATION"]) == (f"x{title}", f"x{place}")


def test_nothing_can_be_smuggled_in():
    evil = "x\r\nATTENDEE:mailto:kwaad@x.example\x07"
    data = calendar_bytes((replace(EVENT, title=evil, uid=evil, link=evil, place=evil),), name=evil)
    assert b"\r\nATTENDEE" not in data
    assert b"\x07" not in data


def test_our_own_import_reads_our_own_export():
    data = calendar_bytes((EVENT, replace(EVENT, uid="2", cancelled=True, day=date(2026, 10, 14))))
    (taken,) = read_busy(data, date(2026, 1, 1), date(2026, 12, 31)).taken
    assert (taken.start, taken.end) == (datetime(2026, 10, 13, 10), datetime(2026, 10, 13, 12, 30))


def test_the_same_facts_give_the_same_bytes():
    assert calendar_bytes((EVENT,), name="Groep") == calendar_bytes((EVENT,), name="Groep")
