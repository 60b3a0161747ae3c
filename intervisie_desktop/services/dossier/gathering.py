"""Gathers the facts of an audit file within one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.audit_facts import (
    AuditAgreement,
    AuditCertificate,
    AuditNorm,
    AuditPresence,
    AuditSession,
    AuditStanding,
)
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.certificates import Certificate, CertificateKind, PaperState
from intervisie_desktop.domain.groups import Agreement, Group
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.session_view import SessionView
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.dossier.privacy import Discretion
from intervisie_desktop.services.dossier.values import DossierScope
from intervisie_desktop.storage.reads.certificates import register
from intervisie_desktop.storage.records.collections import Reading

_TAKEN_PLACE = frozenset({SessionState.HELD, SessionState.CLOSED})
_PRESENT = AttendanceState.PRESENT


@dataclass(frozen=True, slots=True)
class Held:
    """A session that took place, its group, and who was noted at it."""

    session: Session
    group: Group
    attendances: tuple[Attendance, ...]

    def of(self, participant_id: str) -> Attendance:
        """What was noted of someone."""
        return next(a for a in self.attendances if a.participant_id == participant_id)


class Gathering:
    """Reads what belongs to one audit file; use it within the reading it was made with."""

    def __init__(self, read: Reading, scope: DossierScope, compliance: ComplianceService) -> None:
        self._read = read
        self._scope = scope
        self._compliance = compliance
        self._people: dict[str, Participant] = {one.id: one for one in read.participants.all()}
        self.held = tuple(self._held())
        self.discretion = Discretion(read, scope, frozenset(h.session.id for h in self.held))

    @property
    def name(self) -> str:
        """Whom it is about; Refusal("gone")."""
        if self._scope.of_group:
            return self._read.groups.get(self._scope.id).name
        return self._read.participants.get(self._scope.id).name.formal

    def organisation(self) -> str:
        """Where the participant worked at the end of the period."""
        if self._scope.of_group:
            return ""
        jobs = self._read.employments.where(participant_id=self._scope.id)
        return next((job.employer for job in jobs if self._scope.last in job.period), "")

    def registrations(self) -> tuple[str, ...]:
        """The registrations of the participant that held in the period."""
        if self._scope.of_group:
            return ()
        term = Period(self._scope.first, self._scope.last)
        known = self._read.registrations.where(participant_id=self._scope.id)
        return tuple(f"{r.register} {r.number}".strip() for r in known if r.period.overlaps(term))

    # Sessions

    def sessions(self) -> tuple[AuditSession, ...]:
        """Every session with its times, who led it and what was there."""
        designations = list(self._read.designations.all())
        leaders = {one.id: one.name for one in self._read.facilitators.all()}
        main = self._read.practice.get().facilitator_id or ""
        found = []
        for held in self.held:
            who = held.session.facilitator_id or held.group.facilitator_id or main
            leader = (leaders.get(who, ""), _designation(designations, who, held.session.day))
            found.append(self._session(held, leader))
        return tuple(found)

    def _session(self, held: Held, leader: tuple[str, str]) -> AuditSession:
        session = held.session
        views = self._compliance.session_views(session.id)
        view = views.get(held.group.profiles[0]) if held.group.profiles else None
        common = AuditSession(
            day=session.day,
            start=session.start,
            end=session.end,
            group=held.group.name,
            form=str(texts("certificate_words")["form"][session.mode.value]),
            leader=leader[0],
            designation=leader[1],
            secrecy_on=session.confidentiality_on,
            secrecy_at=session.confidentiality_at,
            list_signed=session.list_signed,
            evaluated_on=session.evaluated_on,
        )
        if self._scope.of_group:
            people = sorted(held.attendances, key=self._sort_key)
            return replace(common, people=tuple(self._person(a, held, view) for a in people))
        own = held.of(self._scope.id)
        present = sum(1 for one in held.attendances if one.state is _PRESENT)
        return replace(
            common,
            times=_times(own, session),
            others=present - 1,
            counted=_counted(view, own.participant_id),
            note=self._note(held),
        )

    def _person(self, one: Attendance, held: Held, view: SessionView | None) -> AuditPresence:
        there = one.state is _PRESENT
        return AuditPresence(
            name=self._people[one.participant_id].name.formal,
            times=_times(one, held.session) if there else (),
            absent="" if there else one.state.value,
            counted=_counted(view, one.participant_id) if there else 0,
        )

    def _note(self, held: Held) -> str:
        """The code of why a session does not count wholly for the participant."""
        for profile in held.group.profiles:
            year = held.session.day.year
            standing = self._compliance.standing(self._scope.id, profile, year)
            for counted in standing.sessions if standing else ():
                if counted.session_id == held.session.id:
                    return counted.why.value
        return ""

    def _held(self) -> Iterator[Held]:
        """The sessions that took place in the period, in order; the participant's own only."""
        scope, read = self._scope, self._read
        if scope.of_group:
            found = read.sessions.where(group_id=scope.id)
        else:
            own = read.attendances.where(participant_id=scope.id)
            there = {a.session_id for a in own if a.state is _PRESENT}
            found = read.sessions.where(id=there)
        sessions = [s for s in found if s.day in scope and s.state in _TAKEN_PLACE]
        groups = {g.id: g for g in read.groups.where(id={s.group_id for s in sessions})}
        noted: dict[str, list[Attendance]] = {s.id: [] for s in sessions}
        for attendance in read.attendances.where(session_id=set(noted)):
            noted[attendance.session_id].append(attendance)
        for session in sorted(sessions, key=lambda s: (s.day, s.start, s.id)):
            yield Held(session, groups[session.group_id], tuple(noted[session.id]))

    def _sort_key(self, one: Attendance) -> str:
        return self._people[one.participant_id].name.sort_key

    # Agreements and certificates

    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that were made for the groups it is about, up to the last day."""
        groups = {held.group.id for held in self.held}
        if self._scope.of_group:
            groups.add(self._scope.id)
        found = self._read.agreements.where(group_id=groups)
        made = [one for one in found if one.agreed_on <= self._scope.last]
        return tuple(sorted(made, key=lambda one: (one.agreed_on, one.id)))

    def agreement(self, made: Agreement) -> AuditAgreement:
        """An agreement with its signatures; of the participant and the leader in an own file."""
        signed = []
        for one in self._read.agreement_signatures.where(agreement_id=made.id):
            if one.facilitator_id:
                signed.append((self._read.facilitators.get(one.facilitator_id).name, one.signed_on))
            elif one.participant_id and (
                self._scope.of_group or one.participant_id == self._scope.id
            ):
                signed.append((self._people[one.participant_id].name.formal, one.signed_on))
        return AuditAgreement(
            agreed_on=made.agreed_on,
            group=self._read.groups.get(made.group_id).name,
            signatures=tuple(sorted(signed, key=lambda pair: (pair[1], pair[0]))),
        )

    def certificates(self) -> tuple[Certificate, ...]:
        """Every certificate about the period, whatever became of it, by number."""
        if self._scope.of_group:
            found = self._read.certificates.where(group_id=self._scope.id)
        else:
            found = self._read.certificates.where(participant_id=self._scope.id)
        held = {one.session.id for one in self.held}
        about = [
            one
            for one in found
            if one.session_id in held
            or (one.kind is CertificateKind.YEAR and one.covers_year in self._scope.years)
        ]
        return tuple(sorted(about, key=lambda one: (one.year, one.sequence)))

    def certificate(
        self, one: Certificate, states: Mapping[str, tuple[PaperState, str]]
    ) -> AuditCertificate:
        """A certificate with its state and the reason of it, as far as that may be told."""
        state, reason = states[one.id]
        days = {held.session.id: held.session.day for held in self.held}
        return AuditCertificate(
            number=one.number,
            name=self._people[one.participant_id].name.formal,
            about=days.get(one.session_id or "", one.covers_year),
            issued_on=one.issued_on,
            state=state.value,
            sha256=one.sha256,
            reason=self.discretion.reason(reason) or "",
        )

    def states(self) -> dict[str, tuple[PaperState, str]]:
        """The state of every certificate with the reason of its last act or of its making."""
        reasons = {act.certificate_id: act.reason for act in self._read.certificate_acts.all()}
        return {
            line.id: (line.state, reasons.get(line.id, line.override_reason))
            for line in register(self._read)
        }

    # Standings and norms

    def standings(self) -> tuple[AuditStanding, ...]:
        """Where everyone it is about stands, per register and year."""
        found = [s for year in self._scope.years for s in self._of_year(year)]
        profiles = self._compliance.profiles()
        known = [s for s in found if s.profile in profiles]
        known.sort(key=lambda s: (s.year, self._people[s.participant_id].name.sort_key, s.profile))
        return tuple(self._standing(s, profiles[s.profile]) for s in known)

    def _of_year(self, year: int) -> Iterable[YearStanding]:
        if not self._scope.of_group:
            return [s for s in self._compliance.standings_of(self._scope.id) if s.year == year]
        group = self._read.groups.get(self._scope.id)
        there = {a.participant_id for held in self.held for a in held.attendances}
        return [
            s
            for s in self._compliance.standings(year)
            if s.profile in group.profiles and s.participant_id in there
        ]

    def _standing(self, standing: YearStanding, profile: RuleProfile) -> AuditStanding:
        edition = profile.edition_of_year(standing.year)
        pointed = edition is not None and edition.points is not None
        return AuditStanding(
            name=self._people[standing.participant_id].name.formal,
            register=profile.name,
            year=standing.year,
            made=standing.made,
            state=standing.state.value,
            required=standing.target or None,
            hundredths=standing.hundredths if pointed else None,
        )

    def norms(self) -> tuple[AuditNorm, ...]:
        """The editions that held on the days of the sessions, with what they are written in."""
        profiles = self._compliance.profiles()
        found: dict[tuple[str, date | None], AuditNorm] = {}
        for held in self.held:
            for key in held.group.profiles:
                profile = profiles.get(key)
                edition = profile.edition_on(held.session.day) if profile else None
                if profile is None or edition is None:
                    continue
                sources = dict.fromkeys(
                    [edition.source, *(norm.source for norm in edition.norms().values())]
                )
                titles = dict.fromkeys(source.title for source in sources if source.title)
                found[key, edition.valid.start] = AuditNorm(
                    profile=profile.name,
                    valid_from=edition.valid.start,
                    sources=tuple(titles),
                    certainty=edition.source.certainty.value,
                    checked_on=edition.source.checked_on,
                    adapted=profile.adapted,
                )
        return tuple(found.values())


def _times(one: Attendance, session: Session) -> tuple[tuple[int, int], ...]:
    return tuple((i.start, i.end) for i in one.intervals or (session.interval,))


def _counted(view: SessionView | None, participant_id: str) -> int:
    presence = view.by_participant.get(participant_id) if view is not None else None
    return presence.measure.counted if presence and view is not None and view.valid else 0


def _designation(known: Iterable[Designation], facilitator_id: str, day: date) -> str:
    """Every designation and registration of someone that held on a day."""
    words = texts("audit_file")["leading"]
    there = [d for d in known if d.facilitator_id == facilitator_id and day in d.period]
    return "; ".join(
        words["term"]
        .format(register=one.register, number=one.number, span=_span(one.period, words))
        .replace(" ,", ",")
        for one in there
    )


def _span(period: Period, words: Mapping[str, str]) -> str:
    first = dutch.day(period.start) if period.start else ""
    last = dutch.day(period.end) if period.end else ""
    key = {(True, True): "from_to", (True, False): "from", (False, True): "to"}.get(
        (bool(first), bool(last)), "open"
    )
    return words[key].format(first=first, last=last)
