"""Giving a certificate its number, signing it and putting it in the register, all in one act."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from intervisie_desktop.documents.seal import sealed
from intervisie_desktop.domain.certificates import (
    Certificate,
    CertificateAct,
    CertificateActKind,
)
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.numbering import check_pattern, first_sequence, numbered
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.domain.statement import (
    SignedStatement,
    Statement,
    binding_of,
    control_code,
)
from intervisie_desktop.host import signing
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.certification.candidates import Gathered
from intervisie_desktop.services.certification.drafting import Draft
from intervisie_desktop.services.certification.judging import JudgeSource
from intervisie_desktop.services.certification.values import (
    Candidate,
    Choice,
    Made,
    PaperOptions,
    Readiness,
    Wanted,
)
from intervisie_desktop.storage.reads.certificates import last_sequence, numbers_given
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work

SERIES = "certificates"
SIGNING_KEY = "signing_key"


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the number series; `year` is 0 in a series that never starts again."""

    year: int
    sequence: int
    number: str


class Issuing:
    """Issues, replaces and withdraws; each is a final act of its own."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, judges: JudgeSource) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._judges = judges

    def issue(self, choice: Choice, options: PaperOptions) -> Outcome[Made]:
        """One paper with its number; refused as certificate_blocked or certificate_exists.

        Number, register entry and bytes are written together or not at all.
        """
        act = "certificate_replaced" if choice.replaces else "certificate_issued"
        with self._store.work(act, final=True) as work:
            draft = self._draft(work, choice, options)
            _check(draft.candidate, choice)
            certificate, pdf = self._finished(work, draft, choice)
            work.certificates.add(certificate)
            work.certificate_papers.add(certificate.id, pdf)
            if choice.replaces:
                self._mark_replaced(work, choice, certificate)
            work.note(certificate=certificate.id, number=certificate.number)
            made = Made(
                certificate_id=certificate.id,
                number=certificate.number,
                participant_id=certificate.participant_id,
                name=draft.candidate.name,
                email=draft.candidate.email,
            )
        return work.outcome(made)

    def withdraw(self, certificate_id: str, reason: str) -> Outcome[None]:
        """The certificate no longer holds; refused without a reason or when it did not hold."""
        why = _reason(reason)
        with self._store.work("certificate_withdrawn", final=True) as work:
            certificate = holding(work, certificate_id)
            work.certificate_acts.add(
                CertificateAct(
                    id=self._ids.new("ca"),
                    certificate_id=certificate.id,
                    kind=CertificateActKind.WITHDRAWN,
                    reason=why,
                    at=self._clock.now(),
                )
            )
            work.note(certificate=certificate.id, number=certificate.number)
        return work.outcome(None)

    def upcoming(self, count: int) -> tuple[str, ...]:
        """The numbers the next papers would get if they were issued today."""
        with self._store.reading() as reading:
            practice = reading.practice.get()
            place = self._place(reading, practice)
        year = self._clock.today().year
        return tuple(
            numbered(practice.number_pattern, year, place.sequence + further)
            for further in range(count)
        )

    def _draft(self, work: Work, choice: Choice, options: PaperOptions) -> Draft:
        key, today = choice.key, self._clock.today()
        wanted = Wanted(year=key.year, session_id=key.session_id, participant_id=key.participant_id)
        return Gathered(work, wanted, self._judges, today).draft(key, options, today)

    def _finished(self, work: Work, draft: Draft, choice: Choice) -> tuple[Certificate, bytes]:
        practice = work.practice.get()
        key = private_key(work, practice)
        certificate_id = self._ids.new("c")
        place = self._place(work, practice)
        older = work.certificates.get(choice.replaces).number if choice.replaces else ""
        issued = draft.issued(place.number, older)
        salt = _salt(key, certificate_id)
        reason = _why(draft.candidate, choice)
        snapshot = issued.snapshot(salt, reason)
        signed = _signed(draft, place.number, snapshot, salt, self._clock, key)
        code = control_code(signed.statement)
        pdf = sealed(issued.render(signed.payload, code), signed.payload, _signer(key))
        candidate = draft.candidate
        certificate = Certificate(
            id=certificate_id,
            number=place.number,
            year=place.year,
            sequence=place.sequence,
            kind=candidate.key.kind,
            participant_id=candidate.key.participant_id,
            group_id=candidate.group_id if len(candidate.group_ids) == 1 else None,
            session_id=candidate.key.session_id,
            covers_year=candidate.key.year,
            issued_on=self._clock.today(),
            issued_at=self._clock.now(),
            profile=candidate.key.profile,
            edition=candidate.edition,
            minutes=candidate.minutes,
            snapshot=snapshot,
            sha256=hashlib.sha256(pdf).hexdigest(),
            statement=signed.payload,
            control_code=code,
            override_reason=reason if candidate.verdict in _LOOKED_AT else "",
            replaces_id=choice.replaces,
        )
        return certificate, pdf

    def _place(self, reading: Reading, practice: Practice) -> _Place:
        """The next place; a series that begins skips numbers that were given before."""
        check_pattern(practice.number_pattern, yearly_restart=practice.yearly_restart)
        today = self._clock.today()
        year = today.year if practice.yearly_restart else 0
        taken = numbers_given(reading)
        last = last_sequence(reading, year)
        if last is not None:
            number = numbered(practice.number_pattern, today.year, last + 1)
            if number in taken:
                raise Refusal("number_taken", number=number)
            return _Place(year, last + 1, number)
        sequence = first_sequence(
            first_number=practice.first_number,
            is_first_year=not taken,
            yearly_restart=practice.yearly_restart,
        )
        while numbered(practice.number_pattern, today.year, sequence) in taken:
            sequence += 1
        return _Place(year, sequence, numbered(practice.number_pattern, today.year, sequence))

    def _mark_replaced(self, work: Work, choice: Choice, newer: Certificate) -> None:
        older = holding(work, str(choice.replaces))
        work.certificate_acts.add(
            CertificateAct(
                id=self._ids.new("ca"),
                certificate_id=older.id,
                kind=CertificateActKind.REPLACED,
                reason=_reason(choice.reason),
                at=self._clock.now(),
                replacement_id=newer.id,
            )
        )
        work.note(replaced=older.number)


_NOT_YET = frozenset({Readiness.BLOCKED, Readiness.RUNNING})
_LOOKED_AT = _NOT_YET | {Readiness.ATTENTION}


def holding(work: Work, certificate_id: str) -> Certificate:
    """The certificate if it still holds; refused as "certificate_not_valid" if not."""
    certificate = work.certificates.get(certificate_id)
    if work.certificate_acts.count(certificate_id=certificate_id):
        raise Refusal("certificate_not_valid", number=certificate.number)
    return certificate


def private_key(work: Work, practice: Practice) -> bytes:
    """The key of the practice; refused as "no_signing_key" when it is not the registered one."""
    key = work.secrets.get(SIGNING_KEY)
    if key is None or signing.public_key(key).hex() != practice.public_key:
        raise Refusal("no_signing_key")
    return key


def _check(candidate: Candidate, choice: Choice) -> None:
    if candidate.issued and candidate.issued.id != choice.replaces:
        raise Refusal("certificate_exists", name=candidate.name, number=candidate.issued.number)
    if choice.replaces and candidate.issued is None:
        raise Refusal("certificate_not_valid", number="")
    if candidate.verdict not in _NOT_YET:
        return
    if not candidate.override_allowed:
        raise Refusal(
            "certificate_blocked",
            name=candidate.name,
            codes=tuple(finding.code for finding in candidate.findings),
        )
    _reason(_why(candidate, choice))


def _why(candidate: Candidate, choice: Choice) -> str:
    """Why it is made all the same: what was said now, else the exceptions that stand."""
    return choice.reason.strip() or candidate.excuse


def _reason(reason: str) -> str:
    stripped = " ".join(reason.split())
    if not stripped:
        raise Refusal("reason_needed")
    return stripped


def _signed(
    draft: Draft, number: str, snapshot: str, salt: bytes, clock: Clock, key: bytes
) -> SignedStatement:
    candidate = draft.candidate
    statement = Statement(
        number=number,
        kind=candidate.key.kind,
        minutes=candidate.minutes,
        period=draft.period,
        issued_on=clock.today(),
        profile=candidate.key.profile,
        edition=candidate.edition,
        public_key=signing.public_key(key),
        binding=binding_of(snapshot, salt),
    )
    return SignedStatement(statement, signing.sign(key, statement.to_bytes()))


def _salt(key: bytes, certificate_id: str) -> bytes:
    """Known to nobody without the key, and the same again for the same paper."""
    return hashlib.sha256(
        signing.sign(key, b"intervisie-salt\0" + certificate_id.encode())
    ).digest()[:16]


def _signer(key: bytes) -> Callable[[bytes], bytes]:
    def sign(message: bytes) -> bytes:
        return signing.sign(key, message)

    return sign
