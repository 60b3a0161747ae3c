"""Contact persons from an address book: vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350)."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from intervisie_desktop.documents.reading.guard import MAX_CARDS, guard_count, guard_size
from intervisie_desktop.documents.reading.text import cleaned, decoded, repaired
from intervisie_desktop.domain.errors import Refusal

_LINE = re.compile(r"(?:[\w-]+\.)?([\w-]+)((?:;[^:]*?(?:\"[^\"]*\"[^:]*?)*)?):(.*)", re.DOTALL)
_SOFT_BREAK = re.compile(r"ENCODING=QUOTED-PRINTABLE", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card; `number` counts from 1 through the file."""

    number: int
    full_name: str = ""
    surname: str = ""
    given: str = ""
    title_before: str = ""
    title_after: str = ""
    organisation: str = ""
    function: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    parameters: str
    value: str

    def parts(self, mark: str = ";") -> list[str]:
        """The value split at unescaped marks, each part plain text."""
        return [_plain(part) for part in re.split(rf"(?<!\\){mark}", self.value)]


def read_cards(data: bytes) -> tuple[Card, ...]:
    """The cards of a file; refuses what is no vCard, too large or cut off."""
    guard_size(data, MAX_CARDS)
    text = decoded(data).text
    guard_count(len(re.findall(r"(?im)^BEGIN:VCARD", text)))
    cards: list[Card] = []
    current: list[_Property] | None = None
    for number, line in _unfolded(text):
        found = _property(line, number)
        match found.name, found.value.strip().upper():
            case "BEGIN", "VCARD" if current is None:
                current = []
            case "END", "VCARD" if current is not None:
                cards.append(_card(len(cards) + 1, current))
                current = None
            case _ if current is not None:
                current.append(found)
            case _:
                raise Refusal("import_card_broken", row=number)
    if current is not None or not cards:
        raise Refusal("import_card_broken", row=text.count("\n") + 1)
    return tuple(cards)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of the line they begin on."""
    held, start = "", 0
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        soft = held.endswith("=") and _SOFT_BREAK.search(held.partition(":")[0])
        if soft:
            held = held[:-1] + line
        elif held and line[:1] in {" ", "\t"}:
            held += line[1:]
        else:
            if held.strip():
                yield start, held
            held, start = line, number
    if held.strip():
        yield start, held


def _property(line: str, number: int) -> _Property:
    match = _LINE.fullmatch(line)
    if match is None:
        raise Refusal("import_card_broken", row=number)
    name, parameters, value = match.groups()
    upper = parameters.upper()
    if "QUOTED-PRINTABLE" in upper:
        value = _from_quoted_printable(value, upper, number)
    return _Property(name.upper(), upper, value)


def _from_quoted_printable(value: str, parameters: str, number: int) -> str:
    charset = re.search(r"CHARSET=\"?([\w-]+)", parameters)
    raw = quopri.decodestring(value.encode("utf-8"))
    try:
        return raw.decode(charset[1] if charset else "utf-8")
    except (UnicodeDecodeError, LookupError) as error:
        raise Refusal("import_card_encoding", row=number) from error


def _card(number: int, properties: list[_Property]) -> Card:
    name = _parts(properties, "N", 5)
    address = _parts(properties, "ADR", 7)
    return Card(
        number=number,
        full_name=_first(properties, "FN"),
        surname=name[0],
        given=" ".join(part for part in (name[1], name[2]) if part),
        title_before=name[3],
        title_after=name[4],
        organisation=_parts(properties, "ORG", 1)[0],
        function=_first(properties, "TITLE") or _first(properties, "ROLE"),
        email=_first(properties, "EMAIL").removeprefix("mailto:"),
        phone=_first(properties, "TEL").removeprefix("tel:"),
        street="\n".join(part for part in (address[2], address[1]) if part),
        postcode=address[5],
        city=address[3],
    )


def _preferred(properties: list[_Property], name: str) -> _Property | None:
    """The one marked as preferred, else the first."""
    named = [p for p in properties if p.name == name and p.value.strip()]
    marked = [p for p in named if "PREF" in p.parameters]
    return next(iter([*marked, *named]), None)


def _first(properties: list[_Property], name: str) -> str:
    found = _preferred(properties, name)
    return _plain(found.value) if found else ""


def _parts(properties: list[_Property], name: str, width: int) -> list[str]:
    found = _preferred(properties, name)
    parts = found.parts() if found else []
    return [*parts, *[""] * width][: max(width, len(parts))]


def _plain(value: str) -> str:
    text = _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)
    return repaired(cleaned(text))
