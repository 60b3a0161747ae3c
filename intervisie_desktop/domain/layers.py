"""A mapping that is changed a little at a time without copying what stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")

_GONE: Any = object()
_THICK = 256
"""So many changes in a layer make a new ground: few enough that copying them costs nothing."""


class Layered(Mapping[str, Value]):
    """A large mapping with a thin layer of changes over it; neither is ever changed itself."""

    __slots__ = ("_changes", "_ground", "_length")

    def __init__(self, ground: dict[str, Value], changes: dict[str, Value]) -> None:
        self._ground = ground
        self._changes = changes
        added = sum(1 for key, new in changes.items() if new is not _GONE and key not in ground)
        gone = sum(1 for key, new in changes.items() if new is _GONE and key in ground)
        self._length = len(ground) + added - gone

    def __getitem__(self, key: str) -> Value:
        found = self._changes.get(key)
        if found is None:
            return self._ground[key]
        if found is _GONE:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  (as Mapping has it)
        """The value, or the default; without raising, for it is asked very often."""
        found = self._changes.get(key)
        if found is None:
            return self._ground.get(key, default)
        return default if found is _GONE else found

    def __contains__(self, key: object) -> bool:
        found = self._changes.get(key)  # type: ignore[call-overload]
        return key in self._ground if found is None else found is not _GONE

    def __iter__(self) -> Iterator[str]:
        changes = self._changes
        yield from (key for key in self._ground if changes.get(key) is not _GONE)
        ground = self._ground
        yield from (key for key, new in changes.items() if key not in ground and new is not _GONE)

    def __len__(self) -> int:
        return self._length

    def changed(self, changes: Mapping[str, Value | None]) -> Mapping[str, Value]:
        """With these values put, and those that are None taken out."""
        mine = {key: _GONE if new is None else new for key, new in changes.items()}
        together = {**self._changes, **mine}
        if len(together) < _THICK:
            return Layered(self._ground, together)
        return _flat(self._ground, together)


def changed(there: Mapping[str, Value], changes: Mapping[str, Value | None]) -> Mapping[str, Value]:
    """A mapping with these values put, and those that are None taken out."""
    if isinstance(there, Layered):
        return there.changed(changes)
    if not isinstance(there, dict):
        raise TypeError(f"neither a dict nor layered: {type(there)}")
    mine = {key: _GONE if new is None else new for key, new in changes.items()}
    if len(there) < _THICK or len(mine) >= _THICK:
        return _flat(there, mine)
    return Layered(there, mine)


def _flat(ground: dict[str, Value], changes: dict[str, Value]) -> dict[str, Value]:
    result = {**ground, **changes}
    for key, new in changes.items():
        if new is _GONE:
            del result[key]
    return result
