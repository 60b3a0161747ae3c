"""Methods (werkvormen): those of the program, own copies, and the programme around the cases."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.method_reader import (
    MethodError,
    problems_of,
    read_method,
    write_method,
)
from intervisie_desktop.domain.methods import (
    Lasting,
    Method,
    ProgrammeItem,
    ProgrammePlace,
    TimeCheck,
    time_check,
)
from intervisie_desktop.domain.own import OwnMethod
from intervisie_desktop.domain.people import folded
from intervisie_desktop.domain.sessions import Session, SessionPhase
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.host.resources import resources
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

Programme = tuple[ProgrammeItem, ...]

_LOG = logging.getLogger(__name__)


class MethodsService:
    """Methods to read, choose, copy and adapt."""

    def __init__(self, store: Store, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def all(self) -> tuple[Method, ...]:
        """Every method by name: those of the program and those of the practice."""
        with self._store.reading() as read:
            return methods_of(read)

    def get(self, key: str) -> Method:
        """The method with this key; Refusal("gone")."""
        for method in self.all():
            if method.key == key:
                return method
        raise Refusal("gone", kind="method", id=key)

    def find(self, name: str) -> Method | None:
        """The method of this name or key, case and accents aside; None for words of one's own."""
        return named(self.all(), name)

    def copy(self, key: str, name: str) -> Outcome[Method]:
        """A copy of one's own to adapt; Refusal("gone"), ("method_name_taken")."""
        origin = self.get(key)
        copied = replace(
            origin, key=self._ids.new("me"), name=name.strip(), own=True,
            based_on=origin.based_on or origin.key,
        )  # fmt: skip
        self._check(copied)
        with self._store.work("method_copied", method=copied.name) as work:
            work.own_methods.add(_kept(copied))
        return work.outcome(copied)

    def save(self, method: Method) -> Outcome[Method]:
        """Keeps a changed own method; Refusal("gone"), ("method_name_taken"), ("method_…")."""
        self._check(method)
        with self._store.work("method_changed", method=method.name) as work:
            work.own_methods.get(method.key)
            work.own_methods.save(_kept(method))
        return work.outcome(method)

    def remove(self, key: str) -> Outcome[None]:
        """Removes an own method; sessions keep the name and the phases they were planned with."""
        method = self.get(key)
        with self._store.work("method_removed", method=method.name) as work:
            work.own_methods.get(key)
            work.own_methods.remove(key)
        return work.outcome(None)

    def planned(self, name: str) -> tuple[SessionPhase, ...]:
        """The phases to plan for one case of the method of this name; none when it is unknown."""
        return plan_of(self.find(name))

    def _check(self, method: Method) -> None:
        for problem in problems_of(method):
            raise Refusal(f"method_{problem.code}", phase=problem.phase, what=problem.what)
        twin = self.find(method.name)
        if twin is not None and twin.key != method.key:
            raise Refusal("method_name_taken", name=method.name)


def methods_of(read: Reading) -> tuple[Method, ...]:
    """Every method by name, within a reading; an own one that is not readable here is left out."""
    own = [_parsed(kept.id, kept.text) for kept in read.own_methods.all()]
    every = [*built_in(), *(method for method in own if method is not None)]
    return tuple(sorted(every, key=lambda method: method.name.casefold()))


def planned_phases(read: Reading, name: str) -> tuple[SessionPhase, ...]:
    """The phases of the method of this name, within a reading; none when it is unknown."""
    return plan_of(named(methods_of(read), name)) if name else ()


def fit(session: Session, profiles: Sequence[str]) -> TimeCheck | None:
    """Whether the planned cases fit in a session; None without the phases of a method.

    Pauses that were filled in take the place of those of the usual programme.
    """
    if not session.phases:
        return None
    around: Sequence[Lasting] = programme_of(profiles)
    if session.breaks:
        kept = [i for i in programme_of(profiles) if i.place is not ProgrammePlace.BETWEEN]
        around = [*kept, *session.breaks]
    return time_check(around, session.cases or 0, session.phases, session.minutes)


@lru_cache(maxsize=256)
def _parsed(key: str, text: str) -> Method | None:
    """The method in a kept text; None when another program wrote what this one cannot read."""
    try:
        method = read_method(tomllib.loads(text), own=True)
    except (MethodError, tomllib.TOMLDecodeError, RecursionError) as error:
        _LOG.warning("own method %s is not readable: %s", key, type(error).__name__)
        return None
    return method if method.key == key else None


def named(methods: Sequence[Method], name: str) -> Method | None:
    """The method of this name or key, case and accents aside; None when there is none."""
    wanted = folded(name)
    for method in methods:
        if wanted and wanted in {folded(method.name), method.key}:
            return method
    return None


def plan_of(method: Method | None) -> tuple[SessionPhase, ...]:
    """The phases to plan for one case of a method; none without one."""
    phases = method.phases if method else ()
    return tuple(SessionPhase(phase.name, phase.minutes) for phase in phases)


@cache
def built_in() -> tuple[Method, ...]:
    """The methods that come with the program, by key; raises MethodError for a broken file."""
    found = []
    for path in sorted((resources() / "methods").glob("*.toml")):
        method = read_method(tomllib.loads(path.read_text(encoding="utf-8")))
        if method.key != path.stem:
            raise MethodError(method.key, ())
        found.append(method)
    return tuple(found)


@cache
def _programmes() -> tuple[tuple[frozenset[str], Programme], ...]:
    text = (resources() / "templates" / "programme.toml").read_text(encoding="utf-8")
    return tuple(
        (
            frozenset(table["profiles"]),
            tuple(
                ProgrammeItem(name=item["name"], minutes=item["minutes"],
                              place=ProgrammePlace(item["place"]))
                for item in table["items"]
            ),
        )
        for table in tomllib.loads(text)["programme"]
    )  # fmt: skip


def programme_of(profiles: Sequence[str]) -> Programme:
    """What happens around the cases under the first of these profiles that says so."""
    known = _programmes()
    for key in profiles:
        for keys, items in known:
            if key in keys:
                return items
    return known[0][1]


def _kept(method: Method) -> OwnMethod:
    return OwnMethod(id=method.key, text=write_method(method), based_on=method.based_on)
