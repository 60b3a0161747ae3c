"""Findings that follow every act, and the exceptions the user makes."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime

import pytest

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.compliance import FindingScope
from intervisie_desktop.services.demo import make_demo
from intervisie_desktop.storage.store import Store

TODAY = date(2026, 10, 13)


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """The bytes of a settled file with the invented practice, and its key."""
    path, key = tmp_path_factory.mktemp("demo") / "v.db", bytes(range(32))
    store = Store.create(path, key)
    from tests.services.conftest import Facilitator, Practice

    with store.work("practice_created", final=True) as work:
        work.facilitators.add(Facilitator(id="f", name="Marit"))
        work.practice.save(Practice(name="Papierwilg", facilitator_id="f"))
    make_demo(store, SeededIds(), TODAY)
    store.close()
    return path.read_bytes(), key


@pytest.fixture
def services(invented, tmp_path):
    path = tmp_path / "v.db"
    path.write_bytes(invented[0])
    store = Store.open(path, invented[1])
    yield Services(store, FixedClock(datetime(2026, 10, 13, 9)), SeededIds(7))
    store.close()


def errors(services, **scope):
    found = services.compliance.findings(FindingScope(**scope))
    return {one.finding.key for one in found if one.finding.severity is Severity.ERROR}


def group(services, code):
    with services.store.reading() as read:
        return next(g for g in read.groups.all() if g.code == code)


def test_the_year_shows_what_the_script_says(services):
    codes = {key.split("|")[0] for key in errors(services, year=2026)}
    assert codes == {"H01", "O01", "U04"}


def test_a_group_shows_only_its_own(services):
    ochtend, noord = group(services, "OU"), group(services, "FN")
    assert errors(services, group_id=ochtend.id, year=2026)
    assert not errors(services, group_id=noord.id, year=2026)


def test_an_act_is_followed_at_once_and_so_is_undo(services):
    before = errors(services, year=2026)
    missing = next(key for key in before if key.startswith("H01"))
    session = next(
        one.finding.subject.session
        for one in services.compliance.findings()
        if one.finding.key == missing
    )
    with services.store.reading() as read:
        known = read.sessions.get(session)
        there = list(read.attendances.where(session_id=session))
    with services.store.work("test") as work:
        earlier = replace(known, confidentiality_on=known.day, confidentiality_at=known.start)
        work.sessions.save(earlier)
        work.attendances.save_all(replace(a, confidentiality=True) for a in there)
    assert missing not in errors(services, year=2026)
    services.store.undo()
    assert errors(services, year=2026) == before


def test_it_is_the_same_as_judging_anew(services):
    services.compliance.findings()
    with services.store.reading() as read:
        sessions = read.sessions.where(group_id=group(services, "OU").id)
    for session in sessions[:3]:
        with services.store.work("test") as work:
            work.sessions.save(replace(session, end=session.start + 60))
    followed = {one.finding.key for one in services.compliance.findings()}
    anew = Services(services.store, services.clock, services.ids)
    assert followed == {one.finding.key for one in anew.compliance.findings()}


def test_an_exception_is_kept_with_its_reason_and_can_be_taken_back(services):
    key = services.compliance.findings()[0].finding.key
    before = services.compliance.counts()
    [made] = services.compliance.ignore(key, " zo afgesproken ").value
    assert made.reason == "zo afgesproken"
    assert services.compliance.counts().errors == before.errors - 1
    assert services.compliance.findings()[0].exception == made
    services.compliance.restore(made.id)
    assert services.compliance.counts() == before


def test_an_exception_ends_on_its_day(services):
    key = services.compliance.findings()[0].finding.key
    services.compliance.ignore(key, "tot dan", until=TODAY)
    assert services.compliance.findings()[0].ignored
    services.clock.move(days=1)
    later = {one.finding.key: one for one in services.compliance.findings()}
    assert not later[key].ignored


@pytest.mark.parametrize(
    ("key", "reason", "code"), [("X99|", "zo", "finding_gone"), ("", " ", "reason_missing")]
)
def test_what_is_not_there_or_has_no_reason_is_refused(services, key, reason, code):
    with pytest.raises(Refusal, match=code):
        services.compliance.ignore(key, reason)


def test_everyone_has_a_standing_of_the_year(services):
    standings = services.compliance.standings(2026)
    names = services.compliance.names()
    by_name = {names.participant(s.participant_id): s for s in standings}
    assert by_name["Femke Zonnedauw"].forecast == 420
    person = by_name["Femke Zonnedauw"].participant_id
    assert [s.year for s in services.compliance.standings_of(person)] == [2026, 2025]


def test_asking_from_many_threads_while_acts_go_on(services):
    faults = []

    def ask():
        try:
            for _ in range(15):
                services.compliance.findings()
        except Exception as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    with services.store.reading() as read:
        sessions = read.sessions.all()
    for session in sessions[:10]:
        with services.store.work("test") as work:
            work.sessions.save(replace(session, description="kort"))
    for thread in threads:
        thread.join()
    assert not faults
    anew = Services(services.store, services.clock, services.ids)
    assert services.compliance.counts() == anew.compliance.counts()


def test_the_palette_finds_by_any_part_of_a_name(services):
    found = services.search.everything("APPELV", 5)
    assert [person.name for person in found.people] == ["Noor Appelvink"]
    assert services.search.everything("%", 5).people == ()
    assert [g.code for g in services.search.groups("ochtend utrecht", 5)] == ["OU"]
    [today] = services.search.everything("och 13-10-2026", 5).sessions
    assert today.day == TODAY
    assert services.search.everything("", 5).people == ()


def test_papers_that_are_no_certificates_are_made_from_what_is_stored(services):
    from io import BytesIO

    from pypdf import PdfReader

    def text(pdf):
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)

    ochtend = group(services, "OU")
    with services.store.reading() as read:
        held = [s for s in read.sessions.where(group_id=ochtend.id) if s.state == "closed"]
        agreement = read.agreements.where(group_id=ochtend.id)[0]
        person = next(p for p in read.participants.all() if p.name.surname == "Appelvink")
    assert "Noor Appelvink" in text(services.documents.attendance_list(held[0].id))
    blank = text(services.documents.blank_attendance_list(held[0].id))
    assert "Vooraf afgedrukt" in blank
    assert "6,5" in text(services.documents.year_overview(person.id, 2026))
    assert "Femke Zonnedauw" in text(services.documents.agreement(agreement.id))
