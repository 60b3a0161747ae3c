"""The section Registers: who, how much and why, and lists to copy or keep; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.registers import (
    RegisterChoice,
    RegisterEntry,
    RegisterMeeting,
    RegisterReport,
    RegistersService,
    Term,
)
from intervisie_desktop.services.writing import safe_name, write_file
from intervisie_desktop.ui.pages.reports.registers_state import (
    EntryLine,
    EntryShown,
    MeetingLine,
    RegistersState,
)
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Progress
from intervisie_desktop.ui.shell.desk import Question as Asked
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import registers as words


class RegistersView(Protocol):
    """What the presenter asks of the section."""

    def show_state(self, state: RegistersState) -> None:
        """Show everything."""


class RegistersPresenter:
    """Keeps which register, which term and who is open."""

    def __init__(
        self,
        registers: RegistersService,
        compliance: ComplianceService,
        view: RegistersView,
        desk: Desk,
    ) -> None:
        self._registers = registers
        self._compliance = compliance
        self._view = view
        self._desk = desk
        self._profile = ""
        self._term = Term.YEAR
        self._open = ""
        self._choices: tuple[RegisterChoice, ...] = ()
        self._report: RegisterReport | None = None

    def open(self, participant_id: str) -> None:
        """Come here, maybe for one participant, in the first register they are in."""
        if participant_id:
            year = self._desk.year()
            for choice in self._registers.choices(year):
                found = self._registers.report(choice.profile, year).entries
                mine = next((e for e in found if e.participant_id == participant_id), None)
                if mine is not None:
                    self._profile, self._term, self._open = choice.profile, Term.YEAR, mine.id
                    break
        self.refresh()

    def refresh(self) -> None:
        """Read again; a register nobody is in any more gives way to the first."""
        self._choices = self._registers.choices(self._desk.year())
        chosen = self._choice() or next(iter(self._choices), None)
        self._profile = chosen.profile if chosen else ""
        if chosen is None or not chosen.has_periods:
            self._term = Term.YEAR
        self._report = (
            self._registers.report(chosen.profile, self._desk.year(), self._term)
            if chosen
            else None
        )
        self._show()

    def choose_profile(self, profile: str) -> None:
        """Another register."""
        self._profile, self._open = profile, ""
        self.refresh()

    def choose_term(self, term: str) -> None:
        """The calendar year, or the registration period."""
        self._term, self._open = Term(term), ""
        self.refresh()

    def select(self, entry_id: str) -> None:
        """Someone in the list."""
        if entry_id and entry_id != self._open:
            self._open = entry_id
            self._show()

    def open_person(self) -> None:
        """To the page of the open one."""
        entry = self._entry()
        if entry is not None:
            self._desk.go(Destination(Place.PARTICIPANTS, entry.participant_id))

    def open_meeting(self, session_id: str) -> None:
        """To a session."""
        self._desk.go(Destination(Place.SESSIONS, session_id))

    def open_id(self) -> str:
        """Which participant is open."""
        entry = self._entry()
        return entry.participant_id if entry else ""

    # Out

    def copy_person(self) -> None:
        """The open one, ready to paste."""
        entry = self._entry()
        if entry is not None:
            self._sure(lambda: self._copy(self._registers.text_of(entry), entry.name))

    def copy_list(self) -> None:
        """Everyone, ready to paste."""
        report = self._report
        if report is not None and report.entries:
            people = counts.telwoord(len(report.entries), "deelnemer", "deelnemers")
            self._sure(lambda: self._copy(self._registers.text(report), people))

    def save(self) -> None:
        """Everyone as csv, where the user says."""
        report = self._report
        if report is None or not report.entries:
            return
        year = words.term_words(report.term, report.year)
        name = f"{safe_name(f'{report.name} {year}')}.csv"
        question = FileQuestion("Lijst opslaan", ("CSV-bestand (*.csv)",), name)

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return write_file(path, self._registers.csv(report))

            self._desk.run(write, self._written, "Lijst opslaan")

        self._sure(lambda: self._desk.choose_target(question, chosen))

    # Private

    def _sure(self, then: Callable[[], None]) -> None:
        """Ask first where the register takes none of this (X01)."""
        report = self._report
        if report is None or report.refused is None:
            then()
            return
        text = (
            f"{words.refused(report.name, report.refused)} "
            "Een opgave hiervan telt daar waarschijnlijk niet mee."
        )
        self._desk.confirm(Asked("Toch een opgave maken?", text, "Toch maken"), then)

    def _copy(self, text: str, what: str) -> None:
        self._desk.copy(text)
        self._desk.tell(f"Gekopieerd: {what}. Plak het in de site van het register.")

    def _written(self, path: Path) -> None:
        self._desk.tell(f"Opgeslagen als {path.name}.")

    def _show(self) -> None:
        self._view.show_state(self._state())

    def _choice(self) -> RegisterChoice | None:
        return next((c for c in self._choices if c.profile == self._profile), None)

    def _entry(self) -> RegisterEntry | None:
        entries = self._report.entries if self._report else ()
        return next((e for e in entries if e.id == self._open), next(iter(entries), None))

    def _state(self) -> RegistersState:
        report, entry, year = self._report, self._entry(), self._desk.year()
        chosen = self._choice()
        terms = [Term.YEAR, Term.PERIOD] if chosen and chosen.has_periods else [Term.YEAR]
        entries = report.entries if report else ()
        return RegistersState(
            subtitle=_subtitle(report),
            profiles=tuple((choice.profile, choice.name) for choice in self._choices),
            profile=self._profile,
            terms=tuple((term.value, words.term_words(term, year)) for term in terms),
            term=self._term.value,
            notice=words.refused(report.name, report.refused) if report and report.refused else "",
            lines=tuple(_line(one) for one in entries),
            shown=self._shown(entry) if entry else None,
            empty=words.NO_PERIOD if self._term is Term.PERIOD else words.NOBODY,
        )

    def _shown(self, entry: RegisterEntry) -> EntryShown:
        names = {key: one.short_name for key, one in self._compliance.profiles().items()}
        numbers = [
            (counts.hours(entry.made), "uren"),
            (str(sum(1 for m in entry.meetings if m.counted)), "tellen mee"),
        ]
        if entry.target:
            numbers.insert(1, (counts.hours(max(0, entry.target - entry.made)), "nog te doen"))
        if entry.rule is not None and entry.rule.year_max != 0:
            numbers.append((words.points(entry.hundredths), "punten"))
        return EntryShown(
            id=entry.id,
            participant_id=entry.participant_id,
            name=entry.name,
            number=f"{entry.register} {entry.number}".strip(),
            period=words.period(entry),
            numbers=tuple(numbers),
            forms=words.forms(entry),
            why=words.why(entry, names),
            meetings=tuple(_meeting(one) for one in entry.meetings),
        )


def _subtitle(report: RegisterReport | None) -> str:
    if report is None:
        return ""
    people = counts.telwoord(len(report.entries), "deelnemer", "deelnemers")
    return f"{report.name}, {people}"


def _line(entry: RegisterEntry) -> EntryLine:
    pointed = entry.rule is not None and entry.rule.year_max != 0
    return EntryLine(
        id=entry.id,
        name=entry.name,
        sort_key=entry.sort_key,
        number=entry.number,
        hours=counts.hours(entry.made),
        minutes=entry.made,
        points=words.points(entry.hundredths) if pointed else "–",
        hundredths=entry.hundredths if pointed else -1,
        capped=entry.earned > entry.hundredths or entry.counted > entry.made,
    )


def _meeting(meeting: RegisterMeeting) -> MeetingLine:
    return MeetingLine(
        id=meeting.session_id,
        day=counts.day_short(meeting.day, year=True),
        iso=meeting.day.isoformat(),
        hours=counts.hours(meeting.counted),
        form=meeting.form,
        certificate=meeting.certificate or "–",
    )
