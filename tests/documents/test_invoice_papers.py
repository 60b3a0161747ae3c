"""Invoices on paper: what they say, to the cent the same as facts, XML and QR code."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest
import reading
import sample_invoices
import sample_papers as samples
from lxml import etree

from intervisie_desktop.documents import epc
from intervisie_desktop.documents.einvoice import UnreadableXmlError, cii, embedded, read, ubl
from intervisie_desktop.documents.invoice_facts import InvoiceFacts, InvoiceKind
from intervisie_desktop.documents.invoice_json import from_json, to_json
from intervisie_desktop.documents.pdf import account_statement, invoice, reminder
from intervisie_desktop.documents.pdf.qr import modules

EVERY = sample_invoices.invoices()
AMOUNT = re.compile(r"€[\u00a0 ](−?)([\d.]+),(\d\d)")
LAST = {"credit": "Totaal credit", "quote": "Totaal"}


def paper(facts: InvoiceFacts) -> bytes:
    xml = b"" if facts.kind is InvoiceKind.QUOTE else cii(facts)
    return invoice.render(
        invoice.InvoicePaperFacts(practice=samples.practice(), invoice=facts, xml=xml)
    )


def cents(text: str) -> int:
    minus, whole, rest = AMOUNT.search(text).groups()
    return int(f"{'-' if minus else ''}{whole.replace('.', '')}{rest}")


def sums(data: bytes) -> list[tuple[str, str]]:
    """The label and amount of every row that has a head of its own, as a screen reader hears it."""
    return re.findall(r"TR\n +TH: (.*)\n +TD: (.*)\n", reading.outline(data))


def qr_on_paper(data: bytes) -> tuple[int, list[float]] | None:
    """The page and the box (in points) of the QR code, from the structure tree."""
    reader = reading.opened(data)
    pages = [page.indirect_reference.idnum for page in reader.pages]

    def visit(element):
        if element["/S"] == "/Figure" and "QR" in element.get("/Alt", ""):
            return pages.index(element.raw_get("/Pg").idnum), element["/A"]["/BBox"]
        kids = (kid.get_object() for kid in element.get("/K", []))
        inner = [kid for kid in kids if not isinstance(kid, int) and "/S" in kid]
        return next((found for kid in inner if (found := visit(kid))), None)

    found = visit(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object())
    return found and (found[0], [float(value) for value in found[1]])


def scanned(data: bytes, count: int) -> list[list[bool]]:
    """The modules of the QR code as they were printed, so many in a row."""
    page, (left, _, right, top) = qr_on_paper(data)
    scale = 4.0
    with pypdfium2.PdfDocument(data) as document:
        image = document[page].render(scale=scale).to_pil().convert("L")
    step, start = (right - left) / count * scale, image.height - top * scale
    middles = [(place + 0.5) * step for place in range(count)]
    return [
        [image.getpixel((int(left * scale + x), int(start + y))) < 128 for x in middles]
        for y in middles
    ]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_facts_paper_ubl_cii_and_qr_agree_to_the_cent(papers, name):
    facts, data = EVERY[name], papers[name]
    rows = sums(data)
    label, amount = rows[-1]
    assert label == LAST.get(facts.kind, "Te betalen")
    told = [read(embedded(data)), read(ubl(facts)), read(cii(from_json(to_json(facts))))]
    assert {each.open for each in told} == {facts.open} == {cents(amount)}
    assert {each.net for each in told} == {facts.totals.net}
    assert cents(rows[0][1]) == facts.totals.lines
    printed = [
        (text, cents(value)) for text, value in rows if text.startswith("Btw") and "€" in value
    ]
    charged = [group for group in facts.groups if group.category.charged]
    assert [value for _, value in printed] == [group.vat for group in charged]
    assert [cents(text) for text, _ in printed] == [group.base for group in charged]
    lines = re.findall(r"TD: (.*)\n", reading.outline(data))
    for line in facts.lines:
        assert any(AMOUNT.fullmatch(cell) and cents(cell) == line.net for cell in lines)
    payload = epc.payload(facts)
    if not payload:
        assert qr_on_paper(data) is None
        return
    euros, _, rest = payload.split("\n")[7].removeprefix("EUR").partition(".")
    assert int(euros + rest) == facts.open
    rows = modules(payload.encode())
    assert scanned(data, len(rows)) == [[bool(dark) for dark in row] for row in rows]


@pytest.mark.parametrize("name", ["factuur", "factuur_particulier", "aanmaning_particulier"])
def test_a_scanner_reads_the_code(papers, name, tmp_path):
    if shutil.which("zbarimg") is None:
        pytest.skip("no scanner: apt-get install zbar-tools")
    with pypdfium2.PdfDocument(papers[name]) as document:
        document[0].render(scale=4).to_pil().save(tmp_path / "page.png")
    done = subprocess.run(["zbarimg", "--quiet", "--raw", str(tmp_path / "page.png")],
                          capture_output=True, text=True, check=True)  # fmt: skip
    lines = done.stdout.rstrip("\n").split("\n")
    assert lines[:4] == ["BCD", "002", "1", "SCT"]
    assert lines[5:7] == ["Praktijk Papierwilg", "NL91ABNA0417164300"]
    total = EVERY[name].open if name in EVERY else samples.reminders()[name].total
    assert lines[7] == f"EUR{total // 100}.{total % 100:02}"


@pytest.mark.parametrize(
    "name",
    ["creditfactuur", "creditfactuur_deel", "creditfactuur_korting", "factuur_betaald",
     "factuur_nul", "offerte"],
)  # fmt: skip
def test_there_is_no_code_where_nothing_is_to_be_paid(papers, name):
    assert qr_on_paper(papers[name]) is None
    assert "IBAN" not in reading.spoken(papers[name])


def test_a_code_holds_names_in_utf_8_and_no_more_than_it_may():
    payload = epc.transfer("Ż" * 90, "NL91 ABNA 0417 1643 00", 5, "é" * 200)
    assert len(payload.encode()) <= 331
    assert payload.split("\n")[5] == "Ż" * 70
    assert payload.split("\n")[7] == "EUR0.05"
    assert epc.transfer("A", "NL91ABNA0417164300", 0, "x") == ""
    assert epc.transfer("A", "NL91ABNA0417164300", epc.MOST + 1, "x") == ""


@pytest.mark.parametrize(
    "name", [n for n in EVERY if not any(g.category.charged for g in EVERY[n].groups)]
)
def test_an_exemption_never_shows_a_rate_or_an_amount_of_btw(papers, name):
    text = reading.spoken(papers[name])
    assert "0%" not in text
    assert not re.search(r"Btw \d", text)
    for group in EVERY[name].groups:
        assert EVERY[name].vat_text(group.category) in text


def test_btw_numbers_are_left_out_of_an_invoice_outside_btw():
    facts = sample_invoices.invoice(
        sample_invoices.line(100, category=sample_invoices.VatCategory.KOR_NO_ID)
    )
    assert "NL000099998B57" not in reading.spoken(paper(facts))
    assert "NL000099998B57" in reading.spoken(paper(sample_invoices.usual()))


def test_all_that_the_law_asks_stands_on_it(papers):
    text = reading.spoken(papers["factuur"])
    for words in ("2026-0036", "21 september 2026", "NL000099998B57", "KvK 90000012",
                  "Voorbeeldlaan 1, 1234 AA Voorbeeldstad", "Maatschap Appelvink", "Vogelplein 12",
                  "28 januari – 18 juni 2026", "Ochtendgroep Utrecht", "21%", "€ 165,00",
                  "Btw 21% over € 990,00", "€ 207,90"):  # fmt: skip
        assert words in text.replace("\u00a0", " ")


def test_a_credit_note_says_what_it_takes_back(papers):
    text = reading.spoken(papers["creditfactuur"])
    assert "Bij factuur 2026-0036 (21-09-2026)" in text
    assert "Betalingstermijn" not in text


def test_names_of_participants_are_printed_only_when_they_are_in_the_facts():
    usual = sample_invoices.usual()
    bare = replace(usual, lines=tuple(replace(line, names=()) for line in usual.lines))
    assert "N. Appelvink en B. Regenwilg" in reading.spoken(paper(usual))
    assert "Regenwilg" not in reading.spoken(paper(bare))
    assert b"Regenwilg" not in cii(bare)


def test_the_day_of_a_service_is_said_once():
    said = sample_invoices.line(100, text="Intervisie op 3 maart 2026", day=date(2026, 3, 3))
    unsaid = replace(said, description="Intervisie")
    for line in (said, unsaid):
        tree = reading.outline(paper(sample_invoices.invoice(line)))
        cell = next(row for row in tree.splitlines() if "TD: Intervisie" in row)
        assert cell.count("3 maart 2026") == 1


def test_sixty_lines_carry_their_sum_over_every_break(papers):
    reader = reading.opened(papers["factuur_zestig"])
    facts = EVERY["factuur_zestig"]
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert len(texts) == 6
    done = 0
    for text, following in pairwise(texts):
        done += sum(f"bijeenkomst {n + 1} " in text for n in range(60))
        carried = sum(line.net for line in facts.lines[:done])
        assert cents(text[text.index("Over te brengen") :]) == carried
        assert cents(following[following.index("Overgebracht") :]) == carried
        assert following.count("Omschrijving") >= 1
    tree = reading.outline(papers["factuur_zestig"])
    assert tree.count("TH: Omschrijving") == 1
    assert "Overgebracht" not in tree
    assert "Te betalen" in texts[-1]
    assert "bijeenkomst 60 " in texts[-1]


def test_the_xml_lies_in_the_paper_as_factur_x(papers):
    import facturx

    for name in ("factuur", "creditfactuur"):
        found, xml = facturx.get_xml_from_pdf(papers[name], check_xsd=True, check_schematron=False)
        assert (found, xml) == ("factur-x.xml", cii(EVERY[name]))
        root = reading.opened(papers[name]).trailer["/Root"]
        told = root["/Metadata"].get_data().decode()
        assert "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>" in told
        (file,) = root["/AF"]
        assert file.get_object()["/AFRelationship"] == "/Alternative"
    told = reading.opened(papers["offerte"]).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "fx:" not in told


def test_terms_that_do_not_fit_at_the_foot_close_the_paper():
    long = replace(sample_invoices.usual(), terms="Algemene voorwaarden. " * 30)
    assert "P: Algemene voorwaarden. Algemene" in reading.outline(paper(long))
    assert len(reading.opened(paper(long)).pages) == 1


def test_the_free_letter_gives_fourteen_days_the_costs_and_the_consequence(papers):
    text = reading.spoken(papers["aanmaning_particulier"]).replace("\u00a0", " ")
    assert "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd" in text
    assert "zonder extra kosten" in text
    assert "€ 210,24 aan incassokosten" in text
    assert "Er staat € 1.397,20 open" in text
    assert "verhoogd met btw" in text
    assert "Uiterlijk" not in text


def test_a_free_letter_that_hides_its_term_or_costs_cannot_be_printed():
    facts = samples.reminders()["aanmaning_particulier"]
    letter = facts.letter
    vague = replace(letter, opening="Betaal.", closing=letter.closing.replace("veertien", "enkele"))
    for harmed in (
        replace(facts, letter=vague),
        replace(facts, costs=facts.costs + 1),
        replace(facts, costs=0),
        replace(facts, letter=replace(letter, closing="Binnen veertien dagen.")),
    ):
        with pytest.raises(reminder.VagueNoticeError):
            reminder.render(harmed)


def test_one_invoice_is_named_and_more_are_counted():
    (one,) = samples.reminders()["herinnering"].invoices
    assert reminder.letter_words([one])["facturen"] == "factuur 2026-0036 van 21 september 2026"
    assert reminder.letter_words([one, one])["facturen"] == "de twee facturen hieronder"


def test_charges_of_now_are_in_the_total_and_the_costs_of_later_are_not():
    facts = samples.reminders()["aanmaning"]
    data = reminder.render(facts)
    assert facts.total == facts.invoices[0].open + 401
    assert cents(sums(data)[-1][1]) == facts.total
    assert "€ 179,69 aan incassokosten" in reading.spoken(data).replace("\u00a0", " ")


@pytest.mark.parametrize("name", sorted(samples.statements()))
def test_a_statement_adds_up(papers, name):
    facts = samples.statements()[name]
    assert cents(sums(papers[name])[-1][1]) == facts.balance
    assert (qr_on_paper(papers[name]) is not None) == (facts.balance > 0)
    paid = replace(facts, opening=facts.opening - facts.balance, overdue=0)
    assert "Er staat niets open." in reading.spoken(account_statement.render(paid))


def test_a_line_longer_than_a_page_goes_on_without_counting_twice():
    words = " ".join(f"woord{n}" for n in range(1500))
    line = sample_invoices.line(16500, note=words)
    facts = sample_invoices.invoice(line, sample_invoices.line(100))
    data = paper(facts)
    pages = reading.opened(data).pages
    assert len(pages) > 2
    said = reading.spoken(data)
    assert all(f"woord{n} " in said for n in range(1499))
    assert said.count("165,00") == 2
    for page in pages[1:-1]:
        text = page.extract_text()
        assert cents(text[text.index("Overgebracht") :]) == 16500


def test_a_concept_says_so_and_cannot_be_paid_by_scanning():
    facts = replace(sample_invoices.usual(), number="", payment_reference="")
    data = invoice.render(
        invoice.InvoicePaperFacts(practice=samples.practice(), invoice=facts, concept=True)
    )
    text = reading.spoken(data)
    assert "Dit is een concept" in text
    assert "Factuurnummer concept" in text
    assert qr_on_paper(data) is None
    assert "NL91 ABNA" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("harmed", [b"", b"%PDF-1.7", b"geen pdf", "bewijs", "half"])
def test_a_pdf_without_an_invoice_says_so(papers, harmed):
    data = {"bewijs": papers["bewijs"], "half": papers["factuur"][:20_000]}.get(harmed, harmed)
    with pytest.raises(UnreadableXmlError):
        embedded(data)


def test_the_paper_can_travel_within_the_ubl(papers):
    facts = EVERY["factuur"]
    xml = ubl(facts, paper=papers["factuur"])
    (node,) = etree.fromstring(xml).iter("{*}EmbeddedDocumentBinaryObject")
    assert base64.b64decode(node.text) == papers["factuur"]
    assert node.get("filename") == "2026-0036.pdf"
    assert read(xml) == read(ubl(facts))
    odd = replace(facts, number="2026/ÿ: 1")
    assert b'filename="2026-\xc3\xbf-1.pdf"' in ubl(odd, paper=b"%PDF")
