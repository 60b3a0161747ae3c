"""Finding the record a caller means: by id, or by code or name where that is clear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from intervisie_desktop.app.exits import WrongCall
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.groups import Group
from intervisie_desktop.domain.people import Participant, folded
from intervisie_desktop.ui.text import command_line as words

Record = TypeVar("Record", Group, Participant, Client)


def group_of(groups: Iterable[Group], text: str) -> Group:
    """The group with this id, code or name; WrongCall when there is none or more than one."""
    return _one(tuple(groups), text, lambda group: (group.code, group.name), words.A_GROUP)


def client_of(clients: Iterable[Client], text: str) -> Client:
    """The client with this id or name; WrongCall when there is none or more than one."""
    return _one(tuple(clients), text, lambda client: (client.name,), words.A_CLIENT)


def participant_of(people: Iterable[Participant], text: str) -> Participant:
    """The participant with this id or name; WrongCall when there is none or more than one."""
    return _one(
        tuple(people),
        text,
        lambda person: (person.name.plain, person.name.formal, person.name.listed),
        words.A_PARTICIPANT,
    )


def _one(
    records: Sequence[Record], text: str, names: Callable[[Record], tuple[str, ...]], what: str
) -> Record:
    for record in records:
        if record.id == text:
            return record
    wanted = folded(text)
    found = [r for r in records if any(folded(name) == wanted for name in names(r) if name)]
    if len(found) == 1:
        return found[0]
    sentence = words.MORE_THAN_ONE if found else words.NOT_FOUND
    raise WrongCall(sentence.format(what=what, name=text))
