"""CII and UBL read back, in cents, and where they differ from the facts they were made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from intervisie_desktop.documents.characters import clean
from intervisie_desktop.documents.einvoice.generator import embedded_xml, read_terms
from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind, InvoiceLine


class UnreadableXmlError(ValueError):
    """The XML is no e-invoice, or one with amounts that are not amounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadGroup:
    """A btw category with its rate in hundredths, and its amounts in cents."""

    code: str
    rate: int
    base: int
    vat: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A line: quantity in thousandths, price and net amount in cents."""

    description: str
    quantity: int
    unit_price: int
    net: int
    code: str
    note: str = ""
    names: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInvoice:
    """What an e-invoice says; amounts in cents, on a credit note below nought as in the facts."""

    number: str
    credit: bool
    issued_on: date
    due_on: date | None
    seller: str
    buyer: str
    reference: str
    original: str
    iban: str
    groups: tuple[ReadGroup, ...]
    lines: tuple[ReadLine, ...]
    discount: int
    net: int
    vat: int
    gross: int
    paid: int
    open: int


def read(xml: bytes) -> ReadInvoice:
    """What an e-invoice in CII or UBL says; UnreadableXmlError when that cannot be told."""
    try:
        return _invoice(read_terms(xml))
    except (ValueError, KeyError, InvalidOperation, TypeError) as error:
        raise UnreadableXmlError(str(error)) from error


def embedded(paper: bytes) -> bytes:
    """The XML in a PDF of an invoice; UnreadableXmlError when there is none."""
    try:
        return embedded_xml(paper)
    except ValueError as error:
        raise UnreadableXmlError(str(error)) from error


def differences(facts: InvoiceFacts, xml: bytes) -> tuple[str, ...]:
    """The names of what the XML says otherwise than the facts; nothing when they agree.

    The facts are not brought to terms for this: whoever writes them wrongly is found out too.
    """
    return tuple(_differing(_wanted(facts), read(xml)))


def _differing(wanted: ReadInvoice, found: ReadInvoice) -> Iterator[str]:
    for name in ReadInvoice.__slots__:
        if getattr(wanted, name) != getattr(found, name):
            yield name


def _wanted(facts: InvoiceFacts) -> ReadInvoice:
    """What an e-invoice of these facts should say."""
    totals = facts.totals
    return ReadInvoice(
        number=_one_line(facts.number),
        credit=facts.kind is InvoiceKind.CREDIT,
        issued_on=facts.issued_on,
        due_on=facts.due_on,
        seller=_one_line(facts.seller.name),
        buyer=_one_line(facts.buyer.name),
        reference=_one_line(facts.reference),
        original=_one_line(facts.original.number) if facts.original else "",
        iban=facts.iban.replace(" ", "") if facts.payable else "",
        groups=_wanted_groups(facts),
        lines=tuple(_wanted_line(line) for line in facts.lines),
        discount=totals.discount,
        net=totals.net,
        vat=totals.vat,
        gross=totals.gross,
        paid=facts.paid,
        open=totals.gross - facts.paid,
    )


def _wanted_groups(facts: InvoiceFacts) -> tuple[ReadGroup, ...]:
    """One group per code and rate, as EN 16931 has them, with the texts of all within."""
    found: dict[tuple[str, int], ReadGroup] = {}
    for group in facts.groups:
        key = (group.category.code, group.rate)
        before = found.get(key, ReadGroup(code=key[0], rate=key[1], base=0, vat=0))
        text = _one_line(facts.vat_text(group.category)) if group.category.needs_text else ""
        said = before.text if text in before.text else f"{before.text} {text}".strip()
        found[key] = replace(
            before, base=before.base + group.base, vat=before.vat + group.vat, text=said
        )
    return tuple(found.values())


def _wanted_line(line: InvoiceLine) -> ReadLine:
    turned = 1 if line.unit_price >= 0 else -1
    return ReadLine(
        description=_one_line(line.description),
        quantity=line.quantity * turned,
        unit_price=line.unit_price * turned,
        net=line.net,
        code=line.category.code,
        note=_one_line(line.note),
        names=_one_line(", ".join(line.names)),
    )


def _invoice(terms: dict[str, Any]) -> ReadInvoice:
    sign = -1 if terms["BT-3"] == "381" else 1
    original = terms.get("BG-3") or [{}]
    return ReadInvoice(
        number=_one_line(terms["BT-1"]),
        credit=sign < 0,
        issued_on=terms["BT-2"],
        due_on=terms.get("BT-9"),
        seller=_one_line(terms["BG-4"]["name"]),
        buyer=_one_line(terms["BG-7"]["name"]),
        reference=_one_line(terms.get("BT-10")),
        original=_one_line(original[0].get("BT-25")),
        iban=terms.get("BT-84") or "",
        groups=tuple(_group(part, sign) for part in terms["BG-23"]),
        lines=tuple(_line(part, sign) for part in terms["BG-25"]),
        discount=_whole(terms.get("BT-107"), 2) * sign,
        net=_whole(terms["BT-109"], 2) * sign,
        vat=_whole(terms.get("BT-110"), 2) * sign,
        gross=_whole(terms["BT-112"], 2) * sign,
        paid=_whole(terms.get("BT-113"), 2) * sign,
        open=_whole(terms["BT-115"], 2) * sign,
    )


def _group(part: dict[str, Any], sign: int) -> ReadGroup:
    return ReadGroup(
        code=part["BT-118"],
        rate=_whole(part.get("BT-119"), 2),
        base=_whole(part["BT-116"], 2) * sign,
        vat=_whole(part["BT-117"], 2) * sign,
        text=_one_line(part.get("BT-120")),
    )


def _line(part: dict[str, Any], sign: int) -> ReadLine:
    notes = part.get("BT-127-00") or [{}]
    return ReadLine(
        description=_one_line(part["BT-153"]),
        quantity=_whole(part["BT-129"], 3) * sign,
        unit_price=_whole(part["BT-146"], 2),
        net=_whole(part["BT-131"], 2) * sign,
        code=part["BT-151"],
        note=_one_line(part.get("BT-154")),
        names=_one_line(notes[0].get("BT-127")),
    )


def _one_line(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _whole(text: str | None, places: int) -> int:
    """A decimal number as a whole count of its smallest part; ValueError when it has smaller."""
    number = Decimal(text or "0").scaleb(places)
    if number != number.to_integral_value():
        raise ValueError(f"{text} has more than {places} decimals")
    return int(number)
