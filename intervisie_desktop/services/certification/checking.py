"""Whether a paper is one that was issued, is unchanged, and still holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from intervisie_desktop.documents.seal import Seal, read_seal
from intervisie_desktop.domain.certificates import Certificate, CertificateActKind
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.statement import (
    SignedStatement,
    Verifier,
    read_payload,
    typed_code,
)
from intervisie_desktop.services.certification.values import Verdict, Verification
from intervisie_desktop.services.known_keys import known_keys
from intervisie_desktop.storage.reads.certificates import numbers_given
from intervisie_desktop.storage.records.collections import Reading

_VERDICTS = {
    CertificateActKind.WITHDRAWN: Verdict.WITHDRAWN,
    CertificateActKind.REPLACED: Verdict.REPLACED,
}


def checked_alone(pdf: bytes, verify: Verifier) -> Verification:
    """What a PDF proves without a register: SEALED, ALTERED, NO_SEAL or NOT_A_PDF."""
    if not pdf.startswith(b"%PDF-"):
        return Verification(verdict=Verdict.NOT_A_PDF)
    seal = read_seal(pdf)
    if seal is None:
        return Verification(verdict=Verdict.NO_SEAL)
    signed = _signed(seal, verify)
    if signed is None:
        return Verification(verdict=Verdict.ALTERED)
    return _told(signed, Verdict.SEALED)


def checked_with_register(pdf: bytes, reading: Reading, verify: Verifier) -> Verification:
    """What a PDF is according to the register of this practice."""
    found = reading.certificates.where(sha256=hashlib.sha256(pdf).hexdigest())
    if found:
        return _standing(reading, found[0], verify)
    alone = checked_alone(pdf, verify)
    seal = read_seal(pdf)
    if seal is not None and (copied := reading.certificates.where(statement=seal.payload)):
        # The statement is ours, the bytes around it are not those that were given.
        return Verification(verdict=Verdict.ALTERED, number=copied[0].number, own_key=True)
    if alone.verdict is not Verdict.SEALED or seal is None:
        return alone
    own = read_payload(seal.payload).statement.public_key.hex() in known_keys(reading)
    return replace(alone, verdict=Verdict.UNKNOWN, own_key=own)


def checked_by_code(number: str, code: str, reading: Reading, verify: Verifier) -> Verification:
    """What the register says of a number and the control code printed with it."""
    try:
        printed = typed_code(code)
    except Refusal:
        return Verification(verdict=Verdict.MISTYPED)
    given = {_bare(one): found for one, found in numbers_given(reading).items()}
    found_id = given.get(_bare(number))
    if found_id is None:
        return Verification(verdict=Verdict.UNKNOWN, number=number.strip())
    found = reading.certificates.get(found_id)
    if found.control_code != printed:
        return Verification(verdict=Verdict.WRONG_CODE, number=found.number)
    return _standing(reading, found, verify)


def _standing(reading: Reading, certificate: Certificate, verify: Verifier) -> Verification:
    signed = _trusted(certificate.statement, verify)
    if signed is None:
        return Verification(verdict=Verdict.ALTERED, number=certificate.number)
    answer = replace(
        _told(signed, Verdict.GENUINE), own_key=True, name=printed_name(certificate.snapshot)
    )
    acts = reading.certificate_acts.where(certificate_id=certificate.id)
    if not acts:
        return answer
    act = acts[0]
    other = reading.certificates.find(act.replacement_id) if act.replacement_id else None
    return replace(
        answer,
        verdict=_VERDICTS[act.kind],
        at=act.at,
        reason=act.reason,
        other_number=other.number if other else "",
    )


def printed_name(snapshot: str) -> str:
    """The name as it stands on the paper of this snapshot."""
    return str(json.loads(snapshot)["paper"]["participant"])


def _signed(seal: Seal, verify: Verifier) -> SignedStatement | None:
    """The statement of a seal, if both signatures hold."""
    signed = _trusted(seal.payload, verify)
    if signed is None:
        return None
    key = signed.statement.public_key
    return signed if verify(key, seal.message, seal.signature) else None


def _trusted(payload: str, verify: Verifier) -> SignedStatement | None:
    try:
        signed = read_payload(payload)
    except Refusal:
        return None
    return signed if signed.is_signed_by_its_key(verify) else None


def _told(signed: SignedStatement, verdict: Verdict) -> Verification:
    statement = signed.statement
    return Verification(
        verdict=verdict,
        number=statement.number,
        kind=statement.kind,
        minutes=statement.minutes,
        first=statement.period.start,
        last=statement.period.end,
        issued_on=statement.issued_on,
        fingerprint=statement.fingerprint,
    )


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()
