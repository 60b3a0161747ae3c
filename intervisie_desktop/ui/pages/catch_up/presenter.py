"""What the page Inhalen shows and does; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.services.catch_up import (
    AtRisk,
    CatchUp,
    CatchUpPlace,
    CatchUpService,
)
from intervisie_desktop.services.writing import safe_name
from intervisie_desktop.ui.pages.catch_up.columns import PlaceLine, RiskLine
from intervisie_desktop.ui.shell.desk import Desk, Destination, FileQuestion, Place, Progress
from intervisie_desktop.ui.text import catch_up as words
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.findings import describe
from intervisie_desktop.ui.text.standings import look, until

CONCERNS = frozenset(
    {
        Subject.SESSION,
        Subject.GROUP,
        Subject.PARTICIPANT,
        Subject.ATTENDANCE,
        Subject.ABSENCE,
        Subject.PROFILE,
        Subject.PRACTICE,
    }
)


@dataclass(frozen=True, slots=True)
class PersonShown:
    """The one who has to catch up: how the year stands, and until when there is time."""

    id: str
    name: str
    groups: str
    chip: tuple[str, str, str]
    situation: str
    until: str
    made: int
    planned: int
    proposed: int
    target: int


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """The place that is open: what it would do, the verb of its button and the invitation."""

    title: str
    effects: tuple[str, ...]
    take: str
    letter: Mapping[str, Any]
    can_mail: bool


@dataclass(frozen=True, slots=True)
class CatchUpState:
    """The whole page; `nothing` is shown where there is nobody to catch up."""

    subtitle: str
    risks: tuple[RiskLine, ...] = ()
    person: PersonShown | None = None
    places: tuple[PlaceLine, ...] = ()
    open_place: str = ""
    place: PlaceShown | None = None
    closed: str = ""
    no_place: str = ""
    nothing: tuple[str, str] = words.NOBODY


class CatchUpView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: CatchUpState) -> None:
        """Show everything."""


class CatchUpPresenter:
    """Finds places for who falls short, and takes one."""

    def __init__(self, service: CatchUpService, view: CatchUpView, desk: Desk) -> None:
        self._service = service
        self._view = view
        self._desk = desk
        self._risks: tuple[AtRisk, ...] = ()
        self._open_id = ""
        self._wanted = ""
        self._found: CatchUp | None = None
        self._place_id = ""
        self._asked = 0

    def open(self, destination: Destination) -> None:
        """Come here, maybe for one participant, who need not be at risk."""
        self._wanted = destination.id
        self.refresh()

    def refresh(self) -> None:
        """Look again who falls short, and where the open one can go."""
        self._asked += 1
        asked, open_id, wanted = self._asked, self._open_id, self._wanted

        def job(_progress: Progress) -> tuple[tuple[AtRisk, ...], str, CatchUp | None]:
            risks = self._service.at_risk()
            known = [risk.participant_id for risk in risks]
            chosen = wanted or (open_id if open_id in known else next(iter(known), ""))
            return risks, chosen, self._service.places(chosen) if chosen else None

        def done(found: tuple[tuple[AtRisk, ...], str, CatchUp | None]) -> None:
            if asked == self._asked:
                self._risks, self._open_id, self._found = found
                self._keep_place()
                self._show()

        self._desk.run(job, done, words.LOOKING)

    def select(self, participant_id: str) -> None:
        """Open someone else."""
        if participant_id and participant_id != self._open_id:
            self._open_id, self._wanted, self._place_id = participant_id, "", ""
            self.refresh()

    def select_place(self, session_id: str) -> None:
        """Open another place."""
        if session_id and session_id != self._place_id:
            self._place_id = session_id
            self._show()

    def take(self) -> None:
        """Put the open one on the list of the open place."""
        session_id, who = self._place_id, self._open_id
        if session_id:
            self._desk.perform(lambda: self._service.take(session_id, who))

    def try_out(self) -> None:
        """See the same in Wat als, where more can be tried beside it."""
        place = self._place()
        if place is not None and place.own:
            self._desk.go(Destination(Place.SESSIONS, place.session.id))
        elif place is not None:
            part = f"guest:{self._open_id}"
            self._desk.go(Destination(Place.WHAT_IF, place.session.id, part))

    def open_person(self) -> None:
        """To the participant."""
        self._desk.go(Destination(Place.PARTICIPANTS, self._open_id))

    def open_session(self, session_id: str) -> None:
        """To a session."""
        self._desk.go(Destination(Place.SESSIONS, session_id))

    def plan(self) -> None:
        """To the agenda, to plan a session of their own group."""
        person = self._found.person if self._found else None
        group = person.standing.group_id if person else None
        self._desk.go(Destination(Place.AGENDA, group or "", "new"))

    def copy(self, letter: Mapping[str, Any]) -> None:
        """Put the invitation on the clipboard."""
        self._desk.copy(f"{letter['subject']}\n\n{letter['text']}")
        self._desk.tell("De uitnodiging staat op het klembord.")

    def save_draft(self, letter: Mapping[str, Any]) -> None:
        """Write the invitation as an e-mail draft."""
        who = self._open_id
        place = self._place()
        if place is None:
            return
        name = self._found.names.participant(who) if self._found else ""
        proposal = safe_name(f"Uitnodiging {name} {place.session.day.isoformat()}")
        question = FileQuestion(
            "E-mailconcept opslaan", ("E-mailconcept (*.eml)",), f"{proposal}.eml"
        )

        def chosen(path: Path) -> None:
            def write(_progress: Progress) -> Path:
                return self._service.write_draft(who, letter["subject"], letter["text"], path)

            self._desk.run(write, self._saved, "E-mailconcept opslaan")

        self._desk.choose_target(question, chosen)

    def _saved(self, path: Path) -> None:
        self._desk.tell(words.SAVED.format(name=path.name))

    def _keep_place(self) -> None:
        places = self._found.places if self._found else ()
        ids = [place.session.id for place in places]
        if self._place_id not in ids:
            self._place_id = ids[0] if ids else ""

    def _place(self) -> CatchUpPlace | None:
        places = self._found.places if self._found else ()
        return next((p for p in places if p.session.id == self._place_id), None)

    def _show(self) -> None:
        found = self._found
        person = found.person if found else None
        place = self._place()
        places = found.places if found else ()
        self._view.show_state(
            CatchUpState(
                subtitle=words.subtitle(len(self._risks)),
                risks=tuple(map(_risk, self._risks)),
                person=_person(person, place) if person else None,
                places=tuple(map(_line, places)),
                open_place=self._place_id,
                place=self._shown(place) if place else None,
                closed=words.closed_line(found.closed) if found else "",
                no_place="" if places else words.NO_PLACE,
                nothing=words.NOT_NEEDED if self._open_id else words.NOBODY,
            )
        )

    def _shown(self, place: CatchUpPlace) -> PlaceShown:
        assert self._found is not None
        names = self._found.names
        titles = {f.key: describe(f, names).title for f in (*place.appeared, *place.gone)}
        facts = self._service.invitation(place.session.id, self._open_id)
        times = counts.span(place.session.start, place.session.end)
        when = f"{counts.day_weekday(place.session.day)}, {times}"
        return PlaceShown(
            title=f"{place.group.name}, {when}",
            effects=words.effects(place, names, titles),
            take="Weer verwachten" if place.own else "Als gast toevoegen",
            letter={"subject": words.subject(facts), "text": words.invitation(facts)},
            can_mail=bool(facts.to_address),
        )


def _risk(risk: AtRisk) -> RiskLine:
    standing = risk.standing
    return RiskLine(
        risk.participant_id,
        risk.name,
        words.need(standing),
        standing.target - standing.forecast,
        look(standing.state),
    )


def _person(person: AtRisk, place: CatchUpPlace | None) -> PersonShown:
    standing = person.standing
    return PersonShown(
        id=person.participant_id,
        name=person.name,
        groups=person.groups,
        chip=look(standing.state),
        situation=words.situation(standing),
        until=until(standing),
        made=standing.made,
        planned=standing.planned,
        proposed=place.gain if place else 0,
        target=standing.target,
    )


def _line(place: CatchUpPlace) -> PlaceLine:
    session = place.session
    return PlaceLine(
        id=session.id,
        day=session.day,
        when=counts.day_short_weekday(session.day),
        code=place.group.code,
        colour=place.group.colour,
        group=place.group.name,
        hours=counts.hours(place.gain),
        after=look(place.after.state),
        size=words.size_words(place),
        heed=words.heed(place),
    )
