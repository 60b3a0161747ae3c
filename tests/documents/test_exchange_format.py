"""The exchange format: exact, described, and clear about what is wrong."""

import json
import re
from pathlib import Path
from typing import get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_desktop.documents.exchange import (
    PracticeFacts,
    practice_bytes,
    practice_schema,
    read_practice,
)
from intervisie_desktop.documents.exchange.shapes import LISTS, PRACTICE
from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.money import Discount
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.domain.sessions import Session

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = (DOCS / "examples" / "voorbeeld.json").read_bytes()
DESCRIPTION = (DOCS / "exchange-format.md").read_text()


def example():
    return json.loads(EXAMPLE)


def read(document):
    return read_practice(json.dumps(document).encode())


def refusal(document):
    with pytest.raises(Refusal) as caught:
        read(document)
    return caught.value.code, caught.value.facts.get("path")


def changed(path, value):
    """The example with one place changed."""
    document = example()
    *way, last = path
    spot = document
    for step in way:
        spot = spot[step]
    spot[last] = value
    return document


# --- round trip -----------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
INTERVAL = st.tuples(st.integers(0, 1439), st.integers(1, 60)).map(
    lambda pair: Interval(pair[0], min(pair[0] + pair[1], 1440))
)
PERIOD = (
    st.lists(st.dates(), max_size=2)
    .map(sorted)
    .map(lambda days: Period(*days) if len(days) == 2 else Period(*days[:1]))
)
for kind, strategy in (
    (str, TEXT), (int, st.integers(0, 2**40)), (Interval, INTERVAL), (Period, PERIOD),
    (Discount, st.builds(Discount, amount=st.integers(0, 2**40))),
):  # fmt: skip
    st.register_type_strategy(kind, strategy)


def built(kind, pointers=None, **fixed):
    hints = get_type_hints(kind)
    fields = {name: st.from_type(hint) for name, hint in hints.items()}
    fields |= {name: st.just(value) for name, value in (pointers or {}).items()}
    fields |= {name: st.just(value) for name, value in fixed.items()}
    if kind is Session:
        span = INTERVAL
        return st.builds(lambda i, **rest: Session(**{**rest, "start": i.start, "end": i.end}),
                         span, **{n: s for n, s in fields.items() if n not in {"start", "end"}})  # fmt: skip
    return st.builds(kind, **fields)


@st.composite
def practices(draw):
    """A practice with one record in every list, of which every field may be anything."""
    ids = {"issued_invoices": "invoices-x"}
    kept = {"practice": draw(built(Practice, facilitator_id="facilitators-x"))}

    def add(shape, owner=None):
        pointers = {field: ids.get(target, f"{target}-x") for field, target in shape.points}
        if shape.owner:
            pointers[shape.owner] = owner
        kind = shape.record.kind
        if "confidentiality_at" in get_type_hints(kind):
            pointers["confidentiality_at"] = draw(st.none() | st.integers(0, 1440))
        own_id = owner if shape.owner == "id" else f"{shape.facts}-x"
        record = draw(built(kind, pointers, id=own_id))
        kept.setdefault(shape.facts, ())
        kept[shape.facts] += (record,)
        for child in shape.children:
            add(child, record.id)

    for shape in LISTS:
        add(shape)
    return PracticeFacts(**kept)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(practices())
def test_whatever_a_practice_holds_comes_back(facts):
    assert read_practice(practice_bytes(facts)) == facts


def test_the_example_is_whole():
    facts = read_practice(EXAMPLE)
    empty = [name for name in PracticeFacts.__dataclass_fields__ if not getattr(facts, name)]
    assert empty == ["papers", "invoice_papers", "act_papers"]
    assert read_practice(practice_bytes(facts)) == facts


# --- what it says of itself -----------------------------------------------------------------


def test_the_schema_in_the_docs_is_the_schema_of_the_code():
    written = json.loads((DOCS / "schemas" / "practice-1.json").read_text())
    assert written == practice_schema(), "run tools/write_schema.py"


def test_example_and_export_fit_the_schema():
    validator = jsonschema.Draft202012Validator(practice_schema())
    validator.validate(example())
    validator.validate(json.loads(practice_bytes(read_practice(EXAMPLE))))
    assert not validator.is_valid(changed(["sessions", 0, "breaks"], [["10:00"]]))


