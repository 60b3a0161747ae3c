"""How this machine likes it: light or dark, text size, motion; remembered as short strings."""

from __future__ import annotations

from intervisie_desktop.ui.shell.desk import WindowMemory
from intervisie_desktop.ui.theme.tokens import Mode, Theme

MODE, PERCENT, CALM = "look.mode", "look.percent", "look.calm"


def wear_remembered(theme: Theme, memory: WindowMemory) -> None:
    """Put on what was remembered; anything unreadable is left as it is."""
    mode, percent = memory.load(MODE), memory.load(PERCENT)
    theme.wear(
        Mode(mode) if mode in set(Mode) else None,
        int(percent) if percent.isdecimal() else None,
        memory.load(CALM) == "ja",
    )


def remember(theme: Theme, memory: WindowMemory) -> None:
    """Remember what is worn now."""
    memory.save(MODE, theme.mode.value)
    memory.save(PERCENT, str(theme.percent))
    memory.save(CALM, "ja" if theme.calm else "nee")
