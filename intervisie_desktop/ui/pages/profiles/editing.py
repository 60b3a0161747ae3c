"""The form beside a profile: one norm, a new edition, words about it, or a new profile; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.findings import Source
from intervisie_desktop.domain.profile_editing import with_new_edition, with_norm
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.ui.pages.profiles.norm_fields import (
    NEW,
    NEW_SOURCE,
    NotGoodError,
    read_norm,
    source_fields,
    value_fields,
    values_of,
)
from intervisie_desktop.ui.pages.profiles.showing import short_edition
from intervisie_desktop.ui.pages.profiles.state import EditorState
from intervisie_desktop.ui.text import refusals
from intervisie_desktop.ui.text.norms import SUBJECTS, label
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Multiline, Text

ABOUT_FIELDS = (
    Field("name", "Naam", Text(length=80), required=True, span=8),
    Field("short_name", "Korte naam", Text(length=24), required=True, span=4),
    Field("about", "Omschrijving", Multiline(lines=2)),
    Field("themes", "Thema's", Multiline(lines=2), help="Eén per regel.", span=6),
    Field("preparation_questions", "Voorbereidingsvragen", Multiline(lines=2),
          help="Eén per regel.", span=6),
)  # fmt: skip
EDITION_FIELDS = (Field("start", "Geldt vanaf", Day(), required=True, span=4),)


def sources_of(profile: RuleProfile) -> tuple[Source, ...]:
    """The sources of a profile, each once, without the place within them."""
    found: dict[Source, None] = {}
    for edition in reversed(profile.editions):
        for source in (edition.source, *(norm.source for norm in edition.norms().values())):
            found.setdefault(replace(source, article=""))
    return tuple(found)


def missing_norms(profile: RuleProfile, index: int, subject: str) -> tuple[tuple[str, str], ...]:
    """The norms of a subject that an edition does not ask, as (name, label)."""
    norms = profile.editions[index].norms()
    words = dict(SUBJECTS)[subject]
    return tuple((name, one.label) for name, one in words.items() if name not in norms)


def norm_editor(
    profile: RuleProfile, index: int, name: str, *, choices: bool = False
) -> EditorState:
    """The form of a norm; with `choices` another norm of its subject may be chosen instead."""
    sources = sources_of(profile)
    norm = profile.editions[index].norms().get(name)
    fields = (*value_fields(name), *source_fields(sources))
    values = values_of(name, norm, sources)
    subject = next(title for title, words in SUBJECTS if name in words)
    if choices:
        found = Choice(options=missing_norms(profile, index, subject))
        fields = (Field("norm", "Wat dit profiel ook vraagt", found, required=True), *fields)
        values["norm"] = name
    return EditorState(
        key=f"{'add' if choices else 'norm'}:{name}",
        title=f"{subject}: norm toevoegen" if choices else label(name),
        text=f"uitgave {short_edition(profile.editions[index])}",
        fields=fields,
        values=values,
        hidden=hidden(values),
        yes="Toevoegen" if choices else "Toepassen",
        remove="Weghalen" if norm else "",
    )


def hidden(values: Mapping[str, Any]) -> frozenset[str]:
    """The fields of another source are asked only where another is chosen."""
    return frozenset() if values.get("source") == NEW else frozenset(NEW_SOURCE)


def about_editor(profile: RuleProfile) -> EditorState:
    """The form of what is said about a profile."""
    lists = ("themes", "preparation_questions")
    values = {name: getattr(profile, name) for name in ("name", "short_name", "about")}
    values |= {name: "\n".join(getattr(profile, name)) for name in lists}
    return EditorState("about", "Over dit profiel", "", ABOUT_FIELDS, values)


def edition_editor() -> EditorState:
    """The form of a new edition."""
    text = "De nieuwe uitgave begint als kopie van de laatste, die de dag ervoor ophoudt."
    return EditorState("edition", "Nieuwe uitgave", text, EDITION_FIELDS, {"start": None},
                       yes="Uitgave maken")  # fmt: skip


def new_editor(known: tuple[tuple[str, str], ...]) -> EditorState:
    """The form of a new profile."""
    fields = (
        Field("name", "Naam", Text(length=80, example="Kring Breda"), required=True, span=6),
        Field("based_on", "Begin met", Choice(options=(("", "geen regels"), *known)), span=6),
    )
    text = "U geeft bij elke regel zelf de bron en hoe zeker die is."
    return EditorState("new", "Nieuw eigen profiel", text, fields, {"name": "", "based_on": ""},
                       yes="Profiel maken")  # fmt: skip


def applied(
    profile: RuleProfile, index: int, key: str, values: Mapping[str, Any], today: date
) -> RuleProfile:
    """The profile after what was typed in the form with this key; NotGoodError."""
    if key == "about":
        return _described(profile, values)
    if key == "edition":
        try:
            return with_new_edition(profile, values["start"])
        except Refusal as refusal:
            raise NotGoodError("start", refusals.say(refusal)) from refusal
    name = str(values["norm"]) if "norm" in values else key.partition(":")[2]
    return with_norm(profile, index, name, read_norm(name, values, sources_of(profile), today))


def _described(profile: RuleProfile, values: Mapping[str, Any]) -> RuleProfile:
    def lines(name: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in str(values[name]).splitlines() if line.strip())

    return replace(
        profile,
        name=" ".join(str(values["name"]).split()),
        short_name=" ".join(str(values["short_name"]).split()),
        about=str(values["about"]).strip(),
        themes=lines("themes"),
        preparation_questions=lines("preparation_questions"),
    )
