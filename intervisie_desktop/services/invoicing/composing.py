"""From a record to a paper: the facts of an invoice, what is amiss with it, PDF and XML."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from intervisie_desktop.documents.invoice_facts import (
    AmountsError,
    InvoiceFacts,
    InvoiceParty,
    OriginalInvoice,
    VatText,
)
from intervisie_desktop.documents.invoice_facts import InvoiceLine as PrintedLine
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.invoice_checks import InvoiceCase, InvoiceFlaw, flaws_of
from intervisie_desktop.domain.invoices import (
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceSettings,
    totals_of,
)
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.services.checks import check_iban, check_kvk, check_postcode, check_vat
from intervisie_desktop.services.invoicing.settings import invoice_settings
from intervisie_desktop.services.invoicing.wording import line_words
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.storage.reads.invoices import balance_of, kor_turnover
from intervisie_desktop.storage.records.collections import Reading

if TYPE_CHECKING:
    from intervisie_desktop.documents.einvoice import Format


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An invoice with everything that decides what will stand on it, but for its number."""

    invoice: Invoice
    lines: tuple[InvoiceLine, ...]
    practice: Practice
    client: Client
    settings: InvoiceSettings
    today: date
    original: OriginalInvoice | None = None
    valid_until: date | None = None

    @property
    def due_on(self) -> date | None:
        """The last day to pay when it goes out today; a quote holds until its own day."""
        if self.invoice.kind is InvoiceKind.CREDIT:
            return None
        if self.invoice.kind is InvoiceKind.QUOTE:
            return self.valid_until
        return self.today + timedelta(days=self.payment_days)

    @property
    def payment_days(self) -> int:
        """The term of the invoice itself, else that of the client."""
        own = self.invoice.payment_days
        return self.client.payment_days if own is None else own

    def facts(self, number: str) -> InvoiceFacts:
        """Everything that is printed; Refusal("invoice_upside_down") when it comes below nought.

        A paper cannot say that: what is to be given back is a credit note, which stays below it.
        """
        try:
            return self._facts(number)
        except AmountsError as error:
            raise Refusal("invoice_upside_down") from error

    def _facts(self, number: str) -> InvoiceFacts:
        settings = self.settings
        sums = totals_of(self.invoice, self.lines)
        texts = vat_regime()
        needed = sorted({line.category for line in self.lines if line.category.needs_text})
        return InvoiceFacts(
            kind=self.invoice.kind,
            number=number,
            issued_on=self.today,
            due_on=self.due_on,
            seller=seller(self.practice),
            buyer=buyer(self.client, self.invoice.attention),
            lines=tuple(_printed(line) for line in self.lines),
            discount=self.invoice.discount,
            discount_reason=self.invoice.discount_reason,
            totals=sums,
            paid=self.invoice.prepaid,
            reference=self.invoice.reference,
            order_number=self.invoice.order_number,
            original=self.original,
            iban=self.practice.iban,
            account_name=settings.account_name,
            vat_texts=tuple(
                VatText(category=one, text=texts.text(one, settings.texts)) for one in needed
            ),
            intro=self.invoice.intro or settings.intro,
            closing=self.invoice.closing or settings.closing,
            terms=self._terms(),
        )

    def _terms(self) -> str:
        """The line at the foot: the term of payment, and what the practice adds to it."""
        if self.invoice.kind in {InvoiceKind.CREDIT, InvoiceKind.QUOTE}:
            return self.settings.terms
        days = str(line_words()["terms"]["days"]).format(days=self.payment_days)
        return " ".join(part for part in (days, self.settings.terms) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The bytes of an invoice; `xml` and `xml_format` are empty where there is none."""

    pdf: bytes
    xml: bytes
    xml_format: str

    @property
    def sums(self) -> tuple[str, str]:
        """The SHA-256 of both in hex; nothing for an empty one."""
        return (
            hashlib.sha256(self.pdf).hexdigest(),
            hashlib.sha256(self.xml).hexdigest() if self.xml else "",
        )


def draft_of(reading: Reading, invoice_id: str, today: date) -> Draft:
    """The draft of a concept; Refusal("gone"), ("invoice_issued") when it is none any more."""
    invoice = reading.invoices.get(invoice_id)
    if issued := reading.issued_invoices.find(invoice_id):
        raise Refusal("invoice_issued", number=issued.number)
    original = reading.issued_invoices.find(invoice.credits_id) if invoice.credits_id else None
    quotes = reading.quotes.where(invoice_id=invoice_id)
    return Draft(
        invoice=invoice,
        lines=tuple(reading.invoice_lines.where(invoice_id=invoice_id)),
        practice=reading.practice.get(),
        client=reading.clients.get(invoice.client_id),
        settings=invoice_settings(reading),
        today=today,
        original=OriginalInvoice(number=original.number, issued_on=original.issued_on)
        if original
        else None,
        valid_until=quotes[0].valid_until if quotes else None,
    )


def flaws_in(reading: Reading, draft: Draft) -> tuple[InvoiceFlaw, ...]:
    """Everything amiss with a draft, errors first."""
    creditable = None
    if draft.invoice.credits_id:
        original = reading.issued_invoices.find(draft.invoice.credits_id)
        if original:
            before = balance_of(reading, reading.invoices.get(original.id), original.gross)
            creditable = original.gross - before.credited
    case = InvoiceCase(
        invoice=draft.invoice,
        lines=draft.lines,
        practice=draft.practice,
        client=draft.client,
        settings=draft.settings,
        regime=vat_regime(),
        today=draft.today,
        wrong=_wrong(draft),
        creditable=creditable,
        kor_turnover=kor_turnover(reading, draft.today.year)
        if any(line.category.small_business for line in draft.lines)
        else 0,
    )
    found = flaws_of(case)
    # What the e-invoice misses besides is only asked once the invoice itself adds up.
    if any(flaw.code in {"F08", "F09"} for flaw in found):
        return found
    return (*found, *_electronic(draft))


def papers_of(draft: Draft, facts: InvoiceFacts) -> Papers:
    """PDF and XML of these facts."""
    # The makers of XML are heavy to load, and looking at invoices does not need them.
    from intervisie_desktop.documents.einvoice import cii, differences, ubl  # noqa: PLC0415
    from intervisie_desktop.documents.pdf.invoice import (  # noqa: PLC0415
        InvoicePaperFacts,
        render,
    )

    practice = practice_facts(draft.practice)
    if facts.kind is InvoiceKind.QUOTE:
        paper = InvoicePaperFacts(practice=practice, invoice=facts)
        return Papers(pdf=render(paper), xml=b"", xml_format="")
    kind = _format(facts)
    within, beside = cii(facts), ubl(facts, kind)
    # Read back before anything leaves: the standard rules let a cent or two pass.
    if wrong := differences(facts, within) + differences(facts, beside):
        raise ValueError(f"{facts.number}: the XML says otherwise: {', '.join(wrong)}")
    paper = InvoicePaperFacts(practice=practice, invoice=facts, xml=within)
    return Papers(pdf=render(paper), xml=beside, xml_format=kind.value)


def specimen(draft: Draft) -> bytes:
    """The PDF as it would be, without a number."""
    from intervisie_desktop.documents.pdf.invoice import (  # noqa: PLC0415
        InvoicePaperFacts,
        render,
    )

    number = str(line_words()["concept"]["number"])
    paper = InvoicePaperFacts(
        practice=practice_facts(draft.practice), invoice=draft.facts(number), concept=True
    )
    return render(paper)


def _format(facts: InvoiceFacts) -> Format:
    """The kind that fits the buyer; the plain norm when something for it is missing."""
    from intervisie_desktop.documents.einvoice import (  # noqa: PLC0415
        Format,
        choose_format,
        problems,
    )

    wanted = choose_format(facts)
    return Format.EN16931 if problems(facts, wanted) else wanted


# What the checks of the domain ask for already, in words of their own.
_ASKED = frozenset(
    {"BR-NL-1", "BR-NL-2", "BR-NL-3", "BR-NL-4", "BR-NL-10", "BR-NL-11", "BR-16", "BR-25",
     "BR-2", "BR-6", "BR-7", "BR-E-2", "BR-AE-2", "BR-E-10", "BR-O-11", "credit_reference",
     "iban", "kvk", "vat_id", "postcode", "BR-CO-26", "BR-CO-25"}
)  # fmt: skip


def _electronic(draft: Draft) -> tuple[InvoiceFlaw, ...]:
    """F13: what an e-invoice for this buyer misses besides; without it the plain norm is used."""
    if draft.invoice.kind is InvoiceKind.QUOTE or not draft.lines:
        return ()
    from intervisie_desktop.documents.einvoice import problems  # noqa: PLC0415

    return tuple(
        InvoiceFlaw(
            code="F13",
            severity=Severity.WARNING,
            place=problem.fields[0] if problem.fields else "",
            facts={"code": problem.code.value},
        )
        for problem in problems(draft.facts("0"))
        if problem.code.value not in _ASKED
    )


def _wrong(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Numbers whose form cannot be right, with the advice that the form gives."""
    practice, client = draft.practice, draft.client
    home = client.billing_address or client.address
    looked_at = (
        ("practice.kvk_number", check_kvk(practice.kvk_number)),
        ("practice.vat_number", check_vat(practice.vat_number)),
        ("practice.iban", check_iban(practice.iban)),
        ("practice.postcode", check_postcode(practice.address.postcode, practice.address.country)),
        ("client.kvk_number", check_kvk(client.kvk_number)),
        ("client.vat_number", check_vat(client.vat_number)),
        ("client.postcode", check_postcode(home.postcode, home.country)),
    )
    return tuple((place, advice) for place, advice in looked_at if advice)


def seller(practice: Practice) -> InvoiceParty:
    """The practice as a party on paper."""
    return InvoiceParty(
        name=practice.name,
        address=practice.address,
        email=practice.email,
        phone=practice.phone,
        kvk_number=practice.kvk_number,
        vat_number=practice.vat_number,
    )


def buyer(client: Client, attention: str = "") -> InvoiceParty:
    """A client as a party on paper."""
    return InvoiceParty(
        name=client.name,
        attention=attention or client.attention,
        address=client.billing_address or client.address,
        email=client.billing_email or client.email,
        kvk_number=client.kvk_number,
        vat_number=client.vat_number,
        government_number=client.oin,
        electronic_address=client.peppol_id,
        private=client.private,
    )


def _printed(line: InvoiceLine) -> PrintedLine:
    return PrintedLine(
        description=line.description,
        quantity=line.quantity,
        unit_price=line.unit_price,
        category=line.category,
        rate=line.rate,
        net=line.net,
        note=line.note,
        names=line.names,
        unit=line.unit,
        discount=line.discount,
        discount_reason=line.discount_reason,
        served_on=line.served_on,
        served_until=line.served_until,
    )
