"""What goes to the bookkeeper: btw, open items, revenue, and the files; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.hand_over import HandOverService
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.services.invoicing.values import AuditReport
from intervisie_desktop.services.rates import RatesService
from intervisie_desktop.services.writing import write_file
from intervisie_desktop.ui.shell.desk import (
    Desk,
    Destination,
    FileQuestion,
    FormQuestion,
    Place,
    Progress,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word
from intervisie_desktop.ui.widgets.columns import Align, Column, Look
from intervisie_desktop.ui.widgets.fields import Field, Text

_QUARTERS = 4
_EMPTY = "Nog geen facturen in dit jaar. Zodra er een definitief is, staat hier de btw."


@dataclass(frozen=True, slots=True)
class VatLine:
    """Btw of one rate in one quarter."""

    id: str
    when: str
    what: str
    base: str
    vat: str


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An invoice that is still open."""

    id: str
    number: str
    client: str
    due: str
    late: str
    cents: int
    amount: str


@dataclass(frozen=True, slots=True)
class ClientLine:
    """What was invoiced to a client in the year."""

    id: str
    client: str
    invoices: int
    cents: int
    net: str
    gross: str


@dataclass(frozen=True, slots=True)
class BookMonth:
    """A month of the chart, in cents."""

    name: str
    invoiced: int
    expected: int
    now: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Glance:
    """What was read on the worker."""

    vat: tuple[VatLine, ...]
    open_lines: tuple[OpenLine, ...]
    clients: tuple[ClientLine, ...]
    months: tuple[BookMonth, ...]
    invoiced: str
    expected: str
    open_sum: str
    audit: str
    whole: bool
    kor: str


@dataclass(frozen=True, slots=True)
class BookkeepingState:
    """The whole section."""

    year: int
    title: str
    periods: tuple[tuple[str, str], ...]
    period: str
    glance: Glance
    empty: str


def _when(line: VatLine) -> str:
    return line.when


def _what(line: VatLine) -> str:
    return line.what


def _base(line: VatLine) -> str:
    return line.base


def _vat(line: VatLine) -> str:
    return line.vat


def _number(line: OpenLine) -> str:
    return line.number


def _payer(line: OpenLine) -> str:
    return line.client


def _due(line: OpenLine) -> str:
    return line.due


def _late(line: OpenLine) -> str:
    return line.late


def _amount(line: OpenLine) -> str:
    return line.amount


def _open_cents(line: OpenLine) -> int:
    return line.cents


def _client(line: ClientLine) -> str:
    return line.client


def _count(line: ClientLine) -> str:
    return str(line.invoices)


def _invoices(line: ClientLine) -> int:
    return line.invoices


def _net(line: ClientLine) -> str:
    return line.net


def _net_cents(line: ClientLine) -> int:
    return line.cents


def _gross(line: ClientLine) -> str:
    return line.gross


VAT: tuple[Column[VatLine], ...] = (
    Column("Kwartaal", _when, width=104, look=Look.STRONG),
    Column("Btw", _what),
    Column("Omzet", _base, align=Align.RIGHT, width=112),
    Column("Btw-bedrag", _vat, align=Align.RIGHT, width=106),
)
OPEN: tuple[Column[OpenLine], ...] = (
    Column("Factuur", _number, width=96, look=Look.META),
    Column("Opdrachtgever", _payer, look=Look.STRONG),
    Column("Vervalt", _due, width=84, look=Look.META),
    Column("Te laat", _late, width=84, look=Look.META),
    Column("Open", _amount, sort=_open_cents, align=Align.RIGHT, width=100),
)
CLIENTS: tuple[Column[ClientLine], ...] = (
    Column("Opdrachtgever", _client, look=Look.STRONG),
    Column("Facturen", _count, sort=_invoices, align=Align.RIGHT, width=84),
    Column("Zonder btw", _net, sort=_net_cents, align=Align.RIGHT, width=112),
    Column("Met btw", _gross, align=Align.RIGHT, width=112),
)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


class BookkeepingView(Protocol):
    """What the presenter asks of its section."""

    def show_state(self, state: BookkeepingState) -> None:
        """Show everything."""


