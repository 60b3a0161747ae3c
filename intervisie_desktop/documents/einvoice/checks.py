"""What must be filled in before an e-invoice can be made, so that a form can ask for it.

The rules of NLCIUS keep their own number (BR-NL-…), those of Peppol and EN 16931 that a form can
break as well; the others have a name of ours: the standard rules are blind to a wrong IBAN, KvK
number, postcode or btw-id, and to a credit note that does not say what it takes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum, unique

from stdnum import iban
from stdnum.eu import vat
from stdnum.nl import btw, postcode

from intervisie_desktop.documents.einvoice.code_lists import ADDRESS_SCHEMES, COUNTRIES
from intervisie_desktop.documents.einvoice.formats import (
    Format,
    choose_format,
    electronic_address,
    legal_identifier,
)
from intervisie_desktop.documents.einvoice.terms import OUTSIDE
from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind, InvoiceParty
from intervisie_desktop.domain.vat import VatCategory


@unique
class ProblemCode(StrEnum):
    """Why an e-invoice cannot be made yet."""

    SELLER_NUMBER = "BR-NL-1"
    REFERENCE = "BR-NL-2"
    SELLER_ADDRESS = "BR-NL-3"
    BUYER_ADDRESS = "BR-NL-4"
    BUYER_NUMBER = "BR-NL-10"
    PAYMENT_MEANS = "BR-NL-11"
    SELLER_ENDPOINT = "PEPPOL-EN16931-R020"
    BUYER_ENDPOINT = "PEPPOL-EN16931-R010"
    INVOICE_NUMBER = "BR-2"
    LINES = "BR-16"
    DESCRIPTION = "BR-25"
    SELLER_NAME = "BR-6"
    BUYER_NAME = "BR-7"
    SELLER_KNOWN = "BR-CO-26"
    COUNTRY = "BR-CL-14"
    DUE = "BR-CO-25"
    SELLER_VAT = "BR-E-2"
    BUYER_VAT = "BR-AE-2"
    VAT_TEXT = "BR-E-10"
    OUTSIDE_MIXED = "BR-O-11"
    CREDIT_REFERENCE = "credit_reference"
    IBAN = "iban"
    KVK = "kvk"
    OIN = "oin"
    VAT_ID = "vat_id"
    POSTCODE = "postcode"
    ENDPOINT = "endpoint"


@dataclass(frozen=True, slots=True)
class Problem:
    """A code, and the fields of the facts that are missing or wrong, such as "buyer.kvk_number"."""

    code: ProblemCode
    fields: tuple[str, ...]


Check = Callable[[InvoiceFacts, Format], Iterator[Problem]]


def problems(facts: InvoiceFacts, kind: Format | None = None) -> tuple[Problem, ...]:
    """Everything that stands in the way of this e-invoice; nothing when it can be made."""
    chosen = kind or choose_format(facts)
    return tuple(problem for check in _CHECKS for problem in check(facts, chosen))


def _dutch(party: InvoiceParty) -> bool:
    return party.address.country == "NL"


def _strict(facts: InvoiceFacts, kind: Format) -> bool:
    """True where the Dutch rules hold: NLCIUS, and the same rules within Peppol."""
    return kind is not Format.EN16931 and _dutch(facts.seller)


def _numbers(facts: InvoiceFacts, kind: Format) -> Iterator[Problem]:
    fields = ("kvk_number", "government_number")
    if not _strict(facts, kind):
        return
    if not legal_identifier(facts.seller)[0]:
        yield Problem(ProblemCode.SELLER_NUMBER, tuple(f"seller.{name}" for name in fields))
    if _dutch(facts.buyer) and not legal_identifier(facts.buyer)[0]:
        yield Problem(ProblemCode.BUYER_NUMBER, tuple(f"buyer.{name}" for name in fields))


def _reference(facts: InvoiceFacts, kind: Format) -> Iterator[Problem]:
    if kind is Format.EN16931 or facts.reference.strip() or facts.order_number.strip():
        return
    yield Problem(ProblemCode.REFERENCE, ("reference", "order_number"))


def _addresses(facts: InvoiceFacts, kind: Format) -> Iterator[Problem]:
    if not _strict(facts, kind):
        return
    for name, party, code in (
        ("seller", facts.seller, ProblemCode.SELLER_ADDRESS),
        ("buyer", facts.buyer, ProblemCode.BUYER_ADDRESS),
    ):
        parts = ("lines", "postcode", "city")
        missing = [part for part in parts if not getattr(party.address, part).strip()]
        if missing and _dutch(party):
            yield Problem(code, tuple(f"{name}.address.{part}" for part in missing))


def _payment(facts: InvoiceFacts, kind: Format) -> Iterator[Problem]:
    if not facts.payable:
        return
    if not facts.iban.strip():
        if _strict(facts, kind):
            yield Problem(ProblemCode.PAYMENT_MEANS, ("iban",))
        else:
            yield Problem(ProblemCode.IBAN, ("iban",))
    elif not iban.is_valid(facts.iban):
        yield Problem(ProblemCode.IBAN, ("iban",))
    if facts.due_on is None and not facts.terms.strip():
        yield Problem(ProblemCode.DUE, ("due_on", "terms"))


def _endpoints(facts: InvoiceFacts, kind: Format) -> Iterator[Problem]:
    for name, party, code in (
        ("seller", facts.seller, ProblemCode.SELLER_ENDPOINT),
        ("buyer", facts.buyer, ProblemCode.BUYER_ENDPOINT),
    ):
        if kind is Format.PEPPOL and not electronic_address(party)[0]:
            yield Problem(code, (f"{name}.electronic_address",))
        written = party.electronic_address
        scheme, _, address = written.partition(":")
        if written and (scheme not in ADDRESS_SCHEMES or not re.fullmatch(r"[^\s:]\S*", address)):
            yield Problem(ProblemCode.ENDPOINT, (f"{name}.electronic_address",))


def _basics(facts: InvoiceFacts, _: Format) -> Iterator[Problem]:
    if not facts.number.strip():
        yield Problem(ProblemCode.INVOICE_NUMBER, ("number",))
    if not facts.seller.name.strip():
        yield Problem(ProblemCode.SELLER_NAME, ("seller.name",))
    if not facts.buyer.name.strip():
        yield Problem(ProblemCode.BUYER_NAME, ("buyer.name",))
    if not facts.lines:
        yield Problem(ProblemCode.LINES, ("lines",))
    bare = [n for n, line in enumerate(facts.lines) if not line.description.strip()]
    if bare:
        yield Problem(ProblemCode.DESCRIPTION, tuple(f"lines.{n}.description" for n in bare))
    if facts.kind is InvoiceKind.CREDIT and not (facts.original and facts.original.number.strip()):
        yield Problem(ProblemCode.CREDIT_REFERENCE, ("original",))


def _vat(facts: InvoiceFacts, _: Format) -> Iterator[Problem]:
    categories = {group.category for group in facts.groups}
    codes = {category.code for category in categories}
    if OUTSIDE in codes and len(codes) > 1:
        yield Problem(ProblemCode.OUTSIDE_MIXED, ("lines",))
    if codes - {OUTSIDE} and not facts.seller.vat_number.strip():
        yield Problem(ProblemCode.SELLER_VAT, ("seller.vat_number",))
    if VatCategory.REVERSE_CHARGE in categories and not facts.buyer.vat_number.strip():
        yield Problem(ProblemCode.BUYER_VAT, ("buyer.vat_number",))
    for category in sorted(categories):
        if category.needs_text and not facts.vat_text(category).strip():
            yield Problem(ProblemCode.VAT_TEXT, (f"vat_texts.{category.value}",))
    if codes == {OUTSIDE} and not legal_identifier(facts.seller)[0]:
        fields = ("seller.kvk_number", "seller.government_number")
        yield Problem(ProblemCode.SELLER_KNOWN, fields)


def _forms(facts: InvoiceFacts, _: Format) -> Iterator[Problem]:
    """What is filled in, but cannot be right."""
    for name, party in (("seller", facts.seller), ("buyer", facts.buyer)):
        country = party.address.country
        if country not in COUNTRIES:
            yield Problem(ProblemCode.COUNTRY, (f"{name}.address.country",))
        if party.government_number and not re.fullmatch(r"\d{20}", party.government_number):
            yield Problem(ProblemCode.OIN, (f"{name}.government_number",))
        if party.vat_number and not _is_vat_number(party.vat_number):
            yield Problem(ProblemCode.VAT_ID, (f"{name}.vat_number",))
        if country != "NL":
            continue
        if party.kvk_number and not re.fullmatch(r"\d{8}", party.kvk_number):
            yield Problem(ProblemCode.KVK, (f"{name}.kvk_number",))
        if party.address.postcode and not postcode.is_valid(party.address.postcode):
            yield Problem(ProblemCode.POSTCODE, (f"{name}.address.postcode",))


def _is_vat_number(number: str) -> bool:
    """A btw-id with its country in front, as Dutch law and EN 16931 (BR-CO-9) write it."""
    compact = number.replace(" ", "").replace(".", "").upper()
    if compact.startswith("NL"):
        return bool(btw.is_valid(compact))
    return bool(vat.is_valid(compact))


_CHECKS: tuple[Check, ...] = (
    _basics, _numbers, _reference, _addresses, _payment, _endpoints, _vat, _forms,
)  # fmt: skip
