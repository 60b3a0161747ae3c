"""The wizard without a window: what a begeleider sees and what the buttons do."""

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.certificates.presenter import WizardPresenter
from intervisie_desktop.ui.pages.certificates.state import Step
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.services.certificates.practice import a_session


@pytest.fixture
def wizard(house, board, desk):
    made = WizardPresenter(house.service, board, desk)
    made.start()
    return made


def row(board, name):
    return next(one for one in board.state.rows if one.title.startswith(name))


def to_people(wizard):
    wizard.main()
    assert wizard.board.picked.step is Step.PEOPLE


def test_the_first_step_asks_of_what_and_tells_how_many_are_ready(wizard, board):
    state = board.state

    assert state.step is Step.TEMPLATE
    assert state.crumb == ("Bewijzen", "Kalenderjaar 2026")
    assert state.template.count_word == "3 van 4 deelnemers gereed."
    assert state.template.groups == (("", "Alle groepen"), ("g1", "Arbeidsrecht Online"))
    assert state.main_word == "Verder"


def test_who_is_ready_is_ticked_and_who_is_blocked_says_why(wizard, board):
    to_people(wizard)
    stijn = row(board, "Stijn")

    assert board.state.selected_word == "3 geselecteerd"
    assert (stijn.badge, stijn.hours, stijn.checkable) == ("geblokkeerd", "6,5", False)
    assert stijn.lines == ("Tekort 1,5 uur. Ten minste 8,0 uur per jaar.",)
    assert [one.word for one in stijn.actions] == ["Plan inhaaldatum", "Toch maken, met reden"]
    assert row(board, "Merel").badge == "gereed"
    assert row(board, "Arbeidsrecht").side == "3 van 4 gereed"


def test_the_numbers_to_come_and_the_name_of_the_file_are_shown(wizard, board):
    to_people(wizard)

    assert board.state.numbers_word == (
        "Nummers 2026-001 tot en met 2026-003 worden vastgelegd in het register."
    )
    assert board.state.output.folder_word.endswith("2026-001 Ganzerik.pdf")
    assert board.state.main_word == "Verder met 3 bewijzen"


def test_the_preview_is_the_pdf_of_the_person_in_front(wizard, board):
    to_people(wizard)
    first = board.papers[-1]
    wizard.people.turn(1)

    assert first.startswith(b"%PDF-")
    assert board.papers[-1] != first
    assert (board.state.preview_title, board.state.preview_pager) == (
        "Ruben van den Vuurdoorn", "2 van 3",
    )  # fmt: skip
    wizard.people.turn(-2)
    assert board.state.preview_title == "Tess Wolkendek"


def test_an_option_changes_the_preview(wizard, board):
    to_people(wizard)
    before = board.papers[-1]

    wizard.people.set_option("control_code", False)

    assert board.papers[-1] != before
    assert ("control_code", "Controlecode met QR", False) in board.state.options.items


def test_with_a_reason_a_blocked_paper_can_be_made_and_the_reason_stays(wizard, board, desk, house):
    to_people(wizard)
    desk.reason = "Hoorzitting op verzoek van de deken"
    stijn = row(board, "Stijn").key

    wizard.people.act(stijn, "reason")

    assert row(board, "Stijn").checked
    assert "Reden: Hoorzitting op verzoek van de deken" in row(board, "Stijn").lines
    wizard.main()
    wizard.main()
    lines = {line.name: line.override_reason for line in house.service.register()}
    assert lines["Stijn Berkenblad"] == "Hoorzitting op verzoek van de deken"
    assert lines["Merel Ganzerik"] == ""


def test_a_warning_asks_before_the_paper_is_made_and_its_reason_stays(wizard, board, desk, house):
    with house.store.work("session_changed") as work:
        for one in work.sessions.all():
            work.sessions.save(replace(one, list_signed=False))
    wizard.refresh()
    to_people(wizard)
    wizard.main()
    desk.yes = False
    wizard.main()
    assert "waarschuwing" in desk.asked[-1].title
    assert not house.service.register()

    desk.yes, desk.values = True, {"reason": "De lijst is ter plaatse getekend"}
    wizard.main()
    reasons = {line.name: line.override_reason for line in house.service.register()}
    assert set(reasons.values()) == {"De lijst is ter plaatse getekend"}


def test_a_reason_can_be_taken_back(wizard, board):
    to_people(wizard)
    key = row(board, "Stijn").key
    wizard.people.act(key, "reason")

    wizard.people.act(key, "drop_reason")

    assert not row(board, "Stijn").checkable
    assert board.state.selected_word == "3 geselecteerd"


