"""Judging a practice of twenty years: whole, after one change, and how both grow.

Run from the root: `python bench/rules.py [years]`. Prints seconds and ratios of one run.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.casebook import Casebook, IssuedPaper, touched
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.groups import Group, Membership, Mode
from intervisie_desktop.domain.people import Employment, Participant, PersonName, Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.profiles import read_folder

PEOPLE_A_YEAR, GROUPS_A_YEAR, SESSIONS_A_YEAR, GROUP_SIZE = 80, 10, 250, 8
LIFE = 5
LAST_YEAR = 2026
TODAY = date(2026, 10, 13)


def practice(years: int) -> list[object]:
    """Invented records of these years; every group meets for five years, its people are its own.

    Groups that began before the first year are there for what is left of their five, so that
    twice as many years are twice as many sessions, hours and papers.
    """
    draw = random.Random(years)
    records: list[object] = [Facilitator(id="f", name="Marit Papierwilg")]
    records.append(Designation(id="d", facilitator_id="f", register="NOvA", period=Period()))
    number, began = 0, LAST_YEAR - years + 1
    for n in range((years + LIFE - 1) * GROUPS_A_YEAR):
        first = began - LIFE + 1 + n // GROUPS_A_YEAR
        profile = "nova_intervisie" if n % 10 else "vrij"
        records.append(Group(id=f"g{n}", name=f"Groep {n}", profiles=(profile,)))
        people = [f"p{n}-{k}" for k in range(PEOPLE_A_YEAR // GROUPS_A_YEAR)]
        for person in people:
            records += someone(person, f"g{n}", Period(date(max(first, began), 1, 1)))
        for year in range(max(first, began), min(first + LIFE, LAST_YEAR + 1)):
            for _ in range(SESSIONS_A_YEAR // GROUPS_A_YEAR // LIFE):
                number += 1
                day = date(year, 1, 6) + timedelta(days=draw.randrange(340))
                records += meeting(f"s{number}", f"g{n}", day, people, draw)
    return records


def someone(person: str, group: str, period: Period) -> list[object]:
    """A lawyer with work, a registration and a group."""
    name = PersonName(given="Noor", surname=f"Vogelaar{person}")
    return [
        Participant(id=person, name=name, profession="advocaat"),
        Employment(id=f"e{person}", participant_id=person, employer=f"Kantoor {person[:4]}",
                   function="advocaat"),
        Registration(id=f"r{person}", participant_id=person, register="BAR",
                     unconditional_since=date(2001, 1, 1)),
        Membership(id=f"m{person}", group_id=group, participant_id=person, period=period),
    ]  # fmt: skip


def meeting(
    key: str, group: str, day: date, people: list[str], draw: random.Random
) -> list[object]:
    """A session of two to three hours with eight people, some of whom left early."""
    past = day < TODAY
    end = 600 + draw.choice((120, 150, 180))
    state = SessionState.CLOSED if past else SessionState.PLANNED
    session = Session(
        id=key, group_id=group, day=day, start=600, end=end, state=state, facilitator_id="f",
        mode=draw.choice((Mode.ONLINE, Mode.ON_LOCATION)), description="Werkdruk en grenzen.",
        confidentiality_on=day if draw.random() < 0.98 else None, confidentiality_at=600,
        list_signed=True, method="Balint",
    )  # fmt: skip
    records: list[object] = [session]
    for person in draw.sample(people, GROUP_SIZE):
        left = end if draw.random() < 0.97 else 690
        there = (Interval(600, left),) if past else ()
        records.append(
            Attendance(
                id=f"a{key}{person}", session_id=key, participant_id=person,
                state=AttendanceState.PRESENT if past else AttendanceState.EXPECTED,
                intervals=there, contribution=draw.random() < 0.6, confidentiality=True,
                closed_room=True, identity_checked=True, online_agreed=True, presence_checked=True,
            )
        )  # fmt: skip
        if past and left == end:
            records.append(
                IssuedPaper(id=f"c{key}{person}", kind=CertificateKind.SESSION,
                            participant_id=person, session_id=key)
            )  # fmt: skip
    return records


def judged_always(folder: Path) -> dict[str, RuleProfile]:
    """The profiles, with the first edition open to the past so that every year is judged."""
    found = {}
    for key, profile in read_folder(folder).items():
        first, *rest = profile.editions
        first = replace(first, valid=Period(None, first.valid.end))
        found[key] = replace(profile, editions=(first, *rest))
    return found


def seconds(times: int, job) -> float:
    """The middle of several runs."""
    found = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        job()
        found.append(time.perf_counter() - start)
    return sorted(found)[len(found) // 2]


def figures(years: int) -> tuple[float, float, float]:
    """Seconds for the book, the whole, and one change, for a practice of so many years."""
    profiles = judged_always(Path(__file__).parents[1] / "resources" / "profiles")
    records = practice(years)
    book = Casebook(TODAY, records)
    built = seconds(3, lambda: Casebook(TODAY, records))
    whole = seconds(3, lambda: Judge(profiles, book).all_findings())
    judge = Judge(profiles, book)
    findings = judge.all_findings()
    some = random.Random(7).sample([r for r in records if isinstance(r, Attendance)], 60)
    changes = []
    for attendance in some:
        new = replace(attendance, contribution=not attendance.contribution, closed_room=False)
        start = time.perf_counter()
        after = judge.book.updated([new])
        judge.after(after, touched(after, [attendance, new]))
        changes.append(time.perf_counter() - start)
    one, worst = sorted(changes)[len(changes) // 2], max(changes)
    kinds = {kind: sum(isinstance(r, kind) for r in records) for kind in (Participant, Group,
             Session, Attendance)}  # fmt: skip
    print(f"{years} jaar: {', '.join(f'{n} {k.__name__}' for k, n in kinds.items())}, "
          f"{len(findings)} bevindingen")  # fmt: skip
    print(f"  opbouw {built * 1000:.0f} ms, geheel {whole * 1000:.0f} ms, één wijziging "
          f"{one * 1000:.1f} ms (slechtste {worst * 1000:.1f} ms)")  # fmt: skip
    return built, whole, one


if __name__ == "__main__":
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    small, large = figures(most // 4), figures(most)
    print(f"groei van {most // 4} naar {most} jaar: geheel {large[1] / small[1]:.2f}x, "
          f"één wijziging {large[2] / small[2]:.2f}x")  # fmt: skip
