"""Step 2: the list of people, what is ticked, and what the buttons in a row do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from intervisie_desktop.services.certification.values import Candidate, Readiness
from intervisie_desktop.ui.pages.certificates import rows, words
from intervisie_desktop.ui.pages.certificates.board import Board
from intervisie_desktop.ui.pages.certificates.rows import makeable, rows_of
from intervisie_desktop.ui.shell.desk import Destination, Place, Question


class PeopleList:
    """Filters, folds, selects and ticks; runs the fix of a row."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def look_for(self, text: str) -> None:
        """Show only people and groups with these words."""
        self._board.choose(filter=text)
        self._board.show()

    def show_only(self, which: str) -> None:
        """Everyone ("all") or only who is ready ("ready")."""
        self._board.choose(ready_only=which == "ready")
        self._board.show()

    def select(self, key: str) -> None:
        """Show this person's paper."""
        if key and key != self._board.picked.current:
            self._board.put(current=key)
            self._board.show(paper=True)

    def turn(self, by: int) -> None:
        """To the next or the previous paper that will be made."""
        picked = self._board.picked
        keys = [one.key.text for one in picked.ticked()] or [
            one.key.text for one in picked.candidates() if one.readiness is not Readiness.RUNNING
        ]
        if keys:
            place = keys.index(picked.current) + by if picked.current in keys else 0
            self.select(keys[place % len(keys)])

    def tick(self, key: str) -> None:
        """Tick a person or take the tick away."""
        chosen = self._board.picked.chosen
        candidate = self._board.picked.candidate(key)
        if candidate is None or not makeable(candidate, chosen.reasons):
            return
        self._board.choose(ticked=chosen.ticked ^ {key})
        self._board.put(current=key)
        self._board.show(paper=True)

    def tick_ready(self) -> None:
        """Tick everyone who is ready."""
        picked = self._board.picked
        ready = [
            one.key.text for one in picked.candidates() if makeable(one, picked.chosen.reasons)
        ]
        self._board.choose(ticked=frozenset(ready))
        if ready and picked.current not in ready:
            self._board.put(current=ready[0])
        self._board.show(paper=True)

    def fold(self, group_id: str) -> None:
        """Open or close a group."""
        picked = self._board.picked
        chosen = picked.chosen
        is_open = any(
            row.open
            for row in rows_of(picked.groups, chosen)
            if row.kind == "group" and row.key == group_id
        )
        folded, unfolded = chosen.folded - {group_id}, chosen.unfolded - {group_id}
        self._board.choose(
            folded=folded | {group_id} if is_open else folded,
            unfolded=unfolded if is_open else unfolded | {group_id},
        )
        self._board.show()

    def unfold_rest(self, group_id: str) -> None:
        """Show or hide the people of a group whose year still runs."""
        self._board.choose(unfolded=self._board.picked.chosen.unfolded ^ {group_id})
        self._board.show()

    def act(self, key: str, action: str) -> None:
        """What a button in a row does."""
        candidate = self._board.picked.candidate(key)
        acts: dict[str, Callable[[Candidate], None]] = {
            rows.FIX: self._fix,
            rows.PLAN: self._plan,
            rows.REASON: self._ask_reason,
            rows.DROP_REASON: self._drop_reason,
            rows.REPLACE: self._ask_replacement,
            rows.OPEN: self._open_issued,
        }
        if candidate is not None:
            acts[action](candidate)

    def set_option(self, key: str, on: bool) -> None:
        """What stands on the paper."""
        self._board.put(options=replace(self._board.picked.options, **{key: on}))
        self._board.show(paper=True)

    def set_output(self, which: str, on: bool) -> None:
        """Whether papers go to the folder, to drafts, to the printer."""
        self._board.deliver(**{which: on})
        self._board.show()

    def choose_folder(self) -> None:
        """Another folder."""
        self._board.desk.choose_folder("Map voor de bewijzen", self._folder_chosen)

    def choose_letter(self, key: str) -> None:
        """Another text for the drafts."""
        letters = self._board.picked.letters
        self._board.deliver(letter=next((one for one in letters if one.key == key), None))
        self._board.show()

    def write_letter(self, subject: str, text: str) -> None:
        """The text as the user changed it; kept with the practice when it can be filled in."""
        letter = self._board.picked.letter()
        if letter is None or (letter.subject, letter.text) == (subject, text):
            return
        changed = replace(letter, subject=subject, text=text)
        service = self._board.service
        self._board.deliver(letter=changed)
        self._board.desk.perform(lambda: service.keep_letter(changed))
        self._board.show()

    def _fix(self, candidate: Candidate) -> None:
        session = words.mending_session(candidate)
        self._board.desk.go(Destination(Place.SESSIONS, id=session))

    def _plan(self, candidate: Candidate) -> None:
        year = self._board.picked.year
        self._board.desk.go(
            Destination(Place.AGENDA, id=candidate.group_id, part="plan", year=year)
        )

    def _ask_reason(self, candidate: Candidate) -> None:
        question = Question(
            title=f"Toch een bewijs voor {candidate.name}?",
            text="Er staat nog iets open. De reden blijft bij het bewijs bewaard en staat in het "
            "register, niet op het papier.",
            yes="Toch maken",
        )
        key = candidate.key.text

        def give(reason: str) -> None:
            chosen = self._board.picked.chosen
            self._board.choose(
                reasons={**chosen.reasons, key: reason}, ticked=chosen.ticked | {key}
            )
            self._board.put(current=key)
            self._board.show(paper=True)

        self._board.desk.ask_reason(question, give)

    def _drop_reason(self, candidate: Candidate) -> None:
        key, chosen = candidate.key.text, self._board.picked.chosen
        reasons = {one: why for one, why in chosen.reasons.items() if one != key}
        self._board.choose(reasons=reasons, ticked=chosen.ticked - {key})
        self._board.show()

    def _ask_replacement(self, candidate: Candidate) -> None:
        issued, board = candidate.issued, self._board
        if issued is None:
            return

        def give(reason: str) -> None:
            options = board.picked.options
            board.desk.perform(lambda: board.service.replace(issued.id, reason, options))
            board.read()

        board.desk.ask_reason(words.replace_question(issued.number, candidate.name), give)

    def _open_issued(self, candidate: Candidate) -> None:
        if candidate.issued is not None:
            self._board.desk.go(
                Destination(Place.CERTIFICATES, id=candidate.issued.id, part="register")
            )

    def _folder_chosen(self, folder: Path) -> None:
        self._board.deliver(folder=folder, to_folder=True)
        self._board.show()
