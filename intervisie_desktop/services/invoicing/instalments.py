"""A concept in instalments (termijnen)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.invoices import Invoice, InvoiceKind, InvoiceLine, totals_of
from intervisie_desktop.domain.money import NO_DISCOUNT, WHOLE, spread
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.invoicing.wording import instalment
from intervisie_desktop.storage.store import Work


def check_parts(parts: Sequence[int], days: Sequence[date]) -> None:
    """Refusal("instalments_wrong") when the parts are no whole, or there is not a day for each."""
    whole = sum(parts) == WHOLE and min(parts, default=0) > 0
    if len(parts) < 2 or not whole or len(days) != len(parts):
        raise Refusal("instalments_wrong")


def in_instalments(
    work: Work, ids: Ids, invoice: Invoice, parts: Sequence[int], days: Sequence[date]
) -> tuple[str, ...]:
    """The ids of the instalments a concept becomes; the first is the concept itself.

    It holds what was billed, so that it is not billed again. Amounts are spread to the cent.
    """
    lines = work.invoice_lines.where(invoice_id=invoice.id)
    if not lines:
        raise Refusal("instalments_wrong")
    groups = totals_of(invoice, lines).groups
    plan = ids.new("tp")
    shares = [spread(group.base, parts) for group in groups]
    own_ids = [invoice.id, *(ids.new("f") for _ in parts[1:])]
    sources = work.billed_sources.where(invoice_id=invoice.id)
    work.invoice_lines.remove_where(invoice_id=invoice.id)
    for number, (own_id, day) in enumerate(zip(own_ids, days, strict=True)):
        part = replace(
            invoice, id=own_id, kind=InvoiceKind.INSTALMENT, discount=NO_DISCOUNT,
            discount_reason="", planned_on=day, plan_id=plan, plan_part=number + 1,
            plan_parts=len(parts),
        )  # fmt: skip
        (work.invoices.add if number else work.invoices.save)(part)
        made = [
            InvoiceLine(
                id=ids.new("fr"),
                invoice_id=own_id,
                position=position,
                description=instalment(number + 1, len(parts)),
                note=lines[0].description,
                unit_price=amounts[number],
                category=group.category,
                rate=group.rate,
                group_id=lines[0].group_id,
                product=lines[0].product,
            )
            for position, (group, amounts) in enumerate(zip(groups, shares, strict=True), 1)
        ]
        work.invoice_lines.add_all(made)
        if not number:
            work.billed_sources.save_all(replace(source, line_id=made[0].id) for source in sources)
    return tuple(own_ids)
