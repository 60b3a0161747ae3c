"""The facts of an invoice as business terms of EN 16931 (BT-… and BG-…), amounts as exact text.

Amounts on a credit note are below nought in the facts and above it in XML; everything else is
said as it stands. On an invoice outside the scope of btw ("O") no btw number may be named.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from intervisie_desktop.documents.characters import clean
from intervisie_desktop.documents.einvoice.formats import (
    EN16931_ID,
    PEPPOL_PROFILE,
    Format,
    electronic_address,
    legal_identifier,
)
from intervisie_desktop.documents.invoice_facts import (
    InvoiceFacts,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    Unit,
)
from intervisie_desktop.domain.money import VatGroup

Terms = dict[str, Any]

INVOICE_TYPE, CREDIT_TYPE = "380", "381"
SEPA_TRANSFER = "58"
DISCOUNT_CODE = "95"
OUTSIDE = "O"
UNITS = {Unit.PIECE: "C62", Unit.HOUR: "HUR", Unit.DAY: "DAY", Unit.KILOMETRE: "KMT"}


def terms_of(facts: InvoiceFacts, kind: Format) -> Terms:
    """The terms of an invoice or credit note; ValueError for a quote, which is no invoice."""
    if facts.kind is InvoiceKind.QUOTE:
        raise ValueError("a quote has no XML")
    served = facts.served
    notes = "\n".join(_said(text) for text in (facts.intro, facts.closing) if _said(text))
    with_numbers = facts.names_vat_numbers
    terms: Terms = {
        "BT-1": _said(facts.number),
        "BT-2": facts.issued_on,
        "BT-3": CREDIT_TYPE if facts.kind is InvoiceKind.CREDIT else INVOICE_TYPE,
        "BT-5": "EUR",
        "BT-9": facts.due_on,
        "BT-10": _said(facts.reference),
        "BT-13": _said(facts.order_number),
        "BT-20": _said(facts.terms),
        "BT-23": PEPPOL_PROFILE if kind is Format.PEPPOL else "",
        "BT-24": EN16931_ID,
        "BG-1": [{"BT-22": notes}] if notes else [],
        "BG-4": _party(facts.seller, with_numbers=with_numbers),
        "BG-7": _party(facts.buyer, with_numbers=with_numbers),
        "BG-25": [_line(line, place, facts) for place, line in enumerate(facts.lines, 1)],
    }
    if facts.original:
        original = facts.original
        terms["BG-3"] = [{"BT-25": _said(original.number), "BT-26": original.issued_on}]
    if served:
        terms["BT-72"] = served[1]
    if served and served[0] < served[1]:
        terms["BT-73"], terms["BT-74"] = served
    return terms | _amounts(facts) | _payment(facts)


def _party(party: InvoiceParty, *, with_numbers: bool) -> Terms:
    number, scheme = legal_identifier(party)
    address, address_scheme = electronic_address(party)
    street, _, more = party.address.lines.strip().partition("\n")
    contact = {"name": party.attention, "phone": party.phone, "email": party.email}
    terms = {
        "name": party.name,
        "legal_identifier": number,
        "legal_identifier_schemeid": scheme,
        "vat_identifier": party.vat_number if with_numbers else "",
        "einvoicing_addr": address,
        "einvoicing_addr_schemeid": address_scheme,
        "addr_l1": street.strip(),
        "addr_l2": " ".join(more.split("\n")),
        "city": party.address.city,
        "postcode": party.address.postcode,
        "country_code": party.address.country,
    }
    filled: Terms = {key: _said(text) for key, text in terms.items() if _said(text)}
    if any(_said(text) for text in contact.values()):
        filled["contacts"] = [{key: _said(text) for key, text in contact.items() if _said(text)}]
    return filled


def _line(line: InvoiceLine, place: int, facts: InvoiceFacts) -> Terms:
    priced = line.priced
    # A price may not be below nought in EN 16931: the quantity takes the sign.
    turned = facts.sign if line.unit_price >= 0 else -facts.sign
    terms: Terms = {
        "BT-126": str(place),
        "BT-127-00": [{"BT-127": _said(", ".join(line.names))}] if line.names else [],
        "BT-129": thousandths(line.quantity * turned),
        "BT-130": UNITS[line.unit],
        "BT-131": cents(line.net * facts.sign),
        "BT-134": line.served_on,
        "BT-135": line.served_until or line.served_on,
        "BT-146": cents(abs(line.unit_price)),
        "BT-151": line.category.code,
        "BT-152": _rate(line.category.code, line.rate),
        "BT-153": _said(line.description),
        "BT-154": _said(line.note),
    }
    if priced.reduction:
        terms["BG-27"] = [
            _allowance(
                priced.reduction * facts.sign,
                priced.gross * facts.sign,
                line.discount.percent,
                line.discount_reason,
            )
        ]
    return terms


def _allowance(amount: int, base: int, percent: int, reason: str) -> Terms:
    terms: Terms = {"amount": cents(amount), "reason_code": DISCOUNT_CODE}
    terms["reason"] = _said(reason) or "Korting"
    if percent:
        terms |= {"base_amount": cents(base), "rate": hundredths(percent)}
    return terms


def _amounts(facts: InvoiceFacts) -> Terms:
    sums, sign = facts.totals, facts.sign
    terms: Terms = {
        "BG-20": [_discount(group, facts) for group in facts.groups if group.discount],
        "BG-23": _vat_breakdown(facts),
        "BT-106": cents(sums.lines * sign),
        "BT-109": cents(sums.net * sign),
        "BT-110": cents(sums.vat * sign),
        "BT-112": cents(sums.gross * sign),
        "BT-115": cents(facts.open * sign),
    }
    if terms["BG-20"]:
        terms["BT-107"] = cents(sums.discount * sign)
    if facts.paid:
        terms["BT-113"] = cents(facts.paid * sign)
    return terms


def _discount(group: VatGroup, facts: InvoiceFacts) -> Terms:
    sign = facts.sign
    # The share of a group is rounded so that the shares add up; a rate beside it could be a cent
    # off, so only the amount is named.
    terms = _allowance(group.discount * sign, group.lines * sign, 0, facts.discount_reason)
    terms["vat_category_code"] = group.category.code
    terms["vat_rate"] = _rate(group.category.code, group.rate)
    return terms


def _vat_breakdown(facts: InvoiceFacts) -> list[Terms]:
    """One part per category and rate; KOR and education are one category there (BR-E-1)."""
    found: dict[tuple[str, int], Terms] = {}
    for group in facts.groups:
        key = (group.category.code, group.rate)
        text = _said(facts.vat_text(group.category)) if group.category.needs_text else ""
        part = found.setdefault(key, {"base": 0, "vat": 0, "texts": []})
        part["base"] += group.base * facts.sign
        part["vat"] += group.vat * facts.sign
        if text and text not in part["texts"]:
            part["texts"].append(text)
    return [
        {
            "BT-116": cents(part["base"]),
            "BT-117": cents(part["vat"]),
            "BT-118": code,
            "BT-119": _rate(code, rate),
            "BT-120": " ".join(part["texts"]),
        }
        for (code, rate), part in found.items()
    ]


def _payment(facts: InvoiceFacts) -> Terms:
    if not facts.payable:
        return {}
    return {
        "BT-81": SEPA_TRANSFER,
        "BT-83": _said(facts.payment_text),
        "BT-84": facts.iban.replace(" ", ""),
        "BT-85": _said(facts.payee),
    }


def _rate(code: str, rate: int) -> str | None:
    return None if code == OUTSIDE else hundredths(rate)


def _said(text: str) -> str:
    """What XML can hold of a text; blanks alone are nothing."""
    return clean(text).strip()


def cents(amount: int) -> str:
    """An amount in cents as "1197.90"."""
    return str(Decimal(amount).scaleb(-2))


def hundredths(amount: int) -> str:
    """2100 as "21", 650 as "6.5"."""
    return _short(Decimal(amount).scaleb(-2))


def thousandths(amount: int) -> str:
    """1500 as "1.5", 2000 as "2"."""
    return _short(Decimal(amount).scaleb(-3))


def _short(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
