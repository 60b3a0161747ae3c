"""Instellingen: every field is saved as it is left; what belongs to the practice can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from intervisie_desktop.domain.agenda import FreeKind, FreePeriod
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.practice import FacilitatorCard
from intervisie_desktop.ui.pages.settings.own_presenter import OwnPresenter, OwnState
from intervisie_desktop.ui.pages.settings.values import (
    DesignationLine,
    dated,
    numbers_of,
    practice_values,
    with_value,
)
from intervisie_desktop.ui.shell.desk import Desk, Destination
from intervisie_desktop.ui.text import settings as words
from intervisie_desktop.ui.text.advice import advice
from intervisie_desktop.ui.text.contrast import contrast_note

CONCERNS = frozenset(
    {
        Subject.PRACTICE,
        Subject.FACILITATOR,
        Subject.CALENDAR,
        Subject.SETTING,
        Subject.CERTIFICATE,
        Subject.METHOD,
        Subject.TEXT,
        Subject.RATE,
    }
)
_TYPED_ENOUGH = {"kvk_number": 8, "vat_number": 14, "iban": 18, "postcode": 6}
_LEADER = ("name", "quality", "email", "profession", "academic", "signature")


@dataclass(frozen=True, slots=True)
class LeaderState:
    """The facilitator that is open."""

    id: str
    main: bool
    values: dict[str, Any]
    designations: tuple[DesignationLine, ...]


@dataclass(frozen=True, slots=True)
class PaperState:
    """Colour, with what it means on white paper, and the letter that is open."""

    values: dict[str, Any]
    letters: tuple[tuple[str, str], ...]
    contrast: str
    readable: bool
    places: str


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything the page shows; `advice` holds sentences under fields by name."""

    section: str
    practice: dict[str, Any]
    advice: dict[str, str]
    leaders: tuple[tuple[str, str], ...]
    leader: LeaderState | None
    papers: PaperState
    numbering: dict[str, Any]
    numbering_note: str
    numbering_wrong: str
    region: str
    holidays: tuple[DesignationLine, ...]
    own: OwnState = OwnState()
    appearance: dict[str, Any] = field(default_factory=dict)
    machine: dict[str, Any] = field(default_factory=dict)


class SettingsView(Protocol):
    """What the page can do."""

    def show_state(self, state: SettingsState) -> None:
        """Show everything."""

    def show_advice(self, name: str, sentence: str) -> None:
        """Show or take away a sentence under a field of the practice."""

    def show_numbers(self, note: str, wrong: str) -> None:
        """Show what a pattern that is being typed would give."""

    def wear(self, theme: str, percent: int, calm: bool) -> None:
        """Put on a theme, a text size and motion."""

    def focus_leader(self) -> None:
        """Put the cursor in the name of the facilitator."""


