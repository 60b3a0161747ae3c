"""The law's numbers and words that ship as data, read once when first asked."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from intervisie_desktop.domain.dunning import CollectionRules, read_collection
from intervisie_desktop.domain.vat import VatRegime, read_regime, read_sources
from intervisie_desktop.host.resources import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intervisie_desktop.domain.findings import Source


@cache
def vat_regime() -> VatRegime:
    """Rates, limits and words of btw."""
    return read_regime(_data("nl"))


@cache
def collection_rules() -> CollectionRules:
    """Collection costs, letter terms and interest."""
    return read_collection(_data("collection"))


@cache
def invoice_sources() -> Mapping[str, Source]:
    """Where what is asked of invoices is written, by the code of the finding."""
    return read_sources(_data("rules"))


def _data(name: str) -> dict[str, Any]:
    text = (resources() / "vat" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
