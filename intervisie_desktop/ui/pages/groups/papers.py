"""What the tab Documenten shows and does: agreements, signatures and certificates; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.groups import Agreement
from intervisie_desktop.services.agreements import AgreementsService, SignedAgreement
from intervisie_desktop.services.certificates import CertificatesService, PaperState, RegisterLine
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.evaluations import (
    ENOUGH,
    EvaluationsService,
    EvaluationTotals,
)
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.practice import PracticeService
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.paper import PaperPrinter
from intervisie_desktop.ui.text import counts, evaluations

_TONES = {
    PaperState.VALID: ("geldig", "ok", "circle-check"),
    PaperState.WITHDRAWN: ("ingetrokken", "fout", "ban"),
    PaperState.REPLACED: ("vervangen", "neutral", "refresh-cw"),
}
LEADER = "leader:"
"""Before the id of a facilitator among those who may sign."""


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate in the table."""

    id: str
    number: str
    name: str
    about: str
    hours: str
    issued: str
    chip: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement: its values, who signed (id, words) and who may still sign (id, name)."""

    id: str
    title: str
    chip: tuple[str, str, str]
    values: dict[str, Any]
    signed: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A statement of the evaluation: session by session, and the year together."""

    id: str
    text: str
    course: str
    together: str


@dataclass(frozen=True, slots=True)
class PapersState:
    """Everything on the tab; `outcome_note` says why there are no figures of the year."""

    agreements: tuple[AgreementLine, ...] = ()
    certificates: tuple[CertificateLine, ...] = ()
    outcome_title: str = ""
    outcome_side: str = ""
    outcome_note: str = ""
    outcome: tuple[OutcomeLine, ...] = ()


class PapersView(Protocol):
    """What the presenter asks of the tab."""

    def show_state(self, state: PapersState) -> None:
        """Show agreements and certificates."""


@dataclass(frozen=True, slots=True)
class PaperServices:
    """The use cases this tab needs."""

    agreements: AgreementsService
    certificates: CertificatesService
    groups: GroupsService
    practice: PracticeService
    documents: DocumentsService
    evaluations: EvaluationsService


class PapersPresenter:
    """Keeps the agreements of a group and who signed them."""

    def __init__(
        self, services: PaperServices, view: PapersView, desk: Desk, paper: PaperPrinter
    ) -> None:
        self._documents = services.documents
        self._evaluations = services.evaluations
        self._print = paper
        self._agreements = services.agreements
        self._certificates = services.certificates
        self._groups = services.groups
        self._practice = services.practice
        self._view = view
        self._desk = desk
        self._group_id = ""

    def count(self, group_id: str) -> int:
        """How many papers there are of this group."""
        return len(self._agreements.of_group(group_id)) + len(self._issued(group_id))

    def show(self, group_id: str) -> None:
        """Show the papers of a group."""
        self._group_id = group_id
        leaders = {c.facilitator.id: c.facilitator.name for c in self._practice.facilitators()}
        card = self._groups.card(group_id)
        names = {m.id: m.name for m in card.members}
        leader = card.group.facilitator_id or ""
        found = self._agreements.of_group(group_id)
        lines = tuple(_agreement(a, names, leaders, leader) for a in found)
        issued = tuple(_certificate(line) for line in self._issued(group_id))
        year = self._desk.year()
        totals = self._evaluations.of_group(group_id, year)
        enough = totals.all_forms >= ENOUGH
        self._view.show_state(
            PapersState(
                agreements=lines,
                certificates=issued,
                outcome_title=f"Evaluaties van {year}",
                outcome_side=evaluations.forms(totals.all_forms) if totals.all_forms else "",
                outcome_note="" if enough else evaluations.too_few(ENOUGH),
                outcome=_outcome(totals) if enough else (),
            )
        )

    def add(self) -> None:
        """A new agreement of today, to be filled in."""
        draft = Agreement(id="", group_id=self._group_id, agreed_on=self._desk.today())
        self._desk.perform(lambda: self._agreements.add(draft))

    def change(self, agreement_id: str, name: str, value: Any) -> None:
        """Save one field of an agreement nobody signed yet."""
        old = next(
            a.agreement
            for a in self._agreements.of_group(self._group_id)
            if a.agreement.id == agreement_id
        )
        changed = replace(old, **{name: value})
        if changed != old and self._desk.perform(lambda: self._agreements.change(changed)) is None:
            self.show(self._group_id)

    def remove(self, agreement_id: str) -> None:
        """Remove an agreement; undo brings it back with its signatures."""
        self._desk.perform(lambda: self._agreements.remove(agreement_id))

    def sign(self, agreement_id: str, who: tuple[str, ...], day: date | None) -> None:
        """Record who signed, and when."""
        people = tuple(one for one in who if not one.startswith(LEADER))
        leaders = [one.removeprefix(LEADER) for one in who if one.startswith(LEADER)]
        signed_on, leader = day or self._desk.today(), leaders[0] if leaders else None
        if people or leader:
            self._desk.perform(
                lambda: self._agreements.sign(agreement_id, people, signed_on, leader)
            )

    def print_agreement(self, agreement_id: str) -> None:
        """The contract on paper, with who signed it or room to sign."""
        self._print("Intervisiecontract", lambda: self._documents.agreement(agreement_id))

    def to_papers(self) -> None:
        """The papers of the group, to see, print or keep."""
        self._desk.go(Destination(Place.PAPERS, self._group_id, part="group"))

    def print_outcome(self) -> None:
        """What the evaluations of the year say, on paper."""
        group_id, year = self._group_id, self._desk.year()
        self._print(f"Evaluaties {year}", lambda: self._evaluations.paper_of_group(group_id, year))

    def unsign(self, signature_id: str) -> None:
        """Take a signature back."""
        self._desk.perform(lambda: self._agreements.unsign(signature_id))

    def open_certificate(self, certificate_id: str) -> None:
        """Go to a certificate."""
        self._desk.go(Destination(Place.CERTIFICATES, certificate_id))

    def _issued(self, group_id: str) -> tuple[RegisterLine, ...]:
        return tuple(line for line in self._certificates.register() if line.group_id == group_id)


