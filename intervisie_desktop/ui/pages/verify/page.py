"""Bewijs controleren on the screen: drop or choose a PDF, or type number and code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.ui.pages.verify.presenter import VerifyPresenter, VerifyState
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.card import Card
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll


class Services(Protocol):
    """What this page needs of the bundle."""

    @property
    def certificates(self) -> CertificatesService:
        """The certificates of the practice."""


class DropPlace(QWidget):
    """A dashed place to drop a PDF on; `dropped(path)`."""

    dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Plaats om een PDF op te laten vallen")
        self.setAcceptDrops(True)
        self._over = False
        self.choose = Button("PDF kiezen", Kind.PRIMARY, "file-search")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 26, 16, 22)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Sign("badge-check", "ink-3", 32), 0, middle)
        for text, role, token in (
            ("Sleep het bewijs hierheen", Role.CARD, "ink"),
            ("Het bestand blijft op deze computer.", Role.META, "ink-3"),
        ):
            column.addWidget(Label(text, role, token), 0, middle)
        column.addWidget(self.choose, 0, middle)

    def sizeHint(self) -> QSize:
        """Wide enough to aim at."""
        return super().sizeHint().expandedTo(QSize(420, 170))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only one file of this computer is taken."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """No longer above it."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The file to check."""
        self._show_over(False)
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed outline."""
        fill, line = ("accent-soft", "accent") if self._over else ("surface", "line-strong")
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), 8, fill, line, 1.5, Qt.PenStyle.DashLine)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


class AnswerCard(Card):
    """What came of it: sign, title, sentence, and what the statement says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, gap=8, parent=parent)
        self.setAccessibleName("Uitslag")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.subject = Label("", Role.META, "ink-3", elide=True)
        self.sign = Sign("", "ink", 20)
        self.title = Label("", Role.OBJECT, wrap=True)
        self.sentence = Label("", Role.BODY, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 8, 0, 0)
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(1, 1)
        self.body.addWidget(self.subject)
        self.body.addLayout(head)
        self.body.addWidget(self.sentence)
        self.body.addLayout(self.grid)

    def show_answer(self, state: VerifyState) -> None:
        """Show it; hidden as long as nothing was checked."""
        self.setVisible(bool(state.title))
        self.set_edge(state.tone)
        self.subject.setText(state.subject)
        self.sign.show_sign(state.icon, state.tone)
        self.title.setText(state.title)
        self.title.set_look(token=state.tone if state.title else "ink")
        self.sentence.setText(state.sentence)
        spoken = ", ".join(f"{word} {value}" for word, value in state.facts)
        self.setAccessibleName(f"Uitslag: {state.title}. {state.sentence} {spoken}".strip())
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (word, value) in enumerate(state.facts):
            self.grid.addWidget(Label(word, Role.META, "ink-3"), row, 0)
            self.grid.addWidget(Label(value, Role.BODY, wrap=True), row, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring when it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            paint.focus_ring(QPainter(self), self.rect(), 8)


class VerifyPage(Page):
    """One column: drop place, number with code, answer."""

    place = Place.VERIFY

    def __init__(self, desk: Desk, service: CertificatesService) -> None:
        super().__init__()
        self._desk = desk
        self.presenter = VerifyPresenter(service, self, desk)
        self.header.show_words("Bewijs controleren", "Echt, gewijzigd, ingetrokken of onbekend?")
        self.drop = DropPlace()
        self.number = QLineEdit()
        self.number.setPlaceholderText("2026-017")
        self.code = QLineEdit()
        self.code.setPlaceholderText("7F3K-92MD-QX4L")
        self.check = Button("Controleren", Kind.DEFAULT, key="Enter")
        self.answer = AnswerCard()
        self._lay_out()
        self.drop.choose.clicked.connect(self.presenter.choose)
        self.drop.dropped.connect(self.presenter.check_file)
        self.check.clicked.connect(self._check_code)
        for field in (self.number, self.code):
            field.returnPressed.connect(self._check_code)
        self.presenter.start()

    def open(self, destination: Destination) -> None:
        """With `part` "file" and a path as id, that file is checked at once."""
        if destination.part == "file" and destination.id:
            self.presenter.check_file(Path(destination.id))

    def show_state(self, state: VerifyState) -> None:
        """Show the answer."""
        self.answer.show_answer(state)
        if state.title:
            self.notice.hide()

    def page_actions(self) -> Sequence[Action]:
        """What can be done here."""
        return (
            Action("choose_paper", "PDF kiezen om te controleren", self.presenter.choose,
                   "file-search", menu="Bestand"),
        )  # fmt: skip

    def main_action(self) -> None:
        """Check the code when one is typed, else choose a file."""
        if self.number.text() or self.code.text():
            self._check_code()
        else:
            self.presenter.choose()

    def focus_start(self) -> None:
        """The button that chooses a file."""
        self.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_code(self) -> None:
        self.presenter.check_code(self.number.text(), self.code.text())

    def _lay_out(self) -> None:
        card = Card(padding=20, gap=10)
        card.body.addWidget(Label("Of typ over wat op het bewijs staat", Role.CARD))
        row = QHBoxLayout()
        row.setSpacing(12)
        for word, field, stretch in (("Nummer", self.number, 2), ("Controlecode", self.code, 3)):
            label = Label(word, Role.LABEL)
            label.setBuddy(field)
            field.setAccessibleName(word)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, stretch)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        scroll = Scroll()
        inner = QWidget()
        inner.setMaximumWidth(680)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self.drop, card, self.answer):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.body.addWidget(inner)
        self.body.addWidget(scroll, 1)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None


def build(desk: Desk, services: Services) -> Page:
    """The page for this desk."""
    return VerifyPage(desk, services.certificates)
