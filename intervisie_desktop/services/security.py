"""Password and recovery code of the practice that is open."""

from __future__ import annotations

from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.entrance import CodeState, JudgedCode, judged
from intervisie_desktop.services.practice_file import OpenPractice
from intervisie_desktop.storage.store import Store

__all__ = ["CodeState", "JudgedCode", "SecurityService"]


class SecurityService:
    """What section Beveiliging does; the key itself never leaves this floor."""

    def __init__(self, opened: OpenPractice, store: Store, clock: Clock) -> None:
        self._opened = opened
        self._store = store
        self._clock = clock

    @property
    def file_name(self) -> str:
        """The name of the practice file."""
        return self._opened.path.name

    @property
    def folder(self) -> str:
        """The folder the practice file stands in."""
        return str(self._opened.path.parent)

    def change_password(self, old: str, new: str) -> None:
        """The new password opens the file from now on.

        Refusal("password_short"); Trouble("wrong_password").
        """
        self._opened.change_password(old, new)

    def judge_code(self, text: str) -> JudgedCode:
        """Whether what is typed can be a recovery code at all."""
        return judged(text)

    def fits(self, code: str) -> bool:
        """Whether this recovery code opens this file; Refusal("recovery_code") for a typo."""
        return self._opened.fits_code(code)

    def recovery_sheet(self, password: str) -> bytes:
        """A new recovery sheet as PDF, the code is the same; Trouble("wrong_password")."""
        # The paper is made with fpdf2, which only this needs.
        from intervisie_desktop.services.recovery import recovery_sheet  # noqa: PLC0415

        code = self._opened.recovery_code(password)
        with self._store.reading() as read:
            practice = read.practice.get()
        return recovery_sheet(practice, self.file_name, code, self._clock.today())
