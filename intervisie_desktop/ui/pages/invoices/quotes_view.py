"""The sheet Offertes on the screen: the list, the form of a draft, the paper of what was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.concept_view import ConceptView
from intervisie_desktop.ui.pages.invoices.fields import QUOTE_FIELDS
from intervisie_desktop.ui.pages.invoices.list_pane import ListPane
from intervisie_desktop.ui.pages.invoices.quotes import NEW, QuotesPresenter
from intervisie_desktop.ui.pages.invoices.quotes_state import QuoteDetail, QuotesState
from intervisie_desktop.ui.pages.invoices.state import InvoiceDetail
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.page import PageHeader
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll

_WIDE, _SIDE, _SIDE_NARROW = 1000, 288, 232
_MAIN = {"send": ("Verzonden", "send"), "accept": ("Aangenomen", "check")}


class _Sent(QWidget):
    """A quote that went out: its paper, and what is known of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.preview = Preview(desk, "offerte")
        self.group = Button("Naar de groep", Kind.DEFAULT, "users", small=True)
        card = TitledCard("Offerte")
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        card.content.addLayout(self._grid)
        card.content.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        self.side = Scroll()
        self.side.body.addWidget(card)
        self.side.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.preview, 1)
        row.addWidget(self.side)

    def show_quote(self, detail: QuoteDetail) -> None:
        """Show this one."""
        self.preview.show_words(detail.title, detail.crumb, "")
        self.group.setVisible(bool(detail.group_id))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (what, how) in enumerate(detail.facts):
            self._grid.addWidget(Label(what, Role.BODY, "ink-2"), place, 0)
            self._grid.addWidget(Label(how, Role.LABEL, wrap=True), place, 1)


class QuotesSheet(QWidget):
    """Shows a `QuotesState`."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self._detail: QuoteDetail | None = None
        self._presenter: QuotesPresenter | None = None
        self.pane = ListPane(quotes=True)
        self.header = PageHeader()
        self.chip = Chip()
        self.more = Button("Meer", Kind.DEFAULT, "ellipsis", name="Meer met deze offerte")
        self.pdf = Button("PDF", Kind.DEFAULT, "download", name="Offerte opslaan als PDF")
        self.main = Button("", Kind.PRIMARY, "send")
        self.form = Form(QUOTE_FIELDS, today)
        about = TitledCard("Offerte")
        about.content.addWidget(self.form)
        self.draft = ConceptView(desk, today, about)
        self.sent = _Sent(desk)
        self.empty = EmptyState(
            "file-text",
            "Nog geen offertes",
            "Een offerte wordt, als zij is aangenomen, een groep met haar facturen.",
            NEW,
            filled=True,
        )
        self._lay_out()

    def attach(self, presenter: QuotesPresenter) -> None:
        """Hand what is done to this presenter."""
        self._presenter = presenter
        self.pane.chosen.connect(presenter.select)
        self.pane.only.connect(presenter.show_only)
        self.pane.new.clicked.connect(presenter.new)
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(presenter.new)
        self.form.changed.connect(presenter.change)
        self.draft.attach(presenter.concept)
        self.sent.group.clicked.connect(presenter.to_group)
        self.main.clicked.connect(self.go_on)
        self.pdf.clicked.connect(presenter.save)
        self.more.clicked.connect(self._menu)

    def actions_of(self, shown: Callable[[], bool]) -> Sequence[Action]:
        """What can be done with quotes, as long as they are in front."""
        presenter = self._presenter
        if presenter is None:
            return ()
        allows = presenter.allows

        def may(act: str) -> Callable[[], bool]:
            return lambda: shown() and allows(act)

        return (
            Action("quote_send", "Offerte als verzonden noteren", presenter.send, icon="send",
                   enabled=may("send")),
            Action("quote_accept", "Offerte aangenomen…", presenter.accept, icon="check",
                   enabled=may("accept")),
            Action("quote_decline", "Offerte afgewezen", presenter.decline, icon="ban",
                   enabled=may("decline")),
            Action("quote_extend", "Langer laten gelden…", presenter.extend,
                   icon="calendar-range", enabled=may("extend")),
            Action("quote_save", "Offerte opslaan als PDF…", presenter.save, icon="download",
                   enabled=may("save"), bar=True),
            Action("quote_remove", "Offerte verwijderen", presenter.remove, icon="trash-2",
                   enabled=may("remove")),
        )  # fmt: skip

    def show_quotes(self, state: QuotesState) -> None:
        """Show list, head and form."""
        self.pane.show_state(state.pane)
        detail, self._detail = state.detail, state.detail
        self._content.setVisible(detail is not None)
        self.empty.setVisible(detail is None)
        if detail is None:
            return
        self.header.show_words(detail.title, "", ("Offertes", detail.crumb))
        self.chip.show_chip(detail.chip.word, Tone(detail.chip.tone), detail.chip.sign)
        self.main.setVisible(bool(detail.main))
        if detail.main:
            word, sign = _MAIN[detail.main]
            self.main.sign = sign
            self.main.set_words(word)
        self._body.setCurrentWidget(self.draft if detail.editable else self.sent)
        if state.concept is not None:
            self.form.show_values(detail.values)
            self.draft.show_concept(state.concept, _as_concept(detail))
        else:
            self.sent.show_quote(detail)

    def show_paper(self, pdf: bytes | None) -> None:
        """Show the quote as paper."""
        draft = self._detail is not None and self._detail.editable
        (self.draft.preview if draft else self.sent.preview).show_pdf(pdf)

    def commit(self) -> None:
        """Take what is half typed."""
        self.form.commit()
        self.draft.commit()

    def go_on(self) -> None:
        """The filled button."""
        self.commit()
        if self._presenter is not None:
            self._presenter.main()

    def focus_start(self) -> None:
        """The list."""
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a narrow window."""
        super().resizeEvent(event)
        self.pane.narrow(self.width() * 34 // 100)
        wide = self.width() >= current().px(_WIDE)
        self.pdf.setVisible(wide)
        self.sent.side.setFixedWidth(current().px(_SIDE if wide else _SIDE_NARROW))

    def _menu(self) -> None:
        actions = [action for action in self.actions_of(self.isVisible) if action.enabled()]
        self.menu = context_menu(self, actions)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 3)))

    def _lay_out(self) -> None:
        self.header.show_chips((self.chip,))
        for button in (self.more, self.pdf, self.main):
            self.header.add_button(button)
        self._body = QStackedWidget()
        self._body.addWidget(self.draft)
        self._body.addWidget(self.sent)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(24, 14, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._content, 1)
        row.addWidget(self.empty, 1)
        self.empty.hide()


def _as_concept(detail: QuoteDetail) -> InvoiceDetail:
    """The quote as the form of a concept wants its words."""
    return InvoiceDetail(
        id=detail.id,
        crumb=detail.crumb,
        title=detail.title,
        chip=detail.chip,
        lock="",
        main="",
        allowed=frozenset(),
    )
