"""Rule profiles (regelprofielen): what a register asks, as dated numbers with their source."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from intervisie_desktop.domain.findings import Certainty, Severity, Source
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.periods import Period

Value_co = TypeVar("Value_co", covariant=True)

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.TIP: 2}


def milder(one: Severity, other: Severity) -> Severity:
    """The less grave of the two."""
    return one if _GRAVITY[one] >= _GRAVITY[other] else other


def gravity(severity: Severity) -> int:
    """0 for an error, 1 for a warning, 2 for a tip: the order in which findings stand."""
    return _GRAVITY[severity]


@dataclass(frozen=True)
class Norm(Generic[Value_co]):
    """One number or requirement of an edition, and where it is written.

    `severity` replaces the severity of the rule that reads it.
    """

    value: Value_co
    source: Source
    severity: Severity | None = None

    def gravest(self, wanted: Severity) -> Severity:
        """The severity a breach may have: an assumption is never an error."""
        severity = self.severity or wanted
        if self.source.certainty is Certainty.ASSUMPTION:
            return milder(severity, Severity.WARNING)
        return severity


class PauseCount(StrEnum):
    """Whether a pause counts as time of the session; where nobody wrote it down, UNKNOWN."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """What a profile answers to a question its texts may leave open (UNKNOWN)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class RegisterShare(StrEnum):
    """How many of those present must be in the register: half, more than half, or all."""

    HALF = "half"
    MAJORITY = "majority"
    ALL = "all"


class WorkRelation(StrEnum):
    """What a profile says of people in one group who work together."""

    ALLOWED = "allowed"
    ALLOWED_IF_SAFE = "allowed_if_safe"
    DISCOURAGED = "discouraged"
    FORBIDDEN = "forbidden"


class ContributionScope(StrEnum):
    """Over what a participant must have brought something in: each session or the year."""

    SESSION = "session"
    YEAR = "year"


