"""Letters to participants as drafts for the mail program: nothing is sent by this program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.documents import eml
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.host.files import atomic_write, safe_name, unique_name
from intervisie_desktop.services.certification.outputs import make_folder
from intervisie_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts that were written, and the names of those without a usable address."""

    paths: tuple[Path, ...]
    without_address: tuple[str, ...] = ()


class AskingService:
    """Fills in a letter per participant and writes it as a draft."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def filled(self, text: str, participant_id: str) -> str:
        """The text with the names of this participant, the facilitator and the practice."""
        with self._store.reading() as read:
            person = read.participants.get(participant_id)
        return _filled(text, person, self._sender())

    def write(
        self, folder: Path, participant_ids: Sequence[str], subject: str, text: str
    ) -> Drafted:
        """A draft per participant; nothing that is there is overwritten. Trouble for the folder."""
        sender = self._sender()
        with self._store.reading() as read:
            people = read.participants.where(id=list(participant_ids))
        make_folder(folder)
        paths, missing = [], []
        for person in sorted(people, key=lambda one: one.name.sort_key):
            if not eml.is_address(person.email):
                missing.append(person.name.plain)
                continue
            data = _draft(person, sender, subject, text)
            name = f"{safe_name(f'{person.name.plain} - {subject}')}.eml"
            path = unique_name(folder, name)
            atomic_write(path, data)
            paths.append(path)
        return Drafted(tuple(paths), tuple(missing))

    def _sender(self) -> dict[str, str]:
        with self._store.reading() as read:
            practice = read.practice.get()
            leader = practice.facilitator_id and read.facilitators.find(practice.facilitator_id)
        return {
            "praktijk": practice.name,
            "begeleider": leader.name if leader else "",
            "adres": practice.email or (leader.email if leader else ""),
        }


def _filled(text: str, person: Participant, sender: dict[str, str]) -> str:
    words = {
        "naam": person.name.given or person.name.plain,
        "begeleider": sender["begeleider"],
        "praktijk": sender["praktijk"],
    }
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def _draft(person: Participant, sender: dict[str, str], subject: str, text: str) -> bytes:
    address = sender["adres"]
    return eml.render(
        eml.DraftFacts(
            sender_name=sender["begeleider"] or sender["praktijk"],
            sender_address=address if eml.is_address(address) else "",
            to_name=person.name.plain,
            to_address=person.email,
            subject=_filled(subject, person, sender),
            text=_filled(text, person, sender),
        )
    )
