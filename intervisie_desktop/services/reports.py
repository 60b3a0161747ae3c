"""The use cases of the page Overzichten, built when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.audit_file import AuditFileService
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.registers import RegistersService
from intervisie_desktop.services.resolving import ResolvingService
from intervisie_desktop.storage.store import Store


@dataclass(frozen=True, kw_only=True)
class Reports:
    """Lists per register and audit files of one open practice."""

    store: Store
    clock: Clock
    compliance: ComplianceService
    resolving: ResolvingService
    certificates: CertificatesService
    documents: DocumentsService

    @cached_property
    def registers(self) -> RegistersService:
        """What each register is told of its people."""
        return RegistersService(self.store, self.compliance)

    @cached_property
    def audit_file(self) -> AuditFileService:
        """Everything recorded about a participant or group, for who checks it."""
        return AuditFileService(
            self.store,
            self.clock,
            self.compliance,
            self.resolving,
            self.certificates,
            self.documents,
        )
