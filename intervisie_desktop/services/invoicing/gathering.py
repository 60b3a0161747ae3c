"""Everything that decides what is billable, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from intervisie_desktop.domain.billing import BillingBook
from intervisie_desktop.services.law import vat_regime
from intervisie_desktop.storage.reads.invoices import session_ids_between
from intervisie_desktop.storage.records.collections import Reading

Record = TypeVar("Record")


def billing_book(
    reading: Reading, today: date, until: date, *, waived: bool = False
) -> BillingBook:
    """The book up to and including a day, from the first day for which there is a rate.

    With `waived` what was said not to be charged counts as if it still were.
    """
    rates = tuple(reading.rates.all())
    starts = [rate.period.start or date.min for rate in rates]
    first = min(starts, default=date.max)
    ids = session_ids_between(reading, first, until)
    sessions = tuple(reading.sessions.where(id=ids)) if ids else ()
    attendances = reading.attendances.where(session_id=ids) if ids else []
    settled = {one.id for one in reading.billed_sources.all()}
    if not waived:
        settled |= {one.id for one in reading.billing_waivers.all()}
    return BillingBook(
        sessions=sessions,
        groups={one.id: one for one in reading.groups.all()},
        people={one.id: one for one in reading.participants.all()},
        clients={one.id: one for one in reading.clients.all()},
        regime=vat_regime(),
        today=today,
        attendances=_by(attendances, lambda one: one.session_id),
        employments=_by(reading.employments.all(), lambda one: one.participant_id),
        memberships=_by(reading.memberships.all(), lambda one: one.group_id),
        rates=rates,
        terms=tuple(reading.cancellation_terms.all()),
        settled=frozenset(settled),
    )


def _by(records: Iterable[Record], owner: Callable[[Record], str]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[owner(record)].append(record)
    return {key: tuple(each) for key, each in found.items()}
