"""Regelprofielen: what the page shows, changes, shares and takes over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intervisie_desktop.domain.findings import Certainty
from intervisie_desktop.ui.pages.profiles.norm_fields import (
    NEW,
    NotGoodError,
    read_norm,
    value_fields,
    values_of,
)
from intervisie_desktop.ui.pages.profiles.presenter import ProfilesPresenter
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.text.norms import WORDS

NOVA = "nova_intervisie"


class Board:
    """Remembers what it was shown."""

    def __init__(self):
        self.state = self.editor = self.sheet = None

    def show_state(self, state):
        self.state = state

    def show_editor(self, editor):
        self.editor = editor

    def show_sheet(self, sheet):
        self.sheet = sheet

    @property
    def shown(self):
        return self.state.shown

    def line(self, label):
        lines = [line for block in self.shown.blocks for line in block.lines]
        return next(line for line in lines if line.label == label)

    def typed(self, **values):
        """The values of the form with some of them typed over."""
        return {**self.editor.values, **values}


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def presenter(services, board, desk):
    made = ProfilesPresenter(services.own_profiles, services.compliance, board, desk)
    desk.listeners.append(made.refresh)
    made.open(Destination(Place.PROFILES, NOVA))
    return made


@pytest.fixture
def adapted(presenter):
    """The profile of the NOvA, copied to be changed."""
    presenter.main()
    return presenter


def kept(services):
    return services.profiles.all()[NOVA].editions[-1]


def change(presenter, board, name, **values):
    presenter.drafting.edit_norm(name)
    presenter.drafting.submit(board.typed(**values))


def test_a_norm_reads_as_a_sentence_with_its_source(presenter, board):
    line = board.line("Grootste groep")
    assert line.value == "10 deelnemers"
    assert line.source.startswith("bron: Regeling op de advocatuur, art. 13a")
    assert board.line("Ten minste per kalenderjaar").value == "8 uur"
    where = [source.where for source in board.shown.sources]
    assert any("opgezocht op 22 november 2026" in one for one in where)
    assert board.shown.main[0] == "adapt"
    assert len(board.shown.groups) >= 1


def test_the_list_is_what_is_in_use_and_templates_say_to_check(presenter, board):
    assert NOVA in {line.id for line in board.state.lines}
    assert "kngf" not in {line.id for line in board.state.lines}
    presenter.choose_filter("templates")
    assert {line.word for line in board.state.lines} == {"sjabloon"}
    presenter.select("kngf")
    assert "Controleer de regels bij uw register" in board.shown.warning
    presenter.main()
    assert ("in gebruik", "ok", "circle-check") in board.shown.chips
    assert "Controleer" in board.shown.warning


def test_editions_side_by_side_mark_what_differs(presenter, board):
    presenter.choose_look("compare")
    row = next(one for one in board.shown.rows if one.label == "Ten minste per kalenderjaar")
    assert row.cells == (("4 uur", False), ("8 uur", True), ("8 uur", False), ("8 uur", False))
    assert len(board.shown.heads) == len(board.shown.editions) == 4
    presenter.choose_edition("0")
    assert board.line("Ten minste per kalenderjaar").value == "4 uur"


def test_a_group_that_uses_it_is_one_step_away(presenter, board, desk):
    group_id, _ = board.shown.groups[0]
    presenter.open_group(group_id)
    assert desk.visited[-1] == Destination(Place.GROUPS, group_id, part="overview")


def test_a_change_is_a_draft_until_what_it_means_was_shown(adapted, board, services, desk):
    change(adapted, board, "group_max", value=4)
    assert board.line("Grootste groep").value == "4 deelnemers"
    assert board.line("Grootste groep").changed
    assert board.shown.draft == "1 wijziging, nog niet bewaard"
    assert kept(services).group_max.value == 10
    adapted.main()
    words = [line.text for line in board.sheet.lines]
    assert any("10 deelnemers wordt 4 deelnemers" in text for text in words)
    assert any(text.startswith("Bevindingen erbij") for text in words)
    assert kept(services).group_max.value == 10
    adapted.confirm_sheet()
    assert kept(services).group_max.value == 4
    assert board.shown.draft == ""
    assert desk.outcomes[-1].act == "profile_changed"


def test_a_draft_waits_while_another_profile_is_read(adapted, board):
    change(adapted, board, "group_max", value=4)
    adapted.select("mfn")
    assert board.shown.draft == ""
    assert next(x for x in board.state.lines if x.id == NOVA).word == "concept"
    adapted.select(NOVA)
    assert board.line("Grootste groep").value == "4 deelnemers"
    adapted.discard()
    assert board.line("Grootste groep").value == "10 deelnemers"


def test_what_cannot_be_is_said_and_not_kept(adapted, board, desk):
    change(adapted, board, "group_min", value=12)
    assert board.shown.problems == ("Kleinste groep is meer dan het hoogste dat ernaast staat.",)
    adapted.save()
    assert board.sheet is None
    assert desk.refusals_shown


def test_another_source_is_typed_with_how_sure_it_is(adapted, board, services):
    adapted.drafting.edit_norm("group_max")
    assert "title" in board.editor.hidden
    adapted.drafting.editor_changed("source", board.typed(source=NEW))
    assert not board.editor.hidden
    adapted.drafting.submit(board.typed(source=NEW, value=8))
    assert board.editor.problem == ("title", "Geef de bron een titel.")
    typed = {"title": "Brief van het register", "certainty": "source", "article": "blz. 2"}
    adapted.drafting.submit(board.typed(source=NEW, value=8, **typed))
    adapted.save()
    adapted.confirm_sheet()
    source = kept(services).group_max.source
    assert (source.title, source.article) == ("Brief van het register", "blz. 2")
    assert source.certainty is Certainty.SOURCE
    assert source.checked_on == date(2026, 10, 13)


def test_a_norm_is_added_and_taken_out(adapted, board, services):
    adapted.drafting.add_norm("Werkvorm")
    names = dict(board.editor.fields[0].kind.options)
    assert "method_variation" in names
    adapted.drafting.editor_changed("norm", board.typed(norm="method_variation"))
    adapted.drafting.submit(board.typed(value=5))
    assert board.line("Zelfde methode achter elkaar gemeld na").value == "5 keer"
    adapted.drafting.edit_norm("group_max")
    adapted.drafting.take_out()
    adapted.save()
    adapted.confirm_sheet()
    assert kept(services).method_variation.value == 5
    assert kept(services).group_max is None


def test_every_norm_is_typed_back_as_it_stands(services):
    profiles = services.profiles.all().values()
    norms = [pair for p in profiles for e in p.editions for pair in e.norms().items()]
    for name, norm in norms:
        sources = (replace(norm.source, article=""),)
        values = values_of(name, norm, sources)
        assert {field.name for field in value_fields(name)} <= set(values)
        assert read_norm(name, values, sources, date(2026, 10, 13)) == norm
    assert len({name for name, _ in norms}) > 60


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_norm_begins_blank_and_says_what_it_needs(name):
    values = {**values_of(name, None, ()), "title": "Brief"}
    assert values["source"] == NEW
    if name != "points":
        with pytest.raises(NotGoodError):
            read_norm(name, values, (), date(2026, 10, 13))


def test_a_new_edition_begins_on_a_day(adapted, board, services):
    adapted.main()
    adapted.drafting.submit({"start": date(2023, 1, 1)})
    assert "begint op 1 januari 2024" in board.editor.problem[1]
    adapted.drafting.submit({"start": date(2027, 1, 1)})
    assert board.shown.edition == "4"
    change(adapted, board, "year_min", value=600)
    adapted.save()
    words = [line.text for line in board.sheet.lines]
    assert any("vanaf 1 jan 2027: 8 uur wordt 10 uur" in text for text in words)
    adapted.confirm_sheet()
    profile = services.profiles.all()[NOVA]
    assert profile.edition_of_year(2027).year_min.value == 600
    assert profile.edition_of_year(2026).year_min.value == 480
    adapted.drafting.drop_edition()
    assert len(board.shown.editions) == 4


def test_what_is_said_about_it_can_be_changed(adapted, board, services):
    adapted.drafting.edit_about()
    adapted.drafting.submit(board.typed(name="NOvA bij ons", themes="Tijd\n\nGeld"))
    adapted.save()
    adapted.confirm_sheet()
    profile = services.profiles.all()[NOVA]
    assert (profile.name, profile.themes) == ("NOvA bij ons", ("Tijd", "Geld"))


def test_a_new_profile_is_open_with_its_subjects_to_fill(presenter, board, services):
    presenter.new_profile()
    presenter.drafting.submit({"name": "Kring Breda", "based_on": ""})
    assert (board.shown.key, board.state.filter) == ("kring_breda", "own")
    assert board.editor is None
    assert all(block.more for block in board.shown.blocks)
    presenter.drafting.add_norm("Groep")
    presenter.drafting.editor_changed("norm", board.typed(norm="group_max"))
    presenter.drafting.submit(board.typed(value=6))
    presenter.main()
    presenter.confirm_sheet()
    assert services.profiles.all()["kring_breda"].editions[0].group_max.value == 6
    presenter.remove()
    assert "kring_breda" not in services.profiles.all()


def test_an_adapted_profile_can_become_what_it_was(adapted, board, services):
    change(adapted, board, "group_max", value=4)
    assert adapted.remove_words() == "Terug naar het oorspronkelijke profiel"
    adapted.remove()
    assert board.shown.draft == ""
    assert adapted.is_shipped()


def test_a_shared_file_comes_in_with_what_differs_first(adapted, board, services, desk, tmp_path):
    change(adapted, board, "year_min", value=600)
    adapted.save()
    adapted.confirm_sheet()
    desk.path = tmp_path / "deel.toml"
    adapted.share()
    assert desk.told[-1] == "Bewaard als deel.toml."
    adapted.remove()
    adapted.bring_in()
    assert board.sheet.yes == "Overnemen"
    words = [line.text for line in board.sheet.lines]
    assert any("8 uur wordt 10 uur" in text for text in words)
    assert any(text.startswith("Jaarstanden") for text in words)
    assert kept(services).year_min.value == 480
    adapted.cancel_sheet()
    assert board.sheet is None
    adapted.bring_in()
    adapted.confirm_sheet()
    assert kept(services).year_min.value == 600


def test_a_file_that_is_no_profile_is_refused(presenter, board, desk, tmp_path):
    desk.path = tmp_path / "brief.toml"
    desk.path.write_text("Beste lezer")
    presenter.bring_in()
    assert board.sheet is None
    assert desk.refused[-1].code == "profile_file"
