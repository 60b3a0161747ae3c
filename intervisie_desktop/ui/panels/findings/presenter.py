"""What the Controle panel shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.compliance import FindingScope, JudgedFinding
from intervisie_desktop.services.control import Check
from intervisie_desktop.ui.panels.findings import choosing, remedies, wording
from intervisie_desktop.ui.panels.findings.choosing import Grouping, Wanted
from intervisie_desktop.ui.panels.findings.doing import Doing, findings_of
from intervisie_desktop.ui.panels.findings.piles import Pile, piles
from intervisie_desktop.ui.panels.findings.state import (
    ChipState,
    FilterState,
    PanelState,
    SectionState,
)
from intervisie_desktop.ui.panels.findings.steps import Kit
from intervisie_desktop.ui.panels.findings.view import FindingsView, Tally
from intervisie_desktop.ui.shell.desk import Desk, Progress, Scope
from intervisie_desktop.ui.text import control as words


@dataclass(frozen=True, slots=True)
class _Shown:
    """The findings of the scope and year that stand open, as piles, and the exceptions.

    `tally` counts the whole practice in the working year, for tab and strip.
    """

    piles: tuple[Pile, ...] = ()
    exceptions: tuple[JudgedFinding, ...] = ()
    others: int = 0
    tally: Tally = Tally()


class FindingsPresenter:
    """Checks on the worker, folds what belongs together, orders it, and carries out fixes."""

    def __init__(self, services: Services, view: FindingsView, desk: Desk) -> None:
        self._services = services
        self._control = services.control
        self._view = view
        self._desk = desk
        self._scope = Scope()
        self._everything = False
        self._other_years = False
        self._grouping = Grouping(services.machine.settings.findings_by)
        self._wanted = Wanted()
        self._opened: set[str] = set()
        self._explained: set[str] = set()
        self._picked: set[str] = set()
        self._new: set[str] = set()
        self._known: frozenset[str] | None = None
        self._check: Check | None = None
        self._words: wording.Words | None = None
        self._kept: tuple[tuple[object, ...], _Shown] | None = None
        self._busy = self._again = False
        self._state = PanelState(words.EVERYTHING, everything=True)
        self._piles: dict[str, Pile] = {}
        self._current = ""
        self.doing = Doing(self, services.compliance, services.asking, desk)

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
        check = self._check
        if check is None:
            return
        everything = self._everything or self._asked() == FindingScope()
        found = self._found(check, everything=everything)
        self._piles = {pile.key: pile for pile in found.piles}
        self._picked &= self._piles.keys()
        self._state = self._stated(check, found, everything=everything)
        if self._current not in self._state.keys:
            self._current = next(iter(self._state.keys), "")
        self._view.show_tally(found.tally)
        self._view.show_state(self._state, self._current)

    def choose_scope(self, value: str) -> None:
        """Only what the page is about, or all of it."""
        self._everything = value == "all"
        self.show()

    def press(self, severity: str) -> None:
        """A count was pressed: show only what is pressed, or all when nothing is."""
        self._want(severities=self._wanted.severities ^ {Severity(severity)})

    def order_by(self, grouping: str) -> None:
        """Other headings, kept for this machine."""
        self._grouping = Grouping(grouping)
        self._services.machine.set_findings_by(self._grouping.value)
        self.show()

    def search(self, text: str) -> None:
        """Only what has these words in it."""
        self._want(text=text)

    def filter(self, name: str, value: object) -> None:
        """Only one profile or family, or only what the user leads."""
        check = self._check
        if name == "mine":
            self._want(mine=check.mine if value and check else None)
        else:
            self._want(**{name: str(value or "")})

    def clear_filter(self) -> None:
        """Leave nothing out any more."""
        self._wanted = Wanted()
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

    def toggle_pick(self, key: str) -> None:
        """Choose a card together with others, or leave it out again."""
        self._picked ^= {key}
        self.show()

    def pick_all(self) -> None:
        """Choose all cards that may be shown."""
        self._picked = set(self._state.keys)
        self.show()

    def pick_none(self) -> None:
        """Choose nothing any more."""
        self._picked.clear()
        self.show()

    def _want(self, **changes: Any) -> None:
        fields = {name: getattr(self._wanted, name) for name in Wanted.__slots__}
        self._wanted = Wanted(**{**fields, **changes})
        self.show()

    def _found(self, check: Check, *, everything: bool) -> _Shown:
        """What may be shown; worked out once for a check, a scope and a year."""
        year, kept = self._desk.year(), self._kept
        asked = (id(check), everything, year, self._other_years)
        if kept is None or kept[0] != asked:
            kept = self._kept = (asked, self._sorted_out(check, year, everything=everything))
        return kept[1]

    def _sorted_out(self, check: Check, year: int, *, everything: bool) -> _Shown:
        here = [j for j in check.findings if everything or j.finding.key in check.within]
        of_year = [
            j for j in here if self._other_years or choosing.year_of(j.finding, year) == year
        ]
        found = piles(j.finding for j in of_year if not j.ignored)
        every = found
        if not everything or self._other_years:
            whole = (j for j in check.findings if choosing.year_of(j.finding, year) == year)
            every = piles(j.finding for j in whole if not j.ignored)
        return _Shown(
            piles=found,
            exceptions=tuple(j for j in of_year if j.exception),
            others=sum(
                1 for j in here if choosing.year_of(j.finding, year) != year and not j.ignored
            ),
            tally=Tally(choosing.counted(every)),
        )

    def _stated(self, check: Check, found: _Shown, *, everything: bool) -> PanelState:
        worded = self._worded(check, with_group=everything or self._scope.group_id is None)
        inked = wording.Inked(
            frozenset(self._new),
            frozenset(self._opened),
            frozenset(self._explained),
            frozenset(self._picked),
            {j.finding.key: j.expired for j in check.findings if j.expired},
        )
        wanted = self._wanted
        fitting = [p for p in found.piles if wanted.fits_but_severity(p, worded.said)]
        kept = [p for p in fitting if wanted.right_severity(p)]
        sections = tuple(
            SectionState(
                heap.key, heap.word, tuple(worded.card(p, inked) for p in heap.piles), heap.look
            )
            for heap in choosing.heaps(kept, self._grouping, check.names)
        )
        return PanelState(
            page_word=self._scope.word,
            everything=everything,
            chips=tuple(
                ChipState(severity.value, words.chip(severity, n), severity in wanted.severities)
                for severity, n in choosing.counted(fitting)
            ),
            filter=self._filter_state(check, found),
            sections=sections,
            exceptions=tuple(
                wording.excepted(j.finding, j.exception, check.names)
                for j in found.exceptions
                if j.exception
            ),
            resolved=wording.solved(
                (one for one in check.solved if everything or self._inside(one.finding)),
                check.names,
                self._desk.today(),
            ),
            picked=words.picked(len(self._picked)),
            asking=self.doing.asking,
            others=words.others(found.others, shown=self._other_years),
            nothing=""
            if sections
            else words.nothing(check.at, check.rules, hidden=bool(found.piles)),
        )

    def _inside(self, finding: Finding) -> bool:
        """Whether what was solved belongs to what the page is about."""
        scope, subject = self._scope, finding.subject
        wanted = (
            (scope.session_id, subject.session),
            (scope.group_id, subject.group),
            (scope.participant_id, subject.participant),
        )
        return all(asked in {None, its} for asked, its in wanted)

    def _worded(self, check: Check, *, with_group: bool) -> wording.Words:
        known = self._words
        if known is None or known.names != check.names or known.with_group != with_group:
            known = self._words = wording.Words(check.names, with_group=with_group)
        return known

    def _filter_state(self, check: Check, found: _Shown) -> FilterState:
        wanted, findings = self._wanted, [pile.finding for pile in found.piles]
        profiles = choosing.profiles_in(findings, check.names)
        families = choosing.families_in(findings)
        return FilterState(
            grouping=self._grouping.value,
            text=wanted.text,
            profile=wanted.profile,
            family=wanted.family,
            mine=wanted.mine is not None,
            profiles=(("", words.PROFILE_ANY), *profiles),
            families=(("", words.FAMILY_ANY), *families),
            can_be_mine=check.mine is not None,
            on=wanted.narrowed,
        )

    # Walking

    def choose(self, key: str) -> None:
        """A card got the focus: it is not new any more."""
        self._current = key
        self._seen(key)

    def step(self, step: int) -> None:
        """The next or previous card; from the last on to the first."""
        keys = self._state.keys
        if not keys:
            self._desk.tell(self._state.nothing)
            return
        fresh = self._current not in keys
        at = -1 if fresh and step > 0 else 0 if fresh else keys.index(self._current)
        self._current = keys[(at + step) % len(keys)]
        self._view.show_current(self._current)

    def _seen(self, key: str) -> None:
        pile = self._piles.get(key)
        if pile is not None:
            self._new -= {member.key for member in pile.members}

    # Doing something about it

    def pile(self, key: str) -> Pile | None:
        """The pile of a card."""
        return self._piles.get(key)

    def kit(self) -> Kit | None:
        """What fixes may use, with the names of the last check."""
        if self._check is None:
            return None
        s = self._services
        return Kit(
            s.mending, s.sessions, s.agreements, s.compliance, s.practice, s.people,
            s.groups, s.methods,
            self._check.names, self._desk.today(),
        )  # fmt: skip

    def fix(self, key: str = "", code: str = "") -> None:
        """Carry out a fix of a card: the best one of the current card unless said otherwise.

        Where there is none, a card that stands for several opens.
        """
        pile, card = self._piles.get(key or self._current), self._state.card(key or self._current)
        if pile is None or card is None:
            return
        codes = [code] if code else [fix.code for fix in card.fixes]
        if not any(self.doing.fix(one, pile) for one in codes):
            self.toggle_lines(pile.key)

    def go(self, finding_key: str) -> None:
        """To the record that one finding, or the first of a card, is about."""
        for pile in self._piles.values():
            if pile.key == finding_key:
                self.doing.go(remedies.place_of(pile.finding))
                return
            for member in pile.members:
                if member.key == finding_key:
                    self.doing.go(remedies.place_of(member))
                    return

    def ignore(self, key: str) -> None:
        """Ask why, and make an exception for all a card stands for."""
        pile = self._piles.get(key)
        if pile is not None:
            self.doing.ignore(key, pile.members)

    def ignore_picked(self) -> None:
        """Ask why, and make an exception for everything that is chosen."""
        chosen = findings_of(self._piles[k] for k in self._state.keys if k in self._picked)
        if chosen:
            self.doing.ignore("", chosen)

    def restore(self, exception_id: str) -> None:
        """Take an exception back."""
        self.doing.restore(exception_id)

    def confirm(self, values: Mapping[str, Any]) -> None:
        """The form was filled in."""
        chosen = self.doing.asking is not None and not self.doing.asking.key
        self.doing.confirm(values)
        if chosen and self.doing.asking is None:
            self.pick_none()

    def copy(self, key: str) -> None:
        """A card as text on the clipboard."""
        card = self._state.card(key)
        if card is not None:
            self._desk.copy(wording.plain(card))

    def copy_source(self, key: str) -> None:
        """Where a card is written, as text on the clipboard."""
        pile = self._piles.get(key)
        if pile is not None:
            self._desk.copy(wording.source_text(pile.finding))
