"""A and X: what a register wants to know beforehand, and what it does not take at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.periods import months_before
from intervisie_desktop.domain.views import Breach, GroupView

_AHEAD = timedelta(days=28)
"""So long before the last day something is mentioned."""


def accreditation_late(view: GroupView) -> Iterator[Finding]:
    """A01: accreditation was not asked, or not long enough before the first session."""
    norm, first = view.edition.accreditation_weeks, _first_to_accredit(view)
    if norm is None or first is None:
        return
    last, asked = first - timedelta(weeks=norm.value), view.group.accreditation_requested_on
    yearly = view.edition.accreditation_yearly
    if asked is not None and yearly is not None and yearly.value:
        asked = asked if asked > months_before(first, 12) else None
    if asked is not None and asked <= last:
        return
    today = view.book.today
    if asked is None and today < last - _AHEAD:
        return
    severity = Severity.TIP if asked is None and today <= last else Severity.WARNING
    yield view.found(
        "A01", norm, Breach(severity), weeks=norm.value, first=first.isoformat(),
        last=last.isoformat(), asked=asked.isoformat() if asked else "",
    )  # fmt: skip


def _first_to_accredit(view: GroupView) -> date | None:
    """The first session that accreditation is asked for: of all, or of the year that runs."""
    yearly = view.edition.accreditation_yearly
    days = [session.day for session in view.sessions]
    if yearly is not None and yearly.value:
        days = [day for day in days if day.year >= view.book.today.year]
    return min(days, default=None)


def not_registered(view: GroupView) -> Iterator[Finding]:
    """A01: the group meets before it was entered in the register."""
    norm = view.edition.group_registered
    first = min((session.day for session in view.sessions), default=None)
    if norm is None or not norm.value or first is None:
        return
    entered, today = view.group.registered_on, view.book.today
    if (entered is not None and entered <= first) or (entered is None and today < first - _AHEAD):
        return
    severity = Severity.TIP if entered is None and today <= first else Severity.WARNING
    yield view.found(
        "A01", norm, Breach(severity, aspect="group"), first=first.isoformat(),
        entered=entered.isoformat() if entered else "",
    )  # fmt: skip


def not_accepted(view: GroupView) -> Iterator[Finding]:
    """X01: the register of this profile does not take intervisie for what it asks."""
    norm = view.edition.accepted
    if norm is not None and not norm.value and view.member_ids:
        yield view.found("X01", norm, Breach(Severity.WARNING), count=len(view.member_ids))
