"""Who may get a certificate: gathered once per reading, judged by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.certificates import Certificate, CertificateKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.people import Participant, PersonName, Registration
from intervisie_desktop.domain.periods import calendar_year
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.profiles import mentions
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.verdicts import Obstacle, VerdictState
from intervisie_desktop.services.certification.content import Attended, Content, content_of
from intervisie_desktop.services.certification.drafting import (
    Draft,
    Letterhead,
    period_of,
    same_content,
)
from intervisie_desktop.services.certification.judging import Judged, JudgeSource, PaperJudge
from intervisie_desktop.services.certification.values import (
    Candidate,
    CandidateGroup,
    CertificateKey,
    IssuedPaper,
    PaperOptions,
    Readiness,
    Wanted,
)
from intervisie_desktop.storage.reads.certificates import sessions_in, standing_for
from intervisie_desktop.storage.records.collections import Reading

NO_PAPER = frozenset({"no_sessions", "facilitator_missing"})
"""Notes without which there is no paper to make, whatever the reason."""

_TOLD = frozenset({Obstacle.NOT_CLOSED, Obstacle.NOT_PRESENT, Obstacle.MORE_PLANNED})


class Gathered:
    """What a year (or one session) holds for papers, read once; gives candidates and drafts."""

    def __init__(self, reading: Reading, wanted: Wanted, source: JudgeSource, on: date) -> None:
        self._judge: PaperJudge = source.judge(reading, on, wanted)
        self._wanted = wanted
        self._on = on
        self.practice: Practice = reading.practice.get()
        self.groups: dict[str, Group] = {one.id: one for one in reading.groups.all()}
        self.sessions = _sessions(reading, wanted)
        self.people: dict[str, Participant] = {}
        self._attendances: dict[str, list[Attendance]] = defaultdict(list)
        self._registrations: dict[str, list[Registration]] = defaultdict(list)
        self._facilitators: dict[str, Facilitator] = {
            one.id: one for one in reading.facilitators.all()
        }
        self._designations: dict[str, list[Designation]] = defaultdict(list)
        for designation in reading.designations.all():
            self._designations[designation.facilitator_id].append(designation)
        self._excused = {
            one.finding_key: one.reason
            for one in reading.exceptions.all()
            if one.until is None or on <= one.until
        }
        self._members: dict[str, set[str]] = defaultdict(set)
        self._issued = _by_key(standing_for(reading, wanted.year))
        self._read_people(reading)

    def groups_of_candidates(self) -> tuple[CandidateGroup, ...]:
        """Every candidate, under the first of the groups they met in."""
        found: dict[str, list[Candidate]] = defaultdict(list)
        wanted = self._wanted.group_id
        for key in self.keys():
            candidate = self.candidate(key)
            under = wanted if wanted in candidate.group_ids else candidate.group_id
            found[under or candidate.group_id].append(candidate)
        return tuple(
            CandidateGroup(
                id=group.id,
                name=group.name,
                code=group.code,
                colour=group.colour,
                candidates=tuple(sorted(found[group.id], key=lambda one: one.sort_key)),
            )
            for group in sorted(self.groups.values(), key=lambda one: one.name.casefold())
            if group.id in found and wanted in {None, group.id}
        )

    def keys(self) -> Iterable[CertificateKey]:
        """What could be certified: per person, and for a year per profile."""
        if self._wanted.session_id is not None:
            for one in self._attendances_of(self._wanted.session_id):
                yield self._session_key(one)
            return
        seen: set[tuple[str, str]] = set()
        for session in self.sessions.values():
            group = self.groups[session.group_id]
            present = {one.participant_id for one in self._attendances_of(session.id)}
            for person in sorted(present | self._members[group.id]):
                if (person, group.profiles[0]) in seen or not self._is_wanted(person):
                    continue
                seen.add((person, group.profiles[0]))
                yield CertificateKey(
                    kind=CertificateKind.YEAR,
                    participant_id=person,
                    profile=group.profiles[0],
                    year=self._wanted.year,
                )

    def candidate(self, key: CertificateKey) -> Candidate:
        """Whether this paper may be made, and what is in its way."""
        return self._candidate(key, *self._content(key))

    def draft(self, key: CertificateKey, options: PaperOptions, today: date) -> Draft:
        """The paper of this key, but for its number; Refusal("nothing_to_certify") without one."""
        judged, content, groups = self._content(key)
        if not content.sessions:
            raise Refusal("nothing_to_certify", name=self.people[key.participant_id].name.plain)
        return Draft(
            candidate=self._candidate(key, judged, content, groups),
            content=content,
            letterhead=self._letterhead(content),
            options=options,
            today=today,
            period=period_of(key.kind, key.year, content),
        )

    def _candidate(
        self, key: CertificateKey, judged: Judged, content: Content, groups: tuple[str, ...]
    ) -> Candidate:
        person = self.people[key.participant_id]
        notes = tuple(self._notes(content, judged))
        issued = self._issued.get(_issued_key(key))
        return Candidate(
            key=key,
            name=person.name.plain,
            surname=filing_name(person.name),
            sort_key=person.name.sort_key,
            email=person.email,
            group_id=groups[0],
            group_ids=groups,
            minutes=judged.minutes,
            required=judged.required or 0,
            verdict=_verdict(judged, notes),
            edition=judged.edition_day,
            findings=judged.findings,
            notes=notes,
            override_allowed=judged.override_allowed and not NO_PAPER.intersection(notes),
            issued=None if issued is None else IssuedPaper(
                id=issued.id,
                number=issued.number,
                issued_on=issued.issued_on,
                changed=not same_content(issued.snapshot, content),
            ),
            running_until=judged.running_until,
            forecast=judged.forecast,
            open_session=judged.open_session,
            excuse=self._excuse(judged.findings),
        )  # fmt: skip

    def _content(self, key: CertificateKey) -> tuple[Judged, Content, tuple[str, ...]]:
        if key.session_id is not None:
            judged = self._judge.session(key.participant_id, key.session_id, key.profile)
        else:
            judged = self._judge.year(key.participant_id, key.year, key.profile)
        attended = [
            Attended(
                session=self.sessions[one.session_id],
                group=self.groups[self.sessions[one.session_id].group_id],
                attendance=self._attendance(one.session_id, key.participant_id),
                minutes=one.minutes,
                group_size=one.group_size,
            )
            for one in judged.sessions
            if one.session_id in self.sessions
        ]
        content = content_of(
            self.people[key.participant_id],
            self._registrations[key.participant_id],
            attended,
            judged,
            expert=all(self._designated(one, judged) for one in attended),
        )
        groups = tuple(dict.fromkeys(one.group.id for one in attended))
        return judged, content, groups or self._groups_of(key)

    def _excuse(self, findings: Iterable[Finding]) -> str:
        """The reasons the user gave for living with these findings, each once."""
        found = [(finding, self._excused.get(finding.key)) for finding in findings]
        if any(f.severity is Severity.ERROR and reason is None for f, reason in found):
            return ""
        return "; ".join(dict.fromkeys(reason for _, reason in found if reason))

    def _groups_of(self, key: CertificateKey) -> tuple[str, ...]:
        """The groups someone belongs to under a profile, when nothing counts yet."""
        mine = (
            session.group_id
            for session in self.sessions.values()
            if self.groups[session.group_id].profiles[0] == key.profile
            and (
                key.participant_id in self._members[session.group_id]
                or any(
                    one.participant_id == key.participant_id
                    for one in self._attendances_of(session.id)
                )
            )
        )
        return tuple(dict.fromkeys(mine))

    def _letterhead(self, content: Content) -> Letterhead:
        signer = self._signer(content)
        if signer is None:
            raise Refusal("facilitator_missing")
        days = [date.fromisoformat(one.day) for one in content.sessions]
        valid = [
            one for one in self._designations[signer.id] if all(day in one.period for day in days)
        ]
        return Letterhead(
            practice=self.practice, facilitator=signer, designation=valid[0] if valid else None
        )

    def _signer(self, content: Content) -> Facilitator | None:
        chosen = content.facilitator_id or self.practice.facilitator_id
        return self._facilitators.get(chosen or "")

    def _designated(self, one: Attended, judged: Judged) -> bool:
        """Whether who led stood in the register the edition names, on the day itself."""
        norm = judged.edition.designation_register if judged.edition else None
        leader = one.session.facilitator_id or one.group.facilitator_id
        return norm is not None and any(
            one.session.day in held.period and mentions(held.register, (norm.value,))
            for held in self._designations[leader or ""]
        )

    def _notes(self, content: Content, judged: Judged) -> Iterable[str]:
        yield from (obstacle.value for obstacle in judged.obstacles if obstacle in _TOLD)
        if not content.sessions:
            yield "no_sessions"
            return
        if self._signer(content) is None:
            yield "facilitator_missing"
        if not content.registrations:
            yield "registration_missing"
        told = {finding.code for finding in judged.findings}
        if not content.description and "H03" not in told:
            yield "description_missing"

    def _session_key(self, attendance: Attendance) -> CertificateKey:
        session = self.sessions[attendance.session_id]
        return CertificateKey(
            kind=CertificateKind.SESSION,
            participant_id=attendance.participant_id,
            profile=self.groups[session.group_id].profiles[0],
            year=session.day.year,
            session_id=session.id,
        )

    def _attendances_of(self, session_id: str) -> list[Attendance]:
        return [
            one
            for one in self._attendances[session_id]
            if one.state is AttendanceState.PRESENT and self._is_wanted(one.participant_id)
        ]

    def _attendance(self, session_id: str, person: str) -> Attendance:
        return next(one for one in self._attendances[session_id] if one.participant_id == person)

    def _is_wanted(self, person: str) -> bool:
        return self._wanted.participant_id in {None, person}

    def _read_people(self, reading: Reading) -> None:
        period = calendar_year(self._wanted.year)
        groups = {one.group_id for one in self.sessions.values()}
        for membership in reading.memberships.where(group_id=groups):
            if membership.period.overlaps(period):
                self._members[membership.group_id].add(membership.participant_id)
        for attendance in reading.attendances.where(session_id=set(self.sessions)):
            self._attendances[attendance.session_id].append(attendance)
        ids = {one.participant_id for every in self._attendances.values() for one in every}
        ids |= {person for members in self._members.values() for person in members}
        self.people = {one.id: one for one in reading.participants.where(id=ids)}
        for registration in reading.registrations.where(participant_id=ids):
            self._registrations[registration.participant_id].append(registration)


def _sessions(reading: Reading, wanted: Wanted) -> dict[str, Session]:
    if wanted.session_id is not None:
        session = reading.sessions.get(wanted.session_id)
        return {session.id: session}
    ids = sessions_in(reading, wanted.year)
    return {
        one.id: one
        for one in reading.sessions.where(id=ids)
        if one.state is not SessionState.CANCELLED
    }


def _verdict(judged: Judged, notes: tuple[str, ...]) -> Readiness:
    if Obstacle.YEAR_RUNNING in judged.obstacles:
        return Readiness.RUNNING
    if judged.state is VerdictState.BLOCKED or NO_PAPER.intersection(notes):
        return Readiness.BLOCKED
    if judged.state is VerdictState.ATTENTION or notes:
        return Readiness.ATTENTION
    return Readiness.READY


def _by_key(issued: Iterable[Certificate]) -> dict[tuple[str, ...], Certificate]:
    return {
        (one.kind.value, one.participant_id, one.session_id or f"{one.profile} {one.covers_year}"):
        one
        for one in issued
    }  # fmt: skip


def _issued_key(key: CertificateKey) -> tuple[str, ...]:
    return (key.kind.value, key.participant_id, key.session_id or f"{key.profile} {key.year}")


def filing_name(name: PersonName) -> str:
    """The name a file goes by: surname with its prefix, else the whole name."""
    return " ".join(part for part in (name.prefix, name.surname) if part) or name.plain
