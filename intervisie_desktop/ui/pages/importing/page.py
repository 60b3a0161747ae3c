"""The page Importeren: four steps on one page, with the button that goes on at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.importing import Handling
from intervisie_desktop.ui.pages.importing import words
from intervisie_desktop.ui.pages.importing.presenter import CONCERNS, ImportingPresenter
from intervisie_desktop.ui.pages.importing.review import DoneStep, ReviewStep
from intervisie_desktop.ui.pages.importing.state import ImportingState, Step
from intervisie_desktop.ui.pages.importing.steps import ColumnsStep, FileStep
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.stepper import Stepper

_ON = {
    Step.COLUMNS: "Verder",
    Step.REVIEW: "Importeren",
}


class ImportingPage(Page):
    """Importeren."""

    place = Place.IMPORTING
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.stepper = Stepper(words.STEPS)
        self.file = FileStep()
        self.columns = ColumnsStep()
        self.review = ReviewStep()
        self.done = DoneStep()
        self.stack = QStackedWidget()
        for step in (self.file, self.columns, self.review, self.done):
            self.stack.addWidget(step)
        self.previous = Button("Terug", Kind.DEFAULT, "chevron-left")
        self.busy = Label("", Role.META, "ink-3")
        self.next = Button("Verder", Kind.PRIMARY, "arrow-right", "Ctrl+Enter")
        self.header.show_words(words.TITLE)
        self.header.add_line(self.stepper)
        self.body.addWidget(self.stack, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        self._foot.addWidget(self.previous)
        self._foot.addWidget(self.busy)
        self._foot.addStretch(1)
        self._foot.addWidget(self.next)
        self.body.addLayout(self._foot)
        self._presenter = ImportingPresenter(
            services.importing, services.profiles, services.undo, self, desk
        )
        self._connect()

    # What the window asks

    def open(self, destination: Destination) -> None:
        """Come here, maybe for one kind of file."""
        self._presenter.open(destination)

    def refresh(self) -> None:
        """The practice changed."""
        self._presenter.refresh()

    def page_actions(self) -> Sequence[Action]:
        """Choosing a file, also from the palette."""
        return (
            Action(
                "import_choose",
                "Bestand kiezen om te importeren",
                self._presenter.choose,
                icon="file-input",
                menu="Bestand",
                words="importeren overnemen csv excel vcard ics",
            ),
        )

    def main_action(self) -> None:
        """The filled button of this step."""
        if self.stack.currentWidget() is self.columns and not self.columns.complete():
            return
        self._presenter.main(self.file.lines.toPlainText())

    def focus_filter(self) -> bool:
        """The filter above the rows."""
        if self.stack.currentWidget() is not self.review or self.review.table.isHidden():
            return False
        self.review.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.review.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """Where the work of this step begins."""
        self.focus_step()

    # What the presenter asks

    def show_state(self, state: ImportingState) -> None:
        """Show the step in front."""
        self.header.show_words(state.title, state.subtitle)
        self.stepper.set_current(int(state.step))
        self.stack.setCurrentIndex(int(state.step))
        self.busy.setText(state.busy)
        if state.busy:
            # What was refused before is about what was before.
            self.notice.hide()
        self.previous.setVisible(state.step in _ON)
        self.next.setVisible(state.step in _ON)
        self.previous.setEnabled(not state.busy)
        self.next.setEnabled(not state.busy)
        self.next.set_words(_ON.get(state.step, ""))
        if state.step is Step.COLUMNS:
            self.columns.show_state(state)
        elif state.step is Step.REVIEW:
            self.review.show_state(state)
        elif state.result is not None:
            self.done.show_result(state.result)

    def focus_step(self) -> None:
        """Put the focus where the work of this step begins."""
        step = self.stack.currentWidget()
        if isinstance(step, FileStep | ColumnsStep | ReviewStep | DoneStep):
            step.focus()
        if step is self.review and self.review.has_no_rows():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_left_out(self) -> None:
        """The box that leaves rows with a problem out."""
        self.review.leave_out.setFocus(Qt.FocusReason.TabFocusReason)

    # Dropping a file

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._presenter.read(path)

    # Inside

    def _connect(self) -> None:
        presenter = self._presenter
        self.stepper.chosen.connect(self._step_chosen)
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self.main_action)
        self.file.chosen.connect(presenter.choose)
        self.file.pasted.connect(presenter.read_lines)
        self.columns.kind_chosen.connect(presenter.set_kind)
        self.columns.table_chosen.connect(presenter.set_table)
        self.columns.column_chosen.connect(presenter.set_column)
        self.columns.option_changed.connect(presenter.set_option)
        self.review.picked.connect(presenter.pick)
        self.review.decided.connect(presenter.decide)
        self.review.handled.connect(self._handled)
        self.review.filtered.connect(presenter.set_filter)
        self.review.leave_out_changed.connect(presenter.set_leave_out)
        self.done.opened.connect(presenter.open_result)
        self.done.again.connect(presenter.again)

    def _back(self) -> None:
        self._presenter.back()

    def _step_chosen(self, index: int) -> None:
        self._presenter.back(Step(index))

    def _handled(self, keys: Sequence[str], handling: str) -> None:
        self._presenter.handle(keys, Handling(handling))


def _dropped(event: QDropEvent) -> Path | None:
    """The file of this computer that is dragged, when it is one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return ImportingPage(desk, services)
