"""The way into a practice and out of it again: which file is open, and closing it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.host.recovery import GROUP, GROUPS, key_from_code
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.services.practice_file import OpenPractice, PracticeFiles

RECOVERY_PENDING = "recovery_pending"
"""Practice setting: true from the making of the file until the code was typed back."""


class CodeState(StrEnum):
    """How far a typed recovery code is."""

    INCOMPLETE = "incomplete"
    TYPO = "typo"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class JudgedCode:
    """A recovery code in the making: `signs` of 56 are typed; `group` has the wrong sign."""

    state: CodeState
    signs: int
    group: int = 0


class Entrance:
    """Holds the one practice that is open, or none."""

    def __init__(self, files: PracticeFiles, machine: MachineService) -> None:
        self._files = files
        self._machine = machine
        self.opened: OpenPractice | None = None
        self.unconfirmed_code = ""
        self.passing = False

    @property
    def files(self) -> PracticeFiles:
        """What makes and opens practice files."""
        return self._files

    def take(self, opened: OpenPractice, *, code: str = "", passing: bool = False) -> None:
        """This practice is the open one; `code` still has to be typed back by the user.

        A `passing` one (the example) is not remembered as the last practice.
        """
        self.opened = opened
        self.unconfirmed_code = code
        self.passing = passing
        if not passing:
            self._machine.remember_practice(opened.path)

    def confirm_code(self) -> None:
        """The user has the recovery code on paper; it is forgotten here."""
        self.unconfirmed_code = ""
        if self.opened is not None:
            with self.opened.store.work("recovery_confirmed", final=True) as work:
                work.settings.set(RECOVERY_PENDING, value=False)

    def close(self) -> None:
        """Close the practice: one file at rest, no key in memory; nothing when none is open."""
        opened, self.opened, self.unconfirmed_code = self.opened, None, ""
        if opened is not None:
            opened.close()


class Unlocking:
    """Opens the practice at one path with its password or its recovery code."""

    def __init__(self, entrance: Entrance, path: Path) -> None:
        self._entrance = entrance
        self.path = path

    def is_there(self) -> bool:
        """Whether the file is (still) in its place."""
        return self.path.is_file()

    def seconds_to_wait(self) -> int:
        """Seconds until the next password may be tried."""
        return self._entrance.files.waiting(self.path)

    def with_password(self, password: str, *, take_over: bool = False) -> None:
        """Open it; a practice whose code was never typed back gives the code again.

        Trouble: wrong_password, wait, already_open, locked_elsewhere, newer_file, …
        """
        opened = self._entrance.files.open(self.path, password, take_over=take_over)
        try:
            with opened.store.reading() as read:
                pending = bool(read.settings.get(RECOVERY_PENDING, default=False))
            code = opened.recovery_code(password) if pending else ""
        except BaseException:
            opened.close()
            raise
        self._entrance.take(opened, code=code)

    def with_code(self, code: str, new_password: str, *, take_over: bool = False) -> None:
        """Open it with the recovery code and give it a new password.

        Refusal: recovery_code, password_short; Trouble("wrong_code").
        """
        opened = self._entrance.files.open_with_code(self.path, code, take_over=take_over)
        try:
            opened.set_password(new_password)
        except BaseException:
            opened.close()
            raise
        self._entrance.take(opened)

    def judge_code(self, text: str) -> JudgedCode:
        """Whether what is typed so far can be a recovery code."""
        return judged(text)


def judged(text: str) -> JudgedCode:
    """Whether what is typed so far can be a recovery code, and where it goes wrong."""
    signs = sum(1 for sign in text if not sign.isspace() and sign not in "-–—_.")
    if signs < GROUPS * GROUP:
        return JudgedCode(CodeState.INCOMPLETE, signs)
    try:
        key_from_code(text)
    except Refusal as refusal:
        group = refusal.facts.get("group", 0)
        return JudgedCode(CodeState.TYPO, signs, group if isinstance(group, int) else 0)
    return JudgedCode(CodeState.RIGHT, signs)
