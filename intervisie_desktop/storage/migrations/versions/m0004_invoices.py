# ruff: noqa: E501  (a constraint stays on its line, as SQLite keeps it)
"""Version 4: rates, invoices and payments, and what they ask of clients, groups and absences."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, Text

_STRICT = {"sqlite_strict": True}
_CHANGED = ("number_series_only_up", "number_series_only_taken")

STATEMENTS = (
    """CREATE TABLE bank_lines ( id TEXT NOT NULL, seen_at TEXT NOT NULL,
    CONSTRAINT pk_bank_lines PRIMARY KEY (id)
    ) STRICT""",
    """CREATE TABLE billing_waivers ( id TEXT NOT NULL, reason TEXT NOT NULL,
    made_on TEXT NOT NULL,
    CONSTRAINT pk_billing_waivers PRIMARY KEY (id)
    ) STRICT""",
    """CREATE TABLE payments ( id TEXT NOT NULL, received_on TEXT NOT NULL,
    amount INTEGER NOT NULL, method TEXT NOT NULL, payer TEXT NOT NULL, iban TEXT NOT NULL,
    description TEXT NOT NULL, bank_key TEXT NOT NULL, note TEXT NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT ck_payments_method CHECK (method IN ('bank', 'cash', 'card', 'other'))
    ) STRICT""",
    """CREATE INDEX ix_payments_bank_key ON payments (bank_key)""",
    """CREATE TABLE invoices ( id TEXT NOT NULL, client_id TEXT NOT NULL, made_on TEXT NOT NULL,
    kind TEXT NOT NULL, reference TEXT NOT NULL, order_number TEXT NOT NULL,
    attention TEXT NOT NULL, discount_percent INTEGER NOT NULL,
    discount_amount INTEGER NOT NULL, discount_reason TEXT NOT NULL, intro TEXT NOT NULL,
    closing TEXT NOT NULL, payment_days INTEGER, planned_on TEXT, prepaid INTEGER NOT NULL,
    credits_id TEXT, bill_again INTEGER NOT NULL, quote_id TEXT, plan_id TEXT NOT NULL,
    plan_part INTEGER NOT NULL, plan_parts INTEGER NOT NULL,
    CONSTRAINT pk_invoices PRIMARY KEY (id),
    CONSTRAINT ck_invoices_kind CHECK (kind IN ('invoice', 'instalment', 'credit', 'quote')),
    CONSTRAINT ck_invoices_bill_again CHECK (bill_again IN (0, 1)),
    CONSTRAINT fk_invoices_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE RESTRICT,
    CONSTRAINT fk_invoices_credits_id FOREIGN KEY(credits_id) REFERENCES invoices (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_invoices_client_id ON invoices (client_id)""",
    """CREATE INDEX ix_invoices_credits_id ON invoices (credits_id)""",
    """CREATE TABLE billed_sources ( id TEXT NOT NULL, invoice_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    CONSTRAINT pk_billed_sources PRIMARY KEY (id),
    CONSTRAINT fk_billed_sources_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoices (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_billed_sources_invoice_id ON billed_sources (invoice_id)""",
    """CREATE TABLE cancellation_terms ( id TEXT NOT NULL, steps TEXT NOT NULL,
    late_percent INTEGER NOT NULL, client_id TEXT, group_id TEXT, period_start TEXT,
    period_end TEXT,
    CONSTRAINT pk_cancellation_terms PRIMARY KEY (id),
    CONSTRAINT fk_cancellation_terms_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT fk_cancellation_terms_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_cancellation_terms_client_id ON cancellation_terms (client_id)""",
    """CREATE INDEX ix_cancellation_terms_group_id ON cancellation_terms (group_id)""",
    """CREATE TABLE issued_invoices ( id TEXT NOT NULL, number TEXT NOT NULL,
    series TEXT NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
    issued_on TEXT NOT NULL, issued_at TEXT NOT NULL, due_on TEXT, net INTEGER NOT NULL,
    vat INTEGER NOT NULL, gross INTEGER NOT NULL, snapshot TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL, xml_sha256 TEXT NOT NULL, xml_format TEXT NOT NULL,
    place INTEGER NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
    CONSTRAINT pk_issued_invoices PRIMARY KEY (id),
    CONSTRAINT ck_issued_invoices_series CHECK (series IN ('invoices', 'credits')),
    CONSTRAINT uq_issued_invoices_series_year_sequence UNIQUE (series, year, sequence),
    CONSTRAINT fk_issued_invoices_id FOREIGN KEY(id) REFERENCES invoices (id) ON DELETE RESTRICT,
    CONSTRAINT uq_issued_invoices_number UNIQUE (number),
    CONSTRAINT uq_issued_invoices_place UNIQUE (place)
    ) STRICT""",
    """CREATE INDEX ix_issued_invoices_issued_on ON issued_invoices (issued_on)""",
    """CREATE TABLE quotes ( id TEXT NOT NULL, invoice_id TEXT NOT NULL, number TEXT NOT NULL,
    title TEXT NOT NULL, product TEXT NOT NULL, valid_until TEXT, group_name TEXT NOT NULL,
    instalments TEXT NOT NULL, sent_on TEXT, accepted_on TEXT, declined_on TEXT,
    group_id TEXT,
    CONSTRAINT pk_quotes PRIMARY KEY (id),
    CONSTRAINT ck_quotes_product CHECK (product IN ('intervisie', 'training')),
    CONSTRAINT fk_quotes_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT fk_quotes_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE INDEX ix_quotes_group_id ON quotes (group_id)""",
    """CREATE INDEX ix_quotes_invoice_id ON quotes (invoice_id)""",
    """CREATE TABLE rates ( id TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL,
    category TEXT NOT NULL, product TEXT NOT NULL, client_id TEXT, group_id TEXT,
    participant_id TEXT, quantity INTEGER NOT NULL, period_start TEXT, period_end TEXT,
    note TEXT NOT NULL,
    CONSTRAINT pk_rates PRIMARY KEY (id),
    CONSTRAINT ck_rates_kind CHECK (kind IN ('participant_year', 'participant_session', 'group_session', 'daypart', 'fixed', 'travel', 'travel_km')),
    CONSTRAINT ck_rates_category CHECK (category IN ('standard', 'reduced', 'zero', 'reverse_charge', 'kor', 'kor_no_id', 'education')),
    CONSTRAINT ck_rates_product CHECK (product IN ('intervisie', 'training')),
    CONSTRAINT fk_rates_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT fk_rates_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_rates_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_rates_client_id ON rates (client_id)""",
    """CREATE INDEX ix_rates_group_id ON rates (group_id)""",
    """CREATE INDEX ix_rates_participant_id ON rates (participant_id)""",
    """CREATE TABLE invoice_acts ( id TEXT NOT NULL, invoice_id TEXT NOT NULL,
    kind TEXT NOT NULL, "on" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL,
    step INTEGER NOT NULL, until TEXT, amount INTEGER NOT NULL, other_id TEXT,
    sha256 TEXT NOT NULL,
    CONSTRAINT pk_invoice_acts PRIMARY KEY (id),
    CONSTRAINT ck_invoice_acts_kind CHECK (kind IN ('sent', 'unsent', 'reminded', 'credited', 'written_off', 'reclaimed')),
    CONSTRAINT fk_invoice_acts_invoice_id FOREIGN KEY(invoice_id) REFERENCES issued_invoices (id) ON DELETE RESTRICT,
    CONSTRAINT fk_invoice_acts_other_id FOREIGN KEY(other_id) REFERENCES issued_invoices (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_invoice_acts_invoice_id ON invoice_acts (invoice_id)""",
    """CREATE INDEX ix_invoice_acts_other_id ON invoice_acts (other_id)""",
    """CREATE TABLE invoice_lines ( id TEXT NOT NULL, invoice_id TEXT NOT NULL,
    position INTEGER NOT NULL, description TEXT NOT NULL, unit_price INTEGER NOT NULL,
    category TEXT NOT NULL, rate INTEGER NOT NULL, quantity INTEGER NOT NULL,
    unit TEXT NOT NULL, note TEXT NOT NULL, names TEXT NOT NULL,
    discount_percent INTEGER NOT NULL, discount_amount INTEGER NOT NULL,
    discount_reason TEXT NOT NULL, served_on TEXT, served_until TEXT, session_id TEXT,
    group_id TEXT, product TEXT NOT NULL, counts_for_kor INTEGER NOT NULL,
    credits_line_id TEXT,
    CONSTRAINT pk_invoice_lines PRIMARY KEY (id),
    CONSTRAINT ck_invoice_lines_category CHECK (category IN ('standard', 'reduced', 'zero', 'reverse_charge', 'kor', 'kor_no_id', 'education')),
    CONSTRAINT ck_invoice_lines_unit CHECK (unit IN ('piece', 'hour', 'day', 'kilometre')),
    CONSTRAINT ck_invoice_lines_product CHECK (product IN ('intervisie', 'training')),
    CONSTRAINT ck_invoice_lines_counts_for_kor CHECK (counts_for_kor IN (0, 1)),
    CONSTRAINT fk_invoice_lines_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT fk_invoice_lines_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE SET NULL,
    CONSTRAINT fk_invoice_lines_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE SET NULL,
    CONSTRAINT fk_invoice_lines_credits_line_id FOREIGN KEY(credits_line_id) REFERENCES invoice_lines (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_invoice_lines_credits_line_id ON invoice_lines (credits_line_id)""",
    """CREATE INDEX ix_invoice_lines_group_id ON invoice_lines (group_id)""",
    """CREATE INDEX ix_invoice_lines_invoice_id ON invoice_lines (invoice_id)""",
    """CREATE INDEX ix_invoice_lines_session_id ON invoice_lines (session_id)""",
    """CREATE TABLE issued_invoice_papers ( invoice_id TEXT NOT NULL, pdf BLOB NOT NULL,
    xml BLOB NOT NULL,
    CONSTRAINT pk_issued_invoice_papers PRIMARY KEY (invoice_id),
    CONSTRAINT fk_issued_invoice_papers_invoice_id FOREIGN KEY(invoice_id) REFERENCES issued_invoices (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE TABLE payment_allocations ( id TEXT NOT NULL, payment_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL, amount INTEGER NOT NULL,
    CONSTRAINT pk_payment_allocations PRIMARY KEY (id),
    CONSTRAINT uq_payment_allocations_payment_id_invoice_id UNIQUE (payment_id, invoice_id),
    CONSTRAINT fk_payment_allocations_payment_id FOREIGN KEY(payment_id) REFERENCES payments (id) ON DELETE CASCADE,
    CONSTRAINT fk_payment_allocations_invoice_id FOREIGN KEY(invoice_id) REFERENCES issued_invoices (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_payment_allocations_invoice_id ON payment_allocations (invoice_id)""",
    """CREATE TABLE invoice_act_papers ( act_id TEXT NOT NULL, pdf BLOB NOT NULL,
    CONSTRAINT pk_invoice_act_papers PRIMARY KEY (act_id),
    CONSTRAINT fk_invoice_act_papers_act_id FOREIGN KEY(act_id) REFERENCES invoice_acts (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE TRIGGER issued_invoices_no_update BEFORE UPDATE ON issued_invoices
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoices'); END""",
    """CREATE TRIGGER issued_invoices_no_delete BEFORE DELETE ON issued_invoices
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoices'); END""",
    """CREATE TRIGGER issued_invoices_no_replace BEFORE INSERT ON issued_invoices
WHEN EXISTS (SELECT 1 FROM issued_invoices
    WHERE id = new.id OR number = new.number OR place = new.place OR (series = new.series AND year = new.year AND sequence = new.sequence)
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoices'); END""",
    """CREATE TRIGGER issued_invoice_papers_no_update BEFORE UPDATE ON issued_invoice_papers
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoice_papers'); END""",
    """CREATE TRIGGER issued_invoice_papers_no_delete BEFORE DELETE ON issued_invoice_papers
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoice_papers'); END""",
    """CREATE TRIGGER issued_invoice_papers_no_replace BEFORE INSERT ON issued_invoice_papers
WHEN EXISTS (SELECT 1 FROM issued_invoice_papers
    WHERE invoice_id = new.invoice_id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: issued_invoice_papers'); END""",
    """CREATE TRIGGER invoice_acts_no_update BEFORE UPDATE ON invoice_acts
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_acts'); END""",
    """CREATE TRIGGER invoice_acts_no_delete BEFORE DELETE ON invoice_acts
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_acts'); END""",
    """CREATE TRIGGER invoice_acts_no_replace BEFORE INSERT ON invoice_acts
WHEN EXISTS (SELECT 1 FROM invoice_acts
    WHERE id = new.id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_acts'); END""",
    """CREATE TRIGGER invoice_act_papers_no_update BEFORE UPDATE ON invoice_act_papers
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_act_papers'); END""",
    """CREATE TRIGGER invoice_act_papers_no_delete BEFORE DELETE ON invoice_act_papers
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_act_papers'); END""",
    """CREATE TRIGGER invoice_act_papers_no_replace BEFORE INSERT ON invoice_act_papers
WHEN EXISTS (SELECT 1 FROM invoice_act_papers
    WHERE act_id = new.act_id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_act_papers'); END""",
    """CREATE TRIGGER invoices_frozen_update BEFORE UPDATE ON invoices
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = old.id)
    OR EXISTS (SELECT 1 FROM issued_invoices WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'immutable: invoices'); END""",
    """CREATE TRIGGER invoices_frozen_delete BEFORE DELETE ON invoices
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = old.id)
BEGIN SELECT RAISE(ABORT, 'immutable: invoices'); END""",
    """CREATE TRIGGER invoices_frozen_insert BEFORE INSERT ON invoices
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = new.id)
    OR EXISTS (SELECT 1 FROM invoices t JOIN issued_invoices i ON i.id = t.id
    WHERE t.id = new.id OR t.rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: invoices'); END""",
    """CREATE TRIGGER invoice_lines_frozen_update BEFORE UPDATE ON invoice_lines
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = old.invoice_id)
    OR EXISTS (SELECT 1 FROM issued_invoices WHERE id = new.invoice_id)
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_lines'); END""",
    """CREATE TRIGGER invoice_lines_frozen_delete BEFORE DELETE ON invoice_lines
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = old.invoice_id)
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_lines'); END""",
    """CREATE TRIGGER invoice_lines_frozen_insert BEFORE INSERT ON invoice_lines
WHEN EXISTS (SELECT 1 FROM issued_invoices WHERE id = new.invoice_id)
    OR EXISTS (SELECT 1 FROM invoice_lines t JOIN issued_invoices i ON i.id = t.invoice_id
    WHERE t.id = new.id OR t.rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: invoice_lines'); END""",
    """CREATE TRIGGER issued_invoices_number_next BEFORE INSERT ON issued_invoices
WHEN new.sequence < 1 OR new.sequence <> coalesce((SELECT last + 1 FROM number_series
    WHERE series = new.series AND year = new.year), new.sequence)
BEGIN SELECT RAISE(ABORT, 'number: not the next of its series'); END""",
    """CREATE TRIGGER issued_invoices_number_taken AFTER INSERT ON issued_invoices
BEGIN
    INSERT INTO number_series (series, year, last)
    SELECT new.series, new.year, new.sequence - 1
    WHERE NOT EXISTS (SELECT 1 FROM number_series
    WHERE series = new.series AND year = new.year);
    UPDATE number_series SET last = new.sequence
    WHERE series = new.series AND year = new.year;
END""",
    """CREATE TRIGGER issued_invoices_chain BEFORE INSERT ON issued_invoices
WHEN new.place <> coalesce((SELECT max(place) FROM issued_invoices), 0) + 1
    OR new.previous_hash <> coalesce((SELECT hash FROM issued_invoices WHERE place = new.place - 1), '')
BEGIN SELECT RAISE(ABORT, 'number: not the next link of the chain'); END""",
    """CREATE TRIGGER number_series_only_up BEFORE UPDATE ON number_series
WHEN new.series <> old.series OR new.year <> old.year OR new.last <> old.last + 1
    OR NOT EXISTS (SELECT 1 FROM certificates
    WHERE new.series = 'certificates' AND year = new.year AND sequence = new.last
    UNION ALL SELECT 1 FROM issued_invoices
    WHERE series = new.series AND year = new.year AND sequence = new.last)
BEGIN SELECT RAISE(ABORT, 'immutable: number_series'); END""",
    """CREATE TRIGGER number_series_only_taken BEFORE INSERT ON number_series
WHEN EXISTS (SELECT 1 FROM number_series WHERE series = new.series AND year = new.year)
    OR NOT EXISTS (SELECT 1 FROM certificates
    WHERE new.series = 'certificates' AND year = new.year AND sequence = new.last + 1
    UNION ALL SELECT 1 FROM issued_invoices
    WHERE series = new.series AND year = new.year AND sequence = new.last + 1)
BEGIN SELECT RAISE(ABORT, 'immutable: number_series'); END""",
)


def upgrade() -> None:
    """Adds the tables and columns; until now nothing was billed, and nobody said when notice came."""
    _clients()
    _groups()
    _participants()
    _sessions()
    _attendances()
    # The counter now serves invoices too: its two conditions are written anew.
    for name in _CHANGED:
        op.execute(f"DROP TRIGGER {name}")
    for statement in STATEMENTS:
        op.execute(statement)


def _clients() -> None:
    for name in ("oin", "peppol_id", "attention"):
        op.add_column("clients", Column(name, Text, nullable=False, server_default=""))
    column = Column("names_on_invoice", Integer, nullable=False, server_default="1")
    op.add_column("clients", column)
    with op.batch_alter_table("clients", recreate="always", table_kwargs=_STRICT) as batch:
        for name in ("oin", "peppol_id", "attention", "names_on_invoice"):
            batch.alter_column(name, server_default=None)
        check = op.f("ck_clients_names_on_invoice")
        batch.create_check_constraint(check, "names_on_invoice IN (0, 1)")


def _groups() -> None:
    column = Column("product", Text, nullable=False, server_default="intervisie")
    op.add_column("groups", column)
    with op.batch_alter_table("groups", recreate="always", table_kwargs=_STRICT) as batch:
        batch.alter_column("product", server_default=None)
        check = op.f("ck_groups_product")
        batch.create_check_constraint(check, "product IN ('intervisie', 'training')")


def _participants() -> None:
    op.add_column("participants", Column("payer_id", Text, nullable=True))
    with op.batch_alter_table(
        "participants",
        recreate="always",
        table_kwargs=_STRICT,
        partial_reordering=[("archived", "payer_id", "sort_key", "search_key")],
    ) as batch:
        name = op.f("fk_participants_payer_id")
        batch.create_foreign_key(name, "clients", ["payer_id"], ["id"], ondelete="SET NULL")
    op.create_index(op.f("ix_participants_payer_id"), "participants", ["payer_id"])


def _sessions() -> None:
    op.add_column("sessions", Column("cancelled_at", Text, nullable=True))
    column = Column("cancelled_by_client", Integer, nullable=False, server_default="0")
    op.add_column("sessions", column)
    with op.batch_alter_table("sessions", recreate="always", table_kwargs=_STRICT) as batch:
        batch.alter_column("cancelled_by_client", server_default=None)
        check = op.f("ck_sessions_cancelled_by_client")
        batch.create_check_constraint(check, "cancelled_by_client IN (0, 1)")


def _attendances() -> None:
    op.add_column("attendances", Column("notified_at", Text, nullable=True))
    with op.batch_alter_table("attendances", recreate="always", table_kwargs=_STRICT):
        pass
