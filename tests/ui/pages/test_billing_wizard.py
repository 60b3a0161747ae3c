"""The wizard Factureren: from meetings to invoices in a folder, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes

import pytest

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.clients import Address
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.ui.pages.invoices.billing import BillingPresenter
from intervisie_desktop.ui.pages.invoices.billing_picks import BillStep
from intervisie_desktop.ui.pages.invoices.page import InvoicesPage
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.services.money.practice import House
from tests.ui.desk_double import PlainDesk


class Wall:
    """A page that remembers."""

    def __init__(self):
        self.pdf, self.progress, self.printed, self.closed = None, [], [], 0

    def show_billing(self, state):
        self.state = state

    def show_bill(self, pdf):
        self.pdf = pdf

    def show_bill_progress(self, done, total):
        self.progress.append((done, total))

    def printer_name(self):
        return ""

    def print_papers(self, papers, title, then):
        self.printed += papers
        then(len(papers))

    def close_billing(self):
        self.closed += 1


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path / "papierwilg.intervisie", datetime(2026, 10, 13, 8, 55))
    yield made
    made.store.close()


@pytest.fixture
def desk():
    return PlainDesk()


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def lead(house, wall, desk, tmp_path):
    made = BillingPresenter(house.billing, house.invoices, wall, desk)
    desk.listeners.append(made.refresh)
    made.start()
    made._take_folder(tmp_path / "uit")
    return made


def lines(wall):
    return [row for row in wall.state.rows if row.kind == "person"]


def head(wall, name):
    return next(row for row in wall.state.rows if row.kind == "group" and row.title == name)


def test_everything_that_is_due_is_on_an_invoice_unless_it_is_left_out(lead, wall):
    lead.main()
    assert wall.state.main == "Verder met 2 facturen"
    first = lines(wall)[0]
    lead.tick(first.key)
    assert not next(row for row in lines(wall) if row.key == first.key).checked
    assert head(wall, "Maatschap Appelvink").checked is None
    lead.take_all()
    assert head(wall, "Maatschap Appelvink").checked is True


def test_a_client_is_ticked_with_all_its_lines(lead, wall):
    lead.main()
    lead.tick("appelvink")
    assert head(wall, "Maatschap Appelvink").checked is False
    assert wall.state.main == "Verder met 1 factuur"
    lead.tick("appelvink")
    assert head(wall, "Maatschap Appelvink").checked is True


def test_the_preview_is_the_pdf_of_the_invoice_and_nothing_is_kept(lead, wall, house):
    lead.main()
    assert wall.pdf.startswith(b"%PDF")
    assert house.invoices.rows() == ()
    assert house.store.undo_label()[0] != "concepts_made"


def test_amounts_deadline_and_numbers_are_told_before_anything_is_made(lead, wall):
    lead.main()
    lead.main()
    appelvink = next(row for row in wall.state.review if row.client == "Maatschap Appelvink")
    assert (appelvink.net, appelvink.vat, appelvink.gross) == ("€ 495,00", "€ 103,95", "€ 598,95")
    assert appelvink.deadline == "15 okt"
    assert {row.number for row in wall.state.review} == {"2026-0001", "2026-0002"}


def test_invoices_are_made_written_and_drafted_in_one_go(lead, wall, house, tmp_path):
    card = house.services.clients.card("appelvink").client
    house.services.clients.change(replace(card, email="kantoor@appelvink.example"))
    lead.set_output("as_drafts", True)
    lead.write_letter("Uw factuur {nummer}", "Dank voor het werken met ons.")
    lead.set_output("to_printer", True)
    for _step in range(3):
        lead.main()
    done = wall.state.done
    assert done.title == "2 facturen definitief gemaakt"
    assert done.problems == (
        "Zonder e-mailadres: Wolkendek Arbeidsrecht. Vul dat in bij Opdrachtgevers.",
    )
    names = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert "2026-0001 Maatschap Appelvink.pdf" in names
    assert "2026-0001 Maatschap Appelvink.xml" in names
    (draft,) = (tmp_path / "uit" / "E-mailconcepten").iterdir()
    mail = message_from_bytes(draft.read_bytes())
    assert mail["Subject"] == "Uw factuur 2026-0001"
    assert len(wall.printed) == 2
    assert wall.progress[-1] == (2, 2)


def test_nothing_is_billed_twice(lead, wall, house):
    for _step in range(3):
        lead.main()
    lead.finish()
    lead.start()
    assert wall.state.rows == ()
    assert wall.state.empty is not None
    assert len(house.invoices.rows()) == 2


def test_only_concepts_can_be_made_and_undone(lead, wall, house):
    lead.set_final(False)
    for _step in range(3):
        lead.main()
    assert wall.state.done.title == "2 concepten gemaakt"
    assert {row.number for row in house.invoices.rows()} == {""}
    house.store.undo()
    assert house.invoices.rows() == ()


def test_some_meetings_are_billed_and_the_rest_waits(lead, wall, house):
    lead.choose_scope("meetings")
    lead.main()
    assert wall.state.step is BillStep.PERIOD
    lead.tick_meeting("s1")
    for _step in range(3):
        lead.main()
    assert {s.served_on for one in house.billing.to_bill() for s in one.lines} == {
        date(2026, 10, 6)
    }


def test_up_to_a_month_leaves_what_came_later(lead, wall):
    lead.choose_until(date(2026, 9, 30))
    lead.main()
    assert {row.title for row in lines(wall)} == {"Deelname, do 10 sep"}


def test_a_line_is_not_charged_with_a_reason_and_charged_after_all(lead, wall, desk, house):
    lead.main()
    lead.select(lines(wall)[0].key)
    desk.reason = "afgesproken"
    lead.waive()
    assert {one.reason for one in house.billing.waivers()} == {"afgesproken"}
    lead.unfold_rest("")
    waived = lines(wall)[-1]
    assert "afgesproken" in waived.lines[0]
    for row in [row for row in lines(wall) if row.key.startswith("waived:")]:
        lead.act(row.key, "charge")
    assert house.billing.waivers() == ()


def test_what_waits_says_why_and_leads_to_where_it_is_mended(lead, wall, desk, house):
    with house.store.work("start") as work:
        session = work.sessions.get("s2")
        work.sessions.save(replace(session, state=SessionState.HELD))
    lead.refresh()
    lead.main()
    waiting = next(row for row in lines(wall) if row.badge == "wacht")
    assert "nog niet afgerond" in waiting.lines[0]
    lead.act(waiting.key, waiting.actions[0].key)
    assert desk.visited[-1] == Destination(Place.SESSIONS, "s2")


def test_a_late_notice_whose_moment_is_unknown_leads_to_the_meeting(lead, wall, desk, house):
    from intervisie_desktop.domain.cancellation import CancellationTerms

    with house.store.work("start") as work:
        one = work.attendances.get("a1-tess")
        work.attendances.save(replace(one, state=AttendanceState.EXCUSED, intervals=()))
    house.rates.put_terms(CancellationTerms(id=""))
    lead.refresh()
    lead.main()
    waiting = next(row for row in lines(wall) if row.badge == "wacht")
    lead.act(waiting.key, waiting.actions[0].key)
    assert desk.visited[-1] == Destination(Place.SESSIONS, "s1")


def test_a_client_without_address_waits(lead, wall, desk, house):
    card = house.services.clients.card("wolkendek").client
    house.services.clients.change(replace(card, address=Address()))
    lead.refresh()
    lead.main()
    waiting = next(row for row in lines(wall) if row.badge == "wacht")
    lead.act(waiting.key, waiting.actions[0].key)
    assert desk.visited[-1] == Destination(Place.CLIENTS, "wolkendek")


def test_what_keeps_an_invoice_from_being_definitive_is_told_beforehand(lead, wall, house):
    practice = house.services.practice.get()
    house.services.practice.change(replace(practice, vat_number=""))
    lead.refresh()
    lead.main()
    flaw = next(row for row in lines(wall) if row.tone == "fout")
    assert "btw-id ontbreekt" in flaw.lines[0]
    lead.main()
    lead.main()
    assert wall.state.done.title == "0 facturen definitief gemaakt"
    assert "bleef concept" in wall.state.done.problems[0]


def test_stopping_leaves_the_rest_as_concepts(lead, wall, house):
    from tests.ui.desk_double import PlainProgress

    desk = lead._desk
    desk.run = lambda job, done, label, failed=None: done(job(PlainProgress(cancel_after=1)))
    for _step in range(3):
        lead.main()
    assert "bleef concept, omdat u stopte" in wall.state.done.problems[-1]
    assert sorted(bool(row.number) for row in house.invoices.rows()) == [False, True]


def test_what_was_chosen_stays_when_the_wizard_is_left(lead, wall):
    lead.main()
    key = lines(wall)[0].key
    lead.tick(key)
    lead.leave()
    lead.start()
    assert wall.closed == 1
    assert not next(row for row in lines(wall) if row.key == key).checked


def test_the_wizard_works_by_keyboard_in_the_page(qtbot, theme, house, desk):
    from PySide6.QtCore import Qt

    page = InvoicesPage(desk, house.services)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.open(Destination(Place.INVOICES, part="bill"))
    assert page.billing.isVisible()
    page.main_action()
    listed = page.billing.card.lines
    listed.setFocus()
    before = len(page.bill.picks.keys())
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert len(page.bill.picks.keys()) < before
    qtbot.keyClick(listed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.bill.picks.keys()) == before
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert page.pane.isVisible()
