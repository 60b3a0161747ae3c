"""What the window remembers of itself, kept in the settings of this machine."""

from __future__ import annotations

from dataclasses import replace

from intervisie_desktop.services.machine import MachineService

_YES, _NO = "ja", "nee"
_IN, _OUT = "in", "uit"


class Memory:
    """The short strings the window asks for, from and to typed settings."""

    def __init__(self, machine: MachineService) -> None:
        self._machine = machine

    def load(self, key: str) -> str:
        """The remembered string, or an empty one for a key nobody knows."""
        now = self._machine.settings
        return {
            "window.geometry": now.window_geometry,
            "window.place": now.last_place,
            "window.dock": _IN if now.dock_folded else _OUT,
            "look.mode": now.theme,
            "look.percent": str(now.text_scale),
            "look.calm": _YES if now.reduce_motion else _NO,
        }.get(key, "")

    def save(self, key: str, value: str) -> None:
        """Remember it; an unknown key or a value that makes no sense is let go."""
        machine, now = self._machine, self._machine.settings
        match key:
            case "window.geometry":
                machine.change(replace(now, window_geometry=value))
            case "window.place":
                machine.change(replace(now, last_place=value))
            case "window.dock":
                machine.change(replace(now, dock_folded=value == _IN))
            case "look.mode":
                machine.set_theme(value)
            case "look.percent" if value.isdecimal():
                machine.set_text_scale(int(value))
            case "look.calm":
                machine.set_reduce_motion(value == _YES)
