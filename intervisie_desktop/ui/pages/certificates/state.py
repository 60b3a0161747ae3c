"""What the page shows at one moment; every string is ready in Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from intervisie_desktop.ui.widgets.tick_rows import Row
from intervisie_desktop.ui.widgets.wizard_states import DoneState, OutputState


class Step(IntEnum):
    """The four steps of the wizard; REGISTER is the list beside it."""

    REGISTER = 0
    TEMPLATE = 1
    PEOPLE = 2
    REVIEW = 3
    DONE = 4


STEP_WORDS = ("Jaar en sjabloon", "Deelnemers en uitvoer", "Nakijken", "Klaar")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionState:
    """What stands on the paper: (key, word, on)."""

    items: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateState:
    """Step 1: of a year or of a session, and which."""

    kind: str = "year"
    years: tuple[tuple[str, str], ...] = ()
    year: str = ""
    groups: tuple[tuple[str, str], ...] = ()
    group: str = ""
    sessions: tuple[tuple[str, str, str], ...] = ()
    session: str = ""
    count_word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """Step 3: one paper that will be made."""

    key: str
    number: str
    name: str
    hours: str
    remark: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """Step 3: what will happen when the button is pressed."""

    lines: tuple[ReviewLine, ...] = ()
    sentences: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardState:
    """The whole wizard at one moment."""

    step: Step = Step.TEMPLATE
    crumb: tuple[str, ...] = ()
    template: TemplateState = field(default_factory=TemplateState)
    rows: tuple[Row, ...] = ()
    current: str = ""
    show_only: str = "all"
    ready_word: str = ""
    selected_word: str = ""
    preview_title: str = ""
    preview_number: str = ""
    preview_pager: str = ""
    output: OutputState = field(default_factory=OutputState)
    options: OptionState = field(default_factory=OptionState)
    numbers_word: str = ""
    review: ReviewState = field(default_factory=ReviewState)
    done: DoneState = field(default_factory=DoneState)
    main_word: str = ""
    empty: tuple[str, str] | None = None
