"""Where the papers find their own material: fonts and texts, shipped with the program."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parents[2]


@cache
def material() -> Path:
    """The folder with `fonts` and `templates`; inside the package once it is installed."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


@cache
def texts(document: str) -> dict[str, Any]:
    """The texts of one kind of paper, from `templates/<document>.toml`."""
    place = material() / "templates" / f"{document}.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))
