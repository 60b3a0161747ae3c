"""What a fix does: an act that is done at once, or the place where it is done; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text.finding_fixes import Fix

AtSession = Callable[[Session, date], Session]

#: Facts about a session that one press records; all can be undone.
ACTS: Mapping[str, AtSession] = {
    "sign_list": lambda session, _today: replace(session, list_signed=True),
    "record_evaluation": lambda session, today: replace(session, evaluated_on=today),
    "send_link": lambda session, today: replace(session, link_sent_on=today),
}

#: The part of the page of a session that each fix is about.
_AT_SESSION = {
    "record_confidentiality": "confidentiality",
    "confirm_rooms": "attendance",
    "check_times": "attendance",
    "check_attendance": "attendance",
    "record_contribution": "attendance",
    "ask_preparation": "attendance",
    "write_description": "description",
    "choose_facilitator": "facilitator",
    "open_session": "",
}


def record(
    sessions: SessionsService, code: str, session_id: str, today: date
) -> Callable[[], Outcome[Session]]:
    """The act that a fix carries out on a session."""
    change = ACTS[code]

    def act() -> Outcome[Session]:
        return sessions.change(change(sessions.card(session_id).session, today))

    return act


def doable(fixes: tuple[Fix, ...], pile: Pile) -> Fix | None:
    """The best of the fixes that can be carried out or gone to for what a card is about."""
    for fix in fixes:
        if is_act(fix, pile) or target_of(fix, pile) is not None:
            return fix
    return None


def is_act(fix: Fix, pile: Pile) -> bool:
    """Whether pressing it does something at once; never to several sessions unseen."""
    return fix.code in ACTS and bool(pile.finding.subject.session) and not pile.several


def target_of(fix: Fix, pile: Pile) -> Destination | None:
    """Where a fix is done for all that a card stands for."""
    if fix.code in ACTS:
        return None
    if not pile.of_sessions:
        return target(fix.code, pile.finding)
    if fix.code == "issue_certificates":
        day = pile.finding.day
        return Destination(Place.CERTIFICATES, part="make", year=day.year if day else None)
    return None


def target(code: str, finding: Finding) -> Destination | None:
    """Where a fix is done; None when the finding does not say whom or what it is about."""
    subject = finding.subject
    session = subject.session or _figure(finding, "session")
    if code in _AT_SESSION:
        return Destination(Place.SESSIONS, session, _AT_SESSION[code]) if session else None
    if code in {"plan_catch_up", "plan_session"}:
        year = subject.year
        return Destination(Place.AGENDA, subject.group, "plan", year) if subject.group else None
    if code == "issue_certificates":
        return _papers(finding, session)
    if code == "withdraw_certificate":
        return Destination(Place.CERTIFICATES, _figure(finding, "certificate"), "register")
    return _record(code, finding)


def _papers(finding: Finding, session: str) -> Destination:
    year = finding.subject.year
    if session:
        return Destination(Place.CERTIFICATES, session, "session")
    if finding.subject.participant:
        return Destination(Place.CERTIFICATES, finding.subject.participant, "person", year)
    return Destination(Place.CERTIFICATES, part="make", year=year)


def _record(code: str, finding: Finding) -> Destination | None:
    subject = finding.subject
    if code == "open_person" and subject.participant:
        return Destination(Place.PARTICIPANTS, subject.participant, year=subject.year)
    if code == "open_group" and subject.group:
        return Destination(Place.GROUPS, subject.group)
    if code == "open_agreement" and subject.group:
        return Destination(Place.GROUPS, subject.group, "documents")
    if code == "open_facilitator":
        return Destination(Place.SETTINGS, subject.facilitator or "", "facilitators")
    if code == "open_retention":
        return Destination(Place.PARTICIPANTS)
    return None


def place_of(finding: Finding) -> Destination | None:
    """The record a finding is about: its session, else its participant, else its group."""
    for code in ("open_session", "open_person", "open_group"):
        found = target(code, finding)
        if found is not None:
            return found
    return target("open_facilitator", finding) if finding.subject.facilitator else None


def _figure(finding: Finding, name: str) -> str:
    return str(finding.figures.get(name) or "")
