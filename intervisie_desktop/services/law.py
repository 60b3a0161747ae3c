"""The law's numbers and words that ship as data, read once when first asked."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from intervisie_desktop.domain.dunning import CollectionRules, read_collection
from intervisie_desktop.domain.vat import VatRegime, read_regime
from intervisie_desktop.host.resources import resources


@cache
def vat_regime() -> VatRegime:
    """Rates, limits and words of btw."""
    return read_regime(_data("nl"))


@cache
def collection_rules() -> CollectionRules:
    """Collection costs, letter terms and interest."""
    return read_collection(_data("collection"))


def _data(name: str) -> dict[str, Any]:
    text = (resources() / "vat" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
