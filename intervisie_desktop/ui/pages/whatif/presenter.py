"""What the page Wat als shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.people import AbsenceKind, folded
from intervisie_desktop.domain.planning.conflicts import Conflict
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.whatif import (
    Attempt,
    Choices,
    MoveSession,
    PlannedSession,
    Rehearsed,
    StandingShift,
    Tried,
    Visit,
    WhatIfService,
)
from intervisie_desktop.ui.pages.whatif.attempts import attempt_of
from intervisie_desktop.ui.pages.whatif.columns import FindingLine, HoursLine
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress
from intervisie_desktop.ui.text import conflicts, counts, refusals
from intervisie_desktop.ui.text import whatif as words
from intervisie_desktop.ui.text.findings import describe

CONCERNS = frozenset(
    {
        Subject.SESSION,
        Subject.GROUP,
        Subject.PARTICIPANT,
        Subject.ATTENDANCE,
        Subject.ABSENCE,
        Subject.AGREEMENT,
        Subject.EXCEPTION,
        Subject.PROFILE,
    }
)
_GRAVITY = list(Severity)
_TOKENS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.TIP: "tip"}
_USUAL_REASON = "Verhinderd"
_USUAL_START, _USUAL_MINUTES = 10 * 60, 120

Options = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One thing that is tried; `problem` is why it cannot be, `notes` (text, token) what to know.

    The number is its place in the list.
    """

    number: int
    sign: str
    title: str
    about: str
    problem: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIfState:
    """The whole page; `difference` is None as long as nothing was tried."""

    kind: str
    values: dict[str, Any]
    options: Options
    attempts: tuple[AttemptLine, ...] = ()
    chips: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[FindingLine, ...] = ()
    hours: tuple[HoursLine, ...] = ()
    hours_side: str = ""
    takeable: bool = False


class WhatIfView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: WhatIfState) -> None:
        """Show everything."""

    def focus_form(self) -> None:
        """Put the focus where an attempt is filled in."""