def _agreement(
    found: SignedAgreement, names: dict[str, str], leaders: dict[str, str], leader: str
) -> AgreementLine:
    agreement = found.agreement
    signed = []
    for signature in found.signatures:
        who = names.get(signature.participant_id or "") or leaders.get(
            signature.facilitator_id or "", "onbekend"
        )
        signed.append((signature.id, f"{who}, {counts.day_short(signature.signed_on, year=True)}"))
    missing = list(found.missing)
    if leader and leader not in {s.facilitator_id for s in found.signatures}:
        missing.append((f"{LEADER}{leader}", f"{leaders.get(leader, '')} (gespreksleider)"))
    chip = ("door iedereen getekend", "ok", "circle-check")
    if missing:
        words = counts.telwoord(len(missing), "handtekening ontbreekt", "handtekeningen ontbreken")
        chip = (words, "waarschuwing", "triangle-alert")
    return AgreementLine(
        id=agreement.id,
        title=f"Intervisiecontract van {counts.day_long(agreement.agreed_on)}",
        chip=chip,
        values={
            "agreed_on": agreement.agreed_on,
            "scope": agreement.scope,
            "text": agreement.text,
        },
        signed=tuple(signed),
        missing=tuple(missing),
    )


def _outcome(totals: EvaluationTotals) -> tuple[OutcomeLine, ...]:
    found = []
    for row in totals.rows:
        *sessions, whole = (evaluations.figure(f, yes_no=row.item.yes_no) for f in row.figures)
        found.append(
            OutcomeLine(
                id=row.item.key,
                text=row.item.text,
                course="  ".join(sessions) if len(sessions) > 1 else "",
                together=whole,
            )
        )
    return tuple(found)


def _certificate(line: RegisterLine) -> CertificateLine:
    about = f"jaar {line.covers_year}"
    if line.kind is CertificateKind.SESSION and line.session_day:
        about = counts.day_short(line.session_day, year=True)
    return CertificateLine(
        id=line.id,
        number=line.number,
        name=line.name,
        about=about,
        hours=counts.hours(line.minutes),
        issued=counts.day_short(line.issued_on, year=True),
        chip=_TONES[line.state],
    )
