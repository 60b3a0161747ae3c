"""The document itself: a practice to JSON bytes and back, with the path of whatever is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from intervisie_desktop.documents.exchange import kinds
from intervisie_desktop.documents.exchange.facts import SCHEMA, Paper, PracticeFacts
from intervisie_desktop.documents.exchange.kinds import Json, listed, wrong
from intervisie_desktop.documents.exchange.list_shape import ListShape
from intervisie_desktop.documents.exchange.records import checked_keys, object_schema
from intervisie_desktop.documents.exchange.shapes import LISTS, PRACTICE
from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.sessions import SessionState

_FAMILY = SCHEMA.rpartition("/")[0]
_PAPER_KEY = "pdf"
_TOP_KEYS = {"schema", "practice", "settings", *(shape.key for shape in LISTS)}


def practice_bytes(facts: PracticeFacts) -> bytes:
    """The practice in the exchange format: UTF-8, two blanks of indent, same facts same bytes."""
    document: dict[str, Json] = {"schema": SCHEMA, "practice": PRACTICE.encode(facts.practice)}
    for shape in LISTS:
        document[shape.key] = _encoded_list(shape, facts)
    document["settings"] = facts.settings
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def read_practice(data: bytes) -> PracticeFacts:
    """The practice of a document; a Refusal names the path of the first thing that is wrong."""
    found = loaded(data)
    checked_keys(found, "", _TOP_KEYS)
    return _Reader().read(found)


def loaded(data: bytes) -> dict[str, Json]:
    """The JSON object of a document in the exchange format, its contents not yet looked at."""
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refusal("exchange_not_json", row=error.lineno, column=error.colno) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Refusal("exchange_not_json", row=1, column=1) from error
    schema = found.get("schema") if isinstance(found, dict) else None
    if not isinstance(schema, str) or schema.rpartition("/")[0] != _FAMILY:
        raise Refusal("exchange_not_ours", schema=SCHEMA)
    if schema != SCHEMA:
        raise Refusal("exchange_newer", theirs=schema.rpartition("/")[2][:20])
    return dict(found)


def practice_schema() -> dict[str, Json]:
    """The JSON Schema of the format, as it stands in docs/schemas."""
    properties: dict[str, Json] = {"schema": {"const": SCHEMA}, "practice": PRACTICE.schema()}
    properties |= {shape.key: _list_schema(shape) for shape in LISTS}
    properties["settings"] = {"type": "object"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A practice in the exchange format; see docs/exchange-format.md",
        **object_schema(properties, ["schema"]),
    }


def _no_constant(word: str) -> None:
    raise ValueError(word)


def _encoded_list(shape: ListShape, facts: PracticeFacts, owner: str = "") -> list[Json]:
    papers = {paper.certificate_id: paper.pdf for paper in facts.papers}
    result: list[Json] = []
    for record in getattr(facts, shape.facts):
        if shape.owner and getattr(record, shape.owner) != owner:
            continue
        made = shape.record.encode(record)
        for child in shape.children:
            if inside := _encoded_list(child, facts, record.id):
                made[child.key] = inside
        if shape.key == "certificates" and record.id in papers:
            made[_PAPER_KEY] = kinds.BYTES.encode(papers[record.id])
        result.append(made)
    return result


def _list_schema(shape: ListShape) -> dict[str, Json]:
    record = shape.record.schema()
    record["properties"] |= {child.key: _list_schema(child) for child in shape.children}
    if shape.key == "certificates":
        record["properties"][_PAPER_KEY] = kinds.BYTES.schema
    return {"type": "array", "items": record}


class _Reader:
    """Reads one document; remembers ids and where they are pointed at from."""

    def __init__(self) -> None:
        self._lists: dict[str, list[Any]] = {}
        self._ids: dict[str, set[str]] = {}
        self._pointed: list[tuple[str, str, str]] = []
        self._papers: list[Paper] = []
        self._pairs: set[tuple[str, str]] = set()

    def read(self, found: dict[str, Json]) -> PracticeFacts:
        """The whole practice, its references checked."""
        practice = PRACTICE.decode(found.get("practice", {}), "practice")
        if practice.facilitator_id:
            self._pointed.append(("practice.facilitator", "facilitators", practice.facilitator_id))
        _fill_in(found, practice.default_profile)
        for shape in LISTS:
            self._read_list(shape, found.get(shape.key, []), shape.key)
        self._check_pointers()
        settings = found.get("settings", {})
        if not isinstance(settings, dict):
            raise wrong("record", "settings")
        records = {name: tuple(records) for name, records in self._lists.items()}
        return PracticeFacts(
            practice=practice, settings=settings, papers=tuple(self._papers), **records
        )

    def _read_list(self, shape: ListShape, found: Json, path: str, owner: str = "") -> None:
        also = frozenset(child.key for child in shape.children)
        if shape.key == "certificates":
            also |= {_PAPER_KEY}
        into = self._lists.setdefault(shape.facts, [])
        for place, entry in enumerate(listed(found, path)):
            here = f"{path}[{place}]"
            given: dict[str, object] = {shape.owner: owner} if shape.owner else {}
            if "id" not in _required(shape) and shape.owner != "id":
                given["id"] = f"{owner or shape.key}-{shape.key if owner else ''}{place + 1}"
            record = shape.record.decode(entry, here, also=also, **given)
            self._note(shape, record, here)
            into.append(record)
            for child in shape.children:
                self._read_list(child, entry.get(child.key, []), f"{here}.{child.key}", record.id)
            if _PAPER_KEY in also and _PAPER_KEY in entry:
                pdf = kinds.BYTES.decode(entry[_PAPER_KEY], f"{here}.{_PAPER_KEY}")
                self._papers.append(Paper(certificate_id=record.id, pdf=pdf))

    def _note(self, shape: ListShape, record: Any, path: str) -> None:  # noqa: ANN401
        known = self._ids.setdefault(shape.facts, set())
        if not record.id:
            raise Refusal("exchange_missing", path=f"{path}.id")
        if record.id in known:
            raise Refusal("exchange_twice", path=f"{path}.id", id=record.id)
        known.add(record.id)
        if isinstance(record, Attendance):
            pair = (record.session_id, record.participant_id)
            if pair in self._pairs:
                raise Refusal("exchange_twice", path=f"{path}.participant", id=pair[1])
            self._pairs.add(pair)
        for name, target in shape.points:
            value = getattr(record, name)
            if value is not None:
                self._pointed.append((f"{path}.{name.removesuffix('_id')}", target, value))

    def _check_pointers(self) -> None:
        for path, target, value in self._pointed:
            if value not in self._ids.get(target, ()):
                raise Refusal("exchange_reference", path=path, id=value, list=target)


def _required(shape: ListShape) -> set[str]:
    return {key for spot in shape.record.spots for key in spot.required}


def _fill_in(found: dict[str, Json], profile: str) -> None:
    """What may be left out by hand and follows from the rest (docs/exchange-format.md)."""
    for group in _records(found, "groups"):
        group.setdefault("profiles", [profile])
    sessions = {session.get("id"): session for session in _records(found, "sessions")}
    held = set()
    for attendance in _records(found, "attendances"):
        if "state" not in attendance:
            there = bool(attendance.get("intervals"))
            attendance["state"] = str(
                AttendanceState.PRESENT if there else AttendanceState.EXPECTED
            )
        session = attendance.get("session")
        if attendance["state"] == AttendanceState.PRESENT and isinstance(session, str):
            held.add(session)
            if "intervals" not in attendance and session in sessions:
                attendance["intervals"] = _whole(sessions[session])
    for key, session in sessions.items():
        if "state" not in session:
            session["state"] = str(SessionState.HELD if key in held else SessionState.PLANNED)


def _whole(session: dict[str, Json]) -> list[Json]:
    """From start to end of a session whose times are still to be checked."""
    start, end = (str(session.get(key, ""))[11:16] for key in ("start", "end"))
    return [[start, "24:00" if end == "00:00" else end]]


def _records(found: dict[str, Json], key: str) -> Iterator[dict[str, Json]]:
    """The records of a list as far as they are records; what is not is refused elsewhere."""
    entries = found.get(key)
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and (key != "sessions" or isinstance(entry.get("id"), str)):
            yield entry
