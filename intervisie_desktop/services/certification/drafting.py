"""From the record to a paper: who it is for, whether it may be made, and what stands on it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from intervisie_desktop.documents.pdf.certificate import (
    CertificateFacts,
    CertificateSession,
    render,
    statement_texts,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.periods import Period, calendar_year
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.certification.content import Content, ContentSession
from intervisie_desktop.services.certification.values import (
    Candidate,
    PaperOptions,
)

SNAPSHOT_SCHEMA = "intervisie/certificate/1"


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Who makes the paper: the practice, who signs, and as what."""

    practice: Practice
    facilitator: Facilitator
    designation: Designation | None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A paper in the making, judged and ready but for its number."""

    candidate: Candidate
    content: Content
    letterhead: Letterhead
    options: PaperOptions
    today: date
    period: Period
    replaces: str = ""
    number: str = ""
    codes: tuple[str, str] = field(default=("", ""), repr=False)

    def facts(self) -> CertificateFacts:
        """Everything that is printed; a specimen as long as there is no number."""
        codes = self.codes
        if not self.number:
            # So that one sees where they will stand.
            codes = (_words()["specimen"]["payload"], _words()["specimen"]["code"])
        return certificate_facts(self, *(codes if self.options.control_code else ("", "")))

    def specimen(self) -> bytes:
        """The paper as it will look, marked as an example; never stored."""
        return render(self.facts())

    def issued(self, number: str, replaces: str) -> Draft:
        """The same with its number."""
        return replace(self, number=number, replaces=replaces)

    def snapshot(self, salt: bytes, reason: str) -> str:
        """All that is printed as JSON, with the salt that keeps the name from being guessed."""
        document = {
            "schema": SNAPSHOT_SCHEMA,
            "salt": salt.hex(),
            "paper": {key: _plain(value) for key, value in asdict(self.facts()).items()},
            "content": self.content.as_json(),
            "options": asdict(self.options),
            "override_reason": reason,
            "findings": [[f.code, f.severity.value, f.key] for f in self.candidate.findings],
        }
        return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def render(self, payload: str, code: str) -> bytes:
        """The PDF with its codes."""
        return render(replace(self, codes=(payload, code)).facts())


def certificate_facts(draft: Draft, payload: str, code: str) -> CertificateFacts:
    """The facts of a draft, in the words that stand on paper."""
    content, head, key = draft.content, draft.letterhead, draft.candidate.key
    words = _words()
    members = words["members"].get(key.profile, words["members"]["other"])
    designation, until = _designation(head, words)
    return CertificateFacts(
        practice=PracticeFacts(
            name=head.practice.name,
            tagline=head.practice.tagline,
            logo=head.practice.logo,
            accent=head.practice.accent,
        ),
        number=draft.number or words["specimen"]["number"],
        year=key.year,
        day=draft.period.start if key.kind is CertificateKind.SESSION else None,
        issued_on=draft.today,
        place=head.practice.address.city,
        subtitle=_subtitle(content, members, words),
        participant=content.name,
        registrations=tuple(
            words["registration"]["line"].format(register=register, number=number)
            for register, number in content.registrations
        ),
        group=content.groups[0] if len(content.groups) == 1 else "",
        group_size=content.group_size,
        members=members,
        sessions=tuple(_session(one, content, words) for one in content.sessions),
        minutes=content.minutes,
        required_minutes=content.required,
        points=content.points,
        points_cap=content.points_cap,
        points_kind=content.points_kind,
        description=content.description,
        statements=tuple(statement_texts()[one] for one in content.statements),
        leader=head.facilitator.name,
        quality=head.facilitator.quality,
        designation=designation,
        designation_until=until,
        signature=head.facilitator.signature if draft.options.signature else None,
        qr_payload=payload,
        control_code=code,
        replaces=draft.replaces,
        show_hours=draft.options.hours_per_session,
        show_contribution=draft.options.contribution,
        specimen=not draft.number,
    )


def period_of(kind: CertificateKind, year: int, content: Content) -> Period:
    """The days a paper is about: that of the session, or the calendar year."""
    if kind is CertificateKind.YEAR:
        return calendar_year(year)
    day = date.fromisoformat(content.sessions[0].day)
    return Period(day, day)


def same_content(snapshot: str, content: Content) -> bool:
    """Whether the record still says what an issued paper says."""
    printed = json.loads(snapshot)["content"]
    return bool(printed == json.loads(json.dumps(content.as_json())))


def options_of(snapshot: str) -> PaperOptions:
    """The options an issued paper was made with."""
    return PaperOptions(**json.loads(snapshot)["options"])


def _session(one: ContentSession, content: Content, words: dict[str, Any]) -> CertificateSession:
    return CertificateSession(
        day=date.fromisoformat(one.day),
        start=one.start,
        end=one.end,
        minutes=one.minutes,
        form=words["form"][one.mode],
        pause=one.pause,
        contribution=one.contribution,
        note=one.group if len(content.groups) > 1 else "",
    )


def _subtitle(content: Content, members: str, words: dict[str, Any]) -> str:
    modes = {Mode(one.mode) for one in content.sessions}
    key = modes.pop().value if len(modes) == 1 else "mixed"
    template: str = words["subtitle"].get(key, words["subtitle"]["mixed"])
    for_whom = "" if members == words["members"]["other"] else words["subtitle"]["for"]
    return template.replace("{for}", for_whom.format(members=members))


def _designation(head: Letterhead, words: dict[str, Any]) -> tuple[str, date | None]:
    if head.designation is None:
        return "", None
    register = head.designation.register
    kind = "nova" if register.casefold().startswith("nova") else "other"
    text = words["designation"][kind].format(
        register=register, number=head.designation.number
    ).strip()  # fmt: skip
    return text, head.designation.period.end


@cache
def _words() -> dict[str, Any]:
    text = (resources() / "templates" / "certificate_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _plain(value: object) -> object:
    """Dates as ISO text and pictures as their hash: the bytes themselves are in the paper."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
