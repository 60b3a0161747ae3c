"""The editors for what is looked at: a picture and a colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog

from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets import fields, paint
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.editor import Editor
from intervisie_desktop.ui.widgets.picture_field import PictureField


class PictureEditor(Editor):
    """An image."""

    def __init__(self, kind: fields.Picture, name: str) -> None:
        self.field = PictureField(name, kind.width, kind.height)
        super().__init__(self.field)
        self._refusal = ""
        self.field.picture_changed.connect(self._changed)
        self.field.refused.connect(self._refused)

    def value(self) -> bytes | None:
        """The bytes, or None."""
        return self.field.picture()

    def set_value(self, value: Any) -> None:
        """Show an image."""
        self._refusal = ""
        self.field.set_picture(value)

    def unreadable(self) -> str:
        """Why the last chosen file was not taken."""
        return self._refusal

    def _changed(self, _data: object) -> None:
        self._refusal = ""
        self.touched.emit()
        self.left.emit()

    def _refused(self, sentence: str) -> None:
        self._refusal = sentence
        self.left.emit()


class ColorEditor(Editor):
    """A colour with a patch to look at."""

    def __init__(self, name: str) -> None:
        self._button = _Patch(name)
        super().__init__(self._button)
        self._value = ""
        self._button.clicked.connect(self._ask)

    def value(self) -> str:
        """The colour as #RRGGBB."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a colour."""
        self._value = str(value or "")
        self._button.show_color(QColor(self._value))
        self._button.set_words(self._value or "Kies kleur", self._button.accessibleName())

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value), self._button)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._picked)
        dialog.open()

    def _picked(self, color: QColor) -> None:
        self.set_value(color.name().upper())
        self.touched.emit()
        self.left.emit()


class _Patch(Button):
    def __init__(self, name: str) -> None:
        super().__init__("Kies kleur", Kind.DEFAULT, "circle", name=name)
        self._color = QColor()

    def show_color(self, color: QColor) -> None:
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left = (self.width() - self._content_width()) // 2
        side = current().px(16)
        square = QRect(left, (self.height() - side) // 2, side, side)
        paint.box(painter, square, 4, "surface", "line-strong")
        painter.fillRect(square.adjusted(2, 2, -2, -2), self._color)
