"""Golden cases of the rules: a few words of TOML become a practice, and its findings are compared.

A case file holds an array of tables per rule code. Keys of a case (all but `kind`, `name` and
`expect` optional; people are numbers from 0 in the order in which they were made):

profile, today        by default nova_intervisie on 13 October 2026
own                   what the profile "own" asks, for what no profile that ships does
people                how many, by default 4
other_sessions        those of a second group, of GIO; main_sessions of one of NOvA intervisie
sessions              "2026-03-12 10:00-12:00 online planned"; closed and on location by default
times, absent, excused, untick, theme    what differs from present, on time, everything ticked
session               fields of every session that differ; phases are a text such as "Vragen 10,
                      Advies 5 skipped, Besluit 5 took 8"
group                 fields of the group that differ
own_hours             "NOvA 2026-03-12 240", what the leader followed herself
role, member, function, profession, employer, client, registered, field_of_law   what differs
                      of people
absence               "0 illness 2026-01-01..2026-06-30"
relation, designation, leader, signed, papers, year_papers, extra_papers
expect                "warning 0 minutes=115": severity, then who and figures where they matter
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from intervisie_desktop.domain.attendance import AttendanceState, Interval
from intervisie_desktop.domain.casebook import Casebook, IssuedPaper
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, MemberRole, Mode
from intervisie_desktop.domain.people import Absence, AbsenceKind, Relation, RelationKind
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import OwnHours
from intervisie_desktop.domain.profile_reader import read_profile
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionPhase, SessionState
from tests import builders as a

FOLDERS = tuple(Path(__file__).with_name(name) for name in ("cases", "profiles"))
_NAMES = ("Appelvink", "Kastanjelaar", "Zonnedauw", "Mosterdzaad", "Zeewind", "Maanlicht",
          "Regenwilg", "Ganzerik", "Vuurdoorn", "Wolkendek", "Zilverschoon",
          "Berkenblad")  # fmt: skip
_TICKS = ("contribution", "action", "prepared", "confidentiality", "closed_room", "safe",
          "identity_checked", "online_agreed", "presence_checked", "apart", "webcam",
          "microphone", "loudspeaker", "connection")  # fmt: skip


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with the code of its rule."""
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.toml")):
            for code, found in tomllib.loads(path.read_text(encoding="utf-8")).items():
                for case in found:
                    yield code, {"file": path.name, **case}


def found(code: str, case: dict[str, Any]) -> list[str]:
    """What the judge says of one code, in the words of `expect`."""
    judge = judge_of(case)
    mine = [f for f in judge.all_findings() if f.code == code]
    mine = [f for f in mine if f.profile == case.get("profile", "nova_intervisie")]
    # Only the figures that a case names are compared.
    keys = sorted({w.split("=")[0] for want in case["expect"] for w in want.split() if "=" in w})
    return sorted(_words(finding, keys) for finding in mine)


def judge_of(case: dict[str, Any]) -> Judge:
    """A judge over the practice of a case, with the profile it makes up for itself."""
    profiles = dict(a.profiles())
    if "own" in case:
        profiles["own"] = own_profile(case["own"])
    return Judge(profiles, Making(case).book())


def own_profile(norms: dict[str, Any]) -> RuleProfile:
    """A profile "own" that asks just this, from a certain source."""
    source = {"title": "Eigen profiel", "certainty": "source", "address": "voorbeeld.example"}
    edition = {name: {"value": value, "source": "own"} for name, value in norms.items()}
    return read_profile({"key": "own", "name": "Eigen profiel", "short_name": "Eigen",
                         "sources": {"own": source},
                         "edition": [{"source": "own", **edition}]})  # fmt: skip


def expected(case: dict[str, Any]) -> list[str]:
    """What the case expects, its figures in order of name."""
    split = [want.split() for want in case["expect"]]
    return sorted(
        " ".join([w for w in words if "=" not in w] + sorted(w for w in words if "=" in w))
        for words in split
    )


def _words(finding: Finding, keys: list[str]) -> str:
    who = finding.subject.participant
    words = [finding.severity.value, *([who[1:]] if who else [])]
    shown = {key: finding.figures.get(key) for key in keys}
    words += [f"{key}={_plain(value)}" for key, value in shown.items() if value is not None]
    return " ".join(words)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ",".join(re.sub(r"^p(?=\d)", "", str(v)) for v in value).replace(" ", "_")
    return str(value).replace(" ", "_")


def minutes(text: str) -> int:
    """Minutes since midnight of "10:30"."""
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def intervals(text: str) -> tuple[Interval, ...]:
    """Stretches such as "10:00-11:00 11:30-12:00"."""
    pairs = [part.split("-") for part in text.split()]
    return tuple(Interval(minutes(start), minutes(end)) for start, end in pairs)


def period(text: str) -> Period:
    """A period such as "2026-01-01..", open where nothing stands."""
    start, end = (date.fromisoformat(day) if day else None for day in text.split(".."))
    return Period(start, end)


def phase(text: str) -> SessionPhase:
    """A phase such as "Vragen 10 took 8" or "Advies 5 skipped"."""
    words = text.split()
    at = next(n for n, word in enumerate(words) if word.isdigit())
    took = int(words[at + 2]) if "took" in words else None
    return SessionPhase(" ".join(words[:at]), int(words[at]), took, "skipped" in words)


