"""The judge as a whole: order, change by change, and nothing to say of a practice in order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.casebook import Casebook, IssuedPaper, touched
from intervisie_desktop.domain.changes import Change, ChangeKind, ChangeSet, Subject
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.gathering import gathered
from intervisie_desktop.domain.groups import Group, Membership, Mode
from intervisie_desktop.domain.methods import Method
from intervisie_desktop.domain.people import (
    Absence,
    AbsenceKind,
    Employment,
    Participant,
    PersonName,
    Registration,
    Relation,
    RelationKind,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, OwnHours
from intervisie_desktop.domain.profiles import gravity
from intervisie_desktop.domain.rules import Level
from intervisie_desktop.domain.sessions import Session, SessionState
from tests import builders as a


def in_order() -> a.Practice:
    """A year of four meetings with everything done, and the rest of this year planned."""
    practice = a.Practice(5)
    days = [date(2026, month, 12) for month in (1, 3, 6, 9)]
    for day in days:
        practice.meet(day, minutes=150, mode=Mode.ONLINE)
    practice.plan(date(2026, 11, 12), minutes=150)
    practice.add(*(a.a_registration(person) for person in practice.people))
    return practice


def test_a_practice_in_order_has_no_findings() -> None:
    assert Judge(a.profiles(), in_order().book()).all_findings() == ()


def test_the_gravest_comes_first() -> None:
    practice = in_order()
    practice.meet(date(2026, 9, 20), list_signed=False, confidentiality_on=None, papers=False)
    found = Judge(a.profiles(), practice.book()).all_findings()
    assert [f.code for f in found] == ["H01", "D02", "D01"]
    assert [gravity(f.severity) for f in found] == [0, 1, 2]


def test_the_order_of_records_does_not_matter() -> None:
    practice = in_order()
    practice.meet(date(2026, 9, 20), confidentiality_on=None)
    one = Judge(a.profiles(), practice.book()).all_findings()
    records = list(practice.records)
    random.Random(3).shuffle(records)
    other = Judge(a.profiles(), Casebook(a.TODAY, records)).all_findings()
    assert {f.key for f in one} == {f.key for f in other}


def test_one_change_tells_what_appeared_and_what_went() -> None:
    practice = in_order()
    book = practice.book()
    judge = Judge(a.profiles(), book)
    judge.all_findings()
    session = next(r for r in practice.records if isinstance(r, Session))
    without = replace(session, confidentiality_on=None)
    delta = judge.after(book.updated([without]), touched(book, [session, without]))
    assert [f.code for f in delta.appeared] == ["H01"]
    delta = judge.after(book, touched(book, [without, session]))
    assert [f.code for f in delta.gone] == ["H01"]
    assert judge.all_findings() == ()


def test_a_book_follows_the_change_log() -> None:
    practice = in_order()
    book = practice.book()
    person, group = practice.people[0], practice.group
    change = Change(Subject.PARTICIPANT, person.id, ChangeKind.REMOVED)
    changed, what = book.apply(ChangeSet((change,)), lambda *_: ())
    assert changed.find(Participant, person.id) is None
    assert what.people == {person.id}
    assert book.find(Participant, person.id) == person

    left = [r for r in practice.records if isinstance(r, Membership)][1:]
    change = Change(Subject.GROUP, group.id, ChangeKind.CHANGED)
    changed, what = book.apply(ChangeSet((change,)), lambda *_: (group, *left))
    assert len(changed.having(Membership, group_id=group.id)) == len(left)
    assert what.groups == {group.id}


def test_six_people_of_one_group_that_must_still_be_planned_are_one_finding() -> None:
    practice = a.Practice(6)
    practice.meet(date(2026, 3, 12), minutes=180)
    practice.plan(date(2026, 11, 12), minutes=120)
    found = gathered(Judge(a.profiles(), practice.book()).all_findings())
    [finding] = [f for f in found if f.code == "U04"]
    assert finding.figures["gathered"] == 6
    assert (finding.figures["lowest"], finding.figures["highest"]) == (300, 300)


def test_hours_and_sessions_that_lack_are_gathered_apart() -> None:
    practice = a.Practice(6, profile="huisarts")
    practice.meet(date(2026, 3, 12), minutes=60)
    found = gathered(Judge(a.profiles(), practice.book()).all_findings())
    lacking = [f for f in found if f.code == "U04"]
    assert [f.figures["gathered"] for f in lacking] == [6, 6]
    assert len({f.key for f in lacking}) == 2


def world(draw: random.Random, *more: str) -> list[Any]:
    """A small practice of all sorts, in which nearly every rule has something to say.

    `more` are profiles the last of its three groups falls under as well.
    """
    leader = a.a_facilitator(name="mr. Noor Naam0", profession="advocaat")
    records: list[Any] = [leader, a.a_designation(), *a.methods()]
    records.append(OwnHours(id="u0", facilitator_id="leider", register="NOvA",
                            day=date(2026, 2, 3), minutes=120))  # fmt: skip
    groups = [a.a_group("nova_intervisie", id="g0"), a.a_group("nova_gio", id="g1"),
              a.a_group(id="g2", profiles=("reflectief", "nova_intervisie", *more))]  # fmt: skip
    people = [a.a_participant("Noor", f"Naam{n}", id=f"p{n}") for n in range(6)]
    records += [*groups, *people]
    for person in people:
        group = draw.choice(groups)
        records.append(a.a_membership(group, person, id=f"m{person.id}"))
        records.append(a.an_employment(person, draw.choice(("Wilg", "Berk")), id=f"e{person.id}"))
        register = draw.choice(("BAR", "MfN", "SKJ", "LVV", "Noloc", "VIT"))
        began = date(draw.choice((2019, 2021, 2022, 2023)), draw.randrange(1, 13), 1)
        records.append(a.a_registration(person, id=f"r{person.id}", register=register,
                                        period=Period(began, None)))  # fmt: skip
    for n in range(3):
        one, other = draw.sample(people, 2)
        kind = draw.choice(list(RelationKind))
        records.append(Relation(id=f"b{n}", first_id=one.id, second_id=other.id, kind=kind))
    for n in range(8):
        day = date(draw.choice((2023, 2025, 2026)), draw.randrange(1, 13), 12)
        state = SessionState.CLOSED if day < a.TODAY else SessionState.PLANNED
        session = a.a_session(draw.choice(groups), day, minutes=draw.choice((90, 120, 240, 300)),
                              id=f"s{n}", state=state)  # fmt: skip
        records.append(session)
        for person in draw.sample(people, draw.randrange(2, 6)):
            state_of = AttendanceState.PRESENT if day < a.TODAY else AttendanceState.EXPECTED
            there = a.an_attendance(session, person, id=f"a{n}{person.id}", state=state_of)
            records.append(there)
            if draw.random() < 0.5:
                records.append(a.a_paper(session, person, id=f"c{n}{person.id}"))
    return records


def mutated(record: Any, draw: random.Random) -> Any:
    """The record with something else in it, or None when it goes."""
    if draw.random() < 0.15 and not isinstance(record, (Group, Participant, Session)):
        return None
    changes: dict[type, dict[str, Any]] = {
        Attendance: {
            "state": draw.choice(list(AttendanceState)),
            "intervals": (Interval(600, draw.choice((660, 720, 780))),),
            "contribution": draw.random() < 0.5,
            "safe": draw.random() < 0.5,
        },
        Session: {
            "day": date(draw.choice((2023, 2025, 2026)), draw.randrange(1, 13), 12),
            "state": draw.choice(list(SessionState)),
            "mode": draw.choice(list(Mode)),
            "group_id": draw.choice(("g0", "g1", "g2")),
            "method": draw.choice(("", "Balint", "Vier fasen")),
            "list_signed": draw.random() < 0.5,
            "cases": draw.choice((None, 1, 4)),
        },
        Registration: {"register": draw.choice(("BAR", "MfN", "SKJ", "Noloc")),
                       "period": Period(date(draw.choice((2020, 2022)), 3, 15), None)},
        Relation: {"kind": draw.choice(list(RelationKind)),
                   "first_id": draw.choice(("p0", "p1")), "second_id": draw.choice(("p2", "p3"))},
        OwnHours: {"minutes": draw.choice((60, 480)), "day": date(2026, 5, 1)},
        Method: {"name": draw.choice(("Balint", "Anders"))},
        Membership: {"group_id": draw.choice(("g0", "g1", "g2")),
                     "period": Period(date(2025, draw.randrange(1, 13), 1), None)},
        Employment: {"employer": draw.choice(("Wilg", "Berk")),
                     "function": draw.choice(("", "advocaat-stagiair"))},
        Participant: {"profession": draw.choice(("advocaat", "notaris")),
                      "field_of_law": draw.choice(("", "huurrecht", "strafrecht")),
                      "name": draw.choice((PersonName(given="Noor", surname="Naam0"),
                                           PersonName(given="Joris", surname="Werkdruk")))},
        Group: {
            "method": draw.choice(("", "Balint")),
            "field_of_law": draw.choice(("", "huurrecht")),
            "registered_on": draw.choice((None, date(2020, 1, 1))),
            "profiles": draw.choice((("nova_intervisie",), ("vrij",), ("nova_gio",))),
        },
        Designation: {"period": Period(date(2020, 1, 1), date(2025, draw.randrange(1, 13), 1))},
        IssuedPaper: {"valid": draw.random() < 0.5},
    }  # fmt: skip
    return replace(record, **changes.get(type(record), {}))


PROFILES = sorted(a.profiles())


@given(st.integers(0, 10_000), st.sampled_from(PROFILES), st.sampled_from(PROFILES))
def test_judging_change_by_change_equals_judging_anew(seed: int, one: str, other: str) -> None:
    draw = random.Random(seed)
    records = world(draw, one, other)
    book = Casebook(a.TODAY, records)
    judge = Judge(a.profiles(), book)
    judge.all_findings()
    for _ in range(4):
        old = draw.choice(records)
        new = mutated(old, draw)
        records.remove(old)
        put, drop = ([new], []) if new is not None else ([], [(type(old), old.id)])
        records += put
        if draw.random() < 0.2:
            extra = Absence(id=f"v{draw.random()}", participant_id="p1", kind=AbsenceKind.ILLNESS,
                            period=Period(date(2025, 1, 1), date(2025, 9, 30)))  # fmt: skip
            put, records = [*put, extra], [*records, extra]
        book = judge.book.updated(put, drop)
        judge.after(book, touched(book, [old, *put]))
    whole = Judge(a.profiles(), Casebook(a.TODAY, records)).all_findings()
    assert by_key(judge.all_findings()) == by_key(whole)
    assert [f.key for f in judge.all_findings()] == [f.key for f in whole]


def by_key(findings: Any) -> dict[str, Any]:
    """Findings by key; people in them sorted, for their order follows that of the records."""
    result = {}
    for finding in findings:
        figures = {k: sorted(v) if isinstance(v, list) else v for k, v in finding.figures.items()}
        result[finding.key] = replace(finding, figures=figures, trace=())
    return result


def test_findings_of_one_session_and_one_person_can_be_asked_for() -> None:
    practice = in_order()
    session = practice.meet(date(2026, 9, 20), confidentiality_on=None)
    judge = Judge(a.profiles(), practice.book())
    assert [f.code for f in judge.findings_of(Level.SESSION, session.id)] == ["H01"]
    assert judge.findings_of(Level.YEAR, practice.people[0].id) == ()
