"""Advice under a field, by the codes of `services/checks.py`; what is typed is saved anyway."""

from __future__ import annotations

from intervisie_desktop.services.checks import check_iban, check_kvk, check_postcode, check_vat

ADVICE: dict[str, str] = {
    "iban_wrong": "Dit IBAN klopt niet; kijk de cijfers na.",
    "kvk_not_eight_digits": "Een KvK-nummer heeft acht cijfers.",
    "postcode_wrong": "Een postcode is vier cijfers en twee letters, zoals 1234 AB.",
    "vat_without_country": "Een btw-id begint met een land, zoals NL.",
    "vat_wrong": "Dit btw-id klopt niet; het ziet eruit als NL123456789B01.",
}

_CHECKS = {
    "kvk_number": check_kvk,
    "vat_number": check_vat,
    "iban": check_iban,
    "postcode": check_postcode,
}


def advice(name: str, text: str) -> str:
    """What to say about the value of a field; empty when there is nothing."""
    check = _CHECKS.get(name)
    code = check(text) if check else None
    return ADVICE[code] if code else ""
