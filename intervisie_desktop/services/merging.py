"""Two participants who are one: everything of the second moves to the first, in one step.

Issued certificates never change, so they stay with the participant they were made for. When only
the second has them the merge is refused the other way round; when both have, the second is not
removed but archived, and the setting "merged_people" remembers who it became.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar, cast

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.billing import renamed_key
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Membership
from intervisie_desktop.domain.invoices import BilledSource, BillingWaiver
from intervisie_desktop.domain.people import Employment, Participant, Registration, Relation
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.records.records import Records
from intervisie_desktop.storage.store import Work

MERGED_PEOPLE = "merged_people"

Keyed = TypeVar("Keyed", BilledSource, BillingWaiver)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a merge would move; `clashes` are the days on which both have different attendance.

    `refusal` is the code of what stands in the way, or "" when it can be done.
    """

    memberships: int
    attendances: int
    employments: int
    registrations: int
    relations: int
    certificates_stay: int
    clashes: tuple[date, ...]
    refusal: str = ""


def also_known_as(read: Reading, participant_id: str) -> frozenset[str]:
    """The participant's own id and those merged into it: all whose certificates are theirs."""
    merged = cast("dict[str, str]", read.settings.get(MERGED_PEOPLE, {}))
    found = {participant_id}
    while True:
        more = {drop for drop, keep in merged.items() if keep in found} - found
        if not more:
            return frozenset(found)
        found |= more


def preview_merge(read: Reading, keep_id: str, drop_id: str) -> MergePreview:
    """What merging `drop` into `keep` would do; Refusal("gone")."""
    read.participants.get(keep_id)
    read.participants.get(drop_id)
    clashes = _clashes(read, keep_id, drop_id)
    relations = {
        relation.id
        for side in ({"first_id": drop_id}, {"second_id": drop_id})
        for relation in read.relations.where(**side)
    }
    return MergePreview(
        memberships=read.memberships.count(participant_id=drop_id),
        attendances=read.attendances.count(participant_id=drop_id),
        employments=read.employments.count(participant_id=drop_id),
        registrations=read.registrations.count(participant_id=drop_id),
        relations=len(relations),
        certificates_stay=read.certificates.count(participant_id=drop_id),
        clashes=clashes,
        refusal=_obstacle(read, keep_id, drop_id, clashes),
    )


def merge_people(work: Work, keep: Participant, drop: Participant) -> Participant:
    """The kept participant with all that was the other's.

    Refusal("merge_with_self"), ("merge_other_way") when only the other has certificates,
    ("merge_attendance_clash") when both were at a session with different data.
    """
    clashes = _clashes(work, keep.id, drop.id)
    code = _obstacle(work, keep.id, drop.id, clashes)
    if code:
        days = [day.isoformat() for day in clashes]
        raise Refusal(code, name=keep.name.plain, other=drop.name.plain, days=days)
    for move in (_memberships, _attendances, _employments, _registrations, _relations):
        move(work, keep.id, drop.id)
    for absence in work.absences.where(participant_id=drop.id):
        work.absences.save(replace(absence, participant_id=keep.id))
    _signatures(work, keep.id, drop.id)
    _exceptions(work, keep.id, drop.id)
    _billing(work, keep.id, drop.id)
    merged = replace(
        keep,
        email=keep.email or drop.email,
        phone=keep.phone or drop.phone,
        profession=keep.profession or drop.profession,
        field_of_law=keep.field_of_law or drop.field_of_law,
        note="\n".join(note for note in (keep.note, drop.note) if note),
        archived=keep.archived and drop.archived,
        payer_id=keep.payer_id or drop.payer_id,
    )
    work.participants.save(merged)
    _let_go(work, keep.id, drop)
    return merged


def _let_go(work: Work, keep_id: str, drop: Participant) -> None:
    """Removes the other, or archives it where its certificates hold it."""
    held = work.certificates.count(participant_id=drop.id)
    merged = cast("dict[str, str]", work.settings.get(MERGED_PEOPLE, {}))
    moved = {one: keep_id if into == drop.id else into for one, into in merged.items()}
    if held:
        work.participants.save(replace(drop, archived=True))
        moved[drop.id] = keep_id
    else:
        work.participants.remove(drop.id)
    if moved != merged:
        work.settings.set(MERGED_PEOPLE, moved)


def _obstacle(read: Reading, keep_id: str, drop_id: str, clashes: tuple[date, ...]) -> str:
    if keep_id == drop_id:
        return "merge_with_self"
    certified = read.certificates.count(participant_id=drop_id)
    if certified and not read.certificates.count(participant_id=keep_id):
        return "merge_other_way"
    return "merge_attendance_clash" if clashes else ""


def _clashes(read: Reading, keep_id: str, drop_id: str) -> tuple[date, ...]:
    """The days of sessions at which both have something known, and not the same."""
    if keep_id == drop_id:
        return ()
    mine = {a.session_id: a for a in read.attendances.where(participant_id=keep_id)}
    theirs = read.attendances.where(participant_id=drop_id)
    both = [other for other in theirs if other.session_id in mine]
    differ = [o.session_id for o in both if _differ(mine[o.session_id], o)]
    return tuple(session.day for session in read.sessions.where(id=differ)) if differ else ()


def _differ(one: Attendance, other: Attendance) -> bool:
    return not (_blank(one) or _blank(other) or _facts_of(one) == _facts_of(other))