class WhatIfPresenter:
    """Keeps a list of attempts, shows what they come to, and takes them over or drops them."""

    def __init__(
        self, service: WhatIfService, compliance: ComplianceService, view: WhatIfView, desk: Desk
    ) -> None:
        self._service = service
        self._compliance = compliance
        self._view = view
        self._desk = desk
        self._kind = words.KINDS[0][0]
        self._values: dict[str, Any] = {}
        self._tried: list[Tried] = []
        self._choices = Choices((), (), (), (), {})
        self._rehearsed: Rehearsed | None = None
        self._asked = 0

    def refresh(self) -> None:
        """Read again, and work out again what is tried."""
        self._asked += 1
        asked, tried = self._asked, tuple(self._tried)

        def job(_progress: Progress) -> tuple[Choices, Rehearsed | None]:
            return self._service.choices(), self._service.rehearse(tried) if tried else None

        def done(found: tuple[Choices, Rehearsed | None]) -> None:
            if asked == self._asked:
                self._choices, self._rehearsed = found
                self._fill_in()
                self._show()

        self._desk.run(job, done, words.WORKING)

    def open(self, destination: Destination) -> None:
        """Come from elsewhere, maybe to try something on a record.

        The part is the kind of attempt; "move:2026-10-20:600" and "guest:p-1" try it at once.
        """
        kind, _, rest = destination.part.partition(":")
        if kind in words.SIGNS:
            self._kind = kind
            self._values = _about(kind, destination.id)
        if kind == "guest" and rest:
            self._put(Visit(session_id=destination.id, participant_id=rest))
        elif rest:
            day, _, start = rest.partition(":")
            moved = date.fromisoformat(day)
            self._put(MoveSession(session_id=destination.id, day=moved, start=int(start)))
        self.refresh()
        if kind in words.SIGNS:
            self._view.focus_form()

    def choose_kind(self, kind: str) -> None:
        """Try something of another kind, on the same record where that makes sense."""
        self._kind = kind
        kept = {"session", "group", "person", "membership"}
        who = self._values.get("person")
        self._values = {name: v for name, v in self._values.items() if name in kept}
        if kind == "leave" and who:
            self._values["member"] = who
        self._fill_in()
        self._show()

    def change(self, name: str, value: Any) -> None:
        """Take one field; another session brings its day, time and people."""
        self._values[name] = value
        if name == "session":
            for dependent in ("day", "start"):
                self._values.pop(dependent, None)
            if self._kind == "away":
                self._values.pop("person", None)
        if name == "group":
            self._values.pop("profile", None)
        self._fill_in()
        self._show()

    def attempt(self, values: dict[str, Any]) -> None:
        """Put what was filled in on the list."""
        made = attempt_of(self._kind, values, self._choices)
        if isinstance(made, str):
            self._desk.refuse(made)
            return
        self._put(made)
        self.refresh()

    def remove(self, number: int) -> None:
        """Take one attempt off the list."""
        del self._tried[number]
        self.refresh()

    def drop(self) -> None:
        """Let all of it go; the practice is as it was."""
        if self._tried:
            self._tried, self._rehearsed = [], None
            self._desk.tell("Wat als is leeg. Er is niets veranderd.")
        self.refresh()

    def take_over(self) -> None:
        """Do all of it for real, as one step that can be undone."""
        tried = tuple(self._tried)
        if not tried:
            return
        # Before the act: its announcement makes the page read again.
        self._tried = []
        if self._desk.perform(lambda: self._service.take_over(tried)) is None:
            self._tried = list(tried)
        self.refresh()

    def open_finding(self, key: str) -> None:
        """To the record a finding is about, as it is now."""
        subject = self._finding(key).subject
        if subject.session and any(s.id == subject.session for s in self._choices.sessions):
            self._desk.go(Destination(Place.SESSIONS, subject.session))
        elif subject.participant:
            self._desk.go(Destination(Place.PARTICIPANTS, subject.participant, year=subject.year))
        elif subject.group:
            self._desk.go(Destination(Place.GROUPS, subject.group))

    def open_person(self, line_id: str) -> None:
        """To the participant of a line with hours."""
        self._desk.go(Destination(Place.PARTICIPANTS, line_id.partition("|")[0]))

    def _put(self, attempt: Attempt) -> None:
        if attempt not in [one.attempt for one in self._tried]:
            self._tried.append(self._service.attempt(attempt))

    def _finding(self, key: str) -> Finding:
        assert self._rehearsed is not None
        found = self._rehearsed.difference
        pairs = [new for _old, new in found.changed]
        return next(f for f in (*found.appeared, *found.gone, *pairs) if f.key == key)

    def _fill_in(self) -> None:
        """What a field begins with: the first choice, and the day and time of its session."""
        values, options = self._values, self._options()
        for name in ("session", "group", "person", "membership"):
            known = [value for value, _word in options[name]]
            if values.get(name) not in known:
                values[name] = known[0] if known else ""
        if values.get("member"):
            own = [k for k, who, *_ in self._choices.memberships if who == values["member"]]
            values["membership"] = own[0] if own else values["membership"]
            del values["member"]
        session = self._session()
        today = self._desk.today()
        fresh: dict[str, Any] = {
            "day": session.day if session and self._kind == "move" else today,
            "start": session.start if session and self._kind == "move" else _USUAL_START,
            "end": _USUAL_START + _USUAL_MINUTES,
            "reason": _USUAL_REASON,
            "kind": AbsenceKind.ILLNESS.value,
            "last": None,
        }
        leading = self._choices.profiles.get(str(values["group"]), ("",))[0]
        other = [key for key, _word in options["profile"] if key != leading]
        fresh["profile"] = other[0] if other else ""
        for name, value in fresh.items():
            values.setdefault(name, value)

    def _session(self) -> PlannedSession | None:
        wanted = self._values.get("session")
        return next((s for s in self._choices.sessions if s.id == wanted), None)

    def _options(self) -> Options:
        choices, session = self._choices, self._session()
        people = choices.people
        if self._kind == "away":
            people = session.people if session else ()
        if self._kind == "guest" and session:
            there = {who for who, _name in session.people}
            people = tuple(pair for pair in people if pair[0] not in there)
        profiles = self._compliance.profiles().values()
        return {
            "session": tuple(
                (s.id, words.session_words(s.code, s.day, s.start)) for s in choices.sessions
            ),
            "group": choices.groups,
            "person": people,
            "membership": tuple((k, f"{n}, {code}") for k, _who, n, code in choices.memberships),
            "profile": tuple((p.key, p.short_name) for p in profiles if p.enabled),
        }

    def _show(self) -> None:
        found = self._rehearsed
        difference = found.difference if found else None
        shifts = [s for s in difference.shifts if self._is_near(s)] if difference else []
        findings = tuple(self._findings(found)) if found else ()
        chips: tuple[tuple[str, str, str], ...] = ()
        if difference is not None:
            people = {shift.participant_id for shift in shifts}
            chips = words.summary(len(difference.gone), len(difference.appeared), len(people))
        self._view.show_state(
            WhatIfState(
                kind=self._kind,
                values=dict(self._values),
                options=self._options(),
                attempts=tuple(self._lines()),
                chips=chips,
                findings=findings,
                hours=tuple(self._hours(found, shifts)) if found else (),
                hours_side=_side(shifts, self._desk.today().year),
                takeable=bool(self._tried) and not (found and found.refusals),
            )
        )

    def _is_near(self, shift: StandingShift) -> bool:
        """Years that are past cannot be planned for, yet may change: they are shown then too."""
        return shift.before is not None or bool(shift.after and shift.after.target)

    def _lines(self) -> Iterator[AttemptLine]:
        short = {key: p.short_name for key, p in self._compliance.profiles().items()}
        said = words.AttemptWords(self._choices, short)
        found = self._rehearsed
        for number, one in enumerate(self._tried):
            title, about = said.say(one.attempt)
            refusal = found.refusals.get(number) if found else None
            hits = found.conflicts.get(number, ()) if found else ()
            yield AttemptLine(
                number,
                words.SIGNS[words.kind_of(one.attempt)],
                title,
                about,
                refusals.say(refusal) if refusal else "",
                tuple(self._notes(hits)),
            )

    def _notes(self, hits: Sequence[Conflict]) -> Iterator[tuple[str, str]]:
        groups, people = dict(self._choices.groups), dict(self._choices.people)
        said = ((conflicts.say(hit, groups, people), _TOKENS[hit.severity]) for hit in hits)
        yield from dict.fromkeys(said)

    def _findings(self, found: Rehearsed) -> Iterator[FindingLine]:
        difference = found.difference
        for finding in difference.appeared:
            yield self._line(found, finding, words.NEW[finding.severity.value])
        worse = [(o, n) for o, n in difference.changed if _grave(n) < _grave(o)]
        better = [(o, n) for o, n in difference.changed if _grave(n) > _grave(o)]
        same = [(o, n) for o, n in difference.changed if _grave(n) == _grave(o)]
        for _old, new in worse:
            yield self._line(found, new, words.HEAVIER[new.severity.value])
        for finding in difference.gone:
            yield self._line(found, finding, words.GONE)
        for _old, new in better:
            yield self._line(found, new, words.LIGHTER)
        for _old, new in same:
            yield self._line(found, new, words.SAME)

    def _line(self, found: Rehearsed, finding: Finding, chip: tuple[str, str, str]) -> FindingLine:
        said = describe(finding, found.names, year=self._desk.today().year)
        return FindingLine(finding.key, chip, said.title, said.context)

    def _hours(self, found: Rehearsed, shifts: Sequence[StandingShift]) -> Iterator[HoursLine]:
        this_year, seen = self._desk.today().year, [(s.participant_id, s.year) for s in shifts]
        names = {s.participant_id: found.names.participant(s.participant_id) for s in shifts}

        def place(shift: StandingShift) -> tuple[bool, int, str]:
            return shift.year != this_year, -shift.year, folded(names[shift.participant_id])

        for shift in sorted(shifts, key=place):
            profile = found.names.profile(shift.profile)
            which = [profile] if seen.count((shift.participant_id, shift.year)) > 1 else []
            which += [] if shift.year == this_year else [str(shift.year)]
            yield HoursLine(
                id=f"{shift.participant_id}|{shift.profile}|{shift.year}",
                name=", ".join([names[shift.participant_id], *which]),
                profile=f"{profile}, {shift.year}",
                before=words.hours_chip(shift.before),
                after=words.hours_chip(shift.after),
                target=words.targets(shift.before, shift.after),
                before_parts=words.parts(shift.before),
                after_parts=words.parts(shift.after),
            )


def _grave(finding: Finding) -> int:
    return _GRAVITY.index(finding.severity)


def _side(shifts: Sequence[StandingShift], this_year: int) -> str:
    years = sorted({shift.year for shift in shifts})
    if not years:
        return ""
    names = counts.join([str(year) for year in years])
    return (
        "gemaakt en gepland, dit jaar" if years == [this_year] else f"gemaakt en gepland, {names}"
    )


def _about(kind: str, record_id: str) -> dict[str, Any]:
    """The field that a record from elsewhere fills."""
    if not record_id:
        return {}
    if kind == "leave":
        return {"member": record_id}
    names = {"move": "session", "cancel": "session", "away": "session", "ill": "person",
             "guest": "session", "join": "person"}  # fmt: skip
    return {names.get(kind, "group"): record_id}
