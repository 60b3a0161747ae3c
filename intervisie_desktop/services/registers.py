"""What each register is told: per person and period the sessions, hours and points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intervisie_desktop.documents import register_list
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.register_list import (
    ListedMeeting,
    ListedPerson,
    RegisterListFacts,
)
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.people import Participant, Registration
from intervisie_desktop.domain.periods import Period, calendar_year
from intervisie_desktop.domain.points import earned
from intervisie_desktop.domain.profiles import Edition, PointRounding, PointRule, mentions
from intervisie_desktop.domain.standing import (
    CountedSession,
    NotCounted,
    PeriodStanding,
    YearStanding,
    own_presence,
)
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

__all__ = [
    "NotCounted",
    "PointRounding",
    "PointRule",
    "RegisterChoice",
    "RegisterEntry",
    "RegisterMeeting",
    "RegisterReport",
    "RegistersService",
    "Term",
]


class Term(StrEnum):
    """Over which term: the calendar year, or the registration period that runs in it."""

    YEAR = "year"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChoice:
    """A profile people fell under in a year; `has_periods` when it counts registration periods."""

    profile: str
    name: str
    people: int
    has_periods: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterMeeting:
    """A session of someone; `hundredths` is None where one session earns nothing by itself."""

    session_id: str
    day: date
    start: int
    end: int
    minutes: int
    counted: int
    why: NotCounted
    form: str
    group: str
    leader: str
    certificate: str
    hundredths: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """Someone over a period, in minutes and hundredths of a point.

    `made` and `hundredths` are after every most, `counted` and `earned` before it. `whole` is
    False when someone came here after the period began.
    """

    participant_id: str
    name: str
    sort_key: str
    register: str
    number: str
    period: Period
    meetings: tuple[RegisterMeeting, ...]
    made: int
    counted: int
    target: int
    hundredths: int
    earned: int
    rule: PointRule | None
    year_most: int | None = None
    period_most: int | None = None
    whole: bool = True

    @property
    def id(self) -> str:
        """Tells the periods of one person apart."""
        return f"{self.participant_id}|{self.period.start}"

    @property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """Minutes that count per form, in the order they came."""
        found: dict[str, int] = {}
        for meeting in self.meetings:
            if meeting.counted:
                found[meeting.form] = found.get(meeting.form, 0) + meeting.counted
        return tuple(found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """Everyone under one profile; `refused` says where it is written that it takes none of this."""

    profile: str
    name: str
    term: Term
    year: int
    entries: tuple[RegisterEntry, ...]
    refused: Source | None = None


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the rules say of someone over a period, before names and papers are added."""

    participant_id: str
    edition: Edition
    period: Period
    sessions: tuple[CountedSession, ...]
    made: int
    target: int
    hundredths: int
    earned: int
    whole: bool


