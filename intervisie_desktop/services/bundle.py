"""Everything a page or command may ask, as one bundle; each service is built when first asked.

The imports stand inside on purpose: a start should not pay for what it does not use.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.services.bundle_money import MoneyServices
from intervisie_desktop.storage.store import Store

if TYPE_CHECKING:
    from intervisie_desktop.services.agenda import AgendaService
    from intervisie_desktop.services.agreements import AgreementsService
    from intervisie_desktop.services.asking import AskingService
    from intervisie_desktop.services.attendance import AttendanceService
    from intervisie_desktop.services.catch_up import CatchUpService
    from intervisie_desktop.services.certificates import CertificatesService
    from intervisie_desktop.services.clients import ClientsService
    from intervisie_desktop.services.compliance import ComplianceService
    from intervisie_desktop.services.composing import ComposingService
    from intervisie_desktop.services.control import ControlService
    from intervisie_desktop.services.dashboard import DashboardService
    from intervisie_desktop.services.documents import DocumentsService
    from intervisie_desktop.services.evaluations import EvaluationsService
    from intervisie_desktop.services.exchange import ExchangeService
    from intervisie_desktop.services.groups import GroupsService
    from intervisie_desktop.services.holding import HoldingService
    from intervisie_desktop.services.importing.service import ImportService
    from intervisie_desktop.services.journal import JournalService
    from intervisie_desktop.services.machine import MachineService
    from intervisie_desktop.services.meeting.drafts import MeetingDraftsService
    from intervisie_desktop.services.meeting.example import TextPreviewService
    from intervisie_desktop.services.meeting.papers import MeetingPapersService
    from intervisie_desktop.services.mending import MendingService
    from intervisie_desktop.services.methods import MethodsService
    from intervisie_desktop.services.own_duty import OwnDutyService
    from intervisie_desktop.services.own_profiles import OwnProfilesService
    from intervisie_desktop.services.people import PeopleService
    from intervisie_desktop.services.practice import PracticeService
    from intervisie_desktop.services.practice_file import OpenPractice
    from intervisie_desktop.services.profiles import ProfilesService
    from intervisie_desktop.services.reports import Reports
    from intervisie_desktop.services.resolving import ResolvingService
    from intervisie_desktop.services.search import SearchService
    from intervisie_desktop.services.security import SecurityService
    from intervisie_desktop.services.sessions import SessionsService
    from intervisie_desktop.services.texts import TextsService
    from intervisie_desktop.services.undo import UndoService
    from intervisie_desktop.services.whatif import WhatIfService


class Services(MoneyServices):
    """The use cases of one open practice.

    `opened` is the practice file behind the store, `machine` the settings of this machine;
    tests and tools that need neither leave them out.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ids: Ids,
        *,
        opened: OpenPractice | None = None,
        machine: MachineService | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.ids = ids
        self._opened = opened
        self._machine = machine

    @cached_property
    def agenda(self) -> AgendaService:
        """Days, busy times and free periods."""
        from intervisie_desktop.services.agenda import AgendaService

        return AgendaService(self.store, self.clock, self.ids)

    @cached_property
    def agreements(self) -> AgreementsService:
        """What groups agreed on, and who signed."""
        from intervisie_desktop.services.agreements import AgreementsService

        return AgreementsService(self.store, self.clock, self.ids, self.profiles)

    @cached_property
    def asking(self) -> AskingService:
        """Letters to participants, as drafts."""
        from intervisie_desktop.services.asking import AskingService

        return AskingService(self.store)

    @cached_property
    def attendance(self) -> AttendanceService:
        """Who was there, from when to when."""
        from intervisie_desktop.services.attendance import AttendanceService

        return AttendanceService(self.store, self.clock, self.ids)

    @cached_property
    def catch_up(self) -> CatchUpService:
        """Where someone who falls short can still make hours."""
        from intervisie_desktop.services.catch_up import CatchUpService

        return CatchUpService(self.store, self.clock, self.ids, self.compliance)

    @cached_property
    def certificates(self) -> CertificatesService:
        """Making, replacing, withdrawing, handing out and checking certificates."""
        from intervisie_desktop.host.paths import Paths
        from intervisie_desktop.services.certificates import CertificatesService

        return CertificatesService(
            self.store, self.clock, self.ids, documents=Paths.of_this_machine().documents
        )

    @cached_property
    def clients(self) -> ClientsService:
        """Opdrachtgevers and contact persons."""
        from intervisie_desktop.services.clients import ClientsService

        return ClientsService(self.store, self.clock, self.ids)

    @cached_property
    def compliance(self) -> ComplianceService:
        """Findings, exceptions and year standings, kept up to date."""
        from intervisie_desktop.services.compliance import ComplianceService

        return ComplianceService(self.store, self.clock, self.ids, self.profiles)

    @cached_property
    def composing(self) -> ComposingService:
        """What a group would be with others in it."""
        from intervisie_desktop.services.composing import ComposingService

        return ComposingService(self.compliance)

    @cached_property
    def control(self) -> ControlService:
        """What the Controle panel shows."""
        from intervisie_desktop.services.control import ControlService

        return ControlService(self.store, self.clock, self.compliance, self.resolving)

    @cached_property
    def dashboard(self) -> DashboardService:
        """What the page Vandaag shows."""
        from intervisie_desktop.services.dashboard import DashboardService
        from intervisie_desktop.services.takings import TakingsService

        takings = TakingsService(self.store, self.clock, self.billing)
        return DashboardService(self.store, self.clock, self.compliance, self.own_duty, takings)

    @cached_property
    def documents(self) -> DocumentsService:
        """Lists to sign, year overviews and agreements on paper."""
        from intervisie_desktop.services.documents import DocumentsService

        return DocumentsService(self.store, self.clock, self.compliance)

    @cached_property
    def evaluations(self) -> EvaluationsService:
        """Forms without a name, added up."""
        from intervisie_desktop.services.evaluations import EvaluationsService

        return EvaluationsService(self.store, self.clock, self.ids, self.compliance)

    @cached_property
    def exchange(self) -> ExchangeService:
        """The whole practice out and in."""
        from intervisie_desktop.services.exchange import ExchangeService

        return ExchangeService(self.store)

    @cached_property
    def groups(self) -> GroupsService:
        """Groups and who belongs to them."""
        from intervisie_desktop.services.groups import GroupsService

        return GroupsService(self.store, self.clock, self.ids)

    @cached_property
    def holding(self) -> HoldingService:
        """Holding, cancelling and closing a session."""
        from intervisie_desktop.services.holding import HoldingService

        return HoldingService(self.store, self.clock, self.ids)

    @cached_property
    def importing(self) -> ImportService:
        """Lists, cards, calendars and year sheets, in."""
        from intervisie_desktop.services.importing.service import ImportService

        return ImportService(self.store, self.clock, self.ids)

    @cached_property
    def journal(self) -> JournalService:
        """The Logboek."""
        from intervisie_desktop.services.journal import JournalService

        return JournalService(self.store)

    @cached_property
    def methods(self) -> MethodsService:
        """Methods of the program and of the practice."""
        from intervisie_desktop.services.methods import MethodsService

        return MethodsService(self.store, self.ids)

    @cached_property
    def meeting_drafts(self) -> MeetingDraftsService:
        """E-mail drafts around a meeting."""
        from intervisie_desktop.services.calendar_export import CalendarExportService
        from intervisie_desktop.services.meeting.drafts import MeetingDraftsService

        calendars = CalendarExportService(self.store, self.clock)
        return MeetingDraftsService(self.store, self.texts, self.meeting_papers, calendars)

    @cached_property
    def meeting_papers(self) -> MeetingPapersService:
        """Invitations, forms and sheets around a meeting."""
        from intervisie_desktop.services.meeting.papers import MeetingPapersService

        return MeetingPapersService(self.store, self.clock, self.compliance)

    @cached_property
    def mending(self) -> MendingService:
        """Recording at once what a finding misses."""
        from intervisie_desktop.services.mending import MendingService

        return MendingService(self.store, self.clock, self.ids)

    @cached_property
    def own_duty(self) -> OwnDutyService:
        """Own hours and terms of the facilitators."""
        from intervisie_desktop.services.own_duty import OwnDutyService

        return OwnDutyService(self.store, self.clock, self.ids, self.compliance)

    @cached_property
    def people(self) -> PeopleService:
        """Participants."""
        from intervisie_desktop.services.people import PeopleService

        return PeopleService(self.store, self.clock, self.ids)

    @cached_property
    def practice(self) -> PracticeService:
        """The practice, its facilitators and settings."""
        from intervisie_desktop.services.practice import PracticeService

        return PracticeService(self.store, self.clock, self.ids)

    @cached_property
    def profiles(self) -> ProfilesService:
        """The rule profiles with their editions."""
        from intervisie_desktop.services.profiles import ProfilesService

        return ProfilesService(self.store)

    @cached_property
    def own_profiles(self) -> OwnProfilesService:
        """Adapting, making, sharing and taking over rule profiles."""
        from intervisie_desktop.services.own_profiles import OwnProfilesService

        return OwnProfilesService(self.store, self.clock, self.profiles)

    @cached_property
    def resolving(self) -> ResolvingService:
        """The history of findings that were solved."""
        from intervisie_desktop.services.resolving import ResolvingService

        return ResolvingService(self.store, self.clock, self.ids, self.compliance)

    @cached_property
    def reports(self) -> Reports:
        """What the page Overzichten shows and hands out."""
        from intervisie_desktop.services.reports import Reports

        return Reports(
            store=self.store,
            clock=self.clock,
            compliance=self.compliance,
            resolving=self.resolving,
            certificates=self.certificates,
            documents=self.documents,
        )

    @cached_property
    def search(self) -> SearchService:
        """What the palette finds."""
        from intervisie_desktop.services.search import SearchService

        return SearchService(self.store, self.clock, self.compliance)

    @cached_property
    def sessions(self) -> SessionsService:
        """Planning sessions."""
        from intervisie_desktop.services.sessions import SessionsService

        return SessionsService(self.store, self.clock, self.ids)

    @cached_property
    def text_preview(self) -> TextPreviewService:
        """A text as it will stand on its paper."""
        from intervisie_desktop.services.meeting.example import TextPreviewService

        return TextPreviewService(self.store, self.clock, self.compliance)

    @cached_property
    def texts(self) -> TextsService:
        """The words of papers and mails."""
        from intervisie_desktop.services.texts import TextsService

        return TextsService(self.store)

    @cached_property
    def undo(self) -> UndoService:
        """The history of acts."""
        from intervisie_desktop.services.undo import UndoService

        return UndoService(self.store)

    @cached_property
    def whatif(self) -> WhatIfService:
        """Trying acts before they are done."""
        from intervisie_desktop.services.whatif import WhatIfService

        return WhatIfService(self.store, self.clock, self.ids, self.compliance)

    @cached_property
    def machine(self) -> MachineService:
        """The settings of this machine."""
        from intervisie_desktop.host.paths import Paths
        from intervisie_desktop.services.machine import MachineService

        return self._machine or MachineService(Paths.of_this_machine())

    @cached_property
    def security(self) -> SecurityService:
        """Password and recovery code of the open file."""
        from intervisie_desktop.services.security import SecurityService

        if self._opened is None:
            raise RuntimeError("this bundle was made without an open practice file")
        return SecurityService(self._opened, self.store, self.clock)
