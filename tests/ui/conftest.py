"""Windows without a screen, dressed as the program is."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from intervisie_desktop.ui.theme import stylesheet
from intervisie_desktop.ui.theme.tokens import Mode, Theme
from tests.ui.desk_double import PlainDesk

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    theme = Theme(RESOURCES, qapp)
    stylesheet.dress(qapp, theme)
    return theme


@pytest.fixture
def theme(_dressed: Theme) -> Theme:
    """The theme, light and at 100 %, whatever the test before did with it."""
    _dressed.wear(Mode.LIGHT, 100, calm=True)
    return _dressed


@pytest.fixture(autouse=True)
def _gone():
    """Really delete what a test left behind, or every theme change restyles it again."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk() -> PlainDesk:
    return PlainDesk()