class RegistersService:
    """Lists per register, to look at, to copy and to keep as a file."""

    def __init__(self, store: Store, compliance: ComplianceService) -> None:
        self._store = store
        self._compliance = compliance

    def choices(self, year: int) -> tuple[RegisterChoice, ...]:
        """The profiles anyone fell under in a year, by name."""
        profiles = self._compliance.profiles()
        people: dict[str, int] = defaultdict(int)
        for standing in self._compliance.standings(year):
            people[standing.profile] += 1
        found = [
            RegisterChoice(
                profile=key,
                name=profiles[key].name,
                people=count,
                has_periods=edition is not None and edition.period_years is not None,
            )
            for key, count in people.items()
            if key in profiles
            for edition in [profiles[key].edition_of_year(year)]
        ]
        return tuple(sorted(found, key=lambda choice: choice.name.casefold()))

    def report(self, profile: str, year: int, term: Term = Term.YEAR) -> RegisterReport:
        """Everyone under a profile in a year or the period that runs in it; Refusal("gone")."""
        known = self._compliance.profiles().get(profile)
        if known is None:
            raise Refusal("gone")
        standings = [s for s in self._compliance.standings(year) if s.profile == profile]
        find = self._periods if term is Term.PERIOD else self._years
        counted = [one for standing in standings for one in find(standing, year)]
        with self._store.reading() as read:
            filling = _Filling(read, profile, self._short_names(), counted)
            entries = [filling.entry(one) for one in counted]
        edition = known.edition_of_year(year)
        accepted = edition.accepted if edition else None
        return RegisterReport(
            profile=profile,
            name=known.name,
            term=term,
            year=year,
            entries=tuple(sorted(entries, key=lambda entry: (entry.sort_key, entry.id))),
            refused=accepted.source if accepted and not accepted.value else None,
        )

    def csv(self, report: RegisterReport) -> bytes:
        """The list for a spreadsheet: a line per session."""
        return register_list.csv_list(_facts(report))

    def text(self, report: RegisterReport) -> str:
        """The list to paste, person by person."""
        return register_list.pasted_list(_facts(report))

    def text_of(self, entry: RegisterEntry) -> str:
        """One person to paste."""
        return register_list.pasted_person(_person(entry))

    def _short_names(self) -> Mapping[str, str]:
        return {key: one.short_name for key, one in self._compliance.profiles().items()}

    def _edition(self, profile: str, year: int) -> Edition | None:
        return self._compliance.profiles()[profile].edition_of_year(year)

    def _years(self, standing: YearStanding, year: int) -> Iterator[_Counted]:
        edition = self._edition(standing.profile, year)
        if edition is None:
            return
        own = own_presence(standing.sessions, standing.profile)
        yield _Counted(
            participant_id=standing.participant_id,
            edition=edition,
            period=calendar_year(year),
            sessions=standing.sessions,
            made=standing.made,
            target=standing.target,
            hundredths=standing.hundredths,
            earned=earned(edition.points.value, own) if edition.points else 0,
            whole=True,
        )

    def _periods(self, standing: YearStanding, year: int) -> Iterator[_Counted]:
        """The periods that run in the year, with the sessions of all their years."""
        every = [
            session
            for one in self._compliance.standings_of(standing.participant_id)
            if one.profile == standing.profile
            for session in one.sessions
        ]
        for period in self._compliance.periods_of(standing.participant_id):
            span = Period(period.start, period.end)
            edition = self._edition(standing.profile, min(year, period.end.year))
            mine = period.profile == standing.profile and span.overlaps(calendar_year(year))
            if mine and edition is not None:
                yield _of_period(period, span, edition, every)


def _of_period(
    period: PeriodStanding, span: Period, edition: Edition, every: Iterable[CountedSession]
) -> _Counted:
    sessions = tuple(sorted((s for s in every if s.day in span), key=lambda s: s.day))
    own = own_presence(sessions, period.profile)
    return _Counted(
        participant_id=period.participant_id,
        edition=edition,
        period=span,
        sessions=sessions,
        made=period.made,
        target=period.target,
        hundredths=period.hundredths,
        earned=earned(edition.points.value, own) if edition.points else 0,
        whole=period.whole,
    )


