"""Participants (deelnemers): adding, changing, putting away, and making one of two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.changes import ChangeSet, Outcome, Subject
from intervisie_desktop.domain.duplicates import PeopleIndex
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    PersonName,
    Registration,
    Relation,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.merging import MergePreview, merge_people, preview_merge
from intervisie_desktop.storage.joint import Door
from intervisie_desktop.storage.reads.people import (
    PersonCard,
    PersonRow,
    identities,
    person_card,
    person_rows,
)
from intervisie_desktop.storage.store import Work

__all__ = [
    "Detail",
    "Job",
    "MergePreview",
    "PeopleService",
    "PersonCard",
    "PersonRow",
]

_PREFIXES = {Employment: "e", Registration: "r", Relation: "rel", Absence: "abs"}
_NOUNS = {
    Employment: "employment",
    Registration: "registration",
    Relation: "relation",
    Absence: "absence",
}
Detail = Employment | Registration | Relation | Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Where someone works from a day on; None is from before anyone asked."""

    employer: str
    client_id: str | None = None
    function: str = ""
    since: date | None = None


class PeopleService:
    """Participants with their work, registrations, ties and absences."""

    def __init__(self, store: Door, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._index: PeopleIndex | None = None
        self._changes = 0
        store.listen(self._changed)

    def rows(self, *, archived: bool = False) -> tuple[PersonRow, ...]:
        """The participants for a list, sorted as the Dutch do; the archived ones apart."""
        with self._store.reading() as read:
            return person_rows(read, self._clock.today(), archived=archived)

    def card(self, participant_id: str) -> PersonCard:
        """A participant with everything about them; Refusal("gone")."""
        with self._store.reading() as read:
            return person_card(read, participant_id)

    def known(self) -> PeopleIndex:
        """Everybody, arranged to ask who may be the same as somebody that is being typed.

        Kept until a participant changes; any thread may ask.
        """
        index = self._index
        if index is None:
            before = self._changes
            with self._store.reading() as read:
                index = PeopleIndex(identities(read))
            if before == self._changes:
                self._index = index
        return index

    @property
    def knows(self) -> bool:
        """True when `known` has its answer ready."""
        return self._index is not None

    def _changed(self, changes: ChangeSet) -> None:
        if Subject.PARTICIPANT in changes.subjects:
            self._changes += 1
            self._index = None

    def merge_preview(self, keep_id: str, drop_id: str) -> MergePreview:
        """What merging would move, and what stands in its way."""
        with self._store.reading() as read:
            return preview_merge(read, keep_id, drop_id)

    def add(self, person: Participant, job: Job | None = None) -> Outcome[Participant]:
        """Adds a participant under a new id, with the work they do; Refusal("name_missing")."""
        checked = _checked(replace(person, id=self._ids.new("p")))
        with self._store.work("participant_added", name=checked.name.plain) as work:
            work.participants.add(checked)
            if job is not None and job.employer.strip():
                work.employments.add(self._employment(checked.id, job))
        return work.outcome(checked)

    def change(self, person: Participant) -> Outcome[Participant]:
        """Saves a participant; Refusal("gone"), ("name_missing")."""
        checked = _checked(person)
        with self._store.work("participant_changed", name=checked.name.plain) as work:
            work.participants.save(checked)
        return work.outcome(checked)

    def archive(self, participant_id: str) -> Outcome[Participant]:
        """Takes someone out of the lists and ends the memberships today; the past stays."""
        return self._set_archived(participant_id, "participant_archived", archived=True)

    def restore(self, participant_id: str) -> Outcome[Participant]:
        """Brings an archived participant back; memberships stay ended."""
        return self._set_archived(participant_id, "participant_restored", archived=False)

    def remove(self, participant_id: str) -> Outcome[None]:
        """Removes someone who was never at a session; Refusal("participant_has_history")."""
        person = self._person(participant_id)
        with self._store.work("participant_removed", name=person.name.plain) as work:
            if _has_history(work, participant_id):
                raise Refusal("participant_has_history", name=person.name.plain)
            work.participants.remove(participant_id)
        return work.outcome(None)

    def change_employer(self, participant_id: str, job: Job) -> Outcome[Employment]:
        """A new employer from a day on; what ran until then ends the day before.

        Refusal("name_missing") without an employer, ("employment_since_missing") without a day
        when there is earlier work, ("employment_before_previous") when it began later.
        """
        person = self._person(participant_id)
        added = self._employment(participant_id, job)
        name, employer = person.name.plain, added.employer
        with self._store.work("employer_changed", name=name, employer=employer) as work:
            _close_earlier(work, added)
            work.employments.add(added)
        return work.outcome(added)

    def put(self, detail: Detail) -> Outcome[Detail]:
        """Saves an employment, registration, relation or absence; a blank id makes a new one.

        Refusal("gone"), ("name_missing") for a blank employer or register, ("relation_to_self"),
        ("absence_overlaps").
        """
        kind, is_new = type(detail), not detail.id
        saved = replace(detail, id=self._ids.new(_PREFIXES[kind])) if is_new else detail
        person = self._person(_owner(saved))
        act = f"{_NOUNS[kind]}_{'added' if is_new else 'changed'}"
        with self._store.work(act, name=person.name.plain) as work:
            _check_detail(work, saved)
            _write(work, saved, is_new=is_new)
        return work.outcome(saved)

    def take_away(self, detail: Detail) -> Outcome[None]:
        """Removes an employment, registration, relation or absence; Refusal("gone")."""
        person = self._person(_owner(detail))
        act = f"{_NOUNS[type(detail)]}_removed"
        with self._store.work(act, name=person.name.plain) as work:
            match detail:
                case Employment():
                    work.employments.remove(detail.id)
                case Registration():
                    work.registrations.remove(detail.id)
                case Relation():
                    work.relations.remove(detail.id)
                case Absence():
                    work.absences.remove(detail.id)
        return work.outcome(None)

    def merge(self, keep_id: str, drop_id: str) -> Outcome[Participant]:
        """Moves all of one participant to another in one step; see `merging.py` for refusals."""
        keep, drop = self._person(keep_id), self._person(drop_id)
        name, other = keep.name.plain, drop.name.plain
        with self._store.work("participants_merged", name=name, other=other) as work:
            merged = merge_people(work, keep, drop)
        return work.outcome(merged)

    def _person(self, participant_id: str) -> Participant:
        with self._store.reading() as read:
            return read.participants.get(participant_id)

    def _employment(self, participant_id: str, job: Job) -> Employment:
        employer = job.employer.strip()
        if not employer:
            raise Refusal("name_missing")
        return Employment(
            id=self._ids.new("e"),
            participant_id=participant_id,
            employer=employer,
            client_id=job.client_id,
            function=job.function.strip(),
            period=Period(start=job.since),
        )

    def _set_archived(
        self, participant_id: str, act: str, *, archived: bool
    ) -> Outcome[Participant]:
        person = replace(self._person(participant_id), archived=archived)
        today = self._clock.today()
        with self._store.work(act, name=person.name.plain) as work:
            work.participants.save(person)
            if archived:
                for membership in work.memberships.where(participant_id=participant_id):
                    start, end = membership.period.start, membership.period.end
                    if end is None and (start is None or start <= today):
                        work.memberships.save(replace(membership, period=Period(start, today)))
        return work.outcome(person)


def _checked(person: Participant) -> Participant:
    """The person without stray blanks; the name needs a surname or a given name."""
    name = person.name
    tidy = PersonName(
        given=_tidy(name.given),
        initials=_tidy(name.initials),
        prefix=_tidy(name.prefix),
        surname=_tidy(name.surname),
        title_before=_tidy(name.title_before),
        title_after=_tidy(name.title_after),
    )
    if not tidy.plain:
        raise Refusal("name_missing")
    return replace(person, name=tidy, email=person.email.strip(), phone=person.phone.strip())


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _has_history(work: Work, participant_id: str) -> bool:
    known = [s for s in AttendanceState if s is not AttendanceState.EXPECTED]
    return bool(
        work.attendances.count(participant_id=participant_id, state=known)
        or work.certificates.count(participant_id=participant_id)
    )


def _close_earlier(work: Work, added: Employment) -> None:
    since = added.period.start
    for earlier in work.employments.where(participant_id=added.participant_id):
        start, end = earlier.period.start, earlier.period.end
        if since is None:
            raise Refusal("employment_since_missing")
        if start is not None and start >= since:
            raise Refusal("employment_before_previous", employer=earlier.employer, since=start)
        if end is None or end >= since:
            closed = Period(start, since - timedelta(days=1))
            work.employments.save(replace(earlier, period=closed))


def _owner(detail: Detail) -> str:
    return detail.first_id if isinstance(detail, Relation) else detail.participant_id


def _check_detail(work: Work, detail: Detail) -> None:
    match detail:
        case Employment(employer=text) | Registration(register=text):
            if not text.strip():
                raise Refusal("name_missing")
        case Relation():
            if detail.first_id == detail.second_id:
                raise Refusal("relation_to_self")
        case Absence():
            others = work.absences.where(participant_id=detail.participant_id)
            if any(o.id != detail.id and o.period.overlaps(detail.period) for o in others):
                raise Refusal("absence_overlaps")


def _write(work: Work, detail: Detail, *, is_new: bool) -> None:
    match detail:
        case Employment():
            (work.employments.add if is_new else work.employments.save)(detail)
        case Registration():
            (work.registrations.add if is_new else work.registrations.save)(detail)
        case Relation():
            (work.relations.add if is_new else work.relations.save)(detail)
        case Absence():
            (work.absences.add if is_new else work.absences.save)(detail)
