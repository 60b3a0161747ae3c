"""The words of findings in an audit file, and of the page that makes one."""

from __future__ import annotations

from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.services.audit_file import Worded
from intervisie_desktop.ui.text import findings
from intervisie_desktop.ui.text.finding_facts import Names


def say(finding: Finding, names: Names) -> Worded:
    """A finding in words; the source is left out where it is not known any more."""
    words = findings.describe(finding, names, with_group=False)
    return Worded(
        title=words.title,
        evidence=words.evidence,
        context=findings.context(finding, names, with_group=False, year=0),
        norm=words.source,
        source=words.source_detail if finding.source.title else "",
    )
