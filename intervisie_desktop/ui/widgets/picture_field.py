"""A field for an image: shown as it is, chosen from a file or dropped on it, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme import icons
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind

LARGEST_BYTES = 4_000_000
LARGEST_SIDE = 6000
TOO_LARGE = "Deze afbeelding is te groot. Kies er een tot 4 MB."
NOT_AN_IMAGE = "Dit bestand is geen afbeelding in PNG of JPEG."


class PictureField(QWidget):
    """Holds PNG or JPEG bytes, or None; `picture_changed(bytes | None)`, `refused(sentence)`."""

    picture_changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self, name: str = "", width: int = 160, height: int = 80, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self._name = name
        self._data: bytes | None = None
        self._view = _View(width, height)
        self._choose = Button("Kies bestand", Kind.DEFAULT, "image", small=True)
        self._choose.setAccessibleName(f"{name}: kies bestand")
        self._remove = Button("Verwijderen", Kind.QUIET, small=True)
        self._remove.setAccessibleName(f"{name}: verwijderen")
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._clear)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._choose)
        side.addWidget(self._remove)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._view)
        row.addLayout(side)
        row.addStretch(1)
        self.setFocusProxy(self._choose)
        self.set_picture(None)

    def picture(self) -> bytes | None:
        """The bytes it holds."""
        return self._data

    def set_picture(self, data: bytes | None) -> None:
        """Show a picture, without a signal."""
        self._data = data
        self._view.show_image(QImage.fromData(data) if data else QImage())
        self._remove.setVisible(data is not None)

    def take_file(self, path: Path) -> None:
        """Take the image from a file when it is one and not too large."""
        if path.stat().st_size > LARGEST_BYTES:
            self.refused.emit(TOO_LARGE)
            return
        self._take(path.read_bytes())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first dropped file."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if paths and paths[0].is_file():
            self.take_file(paths[0])

    def _take(self, data: bytes) -> None:
        buffer = QBuffer()
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        kind = bytes(reader.format().data())
        size = reader.size()
        if kind not in {b"png", b"jpeg", b"jpg"} or not size.isValid():
            self.refused.emit(NOT_AN_IMAGE)
        elif max(size.width(), size.height()) > LARGEST_SIDE:
            self.refused.emit(TOO_LARGE)
        elif reader.read().isNull():
            self.refused.emit(NOT_AN_IMAGE)
        else:
            self.set_picture(data)
            self.picture_changed.emit(data)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Afbeeldingen (*.png *.jpg *.jpeg)"])
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    def _picked(self, path: str) -> None:
        self.take_file(Path(path))

    def _clear(self) -> None:
        self.set_picture(None)
        self.picture_changed.emit(None)


class _View(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(QSize(width, height))
        current().changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image.isNull():
            dash = Qt.PenStyle.DashLine
            paint.box(painter, self.rect(), 6, "surface-2", "line-strong", 1, dash)
            icons.paint(painter, "image", self.rect(), "ink-3", 20)
            return
        # Pictures end up on white paper, so they are shown on it in both themes.
        paint.box(painter, self.rect(), 6, "surface", "line")
        inner = self.rect().adjusted(4, 4, -4, -4)
        painter.fillRect(inner, Qt.GlobalColor.white)
        size = self._image.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(inner.topLeft(), size)
        target.moveCenter(inner.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._image)
