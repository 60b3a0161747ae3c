"""Every kind of paper: what it says, in what order, with which tags, and always the same bytes."""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import looks
import pypdfium2
import pytest
import reading
import sample_papers as samples

from intervisie_desktop.documents import pdf
from intervisie_desktop.documents.pdf import certificate, evaluation, recovery_sheet
from intervisie_desktop.documents.pdf.fonts import missing_glyphs
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.documents.pdf.material import material
from intervisie_desktop.documents.pdf.qr import modules

ROOT = Path(__file__).parents[2]
READ_ALOUD = (
    "bewijs", "bewijs_vol", "bewijs_bijeenkomst", "bewijs_kaal", "bewijs_veertien",
    "bewijs_arabisch", "presentielijst_vooraf", "presentielijst_online_achteraf", "jaaropgave",
    "jaaropgave_leeg", "intervisiecontract_organisatie", "herstelcode",
    "evaluatieformulier", "uitnodiging_advocaten", "geheimhoudingsverklaring",
    "zelfbeoordeling", "verslag_gezamenlijk", "verslag_persoonlijk_skj", "feedbackregels",
    "vraagkaarten", "werkwijze", "evaluatie_uitkomsten", "factuur", "factuur_gemengd",
    "creditfactuur_korting", "offerte", "aanmaning_particulier", "rekeningoverzicht",
    "auditdossier", "auditdossier_groep", "auditdossier_leeg",
)  # fmt: skip
EVERY = sorted(
    [*samples.certificates(), *samples.attendance_lists(), *samples.year_overviews(),
     *samples.audit_files(),
     *samples.agreements(), *samples.evaluations(), *samples.invitations(),
     *samples.method_sheets(), *samples.totals(), *samples.meeting_papers(), "herstelcode",
     *samples.invoices(), *samples.reminders(), *samples.statements()]
)  # fmt: skip


@pytest.mark.parametrize("name", READ_ALOUD)
def test_a_paper_reads_aloud_as_agreed(papers, golden, name):
    golden(f"{name}.txt", reading.outline(papers[name]))


@pytest.mark.parametrize("name", EVERY)
def test_a_paper_is_tagged_through_and_through(papers, name):
    reader = reading.opened(papers[name])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    for page in reader.pages:
        _, loose = reading.marked_texts(page, reader)
        assert loose == []
    assert reading.outline(papers[name]).count("\n  H1: ") == 1


@pytest.mark.parametrize("name", EVERY)
def test_every_font_is_embedded_as_a_subset(papers, name):
    for page in reading.opened(papers[name]).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in below["/FontDescriptor"]
            assert font["/BaseFont"][7] == "+"


@pytest.mark.parametrize("name", EVERY)
def test_nothing_sticks_out_of_the_paper(papers, name):
    edge = (9.3 if name.startswith("bewijs") else 4.0) * 72 / 25.4
    document = pypdfium2.PdfDocument(papers[name])
    for page in document:
        wide, high = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert edge <= left <= right <= wide - edge
            assert edge <= bottom <= top <= high - edge
    document.close()


@pytest.mark.parametrize("name", ["bewijs", "presentielijst_online_achteraf", "factuur"])
def test_a_paper_looks_as_agreed(papers, name, accept):
    place = Path(__file__).parent / "_golden" / f"{name}.png"
    assert looks.difference(papers[name], place, accept=accept) < 1.5


def test_the_same_facts_give_the_same_bytes(papers):
    assert samples.papers() == papers


def test_another_process_gives_the_same_bytes(papers):
    script = (
        "import hashlib, sample_papers as s;"
        "print(hashlib.sha256(b''.join(v for _, v in sorted(s.papers().items()))).hexdigest())"
    )
    here = hashlib.sha256(b"".join(value for _, value in sorted(papers.items()))).hexdigest()
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C",
                   "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tools")])}  # fmt: skip
    there = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                           check=True, env=environment)  # fmt: skip
    assert there.stdout.strip() == here


def test_another_name_gives_another_file():
    usual = samples.year_certificate()
    first = reading.opened(certificate.render(usual))
    second = reading.opened(certificate.render(replace(usual, participant="mr. Ander Persoon")))
    assert first.trailer["/ID"][0] != second.trailer["/ID"][0]