def _blank(attendance: Attendance) -> bool:
    """Nothing is known yet: no more than that someone is expected."""
    nothing = Attendance(id="", session_id=attendance.session_id, participant_id="")
    return _facts_of(attendance) == nothing


def _facts_of(attendance: Attendance) -> Attendance:
    return replace(attendance, id="", participant_id="")


def _attendances(work: Work, keep_id: str, drop_id: str) -> None:
    mine = {a.session_id: a for a in work.attendances.where(participant_id=keep_id)}
    for other in work.attendances.where(participant_id=drop_id):
        own = mine.get(other.session_id)
        if own is not None:
            # One of the two is blank or they are the same (`_obstacle`): the one that says most.
            surplus = own if _blank(own) else other
            work.attendances.remove(surplus.id)
            if surplus is other:
                continue
        work.attendances.save(replace(other, participant_id=keep_id))


def _memberships(work: Work, keep_id: str, drop_id: str) -> None:
    for other in work.memberships.where(participant_id=drop_id):
        own = work.memberships.where(participant_id=keep_id, group_id=other.group_id)
        joined = [one for one in own if _touch(one.period, other.period)]
        if not joined:
            work.memberships.save(replace(other, participant_id=keep_id))
            continue
        _join(work, joined, other)


def _join(work: Work, own: list[Membership], other: Membership) -> None:
    """One membership for all that touch, in the role the kept one has first."""
    span = _span(membership.period for membership in (*own, other))
    first, *rest = sorted(own, key=lambda membership: membership.period.start or date.min)
    for membership in (*rest, other):
        work.memberships.remove(membership.id)
    work.memberships.save(replace(first, period=span))


def _touch(one: Period, other: Period) -> bool:
    """The periods overlap, or follow each other without a day between."""
    longer = replace(one, end=one.end + timedelta(days=1) if one.end else None)
    earlier = replace(other, end=other.end + timedelta(days=1) if other.end else None)
    return longer.overlaps(other) or earlier.overlaps(one)


def _span(periods: Iterable[Period]) -> Period:
    known = list(periods)
    starts = [p.start for p in known if p.start is not None]
    ends = [p.end for p in known if p.end is not None]
    start = min(starts) if len(starts) == len(known) else None
    end = max(ends) if len(ends) == len(known) else None
    return Period(start, end)


def _employments(work: Work, keep_id: str, drop_id: str) -> None:
    def same(one: Employment, other: Employment) -> bool:
        names = one.employer.casefold() == other.employer.casefold()
        return names and one.period.overlaps(other.period)

    own = work.employments.where(participant_id=keep_id)
    for other in work.employments.where(participant_id=drop_id):
        if any(same(one, other) for one in own):
            work.employments.remove(other.id)
        else:
            work.employments.save(replace(other, participant_id=keep_id))


def _registrations(work: Work, keep_id: str, drop_id: str) -> None:
    def mark(registration: Registration) -> tuple[str, str]:
        return registration.register.casefold(), registration.number.casefold()

    own = {mark(one) for one in work.registrations.where(participant_id=keep_id)}
    for other in work.registrations.where(participant_id=drop_id):
        if mark(other) in own:
            work.registrations.remove(other.id)
        else:
            work.registrations.save(replace(other, participant_id=keep_id))


def _relations(work: Work, keep_id: str, drop_id: str) -> None:
    def renamed(relation: Relation) -> Relation:
        first = keep_id if relation.first_id == drop_id else relation.first_id
        second = keep_id if relation.second_id == drop_id else relation.second_id
        return replace(relation, first_id=first, second_id=second)

    everything = work.relations.all()
    ties = {(r.first_id, r.second_id, r.kind) for r in everything}
    for relation in everything:
        moved = renamed(relation)
        if moved == relation:
            continue
        tie = (moved.first_id, moved.second_id, moved.kind)
        if moved.first_id == moved.second_id or tie in ties:
            work.relations.remove(relation.id)
        else:
            work.relations.save(moved)
            ties.add(tie)


def _signatures(work: Work, keep_id: str, drop_id: str) -> None:
    own = {s.agreement_id for s in work.agreement_signatures.where(participant_id=keep_id)}
    for signature in work.agreement_signatures.where(participant_id=drop_id):
        if signature.agreement_id in own:
            work.agreement_signatures.remove(signature.id)
        else:
            work.agreement_signatures.save(replace(signature, participant_id=keep_id))


def _billing(work: Work, keep_id: str, drop_id: str) -> None:
    """What was billed or let go for the other stays so; their own rates go along."""
    _rename(work.billed_sources, keep_id, drop_id)
    _rename(work.billing_waivers, keep_id, drop_id)
    own = work.rates.where(participant_id=keep_id)
    for rate in work.rates.where(participant_id=drop_id):
        moved = replace(rate, participant_id=keep_id)
        if not any(moved.clashes(other) for other in own):
            work.rates.save(moved)


def _rename(records: Records[Keyed], keep_id: str, drop_id: str) -> None:
    there = {record.id: record for record in records.all()}
    for key, record in there.items():
        new_key = renamed_key(key, drop_id, keep_id)
        if new_key != key:
            records.remove(key)
            if new_key not in there:
                records.add(replace(record, id=new_key))


def _exceptions(work: Work, keep_id: str, drop_id: str) -> None:
    """Reasons given for findings about the other hold for the kept one."""
    for exception in work.exceptions.all():
        parts = exception.finding_key.split("|")
        if drop_id in parts:
            key = "|".join(keep_id if part == drop_id else part for part in parts)
            work.exceptions.save(replace(exception, finding_key=key))
