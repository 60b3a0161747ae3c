"""The triggers that keep the promises of the file whoever writes to it.

Their messages begin with "immutable" or "number"; `storage/errors.py` makes refusals of them.
The texts are compared with those in the file each time it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.storage.tables.certificates import CERTIFICATE_SERIES

_PERMANENT = {
    "certificates": "id = new.id OR number = new.number"
    " OR (year = new.year AND sequence = new.sequence)",
    "certificate_acts": "id = new.id",
    "certificate_papers": "certificate_id = new.certificate_id",
    "journal": "id = new.id",
    "issued_invoices": "id = new.id OR number = new.number OR place = new.place"
    " OR (series = new.series AND year = new.year AND sequence = new.sequence)",
    "issued_invoice_papers": "invoice_id = new.invoice_id",
    "invoice_acts": "id = new.id",
    "invoice_act_papers": "act_id = new.act_id",
}
# Rows that stop changing once the invoice they belong to was issued, with the column that names it.
_FROZEN = {"invoices": "id", "invoice_lines": "invoice_id"}


def _permanent(table: str, same: str) -> Iterator[tuple[str, str]]:
    """No change, no removal, and no INSERT OR REPLACE over what stands there."""
    message = f"immutable: {table}"
    yield _refusal(f"{table}_no_update", f"UPDATE ON {table}", "", message)
    yield _refusal(f"{table}_no_delete", f"DELETE ON {table}", "", message)
    there = f"EXISTS (SELECT 1 FROM {table}\n    WHERE {same}\n    OR rowid = new.rowid)"
    yield _refusal(f"{table}_no_replace", f"INSERT ON {table}", there, message)


def _frozen(table: str, owner: str) -> Iterator[tuple[str, str]]:
    """No change, removal, addition or replacement in what belongs to an issued invoice."""
    message = f"immutable: {table}"

    def issued(row: str) -> str:
        return f"EXISTS (SELECT 1 FROM issued_invoices WHERE id = {row}.{owner})"

    both = f"{issued('old')}\n    OR {issued('new')}"
    there = (
        f"EXISTS (SELECT 1 FROM {table} t JOIN issued_invoices i ON i.id = t.{owner}\n"
        "    WHERE t.id = new.id OR t.rowid = new.rowid)"
    )
    yield _refusal(f"{table}_frozen_update", f"UPDATE ON {table}", both, message)
    yield _refusal(f"{table}_frozen_delete", f"DELETE ON {table}", issued("old"), message)
    insert = f"{issued('new')}\n    OR {there}"
    yield _refusal(f"{table}_frozen_insert", f"INSERT ON {table}", insert, message)


def _chain() -> Iterator[tuple[str, str]]:
    """An invoice takes the next place in the chain and holds on to the one before it."""
    following = "coalesce((SELECT max(place) FROM issued_invoices), 0) + 1"
    before = "coalesce((SELECT hash FROM issued_invoices WHERE place = new.place - 1), '')"
    yield _refusal(
        "issued_invoices_chain",
        "INSERT ON issued_invoices",
        f"new.place <> {following}\n    OR new.previous_hash <> {before}",
        "number: not the next link of the chain",
    )


def _numbering(table: str, series: str) -> Iterator[tuple[str, str]]:
    """A number follows the last of its series and year; the counter moves in the same step.

    `series` is a value in SQL, such as a quoted text or a column of the new row.
    """
    mine = f"series = {series} AND year = new.year"
    following = f"(SELECT last + 1 FROM number_series\n    WHERE {mine})"
    yield _refusal(
        f"{table}_number_next",
        f"INSERT ON {table}",
        f"new.sequence < 1 OR new.sequence <> coalesce({following}, new.sequence)",
        "number: not the next of its series",
    )
    name = f"{table}_number_taken"
    text = (
        f"CREATE TRIGGER {name} AFTER INSERT ON {table}\n"
        f"BEGIN\n    INSERT INTO number_series (series, year, last)\n"
        f"    SELECT {series}, new.year, new.sequence - 1\n"
        f"    WHERE NOT EXISTS (SELECT 1 FROM number_series\n    WHERE {mine});\n"
        f"    UPDATE number_series SET last = new.sequence\n    WHERE {mine};\nEND"
    )
    yield name, text


def _series() -> Iterator[tuple[str, str]]:
    """The counter only moves one up, and only with the record that took the number."""
    message = "immutable: number_series"
    certificates = f"SELECT 1 FROM certificates\n    WHERE new.series = '{CERTIFICATE_SERIES}'"
    invoices = "SELECT 1 FROM issued_invoices\n    WHERE series = new.series"

    def taken(sequence: str) -> str:
        place = f"AND year = new.year AND sequence = {sequence}"
        return f"EXISTS ({certificates} {place}\n    UNION ALL {invoices} {place})"

    moved = "new.series <> old.series OR new.year <> old.year OR new.last <> old.last + 1"
    yield _refusal(
        "number_series_only_up",
        "UPDATE ON number_series",
        f"{moved}\n    OR NOT {taken('new.last')}",
        message,
    )
    there = "EXISTS (SELECT 1 FROM number_series WHERE series = new.series AND year = new.year)"
    yield _refusal(
        "number_series_only_taken",
        "INSERT ON number_series",
        f"{there}\n    OR NOT {taken('new.last + 1')}",
        message,
    )
    yield _refusal("number_series_no_delete", "DELETE ON number_series", "", message)


def _refusal(name: str, event: str, when: str, message: str) -> tuple[str, str]:
    condition = f"WHEN {when}\n" if when else ""
    head = f"CREATE TRIGGER {name} BEFORE {event}\n{condition}"
    return name, f"{head}BEGIN SELECT RAISE(ABORT, '{message}'); END"


def _all() -> Iterator[tuple[str, str]]:
    for table, same in _PERMANENT.items():
        yield from _permanent(table, same)
    for table, owner in _FROZEN.items():
        yield from _frozen(table, owner)
    yield from _numbering("certificates", f"'{CERTIFICATE_SERIES}'")
    yield from _numbering("issued_invoices", "new.series")
    yield from _chain()
    yield from _series()
    # Old ones may be cleared away, but none is rewritten.
    name, message = "resolved_findings_no_update", "immutable: resolved_findings"
    yield _refusal(name, "UPDATE ON resolved_findings", "", message)


TRIGGERS: dict[str, str] = dict(_all())
"""Name → text of every trigger that belongs in a practice file."""
