"""Audit files: what is in the paper and the zip, hashes that hold, and nobody else's name."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.certificates import CertificateKind
from intervisie_desktop.domain.groups import Agreement, Mode
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation
from intervisie_desktop.host import signing
from intervisie_desktop.services.audit_file import SUMS, AuditFileService, DossierKind, DossierScope
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import CertificateKey, Choice, PaperOptions
from intervisie_desktop.services.compliance import ComplianceService, FindingScope
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.resolving import ResolvingService
from intervisie_desktop.ui.text.dossier import say
from tests.documents.reading import opened

SIGNING = bytes(range(32))
DAY = date(2026, 3, 10)
OTHERS = ("Bram", "Regenwilg", "Sanne", "Zilverspar", "Teun", "Mosterdzaad")


class Audited:
    """A group of four with a session, an agreement, and certificates for two."""

    def __init__(self, house, folder):
        self.house = house
        parts = (house.store, house.clock, house.ids)
        self.compliance = ComplianceService(*parts, ProfilesService(house.store))
        self.certificates = CertificatesService(*parts, documents=folder)
        self.files = AuditFileService(
            house.store,
            house.clock,
            self.compliance,
            ResolvingService(*parts, self.compliance),
            self.certificates,
            DocumentsService(house.store, house.clock, self.compliance),
        )
        self.people = [
            house.person("Noor", "Appelvink", profession="advocaat"),
            *(house.person(OTHERS[n], OTHERS[n + 1], profession="advocaat") for n in (0, 2, 4)),
        ]
        self.noor = self.people[0].id
        self.group = house.group(*self.people, profiles=("nova_intervisie",), mode=Mode.ON_LOCATION)
        with house.store.work("practice_changed") as work:
            key = signing.public_key(SIGNING).hex()
            work.practice.save(replace(work.practice.get(), public_key=key))
            work.secrets.set("signing_key", SIGNING)
        house.practice.put_designation(
            Designation(id="", facilitator_id="marit", register="NOvA", number="VB-12",
                        period=Period(date(2024, 1, 1), date(2028, 12, 31)))
        )  # fmt: skip
        made = house.agreements.add(
            Agreement(id="", group_id=self.group.id, agreed_on=date(2026, 1, 5))
        ).value
        house.agreements.sign(made.id, tuple(p.id for p in self.people), date(2026, 1, 6), "marit")
        self.session = house.held(self.group, DAY)
        for person in self.people:
            house.attendance.set_theme(self.session.id, person.id, "Zaak-Vlierbes")
            house.attendance.set_remark(self.session.id, person.id, "Kraanvogelkoffer")
        house.attendance.set_times(self.session.id, self.noor, (Interval(603, 750),))

    def issue(self, *people, why="De lijst volgt"):
        keys = [
            CertificateKey(kind=CertificateKind.SESSION, participant_id=person, year=2026,
                           profile="nova_intervisie", session_id=self.session.id)
            for person in people
        ]  # fmt: skip
        house, everyone = self.house, tuple(p.id for p in self.people)
        house.attendance.record_confidentiality(self.session.id, DAY, 600, everyone)
        with house.store.work("session_changed") as work:
            known = work.sessions.get(self.session.id)
            work.sessions.save(replace(known, list_signed=True, description="Eigen functioneren"))
        house.holding.close(self.session.id)
        choices = [Choice(key=key, reason=why) for key in keys]
        made = self.certificates.issue(choices, PaperOptions()).value
        assert made.refused == ()
        return made

    def of(self, **more):
        usual = {"kind": DossierKind.PARTICIPANT, "id": self.noor}
        days = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
        return DossierScope(**{**usual, **days, **more})

    def of_group(self, **more):
        return self.of(kind=DossierKind.GROUP, id=self.group.id, **more)

    def text(self, scope):
        return said(self.files.pdf(scope, say))

    def archive(self, scope):
        return zipfile.ZipFile(io.BytesIO(self.files.zip(scope, say)))


def said(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in opened(pdf).pages)


@pytest.fixture
def audited(house, tmp_path):
    return Audited(house, tmp_path)


def test_a_participant_reads_when_they_were_there_and_who_led(audited):
    text = audited.text(audited.of())
    assert "di 10 maart 2026" in text
    assert "10:03–12:30" in text
    assert "NOvA VB-12, van 1 januari 2024 tot en met 31 december 2028" in text
    assert "Noor Appelvink op 6 januari 2026" in text
    assert "NOvA intervisie" in text
    assert "Verordening op de advocatuur" in text


def test_a_participants_file_names_nobody_else_and_nothing_that_was_said(audited):
    audited.issue(audited.noor, audited.people[1].id)
    archive = audited.archive(audited.of())
    for name in archive.namelist():
        data = archive.read(name)
        text = f"{name} {said(data) if name.endswith('.pdf') else data.decode()}"
        for secret in (*OTHERS, "Vlierbes", "Kraanvogelkoffer"):
            assert secret not in text, name
            assert secret.encode() not in data, name


def test_a_groups_file_has_everyone_and_still_nothing_that_was_said(audited):
    archive = audited.archive(audited.of_group())
    text = " ".join(said(archive.read(n)) for n in archive.namelist() if n.endswith(".pdf"))
    assert all(name in text for name in OTHERS)
    assert "Vlierbes" not in text
    assert "Kraanvogelkoffer" not in text


def test_a_reason_that_names_another_is_withheld_from_a_participant(audited):
    found = audited.compliance.findings(FindingScope(session_id=audited.session.id))
    shared = next(j.finding for j in found if j.finding.code == "H01")
    audited.compliance.ignore(shared.key, "Afgesproken met Bram en de anderen")
    own, group = audited.text(audited.of()), audited.text(audited.of_group())
    assert "de reden is bij de begeleider bekend" in own
    assert "Afgesproken met Bram" in group


def test_a_finding_about_several_people_is_told_of_one(audited):
    with_whom = tuple(p.id for p in audited.people[1:3])
    audited.house.attendance.record_confidentiality(audited.session.id, DAY, 600, with_whom)
    assert "Nog niet met Noor Appelvink" in audited.text(audited.of())
    group = audited.text(audited.of_group())
    assert "Noor Appelvink en Teun Mosterdzaad" in group
    bystander = audited.text(audited.of(id=audited.people[1].id))
    assert "Nog niet met" not in bystander


def test_an_exception_stands_with_its_reason(audited):
    found = audited.compliance.findings(FindingScope(session_id=audited.session.id))
    shared = next(j.finding for j in found if j.finding.code == "H01")
    audited.compliance.ignore(shared.key, "Staat op het contract van januari")
    assert "uitzondering van 13 oktober 2026: Staat op het contract" in audited.text(audited.of())


def test_the_zip_holds_the_very_certificate_and_hashes_of_everything(audited):
    made = audited.issue(audited.noor)
    archive = audited.archive(audited.of())
    names = archive.namelist()
    assert [n.split("/")[0] for n in names] == [
        "Auditdossier 2026 Noor Appelvink.pdf", SUMS, "bewijzen", "overeenkomsten"
    ]  # fmt: skip
    paper = next(n for n in names if n.startswith("bewijzen/"))
    assert archive.read(paper) == audited.certificates.paper(made.made[0].certificate_id)
    lines = dict(reversed(line.split("  ", 1)) for line in archive.read(SUMS).decode().splitlines())
    assert set(lines) == set(names) - {SUMS}
    for name, sha in lines.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == sha
    assert lines[paper][:32] in audited.text(audited.of())


def test_a_groups_zip_holds_the_presence_list_of_every_session(audited):
    audited.house.held(audited.group, date(2026, 5, 12))
    names = audited.archive(audited.of_group()).namelist()
    assert [n for n in names if n.startswith("presentielijsten/")] == [
        "presentielijsten/2026-03-10 10.00.pdf", "presentielijsten/2026-05-12 10.00.pdf"
    ]  # fmt: skip


def test_a_withdrawn_certificate_stays_with_its_state_and_reason(audited):
    made = audited.issue(audited.noor)
    audited.certificates.withdraw(made.made[0].certificate_id, "Verkeerde groep gekozen")
    text = audited.text(audited.of())
    assert "ingetrokken" in text
    assert "reden: Verkeerde groep gekozen" in text


def test_the_same_content_on_the_same_day_is_the_same_bytes(audited):
    audited.issue(audited.noor)
    first = audited.files.zip(audited.of(), say)
    assert first == audited.files.zip(audited.of(), say)


def test_only_the_days_asked_for_are_in_it(audited):
    later = audited.of(first=date(2026, 4, 1), last=date(2026, 6, 30))
    text = audited.text(later)
    assert "10 maart 2026" not in text
    assert "geen bijeenkomst vastgelegd" in text
    assert audited.files.file_name(later) == "Auditdossier 2026-04-01 2026-06-30 Noor Appelvink"


def test_a_session_someone_missed_is_not_theirs(audited):
    house = audited.house
    house.attendance.mark_absent(audited.session.id, audited.noor)
    assert "10 maart 2026" not in audited.text(audited.of())
    assert "afwezig" in audited.text(audited.of_group())


def test_what_cannot_be_is_refused(audited, refused):
    backwards = audited.of(first=date(2026, 6, 1), last=date(2026, 1, 1))
    assert refused(audited.files.pdf, backwards, say) == "dossier_backwards"
    assert refused(audited.files.zip, audited.of(id="niemand"), say) == "gone"
