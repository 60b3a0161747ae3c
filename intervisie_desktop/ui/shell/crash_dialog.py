"""What is shown for a fault of the program itself: nothing was lost, and where the report is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.label import Label

TITLE = "Er ging iets mis in het programma"
PROMISE = (
    "Uw gegevens zijn niet veranderd: wat bezig was, is in zijn geheel teruggedraaid. "
    "U kunt gewoon verder werken. Gebeurt het opnieuw, stuur dan het verslag naar de maker. "
    "In het verslag staan geen namen of andere gegevens van uw praktijk."
)


class CrashDialog(QDialog):
    """Shows the report as plain text, with a button to copy it."""

    def __init__(self, report: str, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._report = report
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Verslag")
        text.setMinimumSize(560, 190)
        where = f"Het verslag staat in {path}." if path else "Het verslag is niet bewaard."
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(TITLE, Role.OBJECT))
        column.addWidget(Label(PROMISE, Role.BODY, "ink-2", wrap=True))
        column.addWidget(text)
        column.addWidget(Label(where, Role.META, "ink-3", wrap=True))
        self.copy_button = Button("Verslag kopiëren", Kind.DEFAULT, "copy")
        self.close_button = Button("Verder werken", Kind.PRIMARY)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
