"""What the Controle panel shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from intervisie_desktop.domain.findings import Finding, FindingException, Severity
from intervisie_desktop.services.compliance import ComplianceService, FindingScope
from intervisie_desktop.services.control import Check, ControlService
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.ui.panels.findings import remedies, wording
from intervisie_desktop.ui.panels.findings.piles import Pile, piles
from intervisie_desktop.ui.panels.findings.state import (
    ChipState,
    ExceptionState,
    PanelState,
    SectionState,
)
from intervisie_desktop.ui.shell.desk import Desk, Destination, Progress, Question, Scope
from intervisie_desktop.ui.text import control as words
from intervisie_desktop.ui.text.findings import describe


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards there are in the whole practice, by severity: for tab and strip."""

    counts: tuple[tuple[Severity, int], ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.counts)


class FindingsView(Protocol):
    """What the presenter asks of the panel."""

    def show_state(self, state: PanelState, current: str) -> None:
        """Show everything, with this card as the current one."""

    def show_tally(self, tally: Tally) -> None:
        """Show the counts that stay in sight when the panel is folded."""

    def show_current(self, key: str) -> None:
        """Bring a card into view and put the focus on it."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """The piles that may be shown, and the exceptions."""

    piles: tuple[Pile, ...] = ()
    exceptions: tuple[tuple[Finding, FindingException], ...] = ()
    others: int = 0


class FindingsPresenter:
    """Checks on the worker, folds what belongs together, and carries out fixes."""

    def __init__(
        self,
        control: ControlService,
        compliance: ComplianceService,
        sessions: SessionsService,
        view: FindingsView,
        desk: Desk,
    ) -> None:
        self._control = control
        self._compliance = compliance
        self._sessions = sessions
        self._view = view
        self._desk = desk
        self._scope = Scope()
        self._everything = False
        self._other_years = False
        self._pressed: set[Severity] = set()
        self._opened: set[str] = set()
        self._explained: set[str] = set()
        self._new: set[str] = set()
        self._known: frozenset[str] | None = None
        self._check: Check | None = None
        self._busy = self._again = False
        self._state = PanelState(words.EVERYTHING, everything=True)
        self._piles: dict[str, Pile] = {}
        self._current = ""

    # Checking

    def check(self) -> None:
        """Look again, away from the window; asked while looking, it looks once more after."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        scope = self._asked()

        def job(_progress: Progress) -> Check:
            return self._control.check(scope)

        self._desk.run(job, self._checked, words.CHECKING, self._failed)

    def scope_changed(self, scope: Scope) -> None:
        """Another page or record is in front."""
        if scope != self._scope:
            before, self._scope = self._asked(), scope
            if before == self._asked() and self._check is not None:
                self.show()
            else:
                self.check()

    def _asked(self) -> FindingScope:
        scope = self._scope
        return FindingScope(scope.group_id, scope.session_id, scope.participant_id, scope.year)

    def _checked(self, check: Check) -> None:
        self._busy = False
        keys = frozenset(judged.finding.key for judged in check.findings)
        if self._known is not None:
            self._new = (self._new & keys) | (keys - self._known)
        self._known, self._check = keys, check
        self.show()
        self._once_more()

    def _failed(self, error: Exception) -> None:
        self._busy = self._again = False
        raise error

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self.check()

    # Showing

    def show(self) -> None:
        """Show what was found by the last check."""
        if self._check is None:
            return
        everything = self._everything or self._asked() == FindingScope()
        found = self._chosen(self._check, everything=everything)
        self._piles = {pile.key: pile for pile in found.piles}
        self._state = self._stated(self._check, found, everything=everything)
        if self._current not in self._state.keys:
            self._current = self._neighbour()
        self._view.show_tally(self._tally(self._check))
        self._view.show_state(self._state, self._current)

    def choose_scope(self, value: str) -> None:
        """Only what the page is about, or all of it."""
        self._everything = value == "all"
        self.show()

    def press(self, severity: str) -> None:
        """A count was pressed: show only what is pressed, or all when nothing is."""
        self._pressed ^= {Severity(severity)}
        self.show()

    def toggle_others(self) -> None:
        """Show or hide what is of other working years."""
        self._other_years = not self._other_years
        self.show()

    def toggle_lines(self, key: str) -> None:
        """Open a card that stands for several, or close it."""
        self._opened ^= {key}
        self.show()

    def toggle_why(self, key: str) -> None:
        """Show how the figures came about, or hide it."""
        self._explained ^= {key}
        self.show()

    def _chosen(self, check: Check, *, everything: bool) -> _Shown:
        here = [j for j in check.findings if everything or j.finding.key in check.within]
        year = self._desk.year()
        of_year = [j for j in here if self._other_years or year_of(j.finding, year) == year]
        return _Shown(
            piles=piles(j.finding for j in of_year if not j.ignored),
            exceptions=tuple((j.finding, j.exception) for j in of_year if j.exception),
            others=sum(1 for j in here if year_of(j.finding, year) != year and not j.ignored),
        )

    def _tally(self, check: Check) -> Tally:
        year = self._desk.year()
        every = piles(
            j.finding for j in check.findings if not j.ignored and year_of(j.finding, year) == year
        )
        return Tally(tuple((severity, _count(every, severity)) for severity in Severity))

    def _stated(self, check: Check, found: _Shown, *, everything: bool) -> PanelState:
        pressed = self._pressed or set(Severity)
        inked = wording.Inked(
            check.names,
            frozenset(self._new),
            frozenset(self._opened),
            frozenset(self._explained),
            with_group=everything or self._scope.group_id is None,
        )
        sections = []
        for severity in Severity:
            cards = [p for p in found.piles if p.finding.severity is severity]
            if cards and severity in pressed:
                made = tuple(wording.card(pile, inked) for pile in cards)
                sections.append(SectionState(severity.value, words.SECTIONS[severity], made))
        counted = [(severity, _count(found.piles, severity)) for severity in Severity]
        return PanelState(
            page_word=self._scope.word,
            everything=everything,
            chips=tuple(
                ChipState(severity.value, words.chip(severity, count), severity in self._pressed)
                for severity, count in counted
            ),
            sections=tuple(sections),
            exceptions=tuple(self._exception(check, *pair) for pair in found.exceptions),
            others=words.others(found.others, shown=self._other_years and found.others > 0),
            nothing=""
            if sections
            else words.nothing(check.at, check.rules, hidden=bool(found.piles)),
        )

    def _exception(self, check: Check, finding: Finding, made: FindingException) -> ExceptionState:
        text = describe(finding, check.names)
        return ExceptionState(made.id, text.context, text.title, made.reason)

    # Going from one to the next

    def choose(self, key: str) -> None:
        """A card got the focus."""
        if key != self._current:
            self._current = key
        self._seen(key)

    def step(self, step: int) -> None:
        """To the next or previous card, round at the ends."""
        keys = self._state.keys
        if not keys:
            self._desk.tell(self._state.nothing)
            return
        fresh = self._current not in keys
        at = -1 if fresh and step > 0 else 0 if fresh else keys.index(self._current)
        self._current = keys[(at + step) % len(keys)]
        self._view.show_current(self._current)

    def _neighbour(self) -> str:
        keys = self._state.keys
        return keys[0] if keys else ""

    def _seen(self, key: str) -> None:
        pile = self._piles.get(key)
        if pile is not None:
            self._new -= {member.key for member in pile.members}

    # Doing something about it

    def fix(self, key: str = "") -> None:
        """Carry out the fix of a card, by default the current one."""
        pile = self._piles.get(key or self._current)
        if pile is None or self._check is None:
            return
        fix = remedies.doable(describe(pile.finding, self._check.names).fixes, pile)
        session = pile.finding.subject.session
        if fix is None:
            self.toggle_lines(pile.key)
        elif session and remedies.is_act(fix, pile):
            today = self._desk.today()
            self._desk.perform(remedies.record(self._sessions, fix.code, session, today))
        else:
            self._go(remedies.target_of(fix, pile))

    def go(self, finding_key: str) -> None:
        """To the record that one finding, or the first of a card, is about."""
        for pile in self._piles.values():
            if pile.key == finding_key:
                self._go(remedies.place_of(pile.finding))
                return
            for member in pile.members:
                if member.key == finding_key:
                    self._go(remedies.place_of(member))
                    return

    def ignore(self, key: str) -> None:
        """Ask why, and make an exception for all a card stands for."""
        pile = self._piles.get(key)
        if pile is None:
            return
        first, *others = (member.key for member in pile.members)

        def then(reason: str) -> None:
            self._desk.perform(lambda: self._compliance.ignore(first, reason, None, *others))

        question = Question(words.IGNORE_TITLE, words.IGNORE_TEXT, words.IGNORE)
        self._desk.ask_reason(question, then)

    def restore(self, exception_id: str) -> None:
        """Take an exception back."""
        self._desk.perform(lambda: self._compliance.restore(exception_id))

    def copy(self, key: str) -> None:
        """A card as text on the clipboard."""
        card = self._state.card(key)
        if card is not None:
            self._desk.copy(wording.plain(card))

    def _go(self, destination: Destination | None) -> None:
        if destination is not None:
            self._desk.go(destination)


def year_of(finding: Finding, default: int) -> int:
    """The year a finding belongs to; what is about today belongs to the year of today."""
    if finding.subject.year is not None:
        return finding.subject.year
    return finding.day.year if finding.day is not None else default


def _count(found: Iterable[Pile], severity: Severity) -> int:
    return sum(1 for pile in found if pile.finding.severity is severity)
