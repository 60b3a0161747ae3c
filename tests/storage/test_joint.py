"""Several acts in one transaction: tried and rolled back, or kept as one step."""

from __future__ import annotations

import hashlib

import pytest

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.groups import Group


def files(store):
    """Every byte beside the shared memory of the readers."""
    folder = store.path.parent
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if not path.name.endswith("-shm")
    }


def add(door, key, code):
    with door.work("group_added", group=key) as work:
        work.groups.add(Group(id=key, name=key, code=code))


def fail(door):
    """An act that puts half of it in and is then refused."""
    with door.work("group_added") as work:
        work.groups.add(Group(id="half", name="half", code="HA"))
        work.groups.get("nobody")


def several(store):
    """Two acts kept together, of which the last is refused."""
    with store.together("several") as door:
        add(door, "one", "ON")
        fail(door)


def names(store):
    with store.reading() as read:
        return {group.name for group in read.groups.all()}


def test_what_is_rehearsed_is_seen_inside_and_gone_after(store):
    add(store, "stays", "ST")
    with store.rehearse() as door:
        add(door, "tried", "TR")
        with door.reading() as read:
            assert {g.name for g in read.groups.all()} == {"stays", "tried"}
        assert door.recorded().changes
    assert names(store) == {"stays"}


def test_nobody_else_sees_what_is_rehearsed(store):
    with store.rehearse() as door:
        add(door, "tried", "TR")
        assert names(store) == set()


def test_a_rehearsal_leaves_file_logbook_and_undo_as_they_were(store):
    add(store, "stays", "ST")
    before, label, heard = files(store), store.undo_label(), []
    store.listen(heard.append)
    with store.rehearse() as door:
        for number in range(400):
            add(door, f"group {number}", f"{number:02}"[:2])
    assert (files(store), store.undo_label(), heard) == (before, label, [])
    with store.reading() as read:
        assert len(read.journal()) == 1


def test_undo_works_on_after_a_rehearsal(store):
    add(store, "one", "ON")
    with store.rehearse() as door:
        add(door, "tried", "TR")
    add(store, "two", "TW")
    store.undo()
    assert names(store) == {"one"}
    store.undo()
    assert names(store) == set()
    store.redo()
    assert names(store) == {"one"}


def test_acts_kept_together_are_one_step_under_one_name(store):
    heard = []
    store.listen(heard.append)
    with store.together("several", count=2) as door:
        add(door, "one", "ON")
        add(door, "two", "TW")
    outcome = door.outcome("x")
    assert (outcome.act, outcome.facts, outcome.value) == ("several", {"count": 2}, "x")
    assert outcome.changes == heard[0]
    assert store.undo_label() == ("several", {"count": 2})
    store.undo()
    assert names(store) == set()


def test_a_refused_act_leaves_the_others_of_a_rehearsal_standing(store):
    with store.rehearse() as door:
        add(door, "one", "ON")
        with pytest.raises(Refusal):
            fail(door)
        add(door, "two", "TW")
        with door.reading() as read:
            assert {g.id for g in read.groups.all()} == {"one", "two"}
        assert [facts["group"] for _act, facts in door.acts] == ["one", "two"]


def test_when_one_of_several_fails_none_is_kept(store):
    with pytest.raises(Refusal):
        several(store)
    assert (names(store), store.undo_label()) == (set(), None)


def test_a_final_act_cannot_be_one_of_several(store):
    with (
        store.rehearse() as door,
        pytest.raises(RuntimeError),
        door.work("certificate_issued", final=True),
    ):
        pass


def test_nothing_is_rehearsed_in_a_closed_practice(store):
    store.close()
    with pytest.raises(Trouble, match="closed"), store.rehearse():
        pass
