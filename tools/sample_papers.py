"""Write one of every kind of paper, with the variations that tend to break: `DIR`.

Beside an invoice lies its XML.
Everybody and everything on them is invented.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1]))

import sample_invoices

from intervisie_desktop.documents.einvoice import cii
from intervisie_desktop.documents.pdf import (
    account_statement,
    agreement,
    attendance_list,
    audit_facts,
    audit_file,
    certificate,
    evaluation,
    evaluation_totals,
    feedback_rules,
    invitation,
    invoice,
    method_sheet,
    prompt_cards,
    recovery_sheet,
    reminder,
    report,
    self_assessment,
    statement,
    year_overview,
)
from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.occasion import Attendee, Occasion
from intervisie_desktop.services.profiles import read_folder
from intervisie_desktop.services.texts import Wording

INK_BLUE = "#1E4A78"
PAYLOAD = "INTERVISIE1:" + "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U" * 5 + "." + "OV3HO6DZPJAUEQ2E" * 6
NAMES = (
    "mr. Merel Ganzerik", "mr. Nienke Appelvink", "mr. drs. Bram van den Regenwilg",
    "mr. Łucja Świątek-Żurawska", "mr. Samira Ait Benhaddou",
)  # fmt: skip


@cache
def logo() -> bytes:
    """A round mark with a leaf, drawn here."""
    image = Image.new("RGBA", (720, 720), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((12, 12, 708, 708), outline=INK_BLUE, width=24)
    draw.ellipse((56, 56, 664, 664), outline=INK_BLUE, width=10)
    draw.line((360, 250, 360, 560), fill=INK_BLUE, width=22)
    for left, top, tilt in ((250, 300, 35), (390, 300, -35), (240, 410, 35), (400, 410, -35)):
        leaf = Image.new("RGBA", (720, 720), (0, 0, 0, 0))
        ImageDraw.Draw(leaf).ellipse((left, top, left + 90, top + 52), outline=INK_BLUE, width=16)
        image.alpha_composite(leaf.rotate(-tilt, center=(left + 45, top + 26)))
    draw.ellipse((325, 150, 395, 270), outline=INK_BLUE, width=16)
    return _png(image)


@cache
def signature() -> bytes:
    """A scribble with a see-through ground."""
    image = Image.new("RGBA", (900, 240), (0, 0, 0, 0))
    points = [(20, 190), (90, 40), (130, 190), (200, 40), (230, 180), (300, 110), (330, 180),
              (380, 110), (420, 180), (520, 60), (500, 200), (560, 60), (640, 90), (560, 130),
              (700, 170), (760, 110), (880, 120)]  # fmt: skip
    ImageDraw.Draw(image).line(points, fill=INK_BLUE, width=9, joint="curve")
    ImageDraw.Draw(image).line([(260, 225), (840, 205)], fill=INK_BLUE, width=6)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def practice() -> PracticeFacts:
    """The invented practice."""
    return PracticeFacts(
        name="Praktijk Papierwilg",
        tagline="Begeleiding van intervisie",
        logo=logo(),
        lines=("Voorbeeldlaan 1, 0000 AA Voorbeeldstad", "marit@papierwilg.example"),
    )


def sessions(
    count: int, first: date = date(2026, 2, 10)
) -> tuple[certificate.CertificateSession, ...]:
    """That many online sessions, three weeks apart."""
    return tuple(
        certificate.CertificateSession(
            day=first + timedelta(weeks=3 * place),
            start=600,
            end=750 if place % 2 == 0 else 720,
            minutes=150 if place % 2 == 0 else 120,
            form="online",
            contribution=place % 3 != 1,
        )
        for place in range(count)
    )


def year_certificate() -> certificate.CertificateFacts:
    """The certificate of the design: four sessions in a year, everything in order."""
    words = certificate.statement_texts()
    keys = ("confidentiality", "closed_room", "contribution", "duration_expert")
    days = (date(2026, 2, 10), date(2026, 4, 23), date(2026, 6, 16), date(2026, 10, 6))
    rows = tuple(
        replace(row, day=day, contribution=place != 1)
        for place, (row, day) in enumerate(zip(sessions(4), days, strict=True))
    )
    rows = (rows[0], rows[1], replace(rows[2], end=720, minutes=120),
            replace(rows[3], end=750, minutes=150))  # fmt: skip
    return certificate.CertificateFacts(
        practice=replace(practice(), lines=()),
        number="2026-017",
        year=2026,
        issued_on=date(2026, 10, 13),
        place="Voorbeeldstad",
        subtitle="aan online intervisie voor advocaten",
        participant=NAMES[0],
        group="Arbeidsrecht Online",
        group_size=5,
        members="advocaten",
        sessions=rows,
        minutes=540,
        required_minutes=480,
        statements=tuple(words[key] for key in keys),
        leader="Marit Papierwilg",
        leader_line="gespreksleider en deskundige",
        signature=signature(),
        qr_payload=PAYLOAD,
        control_code="7F3K-92MD-QX4L",
    )


def certificates() -> dict[str, certificate.CertificateFacts]:
    """The certificate in all its shapes."""
    usual = year_certificate()
    one = usual.sessions[0]
    return {
        "bewijs": usual,
        "bewijs_vol": replace(
            usual, registrations=("BAR A 00000", "MfN 00000"), points=4,
            description="Besproken zijn werkdruk en grenzen, de samenwerking op kantoor en het "
            "aannemen van opdrachten, telkens vanuit een eigen vraag van een deelnemer.",
            designation="Aangewezen deskundige, artikel 26, eerste lid, Advocatenwet",
            designation_until=date(2029, 12, 31), replaces="2026-012",
        ),
        "bewijs_bijeenkomst": replace(
            usual, day=one.day, sessions=(replace(one, pause=15, note="Voorbeeldplatform"),),
            minutes=one.minutes, required_minutes=None, points=2,
        ),
        "bewijs_acht": replace(usual, sessions=sessions(8), minutes=1080),
        "bewijs_veertien": replace(usual, sessions=sessions(14), minutes=1890, points=4),
        "bewijs_veertig": replace(usual, sessions=sessions(40, date(2024, 1, 9)), minutes=5400),
        "bewijs_kaal": replace(
            usual, practice=PracticeFacts(name="Praktijk Papierwilg"), signature=None,
            qr_payload="", control_code="", statements=(), show_contribution=False,
            show_hours=False, sessions=usual.sessions[:1], day=one.day,
        ),
        "bewijs_groepen": replace(
            usual, group="", sessions=tuple(replace(s, note="Ochtendgroep") for s in usual.sessions)
        ),
        "bewijs_lange_naam": replace(
            usual, participant="prof. mr. dr. Wilhelmina Josephina van den Ouwelandt tot "
            "Middelburg-Hoogstraten LL.M. MfN-registermediator",
            group="Ochtendgroep arbeidsrecht, medezeggenschap en sociale zekerheid Midden",
            practice=replace(usual.practice, name="Begeleidingspraktijk Van der Papierwilg, "
                             "Appelvink en Regenwilg voor intervisie en reflectie"),
        ),
        "bewijs_pools": replace(usual, participant=NAMES[3]),
        "bewijs_arabisch": replace(usual, participant="mr. سَمِيرَة بنت حدّاد (Samira Haddad)"),
        "bewijs_hebreeuws": replace(usual, participant="mr. נועה בן־דוד"),
        "bewijs_grieks_cyrillisch": replace(usual, participant="Ελένη Παπαδοπούλου-Соколова"),
        "bewijs_devanagari": replace(usual, participant="क्षितिज श्रीवास्तव"),
        "bewijs_onbekend_teken": replace(usual, participant="王小明 (Wang Xiaoming)"),
        "bewijs_als_getypt": replace(
            usual, participant="<b>Jan</b><img src=file:///plaatje.png>",
            group="{year} **vet** \\n",
            specimen=True,
        ),
    }  # fmt: skip


def attendance_lists() -> dict[str, attendance_list.AttendanceListFacts]:
    """Blank and filled, on location and online, and one that runs over."""
    rows = tuple(
        attendance_list.AttendanceRow(name=name, organisation="Maatschap Appelvink",
                                      registration="BAR A 00000")
        for name in NAMES
    )  # fmt: skip
    there = ((600, 750),)
    told = (
        replace(rows[0], times=there, identity=True, online=True, room=True),
        replace(rows[1], times=((600, 660), (675, 750)), identity=True, online=True, room=True),
        replace(rows[2], absent="afgemeld"),
        replace(rows[3], times=((615, 750),), identity=True, online=True, room=False),
        replace(rows[4], times=there, identity=True, online=True, room=True),
    )
    blank = attendance_list.AttendanceListFacts(
        practice=practice(), issued_on=date(2026, 2, 3), group="Arbeidsrecht Online",
        day=date(2026, 2, 10), start=600, end=750, form="op locatie",
        place="Voorbeeldlaan 1, Voorbeeldstad", leader="Marit Papierwilg",
        leader_line="gespreksleider", method="Incidentmethode", rows=rows, blank_rows=2,
    )  # fmt: skip
    filled = replace(blank, rows=told, filled=True, online=True, form="online",
                     place="Voorbeeldplatform", confidentiality_on=date(2026, 2, 10),
                     confidentiality_at=602, signature=signature())  # fmt: skip
    return {
        "presentielijst_vooraf": blank,
        "presentielijst_online_vooraf": replace(blank, online=True, form="online"),
        "presentielijst_achteraf": replace(filled, online=False),
        "presentielijst_online_achteraf": filled,
        "presentielijst_lang": replace(blank, rows=rows * 7),
    }


def year_overviews() -> dict[str, year_overview.YearOverviewFacts]:
    """A year with two registers, a long year and an empty one."""
    made = tuple(
        year_overview.OverviewSession(
            day=s.day, start=s.start, end=s.end, minutes=s.minutes, group="Arbeidsrecht Online",
            form="online" if place % 3 else "op locatie", leader="Marit Papierwilg",
            certificate=f"2026-{place + 11:03}",
            note="korter dan twee uur, telt niet mee" if place == 2 else "",
        )
        for place, s in enumerate(sessions(4))
    )  # fmt: skip
    usual = year_overview.YearOverviewFacts(
        practice=practice(), year=2026, issued_on=date(2026, 12, 18), place="Voorbeeldstad",
        participant=NAMES[2], organisation="Maatschap Appelvink",
        registrations=("BAR A 00000", "MfN 00000"), sessions=made,
        standings=(
            year_overview.OverviewStanding(register="NOvA, intervisie", minutes=420,
                                           required_minutes=480, hundredths=300, points_cap=4),
            year_overview.OverviewStanding(register="MfN-register", minutes=540),
        ),
        leader="Marit Papierwilg", leader_line="gespreksleider", signature=signature(),
    )  # fmt: skip
    return {
        "jaaropgave": usual,
        "jaaropgave_lang": replace(usual, sessions=made * 9, participant=NAMES[3]),
        "jaaropgave_leeg": replace(usual, sessions=(), standings=(), signature=None),
    }


def audit_files() -> dict[str, audit_facts.AuditFileFacts]:
    """The file of a participant, of a group over pages, and of someone without anything."""
    designation = "NOvA 2021-118, van 1 maart 2021 tot en met 28 februari 2026"
    own = tuple(
        audit_facts.AuditSession(
            day=s.day,
            start=s.start,
            end=s.end,
            group="Arbeidsrecht Online",
            form="online",
            leader="Marit Papierwilg",
            designation=designation if place < 2 else "",
            times=((s.start, s.end),) if place != 2 else ((s.start + 65, s.end),),
            others=5,
            counted=0 if place == 2 else s.minutes,
            note="too_short" if place == 2 else "",
            secrecy_on=s.day,
            secrecy_at=s.start,
            list_signed=place != 1,
            evaluated_on=s.day if place else None,
        )
        for place, s in enumerate(sessions(4))
    )
    there = [audit_facts.AuditPresence(name=n, times=((600, 750),), counted=150) for n in NAMES[:3]]
    people = (*there, audit_facts.AuditPresence(name=NAMES[3], absent="excused"))
    finding = audit_facts.AuditFinding(
        title="mr. drs. Bram van den Regenwilg was korter dan twee uur aanwezig",
        evidence="85 minuten aaneengesloten",
        context="di 24 maart",
        severity="error",
        norm="NOvA: ten minste 2 uur aaneengesloten per dag",
        source="Verordening op de advocatuur, art. 4.3a lid 1 onder a (volgens een openbare bron)",
    )
    usual = audit_facts.AuditFileFacts(
        practice=practice(), issued_on=date(2026, 12, 18), of_group=False, name=NAMES[2],
        first=date(2026, 1, 1), last=date(2026, 12, 31), organisation="Maatschap Appelvink",
        registrations=("BAR A 00000",), sessions=own,
        agreements=(
            audit_facts.AuditAgreement(
                agreed_on=date(2026, 1, 6), group="Arbeidsrecht Online",
                signatures=((NAMES[2], date(2026, 1, 8)), ("Marit Papierwilg", date(2026, 1, 6))),
            ),
        ),
        certificates=(
            audit_facts.AuditCertificate(
                number="2026-011", name=NAMES[2], about=2026, issued_on=date(2026, 12, 11),
                state="valid", sha256="0f1e2d3c4b5a6978" * 4,
            ),
            audit_facts.AuditCertificate(
                number="2026-003", name=NAMES[2], about=date(2026, 2, 10),
                issued_on=date(2026, 2, 12), state="replaced", sha256="8796a5b4c3d2e1f0" * 4,
                reason="de naam was verkeerd gespeld",
            ),
        ),
        standings=(
            audit_facts.AuditStanding(
                name=NAMES[2], register="NOvA intervisie", year=2026, made=390, required=480,
                hundredths=400, state="short",
            ),
        ),
        findings=(
            finding,
            replace(finding, title="Presentielijst niet getekend", evidence="", severity="warning",
                    context="di 3 maart", exception_on=date(2026, 3, 5), reason="staat op papier"),
            replace(finding, title="Omschrijving voor het bewijs ontbreekt", evidence="",
                    solved_on=date(2026, 4, 2)),
        ),
        norms=(
            audit_facts.AuditNorm(
                profile="NOvA intervisie", valid_from=date(2024, 1, 1), certainty="source",
                sources=("Verordening op de advocatuur, art. 4.3a lid 1 onder a",
                         "Regeling op de advocatuur, art. 13a lid 1"),
                checked_on=date(2026, 11, 22),
            ),
        ),
    )  # fmt: skip
    group = replace(
        usual, of_group=True, name="Arbeidsrecht Online", organisation="", registrations=(),
        sessions=tuple(replace(s, times=(), people=people) for s in own),
        standings=tuple(replace(usual.standings[0], name=name) for name in NAMES[:3]),
    )  # fmt: skip
    bare = audit_facts.AuditFileFacts(
        practice=practice(), issued_on=date(2026, 12, 18), of_group=False, name=NAMES[3],
        first=date(2026, 1, 1), last=date(2026, 12, 31),
    )  # fmt: skip
    return {
        "auditdossier": usual,
        "auditdossier_groep": group,
        "auditdossier_lang": replace(group, sessions=group.sessions * 8),
        "auditdossier_leeg": bare,
    }


def occasion(key: str, mode: Mode = Mode.ONLINE, **changes: object) -> Occasion:
    """A session of a group under this rule profile, with two who come."""
    session = Session(
        id="s", group_id="g", day=date(2026, 2, 10), start=600, end=750, mode=mode,
        place="" if mode is Mode.ONLINE else "Voorbeeldlaan 1, Voorbeeldstad",
        link="" if mode is Mode.ON_LOCATION else "https://overleg.example/abc-123",
        platform="" if mode is Mode.ON_LOCATION else "Voorbeeldplatform",
        method="Incidentmethode", breaks=(Interval(660, 675),),
    )  # fmt: skip
    usual = Occasion(
        practice=Practice(name=practice().name, tagline=practice().tagline, logo=logo()),
        group=Group(id="g", name="Arbeidsrecht Online", profiles=(key,), mode=mode),
        session=session, day=session.day, today=date(2026, 1, 13),
        leader=Facilitator(id="m", name="Marit Papierwilg"),
        designations=(Designation(id="d", facilitator_id="m", register="NOvA", period=Period()),),
        profiles=(read_folder(resources() / "profiles")[key],),
        people=(
            Attendee(employer="Maatschap Appelvink", person=Participant(id="a", name=PersonName(
                title_before="mr.", given="Merel", surname="Ganzerik"))),
            Attendee(person=Participant(id="b", name=PersonName(
                title_before="mr.", given="Nienke", surname="Appelvink"))),
        ),
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type]


def words_of(about: Occasion, attendee: Attendee | None = None) -> Wording:
    """The texts of the program for an occasion."""
    return Wording({}, about.words(attendee), about.traits())


def agreements() -> dict[str, agreement.AgreementFacts]:
    """With statutory secrecy, and by contract within one organisation."""
    parties = tuple(agreement.Party(name=name, line="Maatschap Appelvink") for name in NAMES)
    statutory, within = occasion("nova_intervisie"), occasion("team_intern", Mode.ON_LOCATION)
    within = replace(within, group=replace(within.group, client_id="c"))
    usual = agreement.AgreementFacts(
        practice=practice(), agreed_on=date(2026, 1, 13), place="Voorbeeldstad",
        group="Arbeidsrecht Online", frequency="In 2026 vier bijeenkomsten, meestal van 2,5 uur",
        leader=agreement.Party(name="Marit Papierwilg", line="gespreksleider"),
        participants=parties, clauses=composing.clauses(words_of(statutory)),
    )  # fmt: skip
    signed = tuple(replace(party, signed_on=date(2026, 1, 13)) for party in parties)
    return {
        "intervisiecontract": usual,
        "intervisiecontract_organisatie": replace(
            usual, participants=signed, frequency="",
            clauses=composing.clauses(words_of(within)),
        ),
    }  # fmt: skip


def evaluations() -> dict[str, evaluation.EvaluationFacts]:
    """On location, and hybrid with a long name for the group."""
    here, both = occasion("vrij", Mode.ON_LOCATION), occasion("goudraad", Mode.HYBRID)
    assert here.session is not None
    assert both.session is not None
    usual = composing.evaluation(here, here.session, words_of(here))
    hybrid = composing.evaluation(both, both.session, words_of(both))
    return {
        "evaluatieformulier": replace(usual, practice=practice()),
        "evaluatieformulier_hybride": replace(
            hybrid, method="", practice=practice(),
            group="Ochtendgroep arbeidsrecht, medezeggenschap en sociale zekerheid Midden",
        ),
    }  # fmt: skip


def invitations() -> dict[str, invitation.InvitationFacts]:
    """To all and to one person, for each of the profiles with texts of its own."""
    made = {}
    for name, key, mode in (
        ("advocaten", "nova_intervisie", Mode.ONLINE),
        ("mcg_online", "stab_mcg_online", Mode.ONLINE),
        ("mcg_locatie", "stab_mcg_fysiek", Mode.ON_LOCATION),
        ("goudraad", "goudraad", Mode.HYBRID),
        ("reflectief", "reflectief", Mode.ON_LOCATION),
        ("team", "team_intern", Mode.ON_LOCATION),
    ):
        about = occasion(key, mode)
        assert about.session is not None
        to = about.people[0] if name == "advocaten" else None
        facts = composing.invitation(about, about.session, words_of(about, to), to)
        made[f"uitnodiging_{name}"] = replace(facts, practice=practice())
    return made


def meeting_papers() -> dict[str, bytes]:
    """The other papers around a meeting, a blank one of each and what varies."""
    nova, skj = occasion("nova_intervisie"), occasion("skj_jgp", Mode.ON_LOCATION)
    neuro, free = occasion("nip_neurofb", Mode.ON_LOCATION), occasion("vrij", Mode.ON_LOCATION)
    assert nova.session is not None
    one, other = nova.people[0], free.people[1]
    contractual = composing.statement(free, words_of(free, other), other)
    cards = composing.prompt_cards(nova, words_of(nova))
    papers = {
        "geheimhoudingsverklaring": statement.render(
            composing.statement(nova, words_of(nova, one), one)
        ),
        "geheimhoudingsverklaring_contract": statement.render(contractual),
        "zelfbeoordeling": self_assessment.render(
            composing.self_assessment(nova, words_of(nova))
        ),
        "verslag_gezamenlijk": report.render(
            composing.report(nova, nova.session, words_of(nova), personal=False)
        ),
        "feedbackregels": feedback_rules.render(
            composing.feedback_rules(nova, words_of(nova))
        ),
        "vraagkaarten": prompt_cards.render(cards),
        "vraagkaarten_vol": prompt_cards.render(replace(cards, cards=(
            prompt_cards.PromptCard(heading="Een kaart met een heel erg lange kop erboven",
                                    lines=cards.cards[0].lines * 5),
        ))),
    }  # fmt: skip
    for name, about in (("skj", skj), ("neurofeedback", neuro)):
        assert about.session is not None
        facts = composing.report(about, about.session, words_of(about), personal=True)
        papers[f"verslag_persoonlijk_{name}"] = report.render(facts)
    return papers


def method_sheets() -> dict[str, method_sheet.MethodSheetFacts]:
    """With who speaks and hints, and only phases."""
    phase = method_sheet.SheetPhase
    usual = method_sheet.MethodSheetFacts(
        practice=practice(), issued_on=date(2026, 2, 3), group="Arbeidsrecht Online",
        method="Roddelmethode",
        about="De groep praat over de inbreng alsof de inbrenger er niet bij is.",
        phases=(
            phase(name="Inbreng", minutes=5, who="inbrenger", hint="Eindig met een vraag."),
            phase(name="Vragen", minutes=10, who="groep",
                  hint="Hoogstens drie open vragen per persoon."),
            phase(name="Roddelen", minutes=15, who="groep", listens=True,
                  hint="Met de rug naar de groep; maak aantekeningen."),
            phase(name="Oogst", minutes=10, who="inbrenger"),
            phase(name="Evaluatie", minutes=5, who="iedereen"),
        ),
        note="Minuten: eigen schatting.",
    )  # fmt: skip
    bare = tuple(phase(name=p.name, minutes=p.minutes) for p in usual.phases)
    return {
        "werkwijze": usual,
        "werkwijze_kaal": replace(usual, phases=bare, about="", note=""),
    }


def totals() -> dict[str, evaluation_totals.EvaluationTotalsFacts]:
    """A year of four sessions, and one of ten with too few answers here and there."""
    column, row = evaluation_totals.TotalsColumn, evaluation_totals.TotalsRow
    about = occasion("nova_intervisie")
    texts = list(words_of(about).each("evaluation.items.").values())
    yes = list(words_of(about).each("evaluation.answers.").values())

    def facts(count: int) -> evaluation_totals.EvaluationTotalsFacts:
        heads = tuple(column(head=f"{1 + n} {'jan feb mrt apr'.split()[n % 4]}", forms=n % 5 + 1)
                      for n in range(count))  # fmt: skip
        rows = [
            row(text=text, figures=(*(None if n % 5 < 2 else 35 + (n + p) % 14
                                      for n in range(count)), 40 + p % 9))
            for p, text in enumerate(texts)
        ]  # fmt: skip
        rows += [row(text=text, figures=(*(None if n % 5 < 2 else 80 for n in range(count)), 75),
                     percent=True) for text in yes]  # fmt: skip
        forms = sum(head.forms for head in heads)
        return evaluation_totals.EvaluationTotalsFacts(
            practice=practice(), issued_on=date(2026, 12, 18), group="Arbeidsrecht Online",
            period="2026", columns=(*heads, column(head="samen", forms=forms)), rows=tuple(rows),
        )  # fmt: skip

    return {"evaluatie_uitkomsten": facts(4), "evaluatie_uitkomsten_tien": facts(10)}


def recovery() -> recovery_sheet.RecoverySheetFacts:
    """The sheet with an invented code."""
    code = "A7K29M QX4L22 M0PT7F 3K92MD ZW8C4H J5RN61 V2YBEE D9G6KP"
    return recovery_sheet.RecoverySheetFacts(
        practice=practice(), made_on=date(2026, 1, 5), groups=tuple(code.split()),
        file_name="Praktijk Papierwilg.intervisie",
    )  # fmt: skip


def invoices() -> dict[str, invoice.InvoicePaperFacts]:
    """Every kind of invoice and credit note with its XML, and a quote without."""
    made = {
        name: invoice.InvoicePaperFacts(practice=practice(), invoice=facts, xml=cii(facts))
        for name, facts in sample_invoices.invoices().items()
    }
    quote = sample_invoices.quote()
    made["offerte"] = invoice.InvoicePaperFacts(practice=practice(), invoice=quote)
    concept = replace(sample_invoices.usual(), number="", payment_reference="")
    made["factuur_concept"] = invoice.InvoicePaperFacts(
        practice=practice(), invoice=concept, concept=True
    )
    return made


def reminders() -> dict[str, reminder.ReminderFacts]:
    """Letters about invoices that are not paid."""
    return sample_invoices.reminders(practice())


def statements() -> dict[str, account_statement.AccountStatementFacts]:
    """Statements of account."""
    return sample_invoices.statements(practice())


def papers() -> dict[str, bytes]:
    """Every sample by name, as PDF."""
    made = {name: certificate.render(facts) for name, facts in certificates().items()}
    made |= {name: attendance_list.render(facts) for name, facts in attendance_lists().items()}
    made |= {name: year_overview.render(facts) for name, facts in year_overviews().items()}
    made |= {name: audit_file.render(facts) for name, facts in audit_files().items()}
    made |= {name: agreement.render(facts) for name, facts in agreements().items()}
    made |= {name: evaluation.render(facts) for name, facts in evaluations().items()}
    made |= {name: invitation.render(facts) for name, facts in invitations().items()}
    made |= {name: method_sheet.render(facts) for name, facts in method_sheets().items()}
    made |= {name: evaluation_totals.render(facts) for name, facts in totals().items()}
    made |= meeting_papers()
    made |= {name: reminder.render(facts) for name, facts in reminders().items()}
    made |= {name: account_statement.render(facts) for name, facts in statements().items()}
    made |= {name: invoice.render(facts) for name, facts in invoices().items()}
    made["herstelcode"] = recovery_sheet.render(recovery())
    return made


def main(arguments: list[str]) -> None:
    """Write the samples."""
    if len(arguments) != 1:
        raise SystemExit("usage: python tools/sample_papers.py DIR")
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    made = papers()
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    for name, xml in sample_invoices.files().items():
        (folder / name).write_bytes(xml)
    print(f"{len(made)} papers in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
