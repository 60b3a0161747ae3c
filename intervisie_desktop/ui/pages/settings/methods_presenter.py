"""Instellingen, werkvormen: read them, copy one, and adapt the copy; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.methods import (
    Accent,
    Experience,
    Method,
    MinutesFrom,
    Phase,
    Speaker,
    Turn,
)
from intervisie_desktop.services.methods import MethodsService
from intervisie_desktop.ui.shell.desk import Desk
from intervisie_desktop.ui.text import methods as words
from intervisie_desktop.ui.text.labels import options, word


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method in the list."""

    id: str
    name: str
    minutes: int
    accent: str
    experience: str
    own: bool


@dataclass(frozen=True, slots=True)
class PhaseState:
    """A phase to read, and as its form shows it."""

    id: str
    name: str
    line: str
    hint: str
    minutes: str
    origin: str
    values: dict[str, Any]
    turns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MethodsState:
    """Everything the section shows; `values` are those of the form of an own method."""

    rows: tuple[MethodRow, ...]
    chosen: str
    name: str
    about: str
    facts: str
    source: str
    total: str
    own: bool
    values: dict[str, Any]
    phases: tuple[PhaseState, ...]


class MethodsView(Protocol):
    """What the sheet can do."""

    def show_methods(self, state: MethodsState) -> None:
        """Show this."""

    def focus_name(self) -> None:
        """Put the cursor in the name of the method."""


class MethodsPresenter:
    """One method is open; those of the program can only be read and copied."""

    def __init__(self, service: MethodsService, view: MethodsView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._key = ""

    def show(self) -> None:
        """Read and show again."""
        self._view.show_methods(self._state())

    def choose(self, key: str) -> None:
        """Open another method."""
        if key != self._key:
            self._key = key
            self.show()

    def copy(self) -> None:
        """A copy of the method that is open, to adapt."""
        method = self._open()
        taken = {known.name.casefold() for known in self._service.all()}
        name = words.copy_name(method.name, taken)
        made = self._desk.perform(lambda: self._service.copy(method.key, name))
        if made is not None:
            self._key = made.key
            self.show()
            self._view.focus_name()

    def remove(self) -> None:
        """Remove the own method that is open; undo brings it back."""
        method = self._open()
        self._key = method.based_on
        self._desk.perform(lambda: self._service.remove(method.key))

    def change(self, name: str, value: Any) -> None:
        """Save one field of the method that is open."""
        kinds: dict[str, Callable[[Any], Any]] = {"accent": Accent, "experience": Experience}
        self._save(replace(self._open(), **{name: kinds.get(name, _as_it_is)(value)}))

    def change_phase(self, phase_id: str, name: str, value: Any) -> None:
        """Save one field of a phase; changed minutes are one's own."""
        place = int(phase_id)
        self._put(place, _with(self._open().phases[place], name, value))

    def add_phase(self) -> None:
        """A phase at the end, to be filled in."""
        method = self._open()
        taken = {phase.name.casefold() for phase in method.phases}
        name, number = words.NEW_PHASE, 2
        while name.casefold() in taken:
            name, number = f"{words.NEW_PHASE} {number}", number + 1
        new = Phase(name=name, minutes=5, allowed=(Turn.OPEN_QUESTION,))
        self._save(replace(method, phases=(*method.phases, new)))

    def remove_phase(self, phase_id: str) -> None:
        """Take a phase out; the last one stays."""
        method, place = self._open(), int(phase_id)
        self._save(replace(method, phases=method.phases[:place] + method.phases[place + 1 :]))

    def raise_phase(self, phase_id: str) -> None:
        """Let a phase change places with the one before it."""
        method, place = self._open(), int(phase_id)
        if place:
            phases = list(method.phases)
            phases[place - 1], phases[place] = phases[place], phases[place - 1]
            self._save(replace(method, phases=tuple(phases)))

    def _put(self, place: int, phase: Phase) -> None:
        method = self._open()
        phases = (*method.phases[:place], phase, *method.phases[place + 1 :])
        self._save(replace(method, phases=phases))

    def _save(self, method: Method) -> None:
        if method == self._open():
            return

        def save() -> Outcome[Method]:
            return self._service.save(method)

        if self._desk.perform(save) is None:
            # What was refused gives way to what is kept.
            self.show()

    def _open(self) -> Method:
        known = {method.key: method for method in self._service.all()}
        if self._key not in known:
            self._key = next(iter(known))
        return known[self._key]

    def _state(self) -> MethodsState:
        method = self._open()
        return MethodsState(
            rows=tuple(_row(known) for known in self._service.all()),
            chosen=method.key,
            name=method.name,
            about=method.about,
            facts=words.facts_line(method),
            source=words.source_line(method.source),
            total=f"samen {method.minutes} min",
            own=method.own,
            values={
                "name": method.name, "accent": method.accent.value,
                "experience": method.experience.value, "about": method.about,
            },
            phases=tuple(_phase_state(n, phase) for n, phase in enumerate(method.phases)),
        )  # fmt: skip


def _row(method: Method) -> MethodRow:
    return MethodRow(
        id=method.key,
        name=method.name,
        minutes=method.minutes,
        accent=word(method.accent),
        experience=word(method.experience),
        own=method.own,
    )


def _phase_state(place: int, phase: Phase) -> PhaseState:
    together = "+".join(turn.value for turn in phase.allowed)
    several = ((together, words.allowed_words(phase)),) if len(phase.allowed) != 1 else ()
    return PhaseState(
        id=str(place),
        name=phase.name,
        line=words.phase_line(phase),
        hint=phase.hint,
        minutes=f"{phase.minutes} min",
        origin=word(phase.minutes_from),
        values={
            "name": phase.name, "minutes": phase.minutes, "speaker": phase.speaker.value,
            "allowed": together, "contributor_active": phase.contributor_active,
            "hint": phase.hint,
        },
        turns=(*several, *options(Turn)),
    )  # fmt: skip


def _with(phase: Phase, name: str, value: Any) -> Phase:
    if name == "minutes":
        return replace(phase, minutes=value or 0, minutes_from=MinutesFrom.ESTIMATE)
    if name == "speaker":
        return replace(phase, speaker=Speaker(value))
    if name == "allowed":
        return replace(phase, allowed=tuple(Turn(turn) for turn in value.split("+") if turn))
    return replace(phase, **{name: value})


def _as_it_is(value: Any) -> Any:
    return value
