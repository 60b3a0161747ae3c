"""One or two of everything a practice file can hold; invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from intervisie_desktop.domain.agenda import BusyTime, FreeKind, FreePeriod
from intervisie_desktop.domain.attendance import Attendance, AttendanceState, Interval
from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms
from intervisie_desktop.domain.certificates import (
    Certificate,
    CertificateAct,
    CertificateActKind,
    CertificateKind,
)
from intervisie_desktop.domain.clients import Address, Client, Contact
from intervisie_desktop.domain.evaluations import Evaluation
from intervisie_desktop.domain.findings import (
    FindingException,
    FindingSubject,
    ResolvedFinding,
    Severity,
)
from intervisie_desktop.domain.groups import (
    Agreement,
    AgreementSignature,
    Group,
    MemberRole,
    Membership,
    Mode,
)
from intervisie_desktop.domain.invoices import (
    BilledSource,
    BillingWaiver,
    Invoice,
    InvoiceAct,
    InvoiceActKind,
    InvoiceKind,
    InvoiceLine,
    IssuedInvoice,
    chain_hash,
)
from intervisie_desktop.domain.money import Discount
from intervisie_desktop.domain.own import EditedText, OwnMethod, OwnProfile, OwnProfileKind
from intervisie_desktop.domain.payments import Payment, PaymentAllocation, SeenBankLine
from intervisie_desktop.domain.people import (
    Absence,
    AbsenceKind,
    Employment,
    Participant,
    PersonName,
    Registration,
    Relation,
    RelationKind,
)
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator, OwnHours
from intervisie_desktop.domain.quotes import Quote
from intervisie_desktop.domain.rates import Product, Rate, RateKind
from intervisie_desktop.domain.sessions import Session, SessionPhase, SessionState
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.storage.store import Store

KEY = bytes(range(32))
PASSWORD = "voorbeeld-wachtwoord"
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))

# In an order in which everything points to what is there already.
RECORDS: dict[str, list[object]] = {
    "facilitators": [
        Facilitator(id="f1", name="Noor de Wit", signature=b"\x00\xffPNG", academic=True)
    ],
    "designations": [
        Designation(id="d1", facilitator_id="f1", register="NOvA", period=Period(date(2024, 5, 1)))
    ],
    "clients": [
        Client(id="c1", name="Kantoor Zuid", address=Address(lines="Kade 1\nbus 2", city="Breda")),
        Client(
            id="c2",
            name="Stichting 't Hof",
            billing_address=Address(country="BE"),
            payment_days=14,
            private=True,
            oin="00000001234567890000",
            attention="de administratie",
            names_on_invoice=False,
        ),
    ],
    "contacts": [Contact(id="k1", client_id="c1", name="Wim Aarts", phone="+31 6 1")],
    "participants": [
        Participant(
            id="p1",
            name=PersonName(given="Jan", prefix="van den", surname="Berg", title_before="mr."),
            email="jan@voorbeeld.nl",
            field_of_law="arbeidsrecht",
        ),
        Participant(
            id="p2",
            name=PersonName(given="Żółć", surname='O\'Neill; -- "x"'),
            note="'quote' 😀",
            archived=True,
            payer_id="c1",
        ),
    ],
    "employments": [
        Employment(id="e1", participant_id="p1", employer="Kantoor Zuid", client_id="c1"),
        Employment(id="e2", participant_id="p1", employer="Eigen", period=YEAR),
    ],
    "registrations": [
        Registration(
            id="r1",
            participant_id="p1",
            register="BAR",
            number="A123",
            unconditional_since=date(2020, 2, 29),
        )
    ],
    "relations": [Relation(id="t1", first_id="p1", second_id="p2", kind=RelationKind.MANAGER)],
    "absences": [
        Absence(id="b1", participant_id="p2", kind=AbsenceKind.ILLNESS, period=YEAR),
    ],
    "groups": [
        Group(
            id="g1",
            name="Breda I",
            profiles=("nova_intervisie", "mfn"),
            mode=Mode.HYBRID,
            client_id="c1",
            facilitator_id="f1",
            field_of_law="arbeidsrecht",
            composition_agreed_with="Wim Aarts",
            composition_agreed_on=date(2026, 1, 2),
            accreditation_requested_on=date(2025, 11, 30),
            registered_on=date(2025, 12, 1),
        ),
        Group(id="g2", name="Los", product=Product.TRAINING),
    ],
    "memberships": [
        Membership(id="m1", group_id="g1", participant_id="p1", period=Period(date(2026, 2, 1))),
        Membership(id="m2", group_id="g1", participant_id="p2", role=MemberRole.TRAINEE),
    ],
    "agreements": [Agreement(id="a1", group_id="g1", agreed_on=date(2026, 1, 5), scope="alles")],
    "agreement_signatures": [
        AgreementSignature(
            id="s1", agreement_id="a1", signed_on=date(2026, 1, 5), participant_id="p1"
        ),
        AgreementSignature(
            id="s2", agreement_id="a1", signed_on=date(2026, 1, 6), facilitator_id="f1"
        ),
    ],
    "sessions": [
        Session(
            id="z1",
            group_id="g1",
            day=date(2026, 3, 2),
            start=600,
            end=720,
            state=SessionState.CLOSED,
            breaks=(Interval(650, 660), Interval(690, 700)),
            confidentiality_on=date(2026, 3, 2),
            confidentiality_at=605,
            closed_at=datetime(2026, 3, 2, 12, 30, tzinfo=UTC),
            facilitator_id="f1",
            series_id="reeks",
            phases=(
                SessionPhase("beeldvorming", 40, 55),
                SessionPhase('besluit; "x"\n', 20, skipped=True),
            ),
            cases=2,
            undisturbed=True,
            platform="Jitsi",
            online_reason="staking",
        ),
        Session(
            id="z2",
            group_id="g2",
            day=date(2026, 1, 9),
            start=0,
            end=1440,
            cancelled_at=datetime(2026, 1, 8, 7, 0, tzinfo=UTC),
            cancelled_by_client=True,
        ),
    ],
    "attendances": [
        Attendance(
            id="w1",
            session_id="z1",
            participant_id="p1",
            state=AttendanceState.PRESENT,
            intervals=(Interval(600, 640), Interval(660, 720)),
            contribution=True,
            safe=True,
            taken_over=True,
            apart=True,
            webcam=True,
            microphone=True,
            loudspeaker=True,
            connection=True,
        ),
        Attendance(
            id="w2",
            session_id="z1",
            participant_id="p2",
            notified_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        ),
    ],
    "busy_times": [
        BusyTime(
            id="u1",
            source="agenda.ics",
            start=datetime(2026, 3, 29, 1, 30),
            end=datetime(2026, 3, 29, 3, 30),
        )
    ],
    "free_periods": [
        FreePeriod(
            id="v1",
            kind=FreeKind.SCHOOL_HOLIDAY,
            name="Meivakantie",
            first=date(2026, 4, 25),
            last=date(2026, 5, 3),
            region="zuid",
        )
    ],
    "exceptions": [
        FindingException(
            id="x1", finding_key="U01|z1", code="U01", reason="akkoord", made_on=date(2026, 3, 3)
        )
    ],
    "evaluations": [Evaluation(id="y1", session_id="z1", scores={"veilig": 5, "nuttig": 4})],
    "own_hours": [
        OwnHours(
            id="o1",
            facilitator_id="f1",
            register="LVSC",
            day=date(2026, 2, 3),
            minutes=150,
            where="groep van collega's",
        )
    ],
    "own_profiles": [
        OwnProfile(
            id="mijn_register",
            text='key = "mijn_register"\nname = "Mijn é"\n',
            kind=OwnProfileKind.ADAPTED,
            based_on="mfn",
            changed_on=date(2026, 3, 1),
        )
    ],
    "own_methods": [OwnMethod(id="mijn_roos", text='key = "mijn_roos"\n', based_on="roos")],
    "texts": [EditedText(id="invitation.body", body="Beste {naam},\n")],
    "rates": [
        Rate(
            id="t1",
            kind=RateKind.PARTICIPANT_SESSION,
            amount=16_500,
            product=Product.TRAINING,
            client_id="c1",
            period=YEAR,
        ),
        Rate(id="t2", kind=RateKind.TRAVEL_KM, amount=23, quantity=84_000),
    ],
    "cancellation_terms": [
        CancellationTerms(
            id="av1",
            steps=(CancellationStep(days=30), CancellationStep(days=14, amount=3_500)),
            late_percent=5_000,
            group_id="g1",
        )
    ],
    "invoices": [
        Invoice(
            id="i1",
            client_id="c2",
            made_on=date(2026, 3, 2),
            discount=Discount(percent=500),
            discount_reason="trouwe klant",
        ),
        Invoice(
            id="i2",
            client_id="c2",
            made_on=date(2026, 3, 2),
            kind=InvoiceKind.QUOTE,
            payment_days=14,
            quote_id="q1",
        ),
        Invoice(id="i3", client_id="c2", made_on=date(2026, 3, 2), planned_on=date(2026, 4, 1)),
    ],
    "invoice_lines": [
        InvoiceLine(
            id="l1",
            invoice_id="i1",
            position=1,
            description="Intervisie",
            unit_price=16_500,
            category=VatCategory.STANDARD,
            rate=2_100,
            quantity=2_000,
            names=("J. van den Berg", "Ż. O'Neill"),
            discount=Discount(amount=1_000),
            served_on=date(2026, 3, 2),
            session_id="z1",
            group_id="g1",
        ),
        InvoiceLine(
            id="l2",
            invoice_id="i3",
            position=1,
            description="Training",
            unit_price=50_000,
            category=VatCategory.EDUCATION,
            rate=0,
            counts_for_kor=False,
        ),
    ],
    "billed_sources": [BilledSource(id="ps:z1:p1", invoice_id="i1", line_id="l1")],
    "billing_waivers": [
        BillingWaiver(id="ps:z1:p2", reason="afgesproken", made_on=date(2026, 3, 3))
    ],
    "payments": [
        Payment(id="b1", received_on=date(2026, 3, 20), amount=10_000, bank_key="NL00/1/2"),
        Payment(id="b2", received_on=date(2026, 3, 21), amount=-500, note="storno"),
    ],
    "bank_lines": [SeenBankLine(id="NL00/1/2", seen_at=datetime(2026, 3, 21, 9, 0, tzinfo=UTC))],
    "quotes": [
        Quote(
            id="q1",
            invoice_id="i2",
            number="O2026-001",
            valid_until=date(2026, 3, 16),
            instalments=(5_000, 5_000),
            sent_on=date(2026, 3, 2),
        )
    ],
}
UNDOABLE = tuple(RECORDS)


def fill(store: Store) -> None:
    """Puts all of it in the store, in one act."""
    with store.work("sample_added") as work:
        for name, records in RECORDS.items():
            getattr(work, name).add_all(records)


def a_certificate(sequence: int = 1, year: int = 2026, **changes: object) -> Certificate:
    values: dict[str, object] = {
        "id": f"bewijs-{year}-{sequence}",
        "number": f"{year}-{sequence:03}",
        "year": year,
        "sequence": sequence,
        "kind": CertificateKind.SESSION,
        "participant_id": "p1",
        "group_id": "g1",
        "session_id": "z1",
        "covers_year": year,
        "issued_on": date(2026, 3, 2),
        "issued_at": datetime(2026, 3, 2, 13, 0, tzinfo=UTC),
        "profile": "nova_intervisie",
        "edition": date(2024, 7, 1),
        "minutes": 100,
        "snapshot": "{}",
        "sha256": "00",
        "statement": "s",
        "control_code": "c",
    }
    return Certificate(**{**values, **changes})  # type: ignore[arg-type]


def a_resolved_finding(**changes: object) -> ResolvedFinding:
    values: dict[str, object] = {
        "id": "h1",
        "finding_key": "U01|nova_intervisie|session|z1||",
        "code": "U01",
        "severity": Severity.WARNING,
        "profile": "nova_intervisie",
        "subject": FindingSubject(kind="session", id="z1", session="z1", group="g1", year=2026),
        "figures": {"minutes": 100, "names": ["Jan é"]},
        "first_seen": date(2026, 3, 2),
        "resolved_on": date(2026, 3, 9),
        "act": "session_saved",
    }
    return ResolvedFinding(**{**values, **changes})  # type: ignore[arg-type]


def a_withdrawal(certificate_id: str = "bewijs-2026-1") -> CertificateAct:
    return CertificateAct(
        id=f"act-{certificate_id}",
        certificate_id=certificate_id,
        kind=CertificateActKind.WITHDRAWN,
        reason="verkeerde groep",
        at=datetime(2026, 3, 4, tzinfo=UTC),
    )


def an_issued_invoice(invoice_id: str = "i1", **changes: object) -> IssuedInvoice:
    values: dict[str, object] = {
        "id": invoice_id,
        "number": "2026-0001",
        "series": "invoices",
        "year": 2026,
        "sequence": 1,
        "issued_on": date(2026, 3, 2),
        "issued_at": datetime(2026, 3, 2, 13, 0, tzinfo=UTC),
        "due_on": date(2026, 4, 1),
        "net": 30_400,
        "vat": 6_384,
        "gross": 36_784,
        "snapshot": "{}",
        "pdf_sha256": "00",
        "xml_sha256": "11",
        "xml_format": "nlcius",
        "place": 1,
        "previous_hash": "",
        "hash": "",
    }
    made = IssuedInvoice(**{**values, **changes})  # type: ignore[arg-type]
    return replace(made, hash=made.hash or chain_hash(made))


def issue(store: Store) -> None:
    """One invoice of the samples issued, sent, reminded and partly paid."""
    at = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    with store.work("invoice_issued", final=True) as work:
        work.issued_invoices.add(an_issued_invoice())
        work.invoice_papers.add("i1", b"%PDF-1.7 factuur", b"<Invoice/>")
        sent = InvoiceAct(id="fa1", invoice_id="i1", kind=InvoiceActKind.SENT, on=at.date(), at=at)
        reminded = replace(
            sent, id="fa2", kind=InvoiceActKind.REMINDED, step=1, until=date(2026, 4, 20),
            sha256="22",
        )  # fmt: skip
        work.invoice_acts.add_all([sent, reminded])
        work.act_papers.add("fa2", b"%PDF-1.7 herinnering")
    with store.work("payment_allocated") as work:
        work.payment_allocations.add(
            PaymentAllocation(id="bt1", payment_id="b1", invoice_id="i1", amount=9_000)
        )


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the Logboek, with its rowid."""
    with store.reading() as read:
        run = read.connection.exec_driver_sql
        names = [
            row[0]
            for row in run(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT IN ('journal', 'sqlite_sequence') ORDER BY name"
            )
        ]
        return {
            name: [tuple(row) for row in run(f'SELECT rowid, * FROM "{name}" ORDER BY rowid')]
            for name in names
        }


def new_store(folder: Path) -> Store:
    return Store.create(folder / "praktijk.intervisie", KEY)
