"""What Controle finds about invoices, kept apart from the judge of the rule profiles.

Every part is worked out again only when something it is made of changed, and only when somebody
asks, which a worker does: what is to be billed takes long in a practice of many years.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from intervisie_desktop.domain import invoice_findings as made
from intervisie_desktop.domain.changes import ChangeSet, Subject
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.invoice_checks import KorMeter
from intervisie_desktop.domain.profiles import gravity
from intervisie_desktop.domain.vat import VatLimit
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.invoicing.settings import invoice_settings
from intervisie_desktop.services.invoicing.values import AuditReport
from intervisie_desktop.services.law import invoice_sources, vat_regime
from intervisie_desktop.storage.reads.invoices import chain_head, invoice_rows, kor_turnover
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

Found = list[Finding]


class InvoiceFindings:
    """The findings about invoices of one open practice; any thread may ask."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._turn = threading.Lock()
        self._noting = threading.Lock()
        self._stale = set(_PARTS)
        self._known: dict[str, Found] = {}
        self._day: date | None = None
        self._audited: tuple[tuple[int, str], AuditReport] | None = None
        store.listen(self._note)

    def now(self) -> tuple[Finding, ...]:
        """Those of today, gravest first."""
        today = self._clock.today()
        with self._turn:
            with self._noting:
                stale, self._stale = self._stale, set()
            if self._day != today:
                stale = set(_PARTS)
            if stale:
                try:
                    self._work_out(stale, today)
                except BaseException:
                    with self._noting:
                        self._stale |= stale
                    raise
                self._day = today
            return _in_order(self._known)

    def on(self, day: date) -> tuple[Finding, ...]:
        """The same as seen from another day."""
        if day == self._clock.today():
            return self.now()
        with self._turn, self._store.reading() as read:
            return _in_order({name: self._part(name, read, day) for name in _PARTS})

    def _note(self, changes: ChangeSet) -> None:
        touched = {change.subject for change in changes.changes}
        with self._noting:
            self._stale |= {name for name, asks in _PARTS.items() if not asks.isdisjoint(touched)}

    def _work_out(self, stale: set[str], today: date) -> None:
        with self._store.reading() as read:
            for name in stale:
                self._known[name] = self._part(name, read, today)

    def _part(self, name: str, read: Reading, day: date) -> Found:
        return self._numbers(read) if name == "numbers" else _MAKERS[name](read, day)

    def _numbers(self, read: Reading) -> Found:
        """Gaps, the chain and the papers; looked at again when something was issued."""
        head = chain_head(read)
        if not head[0]:
            return []
        if self._audited is None or self._audited[0] != head:
            from intervisie_desktop.services.invoicing.auditing import audit  # noqa: PLC0415

            self._audited = (head, audit(read))
        return _audit_findings(read, self._audited[1])


def _in_order(known: Mapping[str, Found]) -> tuple[Finding, ...]:
    every = [finding for name in _PARTS for finding in known.get(name, ())]
    return tuple(sorted(every, key=lambda finding: gravity(finding.severity)))


def _flaws(read: Reading, day: date) -> Found:
    """What is amiss with concepts; what the practice itself lacks is told once, at the first."""
    from intervisie_desktop.services.invoicing.composing import (  # noqa: PLC0415
        draft_of,
        flaws_in,
    )

    sources = invoice_sources()
    concepts = [row for row in invoice_rows(read) if not row.number]
    found = [
        made.flawed(row.id, row.client_id, row.made_on, flaw, sources)
        for row in sorted(concepts, key=lambda row: (row.made_on, row.id))
        for flaw in flaws_in(read, draft_of(read, row.id, day))
    ]
    return made.told_once(found)


def _late(read: Reading, day: date) -> Found:
    sources = invoice_sources()
    overdue = [
        made.late(row.id, row.client_id, row.number, row.due_on, row.open, day, sources)
        for row in sorted(invoice_rows(read), key=lambda row: (row.due_on or day, row.number))
        if row.due_on is not None and not row.reminders
    ]
    return [finding for finding in overdue if finding is not None]


def _deadlines(read: Reading, day: date) -> Found:
    """Without a rate nothing has a price, and nothing is worked out."""
    if not read.rates.count():
        return []
    from intervisie_desktop.services.billing import to_bill  # noqa: PLC0415

    found: Found = []
    for one in to_bill(read, day, day):
        if one.client_id is None:
            continue
        nets: dict[date, int] = defaultdict(int)
        for line in one.lines:
            nets[line.deadline] += line.net
        finding = made.unbilled(one.client_id, nets, day, invoice_sources())
        found += [finding] if finding is not None else []
    return found


def _kor(read: Reading, day: date) -> Found:
    """Only for who bills under KOR."""
    if not chain_head(read)[0] or not invoice_settings(read).category.small_business:
        return []
    limit = vat_regime().limit(VatLimit.KOR_TURNOVER, day)
    meter = KorMeter(turnover=kor_turnover(read, day.year), limit=limit)
    finding = made.near_kor(meter, day.year, invoice_sources())
    return [finding] if finding is not None else []


def _audit_findings(read: Reading, report: AuditReport) -> Found:
    sources = invoice_sources()
    found = [
        made.gap(one.series, one.year, one.gaps, one.first, one.last, sources)
        for one in report.series
        if one.gaps
    ]
    if report.broken_at or report.damaged:
        ids = {one.number: one.id for one in read.issued_invoices.all()}
        if report.broken_at:
            number = report.broken_at
            found.append(made.broken(ids[number], number, sources, paper=False))
        found += [made.broken(ids[one], one, sources, paper=True) for one in report.damaged]
    return found


_MAKERS: Mapping[str, Callable[[Reading, date], Found]] = {
    "flaws": _flaws,
    "late": _late,
    "deadlines": _deadlines,
    "kor": _kor,
}

_S = Subject
# Ticks of the attendance are left out on purpose: what they cost is held back until the session
# is afgerond, and that is a change of the session.
_PARTS: Mapping[str, frozenset[Subject]] = {
    "numbers": frozenset({_S.INVOICE}),
    "flaws": frozenset({_S.INVOICE, _S.CLIENT, _S.PRACTICE, _S.SETTING}),
    "late": frozenset({_S.INVOICE, _S.PAYMENT, _S.CLIENT}),
    "deadlines": frozenset(
        {_S.INVOICE, _S.RATE, _S.CLIENT, _S.SESSION, _S.GROUP, _S.PARTICIPANT, _S.SETTING}
    ),
    "kor": frozenset({_S.INVOICE, _S.SETTING}),
}
