"""Builders with defaults: say only what a test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.casebook import Casebook, IssuedPaper
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.groups import Group, MemberRole, Membership, Mode
from intervisie_desktop.domain.methods import Method
from intervisie_desktop.domain.people import Employment, Participant, PersonName, Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.methods import built_in
from intervisie_desktop.services.profiles import read_folder

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 10, 13)
_numbers = count(1)


@cache
def profiles() -> dict[str, RuleProfile]:
    """The profiles that ship."""
    return read_folder(ROOT / "resources" / "profiles")


def methods() -> tuple[Method, ...]:
    """The methods that ship."""
    return built_in()


def an_id(kind: str) -> str:
    """A fresh id that tells what it is of."""
    return f"{kind}{next(_numbers)}"


def a_participant(given: str = "Noor", surname: str = "Appelvink", **fields: Any) -> Participant:
    """Somebody; fields of Participant may be given."""
    fields.setdefault("id", an_id("p"))
    fields.setdefault("profession", "advocaat")
    return Participant(name=PersonName(given=given, surname=surname), **fields)


def a_group(profile: str = "nova_intervisie", **fields: Any) -> Group:
    """A group under one profile, led by g-leider unless said otherwise."""
    defaults: dict[str, Any] = {
        "id": an_id("g"),
        "name": "Ochtendgroep Utrecht",
        "code": "OU",
        "profiles": (profile,),
        "facilitator_id": "leider",
    }
    return Group(**{**defaults, **fields})


def a_membership(group: Group, participant: Participant, **fields: Any) -> Membership:
    """Somebody belongs to a group, from the start unless a period is given."""
    fields.setdefault("id", an_id("m"))
    return Membership(group_id=group.id, participant_id=participant.id, **fields)


def a_session(
    group: Group | None = None, day: date = date(2026, 3, 12), *, minutes: int = 120, **fields: Any
) -> Session:
    """A closed session from 10:00 in order in every respect."""
    defaults: dict[str, Any] = {
        "id": an_id("s"),
        "group_id": group.id if group else "g",
        "start": 600,
        "end": 600 + minutes,
        "state": SessionState.CLOSED,
        "facilitator_id": "leider",
        "method": "Incidentmethode, met keuze",
        "description": "Omgaan met werkdruk en grenzen.",
        "confidentiality_on": day,
        "confidentiality_at": 600,
        "list_signed": True,
        "evaluated_on": day,
        "invited_on": day - timedelta(days=14),
        "link_sent_on": day - timedelta(days=1),
        "closed_at": datetime(day.year, day.month, day.day, 18),
    }
    session = Session(day=day, **{**defaults, **fields})
    if session.state is not SessionState.PLANNED:
        return session
    blank = {"confidentiality_on": None, "confidentiality_at": None, "list_signed": False}
    return replace(session, evaluated_on=None, closed_at=None, **blank)


def an_attendance(session: Session, participant: Participant, **fields: Any) -> Attendance:
    """Somebody was at a session from start to end and everything was recorded."""
    ticks = ("contribution", "action", "prepared", "confidentiality", "closed_room",
             "identity_checked", "online_agreed", "presence_checked", "safe")  # fmt: skip
    defaults: dict[str, Any] = {
        "id": an_id("a"),
        "state": AttendanceState.PRESENT,
        "intervals": (session.interval,),
        **dict.fromkeys(ticks, True),
    }
    return Attendance(
        session_id=session.id, participant_id=participant.id, **{**defaults, **fields}
    )


def a_facilitator(**fields: Any) -> Facilitator:
    """Who leads: g-leider."""
    return Facilitator(**{"id": "leider", "name": "Marit Papierwilg", **fields})


def a_designation(**fields: Any) -> Designation:
    """A designation by the NOvA that holds in every year of the tests."""
    period = Period(date(2019, 1, 1), date(2030, 12, 31))
    defaults = {"id": "aanwijzing", "facilitator_id": "leider", "register": "NOvA"}
    return Designation(**{**defaults, "period": period, **fields})


def a_registration(participant: Participant, **fields: Any) -> Registration:
    """A lawyer who has long been bound."""
    defaults = {"register": "BAR", "unconditional_since": date(2015, 1, 1)}
    fields.setdefault("id", an_id("r"))
    return Registration(participant_id=participant.id, **{**defaults, **fields})


def an_employment(participant: Participant, employer: str, **fields: Any) -> Employment:
    """Somebody works somewhere."""
    fields.setdefault("id", an_id("e"))
    return Employment(participant_id=participant.id, employer=employer, **fields)


def a_paper(session: Session, participant: Participant, **fields: Any) -> IssuedPaper:
    """A certificate of a session."""
    defaults: dict[str, Any] = {"id": an_id("c"), "kind": CertificateKind.SESSION}
    return IssuedPaper(
        participant_id=participant.id, session_id=session.id, **{**defaults, **fields}
    )


class Practice:
    """A small practice to add to: one group, its people, its leader."""

    def __init__(
        self, people: int = 4, *, profile: str = "nova_intervisie", today: date = TODAY
    ) -> None:
        names = ("Noor", "Joris", "Femke", "Teun", "Hidde", "Sanne", "Bram", "Lot", "Pim", "Roos",
                 "Stijn", "Tess")  # fmt: skip
        self.today = today
        self.group = a_group(profile)
        self.people = [a_participant(names[n % 12], f"Vogelaar{n}") for n in range(people)]
        members = [a_membership(self.group, person) for person in self.people]
        leader = [a_facilitator(), a_designation()]
        self.records: list[Any] = [self.group, *self.people, *members, *leader]

    def add(self, *records: Any) -> None:
        """More records."""
        self.records += records

    def meet(self, day: date, *, minutes: int = 120, papers: bool = True, **fields: Any) -> Session:
        """A closed session at which everyone was; with certificates unless told not to."""
        session = a_session(self.group, day, minutes=minutes, **fields)
        self.add(session)
        for person in self.people:
            self.add(an_attendance(session, person))
            if papers:
                self.add(a_paper(session, person))
        return session

    def plan(self, day: date, *, minutes: int = 120, **fields: Any) -> Session:
        """A planned session of the group."""
        fields = {"state": SessionState.PLANNED, **fields}
        session = a_session(self.group, day, minutes=minutes, **fields)
        self.add(session)
        return session

    def book(self) -> Casebook:
        """Everything as a casebook."""
        return Casebook(self.today, self.records)


__all__ = [
    "TODAY", "AttendanceState", "Interval", "MemberRole", "Mode", "Practice", "a_designation",
    "a_facilitator", "a_group", "a_membership", "a_paper", "a_participant", "a_registration",
    "a_session", "an_attendance", "an_employment", "an_id", "profiles",
]  # fmt: skip