class SettingsPresenter:
    """Shows eight sections and saves each field through its service."""

    def __init__(self, services: Services, view: SettingsView, desk: Desk) -> None:
        self._services = services
        self._view = view
        self._desk = desk
        self._section = words.TABS[0][0]
        self._leader = ""
        self._letter = ""
        self.own = OwnPresenter(services, desk, self._open_leader)

    def open(self, destination: Destination) -> None:
        """Come from elsewhere, maybe to one section or one facilitator."""
        if destination.part in dict(words.TABS):
            self._section = destination.part
        if destination.id and destination.part != "texts":
            self._leader = destination.id
            if destination.part != "own":
                self._section = "facilitators"
        self.refresh()

    def choose_section(self, key: str) -> None:
        """Another section."""
        self._section = key
        self.refresh()

    def refresh(self) -> None:
        """Read and show again."""
        self._view.show_state(self._state())

    # The practice

    def change_practice(self, name: str, value: Any) -> None:
        """Save one field of the practice."""
        self._save(with_value(self._services.practice.get(), name, value))

    def typing(self, name: str, text: str) -> None:
        """Advise while a number is typed, as soon as it can be judged."""
        enough = _TYPED_ENOUGH.get(name)
        if enough is not None:
            whole = len(text.replace(" ", "").replace(".", "")) >= enough
            self._view.show_advice(name, advice(name, text) if whole else "")

    # Gespreksleiders

    def choose_leader(self, facilitator_id: str) -> None:
        """Open another facilitator."""
        self._leader = facilitator_id
        self.refresh()

    def add_leader(self) -> None:
        """A new facilitator, the name to be typed over."""
        new = Facilitator(id="", name=words.FACILITATOR_NEW)
        made = self._desk.perform(lambda: self._services.practice.add_facilitator(new))
        if made is not None:
            self._leader = made.id
            self.refresh()
            self._view.focus_leader()

    def change_leader(self, name: str, value: Any) -> None:
        """Save one field of the facilitator that is open."""
        changed = replace(self._card().facilitator, **{name: value})
        self._desk.perform(lambda: self._services.practice.change_facilitator(changed))

    def remove_leader(self) -> None:
        """Remove the facilitator that is open; undo brings them back."""
        leader = self._card().facilitator.id
        self._desk.perform(lambda: self._services.practice.remove_facilitator(leader))

    def make_main(self) -> None:
        """This facilitator leads unless a group says otherwise."""
        leader = self._card().facilitator.id
        self._save(replace(self._services.practice.get(), facilitator_id=leader))

    def add_designation(self) -> None:
        """A new designation from today, to be filled in."""
        new = Designation(
            id="",
            facilitator_id=self._card().facilitator.id,
            register=words.DESIGNATION_NEW,
            period=Period(self._desk.today()),
        )
        self._desk.perform(lambda: self._services.practice.put_designation(new))

    def change_designation(self, designation_id: str, name: str, value: Any) -> None:
        """Save one field of a designation; a term the wrong way round is refused."""
        known = next(d for d in self._card().designations if d.id == designation_id)
        changed = dated(known, name, value)
        if changed is None:
            self._desk.refuse(words.PERIOD_BACKWARDS)
            return
        self._desk.perform(lambda: self._services.practice.put_designation(changed))

    def remove_designation(self, designation_id: str) -> None:
        """Remove a designation."""
        self._desk.perform(lambda: self._services.practice.remove_designation(designation_id))

    # Papieren

    def choose_letter(self, key: str) -> None:
        """Open the text of another letter."""
        self._letter = key
        self.refresh()

    def change_papers(self, name: str, value: Any) -> None:
        """Save the colour, or a changed letter."""
        if name == "letter":
            self.choose_letter(str(value))
        elif name == "accent":
            self.change_practice(name, value)
        else:
            changed = replace(self._open_letter(), **{name: value})
            self._desk.perform(lambda: self._services.certificates.keep_letter(changed))

    # Nummering

    def change_numbering(self, name: str, value: Any) -> None:
        """Save the pattern, start value or yearly restart; a wrong pattern says why."""
        changed = with_value(self._services.practice.get(), name, value)
        note, wrong = numbers_of(changed, self._desk.year())
        if wrong:
            self._view.show_numbers(note, wrong)
        else:
            self._save(changed)

    def typing_pattern(self, pattern: str) -> None:
        """Show while typing what the pattern gives."""
        practice = replace(self._services.practice.get(), number_pattern=pattern)
        self._view.show_numbers(*numbers_of(practice, self._desk.year()))

    # Agenda

    def change_region(self, name: str, value: Any) -> None:
        """Save the region of the school holidays."""
        self.change_practice(name, value)

    def add_holiday(self) -> None:
        """A free day of one's own, today, to be filled in."""
        today = self._desk.today()
        new = FreePeriod(
            id="", kind=FreeKind.OWN_HOLIDAY, name=words.HOLIDAY_NEW, first=today, last=today
        )
        self._desk.perform(lambda: self._services.agenda.put_free(new))

    def change_holiday(self, period_id: str, name: str, value: Any) -> None:
        """Save one field; the last day follows when the first goes past it."""
        known = next(p for p in self._holidays() if p.id == period_id)
        changed = replace(known, **{name: value})
        if changed.last < changed.first:
            other = "last" if name == "first" else "first"
            changed = replace(changed, **{other: value})
        self._desk.perform(lambda: self._services.agenda.put_free(changed))

    def remove_holiday(self, period_id: str) -> None:
        """Remove a free period."""
        self._desk.perform(lambda: self._services.agenda.remove_free(period_id))

    # Uiterlijk en stilte: of this machine

    def change_appearance(self, name: str, value: Any) -> None:
        """Keep theme, text size or motion on this machine, and wear it at once."""
        machine = self._services.machine
        changes: dict[str, Callable[[], None]] = {
            "theme": lambda: machine.set_theme(str(value)),
            "text_scale": lambda: machine.set_text_scale(int(value)),
            "reduce_motion": lambda: machine.set_reduce_motion(bool(value)),
        }
        changes[name]()
        now = machine.settings
        self._view.wear(now.theme, now.text_scale, now.reduce_motion)

    def change_machine(self, name: str, value: Any) -> None:
        """Keep when this machine locks by itself."""
        if name == "auto_lock":
            self._services.machine.set_auto_lock(int(value))
        else:
            self._services.machine.set_lock_on_minimise(bool(value))

    # Private

    def _save(self, practice: Practice) -> None:
        if practice != self._services.practice.get():
            self._desk.perform(lambda: self._services.practice.change(practice))

    def _state(self) -> SettingsState:
        practice = self._services.practice.get()
        note, wrong = numbers_of(practice, self._desk.year())
        cards = self._services.practice.facilitators()
        values = practice_values(practice)
        now = self._services.machine.settings
        return SettingsState(
            section=self._section,
            practice=values,
            advice={name: advice(name, str(values[name] or "")) for name in _TYPED_ENOUGH},
            leaders=tuple((c.facilitator.id, c.facilitator.name or words.NAMELESS) for c in cards),
            leader=self._leader_state(cards),
            own=self.own.state(),
            papers=self._paper_state(practice),
            numbering={
                "number_pattern": practice.number_pattern,
                "first_number": practice.first_number,
                "yearly_restart": practice.yearly_restart,
            },
            numbering_note=note,
            numbering_wrong=wrong,
            region=practice.school_region,
            holidays=tuple(
                DesignationLine(p.id, {"name": p.name, "first": p.first, "last": p.last})
                for p in self._holidays()
            ),
            appearance={
                "theme": now.theme,
                "text_scale": str(now.text_scale),
                "reduce_motion": now.reduce_motion,
            },
            machine={
                "auto_lock": str(now.auto_lock_minutes),
                "lock_on_minimise": now.lock_on_minimise,
            },
        )

    def _open_leader(self) -> str:
        """Who is open: the one chosen, else the one who usually leads."""
        cards = self._services.practice.facilitators()
        if self._leader not in {card.facilitator.id for card in cards}:
            main = next((card.facilitator.id for card in cards if card.default), "")
            self._leader = main or next((card.facilitator.id for card in cards), "")
        return self._leader

    def _leader_state(self, cards: tuple[FacilitatorCard, ...]) -> LeaderState | None:
        known = {card.facilitator.id: card for card in cards}
        card = known.get(self._open_leader())
        if card is None:
            return None
        return LeaderState(
            id=self._leader,
            main=card.default,
            values={name: getattr(card.facilitator, name) for name in _LEADER},
            designations=tuple(
                DesignationLine(
                    d.id,
                    {
                        "register": d.register,
                        "number": d.number,
                        "start": d.period.start,
                        "end": d.period.end,
                    },
                )
                for d in card.designations
            ),
        )

    def _paper_state(self, practice: Practice) -> PaperState:
        letter = self._open_letter()
        note, readable = contrast_note(practice.accent)
        return PaperState(
            values={
                "accent": practice.accent,
                "letter": letter.key,
                "subject": letter.subject,
                "text": letter.text,
            },
            letters=tuple((each.key, each.name) for each in self._services.certificates.letters()),
            contrast=note,
            readable=readable,
            places=words.LETTER_PLACES,
        )

    def _open_letter(self) -> Letter:
        letters = {letter.key: letter for letter in self._services.certificates.letters()}
        if self._letter not in letters:
            self._letter = next(iter(letters))
        return letters[self._letter]

    def _card(self) -> FacilitatorCard:
        cards = self._services.practice.facilitators()
        return next(card for card in cards if card.facilitator.id == self._leader)

    def _holidays(self) -> tuple[FreePeriod, ...]:
        return self._services.agenda.own_holidays()
