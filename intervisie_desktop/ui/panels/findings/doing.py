"""Doing something about findings: fixes, short forms, letters and exceptions; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.services.asking import AskingService, Drafted
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.ui.panels.findings import remedies
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.state import AskState
from intervisie_desktop.ui.panels.findings.steps import Act, Asking, Do, Go, Kit, Letter, Sheet
from intervisie_desktop.ui.shell.desk import Desk, Destination, Progress
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text import counts, mending
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Multiline, Text

REASON = Field("reason", words.IGNORE_REASON, Multiline(lines=2, length=400), required=True)
UNTIL = Field("until", words.IGNORE_UNTIL, Choice(options=words.UNTIL), required=True)
DAY = Field("day", words.IGNORE_DAY, Day())


class Shown(Protocol):
    """What the presenter has on the table."""

    def pile(self, key: str) -> Pile | None:
        """The pile of a card."""

    def kit(self) -> Kit | None:
        """The services with the names of the last check."""

    def show(self) -> None:
        """Show again, with or without the form."""


class Doing:
    """Carries out what is pressed; at most one form is open at a time."""

    def __init__(
        self, shown: Shown, compliance: ComplianceService, asking: AskingService, desk: Desk
    ) -> None:
        self._shown = shown
        self._compliance = compliance
        self._letters = asking
        self._desk = desk
        self._take: Callable[[Mapping[str, Any]], bool] | None = None
        self._letter: Letter | None = None
        self.asking: AskState | None = None

    def fix(self, code: str, pile: Pile) -> bool:
        """Carry out one fix; False when nothing can be done that way."""
        kit = self._shown.kit()
        step = remedies.step(code, kit, pile) if kit is not None else None
        if isinstance(step, Do):
            self._desk.perform(step.act)
        elif isinstance(step, Go):
            self._desk.go(step.destination)
        elif isinstance(step, Asking):
            self._open(pile.key, step)
        elif isinstance(step, Letter):
            self._write(pile.key, step)
        return step is not None

    def ignore(self, key: str, findings: Sequence[Finding]) -> None:
        """Ask why and for how long, for one card or, without a key, for all that are chosen."""
        first, *others = (finding.key for finding in findings)
        sheet = Sheet().add(REASON, "").add(UNTIL, "always").add(DAY, None)

        def take(values: Mapping[str, Any]) -> bool:
            until = until_day(values, self._desk.today())
            reason = str(values["reason"])
            return self._done(partial(self._compliance.ignore, first, reason, until, *others))

        self._take, self._letter = take, None
        self._show(
            AskState(
                key, words.IGNORE_TITLE, tuple(sheet.fields), sheet.values, words.IGNORE,
                words.IGNORE_TEXT,
            )
        )  # fmt: skip

    def restore(self, exception_id: str) -> None:
        """Take an exception back."""
        self._desk.perform(lambda: self._compliance.restore(exception_id))

    def confirm(self, values: Mapping[str, Any]) -> None:
        """The form was filled in; it closes when that was taken."""
        take = self._take
        if take is not None and take(values):
            self.close()

    def other(self, values: Mapping[str, Any]) -> None:
        """The second thing a letter can be: text on the clipboard."""
        if self._letter is not None:
            text = str(values["text"] or "")
            people = self._people(values)
            if len(people) == 1:
                text = self._letters.filled(text, people[0])
            self._desk.copy(text)
            self.close()

    def close(self) -> None:
        """Put the form away."""
        self._take = self._letter = None
        if self.asking is not None:
            self._show(None)

    def go(self, destination: Destination | None) -> None:
        """To the record something is about."""
        if destination is not None:
            self._desk.go(destination)

    def _done(self, act: Act) -> bool:
        """Do an act; False when it was refused, so that the form stays open."""
        outcomes: list[Outcome[Any]] = []

        def noted() -> Outcome[Any]:
            outcomes.append(act())
            return outcomes[0]

        self._desk.perform(noted)
        return bool(outcomes)

    def _open(self, key: str, asking: Asking) -> None:
        def take(values: Mapping[str, Any]) -> bool:
            return self._done(asking.take(values))

        self._take, self._letter = take, None
        self._show(
            AskState(key, asking.title, asking.fields, asking.values, asking.yes, asking.note)
        )

    def _write(self, key: str, letter: Letter) -> None:
        sheet = Sheet()
        if len(letter.people) > 1:
            sheet.choose("to", mending.LETTER_TO, letter.people)
        item = Field("subject", mending.LETTER_SUBJECT, Text(length=200), required=True)
        sheet.add(item, letter.subject)
        kind = Multiline(lines=9, length=4000)
        sheet.add(Field("text", mending.LETTER_TEXT, kind, required=True), letter.text)
        self._take, self._letter = self._keep, letter
        self._show(
            AskState(
                key, mending.LETTER, tuple(sheet.fields), sheet.values, mending.LETTER_KEEP,
                mending.LETTER_NOTE, mending.LETTER_COPY,
            )
        )  # fmt: skip

    def _people(self, values: Mapping[str, Any]) -> list[str]:
        letter = self._letter
        chosen = values.get("to")
        return [p for p, _ in letter.people if chosen is None or p in chosen] if letter else []

    def _keep(self, values: Mapping[str, Any]) -> bool:
        people, subject = self._people(values), str(values["subject"])
        text = str(values["text"])

        def chosen(folder: Path) -> None:
            def write(_progress: Progress) -> Drafted:
                return self._letters.write(folder, people, subject, text)

            self._desk.run(write, self._kept, mending.LETTER_KEEP)

        self._desk.choose_folder(mending.LETTER_KEEP, chosen)
        return True

    def _kept(self, drafted: Drafted) -> None:
        self._desk.tell(mending.drafts_kept(len(drafted.paths), drafted.without_address))

    def _show(self, asking: AskState | None) -> None:
        self.asking = asking
        self._shown.show()


def until_day(values: Mapping[str, Any], today: date) -> date | None:
    """The last day of an exception as it was filled in; None for always."""
    if values["until"] == "year":
        return date(today.year, 12, 31)
    if values["until"] == "day":
        chosen = values.get("day")
        return chosen if isinstance(chosen, date) else today
    return None


def wrong_day(values: Mapping[str, Any], today: date) -> str:
    """What is wrong with the day of an exception; empty when it is good."""
    day = values.get("day")
    if values.get("until") != "day":
        return ""
    return "" if isinstance(day, date) and day >= today else words.IGNORE_DAY_NEEDED


def findings_of(piles: Iterable[Pile]) -> tuple[Finding, ...]:
    """All the findings behind these cards."""
    return tuple(member for pile in piles for member in pile.members)


def many(piles: Sequence[Pile]) -> str:
    """How many findings these cards stand for."""
    return counts.telwoord(len(findings_of(piles)), "bevinding", "bevindingen")
