"""Whether a paper may be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.verdicts import (
    Obstacle,
    Verdict,
    VerdictState,
    verdict_session,
    verdict_year,
)
from tests import builders as a

NOVA = "nova_intervisie"


def of_session(who: int = 0, attendance: dict[str, Any] | None = None, **fields: Any) -> Verdict:
    """The verdict on one meeting; `attendance` is what differs of the first participant."""
    practice = a.Practice(5)
    session = practice.meet(date(2026, 3, 12), papers=False, **fields)
    first = practice.people[0].id
    practice.records = [
        replace(r, **(attendance or {}))
        if isinstance(r, Attendance) and r.participant_id == first
        else r
        for r in practice.records
    ]
    return verdict_session(
        Judge(a.profiles(), practice.book()), practice.people[who].id, session.id
    )


def of_year(*minutes: int, planned: int = 0, **fields: Any) -> Verdict:
    """The verdict on the year of the first participant of a group that met for so long."""
    practice = a.Practice(5)
    for n, long in enumerate(minutes):
        practice.meet(date(2026, n + 1, 12), minutes=long, papers=False, **fields)
    if planned:
        practice.plan(date(2026, 11, 12), minutes=planned)
    judge = Judge(a.profiles(), practice.book())
    return verdict_year(judge, practice.people[0].id, 2026, NOVA)


def test_a_closed_session_in_order_is_ready() -> None:
    verdict = of_session()
    assert (verdict.state, verdict.minutes) == (VerdictState.READY, 120)
    assert verdict.findings == verdict.obstacles == ()


def test_missing_secrecy_blocks_everyone_without_a_way_round() -> None:
    verdict = of_session(who=3, confidentiality_on=None)
    assert verdict.state is VerdictState.BLOCKED
    assert [f.code for f in verdict.findings] == ["H01"]
    assert not verdict.override_allowed


def test_a_room_that_was_not_confirmed_blocks_only_who_sat_in_it() -> None:
    online = {"mode": a.Mode.ONLINE}
    assert of_session(0, {"closed_room": False}, **online).state is VerdictState.BLOCKED
    assert of_session(1, {"closed_room": False}, **online).state is VerdictState.READY


def test_a_warning_asks_for_a_look() -> None:
    verdict = of_session(list_signed=False)
    assert verdict.state is VerdictState.ATTENTION
    assert [f.code for f in verdict.findings] == ["D02"]


def test_who_was_not_there_or_too_short_gets_no_certificate() -> None:
    gone = of_session(0, {"state": AttendanceState.ABSENT, "intervals": ()})
    assert gone.obstacles == (Obstacle.NOT_PRESENT,)
    short = of_session(0, {"intervals": (Interval(600, 660),)})
    assert short.obstacles == (Obstacle.NOTHING_COUNTS,)
    assert not gone.override_allowed
    assert not short.override_allowed


def test_a_session_that_is_not_closed_is_no_proof_yet() -> None:
    assert of_session(state=SessionState.HELD).obstacles == (Obstacle.NOT_CLOSED,)


def test_a_year_of_eight_hours_is_ready() -> None:
    verdict = of_year(150, 120, 120, 150)
    assert (verdict.state, verdict.minutes) == (VerdictState.READY, 540)


def test_a_running_year_waits_and_may_be_overridden_with_a_reason() -> None:
    verdict = of_year(150, 120, 120, planned=150)
    assert verdict.state is VerdictState.BLOCKED
    assert verdict.obstacles == (Obstacle.YEAR_RUNNING,)
    assert verdict.override_allowed


def test_more_to_come_after_the_norm_asks_for_a_look() -> None:
    verdict = of_year(240, 240, planned=120)
    assert verdict.state is VerdictState.ATTENTION
    assert verdict.obstacles == (Obstacle.MORE_PLANNED,)


def test_one_session_without_secrecy_holds_up_the_year() -> None:
    verdict = of_year(240, 240, confidentiality_on=None)
    assert verdict.state is VerdictState.BLOCKED
    assert {f.code for f in verdict.findings} == {"H01"}
    assert len(verdict.findings) == 2


def test_a_session_that_is_gone_or_unknown_gives_no_paper() -> None:
    practice = a.Practice(5)
    session: Session = practice.meet(date(2026, 3, 12), state=SessionState.CANCELLED, papers=False)
    judge = Judge(a.profiles(), practice.book())
    who = practice.people[0].id
    assert verdict_session(judge, who, session.id).state is VerdictState.BLOCKED
    assert verdict_year(judge, who, 1999, NOVA).state is VerdictState.BLOCKED
