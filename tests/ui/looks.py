"""What may never be seen in a window: cut words, English, unnamed controls, rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

_WORDS = """
about add and apply are back cancel choose clear close color copy create date default delete discard
done edit empty error exit failed file filename first for forward from have invalid language last
loading month name new next none not okay or paste path please previous quit ready redo remove reset
save search select settings show size sort submit the this time today undo unknown untitled update
value view warning with year yes you your january february march may june july october monday
tuesday wednesday thursday friday saturday sunday
"""
ENGLISH = frozenset(_WORDS.split())


def settle(window: QWidget) -> None:
    """Let everything that was asked of layouts happen now."""
    for _ in range(3):
        QApplication.sendPostedEvents()
    window.ensurePolished()


def widgets(window: QWidget) -> Iterator[QWidget]:
    """The window and everything visible in it."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisibleTo(window) or widget is window:
            yield widget


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons that are too small for their words and do not elide."""
    found = []
    for widget in widgets(window):
        if isinstance(widget, QLabel) and widget.text() and not getattr(widget, "elides", False):
            room, metrics = widget.contentsRect(), widget.fontMetrics()
            if widget.wordWrap():
                flags = int(Qt.TextFlag.TextWordWrap)
                need = metrics.boundingRect(room.adjusted(0, 0, 0, 9999), flags, widget.text())
                cut = need.height() > room.height() + 2 or need.width() > room.width() + 1
            else:
                cut = metrics.horizontalAdvance(widget.text()) > room.width() + 1
            if cut:
                found.append(f"{widget.text()!r} in {room.width()}x{room.height()}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            hint = widget.minimumSizeHint()
            if hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1:
                found.append(f"button {widget.text()!r} in {widget.width()}x{widget.height()}")
    return found


def texts(window: QWidget) -> Iterator[str]:
    """Every word a user can see or hear in the window."""
    for widget in widgets(window):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield re.sub(r"<[^>]*>", "", widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QMenu):
            yield widget.title()
        yield from (action.text() for action in widget.actions())
        if isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def english(window: QWidget) -> list[str]:
    """Texts in the window with an English word in them."""
    found = []
    for text in texts(window):
        words = set(re.findall(r"[a-z]+", text.replace("&", "").casefold()))
        if words & ENGLISH:
            found.append(text)
    return found


def unnamed(window: QWidget) -> list[str]:
    """Controls that can have the focus but have no name."""
    found = []
    for widget in widgets(window):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parentWidget(), QAbstractScrollArea | QComboBox
        )
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if focusable and not inner and not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def rich(window: QWidget) -> list[str]:
    """Labels and tooltips that would take what is typed for markup."""
    found = [
        f"label {label.text()!r}"
        for label in window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        if _is_markup(tip):
            found.append(f"tooltip {tip!r}")
    for view in window.findChildren(QAbstractItemView):
        found += [f"tooltip of a row {tip!r}" for tip in _row_tips(view) if _is_markup(tip)]
    return found


def _row_tips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    # A list does not let its columns be counted.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def _is_markup(tip: str) -> bool:
    return "<" in tip and not tip.startswith("<span>")


def check(window: QWidget) -> None:
    """Fail with everything that is wrong with how the window looks and reads."""
    settle(window)
    wrong = {
        "cut off": cut_off(window),
        "English": english(window),
        "without a name": unnamed(window),
        "rich text": rich(window),
    }
    assert not any(wrong.values()), {what: which for what, which in wrong.items() if which}
