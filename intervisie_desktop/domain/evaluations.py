"""Evaluations of a session as they were handed in: scores without a person."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One form that came back: per item a score of 1 to 5; nothing tells who filled it in."""

    id: str
    session_id: str
    scores: dict[str, int] = field(default_factory=dict)
