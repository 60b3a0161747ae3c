"""Participants: names as the Dutch write and sort them, work, registers and ties."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from intervisie_desktop.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in its parts; `prefix` is the tussenvoegsel ("van den")."""

    given: str = ""
    initials: str = ""
    prefix: str = ""
    surname: str = ""
    title_before: str = ""
    title_after: str = ""

    @property
    def plain(self) -> str:
        """Given name (or initials), prefix, surname: "Jan van den Berg", "Jo d'Ancona"."""
        glue = "" if self.prefix[:1] != "'" and self.prefix.endswith("'") else " "
        surname = f"{self.prefix}{glue}{self.surname}".strip()
        return " ".join(p for p in (self.given or self.initials, surname) if p)

    @property
    def formal(self) -> str:
        """The plain name with titles, as on a certificate: "mr. Jan van den Berg MfN"."""
        return " ".join(p for p in (self.title_before, self.plain, self.title_after) if p)

    @property
    def listed(self) -> str:
        """As in a list: "Berg, Jan van den"."""
        rest = " ".join(p for p in (self.given or self.initials, self.prefix) if p)
        return f"{self.surname}, {rest}" if self.surname and rest else self.surname or rest

    @property
    def sort_key(self) -> str:
        """Folded key that puts *van den Berg* under B (NEN 1888)."""
        return folded(f"{self.surname} {self.given or self.initials} {self.prefix}")

    @property
    def short(self) -> str:
        """Two letters for a tile: first letters of given name and surname."""
        return ((self.given or self.initials)[:1] + self.surname[:1]).upper()


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i",
                          "ĳ": "ij", "þ": "th", "ð": "d"})  # fmt: skip


def folded(text: str) -> str:
    """The text without case, accents and doubled blanks, for sorting and searching."""
    if text.isascii():
        return " ".join(text.casefold().split())
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """A name, folded, without the titles before it: "mr. Jan de Wit" is "jan de wit"."""
    words = folded(name).split()
    while len(words) > 1 and words[0].endswith("."):
        words = words[1:]
    return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who takes part in groups (deelnemer); `field_of_law` is a lawyer's rechtsgebied.

    `payer_id` is the client who pays for them; without one their employer or group's client does.
    """

    id: str
    name: PersonName
    email: str = ""
    phone: str = ""
    profession: str = ""
    field_of_law: str = ""
    note: str = ""
    archived: bool = False
    payer_id: str | None = None

    @property
    def surname_end(self) -> str:
        """The last word of the surname, folded, by which a text is searched for names."""
        return folded(self.name.surname).rpartition(" ")[2]

    @property
    def called(self) -> str:
        """The name by which a facilitator who takes part herself is recognised."""
        return bare_name(self.name.plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment:
    """Where a participant works, and as what, in a period (kantoor, functie)."""

    id: str
    participant_id: str
    employer: str
    client_id: str | None = None
    function: str = ""
    period: Period = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """An entry in a register, such as BAR (advocaten) or MfN.

    `unconditional_since` is the day of the stageverklaring for lawyers; from the calendar year
    after it the yearly duty binds (rules.md N14).
    """

    id: str
    participant_id: str
    register: str
    number: str = ""
    period: Period = Period()
    unconditional_since: date | None = None


class RelationKind(StrEnum):
    """A tie between two participants that a rule may care about."""

    MANAGER = "manager"
    COLLEAGUE = "colleague"
    PARTNER = "partner"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie: for MANAGER the first is the manager (leidinggevende) of the second."""

    id: str
    first_id: str
    second_id: str
    kind: RelationKind
    period: Period = Period()


class AbsenceKind(StrEnum):
    """Why practice was not exercised for a while (NOvA Voda art. 4.7)."""

    ILLNESS = "illness"
    PREGNANCY = "pregnancy"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A period in which a participant did not practise, for pro rata."""

    id: str
    participant_id: str
    kind: AbsenceKind
    period: Period
