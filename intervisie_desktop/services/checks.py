"""Advice on what is typed: a code when a number or text cannot be right, None when it can.

Nothing here refuses anything: a form shows the sentence of the code under the field
(`ui/text/advice.py`) and saves what was typed. Empty is always fine.
"""

from __future__ import annotations

import re

from stdnum import iban
from stdnum.nl import btw, postcode

_COUNTRY_PREFIX = re.compile(r"[A-Z]{2}")


def check_kvk(text: str) -> str | None:
    """Advice on a KvK number: eight digits (it has no check digit)."""
    digits = _compact(text)
    if not digits or (digits.isascii() and digits.isdecimal() and len(digits) == 8):
        return None
    return "kvk_not_eight_digits"


def check_vat(text: str) -> str | None:
    """Advice on a btw-id such as NL000099998B57; other countries only by their prefix."""
    number = _compact(text).upper()
    if not number:
        return None
    if not _COUNTRY_PREFIX.match(number):
        return "vat_without_country"
    if not number.startswith("NL"):
        return None
    return None if btw.is_valid(number) else "vat_wrong"


def check_iban(text: str) -> str | None:
    """Advice on an IBAN: length and check digits, with the bank's own number where known."""
    number = _compact(text)
    return None if not number or iban.is_valid(number) else "iban_wrong"


def check_postcode(text: str, country: str = "NL") -> str | None:
    """Advice on a Dutch postcode such as 1234 AB; other countries are not judged."""
    if not text.strip() or country.strip().upper() != "NL":
        return None
    return None if postcode.is_valid(text) else "postcode_wrong"


def tidy_postcode(text: str, country: str = "NL") -> str:
    """The postcode as it is printed ("1234 AB"); unchanged when it is not a Dutch one."""
    if country.strip().upper() != "NL" or check_postcode(text):
        return text.strip()
    compact = _compact(text).upper()
    return f"{compact[:4]} {compact[4:]}".strip()


def tidy_iban(text: str) -> str:
    """The IBAN in groups of four; unchanged when it is not one."""
    if not text.strip() or check_iban(text):
        return text.strip()
    return str(iban.format(text))


def _compact(text: str) -> str:
    return re.sub(r"[\s.\-]", "", text)