def test_the_fix_leads_to_where_it_can_be_mended(wizard, board, desk, house):
    to_people(wizard)
    wizard.people.act(row(board, "Stijn").key, "plan")
    assert desk.visited[-1] == Destination(Place.AGENDA, id="g1", part="plan", year=2026)

    with house.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get("s2"), confidentiality_on=None))
    wizard.refresh()
    merel = row(board, "Merel")
    assert merel.lines == (
        "Geheimhouding van 23 april is niet vastgelegd, dat raakt 4 deelnemers.",
    )
    wizard.people.act(merel.key, "fix")
    assert desk.visited[-1] == Destination(Place.SESSIONS, id="s2")


def test_a_year_that_still_runs_is_folded_away_with_its_last_day(wizard, board, house):
    with house.store.work("session_added") as work:
        work.sessions.add(a_session(5, date(2026, 11, 24), state=SessionState.PLANNED))
    to_people(wizard)
    wizard.refresh()

    assert row(board, "Nog 1").title == "Nog 1 deelnemer, jaar loopt tot 24 november"
    wizard.people.unfold_rest("g1")
    stijn = row(board, "Stijn")
    assert stijn.badge == "loopt nog"
    assert stijn.lines[0] == "Jaar loopt nog, tot 24 november. Prognose 9,0 uur."


def test_filter_and_folding_keep_what_was_ticked(wizard, board):
    to_people(wizard)

    wizard.people.look_for("wolk")
    assert [one.title for one in board.state.rows] == ["Arbeidsrecht Online", "Tess Wolkendek"]
    wizard.people.look_for("")
    wizard.people.fold("g1")
    assert [one.kind for one in board.state.rows] == ["group"]
    wizard.people.fold("g1")
    assert board.state.selected_word == "3 geselecteerd"


def test_without_a_tick_the_wizard_says_what_is_needed(wizard, board, desk):
    to_people(wizard)
    for name in ("Merel", "Ruben", "Tess"):
        wizard.people.tick(row(board, name).key)

    wizard.main()

    assert wizard.board.picked.step is Step.PEOPLE
    assert desk.refusals_shown == ["Nog nodig: vink ten minste één deelnemer aan die gereed is."]


def test_the_last_look_shows_numbers_names_and_where_papers_go(wizard, board):
    to_people(wizard)
    wizard.people.set_output("to_printer", True)
    wizard.main()

    lines = [(one.number, one.name, one.hours) for one in board.state.review.lines]
    assert lines[0] == ("2026-001", "Merel Ganzerik", "9,0 uur")
    assert board.state.review.sentences[-1] == "Afdrukken, de printer kiest u straks"
    assert board.state.main_word == "3 bewijzen maken"


def test_making_writes_registers_announces_and_offers_the_folder(
    wizard, board, desk, house, tmp_path
):
    to_people(wizard)
    wizard.main()
    wizard.main()
    folder = tmp_path / "Documenten" / "Intervisie" / "Bewijzen 2026"

    assert board.state.done.title == "3 bewijzen gemaakt, 2026-001 tot en met 2026-003"
    assert sorted(path.name for path in folder.glob("*.pdf"))[0] == "2026-001 Ganzerik.pdf"
    assert [one.act for one in desk.outcomes] == ["certificates_issued"]
    assert board.progress[-1] == (3, 3)
    wizard.making.open_folder()
    assert desk.shown == [folder]
    wizard.main()
    assert desk.visited[-1] == Destination(Place.CERTIFICATES, part="register")


def test_drafts_name_who_has_no_address_and_the_printer_gets_the_very_papers(wizard, board, house):
    to_people(wizard)
    wizard.people.set_output("as_drafts", True)
    wizard.people.set_output("to_printer", True)
    assert "Van 1 deelnemer ontbreekt het adres." in board.state.output.drafts_word
    wizard.main()
    wizard.main()

    assert board.state.done.problems == ("Geen e-mailadres bekend van Tess Wolkendek.",)
    assert "3 bewijzen naar de printer gestuurd." in board.state.done.lines
    assert board.printed[0] == house.service.paper(house.service.register()[-1].id)


def test_a_folder_that_cannot_be_written_loses_nothing(wizard, board, desk, tmp_path, house):
    (tmp_path / "Documenten").write_text("geen map")
    to_people(wizard)
    wizard.main()
    wizard.main()

    assert len(house.service.register()) == 3
    assert len(board.state.done.problems) == 1
    wizard.making.choose_folder_again()
    assert board.state.done.problems == ()
    assert len(list((tmp_path / "elders").glob("*.pdf"))) == 3


