from __future__ import annotations

from collections.abc import Callable

import pytest

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.storage.connect import connect
from intervisie_desktop.storage.driver import driver
from intervisie_desktop.storage.store import Store, Work
from intervisie_desktop.storage.tables import TRIGGERS
from tests.storage.samples import KEY, a_certificate, a_withdrawal, dump


@pytest.fixture
def issued(filled: Store) -> Store:
    with filled.work("issued", final=True) as work:
        for sequence in (1, 2):
            work.certificates.add(a_certificate(sequence))
            work.certificate_papers.add(f"bewijs-2026-{sequence}", b"%PDF")
        work.certificate_acts.add(a_withdrawal())
    return filled


def sql(statement: str) -> Callable[[Work], object]:
    return lambda work: work.connection.exec_driver_sql(statement)


COPY = "SELECT {} FROM certificates WHERE id = 'bewijs-2026-1'"
COLUMNS = (
    "id, number, year, sequence, kind, participant_id, group_id, session_id, covers_year,"
    " issued_on, issued_at, profile, edition, minutes, snapshot, sha256, statement,"
    " control_code, override_reason, replaces_id"
)
ATTACKS: dict[str, Callable[[Work], object]] = {
    "save": lambda w: w.certificates.save(a_certificate(minutes=999)),
    "remove": lambda w: w.certificates.remove("bewijs-2026-2"),
    "bulk remove": lambda w: w.certificates.remove_where(year=2026),
    "update": sql("UPDATE certificates SET minutes = 999"),
    "update no-op": sql("UPDATE certificates SET minutes = minutes"),
    "update or ignore": sql("UPDATE OR IGNORE certificates SET minutes = 1"),
    "delete": sql("DELETE FROM certificates"),
    "replace": sql(
        f"INSERT OR REPLACE INTO certificates ({COLUMNS})"
        f" {COPY.format(COLUMNS.replace('minutes', '999'))}"
    ),
    "replace by rowid": sql(
        f"INSERT OR REPLACE INTO certificates (rowid, {COLUMNS})"
        f" SELECT rowid, 'ander', 'ander', year, 3, {COLUMNS.split(', ', 4)[4]}"
        " FROM certificates WHERE sequence = 1"
    ),
    "upsert": sql(
        f"INSERT INTO certificates ({COLUMNS}) {COPY.format(COLUMNS)}"
        " ON CONFLICT DO UPDATE SET minutes = 999"
    ),
    "same number": lambda w: w.certificates.add(a_certificate(1, id="ander")),
    "gap": lambda w: w.certificates.add(a_certificate(4)),
    "backwards": lambda w: w.certificates.add(a_certificate(0)),
    "zero in a new year": lambda w: w.certificates.add(a_certificate(0, 2027)),
    "counter up": sql("UPDATE number_series SET last = 9"),
    "counter down": sql("UPDATE number_series SET last = 1"),
    "counter one up": sql("UPDATE number_series SET last = last + 1"),
    "counter gone": sql("DELETE FROM number_series"),
    "counter forged": sql("INSERT INTO number_series VALUES ('certificates', 2030, 8)"),
    "counter replaced": sql("REPLACE INTO number_series VALUES ('certificates', 2026, 0)"),
    "act rewritten": sql("UPDATE certificate_acts SET reason = 'anders'"),
    "act removed": lambda w: w.certificate_acts.remove("act-bewijs-2026-1"),
    "paper replaced": sql("REPLACE INTO certificate_papers VALUES ('bewijs-2026-1', x'00')"),
    "paper changed": sql("UPDATE certificate_papers SET pdf = x'00'"),
    "paper twice": lambda w: w.certificate_papers.add("bewijs-2026-1", b"ander"),
    "logboek rewritten": sql("UPDATE journal SET act = 'niets'"),
    "logboek emptied": sql("DELETE FROM journal"),
    "logboek replaced": sql("REPLACE INTO journal VALUES (1, 'x', 'x', '{}', '{}')"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_issued_is_changed_removed_or_replaced(issued: Store, attack: str):
    before = dump(issued)
    with pytest.raises(Refusal) as refusal, issued.work("attack", final=True) as work:
        ATTACKS[attack](work)
    assert refusal.value.code in {"immutable", "number_not_next"}
    assert dump(issued) == before


def test_replace_is_blocked_even_for_a_program_that_turns_recursive_triggers_off(issued: Store):
    issued.close()
    foreign = connect(issued.path, KEY)
    foreign.execute("PRAGMA recursive_triggers=OFF")
    with pytest.raises(driver.IntegrityError, match="immutable"):
        foreign.execute("REPLACE INTO certificate_acts SELECT * FROM certificate_acts")
    foreign.close()


@pytest.mark.parametrize(
    "tampering",
    [
        "DROP TRIGGER certificates_no_update",
        "DROP TRIGGER number_series_no_delete;"
        + TRIGGERS["number_series_no_delete"].replace("DELETE ON", "UPDATE ON"),
        "CREATE TRIGGER extra AFTER INSERT ON groups BEGIN DELETE FROM clients; END",
    ],
)
def test_taking_the_protection_out_is_noticed_at_opening(filled: Store, tampering: str):
    filled.close()
    foreign = connect(filled.path, KEY)
    foreign.executescript(tampering)
    foreign.close()
    with pytest.raises(Trouble, match="tampered"):
        Store.open(filled.path, KEY)


def test_numbers_follow_each_other_per_year_from_the_first(issued: Store):
    with issued.work("issued", final=True) as work:
        assert work.next_number("certificates", 2026, 1) == 3
        assert work.next_number("certificates", 2027, 40) == 40
        work.certificates.add(a_certificate(40, 2027))
        assert work.next_number("certificates", 2027, 40) == 41
        work.certificates.add(a_certificate(3))
        work.certificates.add(a_certificate(41, 2027))


def issue_in_vain(store: Store) -> None:
    with store.work("issued", final=True) as work:
        work.certificates.add(a_certificate(3))
        work.groups.remove("nergens")


def test_a_number_is_free_again_when_its_act_fails(issued: Store):
    with pytest.raises(Refusal, match="gone"):
        issue_in_vain(issued)
    with issued.reading() as read:
        assert read.certificates.count() == 2
    with issued.work("issued", final=True) as work:
        assert work.next_number("certificates", 2026, 1) == 3
        work.certificates.add(a_certificate(3))
