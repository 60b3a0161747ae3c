"""The papers and drafts around a meeting, read back."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy

import pypdfium2
import pytest

from intervisie_desktop.domain.groups import Agreement, Mode
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation
from intervisie_desktop.domain.sessions import SessionPhase
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.meeting.drafts import MeetingDraftsService, MeetingMail
from intervisie_desktop.services.meeting.example import TextPreviewService
from intervisie_desktop.services.meeting.papers import (
    OF_GROUP,
    MeetingPaper,
    MeetingPapersService,
)
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.texts import TextsService, by_key


@pytest.fixture
def compliance(house):
    return ComplianceService(house.store, house.clock, house.ids, ProfilesService(house.store))


@pytest.fixture
def papers(house, compliance):
    return MeetingPapersService(house.store, house.clock, compliance)


@pytest.fixture
def drafts(house, papers):
    calendars = CalendarExportService(house.store, house.clock)
    return MeetingDraftsService(house.store, TextsService(house.store), papers, calendars)


def changed(house, session, **changes):
    """The session with these changes, in the file."""
    with house.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get(session.id), **changes))


def text_of(paper: bytes) -> str:
    with pypdfium2.PdfDocument(paper) as document:
        pages = (page.get_textpage().get_text_range() for page in document)
        return " ".join(" ".join(pages).split())


def only(made):
    (one,) = made
    return text_of(one.pdf)


def test_every_paper_can_be_made(house, papers):
    group = house.group(house.person("Noor"))
    session = house.session(group)
    changed(house, session, phases=(SessionPhase("Vragen", 15),), method="Incidentmethode")
    for paper in MeetingPaper:
        made = papers.of_session(paper, session.id)
        assert "Papierwilg" in text_of(made[0].pdf)
        assert made[0].file_name.startswith(papers.name(paper))
    for paper in OF_GROUP:
        assert papers.of_group(paper, group.id)[0].pdf.startswith(b"%PDF")


def test_an_invitation_says_when_where_and_until_when(house, papers):
    session = house.session(house.group(house.person("Noor")), day=date(2026, 11, 24))
    changed(house, session, link="https://overleg.example/a", platform="Microsoft Teams")
    text = only(papers.of_session(MeetingPaper.INVITATION, session.id))
    for words in ("Dinsdag 24 november 2026", "10:00–12:30 (2,5 uur)", "Microsoft Teams",
                  "https://overleg.example/a", "uiterlijk 22 november 2026", "Teams-app"):  # fmt: skip
        assert words in text
    assert "Noor" not in text


def test_a_method_sheet_knows_who_has_the_floor(house, papers):
    session = house.session(house.group(house.person("Noor")))
    changed(house, session, method="Roddelmethode", phases=(SessionPhase("Roddelen", 20),))
    text = only(papers.of_session(MeetingPaper.METHOD, session.id))
    assert "Werkwijze voor één inbreng, 20 minuten" in text
    assert "De inbrenger luistert." in text
    changed(house, session, phases=())
    assert "Oogst" in only(papers.of_session(MeetingPaper.METHOD, session.id))


def test_questions_come_from_the_profile_of_the_group(house, papers):
    profile = "stab_mcg_fysiek"
    group = house.group(house.person("Noor"), profiles=(profile,), mode=Mode.ON_LOCATION)
    text = only(papers.of_session(MeetingPaper.INVITATION, house.session(group).id))
    asked = ProfilesService(house.store).all()[profile].preparation_questions
    assert asked
    assert [question for question in asked if question not in text] == []
    free = house.session(house.group(house.person("Bram"), profiles=("vrij",)))
    usual = by_key()["invitation.preparation.questions"].body.split("\n")[0]
    assert usual in only(papers.of_session(MeetingPaper.INVITATION, free.id))


def test_who_said_not_to_come_gets_no_paper(house, papers):
    noor, bram = house.person("Noor"), house.person("Bram", "Regenwilg")
    session = house.session(house.group(noor, bram))
    house.attendance.mark_excused(session.id, bram.id)
    made = papers.of_session(MeetingPaper.STATEMENT, session.id)
    assert [one.person_id for one in made] == [noor.id]


def test_a_paper_for_nobody_is_refused(house, papers, refused):
    session = house.session(house.group())
    assert refused(papers.of_session, MeetingPaper.STATEMENT, session.id) == "paper_for_nobody"
    assert refused(papers.of_session, MeetingPaper.METHOD, session.id) == "method_without_phases"
    assert refused(papers.of_session, MeetingPaper.INVITATION, "weg") == "gone"


def test_secrecy_is_statutory_only_for_a_designated_expert_in_a_group_that_asks_one(house, papers):
    lawyers = house.group(house.person("Noor"), profiles=("nova_intervisie",))
    others = house.group(house.person("Bram"), profiles=("reflectief",), name="Andere groep")
    statement = MeetingPaper.STATEMENT
    assert "geen wettelijke plicht" in only(papers.of_group(statement, lawyers.id))
    with house.store.work("designation_added") as work:
        period = Period(date(2024, 1, 1), date(2029, 1, 1))
        work.designations.add(
            Designation(id="d", facilitator_id="marit", register="NOvA", period=period)
        )
    assert "artikel 26" in only(papers.of_group(statement, lawyers.id))
    assert "geen wettelijke plicht" in only(papers.of_group(statement, others.id))


def test_an_agreement_says_what_the_group_added_and_how_often_it_meets(house, compliance):
    group = house.group(house.person("Noor"))
    for day in (date(2026, 3, 3), date(2026, 6, 2)):
        house.session(group, day=day)
    draft = Agreement(id="", group_id=group.id, agreed_on=date(2026, 2, 1),
                      scope="Ook tegenover kantoor.", text="Wij delen de lunch.")  # fmt: skip
    made = house.agreements.add(draft).value
    text = text_of(DocumentsService(house.store, house.clock, compliance).agreement(made.id))
    assert "In 2026 twee bijeenkomsten, meestal van 2,5 uur" in text
    assert "Ook tegenover kantoor." in text
    assert "Wij delen de lunch." in text


def test_what_was_signed_stays_as_it_read(house, compliance):
    noor = house.person("Noor")
    group = house.group(noor)
    draft = Agreement(id="", group_id=group.id, agreed_on=date(2026, 2, 1), text="Eigen afspraak.")
    made = house.agreements.add(draft).value
    documents = DocumentsService(house.store, house.clock, compliance)
    texts = TextsService(house.store)
    texts.save("agreement.clauses.notes", "Aantekeningen\nEerste versie.")
    house.agreements.sign(made.id, (noor.id,), date(2026, 2, 3))
    texts.save("agreement.clauses.notes", "Aantekeningen\nTweede versie.")
    text = text_of(documents.agreement(made.id))
    assert "Eerste versie." in text
    assert "Tweede versie." not in text
    assert "Eigen afspraak." in text
    (signed,) = house.agreements.of_group(group.id)
    house.agreements.unsign(signed.signatures[0].id)
    assert "Tweede versie." in text_of(documents.agreement(made.id))


def test_an_evaluation_form_asks_about_the_surroundings_there_are(house, papers):
    session = house.session(house.group(house.person("Noor"), mode=Mode.ONLINE))
    text = only(papers.of_session(MeetingPaper.EVALUATION, session.id))
    assert "online overleg" in text
    assert "ruimte was" not in text
    assert "Noor" not in text
    changed(house, session, mode=Mode.HYBRID)
    text = only(papers.of_session(MeetingPaper.EVALUATION, session.id))
    assert "online overleg" in text
    assert "ruimte was" in text


def test_a_paper_says_what_the_practice_wrote(house, papers):
    TextsService(house.store).save("feedback_rules.giving", "Geven\nEerst ademhalen.")
    group = house.group(house.person("Noor"))
    assert "Eerst ademhalen." in only(papers.of_group(MeetingPaper.FEEDBACK_RULES, group.id))


def test_papers_are_kept_beside_what_is_there(house, papers, tmp_path):
    group = house.group(house.person("Noor"), house.person("Bram", "Regenwilg"))
    made = papers.of_group(MeetingPaper.STATEMENT, group.id)
    first, second = papers.write(made, tmp_path), papers.write(made, tmp_path)
    assert len({*first, *second}) == 4
    assert first[0].name == "Geheimhoudingsverklaring Ochtendgroep Utrecht Noor Appelvink.pdf"


def test_a_draft_is_for_one_person_with_the_paper_and_the_date(house, drafts, tmp_path):
    noor = house.person("Noor", email="noor@kantoor.example")
    bram = house.person("Bram", "Regenwilg", email="bram@elders.example")
    session = house.session(house.group(noor, bram, house.person("Femke", "Zonnedauw")))
    changed(house, session, link="https://overleg.example/a")
    letter = drafts.letter(MeetingMail.INVITATION)
    written = drafts.write(MeetingMail.INVITATION, session.id, tmp_path / "concepten", letter)
    assert written.without_address == ("Femke Zonnedauw",)
    assert len(written.paths) == 2
    raw = next(p for p in written.paths if "Noor" in p.name).read_bytes()
    assert b"elders.example" not in raw
    assert b"Regenwilg" not in raw
    message = message_from_bytes(raw, policy=policy.default)
    assert message["To"].addresses[0].addr_spec == "noor@kantoor.example"
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == (
        "Uitnodiging intervisie Ochtendgroep Utrecht, dinsdag 13 oktober 2026"
    )
    body = message.get_body(("plain",)).get_content()
    assert body.startswith("Beste Noor,")
    assert "{" not in body
    pdf, dates = message.iter_attachments()
    assert "Voor Noor Appelvink" in text_of(pdf.get_content())
    assert dates.get_content_type() == "text/calendar"
    assert dates.get_filename().endswith(".ics")
    calendar = dates.get_payload(decode=True)
    assert b"DTSTART;TZID=Europe/Amsterdam:20261013T100000" in calendar
    assert b"ATTENDEE" not in calendar
    assert b"@kantoor" not in calendar


def test_a_statement_goes_to_its_own_signer(house, drafts, tmp_path):
    noor = house.person("Noor", email="noor@kantoor.example")
    bram = house.person("Bram", "Regenwilg", email="bram@elders.example")
    session = house.session(house.group(noor, bram))
    letter = drafts.letter(MeetingMail.PAPERS)
    written = drafts.write(MeetingMail.PAPERS, session.id, tmp_path, letter, MeetingPaper.STATEMENT)
    for path, name in zip(sorted(written.paths), ("Bram Regenwilg", "Noor Appelvink"), strict=True):
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        (pdf,) = message.iter_attachments()
        assert f"Ondergetekende, {name}," in text_of(pdf.get_content())


def test_an_unknown_word_stops_a_draft_before_anything_is_written(house, drafts, tmp_path, refused):
    session = house.session(house.group(house.person("Noor", email="noor@kantoor.example")))
    letter = replace(drafts.letter(MeetingMail.REMINDER), text="Beste {voornaan}")
    folder = tmp_path / "concepten"
    code = refused(drafts.write, MeetingMail.REMINDER, session.id, folder, letter)
    assert code == "letter_word_unknown"
    assert not folder.exists()


def test_nobody_is_invited_to_what_was_called_off(house, drafts, tmp_path, refused):
    session = house.session(house.group(house.person("Noor", email="noor@kantoor.example")))
    house.holding.cancel(session.id, "Ziekte")
    letter = drafts.letter(MeetingMail.INVITATION)
    code = refused(drafts.write, MeetingMail.INVITATION, session.id, tmp_path, letter)
    assert code == "session_cancelled"


def test_sent_is_what_the_user_says(house, drafts, undone):
    session = house.session(house.group(house.person("Noor")))
    changed(house, session, link="https://overleg.example/a")
    undone(drafts.invited, session.id, date(2026, 9, 1))
    known = house.sessions.card(session.id).session
    assert known.invited_on == known.link_sent_on == date(2026, 9, 1)


@pytest.mark.parametrize("key", [key for key in by_key() if not key.startswith("mail.")])
def test_every_text_is_seen_on_its_paper_while_it_is_typed(preview, key):
    text = by_key()[key]
    shown = text_of(preview.paper(key, f"{text.body} Zichtbaar woord."))
    assert "Zichtbaar woord." in shown.replace("\r\n", " ")


@pytest.fixture(scope="module")
def preview(blank, tmp_path_factory):
    from intervisie_desktop.storage.store import Store
    from tests.services.conftest import House

    path = tmp_path_factory.mktemp("preview") / "praktijk.intervisie"
    path.write_bytes(blank.read_bytes())
    store = Store.open(path, bytes(32))
    house = House(store)
    compliance = ComplianceService(store, house.clock, house.ids, ProfilesService(store))
    yield TextPreviewService(store, house.clock, compliance)
    store.close()


def test_a_notice_that_the_law_would_not_take_is_told_before_it_is_kept(preview, refused):
    key = "reminder.notice_consumer.closing"
    assert refused(preview.paper, key, "Wilt u betalen?") == "notice_vague"


def test_a_mail_is_shown_as_it_will_be_read(preview):
    shown = preview.mail("mail.invitation.text", by_key()["mail.invitation.text"].body)
    assert shown.startswith("Beste Noor,")
    assert "Voorbeeldgroep" in shown
    assert "{" not in shown
