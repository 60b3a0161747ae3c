"""The program with a window: which screen comes first, opening, locking and leaving."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from intervisie_desktop.app import crash
from intervisie_desktop.app.bootstrap import parts_of_window
from intervisie_desktop.app.example import Example
from intervisie_desktop.app.front_window import FrontWindow
from intervisie_desktop.app.idle import IdleWatch
from intervisie_desktop.app.memory import Memory
from intervisie_desktop.app.practice_window import PracticeWindow
from intervisie_desktop.app.single_instance import SingleInstance
from intervisie_desktop.host.clock import Clock, SystemClock
from intervisie_desktop.host.ids import Ids, RandomIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.beginning import Beginning, ProfileChoice
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.entrance import Entrance, Unlocking
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.services.practice_file import PracticeFiles
from intervisie_desktop.ui.pages.first_start.page import FirstStartPage
from intervisie_desktop.ui.pages.unlock.page import UnlockPage
from intervisie_desktop.ui.shell import look
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.crash_dialog import CrashDialog
from intervisie_desktop.ui.shell.desk import Desk, Destination
from intervisie_desktop.ui.shell.rail import Identity
from intervisie_desktop.ui.shell.status import StatusFacts
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.text import shell_words
from intervisie_desktop.ui.theme import stylesheet
from intervisie_desktop.ui.theme.tokens import Theme, current
