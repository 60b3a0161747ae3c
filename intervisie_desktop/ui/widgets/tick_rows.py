"""The lines of a list in which one ticks, folds and mends; every string is ready in Dutch."""

from __future__ import annotations

from dataclasses import dataclass

_TICKS = {True: "aangevinkt", False: "niet aangevinkt", None: "deels aangevinkt"}


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button in a row: its key, word and sign."""

    key: str
    word: str
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the list: the head of a group, something to tick ("person"), or a fold ("more").

    `hours` stands in bold at the right, before the badge; `unit` is how it is spoken.
    The head of a group that is `checkable` ticks all in it; None for `checked` is some of them.
    """

    kind: str
    key: str
    title: str
    side: str = ""
    hours: str = ""
    badge: str = ""
    tone: str = "neutral"
    icon: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[RowAction, ...] = ()
    tag: tuple[str, int] = ("", 0)
    open: bool = True
    checkable: bool = False
    checked: bool | None = False
    unit: str = "uur"

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        box = _TICKS[self.checked] if self.checkable else ""
        hours = f"{self.hours} {self.unit}".strip() if self.hours else ""
        fold = ("opengeklapt" if self.open else "dichtgeklapt") if self.kind != "person" else ""
        actions = tuple(action.word for action in self.actions)
        parts = (self.title, hours, self.badge, self.side, *self.lines, box, fold, *actions)
        return ", ".join(part for part in parts if part)
