"""What the page Facturen shows, every word ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChipWords:
    """A chip: its word, the value of a tone, and a sign."""

    word: str
    tone: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceListLine:
    """One invoice in the list; `words` is what the filter looks in."""

    id: str
    number: str
    client: str
    amount: str
    when: str
    chip: ChipWords
    waiting: bool
    words: str


@dataclass(frozen=True, slots=True)
class TotalWords:
    """A sum above the list: the amount, what it is of, and how it is said."""

    amount: str
    word: str
    token: str = "ink-3"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A payment on an invoice."""

    id: str
    day: str
    how: str
    amount: str


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A step in the life of an invoice; `coming` ones have not happened yet."""

    word: str
    day: str
    coming: bool = False


@dataclass(frozen=True, slots=True)
class OpenWords:
    """What is still open: its title, the due day, the amount, how much is paid of ten thousand."""

    title: str
    due: str
    amount: str
    share: int
    rows: tuple[tuple[str, str], ...]
    token: str = "ink"


@dataclass(frozen=True, slots=True)
class InvoiceDetail:
    """The invoice in front.

    `allowed` holds the acts that make sense now: "finalise", "edit", "remove", "send", "unsend",
    "remind", "pay", "credit", "write_off", "reclaim", "xml". `code` is the payment QR as rows of
    True for dark.
    """

    id: str
    crumb: str
    title: str
    chip: ChipWords
    lock: str
    main: str
    allowed: frozenset[str]
    open: OpenWords | None = None
    payments: tuple[PaymentLine, ...] = ()
    code: tuple[tuple[bool, ...], ...] = ()
    code_words: str = ""
    course: tuple[CourseStep, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InvoicesState:
    """The whole page."""

    totals: tuple[TotalWords, TotalWords, TotalWords]
    lines: tuple[InvoiceListLine, ...]
    filters: tuple[tuple[str, str], ...]
    only: str
    count: str
    ticked: frozenset[str]
    bulk: str
    open_id: str = ""
    detail: InvoiceDetail | None = None
    empty: bool = False
