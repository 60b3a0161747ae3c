"""The wizard on the screen: four steps in a stack, and the row of buttons under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.certificates.panels import OptionPanel
from intervisie_desktop.ui.pages.certificates.state import Step, WizardState
from intervisie_desktop.ui.pages.certificates.steps import ReviewStep, TemplateStep
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.shell.tick_list import TickList
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.done_step import DoneStep
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.filter_field import FilterField
from intervisie_desktop.ui.widgets.key_cap import KeyCap
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.output_panel import OutputPanel
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented

_SIDE = 292
MAIL_HINT = (
    "Wordt ingevuld: {naam} {voornaam} {groep} {nummer} {uren} {periode} {praktijk} {begeleider}"
)


class PeopleCard(Card):
    """Filter, list of people, count; `ready_asked` for Alles wat gereed is."""

    ready_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, gap=0, parent=parent)
        self.filter = FilterField("Filter deelnemers")
        self.only = Segmented((("all", "Alle"), ("ready", "Gereed")), "Wie te tonen")
        self.people = TickList("Deelnemers en hun bewijzen")
        self.empty = EmptyState("users", "", "")
        self.count = Label("", Role.STRONG)
        self.ready = Button("Alles wat gereed is", Kind.LINK, small=True, key="Ctrl+A")
        self.ready.clicked.connect(self.ready_asked)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.people)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.only)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 8, 6)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.ready)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(Line())
        self.body.addLayout(foot)
        self.body.setContentsMargins(1, 1, 1, 1)

    def show_people(self, state: WizardState) -> None:
        """Show the list."""
        self.only.set_options((("all", "Alle"), ("ready", state.ready_word)))
        self.only.set_value(state.show_only)
        self.people.show_rows(state.rows, state.current)
        self.count.setText(state.selected_word)
        self.stack.setCurrentIndex(1 if state.empty else 0)
        if state.empty:
            self.empty.show_words(*state.empty)


class Wizard(QWidget):
    """Shows a `WizardState`; the page connects its parts to the presenter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = TemplateStep()
        self.people = PeopleCard()
        self.preview = Preview(desk, "bewijs")
        self.output = OutputPanel("bewijzen", MAIL_HINT)
        self.options = OptionPanel()
        self.numbers = Label("", Role.META, "ink-3", wrap=True)
        self.review = ReviewStep()
        self.done = DoneStep()
        self.back = Button("Vorige", Kind.DEFAULT, "chevron-left")
        self.leave = Button("Annuleren", Kind.QUIET)
        self.main = Button("Verder", Kind.PRIMARY, "arrow-right", key="Ctrl+Enter")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.template)
        self.stack.addWidget(self._work())
        self.stack.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.stack, 1)
        column.addLayout(self._foot())
        current().changed.connect(self._measure)
        self._measure()

    def show_state(self, state: WizardState) -> None:
        """Show everything of this moment."""
        step = state.step
        pages = {Step.TEMPLATE: 0, Step.PEOPLE: 1, Step.REVIEW: 1, Step.DONE: 2}
        self.stack.setCurrentIndex(pages[step])
        self.template.show_template(state.template)
        self.people.show_people(state)
        self.people.setVisible(step is Step.PEOPLE)
        self.review.setVisible(step is Step.REVIEW)
        self.side.setVisible(step is Step.PEOPLE)
        self.review.show_review(state.review, state.current)
        self.preview.show_words(state.preview_title, state.preview_number, state.preview_pager)
        self.output.show_output(state.output)
        self.options.show_options(state.options)
        self.numbers.setText(state.numbers_word)
        self.numbers_row.setVisible(bool(state.numbers_word))
        self.done.show_done(state.done)
        self._show_foot(state)

    def focus_start(self) -> None:
        """Put the focus where work begins in this step."""
        if self.stack.currentIndex() == 1 and self.people.isVisibleTo(self):
            self.people.people.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_foot(self, state: WizardState) -> None:
        done = state.step is Step.DONE
        self.main.set_words(state.main_word)
        self.main.setEnabled(not state.done.running)
        self.back.setVisible(not done)
        self.leave.setVisible(not done)
        self.hint.setVisible(not done)

    def _work(self) -> QWidget:
        """List or papers at the left, the paper in the middle, choices at the right."""
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.people)
        row.addWidget(self.review, 5)
        row.addWidget(self.preview, 4)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        scroll = Scroll(gap=18)
        scroll.body.addWidget(self.output)
        scroll.body.addWidget(self.options)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self.numbers_row = QWidget()
        line = QHBoxLayout(self.numbers_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Sign("info", "ink-3", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.numbers, 1)
        column.addWidget(self.numbers_row)
        row.addWidget(self.side)
        return work

    def _foot(self) -> QHBoxLayout:
        self.hint = QWidget()
        hint = QHBoxLayout(self.hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(6)
        hint.addWidget(KeyCap("Esc"))
        hint.addWidget(Label("sluit af, keuzes blijven bewaard", Role.META, "ink-3"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.hint)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.main)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window list and choices give way, so that the paper stays in sight."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        px = current().px
        narrow = self.width() < px(1120)
        self.people.setFixedWidth(px(332 if narrow else 384))
        self.side.setFixedWidth(px(264 if narrow else _SIDE))
