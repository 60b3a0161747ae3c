"""Bewijzen on the screen: the wizard and the register, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import Progress
from intervisie_desktop.ui.pages.certificates.presenter import WizardPresenter
from intervisie_desktop.ui.pages.certificates.register import RegisterPresenter, RegisterState
from intervisie_desktop.ui.pages.certificates.register_view import RegisterList
from intervisie_desktop.ui.pages.certificates.state import STEP_WORDS, Step, WizardState
from intervisie_desktop.ui.pages.certificates.wizard_view import Wizard
from intervisie_desktop.ui.shell import printing
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.wizard_steps import WizardSteps


class Services(Protocol):
    """What this page needs of the bundle."""

    @property
    def certificates(self) -> CertificatesService:
        """The certificates of the practice."""


class CertificatesPage(Page):
    """Shows the register; `part` "make", "session" or "person" opens the wizard."""

    place = Place.CERTIFICATES
    concerns = frozenset(
        {
            Subject.CERTIFICATE, Subject.SESSION, Subject.ATTENDANCE, Subject.PARTICIPANT,
            Subject.GROUP, Subject.PRACTICE, Subject.FACILITATOR, Subject.ABSENCE,
            Subject.EXCEPTION,
        }
    )  # fmt: skip
    progressed = Signal(int, int)

    def __init__(self, desk: Desk, service: CertificatesService) -> None:
        super().__init__()
        self._desk = desk
        self._making = False
        self._step = Step.REGISTER
        self._printer: str | None = None
        self.stepper = WizardSteps(STEP_WORDS)
        self.make = Button("Bewijzen maken", Kind.PRIMARY, "scroll-text")
        self.verify = Button("Bewijs controleren", Kind.DEFAULT, "badge-check")
        self.wizard = Wizard(desk)
        self.register = RegisterList(desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.register)
        self.stack.addWidget(self.wizard)
        self.header.add_line(self.stepper)
        self.header.add_button(self.verify)
        self.header.add_button(self.make)
        self.body.addWidget(self.stack, 1)
        self.wizarding = WizardPresenter(service, self, desk)
        self.registering = RegisterPresenter(service, self, desk)
        self._connect()
        self._connect_register()

    # What the window asks

    def open(self, destination: Destination) -> None:
        """The register, the wizard, or the wizard for one meeting or one person."""
        part = destination.part
        if part == "session" and destination.id:
            self.wizarding.start_session(destination.id)
        elif part == "person" and destination.id:
            self.wizarding.start_person(destination.id)
        elif part == "make":
            self.wizarding.start()
        else:
            self.registering.open(destination.id)
        self._show_making(part in {"session", "person", "make"})

    def refresh(self) -> None:
        """Read again what is in front."""
        if self._making:
            self.wizarding.refresh()
        else:
            self.registering.read()

    def year_changed(self) -> None:
        """The wizard follows the working year."""
        self.wizarding.year_changed()

    def scope(self) -> Scope:
        """The year or meeting the papers are about."""
        picked = self.wizarding.board.picked
        if self._making and picked.kind == "session" and picked.session:
            return Scope(session_id=picked.session, word="Deze bijeenkomst")
        return Scope(year=picked.year)

    def page_actions(self) -> Sequence[Action]:
        """What can be done here."""
        people = self.wizarding.people
        return (
            Action("make_papers", "Bewijzen maken", self.start_making, "scroll-text",
                   menu="Extra", words="certificaat pdf uitreiken"),
            Action("verify_paper", "Bewijs controleren", self.start_verifying, "badge-check",
                   menu="Extra", words="echt vals controlecode qr"),
            Action("tick_ready", "Alles wat gereed is aanvinken", people.tick_ready, "list-checks",
                   "Ctrl+A", menu="Extra", enabled=self._is_picking),
            Action("print_paper", "Bewijs afdrukken", self.registering.print_paper, "printer",
                   "Ctrl+P", menu="Bestand", enabled=self._is_register),
        )  # fmt: skip

    def main_action(self) -> None:
        """The filled button of the step in front."""
        if self._making:
            self.wizarding.main()
            self.wizard.focus_start()
        else:
            self.start_making()

    def focus_filter(self) -> bool:
        """The filter of the list in front."""
        field = self.register.filter
        if self._making:
            if not self._is_picking():
                return False
            field = self.wizard.people.filter
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        return True

    def focus_start(self) -> None:
        """The list in front."""
        if self._making:
            self.wizard.focus_start()
        else:
            self.register.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the presenters ask

    def show_state(self, state: WizardState) -> None:
        """Show the wizard."""
        self.wizard.show_state(state)
        self.stepper.show_step(int(state.step), locked=state.step is Step.DONE)
        if self._making:
            self.header.show_words("Bewijzen maken", crumb=state.crumb)
        if state.step is not self._step:
            # What can be done differs per step, so menus and palette must follow.
            self._step = state.step
            self.scope_changed.emit()

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the paper in the wizard."""
        self.wizard.preview.show_pdf(pdf)

    def show_progress(self, done: int, total: int) -> None:
        """From the worker: the signal brings it to the window's side."""
        self.progressed.emit(done, total)

    def show_register(self, state: RegisterState) -> None:
        """Show the register."""
        self.register.show_state(state)
        if not self._making:
            self.header.show_words("Bewijzen", "" if state.empty else state.count_word)
            self.make.setHidden(state.empty)

    def show_register_paper(self, pdf: bytes | None) -> None:
        """Show the paper beside the register."""
        self.register.preview.show_pdf(pdf)

    def printer_name(self) -> str:
        """The printer of this machine; asked once, since that may take a while."""
        if self._printer is None:
            self._printer = printing.default_printer()
        return self._printer

    def print_papers(
        self, papers: Sequence[bytes], title: str, then: Callable[[int], None]
    ) -> None:
        """The print dialog of the system, then the papers one by one."""

        def start(printer: QPrinter) -> None:
            def job(progress: Progress) -> int:
                return printing.print_papers(printer, papers, progress)

            self._desk.run(job, then, "Afdrukken")

        printing.choose_printer(self, title, start)

    # Acts

    def start_making(self) -> None:
        """Open the wizard."""
        self._desk.go(Destination(Place.CERTIFICATES, part="make"))

    def start_verifying(self) -> None:
        """To the page that tells genuine from false."""
        self._desk.go(Destination(Place.VERIFY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the wizard."""
        if event.key() == Qt.Key.Key_Escape and self._making:
            self.wizarding.leave()
            return
        super().keyPressEvent(event)

    def _show_making(self, making: bool) -> None:
        self._making = making
        self.stack.setCurrentWidget(self.wizard if making else self.register)
        self.stepper.setVisible(making)
        self.verify.setVisible(not making)
        self.make.setVisible(not making)
        if making:
            self.wizarding.board.show()
        else:
            self.registering.read()
        self.scope_changed.emit()

    def _is_picking(self) -> bool:
        return self._making and self.wizarding.board.picked.step is Step.PEOPLE

    def _is_register(self) -> bool:
        return not self._making

    def _step_pressed(self, step: int) -> None:
        self.wizarding.go_to(Step(step))

    def _connect(self) -> None:
        wizard, lead = self.wizard, self.wizarding
        people = lead.people
        self.stepper.chosen.connect(self._step_pressed)
        self.progressed.connect(wizard.done.show_progress)
        self.header.crumb.pressed.connect(self._crumb_pressed)
        wizard.template.kind_chosen.connect(lead.choose_kind)
        wizard.template.year_chosen.connect(lead.choose_year)
        wizard.template.group_chosen.connect(lead.choose_group)
        wizard.template.session_chosen.connect(lead.choose_session)
        wizard.template.opened.connect(lead.main)
        wizard.people.filter.textChanged.connect(people.look_for)
        wizard.people.only.chosen.connect(people.show_only)
        wizard.people.ready_asked.connect(people.tick_ready)
        listed = wizard.people.people
        listed.selected.connect(people.select)
        listed.ticked.connect(people.tick)
        listed.acted.connect(people.act)
        listed.folded.connect(people.fold)
        listed.unfolded.connect(people.unfold_rest)
        listed.ready_asked.connect(people.tick_ready)
        wizard.preview.turned.connect(people.turn)
        wizard.output.changed.connect(people.set_output)
        wizard.output.folder_asked.connect(people.choose_folder)
        wizard.output.letter_chosen.connect(people.choose_letter)
        wizard.output.letter_written.connect(people.write_letter)
        wizard.options.changed.connect(people.set_option)
        wizard.review.selected.connect(people.select)
        wizard.done.stopped.connect(lead.making.stop)
        wizard.done.folder_opened.connect(lead.making.open_folder)
        wizard.done.folder_asked.connect(lead.making.choose_folder_again)
        wizard.back.clicked.connect(lead.back)
        wizard.leave.clicked.connect(lead.leave)
        wizard.main.clicked.connect(self.main_action)

    def _connect_register(self) -> None:
        register, lead = self.register, self.registering
        self.make.clicked.connect(self.start_making)
        self.verify.clicked.connect(self.start_verifying)
        register.make_asked.connect(self.start_making)
        register.chosen.connect(lead.select)
        register.only.connect(lead.show_only)
        register.save_asked.connect(lead.save)
        register.print_asked.connect(lead.print_paper)
        register.replace_asked.connect(lead.replace)
        register.withdraw_asked.connect(lead.withdraw)

    def _crumb_pressed(self, _part: int) -> None:
        self.wizarding.leave()


def build(desk: Desk, services: Services) -> Page:
    """The page for this desk."""
    return CertificatesPage(desk, services.certificates)
