"""The attempt that was filled in, by its kind; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intervisie_desktop.domain.people import AbsenceKind
from intervisie_desktop.services.whatif import (
    AddSession,
    Attempt,
    CancelSession,
    ChangeProfiles,
    Choices,
    FallOut,
    JoinGroup,
    LeaveGroup,
    MoveSession,
    StayAway,
    Visit,
)

Values = dict[str, Any]


def attempt_of(kind: str, values: Values, choices: Choices) -> Attempt | str:
    """What was filled in as an attempt, or a sentence that says why it is none."""
    if kind == "profile":
        return _other_profile(values, choices)
    if kind == "ill" and values["last"] is not None and values["last"] < values["day"]:
        return "De laatste dag ligt voor de eerste; draai ze om."
    return _MAKERS[kind](values)


def _move(values: Values) -> Attempt:
    return MoveSession(session_id=values["session"], day=values["day"], start=values["start"])


def _cancel(values: Values) -> Attempt:
    return CancelSession(session_id=values["session"], reason=values["reason"])


def _add(values: Values) -> Attempt:
    return AddSession(
        group_id=values["group"], day=values["day"], start=values["start"], end=values["end"]
    )


def _leave(values: Values) -> Attempt:
    return LeaveGroup(membership_id=values["membership"], last_day=values["day"])


def _join(values: Values) -> Attempt:
    return JoinGroup(group_id=values["group"], participant_id=values["person"], since=values["day"])


def _fall_out(values: Values) -> Attempt:
    return FallOut(
        participant_id=values["person"],
        kind=AbsenceKind(values["kind"]),
        first=values["day"],
        last=values["last"],
    )


def _stay_away(values: Values) -> Attempt:
    return StayAway(session_id=values["session"], participant_id=values["person"])


def _visit(values: Values) -> Attempt:
    return Visit(session_id=values["session"], participant_id=values["person"])


_MAKERS: dict[str, Callable[[Values], Attempt]] = {
    "move": _move,
    "cancel": _cancel,
    "add": _add,
    "leave": _leave,
    "join": _join,
    "ill": _fall_out,
    "away": _stay_away,
    "guest": _visit,
}


def _other_profile(values: Values, choices: Choices) -> Attempt | str:
    group_id, profile = values["group"], values["profile"]
    now = choices.profiles.get(group_id, ())
    if now[:1] == (profile,):
        return "De groep heeft dit regelprofiel al; kies een ander."
    rest = tuple(key for key in now[1:] if key != profile)
    return ChangeProfiles(group_id=group_id, profiles=(profile, *rest))
