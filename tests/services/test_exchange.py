"""A practice goes out and comes in again, the same to the letter."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from intervisie_desktop.documents.exchange import (
    Paper,
    PracticeFacts,
    practice_bytes,
)
from intervisie_desktop.domain.certificates import (
    Certificate,
    CertificateAct,
    CertificateActKind,
    CertificateKind,
)
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host import signing
from intervisie_desktop.services.exchange import ExchangeService, facts_of, gathered, settled
from intervisie_desktop.services.known_keys import EARLIER_KEYS, known_keys
from intervisie_desktop.services.practice_file import SIGNING_KEY
from intervisie_desktop.storage.store import Store
from tests.storage.samples import an_issued_invoice, fill, issue

KEY = bytes(range(32))
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "voorbeeld.json"


@pytest.fixture
def new_store(tmp_path):
    opened = []

    def make(name):
        store = Store.create(tmp_path / f"{name}.intervisie", KEY)
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


def held_by(store):
    with store.reading() as read:
        return settled(gathered(read))


def test_the_example_goes_in_and_out_unchanged(new_store):
    facts = facts_of(EXAMPLE.read_bytes())
    first, second = new_store("een"), new_store("twee")
    ExchangeService(first).import_practice(EXAMPLE.read_bytes())
    assert held_by(first) == settled(facts)
    ExchangeService(second).import_practice(ExchangeService(first).export_practice())
    assert held_by(second) == held_by(first)


def test_everything_with_its_money_comes_out_as_it_went_in(new_store):
    store, other = new_store("een"), new_store("twee")
    fill(store)
    issue(store)
    document = ExchangeService(store).export_practice()
    ExchangeService(other).import_practice(document)
    assert ExchangeService(other).export_practice() == document
    with other.reading() as read:
        assert read.issued_invoices.all() == [an_issued_invoice()]
        assert read.invoice_papers.get("i1") == (b"%PDF-1.7 factuur", b"<Invoice/>")
        assert read.act_papers.get("fa2") == b"%PDF-1.7 herinnering"


def test_the_same_document_twice_changes_nothing(new_store):
    store = new_store("een")
    service = ExchangeService(store)
    service.import_practice(EXAMPLE.read_bytes())
    again = service.import_practice(service.export_practice())
    assert not again.changes
    assert again.value.participants == len(facts_of(EXAMPLE.read_bytes()).participants)


def test_another_practice_is_not_mixed_in(new_store):
    service = ExchangeService(new_store("een"))
    service.import_practice(EXAMPLE.read_bytes())
    other = replace(facts_of(EXAMPLE.read_bytes()), sessions=(), attendances=(), certificates=(),
                    certificate_acts=(), papers=())  # fmt: skip
    with pytest.raises(Refusal, match="exchange_not_empty"):
        service.import_facts(other)


def test_what_the_first_start_made_gives_way(new_store):
    store = new_store("een")
    with store.work("started") as work:
        work.facilitators.add(Facilitator(id="f0", name="Ik"))
        work.practice.save(Practice(name="Mijn praktijk", facilitator_id="f0", public_key="aa"))
    document = practice_bytes(PracticeFacts(practice=Practice(name="Ander")))
    ExchangeService(store).import_practice(document)
    held = held_by(store)
    assert (held.facilitators, held.practice.name, held.practice.public_key) == ((), "Ander", "aa")


def with_key(store, key):
    with store.work("started") as work:
        work.secrets.set(SIGNING_KEY, key)
        work.practice.save(replace(work.practice.get(), public_key=signing.public_key(key).hex()))


def test_a_practice_signs_with_the_key_of_its_file_and_remembers_the_one_before(new_store):
    store, back = new_store("een"), new_store("twee")
    with_key(store, bytes(32))
    theirs, own = "ab" * 32, signing.public_key(bytes(32)).hex()
    document = practice_bytes(PracticeFacts(practice=Practice(name="P", public_key=theirs)))
    ExchangeService(store).import_practice(document)
    with store.reading() as read:
        assert read.practice.get().public_key == own
        assert read.settings.get(EARLIER_KEYS) == [theirs]
        assert known_keys(read) == {own, theirs}
    assert ExchangeService(store).export_practice() == document
    assert not ExchangeService(store).import_practice(document).changes
    with_key(back, bytes(31) + b"1")
    ExchangeService(back).import_practice(ExchangeService(store).export_practice())
    with back.reading() as read:
        assert read.settings.get(EARLIER_KEYS) == [theirs]


def test_a_file_that_gets_its_own_practice_back_has_no_earlier_key(new_store):
    store = new_store("een")
    with_key(store, bytes(32))
    own = signing.public_key(bytes(32)).hex()
    document = practice_bytes(PracticeFacts(practice=Practice(name="P", public_key=own)))
    ExchangeService(store).import_practice(document)
    with store.reading() as read:
        assert (read.practice.get().public_key, read.settings.all()) == (own, {})


@pytest.mark.parametrize("found", ["aa", ["geen sleutel", 3, "ab"], {"a": 1}])
def test_earlier_keys_that_are_none_are_passed_over(new_store, found):
    store = new_store("een")
    with_key(store, bytes(32))
    facts = PracticeFacts(practice=Practice(name="P"), settings={EARLIER_KEYS: found})
    ExchangeService(store).import_facts(facts)
    with store.reading() as read:
        assert known_keys(read) == {signing.public_key(bytes(32)).hex()}


def test_an_import_without_certificates_is_one_step_back(new_store):
    store = new_store("een")
    before = held_by(store)
    document = json.loads(EXAMPLE.read_text())
    issued = ("certificates", "invoices", "payments", "quotes")
    document |= {name: [] for name in issued}
    ExchangeService(store).import_practice(json.dumps(document).encode())
    assert store.undo_label()[0] == "practice_imported"
    store.undo()
    assert held_by(store) == before


def test_certificates_with_their_acts_and_papers_come_along(new_store):
    facts = facts_of(EXAMPLE.read_bytes())
    moment = datetime(2026, 11, 1, 12, tzinfo=UTC)
    papers = [
        Certificate(
            id=f"c{n}", number=f"2026-{n:03}", year=2026, sequence=n, kind=CertificateKind.SESSION,
            participant_id=facts.participants[0].id, group_id=None, session_id=None, covers_year=2026,
            issued_on=date(2026, 11, 1), issued_at=moment, profile="vrij", edition=None, minutes=120,
            snapshot='{"a": "\\u00e9"}', sha256="00" * 32, statement="s", control_code="c",
            replaces_id="c7" if n == 8 else None,
        )
        for n in (8, 7)
    ]  # fmt: skip
    act = CertificateAct(id="a1", certificate_id="c7", kind=CertificateActKind.REPLACED,
                         reason="naam", at=moment, replacement_id="c8")  # fmt: skip
    whole = PracticeFacts(participants=facts.participants, certificates=tuple(papers),
                          certificate_acts=(act,), papers=(Paper(certificate_id="c8", pdf=b"%PDF\0"),))  # fmt: skip
    store = new_store("een")
    outcome = ExchangeService(store).import_practice(practice_bytes(whole))
    assert outcome.final
    assert held_by(store) == settled(whole)
    assert b'"pdf"' not in ExchangeService(store).export_practice(papers=False)


def test_a_document_that_breaks_a_promise_of_the_file_leaves_nothing(new_store):
    store = new_store("een")
    document = json.loads(EXAMPLE.read_text())
    document["certificates"].append({**document["certificates"][0], "id": "twee"})
    before = held_by(store)
    with pytest.raises(Refusal):
        ExchangeService(store).import_practice(json.dumps(document).encode())
    assert held_by(store) == before
