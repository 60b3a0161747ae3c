"""A finding in one line, for the command line."""

from __future__ import annotations

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.ui.text.finding_facts import Names
from intervisie_desktop.ui.text.findings import describe


def message(finding: Finding, names: Names) -> str:
    """Where it belongs, what is the matter and the evidence: "OU, do 18 jun: … (…)"."""
    text = describe(finding, names)
    said = f"{text.context}: {text.title}" if text.context else text.title
    return f"{said} ({text.evidence.rstrip('.')})" if text.evidence else said
