"""The box with all that is needed to pay: amount, account, what to write, and a QR code of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.documents import epc
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    H2,
    INK,
    RULE,
    TINY,
    Sheet,
    bold,
    height_of,
    lighter,
    plain,
)
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.page import MM
from intervisie_desktop.documents.pdf.qr import modules
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import VALUE, label_of

INSET, QR_SIDE, QR_FRAME = 6.0, 30.0, 34.0
LABEL_WIDTH, SCAN_WIDTH = 30.5, 36.0
LEAST_HEIGHT = QR_FRAME + 2 * 5.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What is to be paid: an amount in cents, by when, to whom and with which words.

    Without `scan` there is no code.
    """

    amount: int
    until: date | None
    iban: str
    payee: str
    text: str
    accent: str
    scan: bool = True

    @property
    def code(self) -> str:
        """What the QR code says; empty when the amount cannot be paid with one."""
        if not self.scan:
            return ""
        return epc.transfer(self.payee, self.iban, self.amount, self.text)


def payment_height(sheet: Sheet, payment: Payment) -> float:
    """How high the box becomes, in mm."""
    inner = H2.leading / MM + 1.0
    for _, text in _pairs(payment):
        inner += height_of(plain(text, VALUE), _value_room(sheet, payment))
    return max(LEAST_HEIGHT, inner + 2 * 4.6)


def payment_block(sheet: Sheet, payment: Payment, top: float) -> None:
    """The box with its top at `top`, over the full width."""
    words = texts("payment")
    height = payment_height(sheet, payment)
    ground, edge = lighter(payment.accent, 0.965), lighter(payment.accent, 0.75)
    sheet.card(sheet.left, top, sheet.room, height, fill=ground, edge=edge)
    x = sheet.left + INSET
    if payment.code:
        x += QR_FRAME + 6.4
    y = top + max(4.6, (height - _inner(sheet, payment)) / 2)
    with sheet.paper.element("H2"):
        y = sheet.text(plain(words["heading"], H2), x, y, 80) + 1.0
    for name, text in _pairs(payment):
        style = bold(VALUE) if name == "amount" else VALUE
        with sheet.paper.element("P"):
            sheet.text(label_of(words[name]), x, y, LABEL_WIDTH)
            room = _value_room(sheet, payment)
            y = sheet.text(plain(text, style), x + LABEL_WIDTH, y, room)
    if payment.code:
        _code(sheet, payment, sheet.left + INSET, top + (height - QR_FRAME) / 2)
        spans = plain(words["scan"], TINY)
        left = sheet.right - INSET - SCAN_WIDTH
        with sheet.paper.element("P"):
            sheet.text(spans, left, top + (height - height_of(spans, SCAN_WIDTH)) / 2, SCAN_WIDTH)
    sheet.y = top + height


def _inner(sheet: Sheet, payment: Payment) -> float:
    room = _value_room(sheet, payment)
    pairs = sum(height_of(plain(text, VALUE), room) for _, text in _pairs(payment))
    return H2.leading / MM + 1.0 + pairs


def _value_room(sheet: Sheet, payment: Payment) -> float:
    room = sheet.room - 2 * INSET - LABEL_WIDTH
    return room - (QR_FRAME + 6.4 + SCAN_WIDTH + 3.0 if payment.code else 0.0)


def _pairs(payment: Payment) -> list[tuple[str, str]]:
    until = dutch.day(payment.until) if payment.until else ""
    pairs = [("amount", dutch.money(payment.amount)), ("until", until),
             ("iban", spaced(payment.iban)), ("payee", payment.payee),
             ("text", payment.text)]  # fmt: skip
    return [(name, text) for name, text in pairs if tidy(text)]


def spaced(iban: str) -> str:
    """An account number in fours, as it stands on a card."""
    bare = iban.replace(" ", "").upper()
    return "\u00a0".join(bare[i : i + 4] for i in range(0, len(bare), 4))


def _code(sheet: Sheet, payment: Payment, x: float, y: float) -> None:
    paper, inset = sheet.paper, (QR_FRAME - QR_SIDE) / 2
    with paper.artifact():
        paper.box(x, y, QR_FRAME, QR_FRAME, fill="#FFFFFF", edge=RULE)
    alt = texts("payment")["qr_alt"].format(
        amount=dutch.money(payment.amount), iban=spaced(payment.iban),
        payee=tidy(payment.payee), text=tidy(payment.text),
    )  # fmt: skip
    place = sheet.box(x + inset, y + inset, QR_SIDE, QR_SIDE)
    with paper.element("Figure", alt=alt, attributes=place):
        rows = modules(payment.code.encode())
        paper.squares(x + inset, y + inset, QR_SIDE, rows, INK)
