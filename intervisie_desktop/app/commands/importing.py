"""`import`: bring files in, all of them or none."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from intervisie_desktop.app.commands.files import read_bytes
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit, WrongCall
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.importing.drafts import Draft, ImportKind, draft_of
from intervisie_desktop.services.importing.mapping import Mapping, mapping_from_toml
from intervisie_desktop.services.importing.preview import (
    Handling,
    ImportSummary,
    Preview,
    PreviewRow,
    Remark,
)
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.areas.importing import ATTENTIONS, PROBLEMS
from intervisie_desktop.ui.text.counts import join, telwoord
from intervisie_desktop.ui.text.filling import fill

MADE = ("participants", "clients", "contacts", "groups", "memberships", "sessions",
        "attendances", "busy")  # fmt: skip

_ROWS_ARE = {ImportKind.CONTACTS: "contacts", ImportKind.SESSIONS: "sessions"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file, what stands in it and how it is read."""

    path: Path
    draft: Draft
    mapping: Mapping | None


def run(options: argparse.Namespace, console: Console) -> int:
    """Preview everything first; a row that cannot be read stops the whole call."""
    sources = _sources(options)
    with opened(options.practice, console) as services:
        previews = [services.importing.preview(s.draft, s.mapping) for s in sources]
        problems = any(preview.problems for preview in previews)
        done: list[ImportSummary] = []
        if not options.dry_run and not problems:
            done, previews = _apply(services, sources)
    if options.json:
        console.document("import", 1, _document(sources, previews, done, dry=options.dry_run))
    else:
        _say(console, sources, previews, done, dry=options.dry_run)
    return Exit.SAID_NO if problems else Exit.DONE


def _sources(options: argparse.Namespace) -> list[Source]:
    if options.mapping is not None and len(options.files) > 1:
        raise WrongCall(words.MAP_ONE_FILE)
    sources = []
    for path in options.files:
        draft = draft_of(read_bytes(path), path.name)
        mapping = None
        if options.mapping is not None:
            text = read_bytes(options.mapping).decode("utf-8", "replace")
            mapping = mapping_from_toml(text, draft)
        sources.append(Source(path, draft, mapping))
    if len(sources) > 1 and any(s.draft.kind is ImportKind.EXCHANGE for s in sources):
        raise WrongCall(words.EXCHANGE_ALONE)
    return sources


def _apply(
    services: Services, sources: Sequence[Source]
) -> tuple[list[ImportSummary], list[Preview[Any]]]:
    """Apply one after another; when one fails, those before it are taken back."""
    outcomes: list[Outcome[ImportSummary]] = []
    previews: list[Preview[Any]] = []
    try:
        for source in sources:
            preview = services.importing.preview(source.draft, source.mapping)
            outcomes.append(services.importing.apply(preview))
            previews.append(preview)
    except Exception:
        for outcome in reversed(outcomes):
            if outcome.changes:
                services.store.undo()
        raise
    return [outcome.value for outcome in outcomes], previews


def _document(
    sources: Sequence[Source],
    previews: Sequence[Preview[Any]],
    done: Sequence[ImportSummary],
    *,
    dry: bool,
) -> dict[str, object]:
    rows = [(s, row) for s, preview in zip(sources, previews, strict=True) for row in preview.rows]
    return {
        "dry_run": dry,
        "files": [_file(s, p) for s, p in zip(sources, previews, strict=True)],
        "made": _made(previews, done),
        "problems": [r for s, row in rows for r in _remarks(s, row, row.problems, PROBLEMS)],
        "attentions": [r for s, row in rows for r in _remarks(s, row, row.attentions, ATTENTIONS)],
        "duplicates": [_duplicate(s, row) for s, row in rows if row.proposals],
    }


def _file(source: Source, preview: Preview[Any]) -> dict[str, object]:
    handlings = [Handling.SKIP if row.problems else row.usual.handling for row in preview.rows]
    return {
        "file": str(source.path),
        "kind": preview.kind.value,
        "rows": len(preview.rows),
        "added": handlings.count(Handling.ADD),
        "merged": handlings.count(Handling.MERGE),
        "skipped": handlings.count(Handling.SKIP),
    }


def _made(previews: Sequence[Preview[Any]], done: Sequence[ImportSummary]) -> dict[str, int]:
    """How many of each came in; before that, what the previews say would be made."""
    if done:
        tallies = [asdict(summary) for summary in done]
    else:
        tallies = [_foreseen(preview) for preview in previews]
    sums = {name: sum(tally.get(name, 0) for tally in tallies) for name in MADE}
    return {name: count for name, count in sums.items() if count}


def _foreseen(preview: Preview[Any]) -> dict[str, int]:
    added = sum(not row.problems and row.usual.handling is Handling.ADD for row in preview.rows)
    people = _ROWS_ARE.get(preview.kind, "participants")
    groups, clients = len(preview.new_groups), len(preview.new_clients)
    return {people: added, "groups": groups, "clients": clients, **preview.made}


def _remarks(
    source: Source, row: PreviewRow[Any], remarks: Sequence[Remark], said: dict[str, Any]
) -> list[dict[str, object]]:
    return [
        {
            "file": str(source.path),
            "row": row.number,
            "code": remark.code,
            "message": fill(said[remark.code], remark.facts),
        }
        for remark in remarks
    ]


def _duplicate(source: Source, row: PreviewRow[Any]) -> dict[str, object]:
    nearest = row.proposals[0]
    return {
        "file": str(source.path),
        "row": row.number,
        "name": row.label,
        "participant": nearest.target,
        "reason": nearest.reason.value,
        "merged": row.usual.handling is Handling.MERGE,
    }


def _say(
    console: Console,
    sources: Sequence[Source],
    previews: Sequence[Preview[Any]],
    done: Sequence[ImportSummary],
    *,
    dry: bool,
) -> None:
    problems = 0
    for source, preview in zip(sources, previews, strict=True):
        for row in preview.problems:
            problems += 1
            why = fill(PROBLEMS[row.problems[0].code], row.problems[0].facts)
            said = words.IMPORT_PROBLEM.format(file=source.path.name, row=row.number, why=why)
            console.say(said)
        _say_skipped(console, source, preview)
    if problems:
        count = telwoord(problems, *words.IMPORT_ROWS)
        console.complain(words.IMPORT_REFUSED.format(count=count))
        return
    made = _made(previews, done)
    told = [telwoord(made[key], one, more) for key, one, more in words.IMPORT_NOUNS if key in made]
    counts = join(told) or words.IMPORT_NOTHING
    console.say((words.IMPORT_WOULD if dry else words.IMPORT_DONE).format(counts=counts))


def _say_skipped(console: Console, source: Source, preview: Preview[Any]) -> None:
    """Which rows are left out although they can be read, and why."""
    for row in preview.rows:
        if not row.problems and row.usual.handling is Handling.SKIP:
            why = join([fill(ATTENTIONS[one.code], one.facts) for one in row.attentions])
            said = words.IMPORT_SKIPPED.format(file=source.path.name, row=row.number, why=why)
            console.say(said)
