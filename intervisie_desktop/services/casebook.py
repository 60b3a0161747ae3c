"""The casebook of a practice file: read whole once, and record by record after each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from intervisie_desktop.domain.casebook import Casebook, IssuedPaper
from intervisie_desktop.domain.certificates import Certificate
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.services.methods import methods_of
from intervisie_desktop.storage.records.collections import Reading


def casebook_of(read: Reading, today: date) -> Casebook:
    """Everything that bears on the rules, as it stands on this day."""
    return Casebook(today, _everything(read))


def records_of(read: Reading, subject: Subject, owner: str) -> Iterable[object]:
    """All records an owner in the change log now stands for; nothing when it is gone."""
    match subject:
        case Subject.PARTICIPANT:
            return (
                *_one(read.participants.find(owner)),
                *read.employments.where(participant_id=owner),
                *read.registrations.where(participant_id=owner),
                *read.relations.where(first_id=owner),
            )
        case Subject.GROUP:
            return (*_one(read.groups.find(owner)), *read.memberships.where(group_id=owner))
        case Subject.AGREEMENT:
            signed = read.agreement_signatures.where(agreement_id=owner)
            return (*_one(read.agreements.find(owner)), *signed)
        case Subject.FACILITATOR:
            terms = read.designations.where(facilitator_id=owner)
            own = read.own_hours.where(facilitator_id=owner)
            return (*_one(read.facilitators.find(owner)), *terms, *own)
        case _:
            return _single(read, subject, owner)


def _single(read: Reading, subject: Subject, owner: str) -> Iterable[object]:
    """The record itself, for those that own nothing else."""
    match subject:
        case Subject.ABSENCE:
            return _one(read.absences.find(owner))
        case Subject.SESSION:
            return _one(read.sessions.find(owner))
        case Subject.ATTENDANCE:
            return _one(read.attendances.find(owner))
        case Subject.CERTIFICATE:
            certificate = read.certificates.find(owner)
            acts = read.certificate_acts.where(certificate_id=owner)
            return () if certificate is None else (_paper(certificate, valid=not acts),)
        case Subject.METHOD:
            return tuple(method for method in methods_of(read) if method.key == owner)
        case _:
            return ()


def _everything(read: Reading) -> Iterator[object]:
    yield from read.participants.all()
    yield from read.employments.all()
    yield from read.registrations.all()
    yield from read.relations.all()
    yield from read.absences.all()
    yield from read.groups.all()
    yield from read.memberships.all()
    yield from read.agreements.all()
    yield from read.agreement_signatures.all()
    yield from read.sessions.all()
    yield from read.attendances.all()
    yield from read.facilitators.all()
    yield from read.designations.all()
    yield from read.own_hours.all()
    yield from methods_of(read)
    ended = {act.certificate_id for act in read.certificate_acts.all()}
    for certificate in read.certificates.all():
        yield _paper(certificate, valid=certificate.id not in ended)


def _paper(certificate: Certificate, *, valid: bool) -> IssuedPaper:
    return IssuedPaper(
        id=certificate.id,
        kind=certificate.kind,
        participant_id=certificate.participant_id,
        session_id=certificate.session_id,
        covers_year=certificate.covers_year,
        profile=certificate.profile,
        valid=valid,
    )


def _one(record: object | None) -> tuple[object, ...]:
    return () if record is None else (record,)
