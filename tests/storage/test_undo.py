from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_desktop.domain.changes import Change, ChangeKind, Subject
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.store import Store
from intervisie_desktop.storage.undo_log import MOST_STEPS
from tests.storage.samples import RECORDS, UNDOABLE, a_certificate, dump, new_store


def there_and_back(store: Store, before: object) -> None:
    after = dump(store)
    assert after != before
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after
    store.undo()
    assert dump(store) == before


@pytest.mark.parametrize("name", UNDOABLE)
def test_removing_from_any_table_can_be_undone_exactly(filled: Store, name: str):
    before = dump(filled)
    with filled.work("removed") as work:
        getattr(work, name).remove(RECORDS[name][0].id)
    there_and_back(filled, before)


@pytest.mark.parametrize("name", UNDOABLE)
def test_adding_to_any_table_can_be_undone_exactly(store: Store, name: str):
    with store.work("needed") as work:
        for other, records in RECORDS.items():
            if other == name:
                break
            getattr(work, other).add_all(records)
    before = dump(store)
    with store.work("added") as work:
        getattr(work, name).add_all(RECORDS[name])
    there_and_back(store, before)


TEXTS = {"designations": "number", "memberships": "", "relations": "", "absences": "",
         "agreements": "scope", "agreement_signatures": "", "sessions": "place",
         "attendances": "remark", "busy_times": "source", "exceptions": "reason",
         "employments": "employer", "registrations": "number", "participants": "note",
         "groups": "name", "clients": "note", "contacts": "name", "facilitators": "name",
         "free_periods": "name", "evaluations": "", "own_hours": "where",
         "own_profiles": "text", "own_methods": "text", "texts": "body", "rates": "note",
         "cancellation_terms": "", "invoices": "intro", "invoice_lines": "note",
         "billed_sources": "line_id", "billing_waivers": "reason", "payments": "payer",
         "bank_lines": "", "quotes": "title"}  # fmt: skip


@pytest.mark.parametrize("name", UNDOABLE)
def test_changing_any_table_can_be_undone_exactly(filled: Store, name: str):
    before = dump(filled)
    changes: dict[str, object] = {TEXTS[name]: '\'; DROP TABLE groups; --\n"é"'}
    if name == "agreement_signatures":
        changes = {"signed_on": date(2026, 9, 9)}
    elif name == "evaluations":
        changes = {"scores": {"veilig": 1}}
    elif name == "bank_lines":
        changes = {"seen_at": datetime(2026, 9, 9, tzinfo=UTC)}
    elif not TEXTS[name]:
        changes = {"period": Period(date(2025, 1, 1))}
    with filled.work("changed") as work:
        record = getattr(work, name).get(RECORDS[name][0].id)
        getattr(work, name).save(replace(record, **changes))
    there_and_back(filled, before)


def test_practice_and_settings_can_be_undone_too(store: Store):
    before = dump(store)
    with store.work("set_up") as work:
        work.practice.save(Practice(name="Praktijk", logo=bytes(range(256))))
        work.settings.set("kleur", "groen")
        work.settings.set("kleur", "blauw")
    there_and_back(store, before)


def test_every_table_with_data_of_the_user_is_recorded():
    unrecorded = {t.name for t in tables.metadata.sorted_tables if "recording" not in t.info}
    assert unrecorded == {
        "journal",
        "secrets",
        "number_series",
        "certificate_papers",
        "invoice_act_papers",
        "issued_invoice_papers",
        "resolved_findings",
    }


def test_a_group_goes_with_everything_in_it_and_comes_back(filled: Store):
    before = dump(filled)
    with filled.work("group_removed", group="g1") as work:
        work.groups.remove("g1")
    with filled.reading() as read:
        assert read.attendances.all() == []
        assert read.memberships.all() == []
    there_and_back(filled, before)


def test_a_bulk_change_is_one_step(filled: Store):
    before = dump(filled)
    with filled.work("all_archived") as work:
        work.groups.save_all([replace(g, archived=True) for g in work.groups.all()])
        work.connection.exec_driver_sql("UPDATE attendances SET remark = 'x'")
    there_and_back(filled, before)


def test_steps_come_back_one_by_one_under_their_names(filled: Store):
    for number in (1, 2):
        with filled.work("group_added", number=number) as work:
            work.groups.add(Group(id=f"nieuw{number}", name="Nieuw"))
    assert filled.undo_label() == ("group_added", {"number": 2})
    outcome = filled.undo()
    assert (outcome.act, outcome.facts) == ("undo", {"number": 2, "act": "group_added"})
    assert outcome.changes.ids(Subject.GROUP) == {"nieuw2"}
    assert filled.undo_label() == ("group_added", {"number": 1})
    assert filled.redo_label() == ("group_added", {"number": 2})


def test_a_new_act_ends_what_could_be_redone(filled: Store):
    with filled.work("a") as work:
        work.groups.remove("g2")
    filled.undo()
    with filled.work("b") as work:
        work.groups.save(replace(work.groups.get("g2"), name="Anders"))
    assert filled.redo_label() is None
    with pytest.raises(Refusal, match="nothing_to_redo"):
        filled.redo()
    filled.undo()
    with filled.reading() as read:
        assert read.groups.get("g2").name == "Los"