def test_every_schema_is_a_schema():
    for path in (DOCS / "schemas").glob("*.json"):
        schema = json.loads(path.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        name, version = path.stem.rsplit("-", 1)
        assert schema["properties"]["schema"]["const"] == f"intervisie/{name}/{version}"


def test_every_key_is_described():
    sections = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", DESCRIPTION))
    for shape in LISTS:
        text = next(body for title, body in sections.items() if shape.key in title.split(", "))
        keys = [key for one in (shape, *shape.children) for key in one.record.keys]
        missing = {key for key in keys if f"`{key}`" not in text} - {"from", "until"}
        assert not missing, shape.key
    assert all(f"`{key}`" in sections["practice"] for key in PRACTICE.keys)


# --- by hand ---------------------------------------------------------------------------------


def by_hand(**attendance):
    return {
        "schema": "intervisie/practice/1",
        "participants": [{"id": "p", "name": "Jan van den Berg"}],
        "groups": [{"id": "g", "name": "Groep", "memberships": [{"participant": "p"}]}],
        "sessions": [{"id": "s", "group": "g", "start": "2026-10-13T10:00", "end": "2026-10-13T12:30"}],
        "attendances": [{"session": "s", "participant": "p", **attendance}],
    }  # fmt: skip


def test_little_is_enough_when_written_by_hand():
    facts = read(by_hand(intervals=[["10:00", "12:00"]]))
    assert (facts.sessions[0].state, facts.attendances[0].state) == ("held", "present")
    assert facts.groups[0].profiles == ("nova_intervisie",)
    assert facts.participants[0].name == PersonName(given="Jan", prefix="van den", surname="Berg")


def test_present_without_times_is_the_whole_session():
    assert read(by_hand(state="present")).attendances[0].intervals == (Interval(600, 750),)


def test_nobody_there_is_a_planned_session():
    facts = read(by_hand())
    assert (facts.sessions[0].state, facts.attendances[0].state) == ("planned", "expected")


def test_a_session_may_end_at_midnight_and_moments_may_have_an_offset():
    document = by_hand()
    document["sessions"][0] |= {"start": "2026-10-13T18:00:00+00:00", "end": "2026-10-14T00:00"}
    session = read(document).sessions[0]
    assert (session.start, session.end) == (1200, 1440)


def test_own_keys_are_skipped():
    assert read(changed(["groups", 0, "x_kleur"], "blauw"))


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (["schema"], "intervisie/practice/2", "exchange_newer", None),
        (["schema"], "iets/anders/1", "exchange_not_ours", None),
        (["groep"], [], "exchange_unknown_key", ".groep"),
        (["groups", 0, "naam"], "x", "exchange_unknown_key", "groups[0].naam"),
        (["groups", 0, "name"], 3, "exchange_field_text", "groups[0].name"),
        (["groups", 0, "colour"], "3", "exchange_field_whole", "groups[0].colour"),
        (["groups", 0, "archived"], 0, "exchange_field_flag", "groups[0].archived"),
        (["groups", 0, "mode"], "thuis", "exchange_field_choice", "groups[0].mode"),
        (["groups", 0, "memberships"], {}, "exchange_field_list", "groups[0].memberships"),
        (["groups", 0, "memberships", 1, "from"], "1-1-2026", "exchange_field_day",
         "groups[0].memberships[1].from"),
        (["groups", 0, "memberships", 1, "until"], "1999-01-01", "exchange_field_period",
         "groups[0].memberships[1].until"),
        (["groups", 0], [], "exchange_field_record", "groups[0]"),
        (["groups", 0, "client"], "o-niemand", "exchange_reference", "groups[0].client"),
        (["practice", "facilitator"], "b", "exchange_reference", "practice.facilitator"),
        (["practice", "logo"], "???", "exchange_field_bytes", "practice.logo"),
        (["participants", 0, "id"], "d-joris", "exchange_twice", "participants[1].id"),
        (["participants", 0, "id"], "", "exchange_missing", "participants[0].id"),
        (["sessions", 0, "end"], "2026-10-13T09:00", "exchange_field_span", "sessions[0].end"),
        (["sessions", 0, "start"], "2026-10-13", "exchange_field_moment", "sessions[0].start"),
        (["sessions", 0, "confidentiality_at"], "24:01", "exchange_field_clock",
         "sessions[0].confidentiality_at"),
        (["sessions", 0, "breaks"], [["11:00", "10:00"]], "exchange_field_interval",
         "sessions[0].breaks[0]"),
        (["attendances", 1, "participant"], "d-noor", "exchange_twice", "attendances[1].participant"),
        (["invoices"], [{"id": "i"}], "exchange_missing", "invoices[0].client"),
        (["rates"], [{"kind": "los", "amount": 1}], "exchange_field_choice", "rates[0].kind"),
        (["settings"], [], "exchange_field_record", "settings"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_path(path, value, code, where):
    assert refusal(changed(path, value)) == (code, where)


def test_what_must_be_there_is_named():
    document = example()
    del document["sessions"][1]["group"]
    assert refusal(document) == ("exchange_missing", "sessions[1].group")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe\xff", b"[" * 100_000, b'{"schema": NaN}']
)
def test_what_is_no_document_is_refused(data):
    with pytest.raises(Refusal, match="exchange_not"):
        read_practice(data)
