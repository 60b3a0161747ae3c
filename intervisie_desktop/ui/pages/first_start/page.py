"""The first start on the screen: the form, file and password, and the recovery code."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.beginning import Beginning
from intervisie_desktop.ui.pages.first_start.code_sheet import CodeSheet
from intervisie_desktop.ui.pages.first_start.form import Gap
from intervisie_desktop.ui.pages.first_start.presenter import (
    FirstStartPresenter,
    FirstStartState,
    Stage,
)
from intervisie_desktop.ui.pages.first_start.safety_sheet import SafetySheet
from intervisie_desktop.ui.pages.first_start.steps import StepsSheet
from intervisie_desktop.ui.shell.front import Front
from intervisie_desktop.ui.shell.welcome import WelcomePanel
from intervisie_desktop.ui.widgets.scroll import Scroll

SHEET_WIDTH = 812


class FirstStartPage(QWidget):
    """Left the welcome, right one of three sheets."""

    def __init__(self, beginning: Beginning, front: Front) -> None:
        super().__init__()
        self.setObjectName("page")
        self.presenter = FirstStartPresenter(beginning, self, front)
        self.steps = StepsSheet(self.presenter)
        self.safety = SafetySheet(self.presenter)
        self.code = CodeSheet(self.presenter)
        self._sheets: dict[Stage, StepsSheet | SafetySheet | CodeSheet] = {
            Stage.FORM: self.steps,
            Stage.SAFETY: self.safety,
            Stage.CODE: self.code,
        }
        self._stack = QStackedWidget()
        for sheet in self._sheets.values():
            self._stack.addWidget(_scrolled(sheet))
        self._welcome = WelcomePanel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._welcome)
        row.addWidget(self._stack, 1)
        self.presenter.start()

    def show_state(self, state: FirstStartState) -> None:
        """Show the sheet of the stage with what it holds."""
        place = list(self._sheets).index(state.stage)
        turned = self._stack.currentIndex() != place
        self._stack.setCurrentIndex(place)
        self._sheets[state.stage].show_state(state)
        if turned:
            self._sheets[state.stage].focus_first()

    def focus_gap(self, gap: Gap) -> None:
        """Put the cursor where something is still needed."""
        self._sheets[self.presenter.state.stage].focus_gap(gap)

    def focus_first(self) -> None:
        """The cursor where filling in begins."""
        self._sheets[self.presenter.state.stage].focus_first()

    def main_action(self) -> None:
        """The filled button of the sheet (Ctrl+Enter)."""
        acts = {
            Stage.FORM: self.presenter.make,
            Stage.SAFETY: self.presenter.secure,
            Stage.CODE: self.presenter.finish,
        }
        if not self.presenter.state.busy:
            acts[self.presenter.state.stage]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The welcome takes its share of the width."""
        self._welcome.fit(self.width())
        super().resizeEvent(event)


def _scrolled(sheet: QWidget) -> QWidget:
    """The sheet at its own width, left in the room there is, scrolling when it is too low."""
    scroll = Scroll((0, 0, 0, 0), 0)
    scroll.setWidgetResizable(True)
    row = QHBoxLayout()
    row.setContentsMargins(48, 36, 48, 28)
    sheet.setMaximumWidth(SHEET_WIDTH)
    row.addStretch(1)
    row.addWidget(sheet, 100)
    row.addStretch(1)
    scroll.body.addLayout(row, 1)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scroll)
    return holder
