"""Participants with their work, registrations, ties and absences."""

from __future__ import annotations

from sqlalchemy import Column, Text

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.people import AbsenceKind, RelationKind
from intervisie_desktop.storage.tables.base import (
    choice,
    flag,
    key,
    maybe_day,
    maybe_ref,
    period,
    recorded,
    ref,
    table,
    text,
)

# The last two are made from the others: folded text, so that "Zoe" finds "Zoë" and lists sort
# in the database.
participants = table(
    "participants",
    key(),
    text("name_given"),
    text("name_initials"),
    text("name_prefix"),
    text("name_surname"),
    text("name_title_before"),
    text("name_title_after"),
    text("email"),
    text("phone"),
    text("profession"),
    text("field_of_law"),
    text("note"),
    *flag("archived"),
    maybe_ref("payer_id", "clients"),
    Column("sort_key", Text, nullable=False, index=True),
    text("search_key"),
    info=recorded(Subject.PARTICIPANT, "payer=payer_id"),
)

employments = table(
    "employments",
    key(),
    ref("participant_id", "participants"),
    text("employer"),
    maybe_ref("client_id", "clients"),
    text("function"),
    *period(),
    info=recorded(Subject.PARTICIPANT, "participant_id", "client_id", owner="participant_id"),
)

registrations = table(
    "registrations",
    key(),
    ref("participant_id", "participants"),
    text("register"),
    text("number"),
    *period(),
    maybe_day("unconditional_since"),
    info=recorded(Subject.PARTICIPANT, "participant_id", owner="participant_id"),
)

relations = table(
    "relations",
    key(),
    ref("first_id", "participants"),
    ref("second_id", "participants"),
    *choice("kind", RelationKind),
    *period(),
    info=recorded(
        Subject.PARTICIPANT, "participant=first_id", "participant=second_id", owner="first_id"
    ),
)

absences = table(
    "absences",
    key(),
    ref("participant_id", "participants"),
    *choice("kind", AbsenceKind),
    *period(),
    info=recorded(Subject.ABSENCE, "participant_id"),
)
