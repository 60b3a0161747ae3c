"""The first start: a new practice file with what was filled in, or an invented one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstPractice:
    """What the first start asks; empty where it was skipped."""

    name: str = ""
    facilitator: str = ""
    city: str = ""
    logo: bytes | None = None
    profile: str = ""
    group: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A rule profile to begin with, with its leading numbers (minutes; None where none)."""

    key: str
    name: str
    year_minutes: int | None = None
    size_min: int | None = None
    size_max: int | None = None
    day_min: int | None = None
    day_max: int | None = None


class Beginning:
    pass
