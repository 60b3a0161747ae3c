"""What is still to be billed (nog te factureren), by when, and why something is held back.

Every billable has a key of its own that says what it is: what stands on an invoice under that key
is not billable again until a credit note gives it free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.cancellation import CancellationTerms, terms_for
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.groups import Group, MemberRole, Membership, Mode
from intervisie_desktop.domain.invoices import Unit
from intervisie_desktop.domain.money import ONE
from intervisie_desktop.domain.people import Employment, Participant
from intervisie_desktop.domain.rates import (
    DAYPART_MINUTES,
    Product,
    Rate,
    RateKind,
    RateQuestion,
    rate_for,
)
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.vat import VatCategory, VatRegime

_ZONE = ZoneInfo("Europe/Amsterdam")


class BillableKind(StrEnum):
    """What is billed: presence, an absence that costs, a session, a year, travel."""

    PRESENCE = "presence"
    NO_SHOW = "no_show"
    LATE_NOTICE = "late_notice"
    SESSION = "session"
    CANCELLED = "cancelled"
    YEAR = "year"
    FIXED = "fixed"
    TRAVEL = "travel"


class HeldReason(StrEnum):
    """Why something billable cannot go on an invoice yet."""

    NO_RATE = "no_rate"
    NO_PAYER = "no_payer"
    NOT_HELD = "not_held"
    NOT_CLOSED = "not_closed"
    NOTICE_UNKNOWN = "notice_unknown"
    CLIENT_INCOMPLETE = "client_incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Billable:
    """One thing to bill; `held` says why not yet. `full_price` is without the cancellation terms.

    Prices are cents without btw each, `quantity` thousandths, `rate` hundredths of a percent.
    """

    key: str
    kind: BillableKind
    group_id: str
    served_on: date
    deadline: date
    client_id: str | None = None
    session_id: str | None = None
    participant_id: str | None = None
    name: str = ""
    rate_id: str | None = None
    product: Product = Product.INTERVISIE
    quantity: int = ONE
    unit: Unit = Unit.PIECE
    unit_price: int = 0
    full_price: int = 0
    category: VatCategory = VatCategory.STANDARD
    rate: int = 0
    served_until: date | None = None
    minutes: int = 0
    held: HeldReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingBook:
    """Everything that decides what is billable, with children by the id of what they belong to."""

    sessions: tuple[Session, ...]
    groups: Mapping[str, Group]
    people: Mapping[str, Participant]
    clients: Mapping[str, Client]
    regime: VatRegime
    today: date
    attendances: Mapping[str, tuple[Attendance, ...]] = field(default_factory=dict)
    employments: Mapping[str, tuple[Employment, ...]] = field(default_factory=dict)
    memberships: Mapping[str, tuple[Membership, ...]] = field(default_factory=dict)
    rates: tuple[Rate, ...] = ()
    terms: tuple[CancellationTerms, ...] = ()
    settled: frozenset[str] = frozenset()

    def payer(self, participant_id: str, group: Group, on: date) -> str | None:
        """Who pays for a participant: their own payer, the client of the group, the employer."""
        person = self.people.get(participant_id)
        if person is not None and person.payer_id:
            return person.payer_id
        if group.client_id:
            return group.client_id
        at_work = self.employments.get(participant_id, ())
        return next((e.client_id for e in at_work if e.client_id and on in e.period), None)


def billables(book: BillingBook, until: date) -> tuple[Billable, ...]:
    """What is billable up to and including a day and is not settled, oldest first."""
    books = _books(book)
    found = (
        billable
        for maker in (_per_session, _years)
        for billable in maker(books, book.sessions, until)
    )
    return _open(book, found)


def forecast(book: BillingBook, until: date) -> tuple[Billable, ...]:
    """What will be billable up to and including a day once all that is planned was held.

    Everyone who belongs to a group counts as coming; what is settled already is left out.
    """
    books = _books(replace(book, today=until + timedelta(days=1)))
    held = tuple(
        replace(one, state=SessionState.HELD) if one.state is SessionState.PLANNED else one
        for one in book.sessions
    )
    found = (*_per_session(books, book.sessions, until), *_years(books, held, until))
    return _open(book, found)


def _books(book: BillingBook) -> dict[str, BillingBook]:
    """A group looks at its own rates and the general ones, not at those of two hundred others."""
    return {
        key: replace(book, rates=tuple(r for r in book.rates if r.group_id in {None, key}))
        for key in {session.group_id for session in book.sessions}
    }


def _open(book: BillingBook, found: Iterable[Billable]) -> tuple[Billable, ...]:
    left = (billable for billable in found if billable.key not in book.settled)
    return tuple(sorted(left, key=lambda one: (one.served_on, one.key)))


def renamed_key(key: str, old_id: str, new_id: str) -> str:
    """The key after a participant was merged into another."""
    return ":".join(new_id if part == old_id else part for part in key.split(":"))


def notice_at(day: date, minute: int) -> datetime:
    """The moment of a notice on a day, in Dutch time."""
    return datetime.combine(day, time(), _ZONE) + timedelta(minutes=minute)


def notice_local(moment: datetime) -> datetime:
    """A kept moment in Dutch time; the file keeps it as UTC."""
    return moment.astimezone(_ZONE)


def start_of(session: Session) -> datetime:
    """The moment a session begins, in Dutch time."""
    return datetime.combine(session.day, time(), _ZONE) + timedelta(minutes=session.start)


def _per_session(
    books: Mapping[str, BillingBook], sessions: tuple[Session, ...], until: date
) -> Iterator[Billable]:
    for session in sessions:
        book = books[session.group_id]
        if session.day > until or not any(session.day in rate.period for rate in book.rates):
            continue
        if session.state is SessionState.PLANNED and session.day >= book.today:
            continue
        group = book.groups[session.group_id]
        yield from _of_the_group(book, session, group)
        if session.state is not SessionState.CANCELLED:
            yield from _of_participants(book, session, group)
            yield from _travel(book, session, group)


def _rate(
    book: BillingBook,
    on: date,
    group: Group,
    client_id: str | None,
    participant_id: str | None = None,
    *,
    travel: bool = False,
) -> Rate | None:
    question = RateQuestion(
        on=on,
        product=group.product,
        group_id=group.id,
        client_id=client_id,
        participant_id=participant_id,
        travel=travel,
    )
    return rate_for(book.rates, question)


def _of_the_group(book: BillingBook, session: Session, group: Group) -> Iterator[Billable]:
    rate = _rate(book, session.day, group, group.client_id)
    if rate is None or rate.kind not in {RateKind.GROUP_SESSION, RateKind.DAYPART}:
        return
    parts = -(-session.minutes // DAYPART_MINUTES) if rate.kind is RateKind.DAYPART else 1
    made = _billable(book, rate, group, session.day, f"gs:{session.id}", BillableKind.SESSION)
    made = replace(
        made,
        session_id=session.id,
        client_id=group.client_id,
        quantity=parts * rate.quantity,
        minutes=session.minutes,
    )
    if session.state is SessionState.CANCELLED:
        if not session.cancelled_by_client:
            return
        cancelled = replace(made, kind=BillableKind.CANCELLED)
        made = _after_notice(book, session, cancelled, session.cancelled_at)
    yield from _settled(book, made, session)


def _of_participants(book: BillingBook, session: Session, group: Group) -> Iterator[Billable]:
    for participant_id, attendance in _present_or_expected(book, session):
        payer = book.payer(participant_id, group, session.day)
        rate = _rate(book, session.day, group, payer, participant_id)
        if rate is not None and rate.kind is not RateKind.PARTICIPANT_SESSION:
            continue
        key = f"ps:{session.id}:{participant_id}"
        made = replace(
            _billable(book, rate, group, session.day, key, BillableKind.PRESENCE),
            session_id=session.id,
            client_id=payer,
            participant_id=participant_id,
            name=_name(book, participant_id),
            minutes=session.minutes,
        )
        yield from _settled(book, _by_attendance(book, session, made, attendance), session)


def _present_or_expected(
    book: BillingBook, session: Session
) -> Iterator[tuple[str, Attendance | None]]:
    """Everyone on the list of a session; before it was held, those who belong to the group."""
    known = {one.participant_id: one for one in book.attendances.get(session.id, ())}
    if session.state is SessionState.PLANNED:
        for member in book.memberships.get(session.group_id, ()):
            if session.day in member.period and member.participant_id not in known:
                yield member.participant_id, None
    yield from known.items()


def _by_attendance(
    book: BillingBook, session: Session, made: Billable, attendance: Attendance | None
) -> Billable:
    """What is due given how someone was there or not."""
    if attendance is None or attendance.state in {
        AttendanceState.PRESENT, AttendanceState.EXPECTED
    }:  # fmt: skip
        return made
    if attendance.state is AttendanceState.EXCUSED:
        late = replace(made, kind=BillableKind.LATE_NOTICE)
        return _after_notice(book, session, late, attendance.notified_at)
    terms = _terms(book, session, made.client_id)
    price = terms.charge(made.full_price, start_of(session), None) if terms else made.full_price
    return replace(made, kind=BillableKind.NO_SHOW, unit_price=price)


def _after_notice(
    book: BillingBook, session: Session, made: Billable, notice: datetime | None
) -> Billable:
    """What is due after notice; without terms nothing, and without the moment it is held back."""
    terms = _terms(book, session, made.client_id)
    if terms is None:
        return replace(made, unit_price=0)
    if notice is None:
        free = not terms.charge(made.full_price, start_of(session), None)
        return replace(made, unit_price=0) if free else _held(made, HeldReason.NOTICE_UNKNOWN)
    return replace(made, unit_price=terms.charge(made.full_price, start_of(session), notice))


def _terms(book: BillingBook, session: Session, client_id: str | None) -> CancellationTerms | None:
    return terms_for(book.terms, session.day, session.group_id, client_id)


def _travel(book: BillingBook, session: Session, group: Group) -> Iterator[Billable]:
    """Travel is for the client of a group; open groups meet where they meet."""
    if session.mode is Mode.ONLINE or group.client_id is None:
        return
    rate = _rate(book, session.day, group, group.client_id, travel=True)
    if rate is None:
        return
    made = _billable(book, rate, group, session.day, f"tr:{session.id}", BillableKind.TRAVEL)
    unit = Unit.KILOMETRE if rate.kind is RateKind.TRAVEL_KM else Unit.PIECE
    made = replace(
        made,
        session_id=session.id,
        client_id=group.client_id,
        quantity=rate.quantity,
        unit=unit,
    )
    yield from _settled(book, made, session)


def _years(
    books: Mapping[str, BillingBook], sessions: tuple[Session, ...], until: date
) -> Iterator[Billable]:
    """Prices for a whole year, due from the first session of the group in that year."""
    begun: dict[tuple[str, int], list[Session]] = {}
    for session in sessions:
        if session.day <= until and session.state in {SessionState.HELD, SessionState.CLOSED}:
            begun.setdefault((session.group_id, session.day.year), []).append(session)
    for (group_id, year), held in begun.items():
        book = books[group_id]
        group = book.groups[group_id]
        first, last = min(s.day for s in held), max(s.day for s in held)
        yield from _fixed(book, group, first)
        for member in book.memberships.get(group_id, ()):
            on = max(first, member.period.start or first)
            if on <= last and on in member.period and member.role is not MemberRole.GUEST:
                yield from _year_of(book, group, member.participant_id, on, year)


def _fixed(book: BillingBook, group: Group, on: date) -> Iterator[Billable]:
    rate = _rate(book, on, group, group.client_id)
    if rate is None or rate.kind is not RateKind.FIXED:
        return
    made = _billable(book, rate, group, on, f"gy:{on.year}:{group.id}", BillableKind.FIXED)
    end = date(on.year, 12, 31)
    yield from _settled(book, replace(made, client_id=group.client_id, served_until=end), None)


def _year_of(
    book: BillingBook, group: Group, participant_id: str, on: date, year: int
) -> Iterator[Billable]:
    payer = book.payer(participant_id, group, on)
    rate = _rate(book, on, group, payer, participant_id)
    if rate is None or rate.kind is not RateKind.PARTICIPANT_YEAR:
        return
    key = f"py:{year}:{group.id}:{participant_id}"
    made = replace(
        _billable(book, rate, group, on, key, BillableKind.YEAR),
        client_id=payer,
        participant_id=participant_id,
        name=_name(book, participant_id),
        served_until=date(year, 12, 31),
    )
    yield from _settled(book, made, None)


def _billable(
    book: BillingBook, rate: Rate | None, group: Group, on: date, key: str, kind: BillableKind
) -> Billable:
    made = Billable(
        key=key,
        kind=kind,
        group_id=group.id,
        served_on=on,
        deadline=book.regime.invoice_deadline(on),
        product=group.product,
    )
    if rate is None:
        return _held(made, HeldReason.NO_RATE)
    return replace(
        made,
        rate_id=rate.id,
        unit_price=rate.amount,
        full_price=rate.amount,
        category=rate.category,
        rate=book.regime.rate(rate.category, on),
    )


def _settled(book: BillingBook, made: Billable, session: Session | None) -> Iterator[Billable]:
    """Nothing when nothing is due; else with what holds it back."""
    if not made.unit_price and made.held is None:
        return
    if session is not None and session.state is SessionState.PLANNED:
        made = _held(made, HeldReason.NOT_HELD)
    elif session is not None and session.state is SessionState.HELD:
        made = _held(made, HeldReason.NOT_CLOSED)
    elif made.client_id is None:
        made = _held(made, HeldReason.NO_PAYER)
    elif not _complete(book.clients.get(made.client_id)):
        made = _held(made, HeldReason.CLIENT_INCOMPLETE)
    yield made


def _held(made: Billable, reason: HeldReason) -> Billable:
    """The first reason stays: it is the one to deal with first."""
    return made if made.held else replace(made, held=reason)


def _complete(client: Client | None) -> bool:
    if client is None:
        return False
    address = client.billing_address or client.address
    return bool(client.name.strip() and address.lines.strip() and address.city.strip())


def _name(book: BillingBook, participant_id: str) -> str:
    """As on an invoice: "N. Appelvink", "J. van den Berg"."""
    person = book.people.get(participant_id)
    if person is None:
        return ""
    name = person.name
    first = name.initials or (f"{name.given[0]}." if name.given else "")
    return replace(name, given="", initials=first).plain
