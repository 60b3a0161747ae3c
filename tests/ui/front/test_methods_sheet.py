"""Instellingen, werkvormen: read, copy, adapt, take back."""

from __future__ import annotations

import pytest

from intervisie_desktop.domain.methods import MinutesFrom
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.settings.page import build
from intervisie_desktop.ui.shell.desk import Destination, Place
from tests.ui import looks
from tests.ui.desk_double import PlainDesk


@pytest.fixture
def services(entrance, clock, machine, tmp_path):
    opened, _code = entrance.files.create(
        tmp_path / "p.intervisie",
        "rustige dinsdag",
        Practice(name="Papierwilg"),
        Facilitator(id="f", name="Marit"),
    )
    entrance.take(opened)
    return Services(opened.store, clock, SeededIds(), opened=opened, machine=machine)


@pytest.fixture
def page(qtbot, theme, services):
    desk = PlainDesk()
    made = build(desk, services)
    qtbot.addWidget(made)
    desk.listeners.append(made.refresh)
    made.resize(880, 800)
    made.show()
    qtbot.waitExposed(made)
    made.open(Destination(Place.SETTINGS, part="methods"))
    return made


@pytest.fixture
def sheet(page):
    return page.sheets["methods"]


def test_a_method_of_the_program_is_read_with_where_its_minutes_come_from(page, sheet):
    sheet.table.choose("incident_a")
    assert sheet.head.title.text() == "Incidentmethode, met keuze"
    assert sheet.total.text() == "samen 65 min"
    assert "bron" in sheet.source.text()
    assert sheet.reading.isVisible()
    assert not sheet.form.isVisible()
    assert not sheet.remove.isVisible()
    looks.check(page)


def test_a_copy_is_adapted_and_the_original_stays(page, sheet, services):
    sheet.table.choose("vierfasen")
    sheet.copy.click()
    assert sheet.head.title.text() == "Vier fasen (eigen)"
    sheet.methods.change_phase("1", "minutes", 25)
    sheet.methods.change_phase("1", "allowed", "open_question")
    sheet.methods.raise_phase("1")
    sheet.methods.change("name", "Ruim beeld")
    own = services.methods.find("Ruim beeld")
    assert [phase.name for phase in own.phases][:2] == ["Beeldvorming", "Probleemstelling"]
    assert own.phases[0].minutes == 25
    assert own.phases[0].minutes_from is MinutesFrom.ESTIMATE
    assert services.methods.find("Vier fasen").minutes == 40
    assert sheet.total.text() == "samen 50 min"
    looks.check(page)


def test_phases_come_and_go_and_the_last_one_stays(sheet, services):
    sheet.table.choose("clinic")
    sheet.copy.click()
    sheet.add.click()
    sheet.add.click()
    names = [phase.name for phase in services.methods.find("Clinic of rollenspel (eigen)").phases]
    assert names[-2:] == ["Nieuwe fase", "Nieuwe fase 2"]
    for _ in range(5):
        sheet.methods.remove_phase("0")
    assert len(services.methods.find("Clinic of rollenspel (eigen)").phases) == 1


def test_a_second_copy_has_a_name_of_its_own(sheet, services):
    sheet.table.choose("balint")
    sheet.copy.click()
    sheet.copy.click()
    assert services.methods.find("Balint (eigen 2)") is not None


def test_a_name_that_is_taken_is_refused_and_gives_way(sheet, services):
    sheet.table.choose("balint")
    sheet.copy.click()
    sheet.methods.change("name", "vier fasen")
    assert sheet.form.value("name") == "Balint (eigen)"


def test_removing_goes_back_to_what_it_was_made_of(sheet, services):
    sheet.table.choose("balint")
    sheet.copy.click()
    sheet.remove.click()
    assert sheet.head.title.text() == "Balint"
    assert services.methods.find("Balint (eigen)") is None
