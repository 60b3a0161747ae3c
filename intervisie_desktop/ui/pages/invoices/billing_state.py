"""What the wizard Factureren shows at one moment; every string is ready in Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intervisie_desktop.ui.pages.invoices.billing_picks import BillStep
from intervisie_desktop.ui.widgets.tick_rows import Row
from intervisie_desktop.ui.widgets.wizard_states import DoneState, OutputState


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodState:
    """Step 1: until when, and which meetings; `presets` are (day in ISO, words)."""

    until: date
    presets: tuple[tuple[str, str], ...]
    preset: str
    scope: str
    meetings: tuple[Row, ...]
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """Step 3: an invoice that will be made."""

    id: str
    number: str
    client: str
    net: str
    vat: str
    gross: str
    gross_cents: int
    deadline: str
    late: bool
    remark: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingState:
    """The whole wizard."""

    step: BillStep
    period: PeriodState
    rows: tuple[Row, ...] = ()
    current: str = ""
    only: str = "all"
    only_words: tuple[tuple[str, str], ...] = ()
    count: str = ""
    waivable: bool = False
    sums: tuple[tuple[str, str], ...] = ()
    preview_title: str = ""
    preview_pager: str = ""
    final: bool = True
    output: OutputState = field(default_factory=OutputState)
    numbers: str = ""
    review: tuple[BillLine, ...] = ()
    review_total: str = ""
    review_words: tuple[str, ...] = ()
    warning: str = ""
    done: DoneState = field(default_factory=DoneState)
    main: str = ""
    empty: tuple[str, str] | None = None
