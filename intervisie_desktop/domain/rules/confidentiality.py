"""H: secrecy discussed beforehand, the contract, and nothing of content on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intervisie_desktop.domain.description_lint import Hit, HitKind, lint, name_ends
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.groups import Agreement, AgreementSignature
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import mentions
from intervisie_desktop.domain.views import Breach, GroupView, SessionView

_DIRECT = frozenset(
    {
        HitKind.PARTICIPANT,
        HitKind.EMAIL,
        HitKind.PHONE,
        HitKind.IBAN,
        HitKind.CITIZEN_NUMBER,
    }
)
"""What names or numbers a person outright; the rest tells of a case and asks for a look."""

_MEASURED = frozenset({HitKind.TOO_LONG})
"""Judged by the length that the edition asks."""


def scope_not_discussed(view: SessionView) -> Iterator[Finding]:
    """H01: the scope of secrecy was not discussed beforehand with everyone who took part."""
    norm, session = view.edition.confidentiality_beforehand, view.session
    if norm is None or not norm.value or not view.taken_place:
        return
    silent = [p.participant_id for p in view.present if not p.attendance.confidentiality]
    if session.confidentiality_on is None:
        breach = Breach(Severity.ERROR, at_most=view.at_most)
        yield view.found("H01", norm, breach, how="missing", present=len(view.present))
    elif _late(view):
        breach = Breach(Severity.ERROR, at_most=view.at_most)
        yield view.found(
            "H01", norm, breach, how="late", present=len(view.present),
            on=session.confidentiality_on.isoformat(), at=session.confidentiality_at,
            start=session.start,
        )  # fmt: skip
    elif silent:
        breach = Breach(Severity.ERROR, at_most=view.at_most)
        yield view.found(
            "H01", norm, breach, how="not_all", present=len(view.present), participants=silent
        )


def _late(view: SessionView) -> bool:
    """After the opening of the session; the opening itself still counts as beforehand."""
    session, opening = view.session, view.edition.opening_minutes
    if session.confidentiality_on is None or session.confidentiality_on < session.day:
        return False
    if session.confidentiality_on > session.day:
        return True
    latest = session.start + (opening.value if opening else 0)
    return session.confidentiality_at is not None and session.confidentiality_at > latest


def contract_unsigned(view: GroupView) -> Iterator[Finding]:
    """H02: someone in the group has not signed an agreement."""
    norm = view.edition.contract_required
    if norm is None or not norm.value or not view.member_ids:
        return
    agreements = view.book.of(Agreement, "group_id", view.group.id)
    signed = {
        signature.participant_id
        for agreement in agreements
        for signature in view.book.of(AgreementSignature, "agreement_id", agreement.id)
    }
    silent = [p for p in view.member_ids if p not in signed]
    if silent:
        yield view.found(
            "H02", norm, Breach(Severity.WARNING), participants=silent,
            count=len(view.member_ids), agreements=len(agreements),
        )  # fmt: skip


def description_telling(view: SessionView) -> Iterator[Finding]:
    """H03: the description for the certificate is missing, too long, or tells of a case."""
    norm, text = view.edition.neutral_description, view.session.description
    if norm is None or not view.taken_place:
        return
    if not text.strip():
        breach = Breach(Severity.WARNING, aspect="empty")
        yield view.found("H03", norm, breach, how="empty")
        return
    if len(text) > norm.value:
        breach = Breach(Severity.WARNING, aspect="long")
        yield view.found("H03", norm, breach, how="long", length=len(text), required=norm.value)
    found = lint(text, _surnames(view, text))
    direct = _texts(hit for hit in found if hit.kind in _DIRECT)
    telling = _texts(hit for hit in found if hit.kind not in _DIRECT | _MEASURED)
    if direct:
        breach = Breach(Severity.ERROR, aspect="direct")
        yield view.found("H03", norm, breach, how="direct", terms=direct)
    elif telling:
        breach = Breach(Severity.WARNING, aspect="telling")
        yield view.found("H03", norm, breach, how="telling", terms=telling)


def _surnames(view: SessionView, text: str) -> list[str]:
    """The surnames of who was to be there; none when nobody at all is called as the text ends."""
    book = view.book
    if not any(book.of(Participant, "surname_end", end) for end in name_ends(text)):
        return []
    people = [book.find(Participant, a.participant_id) for a in view.attendances]
    return [p.name.surname for p in people if p and p.name.surname]


def _texts(hits: Iterable[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.text.rstrip(".,;:") for hit in hits))


def legal_content(view: SessionView) -> Iterator[Finding]:
    """H04: someone's theme is the legal content of a case, which belongs elsewhere."""
    norm = view.edition.discouraged_themes
    if norm is None or not view.taken_place:
        return
    for person in view.present:
        theme = person.attendance.theme
        if theme and mentions(theme, norm.value):
            breach = Breach(Severity.WARNING)
            yield view.found_of(person.participant_id, "H04", norm, breach, theme=theme)
