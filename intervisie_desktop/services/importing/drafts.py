"""A file as it was read: what kind it seems to be, and what its columns seem to mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from intervisie_desktop.documents.exchange import PracticeFacts
from intervisie_desktop.documents.reading.csv_table import read_csv
from intervisie_desktop.documents.reading.guard import guard_size, guard_zip
from intervisie_desktop.documents.reading.table import Note, Row, Table
from intervisie_desktop.documents.reading.vcard import Card, read_cards
from intervisie_desktop.documents.reading.xlsx_table import read_xlsx
from intervisie_desktop.documents.reading.year_sheet import is_year_sheet
from intervisie_desktop.domain.emails import is_email
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.services.exchange import facts_of
from intervisie_desktop.services.importing.columns import (
    CONTACT_HEADINGS,
    Field,
    guessed,
    guessed_by_content,
    guessed_sessions,
    heading_key,
    is_session_list,
)

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class ImportKind(StrEnum):
    """What can be brought in."""

    PARTICIPANTS = "participants"
    CONTACTS = "contacts"
    SESSIONS = "sessions"
    BUSY = "busy"
    YEAR_SHEET = "year_sheet"
    EXCHANGE = "exchange"


_OF_PEOPLE = (ImportKind.PARTICIPANTS, ImportKind.CONTACTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file that could be read; `kinds` are those it could be imported as, the guess is `kind`."""

    name: str
    kind: ImportKind
    kinds: tuple[ImportKind, ...]
    tables: tuple[Table, ...] = ()
    columns: tuple[tuple[Field | None, ...], ...] = ()
    calendar: bytes = b""
    practice: PracticeFacts | None = None

    def columns_of(self, table: int, kind: ImportKind | None = None) -> tuple[Field | None, ...]:
        """The guessed meaning of the columns of one table; those of people unless `kind` says."""
        if kind is ImportKind.SESSIONS:
            return guessed_sessions(self.tables[table])
        return self.columns[table]

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noticed while reading, of all tables."""
        return tuple(note for table in self.tables for note in table.notes)


def draft_of(data: bytes, name: str) -> Draft:
    """The draft of a file; its contents decide what it is, not its name."""
    start = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    upper = start.replace(b"\0", b"").upper()
    short = PurePath(name.replace("\\", "/")).name
    if start.startswith(b"{"):
        return draft_of_practice(facts_of(data), short)
    guard_size(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_OFFICE)):
        guard_zip(data)
        return of_tables(short, read_xlsx(data))
    if start.startswith(b"%PDF"):
        raise Refusal("import_unknown_kind")
    if b"BEGIN:VCALENDAR" in upper:
        return Draft(name=short, kind=ImportKind.BUSY, kinds=(ImportKind.BUSY,), calendar=data)
    if b"BEGIN:VCARD" in upper:
        cards = of_tables(short, (table_of_cards(read_cards(data), short),))
        return replace(cards, kind=ImportKind.CONTACTS, kinds=_OF_PEOPLE)
    return of_tables(short, (read_csv(data, PurePath(short).stem),))


def draft_of_practice(practice: PracticeFacts, name: str) -> Draft:
    """The draft of a document in the exchange format."""
    kinds = (ImportKind.EXCHANGE,)
    return Draft(name=name, kind=ImportKind.EXCHANGE, kinds=kinds, practice=practice)


def table_of_cards(cards: tuple[Card, ...], name: str) -> Table:
    """Cards as a table whose headings are those of a list kept in Dutch."""
    headings = (
        "Naam", "Achternaam", "Voornaam", "Titel", "Titel achter", "E-mail", "Telefoon",
        "Organisatie", "Functie", "Adres", "Postcode", "Plaats",
    )  # fmt: skip
    rows = tuple(
        Row(
            card.number,
            (card.full_name, card.surname, card.given, card.title_before, card.title_after,
             card.email, card.phone, card.organisation, card.function, card.street, card.postcode,
             card.city),
        )
        for card in cards
    )  # fmt: skip
    return Table(name=name, headings=headings, rows=rows)


def of_tables(name: str, tables: tuple[Table, ...]) -> Draft:
    """The draft of tables that were read before."""
    tables = tuple(_with_headings(table) for table in tables)
    if not any(table.rows for table in tables):
        raise Refusal("import_empty")
    lists = (*_OF_PEOPLE, ImportKind.SESSIONS)
    if any(is_year_sheet(table) for table in tables):
        kind = ImportKind.YEAR_SHEET
    elif any(is_session_list(table) for table in tables):
        kind = ImportKind.SESSIONS
    else:
        headings = {heading_key(text) for table in tables for text in table.headings}
        kind = ImportKind.CONTACTS if headings & CONTACT_HEADINGS else ImportKind.PARTICIPANTS
    kinds = lists if kind in lists else (kind, *lists)
    return Draft(
        name=name, kind=kind, kinds=kinds, tables=tables, columns=tuple(map(_columns, tables))
    )


def _with_headings(table: Table) -> Table:
    """A list that begins at once has its first row back, and no headings."""
    known = any(guessed(table)) or any(guessed_sessions(table))
    if known or is_year_sheet(table) or not table.heading_row:
        return table
    filled = [text for text in table.headings if text]
    if len(filled) > 1 and not any(is_email(text) for text in filled):
        return replace(table, notes=(*table.notes, Note("headings_unknown")))
    first = Row(table.heading_row, table.headings)
    return replace(
        table, headings=("",) * len(table.headings), rows=(first, *table.rows), heading_row=0
    )


def _columns(table: Table) -> tuple[Field | None, ...]:
    if any(table.headings):
        return guessed(table)
    return guessed_by_content(table.rows, len(table.headings))
