"""The settings of this machine: how the program looks here and which practice was last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from intervisie_desktop.host import machine_settings
from intervisie_desktop.host.machine_settings import MachineSettings
from intervisie_desktop.host.paths import Paths

FILE = "instellingen.toml"


class MachineService:
    """Reads and writes the settings file; without one everything has its default."""

    def __init__(self, paths: Paths) -> None:
        self._path = paths.config / FILE
        self._settings = machine_settings.load(self._path)
        self._listeners: list[Callable[[], None]] = []

    @property
    def settings(self) -> MachineSettings:
        """The settings as they are now."""
        return self._settings

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell this listener whenever a setting was changed."""
        self._listeners.append(listener)

    def change(self, settings: MachineSettings) -> None:
        """Keep these settings; a machine that cannot write goes on with them for now."""
        if settings != self._settings:
            self._settings = settings
            machine_settings.save(self._path, settings)
            for listener in self._listeners:
                listener()

    def remember_practice(self, path: Path) -> None:
        """This practice is the one to open at the next start."""
        self.change(self._settings.with_practice(str(path.absolute())))

    def last_practice(self) -> Path | None:
        """The practice that was open last, when its file is still there."""
        path = Path(self._settings.last_practice) if self._settings.last_practice else None
        return path if path is not None and path.is_file() else None

    def recent_practices(self) -> tuple[Path, ...]:
        """The practices opened lately whose files are still there, newest first."""
        paths = (Path(path) for path in self._settings.recent_practices)
        return tuple(path for path in paths if path.is_file())

    def set_theme(self, theme: str) -> None:
        """Keep the theme: "system", "light" or "dark"; anything else is ignored."""
        if theme in machine_settings.THEMES:
            self.change(replace(self._settings, theme=theme))

    def set_text_scale(self, percent: int) -> None:
        """Text size as a percentage, held between 90 and 140."""
        low, high = machine_settings.SMALLEST_TEXT, machine_settings.LARGEST_TEXT
        self.change(replace(self._settings, text_scale=max(low, min(high, percent))))

    def set_reduce_motion(self, reduce: bool) -> None:
        """Whether nothing may move."""
        self.change(replace(self._settings, reduce_motion=reduce))

    def set_auto_lock(self, minutes: int) -> None:
        """Lock after so many idle minutes; 0 for never."""
        self.change(replace(self._settings, auto_lock_minutes=max(0, min(24 * 60, minutes))))

    def set_lock_on_minimise(self, lock: bool) -> None:
        """Whether hiding the window locks the practice."""
        self.change(replace(self._settings, lock_on_minimise=lock))

    def set_findings_by(self, by: str) -> None:
        """What findings are ordered by: "severity", "subject" or "profile"; else ignored."""
        if by in machine_settings.FINDINGS_BY:
            self.change(replace(self._settings, findings_by=by))
