"""The audit file (auditdossier) of a participant or group: one PDF, and one zip with the proof.

The same content on the same day gives the same bytes. Nothing of it is stored.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date

from intervisie_desktop.documents.pdf import audit_file
from intervisie_desktop.documents.pdf.audit_facts import AuditFileFacts, AuditFinding
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import safe_name
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.compliance import ComplianceService, FindingScope, JudgedFinding
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.dossier.gathering import Gathering
from intervisie_desktop.services.dossier.privacy import ABOUT_CONTENT, Discretion
from intervisie_desktop.services.dossier.values import (
    DossierKind,
    DossierScope,
    FindingWords,
    Worded,
)
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.resolving import ResolvingService, Solved
from intervisie_desktop.storage.store import Store

__all__ = ["AuditFileService", "DossierKind", "DossierScope", "FindingWords", "Worded"]

SUMS = "SHA256SUMS.txt"
"""The name of the list of hashes, as `sha256sum --check` reads it."""

Files = dict[str, bytes]


class AuditFileService:
    """Makes audit files; what is damaged or gone is refused, never left out in silence."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        compliance: ComplianceService,
        resolving: ResolvingService,
        certificates: CertificatesService,
        documents: DocumentsService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance
        self._resolving = resolving
        self._certificates = certificates
        self._documents = documents

    def pdf(self, scope: DossierScope, say: FindingWords) -> bytes:
        """The file on paper; Refusal("gone"), ("dossier_backwards")."""
        return audit_file.render(self._facts(scope, say))

    def zip(self, scope: DossierScope, say: FindingWords) -> bytes:
        """The paper with the proof behind it and a list of hashes.

        Refusal("gone"), ("dossier_backwards"); Trouble("paper_damaged") when a certificate is not
        what was issued.
        """
        files = {f"{self.file_name(scope)}.pdf": self.pdf(scope, say), **self._proof(scope)}
        return _zipped({**files, SUMS: _sums(files)}, self._clock.today())

    def file_name(self, scope: DossierScope) -> str:
        """What its files are called, without an ending: "Auditdossier 2026 Noor Appelvink"."""
        _check(scope)
        with self._store.reading() as read:
            if scope.of_group:
                name = read.groups.get(scope.id).name
            else:
                name = read.participants.get(scope.id).name.plain
        year = scope.first.year
        whole = (scope.first, scope.last) == (date(year, 1, 1), date(year, 12, 31))
        term = str(year) if whole else f"{scope.first} {scope.last}"
        return safe_name(f"{texts('audit_file')['files']['dossier']} {term} {name}")

    # Facts

    def _facts(self, scope: DossierScope, say: FindingWords) -> AuditFileFacts:
        _check(scope)
        judged = self._compliance.findings(_finding_scope(scope))
        solved = self._resolving.every()
        with self._store.reading() as read:
            found = Gathering(read, scope, self._compliance)
            states = found.states()
            return AuditFileFacts(
                practice=practice_facts(read.practice.get()),
                issued_on=self._clock.today(),
                of_group=scope.of_group,
                name=found.name,
                first=scope.first,
                last=scope.last,
                organisation=found.organisation(),
                registrations=found.registrations(),
                sessions=found.sessions(),
                agreements=tuple(found.agreement(one) for one in found.agreements()),
                certificates=tuple(found.certificate(one, states) for one in found.certificates()),
                standings=found.standings(),
                findings=(
                    *self._open(judged, found.discretion, say),
                    *self._solved(solved, found.discretion, say),
                ),
                norms=found.norms(),
            )

    def _open(
        self, judged: Iterable[JudgedFinding], discretion: Discretion, say: FindingWords
    ) -> Iterator[AuditFinding]:
        for one in judged:
            finding = discretion.finding(one.finding)
            if finding is None:
                continue
            exception = one.exception
            yield self._worded(
                finding,
                discretion,
                say,
                exception_on=exception.made_on if exception else None,
                exception_until=exception.until if exception else None,
                reason=discretion.reason(exception.reason) if exception else None,
            )

    def _solved(
        self, solved: Iterable[Solved], discretion: Discretion, say: FindingWords
    ) -> Iterator[AuditFinding]:
        for one in solved:
            finding = discretion.finding(one.finding)
            if finding is not None:
                yield self._worded(finding, discretion, say, solved_on=one.on)

    def _worded(
        self,
        finding: Finding,
        discretion: Discretion,
        say: FindingWords,
        *,
        exception_on: date | None = None,
        exception_until: date | None = None,
        reason: str | None = None,
        solved_on: date | None = None,
    ) -> AuditFinding:
        words = say(finding, discretion.names(self._compliance.names()))
        return AuditFinding(
            title=words.title,
            evidence="" if finding.code in ABOUT_CONTENT else words.evidence,
            context=words.context,
            norm=words.norm,
            source=words.source,
            severity=finding.severity.value,
            exception_on=exception_on,
            exception_until=exception_until,
            reason=reason,
            solved_on=solved_on,
        )

    # Proof

    def _proof(self, scope: DossierScope) -> Files:
        """The papers behind it: certificates as issued, agreements, and lists of a group."""
        words = texts("audit_file")["files"]
        with self._store.reading() as read:
            found = Gathering(read, scope, self._compliance)
            certificates = found.certificates()
            agreements = [(one, found.agreement(one).group) for one in found.agreements()]
            sessions = [held.session for held in found.held] if scope.of_group else []
        files: Files = {}
        for one in certificates:
            name = self._certificates.file_name(one.id)
            files[_free(files, f"{words['certificates']}/{name}")] = self._certificates.paper(
                one.id
            )
        own = None if scope.of_group else scope.id
        for made, group in agreements:
            name = f"{safe_name(f'{made.agreed_on} {group}')}.pdf"
            files[_free(files, f"{words['agreements']}/{name}")] = self._documents.agreement(
                made.id, only=own
            )
        for session in sessions:
            name = f"{session.day} {session.start // 60:02}.{session.start % 60:02}.pdf"
            files[_free(files, f"{words['lists']}/{name}")] = self._documents.attendance_list(
                session.id
            )
        return files


def _check(scope: DossierScope) -> None:
    if scope.last < scope.first:
        raise Refusal("dossier_backwards")


def _finding_scope(scope: DossierScope) -> FindingScope:
    """Everything of a group; of a participant all findings, as many are about a whole session."""
    return FindingScope(group_id=scope.id) if scope.of_group else FindingScope()


def _free(files: Files, name: str) -> str:
    """A name that is not taken: "x.pdf", else "x (2).pdf"."""
    stem, _, ending = name.rpartition(".")
    candidate, count = name, 1
    while candidate in files:
        count += 1
        candidate = f"{stem} ({count}).{ending}"
    return candidate


def _sums(files: Files) -> bytes:
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _zipped(files: Files, day: date) -> bytes:
    """The files in order of name, all of one day, so that the bytes tell nothing else.

    Stored as they are: papers do not get smaller, and other versions of zlib give other bytes.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, files[name])
    return stream.getvalue()
