"""The paper as it will be: the PDF itself, page by page, at the sharpness of the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from intervisie_desktop.ui.shell import pdf as pages
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.theme.tokens import Role, current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import icon_button
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.label import Label

_SMALLEST, _LARGEST = 30, 200
_GAP = 18
_A4_POINTS = 595.28
_SCREEN_INCH = 96 / 72


class Sheets(QWidget):
    """The pages under each other on the desk tone; spoken as `setAccessibleName` says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images: list[QImage] = []
        current().changed.connect(self.update)

    def show_images(self, images: list[QImage]) -> None:
        """Show these pages."""
        self.images = images
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all pages."""
        ratio = self.devicePixelRatioF()
        width = max((image.width() for image in self.images), default=0) / ratio
        height = sum(image.height() / ratio + _GAP for image in self.images) + _GAP
        return QSize(int(width) + 2 * _GAP, int(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper with a hairline, in the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().color("hover"))
        ratio, y = self.devicePixelRatioF(), float(_GAP)
        for image in self.images:
            width, height = image.width() / ratio, image.height() / ratio
            place = QRectF(round((self.width() - width) / 2), round(y), width, height)
            painter.drawImage(place, image)
            paint.box(painter, place.adjusted(-1, -1, 1, 1), 0, line="line-strong")
            y += height + _GAP


class Preview(Card):
    """Shows a PDF with zoom; emits `turned(-1 or 1)` to go to the previous or next paper.

    `what` is the Dutch word of the papers it shows: "bewijs", "factuur".
    """

    turned = Signal(int)

    def __init__(self, desk: Desk, what: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, gap=0, parent=parent)
        self.setAccessibleName(f"Voorbeeld: {what}")
        self._what = what
        self._desk = desk
        self._pdf: bytes | None = None
        self._zoom = 0
        self._asked = 0
        self.title = Label("", Role.STRONG, elide=True)
        self.number = Label("", Role.BODY, "ink-3", elide=True)
        self.pager = Label("", Role.BODY)
        self.zoom_word = Label("", Role.BODY)
        self.before = icon_button("chevron-left", f"Terug: {what}")
        self.after = icon_button("chevron-right", f"Verder: {what}")
        self.smaller = icon_button("zoom-out", "Kleiner")
        self.larger = icon_button("zoom-in", "Groter")
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.sheets = Sheets()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.sheets)
        self.area.setAccessibleName("Voorbeeld, bladeren met de pijltjes")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addLayout(self._head())
        self.body.addWidget(Line())
        self.body.addWidget(self.area, 1)
        self.body.setContentsMargins(1, 1, 1, 1)

    def show_words(self, title: str, number: str, pager: str) -> None:
        """Whose paper it is, its number and its place in the row."""
        self.title.setText(title)
        self.number.setText(number)
        self.pager.setText(pager)
        for widget in (self.before, self.after, self.pager):
            widget.setVisible(bool(pager))
        told = " ".join(part for part in (self._what, number, title) if part)
        self.sheets.setAccessibleName(told if title else f"Geen {self._what}")

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show this paper, drawn away from the window; nothing for None."""
        self._pdf = pdf
        if pdf is None:
            self._asked += 1
            self.sheets.show_images([])
            return
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitting page keeps fitting; a narrow head has no room for the number."""
        super().resizeEvent(event)
        self.number.setVisible(self.width() >= current().px(400))
        if self._zoom == 0:
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits; page keys are the scroll area's own."""
        acts = {"+": self._zoom_in, "=": self._zoom_in, "-": self._zoom_out, "0": self._fit}
        if event.text() in acts:
            acts[event.text()]()
            return
        super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(13, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addWidget(self.number)
        row.addStretch(1)
        for widget in (self.before, self.pager, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom_word, self.larger):
            row.addWidget(widget)
        return row

    def _percent(self) -> int:
        """The zoom: chosen, or such that a whole page is seen; 100 is true to size."""
        if self._zoom:
            return self._zoom
        room = self.area.viewport().size()
        by_width = (room.width() - 2 * _GAP) / (_A4_POINTS * _SCREEN_INCH)
        by_height = (room.height() - 2 * _GAP) / (_A4_POINTS * _SCREEN_INCH * 297 / 210)
        return max(_SMALLEST, min(_LARGEST, int(min(by_width, by_height) * 100)))

    def _draw(self) -> None:
        pdf, percent = self._pdf, self._percent()
        self.zoom_word.setText(f"{percent}%")
        if pdf is None:
            return
        self._asked += 1
        asked = self._asked
        width = round(_A4_POINTS * _SCREEN_INCH * percent / 100 * self.devicePixelRatioF())

        def draw(_progress: Progress) -> list[QImage]:
            if asked != self._asked:
                return []
            return [pages.page_image(pdf, at, width) for at in range(len(pages.page_sizes(pdf)))]

        def show(images: list[QImage]) -> None:
            if asked == self._asked:
                self.sheets.show_images(images)

        self._desk.run(draw, show, "Voorbeeld tekenen")

    def _fit(self) -> None:
        self._zoom = 0
        self._draw()

    def _zoom_in(self) -> None:
        self._zoom = min(_LARGEST, self._percent() // 10 * 10 + 10)
        self._draw()

    def _zoom_out(self) -> None:
        self._zoom = max(_SMALLEST, -(-self._percent() // 10) * 10 - 10)
        self._draw()

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)
