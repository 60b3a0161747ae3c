"""The troubles of the machine, under the name the upper floors know them by."""

from __future__ import annotations

from intervisie_desktop.domain.errors import Trouble

__all__ = ["Trouble"]
