"""The collections that are not lists of records: practice, settings, secrets, papers, Logboek."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert

from intervisie_desktop.domain.journal import JournalEntry
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.storage import tables
from intervisie_desktop.storage.records.records import Records


class ThePractice:
    """The one practice of the file."""

    def __init__(self, records: Records[Practice]) -> None:
        self._records = records

    def get(self) -> Practice:
        """The practice; a blank one before the first start is done."""
        return self._records.find(Practice().id) or Practice()

    def save(self, practice: Practice) -> Practice:
        """Stores the practice as it is now."""
        if self._records.find(practice.id) is None:
            return self._records.add(practice)
        return self._records.save(practice)


class Settings:
    """The settings of the practice that travel with the file; values are JSON."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: object = None) -> object:
        """The value of this setting, or the default."""
        text = _value(self._connection, tables.settings, key)
        return default if text is None else json.loads(str(text))

    def set(self, key: str, value: object) -> None:
        """Stores a value that JSON can hold."""
        _put(self._connection, tables.settings, key, json.dumps(value, ensure_ascii=False))

    def all(self) -> dict[str, object]:
        """Every setting."""
        rows = self._connection.execute(select(tables.settings.c.key, tables.settings.c.value))
        return {key: json.loads(value) for key, value in rows}

    def remove(self, key: str) -> None:
        """Forgets a setting, so that its default holds again."""
        table = tables.settings
        self._connection.execute(table.delete().where(table.c.key == key))


class Secrets:
    """Private keys; not in undo, Logboek or export."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        value = _value(self._connection, tables.secrets, name)
        return value if isinstance(value, bytes) else None

    def set(self, name: str, value: bytes) -> None:
        """Stores a secret."""
        _put(self._connection, tables.secrets, name, value)


class Papers:
    """The PDF bytes of issued certificates; once there they stay as they are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, certificate_id: str) -> bytes | None:
        """The PDF of this certificate, or None."""
        value = _value(self._connection, tables.certificate_papers, certificate_id)
        return value if isinstance(value, bytes) else None

    def add(self, certificate_id: str, pdf: bytes) -> None:
        """Keeps the PDF; Refusal("immutable") when there is one already."""
        row = {"certificate_id": certificate_id, "pdf": pdf}
        self._connection.execute(tables.certificate_papers.insert(), row)


class InvoicePapers:
    """The PDF and XML bytes of issued invoices; once there they stay as they are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, invoice_id: str) -> tuple[bytes, bytes] | None:
        """The PDF and the XML of this invoice, or None; the XML is empty where there is none."""
        table = tables.issued_invoice_papers
        query = select(table.c.pdf, table.c.xml).where(table.c.invoice_id == invoice_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else (row.pdf, row.xml)

    def add(self, invoice_id: str, pdf: bytes, xml: bytes) -> None:
        """Keeps both; Refusal("immutable") when they are there already."""
        row = {"invoice_id": invoice_id, "pdf": pdf, "xml": xml}
        self._connection.execute(tables.issued_invoice_papers.insert(), row)


class ActPapers:
    """The PDF bytes that went with an act, such as a reminder; they stay as they are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, act_id: str) -> bytes | None:
        """The PDF of this act, or None."""
        value = _value(self._connection, tables.invoice_act_papers, act_id)
        return value if isinstance(value, bytes) else None

    def add(self, act_id: str, pdf: bytes) -> None:
        """Keeps the PDF; Refusal("immutable") when there is one already."""
        row = {"act_id": act_id, "pdf": pdf}
        self._connection.execute(tables.invoice_act_papers.insert(), row)


def next_number(connection: Connection, series: str, year: int, first: int) -> int:
    """The number that the next record of this series and year must have."""
    table = tables.number_series
    query = select(table.c.last).where(table.c.series == series, table.c.year == year)
    last = connection.execute(query).scalar_one_or_none()
    return first if last is None else int(last) + 1


def write_entry(
    connection: Connection,
    *,
    at: datetime,
    act: str,
    facts: Mapping[str, object],
    touched: Mapping[str, int],
) -> None:
    """Adds a line to the Logboek."""
    row = {
        "at": at.isoformat(),
        "act": act,
        "facts": json.dumps(facts, ensure_ascii=False, default=str),
        "touched": json.dumps(touched),
    }
    connection.execute(tables.journal.insert(), row)


def entries(connection: Connection, limit: int, before_id: int | None) -> tuple[JournalEntry, ...]:
    """The newest lines of the Logboek, or those before a line."""
    table = tables.journal
    query = select(table.c.id, table.c.at, table.c.act, table.c.facts, table.c.touched)
    if before_id is not None:
        query = query.where(table.c.id < before_id)
    rows = connection.execute(query.order_by(table.c.id.desc()).limit(limit))
    return tuple(
        JournalEntry(
            id=row.id,
            at=datetime.fromisoformat(row.at),
            act=row.act,
            facts=json.loads(row.facts),
            touched=json.loads(row.touched),
        )
        for row in rows
    )


def _value(connection: Connection, table: Table, key: str) -> object:
    name, value = table.columns
    return connection.execute(select(value).where(name == key)).scalar_one_or_none()


def _put(connection: Connection, table: Table, key: str, value: object) -> None:
    name, cell = table.columns
    statement = insert(table).values({name.name: key, cell.name: value})
    statement = statement.on_conflict_do_update(index_elements=[name], set_={cell.name: value})
    connection.execute(statement)
