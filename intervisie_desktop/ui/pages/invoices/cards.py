"""The cards beside an invoice: what is open, payments, the code to pay with, and its course."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.invoices.state import CourseStep, OpenWords, PaymentLine
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card, TitledCard
from intervisie_desktop.ui.widgets.empty_state import Sign
from intervisie_desktop.ui.widgets.label import Label

_WHOLE = 10_000
_SNUG = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class PaidBar(QWidget):
    """How much of the whole is paid."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0
        current().changed.connect(self.update)
        self.setFixedHeight(8)

    def show_share(self, share: int) -> None:
        """So many of ten thousand parts."""
        self._share = max(0, min(_WHOLE, share))
        self.setAccessibleName(f"{self._share // 100} procent betaald")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        paint.box(painter, self.rect(), 2, "line")
        if self._share:
            paid = QRectF(0, 0, self.width() * self._share / _WHOLE, self.height())
            paint.box(painter, paid, 2, "accent")


class OpenCard(Card):
    """What is still to be paid."""

    def __init__(self) -> None:
        super().__init__(padding=16, gap=6)
        self.setSizePolicy(_SNUG)
        self._title = Label("", Role.BODY, "ink-2")
        self._due = Label("", Role.BODY, "ink-2", elide=True)
        self._amount = Label("", Role.TITLE)
        self._bar = PaidBar()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self._labels: list[tuple[Label, Label]] = []
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._due)
        self.body.addLayout(top)
        self.body.addWidget(self._amount)
        self.body.addWidget(self._bar)
        self.body.addSpacing(4)
        self.body.addLayout(self._rows)

    def show_open(self, words: OpenWords) -> None:
        """Other amounts."""
        self._title.setText(words.title)
        self._due.setText(words.due)
        self._due.set_look(token=words.token)
        self._amount.setText(words.amount)
        self._bar.show_share(words.share)
        while len(self._labels) < len(words.rows):
            pair = (Label("", Role.BODY, "ink-2"), Label("", Role.BODY))
            line = QHBoxLayout()
            line.addWidget(pair[0])
            line.addStretch(1)
            line.addWidget(pair[1])
            self._rows.addLayout(line)
            self._labels.append(pair)
        for number, (name, amount) in enumerate(self._labels):
            shown = number < len(words.rows)
            name.setVisible(shown)
            amount.setVisible(shown)
            if shown:
                name.setText(words.rows[number][0])
                amount.setText(words.rows[number][1])


class PaymentsCard(TitledCard):
    """Payments on the invoice; emits `menu_asked(payment, button)`."""

    menu_asked = Signal(str, QWidget)

    def __init__(self) -> None:
        super().__init__("Betalingen")
        self.setSizePolicy(_SNUG)
        self._count = Label("", Role.META, "ink-3")
        self.add_right(self._count)
        self._lines: list[QWidget] = []
        self._none = Label("Nog geen betaling geboekt.", Role.BODY, "ink-3", wrap=True)
        self.content.addWidget(self._none)

    def show_payments(self, payments: Sequence[PaymentLine]) -> None:
        """Other payments."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._row(payment) for payment in payments]
        for line in self._lines:
            self.content.addWidget(line)
        self._count.setText(str(len(payments)) if payments else "")
        self._none.setVisible(not payments)

    def _row(self, payment: PaymentLine) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(payment.day, Role.BODY))
        words.addWidget(Label(payment.how, Role.META, "ink-3", elide=True))
        more = icon_button("ellipsis", f"Meer over de betaling van {payment.day}")
        more.clicked.connect(partial(self._ask, payment.id, more))
        row.addWidget(Sign("banknote", "ink-2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Label(payment.amount, Role.STRONG))
        row.addWidget(more)
        return line

    def _ask(self, payment_id: str, button: QWidget, *_clicked: object) -> None:
        self.menu_asked.emit(payment_id, button)


class _Code(QWidget):
    """The code, always dark on white: that is what a telephone reads."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, rows: tuple[tuple[bool, ...], ...], words: str) -> None:
        self._rows = rows
        self.setAccessibleName(f"QR-code. {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(108, 108)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        paint.box(painter, self.rect(), 6, line="line-strong")
        if not self._rows:
            return
        side = (self.width() - 16) / len(self._rows)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    square = QRectF(8 + x * side, 8 + y * side, side + 0.2, side + 0.2)
                    painter.fillRect(square, Qt.GlobalColor.black)


class CodeCard(Card):
    """The code a client can pay with; emits nothing but the press of its button `copy`."""

    def __init__(self) -> None:
        super().__init__(padding=14, gap=0)
        self.setSizePolicy(_SNUG)
        self._code = _Code()
        self._words = Label("", Role.BODY, "ink-2", wrap=True)
        self.copy = Button("Kopieer", Kind.DEFAULT, "copy", small=True,
                           name="Betaalgegevens kopiëren")  # fmt: skip
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addWidget(Label("Betaal-QR", Role.STRONG))
        words.addWidget(self._words)
        words.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_code(self, rows: tuple[tuple[bool, ...], ...], words: str) -> None:
        """Another code."""
        self._code.show_code(rows, words)
        self._words.setText(words)


class CourseList(QWidget):
    """The steps under each other, with a line between: done ones filled, coming ones dashed."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[CourseStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_steps(self, steps: Sequence[CourseStep]) -> None:
        """Other steps."""
        self._steps = tuple(steps)
        said = (f"{s.word} {s.day}{', komt nog' if s.coming else ''}" for s in steps)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its steps."""
        return QSize(180, current().px(27) * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Circles, line, words and days."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, radius = theme.px(27), theme.px(7)
        for number, step in enumerate(self._steps):
            middle = QPointF(radius + 1, high * number + high / 2)
            if number + 1 < len(self._steps):
                later = self._steps[number + 1].coming
                pen = QPen(theme.color("line-strong"), 1.4)
                painter.setPen(pen)
                painter.drawLine(
                    QPointF(middle.x(), middle.y() + radius),
                    QPointF(middle.x(), middle.y() + high - radius - (1 if later else 0)),
                )
            circle = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            if step.coming:
                paint.box(painter, circle, radius, "surface", "ink-3", 1.2, Qt.PenStyle.DashLine)
            else:
                paint.box(painter, circle, radius, "accent", "accent")
            left = 2 * radius + 12
            wide = paint.width_of(step.day, Role.META) + 4
            token = "ink-2" if step.coming else "ink"
            word = QRectF(left, high * number, self.width() - left - wide - 8, high)
            paint.text(painter, word, step.word, Role.BODY, token)
            day = QRectF(self.width() - wide, high * number, wide, high)
            paint.text(painter, day, step.day, Role.META, "ink-3", Qt.AlignmentFlag.AlignRight)


class CourseCard(TitledCard):
    """How it went so far."""

    def __init__(self) -> None:
        super().__init__("Verloop")
        self.setSizePolicy(_SNUG)
        self.rule.hide()
        self.list = CourseList()
        self.content.setContentsMargins(16, 0, 16, 12)
        self.content.addWidget(self.list)
