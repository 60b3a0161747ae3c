"""Dutch advice under a number that cannot be right; nothing is refused for it."""

from __future__ import annotations

from intervisie_desktop.services.checks import check_iban, check_kvk, check_postcode, check_vat
from intervisie_desktop.ui.text import settings as words

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
    return words.ADVICE[code] if code else ""
