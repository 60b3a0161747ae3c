"""Who a paper about money is from and to, and the number and dates beside it."""

from __future__ import annotations

from collections.abc import Sequence

from intervisie_desktop.documents.invoice_facts import InvoiceParty
from intervisie_desktop.documents.pdf.layout import Sheet, bold, plain
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import LABEL, VALUE, label_of

RIGHT_LABEL, RIGHT_VALUE = 97.0, 127.7
"""Where the labels and values at the right begin, from the left margin in mm."""


def seller_lines(seller: InvoiceParty, *, vat_number: bool = True) -> tuple[str, ...]:
    """Address and numbers of the seller, for the head; the law wants them (art. 35a Wet OB)."""
    words = texts("parties")
    lines = [", ".join(_address(seller)), seller.email, seller.phone]
    numbers = []
    if tidy(seller.kvk_number):
        numbers.append(words["kvk"].format(number=tidy(seller.kvk_number)))
    if tidy(seller.vat_number) and vat_number:
        numbers.append(words["vat_number"].format(number=tidy(seller.vat_number)))
    lines.append(", ".join(numbers))
    return tuple(line for line in lines if tidy(line))


def buyer_lines(buyer: InvoiceParty, *, vat_number: bool = False) -> tuple[str, ...]:
    """Name, attention and address of who gets the paper; the name first."""
    words = texts("parties")
    lines = [buyer.name]
    if tidy(buyer.attention):
        lines.append(words["attention"].format(name=tidy(buyer.attention)))
    lines += _address(buyer)
    if tidy(buyer.vat_number) and vat_number:
        lines.append(words["vat_number_buyer"].format(number=tidy(buyer.vat_number)))
    return tuple(lines)


def two_columns(sheet: Sheet, to: Sequence[str], particulars: Sequence[tuple[str, str]]) -> None:
    """To whom at the left, labels with values at the right; empty values are left out."""
    top = sheet.y
    y = top
    lines = [(texts("parties")["to"], LABEL), (to[0], bold(VALUE))]
    lines += [(line, VALUE) for line in to[1:]]
    for text, style in lines:
        with sheet.paper.element("P"):
            y = sheet.text(plain(text, style), sheet.left, y, RIGHT_LABEL - 6.0)
    left_end, y = y, top
    x = sheet.left + RIGHT_VALUE
    present = [(label, text) for label, text in particulars if tidy(text)]
    for place, (label, text) in enumerate(present):
        with sheet.paper.element("P"):
            sheet.text(label_of(label), sheet.left + RIGHT_LABEL, y, 29.0)
            style = VALUE if place else bold(VALUE)
            y = sheet.text(plain(text, style), x, y, sheet.right - x)
    sheet.y = max(left_end, y) + 8.5


def _address(party: InvoiceParty) -> list[str]:
    address = party.address
    streets = [line for line in address.lines.split("\n") if tidy(line)]
    place = tidy(f"{address.postcode} {address.city}")
    abroad = "" if address.country == "NL" else address.country
    lines = [*streets, place, texts("parties")["countries"].get(abroad, abroad)]
    return [line for line in lines if line]
