"""One session open: the step being prepared, its data, the checks, and who was there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.sessions import words
from intervisie_desktop.ui.pages.sessions.course_card import CourseCard
from intervisie_desktop.ui.pages.sessions.details_card import DetailsCard
from intervisie_desktop.ui.pages.sessions.evaluation_card import EvaluationCard
from intervisie_desktop.ui.pages.sessions.record_card import RecordCard
from intervisie_desktop.ui.pages.sessions.roster_card import RosterCard
from intervisie_desktop.ui.pages.sessions.roster_model import Part
from intervisie_desktop.ui.pages.sessions.sheet_card import SheetCard
from intervisie_desktop.ui.pages.sessions.signed_line import SignedLine
from intervisie_desktop.ui.pages.sessions.state import SessionState
from intervisie_desktop.ui.widgets.scroll import Scroll

_PARTS = {"": Part.NAME, "contribution": Part.CONTRIBUTION}


class SessionView(QWidget):
    """Cards in a page that scrolls as a whole."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = SheetCard(today)
        self.details = DetailsCard()
        self.record = RecordCard()
        self.roster = RosterCard()
        self.course = CourseCard()
        self.evaluation = EvaluationCard()
        self.lock = SignedLine("lock", token="ink-2")
        self.privacy = SignedLine("eye-off", words.PRIVACY)
        self.area = Scroll((0, 0, 0, 8))
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self.details, 11)
        upper.addWidget(self.record, 7)
        body = self.area.body
        body.addWidget(self.lock)
        body.addWidget(self.sheet)
        body.addLayout(upper)
        body.addWidget(self.roster)
        body.addWidget(self.course)
        body.addWidget(self.evaluation)
        body.addWidget(self.privacy)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.roster.more.toggled.connect(self.show_more)
        self.sheet.begun.connect(self._sheet_begun)
        self.roster.table.row_changed.connect(self._follow_row)

    def show_session(self, state: SessionState) -> None:
        """Show everything."""
        self.lock.show_text(state.lock)
        self.details.show_session(state)
        self.record.show_session(state)
        self.roster.show_session(state)
        self.course.show_course(state.course)
        self._fit()

    def show_more(self, on: bool) -> None:
        """Bring what unfolds below the list into view."""
        if on:
            QTimer.singleShot(0, self._to_panel)

    def edit_arrival(self, participant_id: str) -> None:
        """Let the arrival of someone be typed in the list."""
        self.roster.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.roster.table.edit_part(participant_id, Part.ARRIVED)

    def focus_roster(self, participant_id: str, column: str) -> None:
        """Put the focus on someone in the list."""
        table = self.roster.table
        table.choose(participant_id or table.current_id(), _PARTS[column])
        table.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Take what is half typed anywhere."""
        self.details.commit()
        self.roster.commit()
        self.course.commit()
        self.sheet.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend of the keys gives way where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _to_panel(self) -> None:
        self.area.ensureWidgetVisible(self.roster.panel, 0, 16)

    def _sheet_begun(self) -> None:
        QTimer.singleShot(0, self._to_top)

    def _to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def _follow_row(self, _participant_id: str) -> None:
        """The page scrolls along, since the list itself does not scroll."""
        table, inner = self.roster.table, self.area.widget()
        if not table.hasFocus() or inner is None:
            return
        row = table.visualRect(table.currentIndex())
        point = table.viewport().mapTo(inner, row.center())
        self.area.ensureVisible(point.x(), point.y(), 0, 2 * row.height())

    def _fit(self) -> None:
        self.roster.fit(self.width())
