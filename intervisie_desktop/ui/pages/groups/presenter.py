"""What the page Groepen shows and does: list, head, parts and the group's own data; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.standing import StandingState, YearStanding
from intervisie_desktop.services.calendar_export import CalendarExportService, CalendarFile
from intervisie_desktop.services.clients import ClientsService
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.groups import GroupRow, GroupsService, GroupYear
from intervisie_desktop.services.methods import MethodsService
from intervisie_desktop.services.practice import PracticeService
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.ui.pages.groups.overview import overview_of
from intervisie_desktop.ui.pages.groups.state import GroupsState, Head, Overview
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Scope
from intervisie_desktop.ui.text import counts, labels
from intervisie_desktop.ui.text.methods import method_options
from intervisie_desktop.ui.widgets.side_line import SideLine

CONCERNS = frozenset(
    {
        Subject.GROUP, Subject.SESSION, Subject.ATTENDANCE, Subject.PARTICIPANT,
        Subject.AGREEMENT, Subject.CLIENT, Subject.FACILITATOR, Subject.CERTIFICATE,
        Subject.PROFILE, Subject.ABSENCE, Subject.EVALUATION, Subject.SETTING,
        Subject.METHOD,
    }
)  # fmt: skip

PARTS = ("overview", "members", "sessions", "attendance", "documents")
_WORST = (
    ({StandingState.SHORT, StandingState.UNREACHABLE}, "tekort", "octagon-x", "fout"),
    ({StandingState.TO_PLAN}, "te plannen", "calendar-plus", "waarschuwing"),
    ({StandingState.TIGHT}, "krap", "triangle-alert", "waarschuwing"),
    ({StandingState.ON_COURSE}, "op koers", "circle-check", "ok"),
    ({StandingState.ACHIEVED}, "gehaald", "circle-check", "ok"),
)


@dataclass(frozen=True, slots=True)
class GroupServices:
    """The use cases this page needs."""

    groups: GroupsService
    clients: ClientsService
    practice: PracticeService
    profiles: ProfilesService
    compliance: ComplianceService
    sessions: SessionsService
    calendars: CalendarExportService
    methods: MethodsService


class GroupsView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: GroupsState) -> None:
        """Show list and head."""

    def show_overview(self, overview: Overview) -> None:
        """Show the tab Overzicht."""

    def show_part(self, part: str, year: GroupYear) -> None:
        """Show another tab of this group."""

    def document_count(self, group_id: str) -> int:
        """How many papers the tab Documenten holds."""

    def focus_name(self) -> None:
        """Let the name be typed over."""


class GroupsPresenter:
    """Lists groups, opens one, keeps its data."""

    def __init__(self, services: GroupServices, view: GroupsView, desk: Desk) -> None:
        self._services = services
        self._groups = services.groups
        self._view = view
        self._desk = desk
        self._open_id = ""
        self._part = ""
        self._archive = False
        self._words: dict[str, tuple[str, str, str]] = {}
        self._met: frozenset[str] = frozenset()

    @property
    def open_id(self) -> str:
        """The group in front, or nothing."""
        return self._open_id

    def scope(self) -> Scope:
        """What the dock shows beside the page."""
        return Scope(group_id=self._open_id or None, year=self._desk.year(), word="Deze groep")

    def refresh(self) -> None:
        """Read and show again."""
        rows = self._groups.rows(archived=self._archive)
        if self._open_id not in {row.id for row in rows}:
            self._open_id = rows[0].id if rows else ""
        year = self._groups.year(self._open_id, self._desk.year()) if self._open_id else None
        if year is not None and not self._part:
            self._part = "attendance" if year.sessions else "overview"
        self._show(rows, year)
        if year is not None:
            self._show_part(year)
        self._judge(rows)

    def select(self, group_id: str) -> None:
        """Open another group on the same tab."""
        if group_id != self._open_id:
            self._open_id = group_id
            self.refresh()

    def open(self, destination: Destination) -> None:
        """Come from elsewhere: to a group, a tab of it, or to make a new one."""
        if destination.part == "new":
            self.add()
            return
        if destination.id:
            self._open_id = destination.id
            self._archive = self._groups.card(destination.id).group.archived
        if destination.part in PARTS:
            self._part = destination.part
        self.refresh()

    def choose_part(self, part: str) -> None:
        """Another tab."""
        self._part = part
        self.refresh()

    def toggle_archive(self) -> None:
        """Between the current groups and the archive."""
        self._archive = not self._archive
        self.refresh()

    def add(self) -> None:
        """Make a new group and let its name be typed over."""
        made = self._desk.perform(lambda: self._groups.add(self._groups.draft("Nieuwe groep")))
        if made is not None:
            self._open_id, self._part, self._archive = made.id, "overview", False
            self.refresh()
            self._view.focus_name()

    def change(self, name: str, value: Any) -> None:
        """Save one field of the group."""
        group = self._groups.card(self._open_id).group
        changed = with_value(group, name, value)
        if changed != group and self._desk.perform(lambda: self._groups.change(changed)) is None:
            self.refresh()

    def toggle_archived(self) -> None:
        """Put the open group away, or bring it back."""
        group = self._groups.card(self._open_id).group
        act = self._groups.restore if group.archived else self._groups.archive
        self._desk.perform(lambda: act(group.id))

    def remove(self) -> None:
        """Remove the open group; undo brings it back."""
        group_id = self._open_id
        self._desk.perform(lambda: self._groups.remove(group_id))

    def open_person(self, participant_id: str) -> None:
        """To a member of the group."""
        self._desk.go(Destination(Place.PARTICIPANTS, participant_id, year=self._desk.year()))

    def try_out(self) -> None:
        """See what an act on the open group would come to, before it is done."""
        self._desk.go(Destination(Place.WHAT_IF, self.open_id, "profile"))

    def dossier(self) -> None:
        """Go to the audit file of this group."""
        self._desk.go(Destination(Place.REPORTS, self.open_id, "dossiers/group"))

    def plan(self) -> None:
        """Plan a session of this group, in the agenda."""
        self._desk.go(Destination(Place.AGENDA, self._open_id, "new", self._desk.year()))

    def show_profile(self) -> None:
        """To the rules of the leading profile of this group."""
        key = self._groups.card(self._open_id).group.profiles[0]
        self._desk.go(Destination(Place.PROFILES, key))

    def export_calendar(self) -> None:
        """The sessions of the year as an .ics file."""
        file = self._services.calendars.group_year(self._open_id, self._desk.year())
        if not file.events:
            self._desk.tell("Deze groep heeft dit jaar geen bijeenkomsten.")
            return
        question = FileQuestion(
            "Agenda van de groep opslaan", ("Agendabestand (*.ics)",), f"{file.name}.ics"
        )
        self._desk.choose_target(question, lambda path: self._write(file, path))

    def _write(self, file: CalendarFile, path: Path) -> None:
        words = counts.telwoord(file.events, "bijeenkomst", "bijeenkomsten")
        self._desk.run(
            lambda _progress: path.write_bytes(file.data),
            lambda _size: self._desk.tell(f"{words} opgeslagen in {path.name}."),
            "Agenda opslaan",
            lambda _error: self._desk.refuse(
                f"{path.name} is hier niet op te slaan. Kies een andere map."
            ),
        )

    def _show(self, rows: tuple[GroupRow, ...], year: GroupYear | None) -> None:
        lines = tuple(
            SideLine(
                row.id, row.name, row.code, row.colour,
                self._when(row),
                *self._words.get(row.id, ()),
            )
            for row in rows
        )  # fmt: skip
        self._view.show_state(
            GroupsState(
                lines=lines,
                open_id=self._open_id,
                archive_word=self._archive_word(),
                archive=self._archive,
                head=self._head(year) if year else None,
                part=self._part or "overview",
                empty=_empty(archive=self._archive),
            )
        )

    def _when(self, row: GroupRow) -> str:
        today = self._desk.today()
        if row.next_day is None:
            return "afgerond" if row.id in self._met else ""
        if row.next_day == today:
            return "vandaag"
        return counts.day_short(row.next_day, year=row.next_day.year != today.year)

    def _archive_word(self) -> str:
        if self._archive:
            return "Terug naar de groepen"
        archived = len(self._groups.rows(archived=True))
        return f"Archief, {counts.telwoord(archived, 'groep', 'groepen')}" if archived else ""

    def _show_part(self, year: GroupYear) -> None:
        if self._part == "overview":
            services = self._services
            overview = overview_of(
                year,
                self._groups,
                services.clients.rows(),
                services.practice.facilitators(),
                services.profiles,
                services.compliance,
                self._desk.today(),
            )
            methods = method_options(year.group.method, services.methods.all())
            options = overview.options | {"method": methods}
            self._view.show_overview(replace(overview, options=options))
        else:
            self._view.show_part(self._part, year)

    def _head(self, year: GroupYear) -> Head:
        card = self._groups.card(year.group.id)
        group = card.group
        today = self._desk.today()
        now = {m.id for m in card.members if today in m.membership.period}
        profile = self._services.profiles.all().get(group.profiles[0])
        held = [s for s in year.sessions if s.state is not SessionState.CANCELLED]
        return Head(
            title=group.name,
            subtitle=_subtitle(group, card.facilitator),
            code=group.code,
            colour=group.colour,
            profile=profile.short_name if profile else group.profiles[0],
            counts={
                "members": len(now),
                "sessions": len(held),
                "documents": self._view.document_count(group.id),
            },
        )

    def _judge(self, rows: tuple[GroupRow, ...]) -> None:
        """How the year of every group in the list stands, away from the window."""
        year = self._desk.year()

        def job(_progress: object) -> tuple[dict[str, tuple[str, str, str]], frozenset[str]]:
            standings = {
                (s.participant_id, s.profile): s for s in self._services.compliance.standings(year)
            }
            members = self._groups.members_in_year(year)
            met = frozenset(s.group_id for s in self._services.sessions.rows(year=year))
            return {row.id: _state_word(row, members, standings) for row in rows}, met

        def done(found: tuple[dict[str, tuple[str, str, str]], frozenset[str]]) -> None:
            if found != (self._words, self._met):
                self._words, self._met = found
                now = self._groups.rows(archived=self._archive)
                open_id = self._open_id
                shown = self._groups.year(open_id, self._desk.year()) if open_id else None
                self._show(now, shown)

        self._desk.run(job, done, "Stand van de groepen")


def with_value(group: Group, name: str, value: Any) -> Group:
    """The group with one field of the form changed; the leading profile comes first."""
    if name == "profile":
        others = tuple(p for p in group.profiles if p != value)
        return replace(group, profiles=(value, *others))
    if name == "also":
        leading = group.profiles[0]
        return replace(group, profiles=(leading, *(p for p in value if p != leading)))
    if name == "colour":
        return replace(group, colour=int(value))
    if name == "product":
        return replace(group, product=Product(value))
    if name == "mode":
        return replace(group, mode=Mode(value))
    if name in {"client_id", "facilitator_id"}:
        value = value or None
    return replace(group, **{name: value})


def _state_word(
    row: GroupRow,
    members: Mapping[str, frozenset[str]],
    standings: Mapping[tuple[str, str], YearStanding],
) -> tuple[str, str, str]:
    found = [
        standing
        for person in members.get(row.id, frozenset())
        if (standing := standings.get((person, row.profiles[0]))) is not None and standing.stays
    ]
    for states, word, sign, token in _WORST:
        number = sum(1 for standing in found if standing.state in states)
        if number:
            return (f"{number} {word}" if word == "tekort" else word), sign, token
    return "", "", "ink-3"


def _subtitle(group: Group, facilitator: str) -> str:
    how = counts.capital(labels.word(group.mode))
    if group.mode is Mode.ONLINE:
        where = "vaste vergaderlink" if group.link else ""
    else:
        where = group.place
    first = f"{how}, {where}." if where else f"{how}."
    return f"{first} Gespreksleider {facilitator}." if facilitator else first


def _empty(*, archive: bool) -> tuple[str, str]:
    if archive:
        return ("Het archief is leeg", "Wat u archiveert, verdwijnt uit de lijst en blijft hier.")
    return (
        "Nog geen groepen",
        "Een groep heeft deelnemers, een regelprofiel en bijeenkomsten. Begin met een naam.",
    )
