"""`check`: the findings of a practice on a day."""

from __future__ import annotations

import argparse
from datetime import date

from intervisie_desktop.app.commands.lookup import group_of
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.services.compliance import (
    FindingNames,
    FindingScope,
    JudgedFinding,
    counted,
)
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.counts import telwoord
from intervisie_desktop.ui.text.finding_message import message
from intervisie_desktop.ui.text.labels import word


def run(options: argparse.Namespace, console: Console) -> int:
    """Say them; the exit code tells whether an error stands open."""
    with opened(options.practice, console) as services:
        day: date = options.on or services.clock.today()
        group = None
        if options.group:
            with services.store.reading() as read:
                group = group_of(read.groups.all(), options.group).id
        scope = FindingScope(group_id=group, year=options.year)
        findings = services.compliance.findings_on(day, scope)
        names = services.compliance.names()
    if options.json:
        found = [as_json(one, names) for one in findings]
        console.document("findings", 1, {"on": day.isoformat(), "findings": found})
    else:
        for one in findings:
            console.say(_line(one, names))
        console.say(_total(findings))
    open_errors = counted(findings).errors
    return Exit.SAID_NO if open_errors else Exit.DONE


def as_json(judged: JudgedFinding, names: FindingNames) -> dict[str, object]:
    """One finding in the shape of docs/schemas/findings-1.json."""
    finding, subject, source = judged.finding, judged.finding.subject, judged.finding.source
    about = {
        "kind": subject.kind,
        "id": subject.id,
        "session": subject.session,
        "participant": subject.participant,
        "group": subject.group,
        "facilitator": subject.facilitator,
        "year": subject.year,
    }
    document: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "profile": finding.profile,
        "edition": finding.edition.isoformat() if finding.edition else None,
        "subject": about,
        "message": message(finding, names),
        "source": {
            "title": source.title,
            "article": source.article,
            "certainty": source.certainty.value,
        },
        "figures": {key: _plain(value) for key, value in finding.figures.items()},
        "ignored": judged.ignored,
    }
    if judged.exception is not None:
        document["reason"] = judged.exception.reason
    return document


def _plain(value: object) -> object:
    """A figure as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain(each) for each in value]
    return value


def _line(judged: JudgedFinding, names: FindingNames) -> str:
    finding = judged.finding
    mark = words.IGNORED if judged.ignored else word(finding.severity)
    return f"{finding.code}  {mark}: {message(finding, names)}"


def _total(findings: tuple[JudgedFinding, ...]) -> str:
    counts = counted(findings)
    return words.TOTAL.format(
        errors=telwoord(counts.errors, "fout", "fouten"),
        warnings=telwoord(counts.warnings, "waarschuwing", "waarschuwingen"),
        tips=telwoord(counts.tips, "tip", "tips"),
    )
