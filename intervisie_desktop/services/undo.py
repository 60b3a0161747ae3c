"""Undo and redo, with the act each of them is about."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.storage.store import Store

Label = tuple[str, dict[str, object]]


class UndoService:
    """Taking acts back and doing them again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> Outcome[None]:
        """Takes the newest act back; Refusal("nothing_to_undo")."""
        return self._store.undo()

    def redo(self) -> Outcome[None]:
        """Does again what was undone last; Refusal("nothing_to_redo")."""
        return self._store.redo()

    def undo_label(self) -> Label | None:
        """Code and facts of what undo takes back, or None."""
        return self._store.undo_label()

    def redo_label(self) -> Label | None:
        """Code and facts of what redo does again, or None."""
        return self._store.redo_label()
