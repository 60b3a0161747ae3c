"""CAMT.053 (ISO 20022 BankToCustomerStatement), versions 001.02 and later.

Elements are found by their local names: the versions differ in their name space and in a level
more around a party (`Dbtr/Nm` became `Dbtr/Pty/Nm` in 001.08), not in what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from intervisie_desktop.documents.reading.bank_lines import RawLine, RawStatement, cents_of
from intervisie_desktop.documents.reading.guard import MAX_ROWS, guard_count
from intervisie_desktop.documents.reading.text import cleaned
from intervisie_desktop.domain.bank import tidy_iban
from intervisie_desktop.domain.errors import Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."
_OPENING = ("OPBD", "PRCD")
_CLOSING = ("CLBD",)
_NOTHING = ("NOTPROVIDED", "NOTAVAILABLE", "NOTAVAIL", "NONREF", "EREF")
_LONGEST = 500


def read(data: bytes) -> tuple[RawStatement, ...]:
    """The statements of a file; refuses what is no CAMT.053, is cut off or holds a document type.

    An entry that bundles payments gives a line for each, when their amounts make up the whole.
    """
    root = _parsed(data)
    if not root.tag.startswith("{" + _NAMESPACE):
        raise Refusal("bank_unknown")
    statements = tuple(_statement(one) for one in _all(root, "BkToCstmrStmt", "Stmt"))
    if not statements:
        raise Refusal("bank_unknown")
    return statements


def _parsed(data: bytes) -> Element:
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  (only to read a bank file)
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refusal("import_document_type") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refusal("bank_broken") from error
    return root


def _statement(node: Element) -> RawStatement:
    number = _text(node, "Id") or _text(node, "ElctrncSeqNb")
    account = tidy_iban(
        _text(node, "Acct", "Id", "IBAN") or _text(node, "Acct", "Id", "Othr", "Id")
    )
    if not account:
        raise Refusal("bank_no_account")
    lines: list[RawLine] = []
    pending = foreign = 0
    entries = _all(node, "Ntry")
    guard_count(len(entries), MAX_ROWS)
    for entry in entries:
        if not _booked(entry):
            pending += 1
        elif _currency(entry) != "EUR":
            foreign += 1
        else:
            lines.extend(_lines(entry, number))
    return RawStatement(
        number=cleaned(number),
        account=account,
        lines=tuple(lines),
        opening=_balance(node, _OPENING),
        closing=_balance(node, _CLOSING),
        pending=pending,
        foreign=foreign,
    )


def _balance(node: Element, codes: tuple[str, ...]) -> int | None:
    for code in codes:
        for one in _all(node, "Bal"):
            if _text(one, "Tp", "CdOrPrtry", "Cd") == code and _currency(one) == "EUR":
                return _signed(one)
    return None


def _booked(entry: Element) -> bool:
    """`Sts` is a word in the older versions and holds a code in the newer ones."""
    status = _text(entry, "Sts", "Cd") or _text(entry, "Sts")
    return status in ("", "BOOK")


def _currency(node: Element) -> str:
    amount = _first(node, "Amt")
    if amount is None:
        raise Refusal("bank_broken")
    return (amount.get("Ccy") or "").upper()


def _signed(node: Element) -> int:
    cents = cents_of(_text(node, "Amt"))
    side = _text(node, "CdtDbtInd")
    if side not in ("CRDT", "DBIT"):
        raise Refusal("bank_broken")
    return cents if side == "CRDT" else -cents


def _lines(entry: Element, statement: str) -> Iterator[RawLine]:
    day = _day(entry, statement)
    total = _signed(entry)
    reversal = _text(entry, "RvslInd") in ("true", "1")
    reference = _given(_text(entry, "AcctSvcrRef") or _text(entry, "NtryRef"))
    details = _all(entry, "NtryDtls", "TxDtls")
    amounts = [_part(one, total) for one in details]
    if len(details) > 1 and None not in amounts and sum(a or 0 for a in amounts) == total:
        for nth, (one, amount) in enumerate(zip(details, amounts, strict=True), 1):
            own = _given(_text(one, "Refs", "AcctSvcrRef"))
            yield _line(one, day, amount or 0, own or f"{reference}/{nth}", reversal=reversal)
        return
    one = details[0] if len(details) == 1 else entry
    extra = _text(entry, "AddtlNtryInf")
    yield _line(one, day, total, reference, reversal=reversal, extra=extra)


def _part(details: Element, total: int) -> int | None:
    """The amount of one payment within an entry, in cents; None when it is not told in euro."""
    amount = _first(details, "Amt")
    if amount is None:
        amount = _first(details, "AmtDtls", "TxAmt", "Amt")
    if amount is None or (amount.get("Ccy") or "EUR").upper() != "EUR":
        return None
    cents = cents_of(amount.text or "")
    side = _text(details, "CdtDbtInd")
    out = side == "DBIT" if side else total < 0
    return -cents if out else cents


def _line(
    node: Element, day: date, cents: int, bank_reference: str, *, reversal: bool, extra: str = ""
) -> RawLine:
    other = "Dbtr" if (cents > 0) is not reversal else "Cdtr"
    party = _first(node, "RltdPties", other)
    returned = _first(node, "RtrInf") is not None
    words = [one.text or "" for one in _all(node, "RmtInf", "Ustrd")]
    if not any(word.strip() for word in words):
        words = [_text(node, "AddtlTxInf") or extra]
    return RawLine(
        day=day,
        cents=cents,
        name=_tidy(_text(party, "Nm") or _text(party, "Pty", "Nm")) if party is not None else "",
        iban=tidy_iban(_text(node, "RltdPties", other + "Acct", "Id", "IBAN"))[:34],
        text=_tidy(" ".join(words)),
        reference=_tidy(_text(node, "RmtInf", "Strd", "CdtrRefInf", "Ref")),
        end_to_end=_given(_text(node, "Refs", "EndToEndId")),
        bank_reference=bank_reference,
        reversal=reversal or returned,
    )


def _day(entry: Element, statement: str) -> date:
    for place in (("BookgDt", "Dt"), ("BookgDt", "DtTm"), ("ValDt", "Dt"), ("ValDt", "DtTm")):
        written = _text(entry, *place)
        if written:
            try:
                return date.fromisoformat(written[:10])
            except ValueError as error:
                raise Refusal("bank_day", text=written[:40], statement=statement) from error
    raise Refusal("bank_day", text="", statement=statement)


def _given(text: str) -> str:
    """A reference, or nothing where the bank fills in that there is none."""
    bare = _tidy(text)
    return "" if bare.upper().replace(" ", "") in _NOTHING else bare


def _tidy(text: str) -> str:
    return cleaned(text)[:_LONGEST]


def _all(node: Element, *path: str) -> list[Element]:
    found = [node]
    for name in path:
        found = [child for one in found for child in one if child.tag.rpartition("}")[2] == name]
    return found


def _first(node: Element, *path: str) -> Element | None:
    return next(iter(_all(node, *path)), None)


def _text(node: Element, *path: str) -> str:
    found = _first(node, *path)
    return (found.text or "").strip() if found is not None else ""
