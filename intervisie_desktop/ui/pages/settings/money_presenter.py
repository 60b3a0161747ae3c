"""Facturen en tarieven: rates, cancellation terms, and how invoices look and count; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.invoices import InvoiceSettings
from intervisie_desktop.domain.money import ONE, WHOLE
from intervisie_desktop.domain.numbering import numbered
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Product, Rate, RateKind, RateLevel
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.rates import RatesService
from intervisie_desktop.ui.pages.settings.money_fields import (
    PRICE_FIELDS,
    RATE_FIELDS,
    terms_fields,
)
from intervisie_desktop.ui.pages.settings.money_values import (
    RateRow,
    TermsRow,
    VatTextLine,
    rate_row,
    settings_values,
    steps_of,
    target_key,
    target_of,
    text_line,
    with_setting,
    wrong_patterns,
)
from intervisie_desktop.ui.shell.desk import Desk, FormQuestion, Question
from intervisie_desktop.ui.text import billing as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.labels import word

_STEPS = 3


@dataclass(frozen=True, slots=True)
class MoneyState:
    """Everything the section shows."""

    rates: tuple[RateRow, ...]
    former: int
    terms: tuple[TermsRow, ...]
    settings: dict[str, Any]
    example: str
    texts: tuple[VatTextLine, ...]


class MoneyView(Protocol):
    """What the sheet can do."""

    def show_money(self, state: MoneyState) -> None:
        """Show this."""

    def show_example(self, example: str, wrong: dict[str, str]) -> None:
        """Show what patterns give, and what is wrong with them by field."""


class MoneyPresenter:
    """Rates and terms through dialogs, settings field by field."""

    def __init__(self, service: RatesService, view: MoneyView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._former = False

    def show(self) -> None:
        """Read and show again."""
        self._view.show_money(self._state())

    def show_former(self, former: bool) -> None:
        """Also the rates that have ended."""
        self._former = former
        self.show()

    # Tarieven

    def add_rate(self) -> None:
        """A new rate."""
        settings = self._service.settings()
        new = Rate(id="", kind=RateKind.PARTICIPANT_SESSION, amount=0, category=settings.category)
        new = replace(new, period=Period(self._desk.today()))
        self._ask_rate(words.RATE_ADD, new, blank=True)

    def change_rate(self, rate_id: str) -> None:
        """The rate as it is, to be corrected."""
        self._ask_rate(words.RATE_CHANGE, self._rate(rate_id))

    def next_rate(self, rate_id: str) -> None:
        """Another price from a day on; the rate itself ends the day before."""
        rate = self._rate(rate_id)
        year = max(self._desk.today().year, rate.period.start.year if rate.period.start else 0)
        question = FormQuestion(
            title=f"{words.RATE_NEXT}: {self._whom(rate)}, {word(rate.kind)}",
            text=words.RATE_NEXT_TEXT,
            fields=PRICE_FIELDS,
            values={"amount": rate.amount, "start": date(year + 1, 1, 1)},
            yes=words.RATE_NEXT,
        )

        def keep(values: dict[str, Any]) -> None:
            start: date = values["start"]
            new = replace(rate, id="", amount=int(values["amount"]), period=Period(start))
            self._desk.perform(lambda: self._service.put(new, ending=True))

        self._desk.ask_form(question, keep)

    def remove_rate(self, rate_id: str) -> None:
        """Take a rate away; undo brings it back."""
        self._desk.perform(lambda: self._service.remove(rate_id))

    # Annuleringsvoorwaarden

    def add_terms(self) -> None:
        """New cancellation terms."""
        steps = (CancellationStep(days=14), CancellationStep(days=7, percent=WHOLE // 2))
        self._ask_terms(words.TERMS_ADD, CancellationTerms(id="", steps=steps))

    def change_terms(self, terms_id: str) -> None:
        """Change cancellation terms."""
        known = next(one for one in self._service.terms() if one.id == terms_id)
        self._ask_terms(words.TERMS_CHANGE, known)

    def remove_terms(self, terms_id: str) -> None:
        """Take cancellation terms away; undo brings them back."""
        self._desk.perform(lambda: self._service.remove_terms(terms_id))

    # Nummers, standaarden en teksten

    def change(self, name: str, value: Any) -> None:
        """Save one field; a wrong pattern says why under its field and is not kept."""
        before = self._service.settings()
        changed = with_setting(before, name, value)
        if changed == before:
            return
        wrong = wrong_patterns(changed)
        if wrong:
            self._view.show_example("", wrong)
        elif self._desk.perform(lambda: self._service.keep_settings(changed)) is None:
            self.show()

    def typing(self, name: str, value: str) -> None:
        """Show while a pattern is typed what it gives."""
        changed = with_setting(self._service.settings(), name, value)
        wrong = wrong_patterns(changed)
        self._view.show_example("" if wrong else self._example(changed), wrong)

    def change_text(self, category: str, text: str) -> None:
        """Keep the words of a kind of btw; the program's own when they are left empty."""
        kind = VatCategory(category)
        known = {one.category: one.text for one in self._service.vat_texts()}
        if text.strip() != known[kind]:
            self._desk.perform(lambda: self._service.keep_vat_text(kind, text))
            self.show()

    # Private

    def _ask_rate(self, title: str, rate: Rate, *, blank: bool = False) -> None:
        question = FormQuestion(
            title=title,
            fields=RATE_FIELDS,
            values={
                "whom": target_key(rate), "kind": rate.kind.value, "product": rate.product.value,
                "amount": None if blank else rate.amount, "category": rate.category.value,
                "quantity": rate.quantity, "start": rate.period.start, "end": rate.period.end,
                "note": rate.note,
            },
            options={"whom": self._targets(participants=True, chosen=target_key(rate))},
            yes="Opslaan",
        )  # fmt: skip

        def keep(values: dict[str, Any]) -> None:
            period = self._period(values)
            if period is None:
                return
            changed = Rate(
                id=rate.id,
                kind=RateKind(values["kind"]),
                amount=int(values["amount"]),
                category=VatCategory(values["category"]),
                product=Product(values["product"]),
                quantity=values["quantity"] or ONE,
                period=period,
                note=str(values["note"] or ""),
                **target_of(str(values["whom"] or "")),
            )
            self._put_rate(changed)

        self._desk.ask_form(question, keep)

    def _put_rate(self, rate: Rate) -> None:
        """Save it; the former one is offered to end first."""
        former, start = self._service.former(rate), rate.period.start
        if not former or start is None:
            self._desk.perform(lambda: self._service.put(rate))
            return
        ending = f"Het tarief van nu, {words.rate_price(former[0])},"
        question = Question(
            "Het vorige tarief laten eindigen",
            f"Voor {self._whom(rate)} geldt al een tarief. {words.ends_words(ending, start)}",
            "Laten eindigen",
        )

        def end() -> None:
            self._desk.perform(lambda: self._service.put(rate, ending=True))

        self._desk.confirm(question, end)

    def _ask_terms(self, title: str, terms: CancellationTerms) -> None:
        steps = max(_STEPS, len(terms.steps) + 1)
        values: dict[str, Any] = {
            "whom": target_key(terms), "start": terms.period.start, "end": terms.period.end,
            "late": terms.late_percent,
        }  # fmt: skip
        for number, step in enumerate(sorted(terms.steps, reverse=True)):
            values[f"days{number}"] = step.days
            values[f"percent{number}"] = None if step.amount else step.percent
            values[f"amount{number}"] = step.amount or None
        question = FormQuestion(
            title=title,
            text=words.TERMS_TEXT,
            fields=terms_fields(steps),
            values=values,
            options={"whom": self._targets(participants=False, chosen=target_key(terms))},
            yes="Opslaan",
        )

        def keep(values: dict[str, Any]) -> None:
            period = self._period(values)
            if period is None:
                return
            target = target_of(str(values["whom"] or ""))
            target.pop("participant_id", None)
            changed = CancellationTerms(
                id=terms.id,
                steps=steps_of(values, steps),
                late_percent=int(values["late"]),
                period=period,
                **target,
            )
            self._put_terms(changed)

        self._desk.ask_form(question, keep)

    def _put_terms(self, terms: CancellationTerms) -> None:
        start = terms.period.start
        if not self._service.former_terms(terms) or start is None:
            self._desk.perform(lambda: self._service.put_terms(terms))
            return
        question = Question(
            "De vorige voorwaarden laten eindigen",
            f"Voor {self._whom(terms)} gelden al voorwaarden. "
            f"{words.ends_words('Die van nu', start).replace('eindigt', 'eindigen')}",
            "Laten eindigen",
        )

        def end() -> None:
            self._desk.perform(lambda: self._service.put_terms(terms, ending=True))

        self._desk.confirm(question, end)

    def _period(self, values: dict[str, Any]) -> Period | None:
        start, end = values["start"], values["end"]
        if start and end and end < start:
            self._desk.refuse(words.PERIOD_BACKWARDS)
            return None
        return Period(start, end)

    def _rate(self, rate_id: str) -> Rate:
        return next(one for one in self._service.all() if one.id == rate_id)

    def _targets(self, *, participants: bool, chosen: str) -> tuple[tuple[str, str], ...]:
        found = [("", words.EVERYONE)]
        for one in self._service.targets():
            key = f"{one.level.value}:{one.id}"
            person = one.level is RateLevel.PARTICIPANT
            if (one.archived and key != chosen) or (person and not participants):
                continue
            found.append((key, f"{words.level_word(one.level)}: {one.name}"))
        return tuple(found)

    def _whom(self, one: Rate | CancellationTerms) -> str:
        key = target_key(one)
        names = {f"{t.level.value}:{t.id}": t.name for t in self._service.targets()}
        return names.get(key, "") if key else words.EVERYONE.lower()

    def _state(self) -> MoneyState:
        names = {f"{t.level.value}:{t.id}": t.name for t in self._service.targets()}
        today, settings = self._desk.today(), self._service.settings()
        rows = [rate_row(rate, names, today) for rate in self._service.all()]
        former = sum(row.over for row in rows)
        rows = [row for row in rows if self._former or not row.over]
        rows.sort(key=lambda row: (row.whom != words.EVERYONE, row.whom.casefold(), row.start))
        return MoneyState(
            rates=tuple(rows),
            former=former,
            terms=tuple(
                TermsRow(
                    one.id,
                    names.get(target_key(one), words.EVERYONE),
                    counts.capital(words.terms_words(one)),
                    words.period_words(one.period),
                )
                for one in self._service.terms()
            ),
            settings=settings_values(settings),
            example=self._example(settings),
            texts=tuple(text_line(one) for one in self._service.vat_texts()),
        )

    def _example(self, settings: InvoiceSettings) -> str:
        year, first = self._desk.year(), settings.first_number
        later = 1 if settings.yearly_restart else first + 2
        said = [
            words.EXAMPLE.format(
                first=numbered(settings.pattern, year, first),
                second=numbered(settings.pattern, year, first + 1),
                year=year + 1,
                later=numbered(settings.pattern, year + 1, later),
            )
        ]
        if settings.own_credit_series:
            credit = numbered(settings.credit_pattern, year, 1)
            said.append(words.EXAMPLE_CREDIT.format(credit=credit))
        said.append(words.EXAMPLE_QUOTE.format(quote=numbered(settings.quote_pattern, year, 1)))
        return " ".join(said)
