"""The lines of an invoice as a table, and under it what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind, InvoiceLine
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    FIGURES,
    HEAD,
    INK,
    META,
    RIGHT,
    TINY,
    Cell,
    Column,
    Sheet,
    bold,
    height_of,
    plain,
)
from intervisie_desktop.documents.pdf.page import MM
from intervisie_desktop.documents.pdf.shaping import Span, Style, tidy, width, wrapped
from intervisie_desktop.documents.pdf.stationery import FOOT_GAP
from intervisie_desktop.domain.money import VatGroup
from intervisie_desktop.domain.vat import VatCategory

Words = Mapping[str, Any]

ROW_HEIGHT, ROW_AIR = 10.4, 2.9
GAP = 7.5
TOTALS_WIDTH = 74.0
TOTAL = replace(bold(CELL), size=13.0, leading=18.0, tabular=True)
_LEAST_DESCRIPTION = 52.0
TALLEST = 120.0
"""How high the text of a line may be before it goes on in a row of its own, in mm."""


def lines_table(sheet: Sheet, facts: InvoiceFacts, words: Words, *, follows: float) -> None:
    """The table of lines; what comes to `follows` mm stays on the page of the last one."""
    rows = [_texts(line, words) for line in facts.lines]
    with_vat = any(group.category.charged for group in facts.groups) or len(facts.groups) > 1
    columns = _columns(sheet.room, rows, words["lines"], with_vat=with_vat)
    cells: list[tuple[Cell, ...]] = []
    sums: list[int] = []
    so_far = 0
    for line, row in zip(facts.lines, rows, strict=True):
        made = _cells(row, columns[0].width - 3.0, with_vat=with_vat)
        cells += made
        sums += [so_far, *([so_far + line.net] * (len(made) - 1))]
        so_far += line.net

    def carry(place: int, brought: bool) -> Sequence[Cell]:
        label = words["lines"]["brought" if brought else "carried"]
        style = replace(CELL, colour=META)
        return (
            Cell(texts=(plain(label, style),), span=len(columns) - 1),
            Cell(texts=(plain(dutch.money(sums[place]), replace(FIGURES, colour=META)),)),
        )

    sheet.table(columns, cells, row_height=ROW_HEIGHT, carry=carry, follows=follows)


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts of a line."""

    description: str
    notes: tuple[str, ...]
    quantity: str
    price: str
    vat: str
    amount: str


def _texts(line: InvoiceLine, words: Words) -> _Row:
    return _Row(
        line.description,
        tuple(_notes(line, words["lines"])),
        words["units"][line.unit].format(quantity=dutch.quantity(line.quantity)),
        dutch.money(line.unit_price),
        dutch.percent(line.rate) if line.category.charged else words["exempt"][line.category],
        dutch.money(line.net),
    )


def _notes(line: InvoiceLine, words: Words) -> list[str]:
    """The small print under a line: the day where the description does not say it, and so on."""
    first = line.served_on
    day = dutch.days(first, line.served_until or first) if first else ""
    said = [] if first and dutch.day(first) in line.description else [day]
    told = (*said, line.note, _listed(line.names))
    notes = [", ".join(tidy(text) for text in told if tidy(text))]
    if line.priced.reduction:
        discount = line.discount
        how = dutch.percent(discount.percent) if discount.percent else dutch.money(discount.amount)
        template = words["discount_named" if tidy(line.discount_reason) else "discount"]
        notes.append(
            template.format(
                reason=tidy(line.discount_reason),
                discount=how,
                amount=dutch.money(line.priced.gross),
            )
        )
    return [note for note in notes if note]


def _listed(names: Sequence[str]) -> str:
    """Names in a sentence: "a, b en c"."""
    if not names:
        return ""
    *others, last = [tidy(name) for name in names]
    return f"{', '.join(others)} en {last}" if others else last


def _cells(row: _Row, room: float, *, with_vat: bool) -> list[tuple[Cell, ...]]:
    """The rows of a line: one, or more when its text is longer than a page can hold."""
    # The blank at the end keeps the parts of a cell apart when it is read aloud.
    parts = [(row.description, bold(CELL)), *((note, TINY) for note in row.notes)]
    texts = [Span(f"{tidy(text)}\u00a0", style) for text, style in parts]
    figures = [row.quantity, row.price, *([row.vat] if with_vat else []), row.amount]
    made = []
    for piece in _pieces(texts, room):
        cells = [Cell(texts=piece, top=ROW_AIR)]
        cells += [Cell(texts=(plain(text, FIGURES),), top=ROW_AIR) for text in figures]
        made.append(tuple(cells))
        figures = [""] * len(figures)
    return made


def _pieces(texts: Sequence[Span], room: float) -> list[tuple[tuple[Span, ...], ...]]:
    """Paragraphs in pieces that each fit on a page."""
    if sum(height_of((span,), room) for span in texts) <= TALLEST:
        return [tuple((span,) for span in texts)]
    pieces: list[list[Span]] = [[]]
    used = 0.0
    for span in texts:
        begins = True
        for line in wrapped((span,), room):
            text = "".join(part.text for part in line.spans)
            used += span.style.leading / MM
            if used > TALLEST:
                pieces.append([])
                begins, used = True, span.style.leading / MM
            if begins:
                pieces[-1].append(Span(text, span.style))
            else:
                pieces[-1][-1] = Span(pieces[-1][-1].text + text, span.style)
            begins = False
    return [tuple((span,) for span in piece) for piece in pieces]


