"""Profiles of the practice: what they replace, what they mean, and where they go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Certainty, Source
from intervisie_desktop.domain.own import OwnProfile, OwnProfileKind
from intervisie_desktop.domain.profile_editing import with_new_edition, with_norm
from intervisie_desktop.domain.profiles import Norm
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.text.norms import WORDS
from intervisie_desktop.ui.text.profile_problems import file_problem

NOVA = "nova_intervisie"
SURE = Source("Register", "art. 1", Certainty.SOURCE, "register.example", date(2026, 1, 2))


@pytest.fixture
def services(house):
    return Services(house.store, FixedClock(datetime(2026, 10, 13, 9)), house.ids)


@pytest.fixture
def own(services):
    return services.own_profiles


def adapted(services, **norms):
    """The profile of the NOvA with norms of its newest edition changed."""
    services.own_profiles.copy_and_adapt(NOVA)
    profile = services.profiles.all()[NOVA]
    for name, value in norms.items():
        profile = with_norm(profile, len(profile.editions) - 1, name, Norm(value, SURE))
    return profile


def test_an_adapted_copy_stands_in_the_place_of_the_shipped_one(services, own, undone):
    shipped = services.profiles.all()[NOVA]
    undone(own.copy_and_adapt, NOVA)
    found = services.profiles.all()[NOVA]
    assert found.adapted
    assert replace(found, adapted=False) == shipped
    assert own.card(NOVA).kind is OwnProfileKind.ADAPTED
    undone(own.remove, NOVA)
    assert services.profiles.all()[NOVA] == shipped


def test_undo_gives_the_shipped_profile_back(services, own):
    own.save(adapted(services, group_max=6))
    assert services.profiles.all()[NOVA].editions[-1].group_max.value == 6
    services.undo.undo()
    services.undo.undo()
    assert services.profiles.all()[NOVA].editions[-1].group_max.value == 10


def test_a_changed_norm_is_judged_by_at_once(house, services, own):
    people = [house.person(name) for name in ("Noor", "Joris", "Femke", "Teun")]
    session = house.held(house.group(*people, profiles=(NOVA,)))
    house.attendance.everyone_present(session.id)

    def too_many():
        found = services.compliance.findings()
        return [one for one in found if one.finding.code == "G02"]

    assert not too_many()
    own.save(adapted(services, group_max=3))
    assert [one.finding.figures["required"] for one in too_many()] == [3]
    services.undo.undo()
    assert not too_many()


def test_a_number_without_a_certain_source_is_never_an_error(house, services, own):
    session = house.held(house.group(house.person("Noor"), profiles=(NOVA,)))
    house.attendance.everyone_present(session.id)
    services.own_profiles.copy_and_adapt(NOVA)
    profile = services.profiles.all()[NOVA]
    guess = Norm(4, Source("Zelf bedacht", certainty=Certainty.ASSUMPTION))
    own.save(with_norm(profile, len(profile.editions) - 1, "group_min", guess))
    found = [one.finding for one in services.compliance.findings() if one.finding.code == "G01"]
    assert found
    assert {finding.severity for finding in found} == {"warning"}


def test_an_own_profile_begins_empty_or_as_a_copy(services, own, undone):
    made = undone(own.make_own, "Mijn kring").value
    assert (made.key, made.editions[0].norms()) == ("mijn_kring", {})
    copy = own.make_own("Mijn kring", NOVA).value
    assert copy.key == "mijn_kring_2"
    assert copy.editions == services.profiles.all()[NOVA].editions
    assert services.profiles.all()["mijn_kring_2"].name == "Mijn kring"
    assert own.card("mijn_kring_2").kind is OwnProfileKind.OWN


def test_what_is_wrong_is_refused_and_nothing_is_written(house, services, own, refused):
    profile = adapted(services, group_min=12)
    before = house.dump()
    assert refused(own.save, profile) == "profile_wrong"
    assert refused(own.save, services.profiles.all()["mfn"]) == "profile_shipped"
    assert refused(own.copy_and_adapt, NOVA) == "profile_own_already"
    assert refused(own.make_own, "  ") == "profile_name_missing"
    assert refused(own.remove, "mfn") == "profile_shipped"
    assert refused(own.copy_and_adapt, "geen") == "profile_unknown"
    assert house.dump() == before


def test_saving_what_stands_there_already_is_no_step(services, own):
    profile = adapted(services)
    assert not own.save(profile).changes


def test_a_profile_that_a_group_uses_stays(house, own, refused):
    key = own.make_own("Kring").value.key
    group = house.group(profiles=("vrij", key))
    assert refused(own.remove, key) == "profile_used"
    house.groups.change(replace(group, profiles=("vrij",)))
    own.remove(key)
    with pytest.raises(Refusal, match="profile_unknown"):
        own.card(key)


def test_a_template_is_put_to_use_and_keeps_its_mark(services, own, undone):
    assert "kngf" not in {p.key for p in services.profiles.enabled()}
    undone(own.put_to_use, "kngf", on=True)
    found = next(p for p in services.profiles.enabled() if p.key == "kngf")
    assert found.template
    own.put_to_use("kngf", on=False)
    assert "kngf" not in {p.key for p in services.profiles.enabled()}
    assert not own.put_to_use("kngf", on=False).changes


def test_a_shared_profile_comes_back_as_it_went(services, own):
    shared = own.share(NOVA)
    preview = own.read_shared(shared.data)
    assert preview.present == services.profiles.all()[NOVA]
    assert not preview.difference
    assert shared.name.startswith("Regelprofiel ")


def test_an_import_shows_what_differs_and_takes_the_place(house, services, own, undone):
    profile = with_new_edition(services.profiles.all()[NOVA], date(2027, 1, 1))
    profile = with_norm(profile, len(profile.editions) - 1, "year_min", Norm(600, SURE))
    data = own.share(NOVA).data
    own.copy_and_adapt(NOVA)
    own.save(profile)
    newer = own.share(NOVA).data
    services.undo.undo()
    services.undo.undo()
    assert own.share(NOVA).data == data
    preview = own.read_shared(newer)
    told = [(one.start, one.name) for one in preview.difference.norms]
    assert told == [(date(2027, 1, 1), "year_min")]
    before = house.dump()
    undone(own.take_over, preview)
    assert house.dump() != before
    assert services.profiles.all()[NOVA].adapted
    assert services.profiles.all()[NOVA].edition_of_year(2027).year_min.value == 600
    assert services.profiles.all()[NOVA].edition_of_year(2026).year_min.value == 480


def test_a_profile_from_elsewhere_is_added_under_its_own_key(own):
    text = own.share("mfn").data.decode().replace('key = "mfn"', 'key = "bond"')
    preview = own.read_shared(text.encode())
    assert preview.present is None
    own.take_over(preview)
    assert own.card("bond").kind is OwnProfileKind.IMPORTED
    own.take_over(preview)
    assert own.card("bond").kind is OwnProfileKind.IMPORTED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("[[edition]]", "[[uitgave]]"), "no_edition"),
        (("group_min", "group_size"), "field"),
        (('source = "', 'source = "x'), "source"),
        (("name = ", "naam = "), "missing"),
        (("value = 5", "value = 'vijf'"), "value"),
        (('certainty = "source"', 'certainty = "vast"'), "certainty"),
        (("key =", "key"), "unreadable"),
        (("value = 5", "value = 50\ngroup_max = { value = 4, source = 'x' }"), "unreadable"),
    ],
)
def test_a_file_that_is_no_profile_is_refused_with_a_sentence(own, change, reason):
    data = own.share("mfn").data.replace(*(word.encode() for word in change))
    with pytest.raises(Refusal) as refusal:
        own.read_shared(data)
    facts = refusal.value.facts
    assert (refusal.value.code, facts["reason"]) == ("profile_file", reason)
    sentence = file_problem(facts["reason"], facts["what"])
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"a" * 1_100_000, b"[" * 9000])
def test_what_is_no_text_at_all_is_refused(own, data):
    with pytest.raises(Refusal, match="profile_file"):
        own.read_shared(data)


def test_a_profile_this_program_cannot_read_is_shown_but_not_judged_by(house, services, own):
    with house.store.work("x") as work:
        for key, kind in ((NOVA, OwnProfileKind.ADAPTED), ("later", OwnProfileKind.OWN)):
            made = OwnProfile(id=key, text="regels = 9", kind=kind, changed_on=date(2026, 1, 1))
            work.own_profiles.add(made)
    assert not services.profiles.all()[NOVA].adapted
    assert "later" not in services.profiles.all()
    assert not own.card(NOVA).readable
    assert not own.card("later").readable
    assert services.compliance.findings() == ()
    own.remove("later")


# --- editions -------------------------------------------------------------------------------


def closed_session(house, day, minutes=120):
    """A group of the NOvA with a closed session that lasted so long for all four."""
    people = [house.person(name) for name in ("Noor", "Joris", "Femke", "Teun")]
    group = house.group(*people, since=date(2025, 1, 1), profiles=(NOVA,))
    session = house.held(group, day, start=600, end=600 + minutes)
    house.attendance.everyone_present(session.id)
    return group, people[0], session


def test_a_session_is_judged_by_the_edition_of_its_day(house, services, own):
    old = closed_session(house, date(2026, 3, 2))[2]
    new = closed_session(house, date(2026, 9, 7))[2]
    profile = with_new_edition(adapted(services), date(2026, 7, 1))
    last = len(profile.editions) - 1
    own.save(with_norm(profile, last, "group_max", Norm(3, SURE)))
    found = services.compliance.findings()
    told = {one.finding.subject.session for one in found if one.finding.code == "G02"}
    assert told == {new.id}
    assert old.id not in told


def test_a_year_is_judged_by_its_own_edition(house, services, own):
    noor = closed_session(house, date(2025, 3, 3))[1]
    closed_session(house, date(2026, 3, 2))
    profile = with_new_edition(adapted(services), date(2026, 1, 1))
    last = len(profile.editions) - 1
    own.save(with_norm(profile, last, "year_min", Norm(600, SURE)))
    targets = {s.year: s.target for s in services.compliance.standings_of(noor.id)}
    assert targets[2025] == 480
    assert targets.get(2026, 600) == 600


def test_what_a_new_edition_means_is_told_before_it_holds(house, services, own):
    group, noor, session = closed_session(house, date(2026, 3, 2))
    before = services.compliance.findings()
    stored = house.dump()
    profile = with_new_edition(services.profiles.all()[NOVA], date(2026, 1, 1))
    last = len(profile.editions) - 1
    for name, value in (("group_max", 3), ("year_min", 600)):
        profile = with_norm(profile, last, name, Norm(value, SURE))
    effect = services.compliance.effect_of(profile)
    assert {f.code for f in effect.appeared} >= {"G02"}
    assert group.id in effect.groups
    assert session.id in {f.subject.session for f in effect.appeared}
    due = {(s.participant_id, s.year): (s.due_before, s.due_after) for s in effect.standings}
    assert due[noor.id, 2026] == (480, 600)
    assert noor.id in effect.people
    assert services.compliance.findings() == before
    assert house.dump() == stored
    own.copy_and_adapt(NOVA)
    own.save(profile)
    kept = {one.finding.key for one in services.compliance.findings()}
    assert {f.key for f in effect.appeared} <= kept
    assert not {f.key for f in effect.gone} & kept
    assert not services.compliance.effect_of(profile)


def test_every_norm_has_words_for_its_value(services):
    told = 0
    for profile in services.profiles.all().values():
        for edition in profile.editions:
            for name, norm in edition.norms().items():
                words = WORDS[name].told(norm.value)
                assert words.strip()
                assert "None" not in words
                told += 1
    assert told > 300
