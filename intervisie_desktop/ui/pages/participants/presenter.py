"""What the page Deelnemers shows and does; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.duplicates import SURE, Identity, PeopleIndex, Resemblance
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.standing import YearStanding
from intervisie_desktop.services.clients import ClientsService
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.people import Job, PeopleService, PersonCard, PersonRow
from intervisie_desktop.ui.pages.participants import details
from intervisie_desktop.ui.pages.participants.columns import PersonLine
from intervisie_desktop.ui.pages.participants.years import YearLine, period_lines, year_lines
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress, Question
from intervisie_desktop.ui.text import standings as standing_words
from intervisie_desktop.ui.text.counts import day_figures, telwoord
from intervisie_desktop.ui.text.lint import note_advice
from intervisie_desktop.ui.text.refusals import sentence

CONCERNS = frozenset(
    {
        Subject.PARTICIPANT,
        Subject.GROUP,
        Subject.SESSION,
        Subject.ATTENDANCE,
        Subject.ABSENCE,
        Subject.CLIENT,
    }
)

_REASONS = {
    Resemblance.SAME_NUMBER: "zelfde registratienummer",
    Resemblance.SAME_EMAIL: "zelfde e-mailadres",
    Resemblance.SAME_NAME_AND_EMPLOYER: "zelfde naam en kantoor",
    Resemblance.SAME_NAME: "zelfde naam",
    Resemblance.SAME_INITIALS_AND_EMPLOYER: "zelfde voorletters, achternaam en kantoor",
    Resemblance.SAME_INITIALS: "zelfde voorletters en achternaam",
    Resemblance.SIMILAR_NAME: "bijna dezelfde naam",
}
#: Below this score two names are merely close; while typing that would only distract.
_WORTH_SAYING = 60
_NAME_PARTS = ("given", "initials", "prefix", "surname", "title_before", "title_after")


@dataclass(frozen=True, slots=True)
class Resembling:
    """Someone who may be the same person: id, words and whether it is likely."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """The participant that is open."""

    id: str
    title: str
    subtitle: str
    archived: bool
    values: dict[str, Any]
    note_advice: str
    items: dict[str, tuple[tuple[str, dict[str, Any]], ...]]
    groups: tuple[tuple[str, str, str, int, str], ...]
    years: tuple[YearLine, ...]
    periods: tuple[YearLine, ...]
    resembling: tuple[Resembling, ...]


@dataclass(frozen=True, slots=True)
class ParticipantsState:
    """Everything the page shows; `draft` is True while a new participant is being typed."""

    rows: tuple[PersonLine, ...] = ()
    subtitle: str = ""
    archive: bool = False
    draft: bool = False
    shown: PersonShown | None = None
    clients: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class ParticipantsView(Protocol):
    """What the presenter asks of its page."""

    def show_state(self, state: ParticipantsState) -> None:
        """Show everything."""

    def show_resembling(self, found: tuple[Resembling, ...]) -> None:
        """Show who the one being typed in may be; nothing for nobody."""

    def show_advice(self, name: str, words: str) -> None:
        """Show or take away a sentence under a field."""


class ParticipantsPresenter:
    """Lists participants, opens one, saves every field as it is left."""

    def __init__(
        self,
        people: PeopleService,
        clients: ClientsService,
        compliance: ComplianceService,
        view: ParticipantsView,
        desk: Desk,
    ) -> None:
        self._people, self._clients, self._compliance = people, clients, compliance
        self._view, self._desk = view, desk
        self._open_id = ""
        self._archive = False
        self._draft = False
        self._rows: dict[tuple[bool, date], tuple[PersonRow, ...]] = {}
        self._looking = False
        self._names: dict[str, str] = {}

    def refresh(self) -> None:
        """Read and show again."""
        self._rows = {}
        self._show()

    def _show(self) -> None:
        # Work and groups are those of today, so another day needs another list.
        which = (self._archive, self._desk.today())
        if which not in self._rows:
            self._rows[which] = self._people.rows(archived=self._archive)
        rows = self._rows[which]
        if self._open_id not in {row.id for row in rows}:
            self._open_id = rows[0].id if rows else ""
        card = self._people.card(self._open_id) if self._open_id else None
        years: defaultdict[str, list[YearStanding]] = defaultdict(list)
        for standing in self._compliance.standings(self._desk.year()):
            years[standing.participant_id].append(standing)
        self._names = {row.id: row.name for row in rows}
        word = telwoord(len(rows), "deelnemer", "deelnemers")
        self._view.show_state(
            ParticipantsState(
                rows=tuple(_line(row, years[row.id]) for row in rows),
                subtitle=f"{word} in het archief" if self._archive else word,
                archive=self._archive,
                draft=self._draft,
                shown=self._shown(card) if card else None,
                clients=(
                    ("", "geen"),
                    *((row.id, row.name) for row in self._clients.rows()),
                ),
                others=tuple((r.id, r.listed) for r in rows if r.id != self._open_id),
            )
        )
        self._look_for_doubles()

    def select(self, participant_id: str) -> None:
        """Open another participant."""
        if participant_id and (participant_id != self._open_id or self._draft):
            self._open_id, self._draft = participant_id, False
            self._show()

    def open(self, destination: Destination) -> None:
        """Come from elsewhere, maybe to one participant, also when archived."""
        self._draft = destination.part == "new"
        if destination.id:
            self._open_id = destination.id
            self._archive = self._people.card(destination.id).person.archived
        self._show()

    def show_archive(self, archive: bool) -> None:
        """Switch between the current ones and the archive."""
        self._archive, self._draft = archive, False
        self._show()

    def begin(self) -> None:
        """Start typing a new participant."""
        self._draft, self._archive = True, False
        self._show()

    def stop(self) -> None:
        """Leave the new participant unmade."""
        self._draft = False
        self._show()

    def typing(self, values: dict[str, Any]) -> None:
        """Say who the one being typed in may be."""
        name = _name(values)
        if len(name.surname) < 2:
            self._view.show_resembling(())
            return
        email, employer = str(values.get("email") or ""), str(values.get("employer") or "")
        typed = Identity(id="", name=name, email=email, employers=(employer,) if employer else ())
        self._view.show_resembling(self._resembling(typed, least=_WORTH_SAYING))

    def add(self, values: dict[str, Any]) -> None:
        """Add the participant that was typed, with the work that was typed."""
        person = Participant(id="", name=_name(values), email=str(values.get("email") or ""))
        employer = str(values.get("employer") or "")
        job = Job(employer=employer, function=str(values.get("function") or ""))
        made = self._desk.perform(lambda: self._people.add(person, job if employer else None))
        if made is not None:
            self._draft, self._open_id = False, made.id
            self.refresh()

    def change(self, name: str, value: Any) -> None:
        """Save one field of the open participant."""
        person = self._people.card(self._open_id).person
        if name in _NAME_PARTS:
            changed = replace(person, name=replace(person.name, **{name: value or ""}))
        else:
            fields: dict[str, Any] = {name: value or (None if name == "payer_id" else "")}
            changed = replace(person, **fields)
        if changed != person:
            self._desk.perform(lambda: self._people.change(changed))

    def toggle_archived(self) -> None:
        """Put the open one away, or bring them back."""
        person = self._people.card(self._open_id).person
        act = self._people.restore if person.archived else self._people.archive
        self._desk.perform(lambda: act(person.id))

    def remove(self) -> None:
        """Remove the open one; refused when there is history."""
        participant_id = self._open_id
        self._desk.perform(lambda: self._people.remove(participant_id))

    def add_detail(self, kind: str, values: dict[str, Any]) -> None:
        """Add work, a registration, a tie or a time away."""
        owner = self._open_id
        if kind == "employment":
            job = details.job(values)
            self._desk.perform(lambda: self._people.change_employer(owner, job))
            return
        detail = details.made(kind, owner, values)
        self._put(lambda: self._people.put(detail))

    def change_detail(self, kind: str, record_id: str, name: str, value: Any) -> None:
        """Save one field of such a record; a period that ends before it starts is refused."""
        detail = details.find(self._people.card(self._open_id), kind, record_id)
        changed = details.changed(detail, self._open_id, name, value)
        if changed is None:
            self._desk.refuse("De einddatum ligt voor de begindatum. Er is niets gewijzigd.")
            self.refresh()
            return
        self._put(lambda: self._people.put(changed))

    def remove_detail(self, kind: str, record_id: str) -> None:
        """Remove such a record."""
        detail = details.find(self._people.card(self._open_id), kind, record_id)
        self._desk.perform(lambda: self._people.take_away(detail))

    def merge_into(self, other_id: str) -> None:
        """Make one of two: the open one stays, the other moves into it."""
        keep, drop = self._open_id, other_id
        preview = self._people.merge_preview(keep, drop)
        name = self._people.card(drop).person.name.plain
        if preview.refusal:
            days = ", ".join(day_figures(day) for day in preview.clashes)
            facts = {
                "name": self._people.card(keep).person.name.plain, "other": name, "days": days
            }  # fmt: skip
            self._desk.refuse(sentence(preview.refusal, facts))
            return
        moved = telwoord(preview.attendances, "deelname", "deelnames")
        question = Question(
            "Twee deelnemers samenvoegen",
            f"{name} gaat op in deze deelnemer, met {moved}. Dit kan ongedaan worden gemaakt.",
            "Samenvoegen",
        )
        self._desk.confirm(question, lambda: self._merge(keep, drop))

    def go_to_group(self, group_id: str) -> None:
        """Open a group of this participant."""
        self._desk.go(Destination(Place.GROUPS, group_id))

    def catch_up(self) -> None:
        """Where the open one can make up for hours."""
        self._desk.go(Destination(Place.CATCH_UP, self._open_id))

    def try_out(self) -> None:
        """See what it would come to when the open one falls out, leaves or joins."""
        self._desk.go(Destination(Place.WHAT_IF, self._open_id, "ill"))

    def dossier(self) -> None:
        """Go to the audit file of this participant."""
        self._desk.go(Destination(Place.REPORTS, self._open_id, "dossiers/participant"))

    def registers(self) -> None:
        """Go to what the register is told of this participant."""
        self._desk.go(Destination(Place.REPORTS, self._open_id, "registers"))

    def make_certificate(self) -> None:
        """Go to the certificates with this participant chosen."""
        self._desk.go(Destination(Place.CERTIFICATES, self._open_id, "person"))

    def _merge(self, keep: str, drop: str) -> None:
        self._desk.perform(lambda: self._people.merge(keep, drop))

    def _put(self, act: Any) -> None:
        if self._desk.perform(act) is None:
            self.refresh()

    def _shown(self, card: PersonCard) -> PersonShown:
        person = card.person
        year = self._desk.year()
        own = Identity(
            id=person.id,
            name=person.name,
            email=person.email,
            numbers=tuple((r.register, r.number) for r in card.registrations),
            employers=tuple(e.employer for e in card.employments),
        )
        work = next((e for e in card.employments if self._desk.today() in e.period), None)
        words = [w for w in (work.employer if work else "", work.function if work else "") if w]
        return PersonShown(
            id=person.id,
            title=person.name.formal,
            subtitle=", ".join(words),
            archived=person.archived,
            values=_values(person),
            note_advice=note_advice(person.note),
            items=details.items(card),
            groups=tuple(
                (group.id, group.code, group.name, group.colour, details.span_words(member.period))
                for member, group in card.memberships
            ),
            years=year_lines(self._compliance, person.id, year, self._desk.today()),
            periods=period_lines(self._compliance, person.id, self._desk.today()),
            resembling=self._resembling(own, least=SURE) if self._people.knows else (),
        )

    def _look_for_doubles(self) -> None:
        """Get to know everybody away from the window, and show the open one again then."""
        if self._looking or self._people.knows:
            return
        self._looking = True

        def job(_progress: Progress) -> PeopleIndex:
            return self._people.known()

        self._desk.run(job, self._know, "Dubbele deelnemers zoeken", self._know_not)

    def _know(self, _index: PeopleIndex) -> None:
        self._looking = False
        self._show()

    def _know_not(self, error: Exception) -> None:
        self._looking = False
        raise error

    def _resembling(self, one: Identity, least: int) -> tuple[Resembling, ...]:
        found = [like for like in self._people.known().like(one) if like.score >= least][:3]
        return tuple(
            Resembling(like.id, f"{self._name_of(like.id)}: {_REASONS[like.reason]}")
            for like in found
        )

    def _name_of(self, participant_id: str) -> str:
        known = self._names.get(participant_id)
        return known or self._people.card(participant_id).person.name.plain


def _line(row: PersonRow, years: Sequence[YearStanding]) -> PersonLine:
    standing = standing_words.least_favourable(years)
    return PersonLine(
        id=row.id,
        listed=row.listed,
        employer=row.employer,
        groups=tuple((code, name, colour) for _id, code, name, colour in row.groups),
        state=standing_words.look(standing.state) if standing else ("", "neutral", ""),
    )


def _name(values: dict[str, Any]) -> PersonName:
    return PersonName(**{part: str(values.get(part) or "") for part in _NAME_PARTS})


def _values(person: Participant) -> dict[str, Any]:
    parts = {part: getattr(person.name, part) for part in _NAME_PARTS}
    return {
        **parts,
        "email": person.email,
        "phone": person.phone,
        "profession": person.profession,
        "field_of_law": person.field_of_law,
        "payer_id": person.payer_id or "",
        "note": person.note,
    }
