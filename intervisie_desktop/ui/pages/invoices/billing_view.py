"""The wizard Factureren on the screen, as another sheet of the page Facturen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.billing import BillingPresenter
from intervisie_desktop.ui.pages.invoices.billing_picks import STEP_WORDS, BillStep
from intervisie_desktop.ui.pages.invoices.billing_state import BillingState
from intervisie_desktop.ui.pages.invoices.billing_steps import BillReview, PeriodStep
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.page import PageHeader
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
from intervisie_desktop.ui.widgets.wizard_steps import WizardSteps

_LIST, _LIST_NARROW, _SIDE, _SIDE_NARROW = 424, 356, 286, 252
_NARROW = 1120
_REVIEW_NARROW = 1000
_MAIL_HINT = "Wordt ingevuld: {opdrachtgever} {nummer} {bedrag} {open} {vervaldatum} {praktijk}"


class LinesCard(Card):
    """Filter, what can be billed, what it comes to, and what to do with the line in front."""

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self.filter = FilterField("Filter")
        self.only = Segmented((("all", "Alles"),), "Wat te tonen")
        self.lines = TickList("Nog te factureren, per opdrachtgever")
        self.empty = EmptyState("receipt-text", "", "")
        self.count = Label("", Role.STRONG, elide=True)
        self.waive = Button("Niet factureren", Kind.QUIET, "ban", small=True)
        self.every = Button("Alles", Kind.LINK, small=True, key="Ctrl+A")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.only)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 8, 6)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.waive)
        foot.addWidget(self.every)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(Line())
        self.body.addLayout(foot)
        self.body.setContentsMargins(1, 1, 1, 1)

    def show_lines(self, state: BillingState) -> None:
        """Show the list."""
        self.only.set_options(state.only_words)
        self.only.set_value(state.only)
        self.lines.show_rows(state.rows, state.current)
        self.count.setText(state.count)
        self.waive.setEnabled(state.waivable)
        self.stack.setCurrentIndex(1 if state.empty else 0)
        if state.empty:
            self.empty.show_words(*state.empty)


class SidePanel(QWidget):
    """What the invoice in front comes to, definitive or not, and where invoices go."""

    def __init__(self) -> None:
        super().__init__()
        self.final = Segmented(
            (("final", "Definitief"), ("concepts", "Alleen concepten")), "Wat u maakt"
        )
        self.output = OutputPanel("facturen", _MAIL_HINT)
        self.sums = Card(padding=14, gap=4)
        self._rows: list[tuple[QWidget, Label, Label]] = []
        self.numbers = Label("", Role.META, "ink-3", wrap=True)
        self.numbers_row = QWidget()
        line = QHBoxLayout(self.numbers_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Sign("info", "ink-3", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.numbers, 1)
        scroll = Scroll(gap=14)
        scroll.body.addWidget(self.sums)
        scroll.body.addWidget(self.final)
        scroll.body.addWidget(self.output)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(scroll, 1)
        column.addWidget(self.numbers_row)

    def show_side(self, state: BillingState) -> None:
        """Show what is chosen."""
        self.final.set_value("final" if state.final else "concepts")
        self.output.setVisible(state.final)
        self.output.show_output(state.output)
        self.numbers.setText(state.numbers)
        self.numbers_row.setVisible(bool(state.numbers))
        self.sums.setVisible(bool(state.sums))
        while len(self._rows) < len(state.sums):
            self._rows.append(self._row())
        for place, (holder, name, amount) in enumerate(self._rows):
            holder.setVisible(place < len(state.sums))
            if place < len(state.sums):
                role = Role.STRONG if place == len(state.sums) - 1 else Role.BODY
                for label, text in zip((name, amount), state.sums[place], strict=True):
                    label.set_look(role=role)
                    label.setText(text)

    def _row(self) -> tuple[QWidget, Label, Label]:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        name, amount = Label("", Role.BODY, "ink-2", elide=True), Label("", Role.BODY)
        row.addWidget(name, 1)
        row.addWidget(amount)
        self.sums.body.addWidget(holder)
        return holder, name, amount


class BillingSheet(QWidget):
    """Shows a `BillingState`; the page connects it to the presenter."""

    progressed = Signal(int, int)

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self._step = BillStep.PERIOD
        self._lead: BillingPresenter | None = None
        self.header = PageHeader()
        self.stepper = WizardSteps(STEP_WORDS)
        self.header.add_line(self.stepper)
        self.period = PeriodStep(today)
        self.card = LinesCard()
        self.preview = Preview(desk, "factuur")
        self.side = SidePanel()
        self.review = BillReview()
        self.done = DoneStep()
        self.back = Button("Vorige", Kind.DEFAULT, "chevron-left")
        self.leave = Button("Annuleren", Kind.QUIET)
        self.main = Button("Verder", Kind.PRIMARY, "arrow-right", key="Ctrl+Enter")
        self.stack = QStackedWidget()
        for step in (self.period, self._work(), self.done):
            self.stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addLayout(self._foot())
        current().changed.connect(self._measure)
        self._measure()

    def attach(self, lead: BillingPresenter) -> None:
        """Hand what is done to this presenter."""
        self._lead = lead
        self.stepper.chosen.connect(self._to_step)
        self.header.crumb.pressed.connect(self._crumb)
        self.progressed.connect(self.done.show_progress)
        self.period.until_chosen.connect(lead.choose_until)
        self.period.scope.chosen.connect(lead.choose_scope)
        self.period.meetings.ticked.connect(lead.tick_meeting)
        self.card.filter.textChanged.connect(lead.look_for)
        self.card.only.chosen.connect(lead.show_only)
        self.card.every.clicked.connect(lead.take_all)
        self.card.waive.clicked.connect(lead.waive)
        lines = self.card.lines
        lines.selected.connect(lead.select)
        lines.ticked.connect(lead.tick)
        lines.acted.connect(lead.act)
        lines.folded.connect(lead.fold)
        lines.unfolded.connect(lead.unfold_rest)
        lines.ready_asked.connect(lead.take_all)
        self.preview.turned.connect(lead.turn)
        self.side.final.chosen.connect(self._final)
        self.side.output.changed.connect(lead.set_output)
        self.side.output.folder_asked.connect(lead.choose_folder)
        self.side.output.letter_written.connect(lead.write_letter)
        self.review.table.chosen.connect(lead.show_client)
        self.done.stopped.connect(lead.making.stop)
        self.done.folder_opened.connect(lead.making.open_folder)
        self.done.folder_asked.connect(lead.making.choose_folder_again)
        self.back.clicked.connect(lead.back)
        self.leave.clicked.connect(lead.leave)
        self.main.clicked.connect(self.go_on)

    def go_on(self) -> None:
        """The filled button."""
        if self._lead is not None:
            self.period.read()
            self._lead.main()
            self.focus_start()

    def show_billing(self, state: BillingState) -> None:
        """Show everything of this moment."""
        step, self._step = state.step, state.step
        self.header.show_words("Factureren", crumb=("Facturen", "Nog te factureren"))
        self.stepper.show_step(int(step), locked=step is BillStep.DONE)
        pages = {BillStep.PERIOD: 0, BillStep.LINES: 1, BillStep.REVIEW: 1, BillStep.DONE: 2}
        self.stack.setCurrentIndex(pages[step])
        self.period.show_period(state.period)
        self.card.setVisible(step is BillStep.LINES)
        self.side.setVisible(step is BillStep.LINES)
        self.review.setVisible(step is BillStep.REVIEW)
        if step is BillStep.LINES:
            self.card.show_lines(state)
            self.side.show_side(state)
        elif step is BillStep.REVIEW:
            self.review.show_review(state)
        self._give_way()
        self.preview.show_words(state.preview_title, "", state.preview_pager)
        self.done.show_done(state.done)
        over = step is BillStep.DONE
        self.main.set_words(state.main)
        self.main.setEnabled(not state.done.running)
        for widget in (self.back, self.leave, self.hint):
            widget.setVisible(not over)

    def focus_start(self) -> None:
        """Put the focus where work begins in this step."""
        if self._step is BillStep.LINES:
            self.card.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> bool:
        """The filter of the lines."""
        if self._step is not BillStep.LINES:
            return False
        self.card.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.card.filter.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the wizard; Delete does not charge the line in front."""
        if self._lead is not None and event.key() == Qt.Key.Key_Escape:
            self._lead.leave()
        elif (
            self._lead is not None
            and event.key() == Qt.Key.Key_Delete
            and self.card.lines.hasFocus()
        ):
            self._lead.waive()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window list and choices give way, so that the paper stays in sight."""
        super().resizeEvent(event)
        self._measure()
        self._give_way()

    def _give_way(self) -> None:
        """The table of step 3 goes before the paper, which was seen in step 2."""
        narrow = self.width() < current().px(_REVIEW_NARROW)
        self.preview.setVisible(not (narrow and self._step is BillStep.REVIEW))

    def _work(self) -> QWidget:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.card)
        row.addWidget(self.review, 5)
        row.addWidget(self.preview, 4)
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

    def _to_step(self, step: int) -> None:
        if self._lead is not None:
            self._lead.go_to(BillStep(step))

    def _crumb(self, _part: int) -> None:
        if self._lead is not None:
            self._lead.leave()

    def _final(self, which: str) -> None:
        if self._lead is not None:
            self._lead.set_final(which == "final")

    def _measure(self) -> None:
        px = current().px
        narrow = self.width() < px(_NARROW)
        self.card.setFixedWidth(px(_LIST_NARROW if narrow else _LIST))
        self.side.setFixedWidth(px(_SIDE_NARROW if narrow else _SIDE))
