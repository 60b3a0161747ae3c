"""Which fixes a card has, and what each comes to: an act, a form, a letter or a place; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.invoice_findings import PROFILE
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.mending import SessionFact
from intervisie_desktop.ui.panels.findings import arranging, recording, registering
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.steps import (
    Go,
    Kit,
    Step,
    people_of,
    session_of,
    sessions_of,
)
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text import finding_letters
from intervisie_desktop.ui.text import mending as words
from intervisie_desktop.ui.text.finding_fixes import Fix

Builder = Callable[[Kit, Pile], Step | None]

#: What is recorded on the spot: an act, or a short form in the card.
BUILDERS: Mapping[str, Builder] = {
    "sign_list": partial(recording.noting, SessionFact.LIST_SIGNED),
    "record_evaluation": partial(recording.noting, SessionFact.EVALUATED),
    "send_link": partial(recording.noting, SessionFact.LINK_SENT),
    "record_confidentiality": recording.secrecy,
    "record_contribution": recording.contribution,
    "record_actions": partial(recording.ticking, (Tick.ACTION,), words.ACTIONS, on=True),
    "record_preparation": partial(recording.ticking, (Tick.PREPARED,), words.PREPARED, on=False),
    "confirm_rooms": recording.conditions,
    "confirm_safety": recording.safety,
    "write_description": recording.description,
    "choose_theme": recording.theme,
    "choose_facilitator": recording.leader,
    "lead_from_group": recording.leader_from_group,
    "on_location": recording.on_location,
    "change_length": recording.length,
    "check_times": recording.times,
    "choose_method": arranging.method,
    "set_cases": arranging.cases,
    "date_group": arranging.group_date,
    "register_person": registering.registration,
    "extend_designation": registering.designation,
    "sign_agreement": registering.agreement,
    "note_seen": registering.seen,
    "ask_people": registering.letter,
}

#: The part of the page of a session where a fix is done, when it is not done on the spot.
_AT_SESSION = {
    "record_confidentiality": "confidentiality",
    "confirm_rooms": "attendance",
    "check_times": "attendance",
    "check_attendance": "attendance",
    "record_contribution": "attendance",
    "record_actions": "attendance",
    "record_preparation": "attendance",
    "write_description": "description",
    "choose_facilitator": "facilitator",
    "lead_from_group": "facilitator",
    "change_length": "breaks",
    "choose_method": "method",
    "set_cases": "cases",
    "invite_guest": "guest",
    "open_session": "",
}

_OF_GROUP = {
    "open_group": "members",
    "open_agreement": "documents",
    "sign_agreement": "documents",
    "confirm_safety": "members",
}
_OF_LEADER = {"open_facilitator": "facilitators", "own_terms": "own", "own_hours": "own"}

_PRACTICE_WIDE = {
    "open_invoices": Destination(Place.INVOICES),
    "fill_practice": Destination(Place.SETTINGS, part="practice"),
    "fill_invoicing": Destination(Place.SETTINGS, part="money"),
}
_OF_INVOICES = frozenset({"open_invoice", "bill_client", "fill_client", *_PRACTICE_WIDE})

#: Fixes that several sessions can share; the others are done session by session.
_SHARED = frozenset({
    "sign_list", "record_evaluation", "send_link", "record_confidentiality", "confirm_rooms",
    "record_contribution", "record_actions", "record_preparation", "choose_facilitator",
    "on_location", "choose_method", "extend_designation", "register_person", "note_seen",
    "ask_people",
    "issue_certificates",
})  # fmt: skip


def possible(fixes: tuple[Fix, ...], pile: Pile) -> tuple[Fix, ...]:
    """The fixes that make sense for what a card is about, the best first; quick, asks nobody."""
    return tuple(fix for fix in fixes if _possible(fix.code, pile))


def step(code: str, kit: Kit, pile: Pile) -> Step | None:
    """What pressing a fix comes to now; None when there is nothing to be done that way."""
    build = BUILDERS.get(code)
    built = build(kit, pile) if build else None
    if built is not None:
        return built
    destination = target_of(code, pile)
    return Go(destination) if destination is not None else None


def target_of(code: str, pile: Pile) -> Destination | None:
    """Where a fix is done for all that a card stands for."""
    if not pile.of_sessions:
        return target(code, pile.finding)
    if code == "issue_certificates":
        day = pile.finding.day
        return Destination(Place.CERTIFICATES, part="make", year=day.year if day else None)
    return None


def target(code: str, finding: Finding) -> Destination | None:
    """Where a fix is done; None when the finding does not say whom or what it is about."""
    subject, session = finding.subject, session_of(finding)
    if code in _AT_SESSION:
        return _at_session(code, session, finding) if session else None
    if code == "find_place":
        return _catching_up(finding)
    if code in {"plan_catch_up", "plan_session"}:
        year = subject.year
        return Destination(Place.AGENDA, subject.group, "plan", year) if subject.group else None
    if code == "issue_certificates":
        return _papers(finding, session)
    if code == "withdraw_certificate":
        return Destination(Place.CERTIFICATES, _figure(finding, "certificate"), "register")
    return (_invoicing if code in _OF_INVOICES else _record)(code, finding)


def place_of(finding: Finding) -> Destination | None:
    """The record a finding is about: its session, else its participant, group or invoice."""
    for code in ("open_session", "open_person", "open_group", "open_invoice"):
        found = target(code, finding)
        if found is not None:
            return found
    if finding.profile == PROFILE:
        return target("open_invoices", finding)
    return target("open_facilitator", finding) if finding.subject.facilitator else None


def _possible(code: str, pile: Pile) -> bool:
    if pile.of_sessions and code not in _SHARED:
        return False
    if code == "ask_people":
        asked = finding_letters.asks(pile.finding.code)
        return asked and any(people_of(member) for member in pile.members)
    needs = _NEEDS.get(code)
    if needs is not None and not needs(pile):
        return target_of(code, pile) is not None
    return code in BUILDERS or target_of(code, pile) is not None


def _of_session(pile: Pile) -> bool:
    return bool(sessions_of(pile))


def _of_group(pile: Pile) -> bool:
    return bool(pile.finding.subject.group)


def _of_someone(pile: Pile) -> bool:
    return _of_session(pile) or bool(pile.finding.subject.participant)


_NEEDS: Mapping[str, Callable[[Pile], bool]] = {
    **dict.fromkeys(
        (
            "sign_list", "record_evaluation", "send_link", "record_confidentiality",
            "record_actions", "record_preparation", "confirm_rooms", "write_description",
            "choose_theme", "choose_facilitator", "lead_from_group", "on_location",
            "change_length", "check_times", "register_person",
        ),
        _of_session,
    ),
    "record_contribution": _of_someone,
    "choose_method": _of_group,
    "set_cases": _of_session,
    "date_group": _of_group,
    "confirm_safety": _of_group,
    "sign_agreement": _of_group,
}  # fmt: skip


def _at_session(code: str, session: str, finding: Finding) -> Destination:
    part = _AT_SESSION[code]
    if part == "attendance":
        people = people_of(finding)
        if len(people) == 1:
            # To the row itself; for times with the field of the arrival open.
            part = f"{'times' if code == 'check_times' else 'person'}/{people[0]}"
    return Destination(Place.SESSIONS, session, part)


def _catching_up(finding: Finding) -> Destination | None:
    """Only this year can be caught up with, and only where more sessions are enough."""
    who, state = finding.subject.participant, _figure(finding, "state")
    if who is None or finding.figures.get("over") or state == "to_plan":
        return None
    return Destination(Place.CATCH_UP, who)


def _invoicing(code: str, finding: Finding) -> Destination | None:
    """The invoice itself, the wizard for a client, or whose data are to be repaired."""
    subject, client = finding.subject, _figure(finding, "client")
    if code == "open_invoice":
        return Destination(Place.INVOICES, subject.id) if subject.kind == "invoice" else None
    if code in _PRACTICE_WIDE:
        return _PRACTICE_WIDE[code]
    if not client:
        return None
    if code == "fill_client":
        return Destination(Place.CLIENTS, client)
    return Destination(Place.INVOICES, client, "bill")


def _papers(finding: Finding, session: str) -> Destination:
    year = finding.subject.year
    if session:
        return Destination(Place.CERTIFICATES, session, "session")
    if finding.subject.participant:
        return Destination(Place.CERTIFICATES, finding.subject.participant, "person", year)
    return Destination(Place.CERTIFICATES, part="make", year=year)


def _record(code: str, finding: Finding) -> Destination | None:
    """The page of a person, a group, a facilitator or the own registrations."""
    subject, people = finding.subject, people_of(finding)
    part = _OF_GROUP.get(code)
    if part is not None:
        return Destination(Place.GROUPS, subject.group, part) if subject.group else None
    if code == "open_person":
        return Destination(Place.PARTICIPANTS, people[0], year=subject.year) if people else None
    if code == "open_retention":
        return Destination(Place.PARTICIPANTS, people[0] if people else "")
    leader = subject.facilitator or _figure(finding, "facilitator")
    part = _OF_LEADER.get(code)
    return Destination(Place.SETTINGS, leader, part) if part is not None else None


def _figure(finding: Finding, name: str) -> str:
    return str(finding.figures.get(name) or "")
