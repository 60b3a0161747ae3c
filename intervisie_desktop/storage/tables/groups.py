"""Groups, memberships, agreements and who signed them."""

from __future__ import annotations

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import MemberRole, Mode
from intervisie_desktop.domain.rates import Product
from intervisie_desktop.storage.tables.base import (
    choice,
    day,
    flag,
    key,
    maybe_day,
    maybe_ref,
    number,
    period,
    recorded,
    ref,
    table,
    text,
)

groups = table(
    "groups",
    key(),
    text("name"),
    text("code"),
    number("colour"),
    text("profiles"),
    *choice("mode", Mode),
    text("place"),
    text("link"),
    maybe_ref("client_id", "clients"),
    maybe_ref("facilitator_id", "facilitators"),
    text("method"),
    text("note"),
    *flag("archived"),
    text("field_of_law"),
    text("composition_agreed_with"),
    maybe_day("composition_agreed_on"),
    maybe_day("accreditation_requested_on"),
    maybe_day("registered_on"),
    *choice("product", Product),
    info=recorded(Subject.GROUP, "client_id", "facilitator_id"),
)

memberships = table(
    "memberships",
    key(),
    ref("group_id", "groups"),
    ref("participant_id", "participants"),
    *choice("role", MemberRole),
    *period(),
    info=recorded(Subject.GROUP, "group_id", "participant_id", owner="group_id"),
)

agreements = table(
    "agreements",
    key(),
    ref("group_id", "groups"),
    day("agreed_on"),
    text("scope"),
    text("text"),
    info=recorded(Subject.AGREEMENT, "group_id"),
)

agreement_signatures = table(
    "agreement_signatures",
    key(),
    ref("agreement_id", "agreements"),
    day("signed_on"),
    maybe_ref("participant_id", "participants", "CASCADE"),
    maybe_ref("facilitator_id", "facilitators", "CASCADE"),
    info=recorded(Subject.AGREEMENT, "agreement_id", "participant_id", owner="agreement_id"),
)
