"""D: the papers that prove it: certificates, attendance lists, evaluations, retention."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.casebook import IssuedPaper
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.views import (
    TAKEN_PLACE,
    Breach,
    GroupView,
    PracticeView,
    SessionView,
    YearView,
)


def certificate_missing(view: SessionView) -> Iterator[Finding]:
    """D01: people whose presence counts have no certificate of it, of the session or the year."""
    norm = view.edition.certificate_required
    if norm is None or not norm.value or view.session.state is not SessionState.CLOSED:
        return
    if not view.valid:
        return
    have = {paper.participant_id for paper in view.papers}
    without = [
        p.participant_id
        for p in view.present
        if p.measure.counted and p.participant_id not in have and not _year_paper(view, p[1])
    ]
    if without:
        # While the year runs a certificate of the year may still follow.
        over = view.session.day.year < view.book.today.year
        breach = Breach(Severity.ERROR if over else Severity.TIP, aspect="missing")
        yield view.found("D01", norm, breach, how="missing", participants=without)


def certificate_unfounded(view: SessionView) -> Iterator[Finding]:
    """D01: a certificate stands for someone who was not there."""
    norm = view.edition.certificate_required
    if norm is None or view.planned:
        return
    for paper in view.papers:
        if paper.participant_id not in view.by_participant:
            breach = Breach(Severity.ERROR, aspect="unfounded")
            yield view.found_of(
                paper.participant_id, "D01", norm, breach, how="unfounded", certificate=paper.id
            )


def list_unsigned(view: SessionView) -> Iterator[Finding]:
    """D02: the attendance list is not signed."""
    norm = view.edition.signed_list
    if norm is None or not norm.value or not view.taken_place or view.running:
        return
    void = view.edition.signature_needed
    if void is not None and void.value and view.session.state is SessionState.CLOSED:
        return
    if not view.session.list_signed:
        yield view.found("D02", norm, Breach(Severity.WARNING), present=len(view.present))


def hours_unsigned(view: SessionView) -> Iterator[Finding]:
    """D02: without a signed list the hours of a session do not count."""
    norm = view.edition.signature_needed
    if norm is None or not norm.value or view.session.state is not SessionState.CLOSED:
        return
    if not view.session.list_signed:
        breach = Breach(Severity.ERROR, aspect="void")
        yield view.found("D02", norm, breach, present=len(view.present))


def not_evaluated(view: SessionView) -> Iterator[Finding]:
    """D03: the session was not evaluated."""
    norm = view.edition.evaluation_required
    if norm is None or not norm.value or not view.taken_place or view.running:
        return
    if view.session.evaluated_on is None:
        yield view.found("D03", norm, Breach(Severity.WARNING))


def year_statement_missing(view: YearView) -> Iterator[Finding]:
    """D04: after the year no statement of it was issued."""
    norm, standing = view.edition.year_statement, view.standing
    if norm is None or not norm.value or standing.year != view.book.today.year - 1:
        return
    if not any(s.counted for s in standing.sessions):
        return
    papers = view.book.of(IssuedPaper, "participant_id", standing.participant_id)
    if any(p.valid and _covers(p, standing.year) for p in papers):
        return
    proved = {p.session_id for p in papers if p.valid}
    complete = all(s.session_id in proved for s in standing.sessions if s.counted)
    severity = Severity.TIP if complete else Severity.WARNING
    yield view.found("D04", norm, Breach(severity), year=standing.year)


def entry_due(view: YearView) -> Iterator[Finding]:
    """D04: the year that went by is to be entered with the register before a day."""
    norm, standing, today = view.edition.entry_deadline, view.standing, view.book.today
    if norm is None or not any(s.counted for s in standing.sessions):
        return
    last = norm.value.in_year(today.year)
    if today <= last:
        breach = Breach(Severity.TIP, aspect="deadline")
        yield view.found(
            "D04", norm, breach, how="deadline", last=last.isoformat(),
            days=(last - today).days, year=standing.year,
        )  # fmt: skip


def report_due(view: GroupView) -> Iterator[Finding]:
    """D04: in the first month of a year, the reports the register asks of the year before."""
    norm, today = view.edition.reports, view.book.today
    if norm is None or today.month != 1:
        return
    held = [s for s in view.sessions if s.state in TAKEN_PLACE and s.day.year == today.year - 1]
    if held:
        breach = Breach(Severity.TIP, aspect="reports")
        yield view.found(
            "D04", norm, breach, how="reports", reports=list(norm.value), sessions=len(held),
            year=today.year - 1,
        )  # fmt: skip


def retention_over(view: PracticeView) -> Iterator[Finding]:
    """D05: of some people nothing needs to be kept any longer."""
    norm = view.edition.retention_years
    if norm is None:
        return
    before = view.book.today.year - norm.value
    # Under several profiles the leading one of the last year keeps, so that nobody stands twice.
    key = view.profile.key
    gone = [p for p, (profile, year) in view.last.items() if year < before and profile == key]
    if gone:
        breach = Breach(Severity.TIP)
        yield view.found("D05", norm, breach, view.book.today, participants=gone, years=norm.value)


def _year_paper(view: SessionView, participant_id: str) -> bool:
    year = view.session.day.year
    papers = view.book.of(IssuedPaper, "participant_id", participant_id)
    return any(paper.valid and _covers(paper, year) for paper in papers)


def _covers(paper: IssuedPaper, year: int) -> bool:
    return paper.kind is CertificateKind.YEAR and paper.covers_year == year
