"""The door of the import: read, preview, apply."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from intervisie_desktop.documents.exchange import PracticeFacts
from intervisie_desktop.documents.reading.guard import MAX_FILE, guard_size
from intervisie_desktop.documents.reading.table import Row, Table
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.files import told_of
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.exchange import ExchangeService, counts_of
from intervisie_desktop.services.importing.calendars import apply_busy, preview_busy
from intervisie_desktop.services.importing.contacts import apply_contacts, preview_contacts
from intervisie_desktop.services.importing.drafts import Draft, ImportKind, draft_of, of_tables
from intervisie_desktop.services.importing.lines import people_from_lines
from intervisie_desktop.services.importing.mapping import Mapping
from intervisie_desktop.services.importing.people import apply_people, preview_people
from intervisie_desktop.services.importing.plans import apply_plan, preview_plan
from intervisie_desktop.services.importing.preview import Decisions, ImportSummary, Preview
from intervisie_desktop.services.importing.sheets import apply_sheets, preview_sheets
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store, Work


class ImportService:
    """Brings foreign files into the practice; nothing is written before `apply`."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def read(self, path: Path) -> Draft:
        """The draft of a file; a Trouble of `host.files` when the machine cannot read it."""
        with told_of(path):
            if path.stat().st_size > MAX_FILE and path.suffix.lower() != ".json":
                raise Refusal("import_too_large", megabytes=MAX_FILE // 1024**2)
            data = path.read_bytes()
        return self.read_bytes(data, path.name)

    def read_bytes(self, data: bytes, name: str) -> Draft:
        """The draft of bytes that came with this file name."""
        return draft_of(data, name)

    def read_lines(self, text: str, name: str = "") -> Draft:
        """The draft of names that were pasted or typed, one on a line."""
        guard_size(text.encode())
        return of_tables(name, (_table_of_lines(text),))

    def mapping(self, draft: Draft) -> Mapping:
        """The mapping as guessed, to change with `dataclasses.replace`."""
        return Mapping(kind=draft.kind)

    def preview(self, draft: Draft, mapping: Mapping | None = None) -> Preview[Any]:
        """What the draft would bring in; Refusal("import_kind") for a kind it cannot be."""
        chosen = mapping or self.mapping(draft)
        if chosen.kind not in draft.kinds:
            raise Refusal("import_kind", kind=str(chosen.kind))
        with self._store.reading() as read:
            return self._previewed(read, draft, chosen)

    def apply(
        self, preview: Preview[Any], decisions: Decisions | None = None
    ) -> Outcome[ImportSummary]:
        """Does what the preview says as one act; all of it or nothing.

        Refusal("import_problem_rows") unless rows with problems are left out on purpose.
        """
        decided = decisions or Decisions()
        if preview.problems and not decided.leave_out_problems:
            first = preview.problems[0]
            raise Refusal("import_problem_rows", count=len(preview.problems), row=first.number)
        if isinstance(preview.content, PracticeFacts):
            return self._whole_practice(preview.content)
        kind = str(preview.kind)
        with self._store.work("imported", file=preview.name, kind=kind) as work:
            summary = self._applied(work, preview, decided)
        return work.outcome(summary)

    def _previewed(self, read: Reading, draft: Draft, mapping: Mapping) -> Preview[Any]:
        match mapping.kind:
            case ImportKind.PARTICIPANTS:
                return preview_people(read, draft, mapping)
            case ImportKind.CONTACTS:
                return preview_contacts(read, draft, mapping)
            case ImportKind.SESSIONS:
                return preview_plan(read, draft, mapping, self._clock.today())
            case ImportKind.YEAR_SHEET:
                return preview_sheets(read, draft, mapping)
            case ImportKind.BUSY:
                return preview_busy(read, draft, mapping, self._clock.today())
            case ImportKind.EXCHANGE:
                return _preview_practice(draft, mapping)

    def _applied(self, work: Work, preview: Preview[Any], decisions: Decisions) -> ImportSummary:
        today = self._clock.today()
        match preview.kind:
            case ImportKind.CONTACTS:
                return apply_contacts(work, preview, decisions, self._ids)
            case ImportKind.SESSIONS:
                return apply_plan(work, preview, decisions, self._ids, today)
            case ImportKind.YEAR_SHEET:
                return apply_sheets(work, preview, decisions, self._ids, today)
            case ImportKind.BUSY:
                return apply_busy(work, preview, self._ids)
            case _:
                return apply_people(work, preview, decisions, self._ids, today)

    def _whole_practice(self, facts: PracticeFacts) -> Outcome[ImportSummary]:
        done = ExchangeService(self._store).import_facts(facts)
        summary = ImportSummary(**asdict(done.value)) if done.changes else ImportSummary()
        return Outcome(summary, done.changes, done.act, done.facts, done.final)


def _preview_practice(draft: Draft, mapping: Mapping) -> Preview[None]:
    if draft.practice is None:
        raise Refusal("import_kind", kind=str(mapping.kind))
    return Preview(
        name=draft.name,
        kind=mapping.kind,
        mapping=mapping,
        made=asdict(counts_of(draft.practice)),
        content=draft.practice,
    )


def _table_of_lines(text: str) -> Table:
    rows = [Row(line.number, (line.name.formal, line.email)) for line in people_from_lines(text)]
    return Table(headings=("Naam", "E-mail"), rows=tuple(rows))
