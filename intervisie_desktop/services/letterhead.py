"""The practice as its papers show it: name, line, logo, colour, address and registers."""

from __future__ import annotations

from intervisie_desktop.documents.pdf.letterhead import PracticeFacts
from intervisie_desktop.domain.practice import Practice


def practice_facts(practice: Practice) -> PracticeFacts:
    """What every letterhead needs; parts that were not filled in are left out."""
    address = practice.address
    town = " ".join(part for part in (address.postcode, address.city) if part)
    registers = (("KvK", practice.kvk_number), ("btw-id", practice.vat_number))
    lines = (
        *(line.strip() for line in address.lines.splitlines()),
        town,
        practice.email,
        practice.phone,
        practice.website,
        *(f"{name} {value}" for name, value in registers if value),
    )
    return PracticeFacts(
        name=practice.name,
        tagline=practice.tagline,
        logo=practice.logo,
        accent=practice.accent,
        lines=tuple(line for line in lines if line),
    )
