"""The invoice in front: its paper, and beside it what is open, paid, and how it went."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.cards import (
    CodeCard,
    CourseCard,
    OpenCard,
    PaymentsCard,
)
from intervisie_desktop.ui.pages.invoices.pair import Pair
from intervisie_desktop.ui.pages.invoices.state import InvoiceDetail
from intervisie_desktop.ui.pages.invoices.warnings import WarningsCard
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.shell.preview import Preview
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll

_SIDE = 288
_LEAST = 600


class PaperView(QWidget):
    """Emits `unbook_asked(payment)` from the menu of a payment and `copy_asked()`."""

    unbook_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.preview = Preview(desk, "factuur")
        self.open = OpenCard()
        self.payments = PaymentsCard()
        self.code = CodeCard()
        self.course = CourseCard()
        self.warnings = WarningsCard()
        self._lock = Label("", Role.BODY, "ink-3", elide=True)
        self._lock_line = QWidget()
        self._lay_out()
        self.payments.menu_asked.connect(self._payment_menu)
        current().changed.connect(self._measure)
        self._measure()

    def show_detail(self, detail: InvoiceDetail) -> None:
        """Another invoice, or the same after a change."""
        self.preview.show_words(detail.title, detail.crumb, "")
        self._lock.setText(detail.lock)
        self._lock_line.setVisible(bool(detail.lock))
        self.open.setVisible(detail.open is not None)
        if detail.open is not None:
            self.open.show_open(detail.open)
        self.payments.setVisible(detail.open is not None)
        self.payments.show_payments(detail.payments)
        self.code.setVisible(bool(detail.code))
        if detail.code:
            self.code.show_code(detail.code, detail.code_words)
        self.course.setVisible(bool(detail.course))
        self.course.list.show_steps(detail.course)
        self.warnings.show_warnings(detail.warnings)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._lock_line)
        line.setContentsMargins(12, 6, 12, 10)
        line.setSpacing(7)
        line.addStretch(1)
        line.addWidget(Sign("lock", "ink-3", 14))
        line.addWidget(self._lock)
        line.addStretch(1)
        self.preview.body.addWidget(self._lock_line)
        side = Scroll((0, 0, 6, 6))
        side.body.setSpacing(14)
        for card in (self.warnings, self.open, self.payments, self.code, self.course):
            side.body.addWidget(card)
        side.body.addStretch(1)
        self._side = side
        self.pair = Pair(
            ("Papier", self.preview), ("Stand", side), least=_LEAST, stretch=(10, 7), front=1
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pair)

    def _measure(self) -> None:
        self._side.setMinimumWidth(current().px(_SIDE) + 8)

    def _payment_menu(self, payment_id: str, button: QWidget) -> None:
        def unbook() -> None:
            self.unbook_asked.emit(payment_id)

        action = Action("payment_remove", "Betaling weghalen", unbook, icon="trash-2")
        self.menu = context_menu(self, [action])
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
