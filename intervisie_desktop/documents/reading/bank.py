"""Statements of a bank: MT940, CAMT.053 in every version, and a zip of them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from intervisie_desktop.documents.reading import camt053, mt940_file
from intervisie_desktop.documents.reading.bank_lines import RawStatement
from intervisie_desktop.documents.reading.child import in_child
from intervisie_desktop.documents.reading.guard import MAX_ROWS, guard_count, guard_size, guard_zip
from intervisie_desktop.domain.bank import BankEntry, entry_keys
from intervisie_desktop.domain.errors import Refusal

_ZIP = b"PK\x03\x04"
_XML_MARKS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


@dataclass(frozen=True, slots=True)
class BankFile:
    """What a file of a bank holds: booked lines in euro, in order of day.

    `pending` lines are not booked yet and `foreign` ones are in another currency; both are left
    out and counted.
    """

    entries: tuple[BankEntry, ...]
    accounts: tuple[str, ...]
    pending: int = 0
    foreign: int = 0


def read_bank_file(data: bytes) -> BankFile:
    """The lines of a bank file; read in a process of its own, with a limit of time and memory.

    Refuses (`bank_…`, `import_…`) what is no statement, is cut off, is too large, or whose lines
    do not lead from its opening to its closing balance.
    """
    guard_size(data)
    return in_child(read_here, data)


def read_here(data: bytes) -> BankFile:
    """The same in this process, for whoever has bounded the work already."""
    guard_size(data)
    statements = [one for part in _parts(data) for one in _statements(part)]
    if not statements:
        raise Refusal("bank_unknown")
    for one in statements:
        _guard_balance(one)
    lines = [(one.account, line) for one in statements for line in one.lines]
    guard_count(len(lines), MAX_ROWS)
    lines.sort(key=lambda pair: pair[1].day)
    keys = entry_keys(
        [
            (account, line.day, line.cents, line.bank_reference,
             f"{line.iban} {line.end_to_end} {line.text}")
            for account, line in lines
        ]
    )  # fmt: skip
    entries = tuple(
        BankEntry(
            key=key,
            account=account,
            day=line.day,
            cents=line.cents,
            name=line.name,
            iban=line.iban,
            text=line.text,
            reference=line.reference,
            end_to_end=line.end_to_end,
            reversal=line.reversal,
        )
        for key, (account, line) in zip(keys, lines, strict=True)
    )
    return BankFile(
        entries=entries,
        accounts=tuple(dict.fromkeys(one.account for one in statements)),
        pending=sum(one.pending for one in statements),
        foreign=sum(one.foreign for one in statements),
    )


def _parts(data: bytes) -> list[bytes]:
    """The file itself, or what lies in the zip a bank made of several."""
    if not data.startswith(_ZIP):
        return [data]
    guard_zip(data)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        names = sorted(one.filename for one in parts.infolist() if not one.is_dir())
        wanted = [name for name in names if name.lower().endswith((".xml", ".940", ".sta", ".txt"))]
        if not wanted:
            raise Refusal("bank_unknown")
        return [parts.read(name) for name in wanted]


def _statements(data: bytes) -> tuple[RawStatement, ...]:
    if data.lstrip(b" \r\n\t").startswith(_XML_MARKS):
        return camt053.read(data)
    return mt940_file.read(data)


def _guard_balance(statement: RawStatement) -> None:
    """A statement whose lines do not add up is not whole, and nothing of it may be believed."""
    if statement.opening is None or statement.closing is None or statement.foreign:
        return
    if statement.opening + sum(line.cents for line in statement.lines) != statement.closing:
        raise Refusal("bank_unbalanced", statement=statement.number)
