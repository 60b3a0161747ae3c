"""Ties in a group: found whatever the order, and judged by the edition of the day."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.people import Relation, RelationKind
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.profiles import Edition, WorkRelation
from intervisie_desktop.domain.relations import Tie, TieKind, ties_in
from tests import builders as a
from tests.domain.golden import own_profile

DAY = date(2026, 3, 12)


def edition(profile: str) -> Edition:
    return a.profiles()[profile].editions[-1]


def office(*employers: str, **relation: RelationKind) -> list[Any]:
    """People p0, p1 … at these employers; `relation` ties the first to the second."""
    people = [a.a_participant(id=f"p{n}") for n in range(len(employers))]
    jobs = [a.an_employment(p, e) for p, e in zip(people, employers, strict=True) if e]
    kinds = relation.values()
    ties = [Relation(id="b", first_id="p1", second_id="p0", kind=kind) for kind in kinds]
    return [*people, *jobs, *ties]


def found(records: list[Any], asked: Edition, group: str | None = None) -> tuple[Tie, ...]:
    return ties_in(Casebook(a.TODAY, records), ["p0", "p1", "p2"], DAY, asked, group)


def test_the_same_office_in_another_spelling_is_one_office() -> None:
    [tie] = found(office("Wilg", "WILG ", "Berk"), edition("reflectief"))
    assert (tie.people, tie.kind, tie.employer) == (("p0", "p1"), TieKind.EMPLOYER, "Wilg")
    assert tie.verdict is WorkRelation.FORBIDDEN


def test_what_is_forbidden_here_is_allowed_there() -> None:
    records = office("Wilg", "Wilg", "Berk")
    verdicts = [found(records, edition(key))[0].verdict
                for key in ("reflectief", "nova_intervisie", "team_intern", "vrij")]  # fmt: skip
    assert verdicts == [WorkRelation.FORBIDDEN, WorkRelation.ALLOWED_IF_SAFE,
                        WorkRelation.ALLOWED, WorkRelation.ALLOWED]  # fmt: skip


def test_whoever_has_not_said_to_feel_safe_is_named() -> None:
    records = office("Wilg", "Wilg", "Berk")
    session = a.a_session(a.a_group(id="g"), DAY)
    records += [session, a.an_attendance(session, records[0], safe=True)]
    [tie] = found(records, edition("nova_intervisie"), "g")
    assert tie.silent == ("p1",)
    [before] = found(records, edition("nova_intervisie"))
    assert before.silent == ("p0", "p1")


def test_a_leidinggevende_is_judged_by_rank_and_stands_first() -> None:
    [tie] = found(office("", "", "", one=RelationKind.MANAGER), edition("skj_jgp"))
    assert (tie.first_id, tie.second_id, tie.kind) == ("p1", "p0", TieKind.MANAGER)
    assert tie.verdict is WorkRelation.FORBIDDEN
    [tie] = found(office("", "", "", one=RelationKind.COLLEAGUE), edition("skj_jgp"))
    assert tie.verdict is WorkRelation.ALLOWED


def test_the_graver_of_two_ties_of_one_pair_is_told() -> None:
    asked = own_profile({"work_relation": "allowed_if_safe", "hierarchy": "forbidden"}).editions[0]
    [tie] = found(office("Wilg", "Wilg", "Berk", one=RelationKind.MANAGER), asked)
    assert (tie.kind, tie.verdict) == (TieKind.MANAGER, WorkRelation.FORBIDDEN)
    [tie] = found(office("Wilg", "Wilg", "Berk", one=RelationKind.OTHER), asked)
    assert (tie.kind, tie.verdict) == (TieKind.EMPLOYER, WorkRelation.ALLOWED_IF_SAFE)


def test_work_that_ended_ties_nobody() -> None:
    people = [a.a_participant(id=f"p{n}") for n in range(2)]
    ended = a.an_employment(people[0], "Wilg", period=Period(None, date(2026, 3, 11)))
    records = [*people, ended, a.an_employment(people[1], "Wilg")]
    assert found(records, edition("reflectief")) == ()


@given(st.lists(st.sampled_from(("", "Wilg", "Berk")), min_size=3, max_size=3), st.randoms())
def test_the_order_of_people_and_records_does_not_matter(
    employers: list[str], draw: random.Random
) -> None:
    records = office(*employers, one=draw.choice(list(RelationKind)))
    shuffled = sorted(records, key=lambda _: draw.random())
    people = sorted(("p0", "p1", "p2"), key=lambda _: draw.random())
    one = found(records, edition("mz"))
    other = ties_in(Casebook(a.TODAY, shuffled), people, DAY, edition("mz"))
    assert [(t.people, t.kind, t.verdict) for t in one] == [
        (t.people, t.kind, t.verdict) for t in other
    ]
