"""What a use case changed: the one record that drives refresh, undo and the Logboek."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Subject(StrEnum):
    """The kinds of thing that can change."""

    PRACTICE = "practice"
    FACILITATOR = "facilitator"
    CLIENT = "client"
    PARTICIPANT = "participant"
    GROUP = "group"
    AGREEMENT = "agreement"
    SESSION = "session"
    ATTENDANCE = "attendance"
    CERTIFICATE = "certificate"
    CALENDAR = "calendar"
    ABSENCE = "absence"
    EXCEPTION = "exception"
    SETTING = "setting"
    INVOICE = "invoice"
    RATE = "rate"
    PAYMENT = "payment"
    PROFILE = "profile"
    METHOD = "method"
    TEXT = "text"
    EVALUATION = "evaluation"


class ChangeKind(StrEnum):
    """What happened to one record."""

    CREATED = "created"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One touched record; `links` names the records it belongs to, such as ("session", "s1")."""

    subject: Subject
    id: str
    kind: ChangeKind
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one act touched, in the order in which it happened."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def subjects(self) -> frozenset[Subject]:
        """The kinds of thing that were touched."""
        return frozenset(change.subject for change in self.changes)

    def ids(self, subject: Subject) -> frozenset[str]:
        """The ids of the touched records of this kind."""
        return frozenset(change.id for change in self.changes if change.subject is subject)

    def linked(self, name: str) -> frozenset[str]:
        """The ids that touched records point to under this name, such as "session"."""
        return frozenset(
            value for change in self.changes for key, value in change.links if key == name
        )


@dataclass(frozen=True)
class Outcome(Generic[Value]):
    """What a use case gives back: its value, what it changed and which act that was.

    `act` is a code such as "group_added"; `ui/text/done.py` makes the Dutch words of it together
    with `facts`. `final` acts end the undo history.
    """

    value: Value
    changes: ChangeSet = ChangeSet()
    act: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    final: bool = False
