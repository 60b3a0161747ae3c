"""Invoices of every kind the program can make, with the variations that tend to break.

Everybody and everything on them is invented. `sample_papers.py` prints them, `conformance` holds
their paper and XML against the rules.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from intervisie_desktop.documents.einvoice import cii, ubl
from intervisie_desktop.documents.invoice_facts import (
    InvoiceFacts,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    Unit,
    VatText,
    line_of,
    mirrored,
)
from intervisie_desktop.documents.pdf import account_statement, reminder
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.money import NO_DISCOUNT, Discount, Priced, totals
from intervisie_desktop.domain.vat import VatCategory
from intervisie_desktop.services.texts import Wording

ISSUED = date(2026, 9, 21)
KOR = ("Vrijgesteld van btw op grond van de kleineondernemersregeling (artikel 25 Wet op de"
       " omzetbelasting 1968).")  # fmt: skip
EDUCATION = ("Vrijgesteld van btw op grond van artikel 11, lid 1, onderdeel o, Wet op de"
             " omzetbelasting 1968 (onderwijs).")  # fmt: skip
TEXTS = (
    VatText(category=VatCategory.KOR, text=KOR),
    VatText(category=VatCategory.KOR_NO_ID, text=KOR),
    VatText(category=VatCategory.EDUCATION, text=EDUCATION),
    VatText(category=VatCategory.REVERSE_CHARGE, text="Btw verlegd"),
)
RATES = {VatCategory.STANDARD: 2100, VatCategory.REDUCED: 900}
PEOPLE = ("N. Appelvink", "B. Regenwilg")

SELLER = InvoiceParty(
    name="Praktijk Papierwilg",
    address=Address(lines="Voorbeeldlaan 1", postcode="1234 AA", city="Voorbeeldstad"),
    email="marit@papierwilg.example",
    kvk_number="90000012",
    vat_number="NL000099998B57",
)
FIRM = InvoiceParty(
    name="Maatschap Appelvink",
    attention="de administratie",
    address=Address(lines="Vogelplein 12", postcode="1234 BB", city="Voorbeeldstad"),
    kvk_number="90000034",
)
PERSON = InvoiceParty(
    name="mw. Łucja Świątek-Żurawska",
    address=Address(lines="Zijpad 4a", postcode="1235 CC", city="Voorbeelddorp"),
    private=True,
)
ABROAD = InvoiceParty(
    name="Kantoor Regenwilg & Zonen BV",
    address=Address(lines="Voorbeeldstraat 9", postcode="2000", city="Antwerpen", country="BE"),
    vat_number="BE0403019261",
)
COURT = InvoiceParty(
    name="Gemeente Voorbeeldstad",
    attention="afdeling Financiën",
    address=Address(lines="Raadhuisplein 1\nPostvak 12", postcode="1234 DD", city="Voorbeeldstad"),
    government_number="00000001003214345000",
)


def line(
    price: int,
    quantity: int = 1000,
    category: VatCategory = VatCategory.STANDARD,
    *,
    day: date | None = date(2026, 9, 10),
    discount: Discount = NO_DISCOUNT,
    text: str = "Intervisie, donderdag 10 september 2026",
    **more: Any,  # noqa: ANN401  (further fields of the line)
) -> InvoiceLine:
    """A line of a group; quantity in thousandths, price in cents."""
    priced = Priced(quantity=quantity, unit_price=price, category=category,
                    rate=RATES.get(category, 0), discount=discount)  # fmt: skip
    more.setdefault("note", "Ochtendgroep Utrecht, 2,5 uur")
    return line_of(text, priced, served_on=day, **more)


def invoice(*lines: InvoiceLine, number: str = "2026-0036", **more: Any) -> InvoiceFacts:  # noqa: ANN401
    """An invoice of these lines to the firm; `more` are other fields."""
    discount = more.get("discount", NO_DISCOUNT)
    fields: dict[str, Any] = {
        "kind": InvoiceKind.INVOICE,
        "issued_on": ISSUED,
        "due_on": ISSUED + timedelta(days=30),
        "seller": SELLER,
        "buyer": FIRM,
        "reference": "Intervisie eerste helft 2026",
        "iban": "NL91 ABNA 0417 1643 00",
        "payment_reference": f"Factuur {number}",
        "terms": "Betalingstermijn 30 dagen. Op deze factuur zijn de algemene voorwaarden van"
        " Praktijk Papierwilg van toepassing.",
    }
    kinds = {each.category for each in lines}
    texts = tuple(each for each in TEXTS if each.category in kinds)
    return InvoiceFacts(
        **fields | {"number": number, "vat_texts": texts} | more,
        lines=lines,
        totals=totals((each.priced for each in lines), discount),
    )


def usual() -> InvoiceFacts:
    """Three meetings of two people at 21 %, as in the design."""
    days = (date(2026, 1, 28), date(2026, 4, 16), date(2026, 6, 18))
    names = ("woensdag 28 januari", "donderdag 16 april", "donderdag 18 juni")
    hours = ("2,5", "2,0", "2,0")
    return invoice(*(
        line(16500, 2000, day=day, text=f"Intervisie, {name} 2026", names=PEOPLE,
             note=f"Ochtendgroep Utrecht, {long} uur")
        for day, name, long in zip(days, names, hours, strict=True)
    ))  # fmt: skip


def regimes() -> dict[str, InvoiceFacts]:
    """One of every btw regime, and what may stand together."""
    reduced, verlegd = VatCategory.REDUCED, VatCategory.REVERSE_CHARGE
    education = {"category": VatCategory.EDUCATION, "text": "Opleidingsdag intervisie"}
    without_id = replace(SELLER, vat_number="")
    firm_with_id = replace(FIRM, vat_number="NL123456782B12")
    return {
        "factuur": usual(),
        "factuur_9": invoice(line(3750, category=reduced), line(1250, category=reduced)),
        "factuur_0": invoice(line(20000, category=VatCategory.ZERO)),
        "factuur_verlegd": invoice(line(95000, category=verlegd), buyer=firm_with_id),
        "factuur_verlegd_buitenland": invoice(line(95000, category=verlegd), buyer=ABROAD),
        "factuur_kor": invoice(line(16500, 2000, VatCategory.KOR)),
        "factuur_kor_zonder_id": invoice(
            line(16500, 2000, VatCategory.KOR_NO_ID), seller=without_id
        ),
        "factuur_onderwijs": invoice(line(42000, **education)),
        "factuur_gemengd": invoice(
            line(16500, 2000),
            line(42000, **education),
            line(4995, category=reduced, text="Boek over intervisie", note=""),
            line(23, 86000, text="Reiskosten, heen en terug", note="", unit=Unit.KILOMETRE),
            discount=Discount(percent=500), discount_reason="Korting vaste opdrachtgever",
        ),
        "factuur_centen": invoice(line(3750), line(1250)),
    }  # fmt: skip


def kinds() -> dict[str, InvoiceFacts]:
    """Credit notes, discounts, instalments and buyers of every sort."""
    first = usual()
    long = "Intervisie met de vaste groep over de praktijkvoering, met voorbereiding en nawerk, "
    part = replace(
        invoice(line(16500, -1000, day=date(2026, 6, 18), text="Intervisie, donderdag 18 juni 2026",
                     names=PEOPLE[1:]),
                number="2026-0041", kind=InvoiceKind.CREDIT, due_on=None, payment_reference="",
                terms=""),
        original=mirrored(first, number="x", issued_on=ISSUED).original,
    )  # fmt: skip
    instalment = invoice(
        line(150000, text="Eerste termijn van drie: begeleiding intervisie 2026",
             note="Offerte 2026-OFF-004, een derde van € 4.500,00"),
        kind=InvoiceKind.INSTALMENT, number="2026-0037",
    )  # fmt: skip
    discounted = regimes()["factuur_gemengd"]
    return {
        "creditfactuur": mirrored(first, number="2026-0040", issued_on=date(2026, 9, 28)),
        "creditfactuur_deel": part,
        "creditfactuur_korting": mirrored(discounted, number="2026-0042", issued_on=ISSUED),
        "factuur_korting_regel": invoice(
            line(16500, 2000, discount=Discount(percent=1250), discount_reason="Vroegboekkorting"),
            line(16500, discount=Discount(amount=2500)),
        ),
        "factuur_korting": invoice(line(33333), discount=Discount(amount=3333)),
        "factuur_termijn": instalment,
        "factuur_deels_betaald": replace(first, paid=50000),
        "factuur_betaald": replace(first, paid=first.gross),
        "factuur_nul": invoice(
            line(16500), line(16500, -1000, text="Vervallen bijeenkomst", day=None)
        ),
        "factuur_particulier": invoice(
            line(16500, 1500, unit=Unit.HOUR), buyer=PERSON, reference=""
        ),
        "factuur_particulier_kor": invoice(
            line(16500, category=VatCategory.KOR_NO_ID), buyer=PERSON, reference="",
            seller=replace(SELLER, vat_number=""),
        ),
        "factuur_overheid": invoice(line(16500, 3000), buyer=COURT, order_number="INK-2026/0815"),
        "factuur_peppol": invoice(
            line(16500), buyer=replace(FIRM, electronic_address="0106:90000034")
        ),
        "factuur_lang": invoice(
            line(123456789, 1234567, names=PEOPLE * 6, text=long * 3, note=long * 5),
            line(16500, text="Ā" + "x" * 140, note="<b>&amp;</b> {veld} **vet** \x07"),
            intro=long * 4, closing=long * 3, reference=long,
            buyer=replace(FIRM, name="Maatschap Appelvink, Regenwilg, Ganzerik en Świątek-Żurawska"
                                     " Advocaten en Mediators te Voorbeeldstad"),
        ),
        "factuur_zestig": invoice(*(
            line(16500 + 111 * n, 1000 + 500 * (n % 3),
                 day=date(2026, 1, 5) + timedelta(days=4 * n),
                 text=f"Intervisie, bijeenkomst {n + 1}", names=PEOPLE if n % 4 else ())
            for n in range(60)
        )),
    }  # fmt: skip


def invoices() -> dict[str, InvoiceFacts]:
    """Every kind of invoice and credit note by name."""
    return regimes() | kinds()


def quote() -> InvoiceFacts:
    """An offer for a year of meetings, with a discount."""
    return replace(
        invoice(
            line(95000, 6000, day=None, text="Begeleiding intervisiegroep, per dagdeel",
                 note="Zes bijeenkomsten van 2,5 uur voor ten hoogste acht deelnemers"),
            line(23, 516000, day=None, text="Reiskosten", note="", unit=Unit.KILOMETRE),
            number="2026-OFF-004", kind=InvoiceKind.QUOTE, payment_reference="",
            discount=Discount(percent=500), discount_reason="Korting bij jaarafspraak",
        ),
        intro="Naar aanleiding van ons gesprek bied ik u de begeleiding van uw intervisiegroep in"
        " 2027 aan.",
        closing="U aanvaardt deze offerte door haar te ondertekenen en terug te sturen.",
        terms="Deze offerte is geldig tot en met 21 oktober 2026.",
    )  # fmt: skip


def files() -> dict[str, bytes]:
    """The XML of every invoice by file name: UBL as its buyer gets it, and the CII of its paper."""
    made = {
        f"{name}.{syntax}.xml": write(facts)
        for name, facts in invoices().items()
        for syntax, write in (("ubl", ubl), ("cii", cii))
    }
    made["factuur_met_pdf.ubl.xml"] = ubl(usual(), paper=b"%PDF-1.7")
    return made


def reminders(practice: PracticeFacts) -> dict[str, reminder.ReminderFacts]:
    """A reminder, the free letter to a consumer, and a notice to a business with interest."""
    first = usual()
    one = reminder.OpenInvoice(
        number=first.number, issued_on=ISSUED, due_on=first.due_on,
        gross=first.gross, open=first.open,
    )  # fmt: skip
    two = reminder.OpenInvoice(number="2026-0031", issued_on=date(2026, 8, 3),
                               due_on=date(2026, 9, 2), gross=39930, open=19930)  # fmt: skip
    kinds = reminder.LetterKind

    def letter(
        kind: reminder.LetterKind, buyer: InvoiceParty, *open_ones: reminder.OpenInvoice,
        **more: Any,  # noqa: ANN401
    ) -> reminder.ReminderFacts:  # fmt: skip
        costs, vat = more.get("costs", 0), more.pop("with_vat", False)
        words = reminder.letter_words(
            open_ones, recipient=more.pop("recipient", ""), costs=costs, practice=SELLER.name
        )
        says = Wording({}, words, {"costs_with_vat"} if vat else set())
        said = says.each(f"reminder.{kind}.")
        named = [said.pop(f"reminder.{kind}.{part}") for part in ("title", "opening")]
        text = reminder.Letter(
            kind=kind, title=named[0], opening=named[1], closing="\n\n".join(said.values())
        )
        return reminder.ReminderFacts(
            practice=practice, seller=SELLER, recipient=buyer, issued_on=date(2026, 11, 2),
            letter=text, invoices=open_ones, iban=first.iban, sender="Marit Papierwilg", **more,
        )  # fmt: skip

    return {
        "herinnering": letter(kinds.REMINDER, FIRM, one, pay_by=date(2026, 11, 9)),
        "aanmaning_particulier": letter(
            kinds.NOTICE_CONSUMER, PERSON, one, two, number="AM-2026-003", costs=21024,
            with_vat=True, recipient="mevrouw Świątek-Żurawska",
        ),
        "aanmaning": letter(
            kinds.NOTICE_BUSINESS, FIRM, one, pay_by=date(2026, 11, 16), costs=17969,
            charges=(reminder.Charge(label="Wettelijke handelsrente tot vandaag", amount=401),),
        ),
    }  # fmt: skip


def statements(practice: PracticeFacts) -> dict[str, account_statement.AccountStatementFacts]:
    """A year with invoices and payments, a long one, and one in which nothing happened."""
    entry = account_statement.AccountEntry
    usual_one = account_statement.AccountStatementFacts(
        practice=practice, seller=SELLER, client=FIRM, issued_on=date(2026, 11, 2),
        first=date(2026, 1, 1), last=date(2026, 10, 31), opening=39930,
        entries=(
            entry(day=date(2026, 1, 12), text="Betaling", amount=-39930),
            entry(day=ISSUED, text="Factuur 2026-0036", due_on=date(2026, 10, 21), amount=119790),
            entry(day=date(2026, 9, 28), text="Creditfactuur 2026-0041", amount=-19965),
            entry(day=date(2026, 10, 5), text="Factuur 2026-0043", due_on=date(2026, 11, 4),
                  amount=19965),
        ),
        overdue=99825, iban="NL91 ABNA 0417 1643 00",
    )  # fmt: skip
    return {
        "rekeningoverzicht": usual_one,
        "rekeningoverzicht_lang": replace(usual_one, entries=usual_one.entries * 14),
        "rekeningoverzicht_leeg": replace(usual_one, opening=0, entries=(), overdue=0),
        "rekeningoverzicht_tegoed": replace(usual_one, opening=-500000),
    }
