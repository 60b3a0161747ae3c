"""The recovery sheet: one page with the code, to print and put away."""

from __future__ import annotations

from datetime import date

from intervisie_desktop.documents.pdf import recovery_sheet as paper
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.host.recovery import groups_of
from intervisie_desktop.services.letterhead import practice_facts


def recovery_sheet(practice: Practice, file_name: str, code: str, made_on: date) -> bytes:
    """The sheet as PDF; it holds the code in plain text."""
    facts = paper.RecoverySheetFacts(
        practice=practice_facts(practice),
        made_on=made_on,
        groups=groups_of(code),
        file_name=file_name,
    )
    return paper.render(facts)