class _Filling:
    """Names, groups, leaders and numbers of papers, read once for a whole list."""

    def __init__(
        self,
        read: Reading,
        profile: str,
        short_names: Mapping[str, str],
        counted: Iterable[_Counted],
    ) -> None:
        sessions = [session for one in counted for session in one.sessions]
        self._sessions = {s.id: s for s in read.sessions.where(id={s.session_id for s in sessions})}
        years = {session.day.year for session in sessions}
        self._profile = profile
        self._short = short_names
        self._people: dict[str, Participant] = {one.id: one for one in read.participants.all()}
        self._groups = {one.id: one for one in read.groups.all()}
        self._leaders = {one.id: one.name for one in read.facilitators.all()}
        self._registrations: dict[str, list[Registration]] = defaultdict(list)
        for registration in read.registrations.all():
            self._registrations[registration.participant_id].append(registration)
        ended = {act.certificate_id for act in read.certificate_acts.all()}
        self._papers: dict[tuple[str, object], str] = {}
        for paper in read.certificates.where(covers_year=years):
            if paper.id in ended:
                continue
            about: object = paper.session_id
            if paper.kind is CertificateKind.YEAR:
                about = (paper.covers_year, paper.profile)
            self._papers[paper.participant_id, about] = paper.number

    def entry(self, one: _Counted) -> RegisterEntry:
        person = self._people[one.participant_id]
        registration = self._registration(one)
        points = one.edition.points.value if one.edition.points else None
        return RegisterEntry(
            participant_id=person.id,
            name=person.name.plain,
            sort_key=person.name.sort_key,
            register=registration.register if registration else "",
            number=registration.number if registration else "",
            period=one.period,
            meetings=tuple(self._meetings(one, points)),
            made=one.made,
            counted=sum(session.counted for session in one.sessions),
            target=one.target,
            hundredths=one.hundredths,
            earned=one.earned,
            rule=points,
            year_most=one.edition.year_max.value if one.edition.year_max else None,
            period_most=one.edition.period_max.value if one.edition.period_max else None,
            whole=one.whole,
        )

    def _registration(self, one: _Counted) -> Registration | None:
        """The one the profile asks for that held in the period, else none."""
        words = one.edition.registers.value if one.edition.registers else ()
        known = self._registrations[one.participant_id]
        there = [r for r in known if r.period.overlaps(one.period)]
        fitting = [r for r in there if mentions(r.register, words)] if words else there[:1]
        return next((r for r in fitting if r.number), next(iter(fitting), None))

    def _meetings(self, one: _Counted, points: PointRule | None) -> Iterator[RegisterMeeting]:
        alone = points is not None and points.rounding is PointRounding.SESSION
        for counted in one.sessions:
            session = self._sessions[counted.session_id]
            group = self._groups[counted.group_id]
            who = session.facilitator_id or group.facilitator_id or ""
            own = own_presence([counted], self._profile)
            yield RegisterMeeting(
                session_id=session.id,
                day=session.day,
                start=session.start,
                end=session.end,
                minutes=counted.minutes,
                counted=counted.counted,
                why=counted.why,
                form=self._form(counted, session.mode.value),
                group=group.name,
                leader=self._leaders.get(who, ""),
                certificate=self._paper(one.participant_id, counted),
                hundredths=earned(points, own) if points is not None and alone else None,
            )

    def _form(self, counted: CountedSession, mode: str) -> str:
        """How it was held; another form that counts towards this one is named as well."""
        word = str(texts("certificate_words")["form"][mode])
        if counted.profile == self._profile:
            return word
        return f"{self._short.get(counted.profile, counted.profile)}, {word}"

    def _paper(self, participant_id: str, counted: CountedSession) -> str:
        """The paper of the session, else that of its year."""
        of_year = (counted.day.year, counted.profile)
        return self._papers.get(
            (participant_id, counted.session_id), self._papers.get((participant_id, of_year), "")
        )


def _facts(report: RegisterReport) -> RegisterListFacts:
    return RegisterListFacts(
        register=report.name, people=tuple(_person(entry) for entry in report.entries)
    )


def _person(entry: RegisterEntry) -> ListedPerson:
    pointed = entry.rule is not None
    return ListedPerson(
        name=entry.name,
        number=f"{entry.register} {entry.number}".strip() if entry.number else "",
        first=entry.period.start or date.min,
        last=entry.period.end or date.max,
        minutes=entry.made,
        hundredths=entry.hundredths if pointed else None,
        lost=max(0, entry.earned - entry.hundredths) if pointed else None,
        meetings=tuple(
            ListedMeeting(
                day=one.day,
                start=one.start,
                end=one.end,
                minutes=one.minutes,
                counted=one.counted,
                form=one.form,
                group=one.group,
                leader=one.leader,
                certificate=one.certificate,
                note=one.why.value,
                hundredths=one.hundredths,
            )
            for one in entry.meetings
        ),
    )
