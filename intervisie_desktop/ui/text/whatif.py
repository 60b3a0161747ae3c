"""The words of the page Wat als: what is tried, and what it would make of the practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intervisie_desktop.domain.standing import YearStanding
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
from intervisie_desktop.ui.text import counts, labels
from intervisie_desktop.ui.text.counts import hours, telwoord
from intervisie_desktop.ui.text.standings import look

TITLE = "Wat als"
PROMISE = "Er verandert niets in de praktijk tot u op Overnemen drukt."
NOTHING = ("Nog niets geprobeerd", "Kies links wat u wilt proberen. " + PROMISE)
NO_DIFFERENCE = "Dit verandert niets aan de bevindingen."
SAME_HOURS = "De uren en de stand van iedereen blijven gelijk."
WORKING = "Wat als uitrekenen"

#: What can be tried: key, words, sign.
KINDS: tuple[tuple[str, str, str], ...] = (
    ("move", "Bijeenkomst verplaatsen", "calendar-range"),
    ("cancel", "Bijeenkomst laten vervallen", "calendar-x"),
    ("add", "Bijeenkomst erbij plannen", "calendar-plus"),
    ("leave", "Deelnemer verlaat een groep", "log-out"),
    ("join", "Deelnemer komt in een groep", "user-plus"),
    ("profile", "Groep onder een ander regelprofiel", "scale"),
    ("ill", "Deelnemer valt een tijd uit", "hourglass"),
    ("away", "Deelnemer meldt zich af", "user-x"),
    ("guest", "Deelnemer komt als gast", "user-check"),
)
SIGNS = {key: sign for key, _word, sign in KINDS}
GONE = ("opgelost", "ok", "circle-check")
LIGHTER = ("lichter", "ok", "arrow-down")
SAME = ("wijzigt", "neutral", "arrow-right")
NEW = {
    "error": ("nieuw: fout", "fout", "octagon-x"),
    "warning": ("nieuw: let op", "waarschuwing", "triangle-alert"),
    "tip": ("nieuw: tip", "tip", "lightbulb"),
}
HEAVIER = {
    "error": ("wordt fout", "fout", "octagon-x"),
    "warning": ("wordt let op", "waarschuwing", "triangle-alert"),
    "tip": ("wordt tip", "tip", "lightbulb"),
}
_KEYS: dict[type, str] = {
    MoveSession: "move",
    CancelSession: "cancel",
    AddSession: "add",
    LeaveGroup: "leave",
    JoinGroup: "join",
    ChangeProfiles: "profile",
    FallOut: "ill",
    StayAway: "away",
    Visit: "guest",
}


def kind_of(attempt: Attempt) -> str:
    """The key of what is tried."""
    return _KEYS[type(attempt)]


class AttemptWords:
    """Says what is tried, with the names of now."""

    def __init__(self, choices: Choices, profiles: Mapping[str, str]) -> None:
        self._sessions = {s.id: s for s in choices.sessions}
        self._groups = dict(choices.groups)
        self._people = dict(choices.people)
        self._members = {key: (name, code) for key, _who, name, code in choices.memberships}
        self._profiles = profiles

    def say(self, attempt: Attempt) -> tuple[str, str]:
        """What is tried, and on what: "Verplaatsen naar di 20 okt", "OU, di 13 okt"."""
        match attempt:
            case MoveSession() | CancelSession() | AddSession():
                return self._planning(attempt)
            case LeaveGroup() | JoinGroup() | ChangeProfiles():
                return self._group_act(attempt)
            case FallOut():
                return self._fall_out(attempt)
            case StayAway() | Visit():
                who = self._person(attempt.participant_id)
                does = "komt als gast" if isinstance(attempt, Visit) else "meldt zich af"
                return f"{who} {does}", self._session(attempt.session_id)

    def _planning(self, attempt: MoveSession | CancelSession | AddSession) -> tuple[str, str]:
        if isinstance(attempt, CancelSession):
            return "Laten vervallen", self._session(attempt.session_id)
        day = counts.day_short_weekday(attempt.day)
        if isinstance(attempt, MoveSession):
            to = f"{day}, {counts.clock(attempt.start)}"
            return f"Verplaatsen naar {to}", self._session(attempt.session_id)
        when = f"{day}, {counts.span(attempt.start, attempt.end)}"
        return "Erbij plannen", f"{self._group(attempt.group_id)}, {when}"

    def _group_act(self, attempt: LeaveGroup | JoinGroup | ChangeProfiles) -> tuple[str, str]:
        if isinstance(attempt, LeaveGroup):
            name, code = self._members.get(attempt.membership_id, ("Deelnemer", ""))
            return f"{name} verlaat {code}", f"na {counts.day_short(attempt.last_day)}"
        if isinstance(attempt, JoinGroup):
            who, since = self._person(attempt.participant_id), counts.day_short(attempt.since)
            return f"{who} komt erbij", f"{self._group(attempt.group_id)}, vanaf {since}"
        leading = self._profiles.get(attempt.profiles[0], attempt.profiles[0])
        return f"Regelprofiel {leading}", self._group(attempt.group_id)

    def _fall_out(self, attempt: FallOut) -> tuple[str, str]:
        who = self._person(attempt.participant_id)
        why = labels.word(attempt.kind) if attempt.kind.value != "other" else "een andere reden"
        until = f" tot en met {counts.day_short(attempt.last)}" if attempt.last else ""
        return f"{who} valt uit", f"{why}, vanaf {counts.day_short(attempt.first)}{until}"

    def _session(self, session_id: str) -> str:
        found = self._sessions.get(session_id)
        return session_words(found.code, found.day, found.start) if found else "bijeenkomst"

    def _group(self, group_id: str) -> str:
        return self._groups.get(group_id, "groep")

    def _person(self, participant_id: str) -> str:
        return self._people.get(participant_id, "Deelnemer")


def session_words(code: str, day: date, start: int) -> str:
    """A session in a list of choices: "OU, di 20 okt, 10:00"."""
    return f"{code}, {counts.day_short_weekday(day)}, {counts.clock(start)}"


def hours_chip(standing: YearStanding | None) -> tuple[str, str, str]:
    """What a year comes to and how that stands: "7,5 krap"."""
    if standing is None:
        return ("geen deel", "neutral", "")
    word, tone, sign = look(standing.state)
    return (f"{hours(standing.forecast)} {word}", tone, sign)


def parts(standing: YearStanding | None) -> str:
    """What a forecast is made of: "2,5 gemaakt, 4,5 gepland"."""
    if standing is None:
        return ""
    return f"{hours(standing.made)} gemaakt, {hours(standing.planned)} gepland"


def targets(before: YearStanding | None, after: YearStanding | None) -> str:
    """What is due, and what would be: "8,0", "8,0 → 6,0"."""
    due = [hours(one.target) if one and one.target else "–" for one in (before, after)]
    return due[0] if due[0] == due[1] else f"{due[0]} → {due[1]}"


def summary(gone: int, new: int, people: int) -> tuple[tuple[str, str, str], ...]:
    """The difference in a few chips."""
    chips = []
    if gone:
        chips.append((f"{gone} opgelost", "ok", "circle-check"))
    if new:
        chips.append((f"{new} nieuw", "waarschuwing", "triangle-alert"))
    if people:
        chips.append((f"uren van {telwoord(people, 'deelnemer', 'deelnemers')}", "neutral", ""))
    return tuple(chips) or (("geen verschil", "neutral", ""),)
