"""What the presenters of this page ask of the rest of the program; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.profiles import Edition, RuleProfile
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.domain.views import SessionView
from intervisie_desktop.services.attendance import AttendanceService
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.evaluations import EvaluationsService
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.guests import GuestsService
from intervisie_desktop.services.holding import HoldingService
from intervisie_desktop.services.methods import MethodsService
from intervisie_desktop.services.practice import PracticeService
from intervisie_desktop.services.sessions import SessionCard, SessionsService
from intervisie_desktop.services.themes import ThemeGroup, theme_groups
from intervisie_desktop.ui.pages.sessions.course import Known
from intervisie_desktop.ui.pages.sessions.showing import Around, session_state
from intervisie_desktop.ui.pages.sessions.state import GuestLine, NewState, SessionState, SheetState
from intervisie_desktop.ui.shell.desk import Desk


class Profiles(Protocol):
    """The rule profiles."""

    def all(self) -> Mapping[str, RuleProfile]:
        """Every profile by key."""


class Standings(Protocol):
    """How someone's year stands."""

    def standing(self, participant_id: str, profile: str, year: int) -> YearStanding | None:
        """Under a profile in a year, or None without a part in it."""

    def session_views(self, session_id: str) -> Mapping[str, SessionView]:
        """What a session came to, by profile key; none when it was cancelled."""


class ListPapers(Protocol):
    """Makes the presentielijst of a session."""

    def blank_attendance_list(self, session_id: str) -> bytes:
        """The list to sign at the session, as a PDF."""

    def attendance_list(self, session_id: str) -> bytes:
        """The list as it was recorded, to be signed afterwards, as a PDF."""


class OpenView(Protocol):
    """What the presenters of an open session ask of the page."""

    def show_session(self, state: SessionState) -> None:
        """Show it."""

    def show_sheet(self, sheet: SheetState | None) -> None:
        """Show a step that is being prepared, or nothing."""

    def show_guests(self, guests: tuple[GuestLine, ...]) -> None:
        """Show who can be added."""

    def show_new(self, state: NewState) -> None:
        """Show the form of a new session."""

    def edit_arrival(self, participant_id: str) -> None:
        """Let the arrival of someone be typed in the list."""

    def focus_roster(self, participant_id: str, column: str = "") -> None:
        """Put the focus on someone in the list."""

    def focus_field(self, name: str) -> None:
        """Put the focus in a field of the forms."""

    def print_paper(self, title: str, paper: bytes) -> None:
        """Open the print dialog for a paper."""


@dataclass(frozen=True)
class Tools:
    """The services of this page."""

    sessions: SessionsService
    attendance: AttendanceService
    holding: HoldingService
    guests: GuestsService
    groups: GroupsService
    practice: PracticeService
    profiles: Profiles
    standings: Standings
    calendars: CalendarExportService
    papers: ListPapers
    methods: MethodsService
    evaluations: EvaluationsService


class Opened:
    """The session that is open: its id, and what is known of it now."""

    def __init__(self, tools: Tools, view: OpenView, desk: Desk) -> None:
        self.tools = tools
        self.view = view
        self.desk = desk
        self.id = ""

    def card(self) -> SessionCard:
        """Everything about it; Refusal("gone")."""
        return self.tools.sessions.card(self.id)

    def state(self) -> SessionState:
        """It as shown."""
        card = self.card()
        return session_state(card, self._around(card))

    def read(self) -> bool:
        """Show it again; False when it is no longer there."""
        try:
            state = self.state()
        except Refusal:
            return False
        self.view.show_session(state)
        return True

    def edition(self, card: SessionCard) -> Edition | None:
        """The edition of the leading profile of the group on the day."""
        profile = self.tools.profiles.all().get(card.group.profiles[0])
        return profile.edition_on(card.session.day) if profile else None

    def themes(self, card: SessionCard) -> tuple[ThemeGroup, ...]:
        """The neutral themes, those of the profile of the group first."""
        profile = self.tools.profiles.all().get(card.group.profiles[0])
        return theme_groups(profile.themes if profile else ())

    def known(self, card: SessionCard) -> Known:
        """The methods there are, for a session of this group."""
        return Known(self.tools.methods.all(), card.group.profiles)

    def _around(self, card: SessionCard) -> Around:
        return Around(
            now=self.desk.now(),
            edition=self.edition(card),
            facilitators=self._leaders(),
            themes=self.themes(card),
            known=self.known(card),
            coming=self._coming(card),
        )

    def _coming(self, card: SessionCard) -> int | None:
        """How many are expected who count, under the leading profile; None once it is past."""
        views = self.tools.standings.session_views(self.id)
        view = views.get(card.group.profiles[0])
        return sum(view.expected.values()) if view is not None and view.upcoming else None

    def _leaders(self) -> tuple[tuple[str, str], ...]:
        cards = self.tools.practice.facilitators()
        return (("", "Niemand"), *((c.facilitator.id, c.facilitator.name) for c in cards))
