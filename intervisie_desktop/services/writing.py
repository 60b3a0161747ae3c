"""Writing a file where the user asked for it, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from intervisie_desktop.host.files import atomic_write, safe_name

__all__ = ["safe_name", "write_file"]


def write_file(path: Path, data: bytes) -> Path:
    """Writes the bytes and gives the path back; Trouble when the disk or folder says no."""
    atomic_write(path, data)
    return path
