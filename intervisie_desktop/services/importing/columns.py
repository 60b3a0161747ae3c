"""What a column of a list means: guessed from its heading, or from what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from intervisie_desktop.documents.reading.table import Row, Table
from intervisie_desktop.domain.emails import is_email
from intervisie_desktop.domain.people import folded


class Field(StrEnum):
    """What a column can hold; the words for the screen stand in `ui/text`."""

    NAME = "name"
    SURNAME = "surname"
    GIVEN = "given"
    INITIALS = "initials"
    PREFIX = "prefix"
    TITLE = "title"
    TITLE_AFTER = "title_after"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    PROFESSION = "profession"
    FIELD_OF_LAW = "field_of_law"
    BAR_NUMBER = "bar_number"
    REGISTER = "register"
    REGISTER_NUMBER = "register_number"
    UNCONDITIONAL_SINCE = "unconditional_since"
    GROUP = "group"
    SINCE = "since"
    UNTIL = "until"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    DAY = "day"
    START = "start"
    END = "end"
    DURATION = "duration"
    PLACE = "place"
    LINK = "link"
    MODE = "mode"


_SYNONYMS: dict[Field, str] = {
    Field.NAME: "naam, deelnemer, volledige naam, contactpersoon, contact, name, full name, wie",
    Field.SURNAME: "achternaam, familienaam, geslachtsnaam, surname, last name, family name",
    Field.GIVEN: "voornaam, voornamen, roepnaam, given name, first name, firstname",
    Field.INITIALS: "voorletters, initialen, voorletter, initials",
    Field.PREFIX: "tussenvoegsel, tussenvoegsels, voorvoegsel, tv, prefix",
    Field.TITLE: "titel, titels, titulatuur, title, titel voor",
    Field.TITLE_AFTER: "titel achter, titel na, titulatuur achter, suffix",
    Field.EMAIL: "e mail, email, mail, e mailadres, emailadres, mailadres, e mail adres, "
    "email address",
    Field.PHONE: "telefoon, telefoonnummer, tel, mobiel, gsm, phone, mobile, telefoon mobiel",
    Field.ORGANISATION: "kantoor, organisatie, werkgever, bedrijf, opdrachtgever, kantoornaam, "
    "instelling, firma, company, organisation, organization, employer, client, office",
    Field.FUNCTION: "functie, rol, functietitel, function, job title, role",
    Field.PROFESSION: "beroep, professie, profession",
    Field.FIELD_OF_LAW: "rechtsgebied, rechtsgebieden, specialisatie, field of law",
    Field.BAR_NUMBER: "bar nummer, barnummer, bar nr, bar, advocatennummer, nova nummer",
    Field.REGISTER: "register, registratie",
    Field.REGISTER_NUMBER: "registernummer, registratienummer, big nummer, mfn nummer, "
    "register number",
    Field.UNCONDITIONAL_SINCE: "stageverklaring, datum stageverklaring, onvoorwaardelijk sinds",
    Field.GROUP: "groep, intervisiegroep, groepsnaam, group",
    Field.SINCE: "lid sinds, vanaf, sinds, startdatum, ingangsdatum, begin, deelnemer sinds, "
    "since, start date",
    Field.UNTIL: "lid tot, tot, tot en met, t m, einddatum, until, end date",
    Field.STREET: "adres, straat, straat en nummer, street, address",
    Field.POSTCODE: "postcode, zip, zipcode, postal code",
    Field.CITY: "plaats, woonplaats, stad, vestigingsplaats, city, town",
}
# In a list of sessions "begin", "tot" and "plaats" mean something else than in one of people.
_SESSION_SYNONYMS: dict[Field, str] = {
    Field.DAY: "datum, bijeenkomst, datum bijeenkomst, wanneer, sessie, date, session",
    Field.START: "begin, begintijd, van, vanaf, aanvang, aanvangstijd, start, starttijd, tijd, "
    "tijdstip, tijden, uur, from, start time, time",
    Field.END: "eind, einde, eindtijd, tot, tot en met, t m, end, end time, until, to",
    Field.DURATION: "duur, lengte, minuten, uren, aantal uur, aantal minuten, duration, length",
    Field.GROUP: "groep, intervisiegroep, groepsnaam, naam groep, group",
    Field.PLACE: "plaats, locatie, waar, adres, zaal, ruimte, plaats of link, locatie of link, "
    "plaats locatie link, plaats link, locatie link, location, place, venue",
    Field.LINK: "link, vergaderlink, videolink, online link, teams link, zoom link, url, "
    "meeting link",
    Field.MODE: "vorm, wijze, modus, soort, mode",
}


def _headings(synonyms: dict[Field, str]) -> dict[str, Field]:
    return {word.strip(): field for field, words in synonyms.items() for word in words.split(",")}


_BY_HEADING = _headings(_SYNONYMS)
_BY_SESSION_HEADING = _headings(_SESSION_SYNONYMS)
# Often the weekday, and the day only where no other column is it.
_MAYBE_DAY = frozenset({"dag", "day"})
SESSION_FIELDS = frozenset(_SESSION_SYNONYMS)
_PERSON = frozenset({Field.NAME, Field.SURNAME, Field.GIVEN, Field.EMAIL})
CONTACT_HEADINGS = frozenset({"contactpersoon", "opdrachtgever", "contact"})


def heading_key(text: str) -> str:
    """A heading without case, accents, marks and what stands in brackets."""
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"\([^)]*\)", " ", folded(text))).split())


def guessed(table: Table) -> tuple[Field | None, ...]:
    """The meaning of each column, each meaning once; None where the heading says nothing."""
    return _guessed(table, _BY_HEADING)


def guessed_sessions(table: Table) -> tuple[Field | None, ...]:
    """The same for a list of sessions."""
    fields = _guessed(table, _BY_SESSION_HEADING)
    if Field.DAY in fields:
        return fields
    keys = [heading_key(heading) for heading in table.headings]
    place = next((place for place, key in enumerate(keys) if key in _MAYBE_DAY), None)
    return tuple(Field.DAY if n == place else field for n, field in enumerate(fields))


def is_session_list(table: Table) -> bool:
    """Whether the headings are those of sessions: a day with a time or group, and no people."""
    found = set(guessed_sessions(table)) - {None}
    return Field.DAY in found and len(found) > 1 and not _PERSON & set(guessed(table))


def _guessed(table: Table, by_heading: dict[str, Field]) -> tuple[Field | None, ...]:
    seen: set[Field] = set()
    fields: list[Field | None] = []
    for heading in table.headings:
        field = by_heading.get(heading_key(heading))
        fields.append(None if field in seen else field)
        if field:
            seen.add(field)
    return tuple(fields)


def guessed_by_content(rows: Iterable[Row], width: int) -> tuple[Field | None, ...]:
    """The meaning of columns without headings: by addresses, and the first text is the name."""
    held = list(rows)[:50]
    fields: list[Field | None] = []
    for column in range(width):
        cells = [row.cell(column) for row in held if row.cell(column)]
        if cells and sum(map(is_email, cells)) * 2 > len(cells):
            fields.append(None if Field.EMAIL in fields else Field.EMAIL)
        elif cells and any(c.isalpha() for c in cells[0]) and Field.NAME not in fields:
            fields.append(Field.NAME)
        else:
            fields.append(None)
    return tuple(fields)
