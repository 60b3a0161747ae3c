"""Names pasted as lines: how most people have their list at hand on the first day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intervisie_desktop.documents.reading.text import cleaned, repaired
from intervisie_desktop.domain.emails import is_email
from intervisie_desktop.domain.naming import parse_name
from intervisie_desktop.domain.people import PersonName

_BULLET = re.compile(r"^\s*(?:[-*•·–]+|\(?\d{1,3}[.)\]:])\s+")
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?([^\s<>()\[\];,]*@[^\s<>()\[\];,]+)\s*[>)\]]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One pasted line; `number` counts from 1, `problem` is a code when it cannot be a person."""

    number: int
    name: PersonName = PersonName()
    email: str = ""
    problem: str = ""


def people_from_lines(text: str) -> tuple[PersonLine, ...]:
    """The people on the lines; bullets, numbers and addresses are understood, blanks skipped."""
    lines = enumerate(text.splitlines(), 1)
    return tuple(_person(number, line) for number, line in lines if cleaned(line))


def _person(number: int, line: str) -> PersonLine:
    bare = repaired(cleaned(_BULLET.sub("", line)))
    found = _ADDRESS.search(bare)
    email = found[1] if found else ""
    name = _ADDRESS.sub(" ", bare, count=1).strip(" ,;\t\"'-") if found else bare.strip(' ,;"')
    if not any(c.isalpha() for c in name):
        return PersonLine(number=number, email=email, problem="no_name")
    if email and not is_email(email):
        return PersonLine(number=number, name=parse_name(name), email=email, problem="bad_email")
    return PersonLine(number=number, name=parse_name(name), email=email)
