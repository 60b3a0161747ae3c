"""Who may be the same person as the one being typed in."""

from __future__ import annotations

from dataclasses import dataclass

from intervisie_desktop.domain.duplicates import Identity, Resemblance
from intervisie_desktop.domain.people import PersonName
from intervisie_desktop.services.importing.known import KnownPeople
from intervisie_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Someone in the practice who resembles what is typed; `sure` when probably the same."""

    id: str
    name: str
    reason: Resemblance
    sure: bool


#: Below this score two names are merely close; while typing that would only distract.
_WORTH_SAYING = 60
_SURE = 85


def look_alikes(
    store: Store, name: PersonName, email: str = "", employer: str = "", own_id: str = ""
) -> tuple[LookAlike, ...]:
    """The likeliest first, at most three; never the participant with `own_id` itself."""
    typed = Identity(id=own_id, name=name, email=email, employers=(employer,) if employer else ())
    with store.reading() as read:
        proposals = KnownPeople(read).proposals(typed)
    return tuple(
        LookAlike(found.target, found.name, found.reason, found.score >= _SURE)
        for found in proposals
        if found.score >= _WORTH_SAYING and found.target != own_id
    )[:3]
