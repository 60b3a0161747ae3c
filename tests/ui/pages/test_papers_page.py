"""Papieren: chosen, seen, printed, kept and mailed; and the words changed in Instellingen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.ui.pages.papers.page import PapersPage
from intervisie_desktop.ui.pages.papers.presenter import PapersPresenter, PaperTools
from intervisie_desktop.ui.pages.settings.presenter import SettingsPresenter
from intervisie_desktop.ui.pages.settings.texts_presenter import TextsPresenter
from intervisie_desktop.ui.pages.settings.texts_sheet import TextsSheet
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.documents.reading import opened
from tests.ui import looks

TODAY = date(2026, 10, 13)


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.printed = []
        self.letter = None

    def show_state(self, state):
        self.state = state

    def show_pdf(self, pdf):
        self.pdf = pdf

    def print_papers(self, title, papers):
        self.printed.append((title, list(papers)))

    def typed_letter(self):
        values = self.state.mail.values
        return self.letter or (values["subject"], values["text"])


class Sheet:
    """Remembers what the texts showed."""

    def __init__(self):
        self.problem = ""

    def show_texts(self, state):
        self.state = state

    def show_paper(self, pdf):
        self.pdf = pdf

    def show_mail(self, text):
        self.mail = text

    def show_problem(self, sentence):
        self.problem = sentence


def words_of(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in opened(pdf).pages)


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def tools(services):
    return PaperTools(
        services.meeting_papers, services.meeting_drafts, services.sessions, services.groups
    )


@pytest.fixture
def presenter(tools, board, desk):
    made = PapersPresenter(tools, board, desk)
    desk.listeners.append(made.refresh)
    return made


@pytest.fixture
def today(services):
    return next(row.id for row in services.sessions.rows(year=2026) if row.day == TODAY)


def test_without_a_choice_it_is_about_the_next_session(presenter, board, today):
    presenter.open(Destination(Place.PAPERS))
    assert board.state.subtitle == "Ochtendgroep Utrecht, dinsdag 13 oktober 2026"
    assert board.state.chosen == "invitation"
    assert "Dinsdag 13 oktober 2026" in words_of(board.pdf)


def test_statements_are_turned_and_printed_all(presenter, board, today):
    presenter.open(Destination(Place.PAPERS, today, "session/statement"))
    assert board.state.pager.startswith("1 van ")
    first, name = board.pdf, board.state.paper_title
    presenter.turn(1)
    assert board.pdf != first
    assert board.state.paper_title in words_of(board.pdf)
    assert board.state.paper_title != name
    presenter.turn(-2)
    assert board.state.pager == f"{board.state.count} van {board.state.count}"
    presenter.main()
    ((title, papers),) = board.printed
    assert title == "Geheimhoudingsverklaring"
    assert len(papers) == board.state.count > 3


def test_a_paper_that_cannot_be_made_says_why(presenter, board, services, today):
    with services.store.work("session_changed") as work:
        session = work.sessions.get(today)
        group = work.groups.get(session.group_id)
        work.sessions.save(replace(session, phases=(), method=""))
        work.groups.save(replace(group, method=""))
    presenter.open(Destination(Place.PAPERS, today, "session/method"))
    assert board.pdf is None
    assert "Kies eerst een werkwijze" in board.state.problem
    presenter.print()
    presenter.keep()
    assert board.printed == []
    presenter.choose("invitation")
    assert board.state.problem == ""


def test_a_group_has_only_the_papers_without_a_session(presenter, board, services, desk):
    group = services.groups.rows()[0].id
    presenter.open(Destination(Place.PAPERS, group, "group"))
    names = [line.name for line in board.state.papers]
    assert names == [
        "Geheimhoudingsverklaring", "Zelfbeoordeling", "Feedbackregels", "Vraagkaarten"
    ]  # fmt: skip
    assert board.state.mail is None
    presenter.crumb(0)
    assert desk.visited == [Destination(Place.GROUPS, group, part="documents")]


def test_papers_are_kept_in_a_folder(presenter, board, desk, today, tmp_path):
    desk.path = tmp_path / "papieren"
    presenter.open(Destination(Place.PAPERS, today, "session/evaluation"))
    presenter.keep()
    (path,) = desk.path.iterdir()
    assert path.name == "Evaluatieformulier Ochtendgroep Utrecht 2026-10-13.pdf"
    assert desk.told == ["1 papier bewaard in papieren."]


def test_drafts_hold_what_was_typed_for_this_time(presenter, board, desk, today, tmp_path):
    desk.path = tmp_path
    presenter.open(Destination(Place.PAPERS, today, "session/mail"))
    board.letter = ("Tot morgen", "Beste {voornaam}, neem koffie mee.")
    presenter.main()
    drafts = list(tmp_path.glob("*.eml"))
    assert drafts
    assert all(b"neem koffie mee" in path.read_bytes() for path in drafts)
    assert desk.shown == [tmp_path]
    presenter.choose_mail("kind", "reminder")
    assert board.state.mail.values["subject"].startswith("Herinnering")


def test_a_word_that_is_not_there_stops_the_drafts(presenter, board, desk, today, tmp_path):
    desk.path = tmp_path / "concepten"
    presenter.open(Destination(Place.PAPERS, today, "session/mail"))
    board.letter = ("Tot morgen", "Beste {voornaan}")
    presenter.main()
    assert [refusal.code for refusal in desk.refused] == ["letter_word_unknown"]
    assert not desk.path.exists()


def test_sent_is_said_once(presenter, board, services):
    row = next(r for r in services.sessions.rows() if r.state is SessionState.PLANNED)
    with services.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get(row.id), invited_on=None))
    presenter.open(Destination(Place.PAPERS, row.id, "session/mail"))
    assert board.state.mail.can_mark
    presenter.mark_sent()
    assert not board.state.mail.can_mark
    assert board.state.mail.sent == "Uitnodiging verstuurd op 13 oktober 2026."


def test_the_words_of_a_paper_are_one_step_away(presenter, desk, today):
    presenter.open(Destination(Place.PAPERS, today, "session/prompt_cards"))
    presenter.to_texts()
    assert desk.visited[-1] == Destination(Place.SETTINGS, "prompts", part="texts")


def test_a_session_that_is_gone_gives_way_to_the_next(presenter, board, services):
    row = next(r for r in services.sessions.rows() if r.state is SessionState.PLANNED)
    presenter.open(Destination(Place.PAPERS, row.id, "session"))
    services.sessions.remove(row.id)
    presenter.refresh()
    assert board.state.papers


@pytest.fixture
def page(qtbot, theme, services, desk):
    made = PapersPage(desk, services)
    desk.listeners.append(made.refresh)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.open(Destination(Place.PAPERS))
    made.show()
    return made


def test_the_page_is_whole_and_works_by_keyboard(page, qtbot, desk):
    looks.check(page)
    page.focus_start()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.current_id() == "method"
    page.tabs.chosen.emit("mail")
    looks.check(page)
    assert page.main.text() == "Concepten maken"
    page.mail.form.editor("text").setFocus()
    page.mail.form.show_values({"text": "Getypt"})
    page.presenter.choose("invitation")
    assert page.typed_letter()[1] == "Getypt"


@pytest.fixture
def sheet():
    return Sheet()


@pytest.fixture
def texts(services, sheet, desk):
    made = TextsPresenter(services.texts, services.text_preview, sheet, desk)
    desk.listeners.append(made.show)
    made.open("agreement")
    made.show()
    return made


def test_the_paper_shows_a_text_while_it_is_typed(texts, sheet):
    texts.choose("agreement.clauses.notes")
    texts.preview("Aantekeningen\nWij schrijven niets op.")
    assert "Wij schrijven niets op." in words_of(sheet.pdf)
    texts.show()
    assert "Wij schrijven niets op." not in words_of(sheet.pdf)


def test_a_kept_text_is_marked_and_can_be_put_back(texts, sheet, desk):
    key = "agreement.clauses.notes"
    texts.choose(key)
    texts.keep(key, "Aantekeningen\nWij schrijven niets op.")
    line = next(line for line in sheet.state.lines if line.id == key)
    assert line.state == "aangepast"
    assert sheet.state.edited
    texts.reset()
    assert not sheet.state.edited
    assert [outcome.act for outcome in desk.outcomes] == ["text_changed", "text_reset"]


def test_an_unknown_word_is_told_under_the_text_and_not_kept(texts, sheet, services):
    key = "agreement.clauses.notes"
    texts.choose(key)
    texts.keep(key, "Aantekeningen\nVan {cliënt}.")
    assert "{cliënt}" in sheet.problem
    assert not services.texts.state(key).edited


def test_leaving_a_text_as_it_is_makes_no_step(texts, sheet, desk):
    texts.keep(sheet.state.key, f"{sheet.state.body}\n")
    assert desk.outcomes == []


def test_a_mail_is_shown_as_words(texts, sheet):
    texts.choose_sheet("mail")
    assert sheet.state.is_mail
    assert sheet.mail.startswith("Uitnodiging intervisie Voorbeeldgroep")


def test_the_sheet_keeps_what_is_typed_when_another_text_is_chosen(
    qtbot, theme, services, desk, tmp_path
):
    machine = MachineService(Paths.under(tmp_path))
    parts = Services(services.store, services.clock, services.ids, machine=machine)
    made = TextsSheet(SettingsPresenter(parts, None, desk), parts, desk)
    qtbot.addWidget(made)
    desk.listeners.append(made.texts.show)
    made.show()
    made.texts.open("statement")
    made.texts.show()
    made.edit.setPlainText("Ik, {naam}, zwijg.")
    made.table.choose("statement.mutual")
    assert services.texts.state("statement.declaration").body == "Ik, {naam}, zwijg."
    assert made.edit.toPlainText() == services.texts.state("statement.mutual").body
    made.edit.setPlainText("Voor {cliënt}.")
    made.table.choose("statement.declaration")
    assert made.table.current_id() == "statement.mutual"
    assert made.edit.toPlainText() == "Voor {cliënt}."
    assert "{cliënt}" in made.problem.text()
    made.edit.setPlainText("Voor ")
    made.edit.moveCursor(QTextCursor.MoveOperation.End)
    made.words.chosen.emit("groep")
    assert made.edit.toPlainText() == "Voor {groep}"
