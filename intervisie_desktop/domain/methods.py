"""Methods (werkvormen): the phases of one case with their minutes, and whether a plan fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.people import folded


class Accent(StrEnum):
    """What a method leans on (brochure STAB/MCG: the accent depends on the method)."""

    REFLECTION = "reflection"
    ANALYSIS = "analysis"
    SOLUTIONS = "solutions"
    ADVICE = "advice"


class Experience(StrEnum):
    """What a method asks of group and leader."""

    BEGINNER = "beginner"
    ANY = "any"
    EXPERIENCED = "experienced"
    TRAINED_LEADER = "trained_leader"


class Speaker(StrEnum):
    """Who has the floor in a phase; the contributor is who brought the case in."""

    CONTRIBUTOR = "contributor"
    GROUP = "group"
    EVERYONE = "everyone"
    FACILITATOR = "facilitator"


class Turn(StrEnum):
    """What may be said in a phase."""

    STORY = "story"
    CHOICE = "choice"
    FACT_QUESTION = "fact_question"
    OPEN_QUESTION = "open_question"
    ANSWER = "answer"
    ASSOCIATION = "association"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    ADVICE = "advice"
    APPRECIATION = "appreciation"
    SILENCE = "silence"
    PLAY = "play"
    DECISION = "decision"
    REVIEW = "review"


ASKING = frozenset({Turn.FACT_QUESTION, Turn.OPEN_QUESTION})
ADVISING = frozenset({Turn.ADVICE, Turn.OPINION})


class MinutesFrom(StrEnum):
    """Where minutes come from: written in a source, or an estimate that is there to be changed."""

    SOURCE = "source"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One step of a method; `minutes` are for one case, `hint` is for whoever leads.

    `contributor_active` is False where who brought the case in listens only.
    """

    name: str
    minutes: int
    minutes_from: MinutesFrom = MinutesFrom.ESTIMATE
    speaker: Speaker = Speaker.EVERYONE
    contributor_active: bool = True
    allowed: tuple[Turn, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way of working (werkvorm) with its phases in order, for one case.

    `ordered` says that the phases may not change places; `total_min` and `total_max` are the
    minutes a source names for the whole, where it does. `own` is one of the practice.
    """

    key: str
    name: str
    source: Source
    phases: tuple[Phase, ...]
    about: str = ""
    accent: Accent = Accent.REFLECTION
    experience: Experience = Experience.ANY
    ordered: bool = False
    group_min: int | None = None
    group_advised_min: int | None = None
    group_advised_max: int | None = None
    group_max: int | None = None
    total_min: int | None = None
    total_max: int | None = None
    own: bool = False
    based_on: str = ""

    @property
    def id(self) -> str:
        """Its key: what it is known by among other records."""
        return self.key

    @property
    def called(self) -> str:
        """Its name as it is looked for in what was typed."""
        return folded(self.name)

    @property
    def minutes(self) -> int:
        """How long one case takes, all phases together."""
        return sum(phase.minutes for phase in self.phases)


class ProgrammePlace(StrEnum):
    """Where an item of the programme stands: before, between or after the cases."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """What happens around the cases, such as the opening, a pause or the evaluation."""

    name: str
    minutes: int
    place: ProgrammePlace = ProgrammePlace.BEFORE


class Lasting(Protocol):
    """Something that takes minutes: a method, a phase, an item of the programme."""

    @property
    def minutes(self) -> int:
        """How long it takes."""


@dataclass(frozen=True, slots=True)
class TimeCheck:
    """Whether cases fit in a session; all in minutes, `around` is all that is not a case."""

    minutes: int
    around: int
    cases: int
    case_minutes: int

    @property
    def room(self) -> int:
        """What is left for cases; never below zero."""
        return max(0, self.minutes - self.around)

    @property
    def needed(self) -> int:
        """What programme and cases take together."""
        return self.around + self.cases * self.case_minutes

    @property
    def fits(self) -> bool:
        """Whether everything fits."""
        return self.needed <= self.minutes

    @property
    def over(self) -> int:
        """How much there is too little; 0 when it fits."""
        return max(0, self.needed - self.minutes)

    @property
    def per_case(self) -> int:
        """Whole minutes there are for each case; all the room when no case is planned."""
        return self.room // self.cases if self.cases else self.room

    @property
    def cases_that_fit(self) -> int:
        """How many cases of this method there is room for."""
        return self.room // self.case_minutes if self.case_minutes else 0


def time_check(
    programme: Iterable[Lasting], cases: int, case: Lasting | Iterable[Lasting], minutes: int
) -> TimeCheck:
    """Whether `cases` fit in a session of `minutes`: programme + cases x case <= minutes.

    `case` is a method, or the phases that were planned for one.
    """
    each = sum(p.minutes for p in case) if isinstance(case, Iterable) else case.minutes
    return TimeCheck(minutes, sum(item.minutes for item in programme), cases, each)


def missing_phases(asked: Sequence[str], taken: Iterable[str]) -> tuple[str, ...]:
    """The phases that were asked but not taken, in their own order; case aside."""
    there = {name.casefold() for name in taken}
    return tuple(name for name in asked if name.casefold() not in there)


def in_order(asked: Sequence[str], taken: Iterable[str]) -> bool:
    """Whether the asked phases that were taken came in the asked order; others may come between."""
    place = {name.casefold(): n for n, name in enumerate(asked)}
    places = [place[name.casefold()] for name in taken if name.casefold() in place]
    return places == sorted(places)


def asking_minutes(method: Method) -> int:
    """Minutes of the phases in which questions are asked and nothing is advised yet."""
    return sum(p.minutes for p in method.phases if asks(p) and not advises(p))


def advising_minutes(method: Method) -> int:
    """Minutes of the phases in which opinions or advice are given."""
    return sum(p.minutes for p in method.phases if advises(p))


def asks(phase: Phase) -> bool:
    """Whether this phase is one for questions."""
    return bool(ASKING & {*phase.allowed})


def advises(phase: Phase) -> bool:
    """Whether this phase is one for opinions or advice."""
    return bool(ADVISING & {*phase.allowed})
