"""Changing a rule profile: a norm, an edition, and what is wrong with the result."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Certainty, Source
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile

_KEY = re.compile(r"[a-z0-9_]+")
_RANGES = (
    ("group_min", "group_max"),
    ("group_advised_min", "group_advised_max"),
    ("day_min", "day_max"),
    ("year_min", "year_max"),
    ("period_min", "period_max"),
)
_NEVER_ZERO = frozenset(
    {
        "period_years", "sessions_months", "designation_years", "sessions_per_year",
        "group_max", "day_max", "year_max", "period_max",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProfileProblem:
    """What is wrong in a profile; `edition` counts from 0, -1 is the profile as a whole.

    Codes: name_missing, short_name_missing, key_wrong, no_edition, editions_overlap,
    editions_order, source_nameless, range_backwards, zero, empty. `field` is the norm.
    """

    code: str
    edition: int = -1
    field: str = ""


def problems_of(profile: RuleProfile) -> tuple[ProfileProblem, ...]:
    """What keeps this profile from being kept, in the order in which a page shows it."""
    found = [ProfileProblem("name_missing")] if not profile.name.strip() else []
    found += [] if profile.short_name.strip() else [ProfileProblem("short_name_missing")]
    found += [] if _KEY.fullmatch(profile.key) else [ProfileProblem("key_wrong")]
    found += [] if profile.editions else [ProfileProblem("no_edition")]
    for index, (before, after) in enumerate(pairwise(profile.editions), 1):
        if before.valid.overlaps(after.valid):
            found.append(ProfileProblem("editions_overlap", index))
        elif (before.valid.start or date.min) > (after.valid.start or date.min):
            found.append(ProfileProblem("editions_order", index))
    for index, edition in enumerate(profile.editions):
        found += _edition_problems(index, edition)
    return tuple(found)


def _edition_problems(index: int, edition: Edition) -> list[ProfileProblem]:
    norms = edition.norms()
    found = [] if edition.source.title.strip() else [ProfileProblem("source_nameless", index)]
    for name, norm in norms.items():
        if not norm.source.title.strip():
            found.append(ProfileProblem("source_nameless", index, name))
        if name in _NEVER_ZERO and norm.value == 0:
            found.append(ProfileProblem("zero", index, name))
        if norm.value in ("", ()):
            found.append(ProfileProblem("empty", index, name))
    for low, high in _RANGES:
        if low in norms and high in norms and _number(norms[low]) > _number(norms[high]):
            found.append(ProfileProblem("range_backwards", index, low))
    return found


def _number(norm: Norm[Any]) -> int:
    return int(norm.value)


def new_profile(key: str, name: str, today: date) -> RuleProfile:
    """An empty profile of one's own: one edition without a beginning, nothing asked yet."""
    source = Source("Eigen regels", certainty=Certainty.ASSUMPTION, checked_on=today)
    edition = Edition(valid=Period(), source=source)
    return RuleProfile(key=key, name=name, short_name=name[:24].strip(), editions=(edition,))


def with_norm(profile: RuleProfile, index: int, name: str, norm: Norm[Any] | None) -> RuleProfile:
    """The profile with one norm of an edition set, or taken out."""
    changed: dict[str, Any] = {name: norm}
    return with_edition(profile, index, replace(profile.editions[index], **changed))


def with_edition(profile: RuleProfile, index: int, edition: Edition) -> RuleProfile:
    """The profile with another edition in this place."""
    editions = (*profile.editions[:index], edition, *profile.editions[index + 1 :])
    return replace(profile, editions=editions)


def with_new_edition(profile: RuleProfile, start: date) -> RuleProfile:
    """The profile with an edition from `start` on that asks what the last one asks.

    The last one ends the day before. Refusal("edition_too_early") when it begins later itself.
    """
    last = profile.editions[-1]
    if last.valid.start is not None and start <= last.valid.start:
        raise Refusal("edition_too_early", day=last.valid.start.isoformat())
    closed = replace(last, valid=Period(last.valid.start, start - timedelta(days=1)))
    fresh = replace(last, valid=Period(start))
    return replace(profile, editions=(*profile.editions[:-1], closed, fresh))


def without_last_edition(profile: RuleProfile) -> RuleProfile:
    """The profile without its newest edition; the one before holds on.

    Refusal("edition_only") when there is no other.
    """
    if len(profile.editions) < 2:
        raise Refusal("edition_only")
    *kept, before, _ = profile.editions
    return replace(profile, editions=(*kept, replace(before, valid=Period(before.valid.start))))