def test_saving_the_same_again_is_no_step(filled: Store):
    with filled.work("b") as work:
        work.groups.save(work.groups.get("g2"))
    assert not work.changes
    assert filled.undo_label() == ("sample_added", {})


def test_a_final_act_ends_the_history(filled: Store):
    with filled.work("certificate_issued", final=True) as work:
        work.certificates.add(a_certificate())
    assert work.outcome(1).final
    assert filled.undo_label() is None
    with pytest.raises(Refusal, match="nothing_to_undo"):
        filled.undo()


def test_permanent_records_are_not_added_by_an_act_that_could_be_undone(filled: Store):
    before = dump(filled)
    with pytest.raises(RuntimeError, match="final"), filled.work("issued") as work:
        work.certificates.add(a_certificate())
    assert dump(filled) == before


def remove_twice(store: Store) -> None:
    with store.work("broken") as work:
        work.groups.remove("g1")
        work.groups.remove("g1")


def test_a_failed_act_leaves_nothing_and_no_step(filled: Store):
    before = dump(filled)
    with pytest.raises(Refusal, match="gone"):
        remove_twice(filled)
    assert dump(filled) == before
    assert filled.undo_label() == ("sample_added", {})
    filled.undo()
    assert not any(dump(filled).values())


def test_the_history_is_a_hundred_steps_long(store: Store):
    for number in range(MOST_STEPS + 5):
        with store.work("group_added", number=number) as work:
            work.groups.add(Group(id=f"g{number}", name="G"))
    for _ in range(MOST_STEPS):
        store.undo()
    assert store.undo_label() is None
    with store.reading() as read:
        assert read.groups.count() == 5
    for _ in range(MOST_STEPS):
        store.redo()
    with store.reading() as read:
        assert read.groups.count() == MOST_STEPS + 5


def test_the_log_keeps_only_what_can_still_be_undone_or_redone(store: Store):
    with store.work("a") as work:
        work.groups.add(Group(id="g", name="G"))
    for number in range(MOST_STEPS + 20):
        with store.work("b") as work:
            work.groups.save(Group(id="g", name=f"G{number}"))
        if number % 3 == 0:
            store.undo()
    with store.work("look") as work:
        kept = work.connection.exec_driver_sql("SELECT count(*) FROM undo_log").scalar_one()
    assert kept <= MOST_STEPS + 1


def test_the_change_set_names_subject_kind_and_links(filled: Store):
    with filled.work("moved") as work:
        work.attendances.remove("w2")
        work.memberships.add(Membership(id="m9", group_id="g2", participant_id="p1"))
    assert work.changes.changes == (
        Change(
            Subject.ATTENDANCE,
            "w2",
            ChangeKind.REMOVED,
            (("session", "z1"), ("participant", "p2")),
        ),
        Change(Subject.GROUP, "g2", ChangeKind.CHANGED, (("group", "g2"), ("participant", "p1"))),
    )


def test_a_record_that_moves_links_to_both_its_owners(filled: Store):
    with filled.work("moved") as work:
        work.sessions.save(replace(work.sessions.get("z2"), group_id="g1"))
    assert work.changes.linked("group") == {"g1", "g2"}


def test_what_came_and_went_within_an_act_is_no_change(filled: Store):
    with filled.work("nothing") as work:
        work.groups.add(Group(id="even", name="Even"))
        work.groups.remove("even")
    assert not work.changes


operations = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "remove", "clear", "undo", "redo"]), st.integers(0, 4)
    ),
    max_size=25,
)


@settings(max_examples=25)
@given(operations)
def test_any_mix_of_acts_undo_and_redo_keeps_to_the_history(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
):
    store = new_store(tmp_path_factory.mktemp("mix"))
    history, at = [dump(store)], 0
    for act, number in acts:
        if act in {"undo", "redo"}:
            at = step(store, act, at, len(history))
        elif change(store, act, number):
            del history[at + 1 :]
            history.append(dump(store))
            at += 1
        assert dump(store) == history[at]
    store.close()


def step(store: Store, act: str, at: int, length: int) -> int:
    possible = at > 0 if act == "undo" else at < length - 1
    if not possible:
        with pytest.raises(Refusal):
            getattr(store, act)()
        return at
    getattr(store, act)()
    return at - 1 if act == "undo" else at + 1


def change(store: Store, act: str, number: int) -> bool:
    with store.work(act) as work:
        group = work.groups.find(f"g{number}")
        if act == "add" and group is None:
            work.groups.add(Group(id=f"g{number}", name="G"))
        elif act == "change" and group is not None:
            work.groups.save(replace(group, name=group.name + "+"))
        elif act == "remove" and group is not None:
            work.groups.remove(group.id)
        elif act == "clear":
            work.groups.remove_where(archived=False)
    return store.undo_label() is not None and bool(work.changes)
