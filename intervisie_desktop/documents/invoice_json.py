"""Facts of an invoice as JSON and back, exact: what is kept as the snapshot of an invoice.

Keys are sorted and there is no white space, so the same facts are the same text. The sums stand in
it as well, for whoever reads it without this program; reading refuses a text whose sums differ.
"""

from __future__ import annotations

import dataclasses
import json
import types
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from intervisie_desktop.documents.invoice_facts import AmountsError, InvoiceFacts

VERSION = 1
_LEAVES = (str, int, bool)


class SnapshotError(ValueError):
    """The text is not a snapshot of an invoice; the message says where it goes wrong."""


def to_json(facts: InvoiceFacts) -> str:
    """The facts as one line of JSON, always the same for the same facts."""
    data = _plain(facts) | {"sums": _sums(facts), "version": VERSION}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> InvoiceFacts:
    """The facts of a snapshot; SnapshotError when it is not one or its amounts do not add up."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise SnapshotError(f"not JSON: {error}") from error
    if not isinstance(data, dict) or data.pop("version", None) != VERSION:
        raise SnapshotError(f"not a snapshot of version {VERSION}")
    sums = data.pop("sums", None)
    try:
        facts = _read(InvoiceFacts, data, "invoice")
    except AmountsError as error:
        raise SnapshotError(str(error)) from error
    if sums != _sums(facts):
        raise SnapshotError(f"sums: {sums}, counted {_sums(facts)}")
    assert isinstance(facts, InvoiceFacts)
    return facts


def _sums(facts: InvoiceFacts) -> dict[str, int]:
    return {
        "net": facts.totals.net,
        "vat": facts.totals.vat,
        "gross": facts.gross,
        "open": facts.open,
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever a field holds)
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(kind: Any, value: Any, place: str) -> Any:  # noqa: ANN401
    if get_origin(kind) in {types.UnionType, Union}:
        inner = next(each for each in get_args(kind) if each is not type(None))
        return None if value is None else _read(inner, value, place)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise SnapshotError(f"{place}: not a list")
        inner = get_args(kind)[0]
        return tuple(_read(inner, item, f"{place}.{n}") for n, item in enumerate(value))
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, value, place)
    if kind in _LEAVES:
        if type(value) is not kind:
            raise SnapshotError(f"{place}: {value!r} is no {kind.__name__}")
        return value
    try:
        return date.fromisoformat(value) if kind is date else kind(value)
    except (ValueError, TypeError) as error:
        raise SnapshotError(f"{place}: {value!r} is no {kind.__name__}") from error


def _read_record(kind: Any, value: Any, place: str) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise SnapshotError(f"{place}: not an object")
    hints = _hints(kind)
    if unknown := set(value) - set(hints):
        raise SnapshotError(f"{place}: {sorted(unknown)} unknown")
    try:
        return kind(**{key: _read(hints[key], v, f"{place}.{key}") for key, v in value.items()})
    except TypeError as error:
        raise SnapshotError(f"{place}: {error}") from error


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)
