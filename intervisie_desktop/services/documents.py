"""Papers that are no certificates: attendance lists, overviews and agreements."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.documents.pdf import agreement, attendance_list, year_overview
from intervisie_desktop.documents.pdf.agreement import AgreementFacts, Party
from intervisie_desktop.documents.pdf.attendance_list import AttendanceListFacts, AttendanceRow
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.year_overview import (
    OverviewSession,
    OverviewStanding,
    YearOverviewFacts,
)
from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.groups import Agreement, Group, Mode
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import CountedSession, YearStanding
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.occasion import occasion_of_group
from intervisie_desktop.services.meeting.signed import signed_clauses
from intervisie_desktop.services.texts import Wording, edited_texts
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

BLANK_ROWS = 2
"""Room for guests on a list that is printed before the session."""


class DocumentsService:
    """Gathers the facts of a paper and renders it; nothing is stored."""

    def __init__(self, store: Store, clock: Clock, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance

    def blank_attendance_list(self, session_id: str) -> bytes:
        """The list to sign at the session: who is expected, with room for guests."""
        return self._attendance_list(session_id, blank=True)

    def attendance_list(self, session_id: str) -> bytes:
        """The list as it was recorded, to be signed afterwards; Refusal("gone")."""
        return self._attendance_list(session_id, blank=False)

    def year_overview(self, participant_id: str, year: int) -> bytes:
        """The jaaropgave of a participant: every session of the year and where they stand."""
        standings = [s for s in self._compliance.standings_of(participant_id) if s.year == year]
        profiles = self._compliance.profiles()
        counted = {one.session_id: one for s in standings for one in s.sessions}
        with self._store.reading() as read:
            practice = read.practice.get()
            person = read.participants.get(participant_id)
            leader, line = _leader(read, practice, practice.facilitator_id, self._clock.today())
            sessions = _sessions_of(read, participant_id, year, counted)
            facts = YearOverviewFacts(
                practice=practice_facts(practice),
                year=year,
                issued_on=self._clock.today(),
                place=practice.address.city,
                participant=person.name.formal,
                organisation=_employer(read, participant_id, date(year, 12, 31)),
                registrations=_registrations(read, participant_id, year),
                sessions=sessions,
                standings=tuple(
                    _overview_standing(s, profiles[s.profile])
                    for s in standings
                    if s.profile in profiles
                ),
                leader=leader.name if leader else practice.name,
                leader_line=line,
                signature=leader.signature if leader else None,
            )
        return year_overview.render(facts)

    def agreement(self, agreement_id: str, only: str | None = None) -> bytes:
        """An intervisiecontract with who signed it, or room to sign; Refusal("gone").

        With `only` no other participant than this one is named on it.
        """
        with self._store.reading() as read:
            facts = self._agreement_facts(read, read.agreements.get(agreement_id), only)
        return agreement.render(facts)

    def _agreement_facts(self, read: Reading, made: Agreement, only: str | None) -> AgreementFacts:
        profiles = self._compliance.profiles()
        about = occasion_of_group(read, profiles, made.agreed_on, made.group_id)
        wording = Wording(edited_texts(read), about.words(), about.traits())
        signed = read.agreement_signatures.where(agreement_id=made.id)
        by_person = {s.participant_id: s.signed_on for s in signed if s.participant_id}
        by_leader = {s.facilitator_id: s.signed_on for s in signed if s.facilitator_id}
        return AgreementFacts(
            practice=practice_facts(about.practice),
            agreed_on=made.agreed_on,
            place=about.practice.address.city,
            group=about.group.name,
            frequency=_frequency(read, made),
            leader=Party(
                name=about.leader_name,
                line=composing.leader_line(about),
                signed_on=by_leader.get(about.leader.id if about.leader else ""),
            ),
            participants=tuple(
                Party(
                    name=one.person.name.formal,
                    line=one.employer,
                    signed_on=by_person.get(one.person.id),
                )
                for one in about.people
                if only in {None, one.person.id}
            ),
            clauses=signed_clauses(read, made) or composing.agreement_clauses(wording, made),
        )

    def _attendance_list(self, session_id: str, *, blank: bool) -> bytes:
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            group, practice = read.groups.get(session.group_id), read.practice.get()
            who = session.facilitator_id or group.facilitator_id or practice.facilitator_id
            leader, line = _leader(read, practice, who, session.day)
            attendances = {
                a.participant_id: a for a in read.attendances.where(session_id=session_id)
            }
            people = _expected(read, group, session.day, attendances)
            rows = tuple(
                _row(read, person, attendances.get(person.id), session, blank=blank)
                for person in people
            )
            facts = AttendanceListFacts(
                practice=practice_facts(practice),
                issued_on=self._clock.today(),
                group=group.name,
                day=session.day,
                start=session.start,
                end=session.end,
                form=_form(session.mode),
                place=session.place,
                leader=leader.name if leader else practice.name,
                leader_line=line,
                method=session.method,
                rows=rows,
                filled=not blank,
                blank_rows=BLANK_ROWS if blank else 0,
                online=session.mode is not Mode.ON_LOCATION,
                confidentiality_on=None if blank else session.confidentiality_on,
                confidentiality_at=None if blank else session.confidentiality_at,
                signature=None if blank or leader is None else leader.signature,
            )
        return attendance_list.render(facts)


def _overview_standing(standing: YearStanding, profile: RuleProfile) -> OverviewStanding:
    edition = profile.edition_of_year(standing.year)
    points = edition.points.value if edition and edition.points else None
    gives = points is not None and points.year_max != 0
    return OverviewStanding(
        register=profile.name,
        minutes=standing.made,
        required_minutes=standing.target or None,
        hundredths=standing.hundredths if gives else None,
        points_cap=points.year_max if points is not None and gives else None,
    )


def _row(
    read: Reading, person: Participant, known: Attendance | None, session: Session, *, blank: bool
) -> AttendanceRow:
    bar = read.registrations.where(participant_id=person.id)
    about = AttendanceRow(
        name=person.name.formal,
        organisation=_employer(read, person.id, session.day),
        registration=next((f"{r.register} {r.number}" for r in bar if r.number), ""),
    )
    if blank or known is None:
        return about
    words = texts("attendance_list")["absent"]
    present = known.state is AttendanceState.PRESENT
    times = known.intervals or ((session.interval,) if present else ())
    return AttendanceRow(
        name=about.name,
        organisation=about.organisation,
        registration=about.registration,
        times=tuple((i.start, i.end) for i in times),
        absent="" if present else words[known.state.value],
        identity=known.identity_checked if present else None,
        online=known.online_agreed if present else None,
        room=known.closed_room if present else None,
    )


def _sessions_of(
    read: Reading, participant_id: str, year: int, counted: dict[str, CountedSession]
) -> tuple[OverviewSession, ...]:
    """Every session the participant was at, with what counts of it and its certificate."""
    here = [
        a
        for a in read.attendances.where(participant_id=participant_id)
        if a.state is AttendanceState.PRESENT
    ]
    sessions = [
        s for s in read.sessions.where(id={a.session_id for a in here}) if s.day.year == year
    ]
    groups = {g.id: g for g in read.groups.where(id={s.group_id for s in sessions})}
    papers = {
        c.session_id: c.number for c in read.certificates.where(participant_id=participant_id)
    }
    notes = texts("year_overview")["not_counted"]
    found = []
    for session in sorted(sessions, key=lambda s: (s.day, s.start)):
        one = counted.get(session.id)
        group = groups[session.group_id]
        who = session.facilitator_id or group.facilitator_id
        leader = read.facilitators.find(who) if who else None
        found.append(
            OverviewSession(
                day=session.day,
                start=session.start,
                end=session.end,
                minutes=one.counted if one else 0,
                group=group.name,
                form=_form(session.mode),
                leader=leader.name if leader else "",
                certificate=papers.get(session.id, ""),
                note=notes.get(one.why.value, "") if one else "",
            )
        )
    return tuple(found)


def _leader(
    read: Reading, practice: Practice, facilitator_id: str | None, day: date
) -> tuple[Facilitator | None, str]:
    """Who leads, and the line under the name: the designation that holds on this day."""
    key = facilitator_id or practice.facilitator_id
    leader = read.facilitators.find(key) if key else None
    if leader is None:
        return None, ""
    terms = [t for t in read.designations.where(facilitator_id=leader.id) if day in t.period]
    return leader, _designation(terms[0]) if terms else ""


def _designation(term: Designation) -> str:
    words = texts("certificate_words")["designation"]
    if term.register.casefold() == "nova":
        return str(words["nova"])
    return str(words["other"]).format(register=term.register, number=term.number).strip()


def _frequency(read: Reading, made: Agreement) -> str:
    """How often the group meets in the year of the agreement, as far as that is planned."""
    year = made.agreed_on.year
    sessions = read.sessions.where(group_id=made.group_id)
    there = [s for s in sessions if s.day.year == year and s.state is not SessionState.CANCELLED]
    return composing.frequency(tuple(there), year)


def _expected(
    read: Reading, group: Group, day: date, attendances: dict[str, Attendance]
) -> tuple[Participant, ...]:
    """The members of that day and whoever else was noted."""
    memberships = read.memberships.where(group_id=group.id)
    ids = {m.participant_id for m in memberships if day in m.period}
    return _in_order(read, ids | set(attendances))


def _in_order(read: Reading, ids: set[str]) -> tuple[Participant, ...]:
    people = read.participants.where(id=ids)
    return tuple(sorted(people, key=lambda person: person.name.sort_key))


def _employer(read: Reading, participant_id: str, day: date) -> str:
    jobs = read.employments.where(participant_id=participant_id)
    return next((job.employer for job in jobs if day in job.period), "")


def _registrations(read: Reading, participant_id: str, year: int) -> tuple[str, ...]:
    last = date(year, 12, 31)
    known = read.registrations.where(participant_id=participant_id)
    return tuple(f"{r.register} {r.number}".strip() for r in known if last in r.period)


def _form(mode: Mode) -> str:
    return str(texts("certificate_words")["form"][mode.value])
