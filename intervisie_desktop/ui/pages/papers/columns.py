"""The columns of the list of papers; no Qt."""

from __future__ import annotations

from intervisie_desktop.ui.pages.papers.state import PaperLine
from intervisie_desktop.ui.widgets.columns import Align, Column, Look


def _name(line: PaperLine) -> str:
    return line.name


def _about(line: PaperLine) -> str:
    return line.about


COLUMNS: tuple[Column[PaperLine], ...] = (
    Column("Papier", _name, look=Look.STRONG),
    Column("Voor", _about, width=108, look=Look.META, align=Align.LEFT),
)
