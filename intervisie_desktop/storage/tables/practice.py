"""The practice itself, its facilitators, settings and secrets."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.storage.tables.base import (
    address,
    blob,
    day,
    flag,
    key,
    maybe_blob,
    maybe_ref,
    number,
    period,
    recorded,
    ref,
    table,
    text,
)

facilitators = table(
    "facilitators",
    key(),
    text("name"),
    text("quality"),
    text("email"),
    maybe_blob("signature"),
    text("profession"),
    *flag("academic"),
    info=recorded(Subject.FACILITATOR),
)

designations = table(
    "designations",
    key(),
    ref("facilitator_id", "facilitators"),
    text("register"),
    text("number"),
    *period(),
    info=recorded(Subject.FACILITATOR, "facilitator_id", owner="facilitator_id"),
)

own_hours = table(
    "own_hours",
    key(),
    ref("facilitator_id", "facilitators"),
    text("register"),
    day("day"),
    number("minutes"),
    text("where"),
    info=recorded(Subject.FACILITATOR, "facilitator_id", owner="facilitator_id"),
)

practice = table(
    "practice",
    key(),
    text("name"),
    text("tagline"),
    *address(),
    text("email"),
    text("phone"),
    text("website"),
    text("kvk_number"),
    text("vat_number"),
    text("iban"),
    maybe_blob("logo"),
    text("accent"),
    maybe_ref("facilitator_id", "facilitators"),
    text("default_profile"),
    text("school_region"),
    text("number_pattern"),
    number("first_number"),
    *flag("yearly_restart"),
    text("public_key"),
    *flag("demo"),
    info=recorded(Subject.PRACTICE),
)

# Values are JSON, so that a setting of a later version survives an older program.
settings = table(
    "settings",
    key("key"),
    text("value"),
    info=recorded(Subject.SETTING, owner="key"),
)

# Not recorded: a private key must never land in the undo log, the Logboek or an export.
secrets = table("secrets", key("name"), blob("value"))
