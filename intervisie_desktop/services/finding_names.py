"""The names behind the ids in findings, read from the casebook they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session


class FindingNames:
    """Names as they are said; what is gone has an empty name."""

    def __init__(
        self,
        book: Casebook,
        profiles: Mapping[str, RuleProfile],
        clients: Mapping[str, str] | None = None,
    ) -> None:
        self._book = book
        self._profiles = profiles
        self._clients = clients or {}

    def participant(self, participant_id: str) -> str:
        """A participant's name: "Femke Zonnedauw"."""
        person = self._book.find(Participant, participant_id)
        return person.name.plain if person else ""

    def facilitator(self, facilitator_id: str) -> str:
        """A facilitator's name."""
        leader = self._book.find(Facilitator, facilitator_id)
        return leader.name if leader else ""

    def group(self, group_id: str) -> tuple[str, str]:
        """A group's name and its two-letter code."""
        group = self._book.find(Group, group_id)
        return (group.name, group.code) if group else ("", "")

    def client(self, client_id: str) -> str:
        """The name of an opdrachtgever."""
        return self._clients.get(client_id, "")

    def session_day(self, session_id: str) -> date | None:
        """The day of a session, when it is still there."""
        session = self._book.find(Session, session_id)
        return session.day if session else None

    def profile(self, key: str) -> str:
        """The short name of a rule profile."""
        profile = self._profiles.get(key)
        return profile.short_name if profile else key