def _columns(
    room: float, rows: Sequence[_Row], words: Words, *, with_vat: bool
) -> Sequence[Column]:
    """Figures take the room they need, the description what is left."""
    names = ["quantity", "price", *(["vat"] if with_vat else []), "amount"]
    usual = {"quantity": 15.0, "price": 24.0, "vat": 15.0, "amount": 27.5}
    wide = []
    for name in names:
        texts = [width(getattr(row, name), FIGURES) for row in rows]
        need = max(texts, default=0.0)
        head = width(words[name], HEAD)
        wide.append(max(usual[name], need + GAP, head + GAP))
    first = max(_LEAST_DESCRIPTION, room - sum(wide))
    return [
        Column(head=words["description"], width=first),
        *(
            Column(head=words[name], width=size, align=RIGHT)
            for name, size in zip(names, wide, strict=True)
        ),
    ]


def _sum_rows(facts: InvoiceFacts, words: Words) -> list[tuple[str, str]]:
    """Labels and amounts above the last, heavy one."""
    labels, sums = words["totals"], facts.totals
    rows = [(labels["subtotal"], dutch.money(sums.lines))]
    if sums.discount:
        reason = tidy(facts.discount_reason) or labels["discount"]
        if facts.discount.percent:
            reason = f"{reason} ({dutch.percent(facts.discount.percent)})"
        rows.append((reason, dutch.money(-sums.discount)))
    rows += [_vat_row(group, labels) for group in facts.groups if _shown(group, facts)]
    if facts.paid:
        credit = facts.kind is InvoiceKind.CREDIT
        rows.append((labels["total"], dutch.money(facts.gross)))
        rows.append((labels["settled" if credit else "paid"], dutch.money(-facts.paid)))
    return rows


def _shown(group: VatGroup, facts: InvoiceFacts) -> bool:
    """An exemption of the whole invoice is said in its words, not as a row without an amount."""
    exempt_alone = len(facts.groups) == 1 and group.category.exempt
    return not exempt_alone


def _vat_row(group: VatGroup, labels: Words) -> tuple[str, str]:
    base = dutch.money(group.base)
    if group.category.charged:
        label = labels["vat"].format(rate=dutch.percent(group.rate), amount=base)
        return label, dutch.money(group.vat)
    kind = "exempt" if group.category.exempt else VatCategory.REVERSE_CHARGE.value
    return labels[kind].format(amount=base), labels["none"]


def totals_height(facts: InvoiceFacts, words: Words) -> float:
    """How high the sums become, in mm."""
    inner = sum(_sum_height(*row) for row in _sum_rows(facts, words))
    return 3.0 + inner + 2.0 + TOTAL.leading / MM + 2.0


def _sum_height(label: str, amount: str) -> float:
    room = TOTALS_WIDTH - width(amount, FIGURES) - 4.0
    return height_of(plain(label, CELL), room) + 2.2


def totals_block(sheet: Sheet, facts: InvoiceFacts, words: Words) -> None:
    """Subtotal, discount, btw per rate and what it comes to, at the right."""
    sheet.y += 3.0
    last = (words[facts.kind]["total"], dutch.money(facts.open))
    with sheet.paper.element("Table"):
        for label, amount in _sum_rows(facts, words):
            _sum(sheet, label, amount, CELL, FIGURES)
        with sheet.paper.artifact():
            x = sheet.right - TOTALS_WIDTH
            sheet.paper.line(x, sheet.y + 0.4, sheet.right, sheet.y + 0.4, 0.25, INK)
        sheet.y += 2.0
        _sum(sheet, *last, replace(TOTAL, tabular=False), TOTAL)


def _sum(sheet: Sheet, label: str, amount: str, style: Style, figures: Style) -> None:
    x, wide = sheet.right - TOTALS_WIDTH, width(amount, figures)
    room = TOTALS_WIDTH - wide - 4.0
    top = sheet.y
    with sheet.paper.element("TR"):
        with sheet.paper.element("TH", attributes="<< /O /Table /Scope /Row >>"):
            bottom = sheet.text(plain(label, style), x, top, room)
        with sheet.paper.element("TD"):
            sheet.text(plain(amount, figures), sheet.right - wide, top, wide + 0.1)
    sheet.y = bottom + 2.2


def vat_words(facts: InvoiceFacts) -> list[str]:
    """The words for what btw is not charged on, each once."""
    found = [facts.vat_text(group.category) for group in facts.groups if group.category.needs_text]
    return [text for text in dict.fromkeys(tidy(text) for text in found) if text]


def terms_fit(sheet: Sheet, facts: InvoiceFacts) -> bool:
    """True when the terms fit at the foot of a page, in two lines; else they close the paper."""
    return len(wrapped(plain(facts.terms, TINY), sheet.room - FOOT_GAP)) <= 2


def closing_texts(sheet: Sheet, facts: InvoiceFacts, words: Words) -> list[tuple[str, Style]]:
    """What stands under the sums: the words of the law, that it was paid, and the closing."""
    style = replace(CELL, leading=14.5)
    found = [(text, style) for text in vat_words(facts)]
    bill = facts.kind in {InvoiceKind.INVOICE, InvoiceKind.INSTALMENT}
    if bill and facts.paid and not facts.open:
        found.append((words["paid_note"], style))
    found += [(part, style) for part in facts.closing.split("\n") if tidy(part)]
    if not terms_fit(sheet, facts):
        found.append((facts.terms, TINY))
    return found


def closing_height(sheet: Sheet, facts: InvoiceFacts, words: Words) -> float:
    """How high that becomes, in mm."""
    texts = closing_texts(sheet, facts, words)
    return sum(height_of(plain(text, style), sheet.room) + 1.4 for text, style in texts)
