"""The unlock screen: the password, or the recovery code and a new password."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.entrance import CodeState, Unlocking
from intervisie_desktop.services.passwords import SHORTEST, strength
from intervisie_desktop.ui.shell.desk import FileQuestion, Progress
from intervisie_desktop.ui.shell.front import Front
from intervisie_desktop.ui.text import counts, passwords
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.text.refusals import say


@dataclass(frozen=True, slots=True)
class UnlockState:
    """Everything the unlock screen shows; `wait` counts the seconds until the next try."""

    title: str = words.UNLOCK_TITLE
    intro: str = ""
    file: str = ""
    folder: str = ""
    with_code: bool = False
    problem: str = ""
    wait: int = 0
    busy: bool = False
    code_note: str = ""
    code_wrong: bool = False
    code_right: bool = False
    strength: int = -1
    strength_word: str = ""
    strength_help: str = passwords.EMPTY


class UnlockView(Protocol):
    """What the page can do."""

    def show_state(self, state: UnlockState) -> None:
        """Show this state."""

    def clear_password(self) -> None:
        """Empty the password field and put the cursor in it."""

    def focus_gap(self, field: str) -> None:
        """Put the cursor in "password", "code", "new" or "again"."""


class UnlockPresenter:
    """Opens one file; a wrong password costs time, never the file."""

    def __init__(
        self, unlocking: Unlocking, view: UnlockView, front: Front, *, locked: bool = False
    ) -> None:
        self._unlocking = unlocking
        self._view = view
        self._front = front
        self._code = ""
        self._new = ""
        self._again = ""
        self._state = UnlockState(intro=words.UNLOCK_LOCKED if locked else "")

    @property
    def state(self) -> UnlockState:
        """What is shown now."""
        return self._state

    def start(self) -> None:
        """Show which file it is, and how long to wait if there were wrong tries."""
        path = self._unlocking.path
        problem = "" if self._unlocking.is_there() else words.UNLOCK_FILE_GONE
        self._show(file=path.name, folder=str(path.parent), problem=problem)
        self.tick()

    def tick(self) -> None:
        """A second has passed: count down the wait."""
        wait = self._unlocking.seconds_to_wait()
        if wait != self._state.wait:
            said = words.UNLOCK_WAIT.format(seconds=counts.telwoord(wait, "seconde", "seconden"))
            self._show(wait=wait, problem=said if wait else "")

    def unlock(self, password: str) -> None:
        """Try this password, unless one has to wait or a try is running."""
        if self._state.busy or self._state.wait:
            return
        if not password:
            self._view.focus_gap("password")
            return
        self._try(lambda: self._unlocking.with_password(password))

    def use_code(self) -> None:
        """Ask for the recovery code instead of the password."""
        self._show(
            with_code=True,
            problem="",
            title=words.UNLOCK_CODE_TITLE,
            intro=words.UNLOCK_CODE_INTRO,
        )

    def use_password(self) -> None:
        """Ask for the password again."""
        self._show(with_code=False, problem="", title=words.UNLOCK_TITLE, intro="")

    def type_code(self, text: str) -> None:
        """What stands in the field of the recovery code now; a typing error is seen at once."""
        self._code = text
        known = self._unlocking.judge_code(text)
        note = {
            CodeState.TYPO: words.CODE_TYPO,
            CodeState.RIGHT: words.CODE_OK,
        }.get(known.state, words.CODE_INCOMPLETE.format(n=known.signs) if known.signs else "")
        self._show(
            code_note=note,
            code_wrong=known.state is CodeState.TYPO,
            code_right=known.state is CodeState.RIGHT,
            problem="",
        )

    def type_new(self, password: str, again: str) -> None:
        """What stands in the two fields of the new password now."""
        self._new, self._again = password, again
        level = strength(password) if password else None
        self._show(
            strength=-1 if level is None else int(level),
            strength_word=passwords.word(level),
            strength_help=passwords.help_line(level, len(password)),
            problem="",
        )

    def recover(self) -> None:
        """Open with the code and set the new password, or go to what is still needed."""
        if self._state.busy:
            return
        gap = self._recovery_gap()
        if gap:
            if gap == "again" and self._again:
                self._show(problem=passwords.DIFFERENT)
            self._view.focus_gap(gap)
            return
        code, password = self._code, self._new
        self._try(lambda: self._unlocking.with_code(code, password))

    def choose_other(self) -> None:
        """Pick another practice file."""
        self._front.choose_file(
            FileQuestion(words.OPEN_TITLE, (words.PRACTICE_KIND,)), self._front.unlock
        )

    def new_practice(self) -> None:
        """Make a new practice instead."""
        self._front.begin()

    # Private

    def _recovery_gap(self) -> str:
        if not self._state.code_right:
            return "code"
        if len(self._new) < SHORTEST:
            return "new"
        return "" if self._new == self._again else "again"

    def _try(self, opening: Callable[[], None]) -> None:
        self._show(busy=True, problem="")

        def job(_progress: Progress) -> None:
            opening()

        self._front.run(job, self._opened, self._not_opened, words.UNLOCK_BUSY)

    def _opened(self, _nothing: None) -> None:
        self._code = self._new = self._again = ""
        self._show(busy=False)
        self._front.enter()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        wait = self._unlocking.seconds_to_wait()
        said = say(error)
        if wait:
            seconds = counts.telwoord(wait, "seconde", "seconden")
            said = f"{said} {words.UNLOCK_WAIT.format(seconds=seconds)}"
        self._show(busy=False, problem=said, wait=wait)
        if not self._state.with_code:
            self._view.clear_password()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.show_state(self._state)
