"""Records for the palette: what the search service finds, as hits one can go to; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intervisie_desktop.domain.findings import Finding, Severity
from intervisie_desktop.domain.invoice_findings import PROFILE
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.services.search import (
    FoundCertificate,
    FoundClient,
    FoundGroup,
    FoundPerson,
    FoundSession,
    SearchService,
)
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.finding import Hit, HitGroup, Where, matches
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import palette as words
from intervisie_desktop.ui.text.findings import describe
from intervisie_desktop.ui.text.labels import word

_SIGNS = {
    Severity.ERROR: ("octagon-x", "fout"),
    Severity.WARNING: ("triangle-alert", "waarschuwing"),
    Severity.TIP: ("lightbulb", "tip"),
}


class Records:
    """Finds records of every kind, or only people or groups behind @ and #."""

    def __init__(
        self, search: SearchService, profiles: ProfilesService, places: frozenset[Place]
    ) -> None:
        self._search = search
        self._profiles = profiles
        self._places = places

    def find(self, text: str, kind: Where, limit: int) -> Sequence[HitGroup]:
        """What is found, by heading; pages that are not there are not led to."""
        if kind is Where.COMMANDS:
            return ()
        if kind is Where.PEOPLE:
            people = self._search.people(text, limit * 4)
            return self._kept([HitGroup(words.PEOPLE, tuple(map(_person, people)))])
        if kind is Where.GROUPS:
            groups = self._search.groups(text, limit * 4)
            return self._kept([HitGroup(words.GROUPS, tuple(map(_group, groups)))])
        return self._kept(list(self._everything(text, limit)))

    def _everything(self, text: str, limit: int) -> Iterator[HitGroup]:
        found = self._search.everything(text, limit)
        today = self._search.today()
        yield HitGroup(words.PEOPLE, tuple(map(_person, found.people)))
        yield HitGroup(words.GROUPS, tuple(map(_group, found.groups)))
        yield HitGroup(words.SESSIONS, tuple(_session(s, today.year) for s in found.sessions))
        yield HitGroup(words.CLIENTS, tuple(map(_client, found.clients)))
        yield HitGroup(words.CERTIFICATES, tuple(map(_certificate, found.certificates)))
        yield HitGroup(words.PROFILES, tuple(self._rules(text, limit)))
        yield HitGroup(words.FINDINGS, tuple(self._findings(text, limit)))

    def _rules(self, text: str, limit: int) -> Sequence[Hit]:
        """The rule profiles of this name; none before something was typed."""
        known = sorted(self._profiles.all().values(), key=lambda p: p.name.casefold())
        found = [p for p in known if text.strip() and matches(f"{p.name} {p.short_name}", text)]
        return [_profile(profile) for profile in found[:limit]]

    def _findings(self, text: str, limit: int) -> Iterator[Hit]:
        if not text.strip():
            return
        left = limit
        names = self._search.names()
        for finding in self._search.open_findings():
            words_of_it = describe(finding, names).title
            if left and matches(words_of_it, text):
                left -= 1
                yield _finding(finding, words_of_it)

    def _kept(self, groups: list[HitGroup]) -> Sequence[HitGroup]:
        kept = []
        for group in groups:
            hits = tuple(h for h in group.hits if h.destination and self._there(h.destination))
            if hits:
                kept.append(HitGroup(group.title, hits))
        return kept

    def _there(self, destination: Destination) -> bool:
        return destination.place in self._places


def _person(found: FoundPerson) -> Hit:
    return Hit(
        title=found.name,
        side=found.profession or found.email,
        icon="user",
        destination=Destination(Place.PARTICIPANTS, found.id),
        chip=(words.ARCHIVED, "neutral", "archive") if found.archived else ("", "neutral", ""),
    )


def _group(found: FoundGroup) -> Hit:
    return Hit(
        title=found.name,
        icon="users",
        destination=Destination(Place.GROUPS, found.id),
        tag=(found.code, found.colour),
        chip=(words.ARCHIVED, "neutral", "archive") if found.archived else ("", "neutral", ""),
    )


def _session(found: FoundSession, year: int) -> Hit:
    day = counts.day_short_weekday(found.day, year=found.day.year != year)
    return Hit(
        title=f"{found.group}, {day}",
        side=counts.clock(found.start),
        icon="messages-square",
        destination=Destination(Place.SESSIONS, found.id),
        tag=(found.code, found.colour),
        chip=(word(found.state), "neutral", ""),
    )


def _client(found: FoundClient) -> Hit:
    return Hit(
        title=found.name,
        side=found.city,
        icon="building-2",
        destination=Destination(Place.CLIENTS, found.id),
    )


def _certificate(found: FoundCertificate) -> Hit:
    return Hit(
        title=f"{found.number}, {found.name}",
        icon="scroll-text",
        destination=Destination(Place.CERTIFICATES, found.id),
        chip=(words.WITHDRAWN, "fout", "ban") if found.withdrawn else ("", "neutral", ""),
    )


def _profile(found: RuleProfile) -> Hit:
    return Hit(
        title=found.name,
        side=found.short_name if found.short_name != found.name else "",
        icon="scale",
        destination=Destination(Place.PROFILES, found.key),
    )


def _finding(finding: Finding, said: str) -> Hit:
    sign, token = _SIGNS[finding.severity]
    return Hit(title=said, icon=sign, token=token, destination=destination_of(finding))


def destination_of(finding: Finding) -> Destination | None:
    """The page where a finding can be seen to."""
    return _of_invoices(finding) if finding.profile == PROFILE else _of_rules(finding)


def _of_invoices(finding: Finding) -> Destination:
    """The invoice itself, or what is still to be billed to a client."""
    subject = finding.subject
    if subject.kind == "practice":
        return Destination(Place.INVOICES)
    return Destination(Place.INVOICES, subject.id, "bill" if subject.kind == "client" else "")


def _of_rules(finding: Finding) -> Destination | None:
    subject = finding.subject
    if subject.session is not None:
        return Destination(Place.SESSIONS, subject.session)
    if subject.kind == "year" and subject.participant is not None:
        return Destination(Place.PARTICIPANTS, subject.participant, year=subject.year)
    if subject.group is not None:
        return Destination(Place.GROUPS, subject.group)
    if subject.facilitator is not None:
        return Destination(Place.SETTINGS, subject.facilitator, "facilitators")
    return None
