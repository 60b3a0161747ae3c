"""The page Papieren: the list at the left, the paper or the mail at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.papers.columns import COLUMNS
from intervisie_desktop.ui.pages.papers.fields import MAIL
from intervisie_desktop.ui.pages.papers.presenter import (
    CONCERNS,
    TABS,
    PapersPresenter,
    PaperTools,
)
from intervisie_desktop.ui.pages.papers.state import MailState, PaperLine, PapersState
from intervisie_desktop.ui.shell import printing
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress, Scope
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.table import Table
from intervisie_desktop.ui.widgets.tabs import Tab, Tabs

_LIST_WIDTH = 320


class MailView(QWidget):
    """The mail as a form, with for whom it is and what goes along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form = Form(MAIL, desk.today)
        self.places = Label("", Role.META, "ink-3", wrap=True)
        self.goes_to = Label("", Role.BODY, wrap=True)
        self.attached = Label("", Role.BODY, "ink-2", wrap=True)
        self.missing = Label("", Role.BODY, "waarschuwing", wrap=True)
        self.sent = Label("", Role.META, "ink-3", wrap=True)
        self.mark = Button("Vastleggen als verstuurd", Kind.DEFAULT, "send", small=True)
        card = TitledCard("E-mailconcepten")
        for widget in (self.form, self.places):
            card.content.addWidget(widget)
        below = TitledCard("Voor wie")
        for label in (self.goes_to, self.attached, self.missing, self.sent):
            below.content.addWidget(label)
        below.content.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = Scroll((0, 0, 0, 8))
        scroll.body.addWidget(card)
        scroll.body.addWidget(below)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._shown = ""

    def show_mail(self, state: MailState) -> None:
        """Show the mail; what was typed stays as long as its kind does."""
        self.form.set_options("kind", state.kinds)
        kind = str(state.values["kind"])
        if kind != self._shown:
            self._shown = kind
            self.form.show_values(state.values)
        self.places.setText(state.places)
        self.goes_to.setText(state.goes_to)
        self.attached.setText(state.attached)
        self.missing.setText(state.missing)
        self.missing.setVisible(bool(state.missing))
        self.sent.setText(state.sent)
        self.mark.setVisible(state.can_mark)

    def forget(self) -> None:
        """The texts of the practice come back when the mail is shown again."""
        self._shown = ""


class PapersPage(Page):
    """Papieren."""

    place = Place.PAPERS
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self.presenter = PapersPresenter(
            PaperTools(
                services.meeting_papers, services.meeting_drafts, services.sessions, services.groups
            ),
            self,
            desk,
        )
        self.table: Table[PaperLine] = Table(COLUMNS, "Papieren", sortable=False)
        self.tabs = Tabs([Tab(key, word) for key, word in TABS], "Voorbeeld of e-mail")
        self.preview = Preview(desk, "papier")
        self.problem = Label("", Role.BODY, "waarschuwing", wrap=True)
        self.mail = MailView(desk)
        self.texts = Button("Teksten wijzigen", Kind.QUIET, "type", small=True)
        self.empty = EmptyState("file-text", "", "")
        self.keep = Button("In map bewaren", Kind.DEFAULT, "folder-open")
        self.main = Button("Afdrukken", Kind.PRIMARY, "printer", "Ctrl+Enter")
        for button in (self.keep, self.main):
            self.header.add_button(button)
        self._lay_out()
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def open(self, destination: Destination) -> None:
        """Come for a session or a group."""
        self.mail.forget()
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def scope(self) -> Scope:
        """The session or the group."""
        return self.presenter.scope()

    def page_actions(self) -> Sequence[Action]:
        """What can be done with the paper in front."""
        presenter = self.presenter
        return (
            Action("papers_print", "Papier afdrukken", presenter.print, "printer", "",
                   "Bijeenkomst", self._has_paper),
            Action("papers_keep", "Papier in map bewaren…", presenter.keep, "folder-open", "",
                   "Bijeenkomst", self._has_paper, "pdf opslaan"),
            Action("papers_texts", "Teksten van dit papier wijzigen", presenter.to_texts, "type",
                   "", "Bijeenkomst", self._has_paper, "sjabloon woorden"),
        )  # fmt: skip

    def main_action(self) -> None:
        """Print, or write the drafts."""
        if self.main.isEnabled() and self.main.isVisibleTo(self):
            self.mail.form.commit()
            self.presenter.main()

    def focus_start(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: PapersState) -> None:
        """Show everything but the paper itself."""
        self.header.show_words(state.title, state.subtitle, state.crumb)
        there = bool(state.papers)
        self._whole.setCurrentIndex(0 if there else 1)
        self.empty.show_words(*state.empty)
        self.table.show_rows(state.papers)
        if state.chosen and self.table.current_id() != state.chosen:
            self.table.choose(state.chosen)
        mailing = state.tab == "mail" and state.mail is not None
        self.tabs.setVisible(state.mail is not None)
        self.tabs.set_value("mail" if mailing else "paper")
        self._sides.setCurrentIndex(1 if mailing else 0)
        self.preview.show_words(state.paper_title, "", state.pager)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        if state.mail is not None:
            self.mail.show_mail(state.mail)
        self.main.sign = "mail" if mailing else "printer"
        self.main.set_words("Concepten maken" if mailing else "Afdrukken", "")
        for button in (self.main, self.keep):
            button.setVisible(there)
        self.main.setEnabled(mailing or bool(state.count))
        self.keep.setEnabled(bool(state.count))

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show the paper."""
        self.preview.show_pdf(pdf)

    def print_papers(self, title: str, papers: Sequence[bytes]) -> None:
        """The print dialog of the system, then every paper."""

        def start(printer: QPrinter) -> None:
            def job(progress: Progress) -> int:
                return printing.print_papers(printer, papers, progress)

            self._desk.run(job, self._printed, "Afdrukken")

        printing.choose_printer(self, title, start)

    def typed_letter(self) -> tuple[str, str]:
        """Subject and text as they stand in the form."""
        values = self.mail.form.values()
        return str(values["subject"]), str(values["text"])

    def _printed(self, count: int) -> None:
        if count:
            self._desk.tell("Naar de printer gestuurd.")

    def _has_paper(self) -> bool:
        return self.keep.isEnabled() and self.keep.isVisibleTo(self)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        card = self._list = Card(padding=0, gap=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table)
        left.addWidget(card, 1)
        left.addWidget(self.texts, 0, Qt.AlignmentFlag.AlignLeft)
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self.preview, 1)
        self._sides = QStackedWidget()
        self._sides.addWidget(paper)
        self._sides.addWidget(self.mail)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.tabs)
        right.addWidget(self._sides, 1)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(left)
        row.addLayout(right, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(full)
        self._whole.addWidget(self.empty)
        self.body.addWidget(self._whole, 1)

    def _fit(self) -> None:
        self._list.setFixedWidth(current().px(_LIST_WIDTH))

    def _connect(self) -> None:
        presenter = self.presenter
        self.header.crumb.pressed.connect(presenter.crumb)
        self.table.chosen.connect(presenter.choose)
        self.table.opened.connect(presenter.choose)
        self.tabs.chosen.connect(presenter.choose_tab)
        self.preview.turned.connect(presenter.turn)
        self.keep.clicked.connect(presenter.keep)
        self.main.clicked.connect(self.main_action)
        self.texts.clicked.connect(presenter.to_texts)
        self.mail.form.changed.connect(presenter.choose_mail)
        self.mail.mark.clicked.connect(presenter.mark_sent)


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return PapersPage(desk, services)