class Making:
    """Makes the records a case asks for."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.case = case
        self.profile = case.get("profile", "nova_intervisie")
        self.group = a.a_group(self.profile, id="g", **case.get("group", {}))
        self.people = [self._person(n) for n in range(case.get("people", 4))]
        self.sessions = [self._session(n, text) for n, text in enumerate(case.get("sessions", ()))]
        self.others = []
        for key, profile in (("other", "nova_gio"), ("main", "nova_intervisie")):
            found = case.get(f"{key}_sessions", ())
            more = enumerate(found, len(self.sessions))
            self.sessions += [replace(self._session(n, text), group_id=key) for n, text in more]
            self.others += [a.a_group(profile, id=key)] if found else []

    def book(self) -> Casebook:
        """The whole practice of the case."""
        case, today = self.case, self.case.get("today", a.TODAY)
        records: list[Any] = [
            self.group,
            *self.others,
            *self.people,
            *self.sessions,
            *self._leaders(),
        ]
        for n, person in enumerate(self.people):
            records += self._of_person(n, person)
        for session in self.sessions:
            records += self._at_session(session)
        records += [self._absence(text) for text in case.get("absence", ())]
        records += [self._relation(text) for text in case.get("relation", ())]
        records += self._agreement()
        for text in case.get("year_papers", ()):
            who, year = text.split()
            records.append(
                IssuedPaper(id=f"y{text}", kind=CertificateKind.YEAR, participant_id=f"p{who}",
                            covers_year=int(year))
            )  # fmt: skip
        return Casebook(today, [*records, *a.methods()])

    def _person(self, n: int) -> Any:
        profession = self._of("profession", n, "advocaat")
        field = self._of("field_of_law", n, "")
        return a.a_participant(
            "Noor", _NAMES[n], id=f"p{n}", profession=profession, field_of_law=field
        )

    def _of(self, key: str, n: int, otherwise: Any = None) -> Any:
        return self.case.get(key, {}).get(str(n), otherwise)

    def _of_person(self, n: int, person: Any) -> Iterator[Any]:
        when = period(self._of("member", n, ".."))
        role = MemberRole(self._of("role", n, "member"))
        yield a.a_membership(self.group, person, role=role, period=when)
        function, employer = self._of("function", n, ""), self._of("employer", n, "")
        client = self._of("client", n)
        if function or employer or client:
            yield a.an_employment(person, employer, function=function, client_id=client)
        registered = self._of("registered", n)
        if registered:
            register, day = registered.split()
            since = date.fromisoformat(day)
            yield a.a_registration(
                person, register=register, unconditional_since=since, period=Period(since, None)
            )

    def _session(self, n: int, text: str) -> Session:
        day, times, *words = text.split()
        [span] = intervals(times)
        # TOML has no None; false stands for "not filled in".
        extra = {
            key: None if value is False and key.endswith("_on") else value
            for key, value in self.case.get("session", {}).items()
        }
        if "phases" in extra:
            extra["phases"] = tuple(phase(part) for part in extra["phases"].split(","))
        if "breaks" in extra:
            extra["breaks"] = intervals(extra["breaks"])
        states = [SessionState(w) for w in words if w in set(SessionState)]
        modes = [Mode(w) for w in words if w in set(Mode)]
        return a.a_session(
            self.group, date.fromisoformat(day), minutes=span.minutes,
            **{"id": f"s{n}", "start": span.start, "end": span.end,
               "state": states[0] if states else SessionState.CLOSED,
               "mode": modes[0] if modes else Mode.ON_LOCATION, **extra},
        )  # fmt: skip

    def _at_session(self, session: Session) -> Iterator[Any]:
        case, past = self.case, session.state in {SessionState.HELD, SessionState.CLOSED}
        for n, person in enumerate(self.people):
            state = AttendanceState.PRESENT if past else AttendanceState.EXPECTED
            state = AttendanceState.ABSENT if n in case.get("absent", ()) else state
            state = AttendanceState.EXCUSED if n in case.get("excused", ()) else state
            there = state is AttendanceState.PRESENT
            times = intervals(self._of("times", n, "")) or (session.interval,)
            ticks = {t: there and n not in case.get("untick", {}).get(t, ()) for t in _TICKS}
            ticks["prepared"] = n not in case.get("untick", {}).get("prepared", ())
            yield a.an_attendance(
                session, person, state=state, intervals=times if there else (),
                theme=self._of("theme", n, ""), **ticks,
            )  # fmt: skip
            if there and session.state is SessionState.CLOSED and case.get("papers", True):
                yield a.a_paper(session, person)
        for who in case.get("extra_papers", ()):
            yield a.a_paper(session, self.people[who])

    def _leaders(self) -> Iterator[Any]:
        yield a.a_facilitator(**self.case.get("leader", {}))
        for n, text in enumerate(self.case.get("own_hours", ())):
            register, day, long = text.split()
            yield OwnHours(id=f"u{n}", facilitator_id="leider", register=register,
                           day=date.fromisoformat(day), minutes=int(long))  # fmt: skip
        if "designation" not in self.case:
            yield a.a_designation()
        elif self.case["designation"]:
            register, when = self.case["designation"].split()
            yield a.a_designation(register=register, period=period(when))

    @staticmethod
    def _absence(text: str) -> Absence:
        who, kind, when = text.split()
        return Absence(
            id=f"v{text}", participant_id=f"p{who}", kind=AbsenceKind(kind), period=period(when)
        )

    @staticmethod
    def _relation(text: str) -> Relation:
        one, other, kind, *when = text.split()
        return Relation(
            id=f"b{text}", first_id=f"p{one}", second_id=f"p{other}", kind=RelationKind(kind),
            period=period(when[0]) if when else Period(),
        )  # fmt: skip

    def _agreement(self) -> Iterator[Any]:
        if "signed" not in self.case:
            return
        day = date(2026, 1, 5)
        yield Agreement(id="k", group_id="g", agreed_on=day)
        for who in self.case["signed"]:
            yield AgreementSignature(
                id=f"h{who}", agreement_id="k", signed_on=day, participant_id=f"p{who}"
            )
