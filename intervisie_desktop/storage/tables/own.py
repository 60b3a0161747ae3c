"""Rule profiles, methods and texts of the practice itself."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.own import OwnProfileKind
from intervisie_desktop.storage.tables.base import choice, day, key, recorded, table, text

own_profiles = table(
    "own_profiles",
    key(),
    text("text"),
    *choice("kind", OwnProfileKind),
    text("based_on"),
    day("changed_on"),
    info=recorded(Subject.PROFILE),
)

own_methods = table(
    "own_methods",
    key(),
    text("text"),
    text("based_on"),
    info=recorded(Subject.METHOD),
)

texts = table("texts", key(), text("body"), info=recorded(Subject.TEXT))
