"""What the shared parts of a wizard show, every string ready; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputState:
    """Where the papers go."""

    to_folder: bool = True
    folder: str = ""
    folder_word: str = ""
    as_drafts: bool = False
    drafts_word: str = ""
    letters: tuple[tuple[str, str], ...] = ()
    letter: str = ""
    subject: str = ""
    text: str = ""
    to_printer: bool = False
    printer_word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneState:
    """What was made, and what was not and why."""

    running: bool = False
    progress: tuple[int, int] = (0, 0)
    progress_word: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    folder: str = ""
