"""MT940 as Dutch banks write it, through the library `mt-940`; the words of :86: are read here.

Field :86: has no common form. Known are: codes between slashes (`/EREF/…/NAME/…/REMI/…`: ABN AMRO,
ING, Rabobank), words with a colon (`IBAN: … NAAM: … OMSCHRIJVING: …`: ABN AMRO, Knab), numbered
parts (`>20…>21…` or `?20…`: Triodos), and plain text (ASN, SNS, older files).
"""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

from intervisie_desktop.documents.reading.bank_lines import RawLine, RawStatement
from intervisie_desktop.documents.reading.guard import MAX_ROWS, guard_count
from intervisie_desktop.documents.reading.text import cleaned, decoded
from intervisie_desktop.domain.bank import tidy_iban
from intervisie_desktop.domain.errors import Refusal

_TAG = re.compile(r"(?m)^:(20|25|60[FM]|61|62[FM]|86):")
_CODES = ("TRTP", "TRCD", "CSID", "NAME", "REMI", "IBAN", "BIC", "EREF", "MARF", "ORDP", "BENM",
          "CNTP", "RTRN", "PREF", "PURP", "SVCL", "ULTC", "ULTD", "ULTB", "ISDT", "ADDR", "ID",
          "ACCW", "CREF", "IREF")  # fmt: skip
_CODED = re.compile(r"/(" + "|".join(_CODES) + r")/")
_WORDED = re.compile(
    r"(?i)\b(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM|REK|MACHTIGING|INCASSANT)\s*[.:]+\s*"
)
_NUMBERED = re.compile(r"[>?](\d{2})")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b")
_FULL_LINE = 64
_LONGEST = 500
_NOTHING = ("NONREF", "NOTPROVIDED", "EREF", "PREF", "MARF")


def read(data: bytes) -> tuple[RawStatement, ...]:
    """The statements of a file; refuses what is no MT940, is cut off or cannot be read."""
    text = decoded(data).text.replace("\r\n", "\n").replace("\r", "\n")
    tags = [match[1] for match in _TAG.finditer(text)]
    if "20" not in tags or not any(tag.startswith("60") for tag in tags):
        raise Refusal("bank_unknown")
    guard_count(tags.count("61"), MAX_ROWS)
    if not tags[-1].startswith(("62", "86")) or not any(tag.startswith("62") for tag in tags):
        raise Refusal("bank_cut_off")
    return tuple(_statement(one) for one in _parsed(text))


def _parsed(text: str) -> list[Any]:
    import mt940  # noqa: PLC0415  (only to read a bank file)

    # What it cannot read it would print whole: names and amounts of others.
    logging.getLogger("mt940").setLevel(logging.CRITICAL + 1)
    options = mt940.Options.all()
    # The words of :86: are read here: the library knows their German form only.
    plain: Any = {"post_transaction_details": []}
    asn: dict[int | str, mt940.tags.Tag] = {61: mt940.tags.StatementASNB()}
    for tags in ({}, asn):
        try:
            return mt940.parse_statements(text, processors=plain, tags=tags, options=options)
        except (RuntimeError, ValueError, KeyError, TypeError, ArithmeticError, AttributeError,
                IndexError):  # fmt: skip
            continue
    raise Refusal("bank_broken")


def _statement(found: Any) -> RawStatement:  # noqa: ANN401  (the library has no narrower type)
    told = found.data
    account = _account(str(told.get("account_identification") or ""))
    number = cleaned(str(told.get("statement_number") or told.get("transaction_reference") or ""))
    opening = told.get("final_opening_balance") or told.get("intermediate_opening_balance")
    closing = told.get("final_closing_balance") or told.get("intermediate_closing_balance")
    if closing is None:
        raise Refusal("bank_cut_off")
    euro = _is_euro(opening) and _is_euro(closing)
    lines = tuple(_line(one.data) for one in found.transactions if "amount" in one.data)
    return RawStatement(
        number=number,
        account=account,
        lines=lines if euro else (),
        opening=_cents(opening.amount) if euro and opening is not None else None,
        closing=_cents(closing.amount) if euro else None,
        foreign=0 if euro else len(lines),
    )


def _account(text: str) -> str:
    """The number of the account, without the name of the bank or the currency around it."""
    bare = tidy_iban(text.rpartition("/")[2]).removesuffix("EUR")
    if not bare:
        raise Refusal("bank_no_account")
    return bare


