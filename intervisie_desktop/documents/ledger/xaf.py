"""The auditfile XAF 4.0 (package 4.0.3), as the Belastingdienst reads it from 1 January 2027.

It holds the sales ledger only and says so in the name of its journal: this program knows no
purchases, bank or opening balance. Amounts carry no sign; D and C say which side they are on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lxml import etree

from intervisie_desktop.documents.characters import clean
from intervisie_desktop.documents.invoice_facts import InvoiceParty
from intervisie_desktop.documents.ledger.postings import (
    Account,
    AccountKind,
    LedgerError,
    Posting,
    Scheme,
    SoldInvoice,
    postings,
)

SPACE = "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0"
SOFTWARE = "Intervisie Desktop"
_SALES, _CUSTOMER = "S", "C"
_KINDS = {AccountKind.BALANCE: "B", AccountKind.PROFIT: "P"}
Element = Any  # lxml has no types


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFileFacts:
    """A book year with its definitive invoices and credit notes, in the order of their numbers.

    `seller` must have a btw-id or a KvK number.
    """

    seller: InvoiceParty
    year: int
    created_on: date
    version: str
    scheme: Scheme
    invoices: tuple[SoldInvoice, ...]


def audit_file(facts: AuditFileFacts) -> bytes:
    """The auditfile; LedgerError when an invoice is of another year or number twice."""
    _check(facts)
    root = etree.Element(f"{{{SPACE}}}auditfile", nsmap={None: SPACE})
    _header(root, facts)
    company = _add(root, "company")
    _company(company, facts)
    _clients(company, facts.invoices)
    posted = [(sold, postings(sold.facts, facts.scheme)) for sold in facts.invoices]
    _accounts(company, facts.scheme)
    _vat_codes(company, facts.scheme)
    _periods(company, facts.year)
    balance = _add(company, "openingBalance")
    _totals(balance, [])
    _transactions(company, facts, posted)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _check(facts: AuditFileFacts) -> None:
    numbers = [sold.facts.number for sold in facts.invoices]
    if twice := {number for number in numbers if numbers.count(number) > 1}:
        raise LedgerError(f"{sorted(twice)[0]}: twice")
    for sold in facts.invoices:
        if sold.facts.issued_on.year != facts.year:
            raise LedgerError(f"{sold.facts.number}: not of {facts.year}")


def _add(parent: Element, name: str, text: str = "", longest: int = 0) -> Element:
    """An element under `parent`; text is cut off at what the format allows."""
    made = etree.SubElement(parent, f"{{{SPACE}}}{name}")
    if text:
        flat = " ".join(clean(text).split())
        made.text = flat[:longest] if longest else flat
    return made


def _header(root: Element, facts: AuditFileFacts) -> None:
    header = _add(root, "header")
    _add(header, "fiscalYear", str(facts.year))
    _add(header, "startDate", f"{facts.year}-01-01")
    _add(header, "endDate", f"{facts.year}-12-31")
    _add(header, "curCode", "EUR")
    _add(header, "dateCreated", facts.created_on.isoformat())
    _add(header, "softwareDesc", SOFTWARE)
    _add(header, "softwareVersion", facts.version, 20)


def _company(company: Element, facts: AuditFileFacts) -> None:
    seller = facts.seller
    number = seller.vat_number or seller.kvk_number
    if not number.strip():
        raise LedgerError("the seller has neither a btw-id nor a KvK number")
    if seller.kvk_number:
        _add(company, "Commercenr", seller.kvk_number, 100)
    _add(company, "companyName", seller.name, 255)
    _add(company, "taxRegistrationCountry", seller.address.country)
    _add(company, "taxRegIdent", number, 30)
    _address(company, seller)


def _address(parent: Element, party: InvoiceParty) -> None:
    place = party.address
    if not (place.lines.strip() or place.city.strip()):
        return
    address = _add(parent, "streetAddress")
    for name, text, longest in (
        ("streetname", place.lines, 100), ("city", place.city, 50),
        ("postalCode", place.postcode, 10), ("country", place.country, 2),
    ):  # fmt: skip
        if text.strip():
            _add(address, name, text, longest)


def _clients(company: Element, invoices: Sequence[SoldInvoice]) -> None:
    known = {sold.client_code: sold.facts.buyer for sold in invoices}
    if not known:
        return
    parent = _add(company, "customersSuppliers")
    for code, buyer in known.items():
        client = _add(parent, "customerSupplier")
        _add(client, "custSupID", code, 35)
        _add(client, "custSupName", buyer.name, 50)
        if buyer.email:
            _add(client, "eMail", buyer.email)
        if buyer.kvk_number:
            _add(client, "commerceNr", buyer.kvk_number, 100)
        if buyer.vat_number:
            _add(client, "taxRegistrationCountry", buyer.address.country)
            _add(client, "taxRegIdent", buyer.vat_number, 30)
        _add(client, "custSupTp", _CUSTOMER)
        _address(client, buyer)


def _known_accounts(scheme: Scheme) -> Iterator[Account]:
    found = [scheme.debtors]
    for category in scheme.categories.values():
        found += [category.revenue, *([category.vat] if category.vat else [])]
    yield from {account.number: account for account in found}.values()


def _accounts(company: Element, scheme: Scheme) -> None:
    ledger = _add(company, "generalLedger")
    for account in _known_accounts(scheme):
        made = _add(ledger, "ledgerAccount")
        _add(made, "accID", account.number, 35)
        _add(made, "accDesc", account.name, 255)
        _add(made, "accTp", _KINDS[account.kind])
        if account.rgs:
            _add(made, "RGScode", account.rgs, 255)


def _vat_codes(company: Element, scheme: Scheme) -> None:
    codes = _add(company, "vatCodes")
    for code, category in {each.code: each for each in scheme.categories.values()}.items():
        made = _add(codes, "vatCode")
        _add(made, "vatID", code, 35)
        _add(made, "vatDesc", category.name, 100)
        if category.vat:
            _add(made, "vatToPayAccID", category.vat.number, 35)


def _periods(company: Element, year: int) -> None:
    periods = _add(company, "periods")
    for month in range(1, 13):
        after = date(year + month // 12, month % 12 + 1, 1)
        period = _add(periods, "period")
        _add(period, "periodNumber", str(month))
        _add(period, "startDatePeriod", date(year, month, 1).isoformat())
        _add(period, "endDatePeriod", (after - timedelta(days=1)).isoformat())


def _totals(parent: Element, lines: Sequence[Posting]) -> None:
    _add(parent, "linesCount", str(len(lines)))
    _add(parent, "totalDebit", _amount(sum(line.amount for line in lines if line.amount > 0)))
    _add(parent, "totalCredit", _amount(sum(line.amount for line in lines if line.amount < 0)))


def _transactions(
    company: Element,
    facts: AuditFileFacts,
    posted: Sequence[tuple[SoldInvoice, tuple[Posting, ...]]],
) -> None:
    parent = _add(company, "transactions")
    _totals(parent, [line for _, lines in posted for line in lines])
    journal = _add(parent, "journal")
    _add(journal, "jrnID", facts.scheme.journal, 35)
    _add(journal, "desc", facts.scheme.journal_name)
    _add(journal, "jrnTp", _SALES)
    _add(journal, "offsetAccID", facts.scheme.debtors.number, 35)
    for sold, lines in posted:
        invoice = sold.facts
        transaction = _add(journal, "transaction")
        _add(transaction, "nr", invoice.number, 35)
        _add(transaction, "desc", invoice.buyer.name)
        _add(transaction, "periodNumber", str(invoice.issued_on.month))
        _add(transaction, "trDt", invoice.issued_on.isoformat())
        for place, line in enumerate(lines, 1):
            _line(transaction, place, line, sold, facts.scheme)


def _line(
    transaction: Element, place: int, line: Posting, sold: SoldInvoice, scheme: Scheme
) -> None:
    invoice = sold.facts
    made = _add(transaction, "trLine")
    _add(made, "nr", str(place))
    _add(made, "accID", line.account.number, 35)
    _add(made, "docRef", invoice.number, 255)
    _add(made, "effDate", invoice.issued_on.isoformat())
    if invoice.served:
        _add(made, "settDate", invoice.served[1].isoformat())
    _add(made, "desc", line.text)
    _add(made, "amnt", _amount(line.amount))
    _add(made, "amntTp", _side(line.amount))
    _add(made, "custSupID", sold.client_code, 35)
    _add(made, "invRef", invoice.number, 255)
    if line.category:
        vat = _add(made, "vat")
        _add(vat, "vatID", scheme.of(line.category).code, 35)
        _add(vat, "vatPerc", str(Decimal(line.rate).scaleb(-2)))
        _add(vat, "vatAmnt", _amount(line.vat))
        _add(vat, "vatAmntTp", _side(line.vat or line.amount))


def _amount(cents: int) -> str:
    return str(Decimal(abs(cents)).scaleb(-2))


def _side(amount: int) -> str:
    return "D" if amount > 0 else "C"
