"""Certificates: who may get one, making, replacing and withdrawing them, handing out, checking."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from intervisie_desktop.domain.certificates import (
    Certificate,
    CertificateKind,
    PaperState,
)
from intervisie_desktop.domain.changes import ChangeSet, Outcome
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.host import signing
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.certification import checking, outputs
from intervisie_desktop.services.certification.candidates import Gathered
from intervisie_desktop.services.certification.drafting import options_of
from intervisie_desktop.services.certification.issuing import Issuing
from intervisie_desktop.services.certification.judging import JudgeSource, ProfileJudges
from intervisie_desktop.services.certification.outputs import Paper, Written
from intervisie_desktop.services.certification.papers import paper_words
from intervisie_desktop.services.certification.values import (
    CandidateGroup,
    CertificateKey,
    Choice,
    HistoryLine,
    Issued,
    Made,
    NotMade,
    PaperOptions,
    Progress,
    RegisterLine,
    Unwatched,
    Verification,
    Wanted,
)
from intervisie_desktop.services.profiles import profiles_of
from intervisie_desktop.storage.reads.certificates import (
    HeldSession,
    held_sessions,
    register,
    years_with_sessions,
)
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store


class CertificatesService:
    """The one door to certificates; everything final passes through it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ids: Ids,
        judges: JudgeSource | None = None,
        documents: Path | None = None,
    ) -> None:
        judges = judges or ProfileJudges(profiles_of)
        self._store = store
        self._documents = documents or Path.home()
        self._clock = clock
        self._judges = judges
        self._issuing = Issuing(store, clock, ids, judges)

    def candidates(self, wanted: Wanted) -> tuple[CandidateGroup, ...]:
        """Who may get a certificate, by group, with what is in the way and what was issued."""
        with self._store.reading() as reading:
            return self._gathered(reading, wanted).groups_of_candidates()

    def sessions(self, year: int) -> tuple[HeldSession, ...]:
        """The sessions of a year that were held, newest first."""
        with self._store.reading() as reading:
            return held_sessions(reading, year)

    def session_year(self, session_id: str) -> int:
        """The calendar year of a session."""
        with self._store.reading() as reading:
            return reading.sessions.get(session_id).day.year

    def years(self) -> tuple[int, ...]:
        """The calendar years in which a session stands, newest first."""
        with self._store.reading() as reading:
            return years_with_sessions(reading)

    def preview(self, key: CertificateKey, options: PaperOptions) -> bytes:
        """The paper as it would be, marked as an example without a number; not stored."""
        with self._store.reading() as reading:
            gathered = self._gathered(reading, _wanted(key))
            return gathered.draft(key, options, self._clock.today()).specimen()

    def upcoming_numbers(self, count: int) -> tuple[str, ...]:
        """The numbers that so many papers would get now; nobody has them until they are issued."""
        return self._issuing.upcoming(count)

    def issue(
        self, choices: Sequence[Choice], options: PaperOptions, progress: Progress | None = None
    ) -> Outcome[Issued]:
        """Makes the papers one after another, each whole; a cancel stops between two.

        A refusal of one is told in the result and does not hold up the others.
        """
        watch: Progress = progress or Unwatched()
        made: list[Made] = []
        refused: list[NotMade] = []
        changes: list[ChangeSet] = []
        for index, choice in enumerate(choices):
            if watch.cancelled:
                break
            watch.step(index, len(choices))
            try:
                outcome = self._issuing.issue(choice, options)
            except Refusal as refusal:
                refused.append(self._not_made(choice, refusal))
                continue
            made.append(outcome.value)
            changes.append(outcome.changes)
        left = len(choices) - len(made) - len(refused)
        watch.step(len(made) + len(refused), len(choices))
        issued = Issued(made=tuple(made), refused=tuple(refused), cancelled=left)
        return _batch(issued, changes)

    def replace(
        self, certificate_id: str, reason: str, options: PaperOptions | None = None
    ) -> Outcome[Made]:
        """A new paper in the place of one that holds, with what the record says now."""
        with self._store.reading() as reading:
            certificate = reading.certificates.get(certificate_id)
        choice = Choice(key=key_of(certificate), reason=reason, replaces=certificate_id)
        return self._issuing.issue(choice, options or options_of(certificate.snapshot))

    def withdraw(self, certificate_id: str, reason: str) -> Outcome[None]:
        """The certificate no longer holds, with the reason; it stays in the register."""
        return self._issuing.withdraw(certificate_id, reason)

    def register(self, *, issued_in: int | None = None) -> tuple[RegisterLine, ...]:
        """The register, newest first; of one year of issue when asked."""
        with self._store.reading() as reading:
            return register(reading, issued_in=issued_in)

    def history(self, certificate_id: str) -> tuple[HistoryLine, ...]:
        """What happened to a certificate, in order."""
        with self._store.reading() as reading:
            certificate = reading.certificates.get(certificate_id)
            lines = [
                HistoryLine(
                    act="issued", at=certificate.issued_at, reason=certificate.override_reason
                )
            ]
            for act in reading.certificate_acts.where(certificate_id=certificate_id):
                other = reading.certificates.get(act.replacement_id) if act.replacement_id else None
                lines.append(
                    HistoryLine(
                        act=act.kind.value,
                        at=act.at,
                        reason=act.reason,
                        other_number=other.number if other else "",
                    )
                )
            return tuple(lines)

    def paper(self, certificate_id: str) -> bytes:
        """The very bytes that were issued; Trouble("paper_damaged") when they are not."""
        with self._store.reading() as reading:
            certificate = reading.certificates.get(certificate_id)
            pdf = reading.certificate_papers.get(certificate_id)
        if pdf is None or hashlib.sha256(pdf).hexdigest() != certificate.sha256:
            raise Trouble("paper_damaged", number=certificate.number)
        return pdf

    def write_to_folder(self, certificate_ids: Sequence[str], folder: Path) -> Written:
        """The papers as files; nothing that is there is overwritten."""
        return outputs.write_papers(self._papers(certificate_ids), folder)

    def default_folder(self, year: int) -> Path:
        """Where papers of a year are proposed to go; not made yet."""
        return self._documents / "Intervisie" / f"Bewijzen {year}"

    def file_name(self, certificate_id: str) -> str:
        """The name its file gets, such as "2026-017 Ganzerik.pdf"."""
        return self._papers([certificate_id])[0].file_name

    def write_drafts(self, certificate_ids: Sequence[str], folder: Path, letter: Letter) -> Written:
        """E-mail drafts with the papers attached; who has no address is named in the result."""
        with self._store.reading() as reading:
            practice = reading.practice.get()
        sender = (practice.name, practice.email)
        return outputs.write_drafts(self._papers(certificate_ids), folder, letter, sender)

    def letters(self) -> tuple[Letter, ...]:
        """The texts for drafts to choose from."""
        with self._store.reading() as reading:
            return outputs.letters(reading)

    def keep_letter(self, letter: Letter) -> Outcome[None]:
        """Keeps a changed text; refused as "letter_word_unknown" on a word there is not."""
        outputs.check_letter(letter)
        with self._store.work("letter_changed", letter=letter.name) as work:
            work.settings.set(outputs.LETTERS_SETTING, outputs.settings_with(work, letter))
        return work.outcome(None)

    def verify(self, pdf: bytes) -> Verification:
        """What this PDF is according to the register of this practice."""
        with self._store.reading() as reading:
            return checking.checked_with_register(pdf, reading, signing.verify)

    def verify_code(self, number: str, code: str) -> Verification:
        """What the register says of a number and the control code printed beside it."""
        with self._store.reading() as reading:
            return checking.checked_by_code(number, code, reading, signing.verify)

    def _gathered(self, reading: Reading, wanted: Wanted) -> Gathered:
        return Gathered(reading, wanted, self._judges, self._clock.today())

    def _papers(self, certificate_ids: Sequence[str]) -> list[Paper]:
        papers = []
        for certificate_id in certificate_ids:
            pdf = self.paper(certificate_id)
            with self._store.reading() as reading:
                certificate = reading.certificates.get(certificate_id)
                papers.append(
                    Paper(
                        certificate=certificate,
                        person=reading.participants.get(certificate.participant_id),
                        pdf=pdf,
                        words=paper_words(reading, certificate),
                    )
                )
        return papers

    def _not_made(self, choice: Choice, refusal: Refusal) -> NotMade:
        with self._store.reading() as reading:
            person = reading.participants.find(choice.key.participant_id)
        name = person.name.plain if person else ""
        return NotMade(key=choice.key, name=name, code=refusal.code, facts=refusal.facts)


def verify_alone(pdf: bytes) -> Verification:
    """What a PDF proves without any practice file."""
    return checking.checked_alone(pdf, signing.verify)


def key_of(certificate: Certificate) -> CertificateKey:
    """What an issued certificate proves."""
    return CertificateKey(
        kind=certificate.kind,
        participant_id=certificate.participant_id,
        profile=certificate.profile,
        year=certificate.covers_year,
        session_id=certificate.session_id,
    )


def _wanted(key: CertificateKey) -> Wanted:
    return Wanted(year=key.year, session_id=key.session_id, participant_id=key.participant_id)


def _batch(issued: Issued, changes: Sequence[ChangeSet]) -> Outcome[Issued]:
    numbers = [made.number for made in issued.made]
    return Outcome(
        issued,
        ChangeSet(tuple(change for one in changes for change in one.changes)),
        "certificates_issued",
        {"count": len(numbers), "numbers": numbers},
        final=bool(numbers),
    )


__all__ = [
    "CertificateKind",
    "CertificatesService",
    "HeldSession",
    "PaperState",
    "RegisterLine",
    "Written",
    "key_of",
    "verify_alone",
]
