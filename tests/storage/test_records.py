from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Membership
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.reads.people import found_participants
from intervisie_desktop.storage.records.mapper import Mapper
from intervisie_desktop.storage.store import Store
from tests.storage.samples import RECORDS, a_certificate, a_resolved_finding, a_withdrawal

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_comes_back_as_it_was(filled: Store, name: str):
    with filled.reading() as read:
        assert {r.id: r for r in getattr(read, name).all()} == {r.id: r for r in RECORDS[name]}


def test_certificates_acts_and_papers_come_back_as_they_were(filled: Store):
    certificate = a_certificate(override_reason="toch", edition=None)
    with filled.work("issued", final=True) as work:
        work.certificates.add(certificate)
        work.certificate_papers.add(certificate.id, b"%PDF\x00\xff")
        work.certificate_acts.add(a_withdrawal())
    with filled.reading() as read:
        assert read.certificates.get(certificate.id) == certificate
        assert read.certificate_papers.get(certificate.id) == b"%PDF\x00\xff"
        assert read.certificate_acts.where(certificate_id=certificate.id) == [a_withdrawal()]


def test_what_was_resolved_is_told_of_after_undo_and_never_rewritten(filled: Store):
    with filled.work("group_removed") as work:
        work.groups.remove("g2")
        work.resolved_findings.add(a_resolved_finding())
    filled.undo()
    with filled.reading() as read:
        assert read.groups.find("g2")
        assert read.resolved_findings.all() == [a_resolved_finding()]
    with pytest.raises(Refusal, match="immutable"), filled.work("x") as work:
        work.resolved_findings.save(a_resolved_finding(act="mooier"))
    with filled.work("cleared") as work:
        assert work.resolved_findings.remove_where(act="session_saved") == 1


@given(st.builds(PersonName, **dict.fromkeys(("given", "prefix", "surname"), words)), words)
def test_any_name_survives_its_columns(name: PersonName, note: str):
    mapper = Mapper(
        Participant, tables.participants, {"sort_key": lambda _: "", "search_key": lambda _: ""}
    )
    person = Participant(id="p", name=name, note=note)
    assert mapper.load([mapper.dump(person)[: len(mapper.loaded)]]) == [person]


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1440)), max_size=5))
def test_any_intervals_survive_their_column(pairs: list[tuple[int, int]]):
    mapper = Mapper(Attendance, tables.attendances)
    intervals = tuple(Interval(a, b) for a, b in pairs if a < b)
    attendance = Attendance(id="a", session_id="s", participant_id="p", intervals=intervals)
    assert mapper.load([mapper.dump(attendance)]) == [attendance]


def test_conditions_are_equality_membership_of_a_list_and_emptiness(filled: Store):
    with filled.reading() as read:
        present = read.attendances.where(state=AttendanceState.PRESENT)
        assert [a.id for a in present] == ["w1"]
        assert {a.id for a in read.attendances.where(id={"w1", "w2", "w9"})} == {"w1", "w2"}
        assert [g.id for g in read.groups.where(client_id=None)] == ["g2"]
        assert read.groups.where(id=[]) == []
        assert [s.id for s in read.sessions.where(day=date(2026, 3, 2), list_signed=False)] == [
            "z1"
        ]
        assert read.sessions.count(group_id="g1") == 1


def test_lists_come_in_the_order_of_the_trade(filled: Store):
    with filled.reading() as read:
        assert [s.id for s in read.sessions.all()] == ["z2", "z1"]
        assert read.participants.all()[0].name.surname == "Berg"


def test_what_is_not_there_is_refused_by_name(filled: Store):
    with filled.reading() as read:
        assert read.groups.find("weg") is None
        with pytest.raises(Refusal, match="gone"):
            read.groups.get("weg")
    gone = Membership(id="weg", group_id="g1", participant_id="p1")
    for act in (lambda w: w.memberships.save(gone), lambda w: w.memberships.remove("weg")):
        with pytest.raises(Refusal) as refusal, filled.work("x") as work:
            act(work)
        assert refusal.value.facts == {"kind": "memberships", "id": "weg"}


