# ruff: noqa: E501  (a constraint stays on its line, as SQLite keeps it)
"""Version 1: the whole start schema, as it was released."""

from __future__ import annotations

from alembic import op

STATEMENTS = (
    """CREATE TABLE busy_times ( id TEXT NOT NULL, source TEXT NOT NULL, start TEXT NOT NULL,
    "end" TEXT NOT NULL, all_day INTEGER NOT NULL,
    CONSTRAINT pk_busy_times PRIMARY KEY (id),
    CONSTRAINT ck_busy_times_all_day CHECK (all_day IN (0, 1))
    ) STRICT""",
    """CREATE INDEX ix_busy_times_start ON busy_times (start)""",
    """CREATE TABLE clients ( id TEXT NOT NULL, name TEXT NOT NULL, address_lines TEXT,
    address_postcode TEXT, address_city TEXT, address_country TEXT,
    billing_address_lines TEXT, billing_address_postcode TEXT, billing_address_city TEXT,
    billing_address_country TEXT, email TEXT NOT NULL, billing_email TEXT NOT NULL,
    phone TEXT NOT NULL, kvk_number TEXT NOT NULL, vat_number TEXT NOT NULL,
    iban TEXT NOT NULL, reference TEXT NOT NULL, payment_days INTEGER NOT NULL,
    private INTEGER NOT NULL, note TEXT NOT NULL, archived INTEGER NOT NULL,
    CONSTRAINT pk_clients PRIMARY KEY (id),
    CONSTRAINT ck_clients_private CHECK (private IN (0, 1)),
    CONSTRAINT ck_clients_archived CHECK (archived IN (0, 1))
    ) STRICT""",
    """CREATE TABLE exceptions ( id TEXT NOT NULL, finding_key TEXT NOT NULL,
    code TEXT NOT NULL, reason TEXT NOT NULL, made_on TEXT NOT NULL, until TEXT,
    CONSTRAINT pk_exceptions PRIMARY KEY (id)
    ) STRICT""",
    """CREATE INDEX ix_exceptions_finding_key ON exceptions (finding_key)""",
    """CREATE TABLE facilitators ( id TEXT NOT NULL, name TEXT NOT NULL, quality TEXT NOT NULL,
    email TEXT NOT NULL, signature BLOB, profession TEXT NOT NULL, academic INTEGER NOT NULL,
    CONSTRAINT pk_facilitators PRIMARY KEY (id),
    CONSTRAINT ck_facilitators_academic CHECK (academic IN (0, 1))
    ) STRICT""",
    """CREATE TABLE free_periods ( id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, region TEXT NOT NULL, source TEXT NOT NULL,
    CONSTRAINT pk_free_periods PRIMARY KEY (id),
    CONSTRAINT ck_free_periods_kind CHECK (kind IN ('school_holiday', 'own_holiday'))
    ) STRICT""",
    """CREATE INDEX ix_free_periods_first ON free_periods (first)""",
    """CREATE TABLE journal ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
    act TEXT NOT NULL, facts TEXT NOT NULL, touched TEXT NOT NULL ) STRICT""",
    """CREATE TABLE number_series ( series TEXT NOT NULL, year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_number_series PRIMARY KEY (series, year)
    ) STRICT""",
    """CREATE TABLE participants ( id TEXT NOT NULL, name_given TEXT NOT NULL,
    name_initials TEXT NOT NULL, name_prefix TEXT NOT NULL, name_surname TEXT NOT NULL,
    name_title_before TEXT NOT NULL, name_title_after TEXT NOT NULL, email TEXT NOT NULL,
    phone TEXT NOT NULL, profession TEXT NOT NULL, note TEXT NOT NULL,
    archived INTEGER NOT NULL, sort_key TEXT NOT NULL, search_key TEXT NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (id),
    CONSTRAINT ck_participants_archived CHECK (archived IN (0, 1))
    ) STRICT""",
    """CREATE INDEX ix_participants_sort_key ON participants (sort_key)""",
    """CREATE TABLE secrets ( name TEXT NOT NULL, value BLOB NOT NULL,
    CONSTRAINT pk_secrets PRIMARY KEY (name)
    ) STRICT""",
    """CREATE TABLE settings ( "key" TEXT NOT NULL, value TEXT NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY ("key")
    ) STRICT""",
    """CREATE TABLE absences ( id TEXT NOT NULL, participant_id TEXT NOT NULL,
    kind TEXT NOT NULL, period_start TEXT, period_end TEXT,
    CONSTRAINT pk_absences PRIMARY KEY (id),
    CONSTRAINT ck_absences_kind CHECK (kind IN ('illness', 'pregnancy', 'other')),
    CONSTRAINT fk_absences_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_absences_participant_id ON absences (participant_id)""",
    """CREATE TABLE contacts ( id TEXT NOT NULL, client_id TEXT NOT NULL, name TEXT NOT NULL,
    function TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
    CONSTRAINT pk_contacts PRIMARY KEY (id),
    CONSTRAINT fk_contacts_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_contacts_client_id ON contacts (client_id)""",
    """CREATE TABLE designations ( id TEXT NOT NULL, facilitator_id TEXT NOT NULL,
    register TEXT NOT NULL, number TEXT NOT NULL, period_start TEXT, period_end TEXT,
    CONSTRAINT pk_designations PRIMARY KEY (id),
    CONSTRAINT fk_designations_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_designations_facilitator_id ON designations (facilitator_id)""",
    """CREATE TABLE employments ( id TEXT NOT NULL, participant_id TEXT NOT NULL,
    employer TEXT NOT NULL, client_id TEXT, function TEXT NOT NULL, period_start TEXT,
    period_end TEXT,
    CONSTRAINT pk_employments PRIMARY KEY (id),
    CONSTRAINT fk_employments_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE,
    CONSTRAINT fk_employments_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE INDEX ix_employments_client_id ON employments (client_id)""",
    """CREATE INDEX ix_employments_participant_id ON employments (participant_id)""",
    """CREATE TABLE groups ( id TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
    colour INTEGER NOT NULL, profiles TEXT NOT NULL, mode TEXT NOT NULL, place TEXT NOT NULL,
    link TEXT NOT NULL, client_id TEXT, facilitator_id TEXT, method TEXT NOT NULL,
    note TEXT NOT NULL, archived INTEGER NOT NULL,
    CONSTRAINT pk_groups PRIMARY KEY (id),
    CONSTRAINT ck_groups_mode CHECK (mode IN ('on_location', 'online', 'hybrid')),
    CONSTRAINT ck_groups_archived CHECK (archived IN (0, 1)),
    CONSTRAINT fk_groups_client_id FOREIGN KEY(client_id) REFERENCES clients (id) ON DELETE SET NULL,
    CONSTRAINT fk_groups_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE INDEX ix_groups_client_id ON groups (client_id)""",
    """CREATE INDEX ix_groups_facilitator_id ON groups (facilitator_id)""",
    """CREATE TABLE practice ( id TEXT NOT NULL, name TEXT NOT NULL, tagline TEXT NOT NULL,
    address_lines TEXT, address_postcode TEXT, address_city TEXT, address_country TEXT,
    email TEXT NOT NULL, phone TEXT NOT NULL, website TEXT NOT NULL,
    kvk_number TEXT NOT NULL, vat_number TEXT NOT NULL, iban TEXT NOT NULL, logo BLOB,
    accent TEXT NOT NULL, facilitator_id TEXT, default_profile TEXT NOT NULL,
    school_region TEXT NOT NULL, number_pattern TEXT NOT NULL, first_number INTEGER NOT NULL,
    yearly_restart INTEGER NOT NULL, public_key TEXT NOT NULL, demo INTEGER NOT NULL,
    CONSTRAINT pk_practice PRIMARY KEY (id),
    CONSTRAINT ck_practice_yearly_restart CHECK (yearly_restart IN (0, 1)),
    CONSTRAINT ck_practice_demo CHECK (demo IN (0, 1)),
    CONSTRAINT fk_practice_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE INDEX ix_practice_facilitator_id ON practice (facilitator_id)""",
    """CREATE TABLE registrations ( id TEXT NOT NULL, participant_id TEXT NOT NULL,
    register TEXT NOT NULL, number TEXT NOT NULL, period_start TEXT, period_end TEXT,
    unconditional_since TEXT,
    CONSTRAINT pk_registrations PRIMARY KEY (id),
    CONSTRAINT fk_registrations_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_registrations_participant_id ON registrations (participant_id)""",
    """CREATE TABLE relations ( id TEXT NOT NULL, first_id TEXT NOT NULL,
    second_id TEXT NOT NULL, kind TEXT NOT NULL, period_start TEXT, period_end TEXT,
    CONSTRAINT pk_relations PRIMARY KEY (id),
    CONSTRAINT ck_relations_kind CHECK (kind IN ('manager', 'colleague', 'partner', 'other')),
    CONSTRAINT fk_relations_first_id FOREIGN KEY(first_id) REFERENCES participants (id) ON DELETE CASCADE,
    CONSTRAINT fk_relations_second_id FOREIGN KEY(second_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_relations_first_id ON relations (first_id)""",
    """CREATE INDEX ix_relations_second_id ON relations (second_id)""",
    """CREATE TABLE agreements ( id TEXT NOT NULL, group_id TEXT NOT NULL,
    agreed_on TEXT NOT NULL, scope TEXT NOT NULL, text TEXT NOT NULL,
    CONSTRAINT pk_agreements PRIMARY KEY (id),
    CONSTRAINT fk_agreements_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_agreements_group_id ON agreements (group_id)""",
    """CREATE TABLE memberships ( id TEXT NOT NULL, group_id TEXT NOT NULL,
    participant_id TEXT NOT NULL, role TEXT NOT NULL, period_start TEXT, period_end TEXT,
    CONSTRAINT pk_memberships PRIMARY KEY (id),
    CONSTRAINT ck_memberships_role CHECK (role IN ('member', 'trainee', 'guest')),
    CONSTRAINT fk_memberships_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_memberships_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_memberships_group_id ON memberships (group_id)""",
    """CREATE INDEX ix_memberships_participant_id ON memberships (participant_id)""",
    """CREATE TABLE sessions ( id TEXT NOT NULL, group_id TEXT NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, state TEXT NOT NULL, mode TEXT NOT NULL,
    place TEXT NOT NULL, link TEXT NOT NULL, facilitator_id TEXT, method TEXT NOT NULL,
    breaks TEXT NOT NULL, description TEXT NOT NULL, confidentiality_on TEXT,
    confidentiality_at INTEGER, invited_on TEXT, link_sent_on TEXT, evaluated_on TEXT,
    list_signed INTEGER NOT NULL, cancelled_because TEXT NOT NULL, closed_at TEXT,
    reopened_because TEXT NOT NULL, series_id TEXT, sequence INTEGER NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT ck_sessions_state CHECK (state IN ('planned', 'held', 'closed', 'cancelled')),
    CONSTRAINT ck_sessions_mode CHECK (mode IN ('on_location', 'online', 'hybrid')),
    CONSTRAINT ck_sessions_list_signed CHECK (list_signed IN (0, 1)),
    CONSTRAINT fk_sessions_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_sessions_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE INDEX ix_sessions_day ON sessions (day)""",
    """CREATE INDEX ix_sessions_facilitator_id ON sessions (facilitator_id)""",
    """CREATE INDEX ix_sessions_group_id ON sessions (group_id)""",
    """CREATE INDEX ix_sessions_series_id ON sessions (series_id)""",
    """CREATE TABLE agreement_signatures ( id TEXT NOT NULL, agreement_id TEXT NOT NULL,
    signed_on TEXT NOT NULL, participant_id TEXT, facilitator_id TEXT,
    CONSTRAINT pk_agreement_signatures PRIMARY KEY (id),
    CONSTRAINT fk_agreement_signatures_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreements (id) ON DELETE CASCADE,
    CONSTRAINT fk_agreement_signatures_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE,
    CONSTRAINT fk_agreement_signatures_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES facilitators (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_agreement_signatures_agreement_id ON agreement_signatures (agreement_id)""",
    """CREATE INDEX ix_agreement_signatures_facilitator_id ON agreement_signatures (facilitator_id)""",
    """CREATE INDEX ix_agreement_signatures_participant_id ON agreement_signatures (participant_id)""",
    """CREATE TABLE attendances ( id TEXT NOT NULL, session_id TEXT NOT NULL,
    participant_id TEXT NOT NULL, state TEXT NOT NULL, intervals TEXT NOT NULL,
    contribution INTEGER NOT NULL, theme TEXT NOT NULL, action INTEGER NOT NULL,
    prepared INTEGER NOT NULL, confidentiality INTEGER NOT NULL,
    closed_room INTEGER NOT NULL, identity_checked INTEGER NOT NULL,
    online_agreed INTEGER NOT NULL, presence_checked INTEGER NOT NULL, safe INTEGER NOT NULL,
    remark TEXT NOT NULL,
    CONSTRAINT pk_attendances PRIMARY KEY (id),
    CONSTRAINT ck_attendances_state CHECK (state IN ('expected', 'present', 'absent', 'excused')),
    CONSTRAINT ck_attendances_contribution CHECK (contribution IN (0, 1)),
    CONSTRAINT ck_attendances_action CHECK (action IN (0, 1)),
    CONSTRAINT ck_attendances_prepared CHECK (prepared IN (0, 1)),
    CONSTRAINT ck_attendances_confidentiality CHECK (confidentiality IN (0, 1)),
    CONSTRAINT ck_attendances_closed_room CHECK (closed_room IN (0, 1)),
    CONSTRAINT ck_attendances_identity_checked CHECK (identity_checked IN (0, 1)),
    CONSTRAINT ck_attendances_online_agreed CHECK (online_agreed IN (0, 1)),
    CONSTRAINT ck_attendances_presence_checked CHECK (presence_checked IN (0, 1)),
    CONSTRAINT ck_attendances_safe CHECK (safe IN (0, 1)),
    CONSTRAINT uq_attendances_session_id_participant_id UNIQUE (session_id, participant_id),
    CONSTRAINT fk_attendances_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT fk_attendances_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE INDEX ix_attendances_participant_id ON attendances (participant_id)""",
    """CREATE TABLE certificates ( id TEXT NOT NULL, number TEXT NOT NULL,
    year INTEGER NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL,
    participant_id TEXT NOT NULL, group_id TEXT, session_id TEXT,
    covers_year INTEGER NOT NULL, issued_on TEXT NOT NULL, issued_at TEXT NOT NULL,
    profile TEXT NOT NULL, edition TEXT, minutes INTEGER NOT NULL, snapshot TEXT NOT NULL,
    sha256 TEXT NOT NULL, statement TEXT NOT NULL, control_code TEXT NOT NULL,
    override_reason TEXT NOT NULL, replaces_id TEXT,
    CONSTRAINT pk_certificates PRIMARY KEY (id),
    CONSTRAINT ck_certificates_kind CHECK (kind IN ('session', 'year')),
    CONSTRAINT uq_certificates_year_sequence UNIQUE (year, sequence),
    CONSTRAINT uq_certificates_number UNIQUE (number),
    CONSTRAINT fk_certificates_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE RESTRICT,
    CONSTRAINT fk_certificates_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE RESTRICT,
    CONSTRAINT fk_certificates_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE RESTRICT,
    CONSTRAINT fk_certificates_replaces_id FOREIGN KEY(replaces_id) REFERENCES certificates (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_certificates_group_id ON certificates (group_id)""",
    """CREATE INDEX ix_certificates_participant_id ON certificates (participant_id)""",
    """CREATE INDEX ix_certificates_replaces_id ON certificates (replaces_id)""",
    """CREATE INDEX ix_certificates_session_id ON certificates (session_id)""",
    """CREATE TABLE certificate_acts ( id TEXT NOT NULL, certificate_id TEXT NOT NULL,
    kind TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, replacement_id TEXT,
    CONSTRAINT pk_certificate_acts PRIMARY KEY (id),
    CONSTRAINT ck_certificate_acts_kind CHECK (kind IN ('withdrawn', 'replaced')),
    CONSTRAINT fk_certificate_acts_certificate_id FOREIGN KEY(certificate_id) REFERENCES certificates (id) ON DELETE RESTRICT,
    CONSTRAINT fk_certificate_acts_replacement_id FOREIGN KEY(replacement_id) REFERENCES certificates (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE INDEX ix_certificate_acts_certificate_id ON certificate_acts (certificate_id)""",
    """CREATE INDEX ix_certificate_acts_replacement_id ON certificate_acts (replacement_id)""",
    """CREATE TABLE certificate_papers ( certificate_id TEXT NOT NULL, pdf BLOB NOT NULL,
    CONSTRAINT pk_certificate_papers PRIMARY KEY (certificate_id),
    CONSTRAINT fk_certificate_papers_certificate_id FOREIGN KEY(certificate_id) REFERENCES certificates (id) ON DELETE RESTRICT
    ) STRICT""",
    """CREATE TRIGGER certificates_no_update BEFORE UPDATE ON certificates
BEGIN SELECT RAISE(ABORT, 'immutable: certificates'); END""",
    """CREATE TRIGGER certificates_no_delete BEFORE DELETE ON certificates
BEGIN SELECT RAISE(ABORT, 'immutable: certificates'); END""",
    """CREATE TRIGGER certificates_no_replace BEFORE INSERT ON certificates
WHEN EXISTS (SELECT 1 FROM certificates
    WHERE id = new.id OR number = new.number OR (year = new.year AND sequence = new.sequence)
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: certificates'); END""",
    """CREATE TRIGGER certificate_acts_no_update BEFORE UPDATE ON certificate_acts
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_acts'); END""",
    """CREATE TRIGGER certificate_acts_no_delete BEFORE DELETE ON certificate_acts
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_acts'); END""",
    """CREATE TRIGGER certificate_acts_no_replace BEFORE INSERT ON certificate_acts
WHEN EXISTS (SELECT 1 FROM certificate_acts
    WHERE id = new.id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_acts'); END""",
    """CREATE TRIGGER certificate_papers_no_update BEFORE UPDATE ON certificate_papers
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_papers'); END""",
    """CREATE TRIGGER certificate_papers_no_delete BEFORE DELETE ON certificate_papers
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_papers'); END""",
    """CREATE TRIGGER certificate_papers_no_replace BEFORE INSERT ON certificate_papers
WHEN EXISTS (SELECT 1 FROM certificate_papers
    WHERE certificate_id = new.certificate_id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: certificate_papers'); END""",
    """CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'immutable: journal'); END""",
    """CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'immutable: journal'); END""",
    """CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal
    WHERE id = new.id
    OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'immutable: journal'); END""",
    """CREATE TRIGGER certificates_number_next BEFORE INSERT ON certificates
WHEN new.sequence < 1 OR new.sequence <> coalesce((SELECT last + 1 FROM number_series
    WHERE series = 'certificates' AND year = new.year), new.sequence)
BEGIN SELECT RAISE(ABORT, 'number: not the next of its series'); END""",
    """CREATE TRIGGER certificates_number_taken AFTER INSERT ON certificates
BEGIN
    INSERT INTO number_series (series, year, last)
    SELECT 'certificates', new.year, new.sequence - 1
    WHERE NOT EXISTS (SELECT 1 FROM number_series
    WHERE series = 'certificates' AND year = new.year);
    UPDATE number_series SET last = new.sequence
    WHERE series = 'certificates' AND year = new.year;
END""",
    """CREATE TRIGGER number_series_only_up BEFORE UPDATE ON number_series
WHEN new.series <> old.series OR new.year <> old.year OR new.last <> old.last + 1
    OR NOT EXISTS (SELECT 1 FROM certificates
    WHERE new.series = 'certificates' AND year = new.year AND sequence = new.last)
BEGIN SELECT RAISE(ABORT, 'immutable: number_series'); END""",
    """CREATE TRIGGER number_series_only_taken BEFORE INSERT ON number_series
WHEN EXISTS (SELECT 1 FROM number_series WHERE series = new.series AND year = new.year)
    OR NOT EXISTS (SELECT 1 FROM certificates
    WHERE new.series = 'certificates' AND year = new.year AND sequence = new.last + 1)
BEGIN SELECT RAISE(ABORT, 'immutable: number_series'); END""",
    """CREATE TRIGGER number_series_no_delete BEFORE DELETE ON number_series
BEGIN SELECT RAISE(ABORT, 'immutable: number_series'); END""",
)


def upgrade() -> None:
    """Makes every table, index and trigger."""
    for statement in STATEMENTS:
        op.execute(statement)
