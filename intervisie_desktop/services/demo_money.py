"""Money in the invented practice: rates, invoices in every state, payments and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.clients import Address, Client
from intervisie_desktop.domain.invoices import InvoiceLine, InvoiceState
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.rates import Rate, RateKind
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.storage.store import Work

BILLING_MONTHS = (4, 7, 10)
"""Invoices go out at the beginning of these months, of what was done until then."""

_PAYING_DAYS = 16


def invent_money(services: Services, clock: FixedClock, data: dict[str, Any]) -> None:
    """Rates, invoices of this year up to today, their payments, and three quotes.

    What the year has not reached yet is left out; the clock stands where it stood afterwards.
    """
    now = clock.moment
    today = clock.today()
    _prices(services, data, today.year)
    for issued_on, entry in _moments(data, today.year):
        if issued_on >= today:
            continue
        _at(clock, issued_on)
        if entry is not None:
            _free(services, entry, issued_on)
        else:
            _bill(services, issued_on - timedelta(days=2))
            until = min(today, issued_on + timedelta(days=85))
            _afterwards(services, clock, issued_on.month, until)
    clock.moment = now
    _offers(services, data)
    _open_ends(services)


def _moments(data: dict[str, Any], year: int) -> list[tuple[date, dict[str, Any] | None]]:
    """When something goes out: all that was done so far, or a line that was written by hand."""
    found: list[tuple[date, dict[str, Any] | None]] = [
        (date(year, month, 2), None) for month in BILLING_MONTHS
    ]
    for entry in data["money"]["free"]:
        month, day = (int(part) for part in entry["on"].split("-"))
        found.append((date(year, month, day), entry))
    return sorted(found, key=lambda moment: moment[0])


def _free(services: Services, entry: dict[str, Any], on: date) -> None:
    """An invoice of one line of its own; sent, or left to send."""
    client = next(one for one in services.clients.rows() if one.name == entry["client"])
    invoice = services.concepts.new(client.id).value
    services.concepts.put_line(
        InvoiceLine(
            id="",
            invoice_id=invoice.id,
            position=0,
            description=entry["description"],
            unit_price=entry["amount"],
            category=VatCategory.STANDARD,
            rate=0,
            served_on=on - timedelta(days=3),
        )
    )
    services.invoices.finalise([invoice.id])
    if entry["sent"]:
        services.invoices.mark_sent([invoice.id])


def _prices(services: Services, data: dict[str, Any], year: int) -> None:
    """Who pays what from the first of January on."""
    money, since = data["money"], Period(date(year, 1, 1))
    with services.store.work("demo_money_made", final=True) as work:
        payers = _payers(services, work, data)
        people = {one.name.plain: one for one in work.participants.all()}
        for name, payer in money["payers"].items():
            person = people[name]
            work.participants.save(replace(person, payer_id=payers[payer]))
        priced = {entry["group"]: entry for entry in money["rate"]}
        for group in work.groups.all():
            entry = priced.get(group.name, {"kind": "participant_session", "amount": 0})
            for kind, amount, quantity in _kinds(entry):
                work.rates.add(
                    Rate(
                        id=services.ids.new("t"),
                        kind=RateKind(kind),
                        amount=amount,
                        category=VatCategory(entry.get("category", "standard")),
                        group_id=group.id,
                        quantity=quantity,
                        period=since,
                    )
                )
        work.rates.add(
            Rate(
                id=services.ids.new("t"),
                kind=RateKind.PARTICIPANT_SESSION,
                amount=money["amount"],
                period=since,
            )
        )
        work.cancellation_terms.add(
            CancellationTerms(
                id=services.ids.new("av"),
                steps=(CancellationStep(days=30), CancellationStep(days=14, amount=3_500)),
            )
        )
    settings = replace(
        services.rates.settings(),
        first_number=money["first_number"],
        crkbo_number=money["crkbo_number"],
        terms=money["terms"],
    )
    services.rates.keep_settings(settings)


def _payers(services: Services, work: Work, data: dict[str, Any]) -> dict[str, str]:
    """The ids of the clients by name; those of the groups keep what they have."""
    for client in work.clients.all():
        work.clients.save(replace(client, reference=data["money"]["reference"]))
    for entry in data["money"]["client"]:
        home = Address(lines=entry["street"], postcode=entry["postcode"], city=entry["city"])
        work.clients.add(
            Client(
                id=services.ids.new("c"),
                name=entry["name"],
                address=home,
                billing_email=entry["email"],
                kvk_number="" if entry.get("private") else "00000000",
                reference=data["money"]["reference"],
                attention=entry.get("attention", ""),
                private=entry.get("private", False),
            )
        )
    return {client.name: client.id for client in work.clients.all()}


def _kinds(entry: dict[str, Any]) -> list[tuple[str, int, int]]:
    """The service itself, and travel where there is any."""
    found = [(entry["kind"], entry["amount"], 1_000)]
    if "kilometres" in entry:
        found.append(("travel_km", entry["per_kilometre"], entry["kilometres"] * 1_000))
    return found


def _bill(services: Services, until: date) -> None:
    """Everything up to the end of the month before is issued and sent."""
    if not any(one.lines for one in services.billing.to_bill(until)):
        return
    made = services.billing.make_concepts(until=until).value
    done = services.invoices.finalise(made).value
    services.invoices.mark_sent([one.invoice_id for one in done.made])


def _afterwards(services: Services, clock: FixedClock, month: int, until: date) -> None:
    """What became of these invoices: most are paid, one in part, one is late, one taken back."""
    rows = [
        row for row in services.invoices.rows()
        if row.issued_on == clock.today() and row.state is InvoiceState.SENT
    ]  # fmt: skip
    rows.sort(key=lambda row: row.number)
    for index, row in enumerate(rows):
        paid_on = clock.today() + timedelta(days=_PAYING_DAYS + index)
        if paid_on > until or (month == BILLING_MONTHS[1] and index in {1, 2}):
            continue
        _pay_on(services, clock, row.id, row.open, paid_on)
    if month == BILLING_MONTHS[1] and len(rows) > 2:
        _late(services, clock, [row.id for row in rows[1:3]], until)


def _pay_on(services: Services, clock: FixedClock, invoice_id: str, amount: int, day: date) -> None:
    before = clock.moment
    _at(clock, day)
    services.payments.pay(invoice_id, amount, day)
    clock.moment = before


def _late(services: Services, clock: FixedClock, ids: Sequence[str], until: date) -> None:
    """One is paid for two thirds, of the other a reminder went out."""
    before = clock.today()
    card = services.invoices.card(ids[0])
    paid_on, reminded_on = before + timedelta(days=26), before + timedelta(days=45)
    if paid_on <= until:
        _pay_on(services, clock, ids[0], card.balance.open * 2 // 3, paid_on)
    if reminded_on <= until:
        _at(clock, reminded_on)
        services.invoices.remind([ids[1]])
        _at(clock, before)


def _open_ends(services: Services) -> None:
    """A credit for one participant at one meeting, on what is late."""
    late = [row for row in services.invoices.rows() if row.state is InvoiceState.REMINDED]
    for row in late[:1]:
        line = services.invoices.card(row.id).lines[0]
        quantity = min(line.quantity, 1_000)
        note = services.concepts.credit(row.id, {line.id: quantity}, bill_again=False).value
        services.invoices.finalise([note.id])


def _offers(services: Services, data: dict[str, Any]) -> None:
    """One taken, one that went out, one still in the making."""
    clients = {client.name: client.id for client in services.clients.rows()}
    for entry in data["money"]["quote"]:
        quote = services.quotes.new(clients[entry["client"]], entry["title"]).value
        services.concepts.put_line(
            InvoiceLine(
                id="",
                invoice_id=quote.invoice_id,
                position=0,
                description=entry["description"],
                unit_price=entry["amount"],
                category=VatCategory.STANDARD,
                rate=0,
                quantity=entry["quantity"] * 1_000,
            )
        )
        if entry["state"] != "draft":
            services.quotes.mark_sent(quote.id)
        if entry["state"] == "accepted":
            services.quotes.accept(quote.id)


def _at(clock: FixedClock, day: date) -> None:
    """The clock at ten on this day."""
    clock.moment = datetime.combine(day, time(10))
