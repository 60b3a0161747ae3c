"""The rows of a preview as shown, and what each decision brings; no Qt."""

from __future__ import annotations

from typing import Any

from intervisie_desktop.domain.people import folded
from intervisie_desktop.services.importing import (
    Choice,
    Decisions,
    Handling,
    ImportKind,
    Preview,
    PreviewRow,
    RowState,
)
from intervisie_desktop.services.importing.contacts import ContactEntry
from intervisie_desktop.services.importing.people import PersonEntry
from intervisie_desktop.services.importing.plans import SessionEntry
from intervisie_desktop.ui.pages.importing import words
from intervisie_desktop.ui.pages.importing.state import RowPicked, RowShown
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text.areas import importing as said

_ACTIONS = {
    Handling.ADD: ("toevoegen", "ink"),
    Handling.MERGE: ("samenvoegen", "accent"),
    Handling.SKIP: ("overslaan", "ink-3"),
}
_MERGE = "merge:"
_ROWS_ARE = {ImportKind.CONTACTS: "contacts", ImportKind.SESSIONS: "sessions"}


def shown(row: PreviewRow[Any], decisions: Decisions) -> RowShown:
    """One row of the table."""
    word, token = _ACTIONS[decisions.on(row).handling]
    _, sign, colour = words.STATES[row.state]
    if row.attentions and row.state is RowState.NEW:
        sign, colour = "triangle-alert", "waarschuwing"
    return RowShown(
        id=row.key,
        number=row.number,
        name=row.label,
        details=", ".join(words.details(row.entry)),
        finding=words.finding(row),
        sign=(sign, colour),
        action=word,
        action_token=token,
    )


def picked(row: PreviewRow[Any], decisions: Decisions) -> RowPicked:
    """The row in front, with what can be done with it."""
    remarks = words.remarks(row.problems, said.PROBLEMS)
    remarks += words.remarks(row.attentions, said.ATTENTIONS)
    likes = [f"misschien {words.resemblance(one)}" for one in row.proposals]
    lines = (*words.details(row.entry), *map(counts.capital, (*likes, *remarks)))
    title = f"Rij {row.number}: {row.label}"
    if row.problems:
        return RowPicked(title, lines)
    merges = tuple(
        (f"{_MERGE}{one.target}", f"Samenvoegen met {words.known(one)}") for one in row.proposals
    )
    add = "Toch toevoegen" if row.state is RowState.DUPLICATE else "Toevoegen"
    options = (*merges, (Handling.ADD.value, add), (Handling.SKIP.value, "Overslaan"))
    return RowPicked(title, lines, options, value_of(decisions.on(row)))


def value_of(choice: Choice) -> str:
    """A choice as the value of an option."""
    return f"{_MERGE}{choice.target}" if choice.handling is Handling.MERGE else choice.handling


def choice_of(value: str) -> Choice:
    """The choice behind the value of an option."""
    if value.startswith(_MERGE):
        return Choice(handling=Handling.MERGE, target=value.removeprefix(_MERGE))
    return Choice(handling=Handling(value))


def handled(row: PreviewRow[Any], handling: Handling) -> Choice | None:
    """The choice for one key pressed on a row; None where it means nothing."""
    if row.problems:
        return None
    if handling is Handling.MERGE:
        if not row.proposals:
            return None
        return Choice(handling=handling, target=row.proposals[0].target)
    return Choice(handling=handling)


def taken(preview: Preview[Any], decisions: Decisions) -> list[PreviewRow[Any]]:
    """The rows that are not left out."""
    return [row for row in preview.rows if decisions.on(row).handling is not Handling.SKIP]


def summary(preview: Preview[Any], decisions: Decisions) -> tuple[str, ...]:
    """What pressing Importeren would do, one line each."""
    if not preview.rows:
        return words.amounts(preview.made)
    handlings = [decisions.on(row).handling for row in preview.rows if not row.problems]
    key = _ROWS_ARE.get(preview.kind, "participants")
    lines = list(words.amounts({key: handlings.count(Handling.ADD)}))
    if preview.kind is ImportKind.YEAR_SHEET:
        lines += words.amounts({"sessions": preview.made.get("sessions", 0)})
    groups, clients = _places(preview, decisions)
    lines += [words.named("groups", groups)] if groups else []
    lines += [words.named("clients", clients)] if clients else []
    merged, skipped = handlings.count(Handling.MERGE), handlings.count(Handling.SKIP)
    lines += [f"{counts.telwoord(merged, 'rij', 'rijen')} samengevoegd"] if merged else []
    lines += [f"{counts.telwoord(skipped, 'rij', 'rijen')} overgeslagen"] if skipped else []
    return tuple(lines)


def _places(preview: Preview[Any], decisions: Decisions) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The groups and clients that would be made for the rows that are taken."""
    if preview.kind is ImportKind.YEAR_SHEET:
        return preview.new_groups, preview.new_clients
    groups: set[str] = set()
    clients: set[str] = set()
    for row in taken(preview, decisions):
        match row.entry:
            case PersonEntry():
                groups.add(folded(row.entry.group))
                clients.add(folded(row.entry.employer))
            case SessionEntry():
                groups.add(folded(row.entry.group))
            case ContactEntry():
                clients.add(folded(row.entry.client))
    return (
        tuple(name for name in preview.new_groups if folded(name) in groups),
        tuple(name for name in preview.new_clients if folded(name) in clients),
    )
