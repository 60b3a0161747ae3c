"""I: what each participant brings in, takes away and prepares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.profiles import ContributionScope
from intervisie_desktop.domain.views import Breach, SessionView, YearView


def nothing_brought_in(view: SessionView) -> Iterator[Finding]:
    """I01: someone brought nothing in at a session where everyone should."""
    norm, scope = view.edition.contribution_min, view.edition.contribution_scope
    if norm is None or not norm.value or not view.taken_place:
        return
    if scope is not None and scope.value is not ContributionScope.SESSION:
        return
    for person in view.present:
        if not person.attendance.contribution:
            breach = Breach(Severity.ERROR, at_most=view.at_most)
            yield view.found_of(
                person.participant_id, "I01", norm, breach, count=0, required=norm.value, sessions=1
            )


def nothing_brought_in_yet(view: YearView) -> Iterator[Finding]:
    """I01: someone brought in too little over the sessions of a year."""
    norm, scope = view.edition.contribution_min, view.edition.contribution_scope
    if norm is None or scope is None or scope.value is not ContributionScope.YEAR:
        return
    standing = view.standing
    own = [s for s in standing.sessions if s.profile == standing.profile]
    count = sum(1 for s in own if s.contributed)
    if own and count < norm.value:
        # Under every reading of the text a whole year without is a breach; before its end not.
        done = view.over or not standing.coming
        severity = Severity.ERROR if view.over else Severity.WARNING
        breach = Breach(severity)
        yield view.found(
            "I01", norm, breach, count=count, required=norm.value, sessions=len(own), done=done,
            year=standing.year,
        )  # fmt: skip


def no_action(view: SessionView) -> Iterator[Finding]:
    """I02: someone went home without an action of their own."""
    norm = view.edition.action_required
    if norm is None or not norm.value or not view.taken_place or view.running:
        return
    silent = [p.participant_id for p in view.present if not p.attendance.action]
    if silent:
        breach = Breach(Severity.WARNING)
        yield view.found("I02", norm, breach, participants=silent, present=len(view.present))


def not_prepared(view: SessionView) -> Iterator[Finding]:
    """I03: the session is near and not everyone has sent in a preparation."""
    norm = view.edition.preparation_days
    if norm is None or not view.upcoming:
        return
    if view.session.day - timedelta(days=norm.value) > view.book.today:
        return
    done = {a.participant_id for a in view.attendances if a.prepared}
    silent = [p for p in view.expected if p not in done]
    if silent:
        yield view.found(
            "I03", norm, Breach(Severity.WARNING), participants=silent,
            expected=len(view.expected), days=(view.session.day - view.book.today).days,
        )  # fmt: skip
