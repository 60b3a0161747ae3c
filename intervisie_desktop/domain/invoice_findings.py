"""Findings about invoices (F), made of plain facts; they belong to no rule profile.

F01 to F13 are flaws of a concept, see `invoice_checks`; F01 also numbers that do not follow each
other. F14: late and not reminded. F15: to be invoiced by the 15th. F16: a chain or paper that is
not as it was issued. F17: turnover near or over the limit of KOR.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from intervisie_desktop.domain.findings import Finding, FindingSubject, Severity, Source
from intervisie_desktop.domain.invoice_checks import InvoiceFlaw, KorMeter

PROFILE = "invoicing"
"""Stands where other findings name their rule profile."""

NEAR = 7
"""Days before the last day to invoice from which it is told."""

CODES: tuple[str, ...] = tuple(f"F{number:02}" for number in range(1, 18))

_OWNERS = {"practice": "practice", "settings": "settings", "text": "settings", "client": "client"}

_WIDE = {"practice", "settings"}

Sources = Mapping[str, Source]


def flawed(
    invoice_id: str, client_id: str, made_on: date, flaw: InvoiceFlaw, sources: Sources
) -> Finding:
    """F01 to F13: something amiss with a concept; the aspect begins with where to repair it."""
    owner = _OWNERS.get(flaw.place.partition(".")[0], "invoice")
    detail = flaw.facts.get("code") or flaw.facts.get("why") or ""
    figures: dict[str, object] = {
        "client": client_id,
        "made_on": made_on.isoformat(),
        "place": flaw.place,
        "facts": dict(flaw.facts),
    }
    aspect = "+".join(str(part) for part in (owner, flaw.place, detail) if part)
    return _found(flaw.code, flaw.severity, _invoice(invoice_id), sources, figures, aspect)


def told_once(flaws: Iterable[Finding]) -> list[Finding]:
    """What the practice itself lacks, only at the first invoice that misses it.

    The figure "others" tells how many more miss the same, "invoices" which they are.
    """
    heaps: dict[tuple[str, ...], list[Finding]] = {}
    for one in flaws:
        wide = one.aspect.partition("+")[0] in _WIDE
        key = (one.code, one.severity.value, one.aspect) if wide else (one.key,)
        heaps.setdefault(key, []).append(one)
    return [heap[0] if len(heap) == 1 else _together(heap) for heap in heaps.values()]


def _together(heap: list[Finding]) -> Finding:
    ids = [one.subject.id for one in heap]
    return replace(heap[0], figures={**heap[0].figures, "others": len(ids) - 1, "invoices": ids})


def late(
    invoice_id: str,
    client_id: str,
    number: str,
    due_on: date,
    owed: int,
    today: date,
    sources: Sources,
) -> Finding | None:
    """F14: the last day to pay has passed and nothing was said of it; None before that."""
    days = (today - due_on).days
    if days <= 0 or owed <= 0:
        return None
    figures: dict[str, object] = {
        "client": client_id, "number": number, "due_on": due_on.isoformat(), "days": days,
        "amount": owed,
    }  # fmt: skip
    return _found("F14", Severity.WARNING, _invoice(invoice_id), sources, figures)


def unbilled(
    client_id: str, net_by_deadline: Mapping[date, int], today: date, sources: Sources
) -> Finding | None:
    """F15: what a client is to be invoiced within a week, or should have been; None without it.

    Amounts are in cents without btw.
    """
    near = {day: net for day, net in net_by_deadline.items() if (day - today).days <= NEAR}
    if not near:
        return None
    first = min(near)
    figures: dict[str, object] = {
        "client": client_id, "deadline": first.isoformat(), "days": (first - today).days,
        "amount": sum(near.values()),
    }  # fmt: skip
    subject = FindingSubject(kind="client", id=client_id)
    # The day tells one month from the next: an exception for this one is none for that one.
    return _found("F15", Severity.WARNING, subject, sources, figures, first.isoformat())


def gap(
    series: str, year: int, missing: tuple[int, ...], first: int, last: int, sources: Sources
) -> Finding:
    """F01: numbers are missing between the first and the last of a series."""
    figures: dict[str, object] = {
        "missing": list(missing), "first": first, "last": last, "series_year": year,
    }  # fmt: skip
    return _found("F01", Severity.ERROR, _PRACTICE, sources, figures, f"numbering+{series}+{year}")


def broken(invoice_id: str, number: str, sources: Sources, *, paper: bool) -> Finding:
    """F16: from here on the chain is broken, or the kept paper is not the one that was issued."""
    aspect = "paper" if paper else "chain"
    figures: dict[str, object] = {"number": number}
    return _found("F16", Severity.ERROR, _invoice(invoice_id), sources, figures, aspect)


def near_kor(meter: KorMeter, year: int, sources: Sources) -> Finding | None:
    """F17: 80, 90 or 100 % of the limit of KOR; None as long as there is room."""
    if not meter.stage:
        return None
    figures: dict[str, object] = {
        "turnover": meter.turnover, "limit": meter.limit, "stage": meter.stage,
        "percent": meter.percent,
    }  # fmt: skip
    subject = FindingSubject(kind="practice", id="praktijk", year=year)
    return _found("F17", Severity.WARNING, subject, sources, figures, str(meter.stage))


_PRACTICE = FindingSubject(kind="practice", id="praktijk")


def _invoice(invoice_id: str) -> FindingSubject:
    return FindingSubject(kind="invoice", id=invoice_id)


def _found(
    code: str,
    severity: Severity,
    subject: FindingSubject,
    sources: Sources,
    figures: dict[str, object],
    aspect: str = "",
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        profile=PROFILE,
        edition=None,
        subject=subject,
        source=sources[code],
        figures=figures,
        aspect=aspect,
    )
