"""Sessions, attendances and evaluations; intervals as compact text "600-750;760-790".

The phases of a session and the scores of an evaluation are JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, Text, UniqueConstraint

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.storage.tables.base import (
    choice,
    day,
    flag,
    key,
    maybe_day,
    maybe_moment,
    maybe_number,
    maybe_ref,
    number,
    recorded,
    ref,
    table,
    text,
)

sessions = table(
    "sessions",
    key(),
    ref("group_id", "groups"),
    day("day", index=True),
    number("start"),
    number("end"),
    *choice("state", SessionState),
    *choice("mode", Mode),
    text("place"),
    text("link"),
    maybe_ref("facilitator_id", "facilitators"),
    text("method"),
    text("breaks"),
    text("description"),
    maybe_day("confidentiality_on"),
    maybe_number("confidentiality_at"),
    maybe_day("invited_on"),
    maybe_day("link_sent_on"),
    maybe_day("evaluated_on"),
    *flag("list_signed"),
    text("cancelled_because"),
    maybe_moment("closed_at"),
    text("reopened_because"),
    Column("series_id", Text, nullable=True, index=True),
    number("sequence"),
    text("phases"),
    maybe_number("cases"),
    *flag("undisturbed"),
    text("platform"),
    text("online_reason"),
    maybe_moment("cancelled_at"),
    *flag("cancelled_by_client"),
    info=recorded(Subject.SESSION, "group_id", "facilitator_id"),
)

attendances = table(
    "attendances",
    key(),
    ref("session_id", "sessions", index=False),
    ref("participant_id", "participants"),
    *choice("state", AttendanceState),
    text("intervals"),
    *flag("contribution"),
    text("theme"),
    *flag("action"),
    *flag("prepared"),
    *flag("confidentiality"),
    *flag("closed_room"),
    *flag("identity_checked"),
    *flag("online_agreed"),
    *flag("presence_checked"),
    *flag("safe"),
    *flag("taken_over"),
    text("remark"),
    *flag("apart"),
    *flag("webcam"),
    *flag("microphone"),
    *flag("loudspeaker"),
    *flag("connection"),
    maybe_moment("notified_at"),
    UniqueConstraint("session_id", "participant_id"),
    info=recorded(Subject.ATTENDANCE, "session_id", "participant_id"),
)

# No participant: who said what is never stored.
evaluations = table(
    "evaluations",
    key(),
    ref("session_id", "sessions"),
    text("scores"),
    info=recorded(Subject.EVALUATION, "session_id"),
)
