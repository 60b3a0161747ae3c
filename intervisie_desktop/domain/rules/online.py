"""O: what taking part by video asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.groups import Mode
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


def disturbed(view: SessionView) -> Iterator[Finding]:
    """O01: that a room on location is free of disturbance is not recorded."""
    norm = view.edition.undisturbed_room
    if norm is None or not norm.value or view.session.mode is Mode.ONLINE:
        return
    if not view.session.undisturbed:
        breach = Breach(Severity.WARNING, at_most=view.at_most, aspect="undisturbed")
        yield view.found("O01", norm, breach, conditions=["undisturbed"], present=len(view.present))


def no_reason(view: SessionView) -> Iterator[Finding]:
    """O02: why a session is online is not recorded, where it belongs on location if it can."""
    norm = view.edition.online_reason
    if norm is not None and norm.value and not view.session.online_reason.strip():
        yield view.found("O02", norm, Breach(Severity.TIP, aspect="reason"))


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
