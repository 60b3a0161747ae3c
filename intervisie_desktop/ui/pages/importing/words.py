"""The Dutch of the page Importeren; sentences of codes stand in `ui/text/areas/importing.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from intervisie_desktop.services.importing import (
    Field,
    ImportKind,
    ImportSummary,
    Note,
    Preview,
    PreviewRow,
    Proposal,
    Remark,
    RowState,
)
from intervisie_desktop.services.importing.columns import SESSION_FIELDS
from intervisie_desktop.services.importing.contacts import ContactEntry
from intervisie_desktop.services.importing.people import PersonEntry
from intervisie_desktop.services.importing.plans import SessionEntry
from intervisie_desktop.services.importing.sheets import SheetEntry
from intervisie_desktop.ui.shell.desk import FileQuestion, Place
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.areas import importing as said
from intervisie_desktop.ui.text.filling import Sentence, fill
from intervisie_desktop.ui.text.labels import word

TITLE = "Importeren"
TITLES = {"participants": "Deelnemers importeren", "busy": "Bezette tijden importeren"}
STEPS = ("Bestand", "Kolommen", "Nakijken", "Klaar")
READING, LOOKING, TAKING = "Bestand lezen", "Rijen nakijken", "Overnemen"
PASTED = "Geplakte lijst"
NOT_TAKEN = "niet overnemen"
NOTHING_PASTED = "Plak of typ eerst een of meer namen, één per regel."
NOTHING_TO_TAKE = "Alle rijen worden overgeslagen. Kies voor minstens één rij iets anders."
WHAT_CAN_BE_READ = (
    "Een lijst van deelnemers of bijeenkomsten of een urenstaat uit Excel (csv, xlsx), "
    "een adresboek (vcf), "
    "een agenda (ics) of een hele praktijk (json)."
)
ALL_KINDS = "Lijsten, adresboeken en agenda's (*.csv *.txt *.xlsx *.vcf *.ics *.json)"
FILE = FileQuestion("Bestand kiezen", (ALL_KINDS,))
BUSY_FILE = FileQuestion("Agenda kiezen", ("Agenda (*.ics)", ALL_KINDS))

STATES: dict[RowState, tuple[str, str, str]] = {
    RowState.NEW: ("nieuw", "circle-check", "ok"),
    RowState.DUPLICATE: ("misschien al bekend", "triangle-alert", "waarschuwing"),
    RowState.PROBLEM: ("niet te lezen", "octagon-x", "fout"),
}
"""Word, sign and colour of each state."""

FILTERS: dict[str, str] = {
    "": "Alles",
    RowState.NEW: "Nieuw",
    RowState.DUPLICATE: "Misschien bekend",
    RowState.PROBLEM: "Niet te lezen",
}

MADE: dict[str, tuple[str, str]] = {
    "participants": ("deelnemer", "deelnemers"),
    "clients": ("opdrachtgever", "opdrachtgevers"),
    "contacts": ("contactpersoon", "contactpersonen"),
    "groups": ("groep", "groepen"),
    "memberships": ("plaats in een groep", "plaatsen in een groep"),
    "sessions": ("bijeenkomst", "bijeenkomsten"),
    "attendances": ("aanwezigheid", "aanwezigheden"),
    "busy": ("bezette tijd", "bezette tijden"),
    "certificates": ("bewijs", "bewijzen"),
}

OPEN_PLACE: dict[ImportKind, tuple[Place, str]] = {
    ImportKind.PARTICIPANTS: (Place.PARTICIPANTS, "Deelnemers openen"),
    ImportKind.CONTACTS: (Place.CLIENTS, "Opdrachtgevers openen"),
    ImportKind.BUSY: (Place.AGENDA, "Agenda openen"),
    ImportKind.SESSIONS: (Place.SESSIONS, "Bijeenkomsten openen"),
    ImportKind.YEAR_SHEET: (Place.SESSIONS, "Bijeenkomsten openen"),
    ImportKind.EXCHANGE: (Place.TODAY, "Vandaag openen"),
}

_CONTACT_FIELDS = frozenset(
    {
        Field.NAME, Field.SURNAME, Field.GIVEN, Field.INITIALS, Field.PREFIX, Field.TITLE,
        Field.TITLE_AFTER, Field.EMAIL, Field.PHONE, Field.ORGANISATION, Field.FUNCTION,
        Field.STREET, Field.POSTCODE, Field.CITY,
    }
)  # fmt: skip
_PERSON_FIELDS = frozenset(Field) - {
    Field.STREET, Field.POSTCODE, Field.CITY, *(SESSION_FIELDS - {Field.GROUP}),
}  # fmt: skip
_FIELDS = {ImportKind.CONTACTS: _CONTACT_FIELDS, ImportKind.SESSIONS: SESSION_FIELDS}


def field_options(kind: ImportKind) -> tuple[tuple[str, str], ...]:
    """What a column of a list of this kind can mean."""
    fields = _FIELDS.get(kind, _PERSON_FIELDS)
    return (
        ("", NOT_TAKEN),
        *((f.value, said.FIELDS[f.value]) for f in Field if f in fields),
    )


def kind_word(kind: ImportKind) -> str:
    """What a file is taken over as."""
    return counts.capital(said.KINDS[kind.value])


def notes(found: Iterable[Note]) -> tuple[str, ...]:
    """What was noticed of the file; the same sentence once."""
    return tuple(dict.fromkeys(_filled(said.NOTES, note.code, note.facts) for note in found))


def remarks(found: Iterable[Remark], sentences: Mapping[str, Sentence]) -> list[str]:
    """Problems or attentions in words."""
    return [_filled(sentences, one.code, one.facts) for one in found]


def known(proposal: Proposal) -> str:
    """Whom a row may be: somebody in the practice, or an earlier row."""
    return f"rij {proposal.row}, {proposal.name}" if proposal.row else proposal.name


def resemblance(proposal: Proposal) -> str:
    """Whom a row may be and why."""
    return f"{known(proposal)}: {fill(said.RESEMBLANCES[proposal.reason.value], {})}"


def finding(row: PreviewRow[object]) -> str:
    """What is to be known of a row, in one line."""
    if row.problems:
        return "; ".join(remarks(row.problems, said.PROBLEMS))
    parts = [resemblance(row.proposals[0])] if row.proposals else [STATES[row.state][0]]
    return "; ".join((*parts, *remarks(row.attentions, said.ATTENTIONS)))


def details(entry: object) -> tuple[str, ...]:
    """What is read of a row besides the name."""
    match entry:
        case PersonEntry():
            numbers = tuple(f"{register} {number}" for register, number in entry.numbers)
            found = (entry.email, entry.employer, entry.function, entry.group, entry.phone,
                     *numbers)  # fmt: skip
        case ContactEntry():
            found = (entry.client, entry.function, entry.email, entry.phone)
        case SessionEntry():
            day = counts.day_short_weekday(entry.day, year=True) if entry.day else ""
            span = counts.span(entry.start, entry.end) if entry.end > entry.start else ""
            mode = word(entry.mode) if entry.mode else ""
            found = (day, span, entry.place or entry.link, mode)
        case SheetEntry():
            total = sum(cell.minutes for cell in entry.cells)
            found = (entry.person.employer, entry.person.group,
                     counts.hours_word(total) if total else "")  # fmt: skip
        case _:
            found = ()
    return tuple(one for one in found if one)


def amounts(made: Mapping[str, int]) -> tuple[str, ...]:
    """What there is of each, without what there is none of."""
    return tuple(
        counts.telwoord(made[key], *forms) for key, forms in MADE.items() if made.get(key, 0)
    )


def named(count_of: str, names: tuple[str, ...]) -> str:
    """New groups or clients by number and name: "2 groepen: Ochtend, Avond"."""
    shown = ", ".join(names[:6]) + (" en meer" if len(names) > 6 else "")
    singular, plural = MADE[count_of]
    return f"{counts.telwoord(len(names), f'nieuwe {singular}', f'nieuwe {plural}')}: {shown}"


def result_lines(summary: ImportSummary) -> tuple[str, ...]:
    """What was done, one line each."""
    done = asdict(summary)
    lines = amounts(done)
    if summary.merged:
        rows = counts.telwoord(summary.merged, "rij", "rijen")
        lines = (*lines, f"{rows} samengevoegd met wie er al was")
    if summary.skipped:
        lines = (*lines, f"{counts.telwoord(summary.skipped, 'rij', 'rijen')} overgeslagen")
    return lines


def counted_filters(preview: Preview[object]) -> tuple[tuple[str, str], ...]:
    """The filters with how many rows each has."""
    found = preview.counts
    every = sum(found.values())
    numbers = {"": every, **{state.value: count for state, count in found.items()}}
    return tuple((key, f"{word} {numbers[key]}") for key, word in FILTERS.items())


def _filled(sentences: Mapping[str, Sentence], code: str, facts: Mapping[str, object]) -> str:
    return fill(sentences[code], facts)