def test_a_name_is_printed_as_typed(papers):
    text = reading.spoken(papers["bewijs_als_getypt"])
    assert "<b>Jan</b><img src=file:///plaatje.png>" in text
    assert "de groep {year} **vet** \\n, een groep" in text
    assert len(reading.opened(papers["bewijs_als_getypt"]).pages[0].images) == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bewijs_pools", "mr. Łucja Świątek-Żurawska"),
        ("bewijs_arabisch", "mr. سَمِيرَة بنت حدّاد (Samira Haddad)"),
        ("bewijs_hebreeuws", "mr. נועה בן־דוד"),
        ("bewijs_grieks_cyrillisch", "Ελένη Παπαδοπούλου-Соколова"),
        ("bewijs_devanagari", "क्षितिज श्रीवास्तव"),
        ("bewijs_onbekend_teken", "王小明 (Wang Xiaoming)"),
    ],
)
def test_a_name_in_any_script_can_be_read_back(papers, name, words):
    assert f"\n  P: {words}\n" in reading.outline(papers[name])


def test_missing_characters_are_told_beforehand():
    assert missing_glyphs("mr. Łucja Świątek-Żurawska سميرة נועה Ελένη क्षितिज Ștefan ẞ €") == ()
    assert missing_glyphs("王小明 en 王") == ("王", "小", "明")
    assert missing_glyphs("e\u0301 \u200d \n") == ()


def test_many_sessions_flow_to_a_second_page(papers):
    assert len(reading.opened(papers["bewijs_acht"]).pages) == 1
    assert len(reading.opened(papers["bewijs_veertien"]).pages) == 2
    tree = reading.outline(papers["bewijs_veertig"])
    assert len(reading.opened(papers["bewijs_veertig"]).pages) == 3
    assert tree.count("TH: Datum") == 1
    assert tree.count("    TR\n") == 42


def test_the_declaration_stands_where_it_is_signed(papers):
    last = reading.opened(papers["bewijs_veertien"]).pages[-1].extract_text()
    assert "Verklaring" in last
    assert "Marit Papierwilg" in last


def test_a_statement_is_printed_only_when_it_was_passed_in():
    words = certificate.statement_texts()
    only = replace(samples.year_certificate(), statements=(words["closed_room"],))
    text = reading.spoken(certificate.render(only))
    assert words["closed_room"] in text
    others = [key for key in words if key != "closed_room"]
    assert [key for key in others if words[key] in text] == []


def test_without_statements_there_is_no_declaration(papers):
    assert "Verklaring" not in reading.spoken(papers["bewijs_kaal"])


def test_a_certificate_has_no_place_for_other_names_or_content():
    names = {field.name for field in fields(certificate.CertificateFacts)}
    assert names & {"participants", "override_reason", "content", "evaluation", "cases"} == set()


def test_a_remark_is_printed_only_when_given():
    usual = samples.year_certificate()
    told = replace(usual, remark="Afgegeven met een uitzondering op de duur.")
    assert "uitzondering" not in reading.spoken(certificate.render(usual))
    assert told.remark in reading.spoken(certificate.render(told))


def test_columns_can_be_left_out():
    bare = replace(samples.year_certificate(), show_hours=False, show_contribution=False)
    text = reading.spoken(certificate.render(bare))
    assert "Uren" not in text
    assert "Eigen inbreng" not in text
    assert "9,0" not in text


def test_the_qr_code_on_paper_is_the_payload(papers):
    rows = modules(samples.PAYLOAD)
    scale = 6.0
    with pypdfium2.PdfDocument(papers["bewijs"]) as document:
        image = document[0].render(scale=scale).to_pil().convert("L")
    unit = scale * 72 / 25.4
    left, top, step = (210 - 24.8 - 24) * unit, (280.6 - 1 - 24) * unit, 24 * unit / len(rows)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            at = (int(left + (across + 0.5) * step), int(top + (down + 0.5) * step))
            assert (image.getpixel(at) < 128) == bool(dark)


def test_statutory_and_contractual_secrecy_are_two_texts(papers):
    statutory = reading.spoken(papers["geheimhoudingsverklaring"])
    contractual = reading.spoken(papers["geheimhoudingsverklaring_contract"])
    assert "artikel 26, eerste lid, van de Advocatenwet" in statutory
    assert "geen wettelijke plicht" not in statutory
    assert "geen wettelijke plicht" in contractual
    assert "vierde lid" not in contractual


def test_an_in_company_group_hears_what_the_organisation_gets(papers):
    assert "niets over de inhoud" in reading.spoken(papers["intervisiecontract_organisatie"])
    assert "niets over de inhoud" not in reading.spoken(papers["intervisiecontract"])


