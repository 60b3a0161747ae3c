"""Evaluations: taken in without a name, shown once nobody can be recognised."""

from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.evaluations import EvaluationsService, figure
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.texts import TextsService


@pytest.fixture
def evaluations(house):
    parts = (house.store, house.clock, house.ids)
    return EvaluationsService(*parts, ComplianceService(*parts, ProfilesService(house.store)))


@pytest.fixture
def group(house):
    return house.group(house.person("Noor"), house.person("Bram", "Regenwilg"))


def figures(totals, key):
    return next(row.figures for row in totals.rows if row.item.key == key)


def test_a_form_makes_the_session_evaluated_and_undo_takes_both_back(
    house, evaluations, group, undone
):
    session = house.held(group)
    undone(evaluations.add, session.id, {"learning": 4})
    assert house.sessions.card(session.id).session.evaluated_on == date(2026, 10, 13)


def test_a_closed_session_still_takes_forms(house, evaluations, group):
    session = house.held(group)
    house.holding.close(session.id)
    evaluations.add(session.id, {"learning": 4})
    assert len(evaluations.sheet(session.id).forms) == 1


def test_what_cannot_be_is_refused(house, evaluations, group, refused):
    held, ahead = house.held(group), house.session(group, day=date(2026, 11, 10))
    assert refused(evaluations.add, held.id, {}) == "evaluation_empty"
    assert refused(evaluations.add, held.id, {"learning": 6}) == "evaluation_score"
    assert refused(evaluations.add, ahead.id, {"learning": 5}) == "session_not_held"
    assert refused(evaluations.paper_of_session, held.id) == "evaluation_too_few"


def test_a_figure_appears_with_the_third_answer(house, evaluations, group):
    session = house.held(group)
    for score in (4, 4):
        evaluations.add(session.id, {"learning": score, "action": 5})
    assert figures(evaluations.of_session(session.id), "learning") == (None, None)
    evaluations.add(session.id, {"learning": 5, "action": 1})
    totals = evaluations.of_session(session.id)
    assert figures(totals, "learning") == (43, 43)
    assert figures(totals, "action") == (67, 67)
    evaluations.remove(evaluations.sheet(session.id).forms[-1].id)
    assert figures(evaluations.of_session(session.id), "learning") == (None, None)


def test_too_few_answers_cannot_be_worked_out_from_the_whole(house, evaluations, group):
    full, thin = (house.held(group, day=date(2026, month, 3)) for month in (3, 6))
    for score in (4, 4, 4):
        evaluations.add(full.id, {"learning": score})
    evaluations.add(thin.id, {"learning": 1})
    totals = evaluations.of_group(group.id, 2026)
    assert totals.forms == (3, 1)
    assert figures(totals, "learning") == (40, None, 40)
    for score in (1, 1):
        evaluations.add(thin.id, {"learning": score})
    assert figures(evaluations.of_group(group.id, 2026), "learning") == (40, 10, 25)


def test_an_item_that_was_answered_stays_when_it_is_left_out_later(house, evaluations, group):
    session = house.held(group)
    for _ in range(3):
        evaluations.add(session.id, {"depth": 3, "learning": 4})
    TextsService(house.store).save("evaluation.items.depth", "")
    assert figures(evaluations.of_session(session.id), "depth") == (30, 30)


def test_the_outcome_is_a_paper_without_names(house, evaluations, group):
    session = house.held(group)
    for _ in range(3):
        evaluations.add(session.id, {"learning": 4, "action": 5})
    for paper in (evaluations.paper_of_session(session.id),
                  evaluations.paper_of_group(group.id, 2026)):  # fmt: skip
        with pypdfium2.PdfDocument(paper) as document:
            text = document[0].get_textpage().get_text_range()
        assert "4,0" in text
        assert "100%" in text
        assert "Noor" not in text


@given(st.lists(st.integers(1, 5), min_size=3))
def test_an_average_lies_between_the_lowest_and_the_highest(scores):
    found = figure(scores, yes_no=False)
    assert min(scores) * 10 <= found <= max(scores) * 10
    assert found == figure(list(reversed(scores)), yes_no=False)
    assert abs(found - 10 * sum(scores) / len(scores)) <= 0.5
