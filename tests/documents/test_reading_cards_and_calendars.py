"""Address books and calendars of others."""

from datetime import date, datetime
from itertools import takewhile
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr  # comes with icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_desktop.documents.reading.ics_busy import read_busy
from intervisie_desktop.documents.reading.recurrence import recurrence_of
from intervisie_desktop.documents.reading.vcard import read_cards
from intervisie_desktop.domain.errors import Refusal

DATA = Path(__file__).parents[1] / "fixtures" / "data"


def card(*lines, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def calendar(*events):
    inside = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *inside, "END:VCALENDAR", ""]).encode()


def starts(*events, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    return [taken.start for taken in read_busy(calendar(*events), first, last).taken]


def refused(call, *arguments):
    with pytest.raises(Refusal) as caught:
        call(*arguments)
    return caught.value.code


def test_the_contacts_come_in():
    cards = read_cards((DATA / "contacten.vcf").read_bytes())
    assert [c.organisation for c in cards][:2] == ["Maatschap Appelvink", "Kantoor Zonnedauw"]
    assert (cards[2].full_name, cards[2].postcode, cards[2].street) == (
        "Daan IJsvogel", "1013 AB", "Vogelplein 3")  # fmt: skip


def test_folded_escaped_and_grouped_lines_are_read():
    (read,) = read_cards(card(
        "FN:Jan\\, de Vr", " ies", "item1.EMAIL;type=INTERNET:a@x.example",
        "EMAIL;TYPE=work,pref:b@x.example", "ORG:Vos\\; Zoon;Afdeling", 'TEL;VALUE=uri;TYPE="voice,work":tel:+31-20'))  # fmt: skip
    assert (read.full_name, read.email, read.organisation, read.phone) == (
        "Jan, de Vries", "b@x.example", "Vos; Zoon", "+31-20")  # fmt: skip


def test_quoted_printable_of_old_phones_is_read():
    (read,) = read_cards(card(
        "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9=", " Vos",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Vos;Ren=C3=A9", version="2.1"))  # fmt: skip
    assert (read.full_name, read.given, read.surname) == ("René Vos", "René", "Vos")


def test_bad_cards_are_refused_with_their_line():
    assert refused(read_cards, b"BEGIN:VCARD\nFN:Jan\n") == "import_card_broken"
    assert refused(read_cards, b"hello") == "import_card_broken"
    assert refused(read_cards, card("FN Jan")) == "import_card_broken"
    assert refused(read_cards, card("FN;CHARSET=NEE;ENCODING=QUOTED-PRINTABLE:=E9")) == "import_card_encoding"  # fmt: skip
    assert refused(read_cards, card("FN:x") * 5001) == "import_too_many"


def test_the_private_calendar_gives_its_busy_times():
    read = read_busy(
        (DATA / "agenda-extern.ics").read_bytes(), date(2026, 1, 1), date(2026, 12, 31)
    )
    times = {taken.start: taken for taken in read.taken}
    assert len(times) == 52
    assert datetime(2026, 5, 5, 9) not in times  # left out
    assert datetime(2026, 10, 20, 9) not in times  # moved
    assert times[datetime(2026, 10, 21, 13)].end == datetime(2026, 10, 21, 14, 30)
    assert times[datetime(2026, 7, 27)].end == datetime(2026, 8, 15)
    assert times[datetime(2026, 7, 27)].all_day
    assert datetime(2026, 10, 13, 10) not in times  # cancelled
    assert datetime(2026, 10, 25, 1, 30) not in times  # free


def test_a_weekly_hour_stays_at_its_hour_over_the_clock_change():
    found = starts(["UID:1", "DTSTART;TZID=Europe/Amsterdam:20261019T090000", "DURATION:PT1H",
                    "RRULE:FREQ=WEEKLY;COUNT=2"])  # fmt: skip
    assert found == [datetime(2026, 10, 19, 9), datetime(2026, 10, 26, 9)]


def test_other_zones_are_told_in_local_time():
    found = starts(
        ["UID:1", "DTSTART:20260701T080000Z", "DTEND:20260701T090000Z"],
        ["UID:2", "DTSTART;TZID=America/New_York:20260320T090000", "DURATION:PT1H"],
        ["UID:3", "DTSTART;TZID=W. Europe Standard Time:20260702T100000", "DURATION:PT1H"],
        ["UID:4", "DTSTART:20260703T100000", "DURATION:PT1H"])  # fmt: skip
    assert found == [datetime(2026, 3, 20, 14), datetime(2026, 7, 1, 10), datetime(2026, 7, 2, 10),
                     datetime(2026, 7, 3, 10)]  # fmt: skip


def test_a_time_that_the_clock_skips_moves_on():
    found = starts(["UID:1", "DTSTART;TZID=Europe/Amsterdam:20260329T023000", "DURATION:PT1H"])
    assert found == [datetime(2026, 3, 29, 3, 30)]


def test_a_cancelled_occurrence_is_free_again():
    found = starts(
        ["UID:1", "DTSTART:20260101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"],
        ["UID:1", "RECURRENCE-ID:20260102T090000", "DTSTART:20260102T090000", "STATUS:CANCELLED"])  # fmt: skip
    assert [day.day for day in found] == [1, 3]


def test_extra_dates_count_too():
    found = starts(["UID:1", "DTSTART:20260101T090000", "DURATION:PT1H", "RDATE:20260105T090000"])
    assert [day.day for day in found] == [1, 5]


def test_endless_repeats_end_at_the_horizon():
    found = starts(["UID:1", "DTSTART:20200101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY"],
                   first=date(2026, 3, 1), last=date(2026, 3, 3))  # fmt: skip
    assert [day.day for day in found] == [1, 2, 3]


def test_a_rule_that_never_fits_or_races_costs_nothing():
    never = ["UID:1", "DTSTART:19000101T090000", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]
    races = ["UID:2", "DTSTART:20260101T090000", "RRULE:FREQ=SECONDLY;COUNT=999999999"]
    read = read_busy(calendar(*[never] * 40, races), date(2026, 1, 1), date(2026, 12, 31))
    assert (read.taken, read.skipped) == ((), 1)


def test_too_much_counting_is_refused():
    counted = ["UID:1", "DTSTART:19000101T090000", "RRULE:FREQ=YEARLY;BYDAY=MO;COUNT=99999"]
    crowd = calendar(*[counted] * 400)
    assert (
        refused(read_busy, crowd, date(2026, 1, 1), date(2026, 12, 31)) == "import_too_many_repeats"
    )


WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True
)
# Ordinals and plain weekdays together mean "both" to the library, "either" to RFC 5545.
ORDINALS = st.lists(st.sampled_from(["1MO", "2TU", "-1FR", "5SA", "-2SU"]), min_size=1, unique=True)


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": [frequency], "INTERVAL": [draw(st.integers(1, 4))]}
    if draw(st.booleans()):
        parts["BYDAY"] = draw(WEEKDAYS if frequency in {"DAILY", "WEEKLY"} else WEEKDAYS | ORDINALS)
    if draw(st.booleans()):
        parts["BYMONTH"] = draw(st.lists(st.integers(1, 12), min_size=1, unique=True))
    if frequency != "WEEKLY" and draw(st.booleans()):
        parts["BYMONTHDAY"] = draw(
            st.lists(st.sampled_from([1, 5, 13, 29, 31, -1, -3]), min_size=1)
        )
    # In the week of the start the library picks from what is left of it, not from the week.
    if len(parts) > 2 and frequency != "WEEKLY" and draw(st.booleans()):
        parts["BYSETPOS"] = draw(st.lists(st.sampled_from([1, 2, -1]), min_size=1, unique=True))
    if draw(st.booleans()):
        parts["WKST"] = [draw(st.sampled_from(["MO", "SU"]))]
    return parts


@settings(max_examples=300, deadline=None)
@given(rules(), st.dates(date(2019, 1, 1), date(2024, 12, 31)))
def test_repeats_fall_where_the_usual_library_puts_them(parts, start):
    text = ";".join(f"{key}={','.join(map(str, values))}" for key, values in parts.items())
    begin, end = datetime(2025, 3, 1), datetime(2026, 6, 1)
    theirs = rrulestr(text, dtstart=datetime.combine(start, datetime.min.time()))
    # Where nothing fits any more, the library would count on to the year 9999.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("datetime.MAXYEAR", 2027)
        expected = list(takewhile(lambda day: day <= end, theirs))
    ours = recurrence_of(parts).days(start, start, end.date(), lambda _: None)
    assert [datetime.combine(day, datetime.min.time()) for day in ours] == expected
    late = recurrence_of(parts).days(start, begin.date(), end.date(), lambda _: None)
    assert [d for d in late if d >= begin.date()] == [d.date() for d in expected if d >= begin]


@pytest.mark.parametrize("rule", [
    {"FREQ": ["HOURLY"]}, {"FREQ": ["DAILY"], "BYHOUR": [9]}, {"FREQ": ["DAILY"], "INTERVAL": [0]},
    {"FREQ": ["WEEKLY"], "BYDAY": ["2MO"]}, {"FREQ": ["YEARLY"], "BYMONTH": [13]},
    {"FREQ": ["MONTHLY"], "BYMONTHDAY": [0]}, {"FREQ": ["MONTHLY"], "BYDAY": ["XX"]}])  # fmt: skip
def test_a_rule_that_is_not_understood_is_said_to_be(rule):
    with pytest.raises(ValueError):  # noqa: PT011
        recurrence_of(rule)


def test_what_is_no_calendar_is_refused():
    for data in (b"hello", b"BEGIN:VEVENT\nEND:VEVENT", b"BEGIN:VCALENDAR\n" * 20_000):
        assert (
            refused(read_busy, data, date(2026, 1, 1), date(2026, 1, 2)) == "import_calendar_broken"
        )
    crowd = calendar(*[["UID:1", "DTSTART:20260101T090000"]] * 5001)
    assert refused(read_busy, crowd, date(2026, 1, 1), date(2026, 1, 2)) == "import_too_many"
