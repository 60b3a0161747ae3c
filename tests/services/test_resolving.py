"""What was solved is kept: by which act, once, and not when it was merely taken away."""

from __future__ import annotations

import pytest

from intervisie_desktop.services.control import FindingScope
from intervisie_desktop.services.mending import Secrecy, SessionFact
from tests.ui.panels.practice import invented_practice


@pytest.fixture
def services(tmp_path):
    made = invented_practice(tmp_path / "x.intervisie")
    made.control.check(FindingScope())
    yield made
    made.store.close()


def told(services):
    """What the history says, as (code, act)."""
    found = services.control.check(FindingScope()).solved
    return [(one.finding.code, one.act) for one in found]


def missing_secrecy(services):
    found = (j.finding for j in services.compliance.findings() if j.finding.code == "H01")
    return next(found).subject.session


def test_an_act_that_makes_a_finding_vanish_is_told_with_the_day(services):
    session = missing_secrecy(services)
    assert told(services) == []
    services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
    assert told(services) == [("H01", "confidentiality_recorded")]
    [one] = services.resolving.recent()
    assert one.on == services.clock.today()
    assert one.facts["group"]
    assert told(services) == [("H01", "confidentiality_recorded")]


def test_undo_takes_the_row_away_and_redo_writes_it_again(services):
    session = missing_secrecy(services)
    services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
    told(services)
    services.undo.undo()
    assert told(services) == []
    services.undo.redo()
    assert told(services) == [("H01", "confidentiality_recorded")]


def test_writing_the_history_leaves_undo_redo_and_logboek_alone(services):
    session = missing_secrecy(services)
    services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
    lines = services.journal.newest()
    told(services)
    assert services.journal.newest() == lines
    assert services.undo.undo_label()[0] == "confidentiality_recorded"
    services.undo.undo()
    told(services)
    assert services.undo.redo_label()[0] == "confidentiality_recorded"


def test_what_goes_with_its_record_is_not_solved(services):
    before = {j.finding.key for j in services.compliance.findings()}
    found = next(
        j.finding for j in services.compliance.findings()
        if j.finding.code in {"I03", "G11"} and j.finding.subject.session
    )  # fmt: skip
    services.holding.cancel(found.subject.session, "ziek")
    assert found.key in before - {j.finding.key for j in services.compliance.findings()}
    solved = {one.finding.subject.session for one in services.control.check(FindingScope()).solved}
    assert found.subject.session not in solved


def test_solved_twice_on_one_day_is_told_once(services):
    session = missing_secrecy(services)
    for _ in range(2):
        services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
        assert told(services) == [("H01", "confidentiality_recorded")]
        services.holding.reopen(session, "fout")
        services.attendance.clear_confidentiality(session)
        services.holding.close(session)
        told(services)
    assert len([one for one in told(services) if one[0] == "H01"]) == 1


def test_a_new_day_solves_nothing_and_old_rows_leave_the_view(services):
    session = missing_secrecy(services)
    services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
    told(services)
    services.clock.move(days=90)
    assert ("H01", "confidentiality_recorded") in told(services)
    assert len(told(services)) == 1
    services.clock.move(days=1)
    assert told(services) == []


def test_several_acts_between_two_checks_are_told_by_the_newest(services):
    session = missing_secrecy(services)
    services.mending.discuss_secrecy([session], Secrecy(), "nagekomen")
    services.mending.note(SessionFact.EVALUATED, [session], "nagekomen")
    assert {act for _, act in told(services)} == {"mended_evaluated"}
