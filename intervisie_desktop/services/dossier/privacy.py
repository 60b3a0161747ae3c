"""What of findings may stand in an audit file: nothing said, and in someone's own nobody else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.services.dossier.values import DossierScope, Names
from intervisie_desktop.storage.records.collections import Reading

ABOUT_CONTENT = frozenset({"H03", "H04"})
"""Codes whose evidence quotes a description or a theme; told without it."""

_SHORTEST = 3
_WORD = re.compile(r"\w+")


class OwnNames:
    """Names as they are, but every participant except one is "een andere deelnemer"."""

    def __init__(self, names: Names, participant_id: str) -> None:
        self._names = names
        self._own = participant_id

    def participant(self, participant_id: str) -> str:
        """The name of whom it is about, never of another."""
        if participant_id == self._own:
            return self._names.participant(participant_id)
        return str(texts("audit_file")["findings"]["other"])

    def facilitator(self, facilitator_id: str) -> str:
        """A facilitator's name."""
        return self._names.facilitator(facilitator_id)

    def group(self, group_id: str) -> tuple[str, str]:
        """A group's name and its code."""
        return self._names.group(group_id)

    def client(self, client_id: str) -> str:
        """The name of an opdrachtgever."""
        return self._names.client(client_id)

    def session_day(self, session_id: str) -> date | None:
        """The day of a session."""
        return self._names.session_day(session_id)

    def profile(self, key: str) -> str:
        """The short name of a rule profile."""
        return self._names.profile(key)


class Discretion:
    """Decides for one audit file which findings are in it, and which reasons may be told."""

    def __init__(self, read: Reading, scope: DossierScope, sessions: frozenset[str]) -> None:
        self._scope = scope
        self._sessions = sessions
        self._days = {s.id: s.day for s in read.sessions.where(id=sessions)}
        self._members: frozenset[str] = frozenset()
        self._others: frozenset[str] = frozenset()
        if scope.of_group:
            rows = read.memberships.where(group_id=scope.id)
            self._members = frozenset(row.participant_id for row in rows)
        else:
            people = (one for one in read.participants.all() if one.id != scope.id)
            self._others = frozenset(word for one in people for word in _said(one))

    def names(self, names: Names) -> Names:
        """The names that may stand in the file."""
        return names if self._scope.of_group else OwnNames(names, self._scope.id)

    def finding(self, finding: Finding) -> Finding | None:
        """The finding as it may be told, or None where it is not of this file."""
        subject = finding.subject
        if subject.session is not None and subject.session not in self._sessions:
            return None
        if subject.session is None and not self._in_time(finding):
            return None
        if self._scope.of_group:
            return finding if self._of_group(finding) else None
        if subject.participant is not None:
            return finding if subject.participant == self._scope.id else None
        return self._narrowed(finding) if subject.session is not None else None

    def reason(self, text: str) -> str | None:
        """A reason that was typed, or None where it names another participant."""
        return None if self._others & set(_WORD.findall(text.casefold())) else text

    def _in_time(self, finding: Finding) -> bool:
        if finding.subject.year is not None:
            return finding.subject.year in self._scope.years
        return finding.day is None or finding.day in self._scope

    def _of_group(self, finding: Finding) -> bool:
        subject = finding.subject
        if subject.group is not None or subject.session is not None:
            return subject.group == self._scope.id or subject.session in self._sessions
        return subject.participant in self._members

    def _narrowed(self, finding: Finding) -> Finding | None:
        """A finding about several people, told of one; None where it is about others only."""
        people = finding.figures.get("participants")
        if not isinstance(people, list | tuple) or not people:
            return finding
        if self._scope.id not in people:
            return None
        return replace(finding, figures={**finding.figures, "participants": [self._scope.id]})


def _said(person: Participant) -> tuple[str, ...]:
    """How someone may be named in a sentence, in small letters."""
    name = person.name
    words = _WORD.findall(f"{name.surname} {name.given}".casefold())
    return tuple(word for word in words if len(word) >= _SHORTEST)