def test_stopping_keeps_what_was_made_and_gives_no_number_to_the_rest(wizard, board, house):
    to_people(wizard)
    wizard.main()
    board.show_progress = lambda done, total: wizard.making.stop() if done == 1 else None
    wizard.main()

    assert house.numbers() == ["2026-001", "2026-002"]
    assert board.state.done.problems == (
        "U hebt gestopt. Nog 1 bewijs niet gemaakt; zij kregen geen nummer.",
    )


def test_who_has_a_paper_is_shown_with_it_and_gets_no_second_one(wizard, board, house):
    house.issue("p1")
    to_people(wizard)
    wizard.refresh()
    merel = row(board, "Merel")

    assert merel.badge == "al afgegeven"
    assert merel.lines == ("Bewijs 2026-001 van 13 oktober 2026.",)
    assert not merel.checkable
    assert board.state.numbers_word.startswith("Nummers 2026-002")


def test_a_changed_record_offers_a_replacement(wizard, board, house, desk):
    house.issue("p1")
    with house.store.work("attendance_changed") as work:
        found = work.attendances.where(session_id="s1", participant_id="p1")[0]
        work.attendances.save(replace(found, contribution=False))
    to_people(wizard)
    wizard.refresh()

    wizard.people.act(row(board, "Merel").key, "replace")

    assert desk.outcomes[-1].act == "certificate_replaced"
    assert row(board, "Merel").lines == ("Bewijs 2026-002 van 13 oktober 2026.",)


def test_from_a_meeting_its_people_are_ticked(wizard, board):
    wizard.start_session("s1")

    assert board.state.step is Step.PEOPLE
    assert board.state.crumb == ("Bewijzen", "Arbeidsrecht Online, dinsdag 10 februari")
    assert board.state.selected_word == "4 geselecteerd"
    assert row(board, "Stijn").hours == "2,5"


def test_one_person_from_a_meeting_takes_two_presses(wizard, board, house):
    wizard.start_person("s1/p2")
    assert board.state.main_word == "1 bewijs maken"

    wizard.main()

    assert [line.name for line in house.service.register()] == ["Ruben van den Vuurdoorn"]


def test_one_person_who_is_blocked_is_shown_with_the_reason(wizard, board):
    wizard.start_person("p4")

    assert board.state.step is Step.PEOPLE
    assert board.state.preview_title == "Stijn Berkenblad"
    assert board.state.selected_word == "0 geselecteerd"


def test_a_text_is_changed_kept_and_refused_when_it_cannot_be_filled_in(wizard, board, house, desk):
    to_people(wizard)
    subject = board.state.output.subject

    wizard.people.write_letter(subject, "Dag {voornaam}, tot ziens!")
    assert house.service.letters()[0].text == "Dag {voornaam}, tot ziens!"

    wizard.people.write_letter(subject, "Dag {naan}")
    assert desk.refused[-1].code == "letter_word_unknown"


def test_leaving_keeps_the_choices(wizard, board, desk):
    to_people(wizard)
    wizard.people.tick(row(board, "Merel").key)
    wizard.leave()
    wizard.start()

    assert desk.visited[-1].part == "register"
    assert board.state.selected_word == "2 geselecteerd"


def test_back_goes_one_step_at_a_time(wizard, board):
    to_people(wizard)
    wizard.main()
    wizard.back()
    assert board.state.step is Step.PEOPLE
    wizard.go_to(Step.TEMPLATE)
    assert board.state.step is Step.TEMPLATE
    wizard.go_to(Step.REVIEW)
    assert board.state.step is Step.TEMPLATE


def test_a_year_without_meetings_says_so(wizard, board):
    wizard.choose_year("2024")

    assert board.state.empty == (
        "Nog geen bijeenkomsten in 2024",
        "Zodra er bijeenkomsten zijn gehouden, staat hier wie een bewijs kan krijgen.",
    )


def test_of_one_meeting_the_newest_is_proposed(wizard, board):
    wizard.choose_kind("session")

    assert board.state.template.session == "s4"
    assert board.state.template.sessions[0][1] == "dinsdag 6 oktober, 10:00–12:30"
    assert board.state.template.sessions[0][2] == "Arbeidsrecht Online · 3 aanwezigen"


def test_every_row_can_be_spoken(wizard, board):
    to_people(wizard)

    assert row(board, "Merel").spoken == "Merel Ganzerik, 9,0 uur, gereed, aangevinkt"
    assert "Toch maken, met reden" in row(board, "Stijn").spoken
