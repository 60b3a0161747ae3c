"""What the page Importeren does: read, map, look through, take over; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from intervisie_desktop.domain.changes import Outcome, Subject
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.importing import (
    Blank,
    Choice,
    Decisions,
    Draft,
    Field,
    Handling,
    ImportKind,
    ImportService,
    ImportSummary,
    Mapping,
    Preview,
    PreviewRow,
)
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.undo import Label, UndoService
from intervisie_desktop.ui.pages.importing import rows, words
from intervisie_desktop.ui.pages.importing.showing import Held, state_of
from intervisie_desktop.ui.pages.importing.state import ImportingView, Step
from intervisie_desktop.ui.shell.desk import Desk, Destination, Progress
from intervisie_desktop.ui.text.refusals import say

CONCERNS = frozenset({Subject.PARTICIPANT, Subject.GROUP, Subject.CLIENT, Subject.CALENDAR})
_ACTS = frozenset({"imported", "practice_imported"})


class ImportingPresenter:
    """Leads one file from choosing to what was made of it; writes nothing before the last step."""

    def __init__(
        self,
        importing: ImportService,
        profiles: ProfilesService,
        undo: UndoService,
        view: ImportingView,
        desk: Desk,
    ) -> None:
        self._importing = importing
        self._profiles = profiles
        self._undo = undo
        self._view = view
        self._desk = desk
        self._part = ""
        self._turn = 0
        self._step = Step.FILE
        self._busy = ""
        self._draft: Draft | None = None
        self._mapping: Mapping | None = None
        self._preview: Preview[Any] | None = None
        self._decisions = Decisions()
        self._summary: ImportSummary | None = None
        self._filter = ""
        self._row = ""

    # What the window asks

    def open(self, destination: Destination) -> None:
        """Come here; a part ("participants", "busy") or what is finished begins anew."""
        if destination.part or self._step is Step.DONE:
            self._part = destination.part
            self._forget()
        self._show()

    def refresh(self) -> None:
        """The practice changed: what is known, and what of this was taken back, is seen anew."""
        if self._step is Step.DONE and self._is_ours(self._undo.redo_label()):
            self._step = Step.REVIEW
            self._look(focus=True)
        elif self._step is Step.REVIEW and self._summary and self._is_ours(self._undo.undo_label()):
            # What is still being looked at is of before; its answer must not be heard.
            self._turn += 1
            self._step, self._busy = Step.DONE, ""
            self._show()
        elif self._step is Step.REVIEW:
            self._look(focus=False)
        else:
            self._show()

    def main(self, pasted: str = "") -> None:
        """The one main thing of this step."""
        if self._busy:
            return
        match self._step:
            case Step.FILE:
                if pasted.strip():
                    self.read_lines(pasted)
                else:
                    self.choose()
            case Step.COLUMNS:
                self.look()
            case Step.REVIEW:
                self.take()
            case Step.DONE:
                self.open_result()

    def back(self, step: Step | None = None) -> None:
        """One step back, or to an earlier step; from the end a new file begins."""
        if self._busy or self._step is Step.FILE:
            return
        if self._step is Step.DONE:
            self.again()
            return
        before = Step(self._step - 1) if step is None else step
        if before is Step.COLUMNS and not self._has_columns():
            before = Step.FILE
        self._step = before
        self._show(focus=True)

    # The file

    def choose(self) -> None:
        """Let the user pick a file."""
        question = words.BUSY_FILE if self._part == "busy" else words.FILE
        self._desk.choose_file(question, self.read)

    def read(self, path: Path) -> None:
        """Read a file, away from the window."""
        self._read(lambda: self._importing.read(path))

    def read_lines(self, text: str) -> None:
        """Read pasted names."""
        if not text.strip():
            self._desk.refuse(words.NOTHING_PASTED)
            return
        self._read(lambda: self._importing.read_lines(text, words.PASTED))

    def again(self) -> None:
        """Begin with another file."""
        self._forget()
        self._show(focus=True)

    # What it is

    def set_kind(self, kind: str) -> None:
        """Take the file for something else."""
        mapping, chosen = self._mapped(), ImportKind(kind)
        # Columns of people mean nothing in a list of sessions, nor the other way round.
        other = ImportKind.SESSIONS in {mapping.kind, chosen} and mapping.kind is not chosen
        columns = None if other else mapping.columns
        self._mapping = replace(mapping, kind=chosen, columns=columns)
        self._show()

    def set_table(self, table: str) -> None:
        """Take another sheet of the file, with its own columns."""
        self._mapping = replace(self._mapped(), table=int(table), columns=None)
        self._show()

    def set_column(self, place: int, field: str) -> None:
        """Say what a column means; a meaning belongs to one column."""
        chosen = Field(field) if field else None
        fields = [None if one is chosen else one for one in self._columns()]
        fields[place] = chosen
        self._mapping = replace(self._mapped(), columns=tuple(fields))
        self._show()

    def set_option(self, name: str, value: Any) -> None:
        """Change one of the choices about the whole file."""
        changed: Any = value.strip() if isinstance(value, str) else value
        if name == "blank":
            changed = Blank(changed)
        self._mapping = replace(self._mapped(), **{name: changed})
        self._show()

    # The rows

    def look(self) -> None:
        """Work out what the file would bring, and show it."""
        self._look(focus=True)

    def set_filter(self, state: str) -> None:
        """Only rows of one state."""
        self._filter = state
        self._show()

    def pick(self, key: str) -> None:
        """Bring a row in front."""
        if key != self._row:
            self._row = key
            self._show()

    def decide(self, value: str) -> None:
        """Choose what is done with the row in front."""
        row = self._picked()
        if row is not None and not row.problems:
            self._choose_for({row.key: rows.choice_of(value)})

    def handle(self, keys: Sequence[str], handling: Handling) -> None:
        """Do the same with several rows; those it means nothing for stay as they are."""
        if self._preview is None:
            return
        found = {row.key: rows.handled(row, handling) for row in self._preview.rows}
        chosen = {key: choice for key, choice in found.items() if choice and key in keys}
        self._choose_for(chosen)

    def set_leave_out(self, leave_out: bool) -> None:
        """Leave rows with a problem out, or not."""
        self._decisions = replace(self._decisions, leave_out_problems=leave_out)
        self._show()

    def take(self) -> None:
        """Take over what is shown, as one act."""
        preview, decisions = self._preview, self._decisions
        if preview is None:
            return
        if preview.problems and not decisions.leave_out_problems:
            self._view.focus_left_out()
        elif preview.rows and not rows.taken(preview, decisions):
            self._desk.refuse(words.NOTHING_TO_TAKE)
            return

        def job(progress: Progress) -> Outcome[ImportSummary]:
            progress.step(0, 1, preview.name)
            return self._importing.apply(preview, decisions)

        self._run(words.TAKING, job, self._taken)

    def open_result(self) -> None:
        """Go to what was made."""
        if self._preview is not None:
            self._desk.go(Destination(words.OPEN_PLACE[self._preview.kind][0]))

    # Inside

    def _forget(self) -> None:
        # A job that still runs for what is forgotten is not heard any more.
        self._turn += 1
        self._step, self._busy, self._filter, self._row = Step.FILE, "", "", ""
        self._draft = self._mapping = self._preview = self._summary = None
        self._decisions = Decisions()

    def _run(self, label: str, job: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        """Work away from the window; an answer that comes too late is not heard."""
        self._turn += 1
        turn, self._busy = self._turn, label
        self._show()

        def answered(value: Any) -> None:
            if turn == self._turn:
                self._busy = ""
                done(value)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._busy = ""
                self._show()
            if not isinstance(error, Refusal | Trouble):
                raise error
            self._desk.refuse(say(error))

        self._desk.run(job, answered, label, failed)

    def _read(self, reader: Callable[[], Draft]) -> None:
        def job(progress: Progress) -> Draft | None:
            progress.step(0, 1)
            draft = reader()
            return None if progress.cancelled else draft

        self._run(words.READING, job, self._was_read)

    def _was_read(self, draft: Draft | None) -> None:
        if draft is None:
            self._show()
            return
        self._forget()
        self._draft = draft
        self._mapping = self._importing.mapping(draft)
        if self._has_columns():
            self._step = Step.COLUMNS
            self._show(focus=True)
        else:
            self.look()

    def _look(self, *, focus: bool) -> None:
        draft, mapping = self._draft, self._mapping
        if draft is None:
            return

        def job(progress: Progress) -> Preview[Any]:
            progress.step(0, 1, draft.name)
            return self._importing.preview(draft, mapping)

        def done(preview: Preview[Any]) -> None:
            self._previewed(preview, focus=focus)

        self._run(words.LOOKING, job, done)

    def _previewed(self, preview: Preview[Any], *, focus: bool) -> None:
        self._preview = preview
        possible = {row.key: _targets(row) for row in preview.rows}
        # A choice stays when the same row can still be joined with the same person.
        kept = {
            key: choice
            for key, choice in self._decisions.choices.items()
            if key in possible and (not choice.target or choice.target in possible[key])
        }
        self._decisions = replace(self._decisions, choices=kept)
        if self._row not in possible:
            first = next((row for row in preview.rows if row.proposals or row.problems), None)
            self._row = first.key if first else next(iter(possible), "")
        self._step = Step.REVIEW
        self._show(focus=focus)

    def _taken(self, outcome: Outcome[ImportSummary]) -> None:
        self._summary = outcome.value
        self._step = Step.DONE
        self._desk.announce(outcome)
        self._show(focus=True)

    def _choose_for(self, chosen: dict[str, Choice]) -> None:
        self._decisions = replace(self._decisions, choices={**self._decisions.choices, **chosen})
        self._show()

    def _is_ours(self, label: Label | None) -> bool:
        if label is None or self._draft is None:
            return False
        act, facts = label
        return act in _ACTS and facts.get("file", self._draft.name) == self._draft.name

    def _mapped(self) -> Mapping:
        if self._mapping is None:
            raise LookupError("no file was read")
        return self._mapping

    def _columns(self) -> tuple[Field | None, ...]:
        mapping = self._mapped()
        if mapping.columns is not None or not self._has_columns() or self._draft is None:
            return mapping.columns or ()
        return self._draft.columns_of(mapping.table, mapping.kind)

    def _has_columns(self) -> bool:
        """Whether there is anything to say about the file before looking at it."""
        return self._draft is not None and bool(self._draft.tables)

    def _picked(self) -> PreviewRow[Any] | None:
        if self._preview is None:
            return None
        return next((row for row in self._preview.rows if row.key == self._row), None)

    def _show(self, *, focus: bool = False) -> None:
        held = Held(
            step=self._step,
            part=self._part,
            busy=self._busy,
            draft=self._draft,
            mapping=self._mapping,
            columns=self._columns() if self._draft is not None else (),
            preview=self._preview,
            decisions=self._decisions,
            summary=self._summary,
            filter=self._filter,
            row=self._row,
        )
        self._view.show_state(state_of(held, self._profiles))
        if focus:
            self._view.focus_step()


def _targets(row: PreviewRow[Any]) -> set[str]:
    return {one.target for one in row.proposals}
