"""What sessions came to, worked out once and kept until something touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from intervisie_desktop.domain.bookkeeping import Slot
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group, MemberRole, Membership
from intervisie_desktop.domain.people import Employment, Participant, bare_name
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profiles import Edition, RuleProfile
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.views import SessionView


class SessionShelf:
    """The views of sessions, and what is asked of them again and again, under one book."""

    def __init__(self, book: Casebook, profiles: Mapping[str, RuleProfile]) -> None:
        self.book = book
        self._profiles = profiles
        self._views: dict[str, dict[str, SessionView]] = {}
        self._of_group: dict[str, dict[int, tuple[Session, ...]]] = {}
        self._offered: dict[str, dict[Slot, int]] = {}
        self._steady: dict[str, dict[int, dict[str, bool]]] = {}

    def turn_to(self, book: Casebook, sessions: Iterable[str], groups: Iterable[str]) -> None:
        """Goes on with a newer book; what is named is worked out again when asked for."""
        self.book = book
        for session_id in sessions:
            self._views.pop(session_id, None)
        for group_id in groups:
            self._of_group.pop(group_id, None)
            self._offered.pop(group_id, None)
            self._steady.pop(group_id, None)

    def kept(self) -> Callable[[], None]:
        """Remembers how it stands now, and gives what brings that back."""
        book = self.book
        views, of_group = dict(self._views), dict(self._of_group)
        offered, steady = dict(self._offered), dict(self._steady)

        def back() -> None:
            self.book = book
            self._views, self._of_group = views, of_group
            self._offered, self._steady = offered, steady

        return back

    def views(self, session_id: str) -> Mapping[str, SessionView]:
        """The views of a session by profile key; none for a session that was cancelled."""
        known = self._views.get(session_id)
        if known is None:
            known = self._views[session_id] = dict(self._look_at(session_id))
        return known

    def of_group(self, group_id: str) -> Mapping[int, tuple[Session, ...]]:
        """The sessions of a group that were not cancelled, by year."""
        known = self._of_group.get(group_id)
        if known is None:
            years: dict[int, list[Session]] = {}
            for session in self.book.of(Session, "group_id", group_id):
                if session.state is not SessionState.CANCELLED:
                    years.setdefault(session.day.year, []).append(session)
            known = {year: tuple(found) for year, found in years.items()}
            self._of_group[group_id] = known
        return known

    def offered(self, group_id: str, slot: Slot) -> int:
        """Minutes a group offers in a year to whoever always comes."""
        of_group = self._offered.setdefault(group_id, {})
        known = of_group.get(slot)
        if known is None:
            views = (
                self.views(s.id).get(slot[0]) for s in self.of_group(group_id).get(slot[1], ())
            )
            known = sum(view.whole.counted for view in views if view is not None)
            of_group[slot] = known
        return known

    def planned(self, session_id: str, profile: str) -> tuple[date, int]:
        """The day of a session, and what it counts for for whoever is there from start to end."""
        view = self.views(session_id).get(profile)
        return (view.session.day, view.whole.counted) if view else (date.max, 0)

    def steady(self, edition: Edition, group_id: str) -> Mapping[str, bool]:
        """Who in a group counts for its size, or not, whatever the day; the others are absent."""
        of_group = self._steady.get(group_id)
        if of_group is None:
            of_group = self._steady[group_id] = {}
        # By identity: comparing editions field by field would cost more than looking again.
        known = of_group.get(id(edition))
        if known is None:
            known = of_group[id(edition)] = dict(self._look_who_counts(edition, group_id))
        return known

    def _look_who_counts(self, edition: Edition, group_id: str) -> Iterator[tuple[str, bool]]:
        """Members of whom neither work nor role changed over time, in a way that matters."""
        roles: dict[str, set[MemberRole]] = {}
        for membership in self.book.of(Membership, "group_id", group_id):
            roles.setdefault(membership.participant_id, set()).add(membership.role)
        for who, had in roles.items():
            person = self.book.find(Participant, who)
            if had != {MemberRole.MEMBER} or person is None or self._leads(person, edition):
                continue
            jobs = self.book.of(Employment, "participant_id", who)
            functions = {"", *(job.function for job in jobs)}
            found = {edition.counts_in_group(person.profession, f) for f in functions}
            if len(found) == 1:
                yield who, found.pop()

    def _leads(self, person: Participant, edition: Edition) -> bool:
        """Whether this may be a facilitator herself, who does not count at her own sessions."""
        never = edition.facilitator_counts is not None and not edition.facilitator_counts.value
        return never and any(
            bare_name(leader.name) == person.called for leader in self.book.all(Facilitator)
        )

    def _look_at(self, session_id: str) -> Iterator[tuple[str, SessionView]]:
        session = self.book.find(Session, session_id)
        if session is None or session.state is SessionState.CANCELLED:
            return
        group = self.book.find(Group, session.group_id)
        for key in group.profiles if group else ():
            profile = self._profiles.get(key)
            edition = profile.edition_on(session.day) if profile else None
            if group and profile and edition:
                yield key, SessionView(self, session, group, profile, edition)