@pytest.mark.parametrize(
    ("code", "record"),
    [
        ("duplicate", Membership(id="m1", group_id="g1", participant_id="p1")),
        ("in_use", Membership(id="m9", group_id="nergens", participant_id="p1")),
        ("nul_character", Membership(id="m\0", group_id="g1", participant_id="p1")),
    ],
)
def test_a_record_that_does_not_fit_is_refused(filled: Store, code: str, record: Membership):
    with pytest.raises(Refusal) as refusal, filled.work("x") as work:
        work.memberships.add(record)
    assert refusal.value.code == code


def test_who_appears_on_a_certificate_cannot_be_removed(filled: Store):
    with filled.work("issued", final=True) as work:
        work.certificates.add(a_certificate())
    for name, record in (("participants", "p1"), ("groups", "g1"), ("sessions", "z1")):
        with pytest.raises(Refusal, match="in_use"), filled.work("x") as work:
            getattr(work, name).remove(record)


def test_work_sees_its_own_changes_and_a_reading_sees_them_after(filled: Store):
    with filled.reading() as before, filled.work("x") as work:
        group = work.groups.get("g1")
        work.groups.save(replace(group, name="Nieuw"))
        assert work.groups.get("g1").name == "Nieuw"
        assert before.groups.get("g1").name == "Breda I"
    with filled.reading() as after:
        assert after.groups.get("g1").name == "Nieuw"


def test_a_reading_cannot_write(filled: Store):
    with filled.reading() as read, pytest.raises(RuntimeError, match="cannot write"):
        read.groups.remove("g1")


def test_remove_where_never_empties_a_table_by_accident(filled: Store):
    with filled.work("x") as work:
        with pytest.raises(TypeError):
            work.groups.remove_where()
        assert work.attendances.remove_where(session_id="z1") == 2


def test_the_practice_is_blank_until_it_is_saved(store: Store):
    with store.work("x") as work:
        assert work.practice.get() == Practice()
        saved = work.practice.save(Practice(name="Praktijk", logo=b"\x89PNG", demo=True))
        assert work.practice.get() == saved
        work.practice.save(replace(saved, name="Anders"))
    with store.reading() as read:
        assert read.practice.get().name == "Anders"


def test_settings_hold_any_json_and_can_be_forgotten(store: Store):
    with store.work("x") as work:
        work.settings.set("te_doen", {"af": [1, None, "ë"]})
        work.settings.set("te_doen", {"af": []})
        assert work.settings.all() == {"te_doen": {"af": []}}
        work.settings.remove("te_doen")
        assert work.settings.get("te_doen", "niets") == "niets"


def test_secrets_leave_no_trace_in_changes_or_logboek(store: Store):
    with store.work("x") as work:
        work.secrets.set("signing_key", b"\x01" * 32)
    with store.reading() as read:
        assert read.secrets.get("signing_key") == b"\x01" * 32
        assert read.secrets.get("ander") is None
        assert read.journal()[0].touched == {}
    assert not work.changes
    assert store.undo_label() is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("BERG jan", ("p1",)),
        ("zolc", ("p2",)),
        ("voorbeeld.nl", ("p1",)),
        ("%", ()),
        ("", ("p1", "p2")),
    ],
)
def test_people_are_found_without_accents_and_signs_mean_themselves(
    filled: Store, typed: str, found: tuple[str, ...]
):
    with filled.reading() as read:
        assert found_participants(read, typed) == found


def test_ten_thousand_attendances_come_back_as_they_were(filled: Store):
    people = [Participant(id=f"q{i}", name=PersonName(surname=f"Q{i}")) for i in range(100)]
    meetings = [replace(RECORDS["sessions"][1], id=f"y{i}") for i in range(100)]
    attendances = [
        Attendance(
            id=f"{meeting.id}{person.id}",
            session_id=meeting.id,
            participant_id=person.id,
            state=AttendanceState.PRESENT,
            intervals=(Interval(600, 601 + number),),
        )
        for meeting in meetings
        for number, person in enumerate(people)
    ]
    with filled.work("x") as work:
        work.participants.add_all(people)
        work.sessions.add_all(meetings)
        work.attendances.add_all(attendances)
    with filled.reading() as read:
        assert read.attendances.all() == [*RECORDS["attendances"], *attendances]


def test_moments_come_back_in_utc_and_wall_times_without_a_zone(filled: Store):
    with filled.reading() as read:
        assert read.sessions.get("z1").closed_at == datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
        assert read.busy_times.get("u1").start.tzinfo is None
