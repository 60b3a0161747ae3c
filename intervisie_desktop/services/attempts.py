"""What can be tried in Wat als: each act with what it needs, before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intervisie_desktop.domain.groups import MemberRole
from intervisie_desktop.domain.people import AbsenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSession:
    """A session on another day or time."""

    session_id: str
    day: date
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelSession:
    """A planned session does not take place."""

    session_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSession:
    """One more session of a group, in minutes since midnight."""

    group_id: str
    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveGroup:
    """Someone leaves a group; the last day belongs to the membership."""

    membership_id: str
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinGroup:
    """Someone belongs to a group from a day on."""

    group_id: str
    participant_id: str
    since: date
    role: MemberRole = MemberRole.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProfiles:
    """A group falls under other rule profiles; the first one leads."""

    group_id: str
    profiles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FallOut:
    """Someone does not practise for a while, and excuses themselves from what is planned then."""

    participant_id: str
    kind: AbsenceKind
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayAway:
    """Someone excuses themselves from a planned session."""

    session_id: str
    participant_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Someone is a guest at a planned session of another group."""

    session_id: str
    participant_id: str


Attempt = (
    MoveSession
    | CancelSession
    | AddSession
    | LeaveGroup
    | JoinGroup
    | ChangeProfiles
    | FallOut
    | StayAway
    | Visit
)
