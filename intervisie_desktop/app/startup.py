"""Starting the window: one instance, the crash dialog first, the theme, and then the program."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from intervisie_desktop.app import crash
from intervisie_desktop.app.program import Program
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.ui.shell.crash_dialog import CrashDialog
from intervisie_desktop.ui.shell.single_instance import SingleInstance
from intervisie_desktop.ui.theme import stylesheet
from intervisie_desktop.ui.theme.tokens import Mode, Theme

NAME = "Intervisie Desktop"


def open_window(practice: Path | None) -> int:
    """Show the window until it is closed; hands over to a first window when there is one."""
    app = application()
    paths = Paths.of_this_machine()
    instance = SingleInstance(paths.config, app)
    if instance.hand_over(practice):
        return 0
    instance.listen()
    hook = CrashHook(app)
    hook.install()
    machine = MachineService(paths)
    wear(app, machine)
    program = Program(app, paths, machine)
    instance.asked.connect(program.asked_again)
    app.aboutToQuit.connect(program.leave)
    program.start(practice)
    code = app.exec()
    instance.close()
    return code


def application() -> QApplication:
    """The one QApplication, speaking Dutch; lives until the last screen is closed on purpose."""
    QApplication.setApplicationName(NAME)
    QApplication.setApplicationDisplayName("Intervisie")
    QApplication.setDesktopFileName("intervisie-desktop")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        app.installTranslator(translator)
    # Between locking and unlocking no window is open for a moment.
    app.setQuitOnLastWindowClosed(False)
    return app


def wear(app: QApplication, machine: MachineService) -> None:
    """Dress the program as this machine likes it, before the first window shows."""
    settings = machine.settings
    theme = Theme(resources(), app)
    theme.wear(Mode(settings.theme), settings.text_scale, settings.reduce_motion)
    stylesheet.dress(app, theme)


class CrashHook(QObject):
    """Catches what nobody else did, writes the report and shows it; work goes on."""

    crashed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._dialog: CrashDialog | None = None
        # From another thread the dialog has to wait for the thread of the window.
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on every uncaught exception comes here."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.crashed.emit(error.with_traceback(trace))

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.crashed.emit(arguments.exc_value)

    def _show(self, error: BaseException) -> None:
        text = crash.text_of(error)
        try:
            path = crash.report(error)
        except OSError:
            path = None
        if self._dialog is not None:
            # One dialog at a time: a fault that repeats itself must not bury the window.
            return
        self._dialog = CrashDialog(text, path, QApplication.activeWindow())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None
