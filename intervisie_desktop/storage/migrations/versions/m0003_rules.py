# ruff: noqa: E501  (a constraint stays on its line, as SQLite keeps it)
"""Version 3: what the rules of every trade ask for, and what a practice makes its own."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, Text

_ONLINE_TICKS = ("apart", "webcam", "microphone", "loudspeaker", "connection")
_STRICT = {"sqlite_strict": True}

STATEMENTS = (
    """CREATE TABLE own_profiles ( id TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
    based_on TEXT NOT NULL, changed_on TEXT NOT NULL,
    CONSTRAINT pk_own_profiles PRIMARY KEY (id),
    CONSTRAINT ck_own_profiles_kind CHECK (kind IN ('adapted', 'own', 'imported'))
    ) STRICT""",
    """CREATE TABLE own_methods ( id TEXT NOT NULL, text TEXT NOT NULL, based_on TEXT NOT NULL,
    CONSTRAINT pk_own_methods PRIMARY KEY (id)
    ) STRICT""",
    """CREATE TABLE texts ( id TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_texts PRIMARY KEY (id)
    ) STRICT""",
    """CREATE TABLE own_hours ( id TEXT NOT NULL, facilitator_id TEXT NOT NULL,
    register TEXT NOT NULL, day TEXT NOT NULL, minutes INTEGER NOT NULL, "where" TEXT NOT NULL,
    CONSTRAINT pk_own_hours PRIMARY KEY (id),
    CONSTRAINT fk_own_hours_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_own_hours_facilitator_id ON own_hours (facilitator_id)""",
    """CREATE TABLE evaluations ( id TEXT NOT NULL, session_id TEXT NOT NULL, scores TEXT NOT NULL,
    CONSTRAINT pk_evaluations PRIMARY KEY (id),
    CONSTRAINT fk_evaluations_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_evaluations_session_id ON evaluations (session_id)""",
    """CREATE TABLE resolved_findings ( id TEXT NOT NULL, finding_key TEXT NOT NULL,
    code TEXT NOT NULL, severity TEXT NOT NULL, profile TEXT NOT NULL,
    subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, subject_session TEXT,
    subject_participant TEXT, subject_group TEXT, subject_facilitator TEXT,
    subject_year INTEGER, figures TEXT NOT NULL, first_seen TEXT, resolved_on TEXT NOT NULL,
    act TEXT NOT NULL,
    CONSTRAINT pk_resolved_findings PRIMARY KEY (id),
    CONSTRAINT ck_resolved_findings_severity CHECK (severity IN ('error', 'warning', 'tip'))
    ) STRICT""",
    """CREATE INDEX ix_resolved_findings_resolved_on ON resolved_findings (resolved_on)""",
    """CREATE TRIGGER resolved_findings_no_update BEFORE UPDATE ON resolved_findings
BEGIN SELECT RAISE(ABORT, 'immutable: resolved_findings'); END""",
)


def upgrade() -> None:
    """Adds the columns and the tables; what was not asked until now stays empty."""
    _participants()
    _groups()
    _sessions()
    _attendances()
    for statement in STATEMENTS:
        op.execute(statement)


def _text(table: str, name: str) -> None:
    op.add_column(table, Column(name, Text, nullable=False, server_default=""))


def _flag(table: str, name: str) -> None:
    op.add_column(table, Column(name, Integer, nullable=False, server_default="0"))


def _participants() -> None:
    _text("participants", "field_of_law")
    with op.batch_alter_table(
        "participants",
        recreate="always",
        table_kwargs=_STRICT,
        partial_reordering=[
            ("profession", "field_of_law", "note", "archived", "sort_key", "search_key")
        ],
    ) as batch:
        batch.alter_column("field_of_law", server_default=None)


def _groups() -> None:
    for name in ("field_of_law", "composition_agreed_with"):
        _text("groups", name)
    for name in ("composition_agreed_on", "accreditation_requested_on", "registered_on"):
        op.add_column("groups", Column(name, Text, nullable=True))
    with op.batch_alter_table("groups", recreate="always", table_kwargs=_STRICT) as batch:
        for name in ("field_of_law", "composition_agreed_with"):
            batch.alter_column(name, server_default=None)


def _sessions() -> None:
    _text("sessions", "phases")
    op.add_column("sessions", Column("cases", Integer, nullable=True))
    _flag("sessions", "undisturbed")
    _text("sessions", "platform")
    _text("sessions", "online_reason")
    with op.batch_alter_table("sessions", recreate="always", table_kwargs=_STRICT) as batch:
        for name in ("phases", "undisturbed", "platform", "online_reason"):
            batch.alter_column(name, server_default=None)
        batch.create_check_constraint(op.f("ck_sessions_undisturbed"), "undisturbed IN (0, 1)")


def _attendances() -> None:
    for name in _ONLINE_TICKS:
        _flag("attendances", name)
    with op.batch_alter_table("attendances", recreate="always", table_kwargs=_STRICT) as batch:
        for name in _ONLINE_TICKS:
            batch.alter_column(name, server_default=None)
            batch.create_check_constraint(op.f(f"ck_attendances_{name}"), f"{name} IN (0, 1)")
