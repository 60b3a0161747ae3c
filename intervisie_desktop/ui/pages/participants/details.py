"""Work, registrations, ties and times away of a participant as the forms show them; no Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.people import (
    Absence,
    AbsenceKind,
    Employment,
    Registration,
    Relation,
    RelationKind,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.services.people import Detail, Job, PersonCard
from intervisie_desktop.ui.text.counts import day_short


def job(values: dict[str, Any]) -> Job:
    """The new work that was typed."""
    return Job(
        employer=str(values.get("employer") or ""),
        client_id=values.get("client_id") or None,
        function=str(values.get("function") or ""),
        since=values.get("start"),
    )


def made(kind: str, owner: str, values: dict[str, Any]) -> Detail:
    """A new record without an id; a period that ends before it starts loses its end."""
    period = _period(values.get("start"), values.get("end")) or Period(values.get("start"))
    if kind == "registration":
        return Registration(
            id="",
            participant_id=owner,
            register=str(values.get("register") or ""),
            number=str(values.get("number") or ""),
            period=period,
            unconditional_since=values.get("unconditional_since"),
        )
    if kind == "relation":
        return Relation(
            id="",
            first_id=owner,
            second_id=str(values.get("other_id") or ""),
            kind=RelationKind(values["kind"]),
            period=period,
        )
    return Absence(id="", participant_id=owner, kind=AbsenceKind(values["kind"]), period=period)


def find(card: PersonCard, kind: str, record_id: str) -> Detail:
    """The record of this kind with this id; a StopIteration when it is not there."""
    shelves: dict[str, tuple[Detail, ...]] = {
        "employment": card.employments,
        "registration": card.registrations,
        "relation": card.relations,
        "absence": card.absences,
    }
    return next(record for record in shelves[kind] if record.id == record_id)


def changed(detail: Detail, owner: str, name: str, value: Any) -> Detail | None:
    """The record with one field changed; None when its period would end before it starts."""
    if name in {"start", "end"}:
        start = value if name == "start" else detail.period.start
        end = value if name == "end" else detail.period.end
        period = _period(start, end)
        return replace(detail, period=period) if period is not None else None
    if name == "kind":
        kind = RelationKind if isinstance(detail, Relation) else AbsenceKind
        return _with(detail, kind=kind(value))
    if name == "other_id" and isinstance(detail, Relation):
        other = "second_id" if detail.first_id == owner else "first_id"
        return _with(detail, **{other: value})
    if name == "client_id":
        return _with(detail, client_id=value or None)
    if name == "unconditional_since":
        return _with(detail, unconditional_since=value)
    return _with(detail, **{name: value if value is not None else ""})


def items(card: PersonCard) -> dict[str, tuple[tuple[str, dict[str, Any]], ...]]:
    """Per kind the (id, values) that the forms show; work with the newest first."""
    own = card.person.id
    newest = sorted(card.employments, key=_start, reverse=True)
    return {
        "employment": tuple((e.id, _employment(e)) for e in newest),
        "registration": tuple((r.id, _registration(r)) for r in card.registrations),
        "relation": tuple((r.id, _relation(r, own)) for r in card.relations),
        "absence": tuple((a.id, {"kind": a.kind.value, **_span(a.period)}) for a in card.absences),
    }


def span_words(period: Period) -> str:
    """A membership in words: "sinds 14 jan 2026", "tot en met 3 mrt 2026"."""
    if period.end is not None:
        words = f"tot en met {day_short(period.end, year=True)}"
        return f"{day_short(period.start, year=True)} {words}" if period.start else words
    return f"sinds {day_short(period.start, year=True)}" if period.start else ""


def _with(detail: Detail, **values: Any) -> Detail:
    # The names come from the form of this kind of record, so they are fields of it.
    return replace(detail, **values)


def _start(employment: Employment) -> date:
    return employment.period.start or date.min


def _period(start: date | None, end: date | None) -> Period | None:
    return None if start and end and end < start else Period(start, end)


def _span(period: Period) -> dict[str, Any]:
    return {"start": period.start, "end": period.end}


def _employment(employment: Employment) -> dict[str, Any]:
    return {
        "employer": employment.employer,
        "function": employment.function,
        "client_id": employment.client_id or "",
        **_span(employment.period),
    }


def _registration(registration: Registration) -> dict[str, Any]:
    return {
        "register": registration.register,
        "number": registration.number,
        "unconditional_since": registration.unconditional_since,
        **_span(registration.period),
    }


def _relation(relation: Relation, own: str) -> dict[str, Any]:
    other = relation.second_id if relation.first_id == own else relation.first_id
    return {"other_id": other, "kind": relation.kind.value, **_span(relation.period)}
