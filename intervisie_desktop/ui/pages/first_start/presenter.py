"""The first start: three steps, a password, the recovery code, and the practice is there."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.services.beginning import Beginning, FirstPractice, ProfileChoice
from intervisie_desktop.services.passwords import SHORTEST, Strength, strength
from intervisie_desktop.ui.pages.first_start.form import Filled, Gap, needed
from intervisie_desktop.ui.shell.desk import FileQuestion, Progress
from intervisie_desktop.ui.shell.front import Front
from intervisie_desktop.ui.text import first_start as words
from intervisie_desktop.ui.text import passwords
from intervisie_desktop.ui.text.profiles import profile_note
from intervisie_desktop.ui.text.refusals import say

GROUPS_ASKED = 2


class Stage(StrEnum):
    """Which of the three screens is shown."""

    FORM = "form"
    SAFETY = "safety"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """One rule profile to choose from."""

    key: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class FirstStartState:
    """Everything the first start shows; `problem` is a sentence under the field of its gap."""

    stage: Stage = Stage.FORM
    filled: Filled = Filled()
    profiles: tuple[ProfileCard, ...] = ()
    hint: str = ""
    names_counted: str = ""
    problem: str = ""
    problem_at: Gap | None = None
    file: str = ""
    folder: str = ""
    strength: int = -1
    strength_word: str = ""
    strength_help: str = passwords.EMPTY
    code: tuple[str, ...] = ()
    asked: tuple[int, ...] = ()
    ask: str = ""
    answers: tuple[str, ...] = ()
    done_note: str = ""
    busy: bool = False


class FirstStartView(Protocol):
    """What the page can do."""

    def show_state(self, state: FirstStartState) -> None:
        """Show this state."""

    def focus_gap(self, gap: Gap) -> None:
        """Put the cursor in the field that is still needed."""


def _two_groups(count: int) -> tuple[int, ...]:
    """Two different groups of the code to type back, in order."""
    return tuple(sorted(secrets.SystemRandom().sample(range(count), GROUPS_ASKED)))


class FirstStartPresenter:
    """Leads through the first start; nothing is written before the password is chosen."""

    def __init__(
        self,
        beginning: Beginning,
        view: FirstStartView,
        front: Front,
        pick: Callable[[int], tuple[int, ...]] = _two_groups,
    ) -> None:
        self._beginning = beginning
        self._view = view
        self._front = front
        self._pick = pick
        self._path: Path | None = None
        self._empty = False
        self._password = ""
        self._again = ""
        choices = beginning.profiles()
        self._state = FirstStartState(
            profiles=tuple(_card(choice) for choice in choices),
            filled=Filled(profile=choices[0].key if choices else ""),
        )

    # Queries

    @property
    def state(self) -> FirstStartState:
        """What is shown now."""
        return self._state

    # The form

    def start(self) -> None:
        """Show the empty form."""
        self._show()

    def fill(self, filled: Filled) -> None:
        """What stands in the form now, at every change."""
        self._show(filled=filled, problem="", problem_at=None)

    def choose_logo(self) -> None:
        """Pick an image for the papers."""
        question = FileQuestion(words.LOGO, (words.LOGO_KINDS,))
        self._front.choose_file(question, self._take_logo)

    def drop_logo(self) -> None:
        """No logo after all."""
        self.fill(replace(self._state.filled, logo=None))

    def import_names(self) -> None:
        """Pick a list and put its names in the field."""
        question = FileQuestion(words.IMPORT_TITLE, (words.IMPORT_KINDS,))
        self._front.choose_file(question, self._take_names)

    def make(self) -> None:
        """On to the password, or to the first field that is still needed."""
        gap = self._state.filled.gap
        if gap:
            self._view.focus_gap(gap)
            return
        self._empty = False
        self._to_safety()

    def skip(self) -> None:
        """Begin with an empty practice; only file and password are asked."""
        self._empty = True
        self._to_safety()

    # File and password

    def back(self) -> None:
        """Return to the form; what was filled in still stands there."""
        self._show(stage=Stage.FORM, problem="", problem_at=None)

    def choose_place(self) -> None:
        """Pick where the file comes."""
        name = self._path.name if self._path else ""
        question = FileQuestion(words.FILE_TITLE, (words.PRACTICE_KIND,), name)
        self._front.choose_target(question, self._take_place)

    def type_password(self, password: str, again: str) -> None:
        """What stands in the two password fields now."""
        self._password, self._again = password, again
        level = self._strength() if password else None
        self._show(
            strength=-1 if level is None else int(level),
            strength_word=passwords.word(level),
            strength_help=passwords.help_line(level, len(password)),
            problem="",
            problem_at=None,
        )

    def secure(self) -> None:
        """Make the file and show the recovery code, or go to what is still needed."""
        gap = self._safety_gap()
        if gap:
            if gap is Gap.AGAIN and self._again:
                self._show(problem=passwords.DIFFERENT, problem_at=gap)
            self._view.focus_gap(gap)
            return
        self._show(busy=True)
        plan, path, password = self._plan(), self._path, self._password

        def job(_progress: Progress) -> str:
            assert path is not None
            return self._beginning.make(plan, path, password)

        self._front.run(job, self._made, self._not_made, words.MAKING)

    # The recovery code

    def type_group(self, place: int, text: str) -> None:
        """What stands in the field of an asked group (`place` counts the fields)."""
        answers = list(self._state.answers)
        answers[place] = text
        self._show(answers=tuple(answers), problem="", problem_at=None)

    def is_right(self, place: int) -> bool:
        """Whether the group was typed over as it stands on the paper."""
        return self._right_in(place, self._state)

    def print_sheet(self) -> None:
        """Print the recovery sheet."""
        self._front.print_pdf(self._beginning.recovery_sheet(), self._sheet_name())

    def save_sheet(self) -> None:
        """Save the recovery sheet as PDF, best outside this computer."""
        question = FileQuestion(words.CODE_SAVE_TITLE, (words.FILE_KINDS_PDF,), self._sheet_name())
        self._front.choose_target(question, self._write_sheet)

    def finish(self) -> None:
        """Open the practice once both groups are right; otherwise say which is not."""
        for place, group in enumerate(self._state.asked):
            if not self.is_right(place):
                typed = self._state.answers[place].strip()
                problem = words.CODE_WRONG.format(n=group + 1) if typed else ""
                self._show(problem=problem, problem_at=Gap.CODE)
                self._view.focus_gap(Gap.CODE)
                return
        self._beginning.confirm_code()
        self._front.enter()

    # The other ways in

    def open_existing(self) -> None:
        """Pick a practice file that is there already."""
        self._front.choose_file(
            FileQuestion(words.OPEN_TITLE, (words.PRACTICE_KIND,)), self._front.unlock
        )

    def example(self) -> None:
        """Look at the invented practice."""
        self._front.example()

    # Private

    def _take_logo(self, path: Path) -> None:
        try:
            logo = self._beginning.logo(path)
        except (Refusal, Trouble) as error:
            self._show(problem=say(error), problem_at=None)
            return
        self.fill(replace(self._state.filled, logo=logo))

    def _take_names(self, path: Path) -> None:
        try:
            names = self._beginning.names_in(path)
        except (Refusal, Trouble) as error:
            self._show(problem=say(error), problem_at=None)
            return
        known = self._state.filled.name_lines
        lines = dict.fromkeys((*known, *names))
        self.fill(replace(self._state.filled, names="\n".join(lines)))

    def _take_place(self, path: Path) -> None:
        self._path = self._beginning.with_suffix(path)
        self._check_place()

    def _check_place(self) -> None:
        assert self._path is not None
        try:
            self._beginning.check_place(self._path)
            problem, at = "", None
        except (Refusal, Trouble) as error:
            problem, at = say(error), Gap.FILE
        self._show(
            file=self._path.name, folder=str(self._path.parent), problem=problem, problem_at=at
        )

    def _to_safety(self) -> None:
        if self._path is None:
            self._path = self._beginning.default_file(self._state.filled.practice)
        self._show(stage=Stage.SAFETY)
        self._check_place()

    def _strength(self) -> Strength:
        filled = self._state.filled
        known = (filled.practice, filled.facilitator, filled.city, filled.group)
        return strength(self._password, known)

    def _safety_gap(self) -> Gap | None:
        if self._path is None or self._state.problem_at is Gap.FILE:
            return Gap.FILE
        if len(self._password) < SHORTEST:
            return Gap.PASSWORD
        return Gap.AGAIN if self._password != self._again else None

    def _plan(self) -> FirstPractice:
        filled = self._state.filled
        return FirstPractice(
            name=filled.practice.strip(),
            facilitator=filled.facilitator.strip(),
            city=filled.city.strip(),
            logo=filled.logo,
            profile=filled.profile,
            group="" if self._empty else filled.group.strip(),
            names=() if self._empty else filled.name_lines,
        )

    def _made(self, code: str) -> None:
        self._password = self._again = ""
        self.show_code(code)

    def show_code(self, code: str) -> None:
        """Show a recovery code that still has to be typed back."""
        groups = tuple(code.split("-"))
        asked = self._pick(len(groups))
        first, second = (group + 1 for group in asked)
        self._show(
            stage=Stage.CODE,
            busy=False,
            code=groups,
            asked=asked,
            answers=("",) * len(asked),
            ask=words.CODE_ASK.format(first=first, second=second),
        )

    def _not_made(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        self._show(busy=False, problem=say(error), problem_at=Gap.FILE)

    def _sheet_name(self) -> str:
        return words.SHEET_NAME.format(name=self._path.stem if self._path else "")

    def _write_sheet(self, path: Path) -> None:
        try:
            written = self._beginning.save_recovery_sheet(path)
        except (Refusal, Trouble) as error:
            self._show(problem=say(error), problem_at=None)
            return
        self._show(done_note=words.CODE_SAVED.format(name=written.name))

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._state = replace(
            state, hint=needed(self._gap(state)), names_counted=state.filled.counted
        )
        self._view.show_state(self._state)

    def _gap(self, state: FirstStartState) -> Gap | None:
        if state.stage is Stage.FORM:
            return state.filled.gap
        if state.stage is Stage.SAFETY:
            return self._safety_gap()
        right = (self._right_in(place, state) for place in range(len(state.asked)))
        return None if all(right) else Gap.CODE

    def _right_in(self, place: int, state: FirstStartState) -> bool:
        return self._beginning.same_code(state.answers[place], state.code[state.asked[place]])


def _card(choice: ProfileChoice) -> ProfileCard:
    return ProfileCard(choice.key, choice.name, profile_note(choice))
