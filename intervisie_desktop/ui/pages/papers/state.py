"""What the page Papieren shows, with every string ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A paper in the list: what it is called and for whom it is."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailState:
    """The mail that is being prepared: its values, and for whom it will be."""

    kinds: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    places: str
    goes_to: str
    missing: str
    attached: str
    sent: str
    can_mark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersState:
    """Everything on the page; `pdf` is None while a paper cannot be made (`problem` says why)."""

    title: str
    subtitle: str
    crumb: tuple[str, ...] = ()
    papers: tuple[PaperLine, ...] = ()
    chosen: str = ""
    tab: str = "paper"
    paper_title: str = ""
    pager: str = ""
    count: int = 0
    problem: str = ""
    mail: MailState | None = None
    empty: tuple[str, str] = ("", "")