def _is_euro(balance: Any) -> bool:  # noqa: ANN401
    return balance is None or balance.amount.currency == "EUR"


def _cents(amount: Any) -> int:  # noqa: ANN401
    cents = amount.amount * 100
    if cents != int(cents):
        raise Refusal("bank_amount", text=str(amount.amount)[:40])
    return int(cents)


def _line(told: dict[str, Any]) -> RawLine:
    status = str(told.get("status") or "").upper()
    day = told.get("entry_date") or told["date"]
    words = _joined(str(told.get("transaction_details") or ""))
    parts = _words(words)
    iban = tidy_iban(parts.get("iban", ""))
    if not _IBAN.fullmatch(iban):
        spare = f"{told.get('extra_details') or ''} {told.get('customer_reference') or ''} {words}"
        hit = _IBAN.search(spare)
        iban = hit[0] if hit else ""
    bank = str(told.get("bank_reference") or "").strip()
    return RawLine(
        day=date(day.year, day.month, day.day),
        cents=_cents(told["amount"]),
        name=cleaned(parts.get("name", ""))[:_LONGEST],
        iban=iban,
        text=cleaned(parts.get("text", words))[:_LONGEST],
        reference=cleaned(parts.get("reference", ""))[:_LONGEST],
        end_to_end=_given(parts.get("end_to_end", "")),
        bank_reference=_given(bank),
        reversal=status.startswith("R") or "return" in parts,
    )


def _joined(details: str) -> str:
    """The lines of :86: as one: a full line was broken anywhere, a short one after a word."""
    whole = last = ""
    for line in details.split("\n"):
        glue = "" if not whole or len(last) >= _FULL_LINE else " "
        whole += glue + line
        last = line
    return whole


def _words(words: str) -> dict[str, str]:
    """Name, account, text and references out of :86:, as far as its form is known."""
    if _CODED.search(words):
        return _coded(words)
    if len(_NUMBERED.findall(words)) > 1:
        return _numbered(words)
    if _WORDED.search(words):
        return _worded(words)
    return {}


def _coded(words: str) -> dict[str, str]:
    pieces = _CODED.split(words)
    told: dict[str, str] = {}
    for code, value in zip(pieces[1::2], pieces[2::2], strict=True):
        told.setdefault(code, value.strip("/ "))
    found = {"name": told.get("NAME", ""), "iban": told.get("IBAN", ""),
             "end_to_end": told.get("EREF", "")}  # fmt: skip
    if "CNTP" in told and not found["iban"]:
        # ING: /CNTP/account/bank/name/city/
        sides = told["CNTP"].split("/")
        found["iban"] = sides[0]
        found["name"] = found["name"] or (sides[2] if len(sides) > 2 else "")
    remittance = told.get("REMI", "")
    if remittance.startswith("USTD//"):
        found["text"] = remittance.removeprefix("USTD//")
    elif remittance.startswith("STRD/"):
        found["reference"] = remittance.rsplit("/", 1)[-1]
        found["text"] = found["reference"]
    else:
        found["text"] = remittance
    if "RTRN" in told:
        found["return"] = told["RTRN"]
    return found


def _numbered(words: str) -> dict[str, str]:
    pieces = _NUMBERED.split(words)
    told: dict[str, str] = {}
    for code, value in zip(pieces[1::2], pieces[2::2], strict=True):
        told[code] = told.get(code, "") + value
    text = "".join(told.get(f"{code}", "") for code in range(20, 30))
    return {
        "text": text,
        "iban": told.get("31", ""),
        "name": told.get("32", "") + told.get("33", ""),
    }


def _worded(words: str) -> dict[str, str]:
    pieces = _WORDED.split(words)
    told = {"": pieces[0]}
    for word, value in zip(pieces[1::2], pieces[2::2], strict=True):
        told.setdefault(word.upper(), value.strip(" /"))
    text = " ".join(p for p in (told.get("OMSCHRIJVING", ""), pieces[0].strip(" /")) if p)
    return {
        "iban": told.get("IBAN", "") or told.get("REK", ""),
        "name": told.get("NAAM", ""),
        "text": text,
        "end_to_end": told.get("KENMERK", ""),
        "reference": told.get("BETALINGSKENM", ""),
    }


def _given(text: str) -> str:
    bare = cleaned(text)[:_LONGEST]
    return "" if bare.upper() in _NOTHING else bare