class PointRounding(StrEnum):
    """Over what the rest of a point is dropped: each session, each day, or the year."""

    SESSION = "session"
    DAY = "day"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """A day that returns every year, such as 31 January."""

    month: int
    day: int

    def __post_init__(self) -> None:
        date(2024, self.month, self.day)

    def in_year(self, year: int) -> date:
        """That day; 29 February is the 28th where it does not exist."""
        last = 28 if (self.month, self.day) == (2, 29) and not isleap(year) else self.day
        return date(year, self.month, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProRata:
    """Less is due after a long absence: `minutes_off` per whole `per_months` of the year.

    `exactly` says whether an absence of just the least length is long enough, `partial` whether
    the months of a block that is not whole take off their share; where nobody wrote it down the
    first counts, the second does not, and the outcome is doubtful.
    """

    minutes_off: int
    per_months: int
    illness_months: int
    pregnancy_months: int
    exactly: Answer = Answer.UNKNOWN
    partial: Answer = Answer.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRule:
    """Points for sessions: `worth` hundredths of a point for each whole `per_minutes`.

    Where `per_session` is given it is worth so many hundredths whatever its length. The most of a
    day, a year and a registration period are in whole points; the most of a year is shared with
    the profiles in `shared_with`. `rounding` says over what a rest is dropped.
    """

    per_minutes: int = 60
    year_max: int | None = None
    kind: str = ""
    worth: int = 100
    per_session: int | None = None
    day_max: int | None = None
    period_max: int | None = None
    rounding: PointRounding = PointRounding.SESSION
    shared_with: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """So much for so long, session by session, as most registers do."""
        by_session = self.rounding is PointRounding.SESSION
        return by_session and self.per_session is None and self.day_max is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineCondition:
    """Something to record of each participant when online; `tick` is the field of Attendance."""

    tick: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a profile asks from one day to another; what it does not ask is None.

    Times are minutes, terms are in the unit their name says. Words such as functions and
    registers match when they occur in what was typed, without regard to case and accents.
    docs/profile-fields.md says of each field what it asks and which rule reads it.
    """

    valid: Period
    source: Source

    group_min: Norm[int] | None = None
    group_max: Norm[int] | None = None
    group_advised_min: Norm[int] | None = None
    group_advised_max: Norm[int] | None = None
    register_min: Norm[int] | None = None
    register_share: Norm[RegisterShare] | None = None
    locations_min: Norm[int] | None = None
    professions_counting: Norm[tuple[str, ...]] | None = None
    functions_not_counting: Norm[tuple[str, ...]] | None = None
    excluded_functions: Norm[tuple[str, ...]] | None = None
    work_relation: Norm[WorkRelation] | None = None
    hierarchy: Norm[WorkRelation] | None = None
    same_profession: Norm[bool] | None = None
    same_field_of_law: Norm[bool] | None = None
    composition_agreed: Norm[bool] | None = None
    series_min: Norm[int] | None = None
    group_registered: Norm[bool] | None = None
    accreditation_weeks: Norm[int] | None = None
    accreditation_yearly: Norm[bool] | None = None
    accepted: Norm[bool] | None = None

    day_min: Norm[int] | None = None
    day_max: Norm[int] | None = None
    contiguous: Norm[bool] | None = None
    gap_tolerance: Norm[int] | None = None
    pause_counts: Norm[PauseCount] | None = None
    pauses_min: Norm[int] | None = None
    split_day: Norm[Answer] | None = None
    short_stay: Norm[bool] | None = None
    usual_minutes: Norm[int] | None = None
    usual_tolerance: Norm[int] | None = None

    year_min: Norm[int] | None = None
    year_max: Norm[int] | None = None
    year_advised: Norm[int] | None = None
    sessions_per_year: Norm[int] | None = None
    sessions_months: Norm[int] | None = None
    same_group: Norm[bool] | None = None
    missed_max: Norm[int] | None = None
    period_years: Norm[int] | None = None
    period_min: Norm[int] | None = None
    period_max: Norm[int] | None = None
    period_sessions: Norm[int] | None = None
    carry_over_max: Norm[int] | None = None
    deficit_made_up: Norm[bool] | None = None
    pro_rata: Norm[ProRata] | None = None
    alternatives: Norm[tuple[str, ...]] | None = None
    combines_with: Norm[tuple[str, ...]] | None = None
    registers: Norm[tuple[str, ...]] | None = None
    bound_from_next_year: Norm[bool] | None = None
    tight_margin: Norm[int] | None = None
    points: Norm[PointRule] | None = None

    facilitator_required: Norm[bool] | None = None
    facilitator_counts: Norm[bool] | None = None
    facilitator_from_group: Norm[bool] | None = None
    leader_no_hierarchy: Norm[bool] | None = None
    designation_register: Norm[str] | None = None
    designation_registers: Norm[tuple[str, ...]] | None = None
    designation_years: Norm[int] | None = None
    designation_warn_days: Norm[int] | None = None
    leading_is_no_attendance: Norm[bool] | None = None

    confidentiality_beforehand: Norm[bool] | None = None
    opening_minutes: Norm[int] | None = None
    contract_required: Norm[bool] | None = None
    neutral_description: Norm[int] | None = None
    discouraged_themes: Norm[tuple[str, ...]] | None = None

    contribution_min: Norm[int] | None = None
    contribution_scope: Norm[ContributionScope] | None = None
    action_required: Norm[bool] | None = None
    preparation_days: Norm[int] | None = None

    online_allowed: Norm[bool] | None = None
    online_conditions: Norm[tuple[OnlineCondition, ...]] | None = None
    online_reason: Norm[bool] | None = None
    undisturbed_room: Norm[bool] | None = None
    link_days: Norm[int] | None = None

    method_required: Norm[bool] | None = None
    method_variation: Norm[int] | None = None
    phases: Norm[tuple[str, ...]] | None = None
    agenda_minutes: Norm[int] | None = None
    case_per_participant: Norm[bool] | None = None
    questions_over_advice: Norm[bool] | None = None
    evaluation_required: Norm[bool] | None = None
    certificate_required: Norm[bool] | None = None
    signed_list: Norm[bool] | None = None
    signature_needed: Norm[bool] | None = None
    year_statement: Norm[bool] | None = None
    reports: Norm[tuple[str, ...]] | None = None
    entry_deadline: Norm[MonthDay] | None = None
    retention_years: Norm[int] | None = None
    override_codes: Norm[tuple[str, ...]] | None = None

    def norms(self) -> dict[str, Norm[object]]:
        """Everything that is asked, by field name, in the order in which a page shows it."""
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: norm for name, norm in found.items() if isinstance(norm, Norm)}

    def counts_in_group(self, profession: str, function: str) -> bool:
        """Whether someone of this profession and function counts for the size of the group."""
        among = self.professions_counting.value if self.professions_counting else ()
        never = self.functions_not_counting.value if self.functions_not_counting else ()
        return _counts(among, never, profession, function)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleProfile:
    """A named set of rules with its editions, oldest first.

    A `template` is offered with the remark to check it with one's own register; `adapted` marks a
    built-in profile that was changed here.
    """

    key: str
    name: str
    short_name: str
    editions: tuple[Edition, ...]
    enabled: bool = True
    template: bool = False
    adapted: bool = False
    about: str = ""
    themes: tuple[str, ...] = ()
    preparation_questions: tuple[str, ...] = field(default=())

    def edition_on(self, day: date) -> Edition | None:
        """The edition that holds on this day, or None outside all of them."""
        for edition in reversed(self.editions):
            if day in edition.valid:
                return edition
        return None

    def edition_of_year(self, year: int) -> Edition | None:
        """The edition by which a calendar year is judged: the last one that held in it."""
        whole = Period(date(year, 1, 1), date(year, 12, 31))
        for edition in reversed(self.editions):
            if edition.valid.overlaps(whole):
                return edition
        return None


@lru_cache(maxsize=16384)
def mentions(text: str, words: tuple[str, ...]) -> bool:
    """True when one of the words occurs in the text, case and accents aside."""
    there = folded(text)
    return any(folded(word) in there for word in words)


@lru_cache(maxsize=4096)
def _counts(among: tuple[str, ...], never: tuple[str, ...], profession: str, function: str) -> bool:
    if mentions(function, never) or mentions(profession, never):
        return False
    # Someone whose profession was never typed in gets the benefit of the doubt.
    return not among or not profession or mentions(profession, among)
