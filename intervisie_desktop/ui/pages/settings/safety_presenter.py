"""Password and recovery code: changing the one, practising the other; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.passwords import SHORTEST, strength
from intervisie_desktop.services.security import CodeState, SecurityService
from intervisie_desktop.ui.shell.desk import Desk, Progress
from intervisie_desktop.ui.text import passwords
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.text.refusals import say


@dataclass(frozen=True, slots=True)
class SafetyState:
    """What the section shows; `good` says whether a note is good news."""

    file: str = ""
    folder: str = ""
    strength: int = -1
    strength_word: str = ""
    strength_help: str = passwords.EMPTY
    password_note: str = ""
    password_good: bool = False
    code_note: str = ""
    code_good: bool = False
    sheet_note: str = ""
    busy: bool = False


class SafetyView(Protocol):
    """What the sheet can do."""

    def show_safety(self, state: SafetyState) -> None:
        """Show this."""

    def forget(self) -> None:
        """Empty every field that holds a secret."""

    def focus_field(self, name: str) -> None:
        """Put the cursor in "old", "new", "again", "code" or "sheet"."""

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Print through the dialog of the system."""


class SafetyPresenter:
    """Nothing typed here is kept longer than the act takes."""

    def __init__(self, security: SecurityService, view: SafetyView, desk: Desk) -> None:
        self._security = security
        self._view = view
        self._desk = desk
        self._state = SafetyState(file=security.file_name, folder=security.folder)

    @property
    def state(self) -> SafetyState:
        """What is shown now."""
        return self._state

    def show(self) -> None:
        """Show the section again."""
        self._show()

    def type_new(self, password: str) -> None:
        """What stands in the field of the new password now."""
        level = strength(password) if password else None
        self._show(
            strength=-1 if level is None else int(level),
            strength_word=passwords.word(level),
            strength_help=passwords.help_line(level, len(password)),
            password_note="",
        )

    def change_password(self, old: str, new: str, again: str) -> None:
        """Change the password, or go to what is still needed."""
        if self._state.busy:
            return
        for name, missing in (("old", not old), ("new", len(new) < SHORTEST)):
            if missing:
                self._view.focus_field(name)
                return
        if new != again:
            self._show(password_note=passwords.DIFFERENT, password_good=False)
            self._view.focus_field("again")
            return
        self._show(busy=True)

        def job(_progress: Progress) -> None:
            self._security.change_password(old, new)

        self._desk.run(job, self._changed, words.PASSWORD_BUSY, self._not_changed)

    def test_code(self, code: str) -> None:
        """Say whether this code opens this file, and where a typing error sits."""
        judged = self._security.judge_code(code)
        if judged.state is CodeState.INCOMPLETE:
            self._show(code_note=words.CODE_TEST_SHORT.format(n=judged.signs), code_good=False)
            self._view.focus_field("code")
            return
        if judged.state is CodeState.TYPO:
            typo = words.CODE_TEST_TYPO_AT if judged.group else words.CODE_TEST_TYPO
            self._show(code_note=typo.format(group=judged.group), code_good=False)
            return
        fits = self._security.fits(code)
        note = words.CODE_TEST_RIGHT if fits else words.CODE_TEST_WRONG
        self._show(code_note=note, code_good=fits)
        if fits:
            self._view.forget()

    def print_sheet(self, password: str) -> None:
        """Make a new recovery sheet and print it; the password is asked because it is the key."""
        if self._state.busy:
            return
        if not password:
            self._show(sheet_note=words.SHEET_NEED)
            self._view.focus_field("sheet")
            return
        self._show(busy=True, sheet_note="")

        def job(_progress: Progress) -> bytes:
            return self._security.recovery_sheet(password)

        self._desk.run(job, self._sheet_made, words.SHEET_BUSY, self._sheet_not_made)

    def _changed(self, _nothing: None) -> None:
        self._view.forget()
        self._show(
            busy=False,
            strength=-1,
            strength_word="",
            strength_help=passwords.EMPTY,
            password_note=words.PASSWORD_CHANGED,
            password_good=True,
        )

    def _not_changed(self, error: Exception) -> None:
        self._show(busy=False, password_note=_said(error), password_good=False)
        self._view.focus_field("old")

    def _sheet_made(self, pdf: bytes) -> None:
        self._view.forget()
        self._show(busy=False)
        self._view.print_pdf(pdf, words.SHEET_PRINT)

    def _sheet_not_made(self, error: Exception) -> None:
        self._show(busy=False, sheet_note=_said(error))
        self._view.focus_field("sheet")

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.show_safety(self._state)


def _said(error: Exception) -> str:
    """The sentence of a refusal or trouble; anything else is a fault and goes on."""
    if isinstance(error, Refusal | Trouble):
        return say(error)
    raise error