def test_a_declaration_is_signed_on_one_page(papers):
    for name in ("geheimhoudingsverklaring", "geheimhoudingsverklaring_contract"):
        assert len(reading.opened(papers[name]).pages) == 1


def test_an_invitation_speaks_for_its_own_profile(papers):
    lawyers = reading.spoken(papers["uitnodiging_advocaten"])
    assert "Voor mr. Merel Ganzerik" in lawyers
    assert "reikwijdte van de geheimhouding" in lawyers
    assert "zonder anderen" not in lawyers
    assert "niemand kan meeluisteren" in lawyers
    online = reading.spoken(papers["uitnodiging_mcg_online"])
    assert "Teams-app" in online
    assert "probleemstelling, beeldvorming, oordeelsvorming en besluitvorming" in online
    assert "leidinggevenden en coördinatoren nemen niet deel" in reading.spoken(
        papers["uitnodiging_goudraad"]
    )
    assert "het verhaal van onszelf" in reading.spoken(papers["uitnodiging_reflectief"])
    team = reading.spoken(papers["uitnodiging_team"])
    assert "niet iedere keer zelf een casus" in team
    assert "lijstje" not in team


def test_the_personal_part_of_a_report_names_nobody(papers):
    text = reading.spoken(papers["verslag_persoonlijk_skj"])
    assert "Ganzerik" not in text
    assert "Normatief" in text
    assert "drie tot vijf bladzijden" in reading.spoken(papers["verslag_persoonlijk_neurofeedback"])
    assert "Ganzerik" in reading.spoken(papers["verslag_gezamenlijk"])


def test_cards_stand_eight_on_a_sheet(papers):
    tree = reading.outline(papers["vraagkaarten"])
    assert len(reading.opened(papers["vraagkaarten"]).pages) == -(-tree.count("\n  H2: ") // 8)


def test_too_few_answers_are_a_dash(papers):
    row = reading.outline(papers["evaluatie_uitkomsten"]).split("\n    TR\n")[2]
    assert [part.split(": ")[1] for part in row.strip().split("\n")[1:]] == [
        "–", "–", "3,7", "3,8", "4,0"
    ]  # fmt: skip


def test_the_recovery_code_stands_whole_on_one_page():
    facts = samples.recovery()
    data = recovery_sheet.render(facts)
    text = reading.spoken(data)
    assert len(reading.opened(data).pages) == 1
    assert [text.index(group) for group in facts.groups] == sorted(
        text.index(group) for group in facts.groups
    )


def test_a_blank_list_has_room_to_write(papers):
    blank = reading.outline(papers["presentielijst_vooraf"])
    assert blank.count("    TR\n") == 1 + 5 + 2
    assert "10:00–12:30" in blank
    assert "afgemeld" not in blank


def test_an_evaluation_form_is_one_page_without_a_place_for_a_name(papers):
    for name in samples.evaluations():
        assert len(reading.opened(papers[name]).pages) == 1
        assert "handtekening" not in reading.spoken(papers[name]).casefold()
    names = {field.name for field in fields(evaluation.EvaluationFacts)}
    assert names & {"participant", "participants", "rows"} == set()


def test_an_evaluation_form_asks_about_the_surroundings_there_were(papers):
    here = reading.spoken(papers["evaluatieformulier"])
    both = reading.spoken(papers["evaluatieformulier_hybride"])
    assert "De ruimte was" in here
    assert "online overleg" not in here
    assert "De ruimte was" in both
    assert "online overleg" in both


def test_every_kind_of_paper_is_registered():
    found = {
        module
        for info in pkgutil.iter_modules(pdf.__path__)
        if hasattr(module := importlib.import_module(f"{pdf.__name__}.{info.name}"), "render")
    }
    assert found == set(pdf.TEMPLATES)
    for module in pdf.TEMPLATES:
        assert (material() / "templates" / f"{module.__name__.rsplit('.')[-1]}.toml").exists()


def test_a_practice_without_a_logo_has_no_picture():
    bare = replace(samples.year_certificate(), practice=PracticeFacts(name="Praktijk Kaal"),
                   signature=None, qr_payload="")  # fmt: skip
    assert "Figure" not in reading.outline(certificate.render(bare))


def test_broken_characters_from_an_import_do_not_stop_a_paper():
    harmed = replace(samples.year_certificate(), leader="Ma\ud800rit\x00 P\ufffe", place="\x07")
    assert "P: Marit P" in reading.outline(certificate.render(harmed))
