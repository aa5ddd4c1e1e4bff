/**
 * What the policy promises, as tables: people and what they asked for, guardians' consents, rights cases, deletions, and the chain of the audit
 * log. `subjects`, `guardian_consents`, `rights_cases` and `deletions` grow with people, not with sessions; `audit_heads` by some thirty rows a
 * day.
 *
 * One constraint goes: a receipt outlives its session. The release before deleted receipts with their session by that constraint and by
 * nothing else, so it still runs, and leaves them for this one.
 */
export const m0004Privacy: readonly string[] = [
  `ALTER TABLE huoti.sessions
    ADD COLUMN age_band text COLLATE "C",
    ADD COLUMN guardian_receipt_id text COLLATE "C",
    ADD COLUMN legal_ground json`,
  `CREATE INDEX sessions_by_reference ON huoti.sessions (client_id, reference_id, issued_at_ms, id) WHERE reference_id IS NOT NULL`,
  // Children's are few and go sooner: found by themselves, not by a look through all that is still kept of others.
  `CREATE INDEX sessions_of_children ON huoti.sessions (issued_at_ms) WHERE age_band = 'child'`,

  `ALTER TABLE huoti.consents DROP CONSTRAINT consents_session_id_fkey`,
  // Receipts of the release before say nothing of these: an empty hash fits no notice, so none of them is good for a new session.
  `ALTER TABLE huoti.consents
    ADD COLUMN inventory_hash text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN choices json NOT NULL DEFAULT '{}',
    ADD COLUMN age_band text COLLATE "C" NOT NULL DEFAULT 'adult',
    ADD COLUMN guardian_receipt_id text COLLATE "C",
    ADD COLUMN withdrawn_at_ms bigint`,
  `CREATE INDEX consents_by_subject ON huoti.consents (client_id, subject, recorded_at_ms) WHERE subject IS NOT NULL`,
  `CREATE INDEX consents_by_time ON huoti.consents (recorded_at_ms)`,
  `CREATE INDEX consents_of_children ON huoti.consents (recorded_at_ms) WHERE age_band = 'child'`,

  // The release before knows no subject of a reference and writes none: it is the reference's own id then.
  `ALTER TABLE huoti.face_references
    ADD COLUMN subject text COLLATE "C",
    ADD COLUMN turn_key_id text COLLATE "C"`,
  `CREATE INDEX face_references_by_subject ON huoti.face_references (client_id, (coalesce(subject, id)))`,
  `CREATE INDEX face_references_by_time ON huoti.face_references ((coalesce(replaced_at_ms, created_at_ms)))`,

  `CREATE TABLE huoti.subjects (
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    created_at_ms bigint NOT NULL,
    age_band text COLLATE "C",
    restricted_at_ms bigint,
    withdrawn_at_ms bigint,
    looked_at_ms bigint NOT NULL,
    PRIMARY KEY (client_id, subject)
  )`,
  `CREATE INDEX subjects_by_look ON huoti.subjects (looked_at_ms)`,
  `CREATE INDEX subjects_of_children ON huoti.subjects (client_id, subject) WHERE age_band = 'child'`,

  `CREATE TABLE huoti.guardian_consents (
    receipt_id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    guardian text COLLATE "C" NOT NULL,
    document text COLLATE "C" NOT NULL,
    level text COLLATE "C" NOT NULL,
    policy_version text COLLATE "C" NOT NULL,
    text_hash text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    signed_at_ms bigint NOT NULL,
    recorded_at_ms bigint NOT NULL,
    expires_at_ms bigint,
    withdrawn_at_ms bigint
  )`,
  `CREATE INDEX guardian_consents_by_subject ON huoti.guardian_consents (client_id, subject, recorded_at_ms)`,
  `CREATE INDEX guardian_consents_by_time ON huoti.guardian_consents (recorded_at_ms)`,

  `CREATE TABLE huoti.rights_cases (
    id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    kind text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    received_at_ms bigint NOT NULL,
    due_at_ms bigint NOT NULL,
    closed_at_ms bigint,
    closed_by text COLLATE "C",
    note text,
    deletion_id text COLLATE "C"
  )`,
  `CREATE INDEX rights_cases_by_due ON huoti.rights_cases (due_at_ms, id)`,
  `CREATE INDEX rights_cases_by_client ON huoti.rights_cases (client_id, due_at_ms, id)`,
  `CREATE INDEX rights_cases_by_subject ON huoti.rights_cases (client_id, subject, due_at_ms, id) WHERE subject IS NOT NULL`,
  `CREATE INDEX rights_cases_open ON huoti.rights_cases (due_at_ms) WHERE closed_at_ms IS NULL`,
  `CREATE INDEX rights_cases_closed ON huoti.rights_cases (closed_at_ms) WHERE closed_at_ms IS NOT NULL`,

  `CREATE TABLE huoti.deletions (
    id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    pseudonym text COLLATE "C" NOT NULL,
    case_id text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    started_at_ms bigint NOT NULL,
    finished_at_ms bigint,
    counts json NOT NULL,
    backups_expire_at_ms bigint
  )`,
  // Of one person one deletion runs at a time.
  `CREATE UNIQUE INDEX deletions_running ON huoti.deletions (client_id, subject) WHERE state = 'running'`,
  `CREATE INDEX deletions_unfinished ON huoti.deletions (started_at_ms) WHERE state = 'running'`,
  `CREATE INDEX deletions_by_time ON huoti.deletions (started_at_ms, id)`,
  `CREATE INDEX deletions_by_client ON huoti.deletions (client_id, started_at_ms, id)`,
  `CREATE INDEX deletions_done ON huoti.deletions (finished_at_ms) WHERE state = 'done'`,

  `CREATE TABLE huoti.counters (
    name text COLLATE "C" PRIMARY KEY,
    value bigint NOT NULL,
    at_ms bigint NOT NULL
  )`,

  // The release before wrote the reference's id, which is the integrator's name for a person, into the log for good: taken out before the log
  // is chained. What of it that release still writes while this one is rolled out stays: stop it before the first person is deleted.
  `UPDATE huoti.audit_entries SET object = regexp_replace(object, '/[^/]*$', '') WHERE action LIKE 'reference-%'`,
  // `seq` numbers the rows as they were written, by the database; the place in the chain is given later, by the one process that chains.
  `ALTER TABLE huoti.audit_entries
    ADD COLUMN pseudonym text COLLATE "C",
    ADD COLUMN chain_seq bigint,
    ADD COLUMN chain_hash text COLLATE "C"`,
  // Partitioned by time (docs/scaling.md), Postgres can't hold a place to be unique over all partitions; the chain's lock does.
  `DO $$ BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'huoti.audit_entries'::regclass) = 'p' THEN
      CREATE INDEX audit_entries_chained ON huoti.audit_entries (chain_seq) WHERE chain_seq IS NOT NULL;
    ELSE
      CREATE UNIQUE INDEX audit_entries_chained ON huoti.audit_entries (chain_seq) WHERE chain_seq IS NOT NULL;
    END IF;
  END $$`,
  `CREATE INDEX audit_entries_unchained ON huoti.audit_entries (seq) WHERE chain_seq IS NULL`,
  `CREATE INDEX audit_entries_by_person ON huoti.audit_entries (pseudonym, seq) WHERE pseudonym IS NOT NULL`,
  `CREATE TABLE huoti.audit_heads (
    seq bigint PRIMARY KEY,
    hash text COLLATE "C" NOT NULL,
    signed_at_ms bigint NOT NULL,
    jws text COLLATE "C" NOT NULL
  )`,
];
