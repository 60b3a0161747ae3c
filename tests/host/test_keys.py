from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.host import signing
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.keys import Cost, KeySlots, new_data_key
from intervisie_desktop.host.patience import Patience, wait_seconds
from intervisie_desktop.host.recovery import (
    ALPHABET,
    GROUP,
    GROUPS,
    groups_of,
    key_from_code,
    recovery_code,
)

CHEAP = Cost(memory=19 * 1024, rounds=2, lanes=1)
KEY = bytes(range(32))
CODE = recovery_code(KEY)
keys = st.binary(min_size=32, max_size=32)


def slots_with(password: str) -> KeySlots:
    return KeySlots.new().add_password(KEY, password, CHEAP)


def test_a_password_opens_its_slot_also_after_storing():
    slots = KeySlots.from_json(slots_with("geheim woord").to_json())
    assert slots.unlock("geheim woord") == KEY


def test_the_default_cost_is_the_advised_one():
    assert Cost() == Cost(memory=64 * 1024, rounds=3, lanes=4)


@pytest.mark.parametrize("password", ["", "Geheim woord", "geheim woord ", "geheim\u00a0woord"])
def test_another_password_does_not(password: str):
    with pytest.raises(Trouble, match="wrong_password"):
        slots_with("geheim woord").unlock(password)


def test_an_accent_may_be_typed_as_one_sign_or_as_two():
    one, two = (unicodedata.normalize(form, "pëper") for form in ("NFC", "NFD"))
    assert one != two
    assert slots_with(one).unlock(two) == KEY


def test_a_new_password_closes_the_slot_of_the_old():
    slots = slots_with("geheim woord").change_password("geheim woord", "ander woord", CHEAP)
    assert slots.unlock("ander woord") == KEY
    with pytest.raises(Trouble, match="wrong_password"):
        slots.unlock("geheim woord")
    with pytest.raises(Trouble, match="wrong_password"):
        slots.change_password("geheim woord", "x", CHEAP)


def test_a_slot_of_another_file_or_of_another_cost_opens_nothing():
    content = json.loads(slots_with("geheim woord").to_json())
    moved = {**content, "file_id": "ander"}
    cheaper = json.loads(json.dumps(content))
    cheaper["slots"][0]["cost"]["lanes"] = 2
    for forged in (moved, cheaper):
        with pytest.raises(Trouble, match="wrong_password"):
            KeySlots.from_json(json.dumps(forged)).unlock("geheim woord")


@pytest.mark.parametrize(
    "cost", [(1024, 3, 4), (64 * 1024, 1, 4), (8 * 1024 * 1024, 3, 4), (64 * 1024, 99, 4)]
)
def test_a_cost_below_the_floor_or_beyond_reason_is_refused(cost: tuple[int, int, int]):
    with pytest.raises(ValueError, match="no cost"):
        Cost(*cost)
    content = json.loads(slots_with("geheim woord").to_json())
    content["slots"][0]["cost"] = dict(zip(("memory", "rounds", "lanes"), cost, strict=True))
    with pytest.raises(Trouble, match="damaged_keys"):
        KeySlots.from_json(json.dumps(content))


def test_slots_of_a_later_program_are_left_alone():
    content = {**json.loads(slots_with("geheim woord").to_json()), "version": 9}
    with pytest.raises(Trouble, match="newer_file"):
        KeySlots.from_json(json.dumps(content))


def test_data_keys_are_never_the_same():
    assert len({new_data_key() for _ in range(50)}) == 50


@given(keys)
def test_a_code_gives_its_key_back_however_it_is_typed(key: bytes):
    code = recovery_code(key)
    assert [len(group) for group in groups_of(code)] == [GROUP] * GROUPS
    assert key_from_code(code) == key
    sloppy = code.lower().replace("-", " \n").replace("0", "o").replace("1", "l")
    assert key_from_code(sloppy) == key


@pytest.mark.parametrize("place", [i for i, sign in enumerate(CODE) if sign != "-"])
def test_every_single_typing_error_shows(place: int):
    for sign in ALPHABET + "U*":
        if sign != CODE[place]:
            with pytest.raises(Refusal, match="recovery_code"):
                key_from_code(CODE[:place] + sign + CODE[place + 1 :])


def test_every_swap_of_neighbours_shows():
    signs = CODE.replace("-", "")
    for place in range(len(signs) - 1):
        a, b = signs[place : place + 2]
        if a != b:
            with pytest.raises(Refusal, match="recovery_code"):
                key_from_code(signs[:place] + b + a + signs[place + 2 :])


@pytest.mark.parametrize(
    ("typed", "reason"), [("", "length"), (CODE + "A", "length"), ("U" + CODE[1:], "sign")]
)
def test_a_refused_code_says_why(typed: str, reason: str):
    with pytest.raises(Refusal) as refusal:
        key_from_code(typed)
    assert refusal.value.facts["reason"] == reason


def test_the_wait_grows_to_a_minute():
    assert [wait_seconds(n) for n in range(12)] == [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60]
    assert wait_seconds(10**6) == 60


def test_patience_survives_a_restart_a_clock_set_back_and_a_damaged_file(tmp_path: Path):
    clock = FixedClock(datetime(2026, 3, 2, 12, 0))
    path = tmp_path / "diep" / "pogingen.json"
    for _ in range(6):
        Patience(path, clock).failed("a")
    clock.move(days=-300)
    assert Patience(path, clock).remaining("a") == 4
    assert Patience(path, clock).remaining("b") == 0
    clock.move(days=300, seconds=3)
    assert Patience(path, clock).remaining("a") == 1
    path.write_text("[kapot")
    assert Patience(path, clock).remaining("a") == 0


def test_a_signature_holds_for_its_message_and_key_only():
    private, other = signing.new_signing_key(), signing.new_signing_key()
    public = signing.public_key(private)
    signature = signing.sign(private, b"bewijs")
    assert signing.verify(public, b"bewijs", signature)
    assert not signing.verify(public, b"bewijz", signature)
    assert not signing.verify(signing.public_key(other), b"bewijs", signature)
    assert not signing.verify(public, b"bewijs", b"kort")
    assert not signing.verify(b"kort", b"bewijs", signature)