class BookkeepingPresenter:
    """Reads the books on the worker and writes the files."""

    def __init__(
        self,
        books: HandOverService,
        invoices: InvoicesService,
        rates: RatesService,
        view: BookkeepingView,
        desk: Desk,
    ) -> None:
        self._books = books
        self._invoices = invoices
        self._rates = rates
        self._view = view
        self._desk = desk
        self._period = ""
        self._asked = 0

    def refresh(self) -> None:
        """Read again, for the working year."""
        self._asked += 1
        asked, year = self._asked, self._desk.year()

        def job(_progress: Progress) -> Glance:
            return self._glance(year)

        def show(glance: Glance) -> None:
            if asked == self._asked:
                self._show(year, glance)

        self._desk.run(job, show, "Boekhouding bijwerken")

    def choose(self, period: str) -> None:
        """Which quarter, or the year, goes into the files."""
        self._period = period

    def open_invoice(self, invoice_id: str) -> None:
        """To the invoice itself."""
        self._desk.go(Destination(Place.INVOICES, invoice_id))

    def save_ledger(self) -> None:
        """The sales ledger of the period as csv."""
        period, name = self._chosen()
        self._save(
            FileQuestion("Verkoopboek opslaan", ("CSV (*.csv)",), f"verkoopboek-{name}.csv"),
            lambda: self._books.ledger(period),
        )

    def save_bundle(self) -> None:
        """Every invoice of the period, PDF and e-invoice, in one zip with an index."""
        period, name = self._chosen()
        self._save(
            FileQuestion("Facturen opslaan", ("Zip (*.zip)",), f"facturen-{name}.zip"),
            lambda: self._books.bundle(period),
        )

    def save_statement(self, client_id: str) -> None:
        """The account of one client over the period, as PDF."""
        period, name = self._chosen()
        first, last = period.start, period.end
        if not client_id or first is None or last is None:
            return
        until = min(last, self._desk.today())
        self._save(
            FileQuestion("Rekeningoverzicht opslaan", ("PDF (*.pdf)",),
                         f"rekeningoverzicht-{name}.pdf"),
            lambda: self._books.statement(client_id, first, max(first, until)),
        )  # fmt: skip

    def arrange(self) -> None:
        """Accounts, codes and columns of the sales ledger, as the bookkeeper wants them."""
        scheme = self._books.scheme()
        usual, heads = dict(self._books.shipped_scheme().columns), dict(scheme.columns)
        # KOR without a btw-id is booked as KOR is.
        codes = {
            one.value: scheme.categories[one]
            for one in scheme.categories
            if one is not VatCategory.KOR_NO_ID
        }
        fields = (
            Field("debtors", "Rekening debiteuren", Text(length=12), required=True, span=4),
            *(Field(f"account.{key}", f"Rekening omzet, {_small(one.name)}", Text(length=12),
                    required=True, span=4) for key, one in codes.items()),
            *(Field(f"code.{key}", f"Btw-code, {_small(one.name)}", Text(length=12),
                    required=True, span=4) for key, one in codes.items()),
            *(Field(f"column.{key}", f"Kolom {_small(head)}", Text(length=40), span=4)
              for key, head in usual.items()),
        )  # fmt: skip
        values = {
            "debtors": scheme.debtors.number,
            **{f"account.{key}": one.revenue.number for key, one in codes.items()},
            **{f"code.{key}": one.code for key, one in codes.items()},
            **{f"column.{key}": heads.get(key, "") for key in usual},
        }
        question = FormQuestion(
            title="Indeling van het verkoopboek",
            text="Vraag uw boekhouder om de nummers. Een kolom zonder naam blijft weg.",
            fields=fields,
            values=values,
            yes="Bewaren",
        )
        self._desk.ask_form(question, self._keep)

    def _keep(self, values: dict[str, Any]) -> None:
        def given(part: str) -> dict[str, str]:
            start = f"{part}."
            return {k.removeprefix(start): str(v or "").strip() for k, v in values.items()
                    if k.startswith(start)}  # fmt: skip

        accounts = {
            f"revenue_{key}": {"number": number} for key, number in given("account").items()
        }
        codes = {key: {"code": code} for key, code in given("code").items()}
        codes |= {VatCategory.KOR_NO_ID.value: codes[VatCategory.KOR.value]}
        own = {
            "accounts": {"debtors": {"number": str(values["debtors"])}, **accounts},
            "categories": codes,
            "columns": {key: head for key, head in given("column").items() if head},
        }
        self._desk.perform(lambda: self._books.keep_scheme(own))

    def save_audit_file(self) -> None:
        """The XAF 4.0 file of the year; sales only."""
        year = self._desk.year()
        self._save(
            FileQuestion(
                "Auditfile verkoopboek opslaan", ("Auditfile (*.xaf)",), f"auditfile-{year}.xaf"
            ),
            lambda: self._books.audit_file(year),
        )

    def _save(self, question: FileQuestion, make: Callable[[], bytes]) -> None:
        def chosen(path: Path) -> None:
            def job(_progress: Progress) -> Path:
                write_file(path, make())
                return path

            self._desk.run(job, self._saved, question.title)

        self._desk.choose_target(question, chosen)

    def _saved(self, path: Path) -> None:
        self._desk.tell(f"{path.name} is opgeslagen.")
        self._desk.show_in_folder(path.parent)

    def _chosen(self) -> tuple[Period, str]:
        """The chosen period and how a file of it is called."""
        year = self._desk.year()
        if self._period.isdigit():
            quarter = int(self._period)
            first = date(year, 3 * quarter - 2, 1)
            last = date(year, 3 * quarter, 30 if quarter in {2, 3} else 31)
            return Period(first, last), f"{year}-K{quarter}"
        return Period(date(year, 1, 1), date(year, 12, 31)), str(year)

    def _show(self, year: int, glance: Glance) -> None:
        periods = [(str(n), f"K{n}") for n in range(1, _QUARTERS + 1)]
        self._view.show_state(
            BookkeepingState(
                year=year,
                title=f"Omzet {year}",
                periods=(("year", "Heel het jaar"), *periods),
                period=self._period or "year",
                glance=glance,
                empty="" if glance.vat else _EMPTY,
            )
        )

    def _glance(self, year: int) -> Glance:
        today = self._desk.today()
        revenue = self._books.revenue(year)
        opened = self._books.open_items()
        report = self._invoices.audit()
        return Glance(
            vat=self._vat_lines(year),
            open_lines=tuple(
                OpenLine(
                    id=item.invoice_id,
                    number=item.number,
                    client=one.client_name,
                    due=counts.day_short(item.due_on, year=item.due_on.year != today.year)
                    if item.due_on
                    else "",
                    late=f"{item.late} {'dag' if item.late == 1 else 'dagen'}" if item.late else "",
                    cents=item.open,
                    amount=counts.money(item.open),
                )
                for one in opened
                for item in one.items
            ),
            clients=tuple(
                ClientLine(
                    id=one.client_id,
                    client=one.client_name,
                    invoices=one.invoices,
                    cents=one.net,
                    net=counts.money(one.net),
                    gross=counts.money(one.gross),
                )
                for one in self._books.revenue_by_client(year)
            ),
            months=tuple(
                BookMonth(
                    name=counts.SHORT_MONTHS[month.month - 1],
                    invoiced=month.invoiced,
                    expected=month.expected,
                    now=(today.year, today.month) == (year, month.month),
                    spoken=f"{counts.MONTHS[month.month - 1]}: "
                    f"{counts.money(month.invoiced)} gefactureerd, "
                    f"{counts.money(month.expected)} verwacht",
                )
                for month in revenue.months
            ),
            invoiced=f"gefactureerd {counts.money(revenue.invoiced)}",
            expected=f"verwacht {counts.money(revenue.expected)}",
            open_sum=counts.money(sum(item.open for one in opened for item in one.items)),
            audit=self._audit_words(report),
            whole=report.whole,
            kor=self._kor(year),
        )

    def _vat_lines(self, year: int) -> tuple[VatLine, ...]:
        found = self._books.vat(year)
        sets = [(f"K{n}", rows) for n, rows in enumerate(found.quarters, 1)]
        return tuple(
            VatLine(
                id=f"{when}-{row.category.value}-{row.rate}",
                when=when,
                what=f"{counts.scaled(row.rate, 2)}%" if row.category.charged
                else counts.capital(word(row.category)),
                base=counts.money(row.base),
                vat=counts.money(row.vat) if row.category.charged else "",
            )
            for when, rows in [*sets, (f"Jaar {year}", found.rows)]
            for row in rows
        )  # fmt: skip

    @staticmethod
    def _audit_words(report: AuditReport) -> str:
        invoices, broken_at = counts.telwoord(report.count, "factuur", "facturen"), report.broken_at
        if report.whole:
            return f"{counts.capital(invoices)} nagezien: nummering, keten en papieren zijn heel."
        where = f" vanaf {broken_at}" if broken_at else ""
        return (
            f"In de facturen klopt iets niet{where}. Herstel een back-up en vraag uw boekhouder "
            "om raad."
        )

    def _kor(self, year: int) -> str:
        if not self._rates.settings().category.small_business:
            return ""
        meter = self._invoices.kor_meter(year)
        limit = counts.money(meter.limit)
        if not meter.stage:
            return f"KOR: {counts.money(meter.turnover)} van {limit} ({meter.percent}%)."
        return (
            f"KOR: {counts.money(meter.turnover)} van {limit} ({meter.percent}%). "
            "Boven de grens vervalt de regeling meteen."
        )
