"""The two typefaces of the program, or the best the machine has when they are not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFontDatabase

SANS = "Inter"
SERIF = "Source Serif 4"


@dataclass(frozen=True, slots=True)
class Families:
    """The font families to ask for, first choice first."""

    sans: list[str]
    serif: list[str]


def load(folder: Path) -> Families:
    """Load every font file in the folder and name the families, with fallbacks for names."""
    for file in sorted((*folder.glob("*.ttf"), *folder.glob("*.otf"))):
        QFontDatabase.addApplicationFont(str(file))
    there = set(QFontDatabase.families())
    sans = [f for f in (SANS, "Noto Sans", "DejaVu Sans") if f in there]
    serif = [f for f in (SERIF, "Noto Serif", "DejaVu Serif") if f in there]
    return Families(sans or ["sans-serif"], serif or sans or ["serif"])
