"""O: what taking part by video asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.views import Breach, SessionView


def condition_missing(view: SessionView) -> Iterator[Finding]:
    """O01: a condition of taking part online is not recorded for everyone."""
    norm = view.edition.online_conditions
    if norm is None or not view.online or not view.taken_place:
        return
    for severity in Severity:
        missing = {
            condition.tick: [
                p.participant_id for p in view.present if not getattr(p.attendance, condition.tick)
            ]
            for condition in norm.value
            if condition.severity is severity
        }
        missing = {tick: people for tick, people in missing.items() if people}
        if missing:
            people = list(dict.fromkeys(p for found in missing.values() for p in found))
            breach = Breach(severity, at_most=view.at_most, aspect=severity.value)
            yield view.found(
                "O01", norm, breach, conditions=list(missing), participants=people,
                present=len(view.present), confirmed=len(view.present) - len(people),
            )  # fmt: skip


def not_online(view: SessionView) -> Iterator[Finding]:
    """O02: this form may not be held online."""
    norm = view.edition.online_allowed
    if norm is None or norm.value or not view.online or not (view.taken_place or view.upcoming):
        return
    yield view.found("O02", norm, Breach(Severity.ERROR))


def link_not_sent(view: SessionView) -> Iterator[Finding]:
    """O03: the session is near and the link has not been sent."""
    norm = view.edition.link_days
    if norm is None or not view.online or not view.upcoming or view.session.link_sent_on:
        return
    if view.session.day - timedelta(days=norm.value) <= view.book.today:
        breach, days = Breach(Severity.WARNING), (view.session.day - view.book.today).days
        yield view.found("O03", norm, breach, days=days)
