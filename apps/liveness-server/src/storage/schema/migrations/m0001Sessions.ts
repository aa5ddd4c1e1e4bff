/**
 * Tables of sessions and of what people may look up later.
 *
 * Which ones grow: `sessions`, `verdicts`, `consents` with every session; `parts` and `blobs` by some twenty rows a session, for
 * days; `attempts` and `proofs` by some rows a session, for hours; `audit_entries` with every look. Every key of those begins
 * with a random id (or is one), so each can be partitioned by hash of it without a change to a query. The rest stays small.
 *
 * Text is compared byte by byte (`COLLATE "C"`): ids are ASCII, an order must not depend on the machine's language, and it is
 * faster. JSON is `json`, see `encodeJson`.
 */
export const m0001Sessions: readonly string[] = [
  `CREATE TABLE huoti.sessions (
    id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    reference_id text COLLATE "C",
    policy json NOT NULL,
    policy_name text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    issued_at_ms bigint NOT NULL,
    expires_at_ms bigint NOT NULL,
    token_hash text COLLATE "C" NOT NULL,
    client_key text COLLATE "C",
    receipt_id text COLLATE "C",
    begun_at_ms bigint,
    mirroring_known boolean,
    plan_jws text COLLATE "C",
    plan_hash text COLLATE "C",
    steps json,
    reveals json NOT NULL,
    requested_pictures json,
    evidence_hash text COLLATE "C",
    completed_at_ms bigint,
    decided_at_ms bigint,
    host json,
    host_kind text COLLATE "C",
    data_key_id text COLLATE "C",
    CONSTRAINT sessions_state CHECK (state IN ('issued', 'begun', 'completed', 'decided', 'expired'))
  ) WITH (fillfactor = 70)`, // A session is written some eight times; room on its page spares the indexes.
  `CREATE INDEX sessions_by_time ON huoti.sessions (issued_at_ms, id)`,
  `CREATE INDEX sessions_by_client ON huoti.sessions (client_id, issued_at_ms, id)`,
  `CREATE INDEX sessions_by_subject ON huoti.sessions (client_id, subject, issued_at_ms, id) WHERE subject IS NOT NULL`,
  `CREATE INDEX sessions_overdue ON huoti.sessions (expires_at_ms) WHERE state IN ('issued', 'begun')`,
  `CREATE INDEX sessions_undecided ON huoti.sessions (completed_at_ms) WHERE state = 'completed'`,
  `CREATE INDEX sessions_ended ON huoti.sessions (issued_at_ms) WHERE state IN ('decided', 'expired')`,

  `CREATE TABLE huoti.parts (
    session_id text COLLATE "C" NOT NULL REFERENCES huoti.sessions (id) ON DELETE CASCADE,
    name text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    bytes integer NOT NULL,
    blob_key text COLLATE "C" NOT NULL,
    stored_at_ms bigint NOT NULL,
    PRIMARY KEY (session_id, name)
  )`,
  `CREATE INDEX parts_by_blob ON huoti.parts (blob_key)`,
  `CREATE INDEX parts_pictures ON huoti.parts (stored_at_ms) WHERE name LIKE 'picture-%'`,
  `CREATE INDEX parts_others ON huoti.parts (stored_at_ms) WHERE name NOT LIKE 'picture-%'`,

  // The primary key is what makes a verdict the only one.
  `CREATE TABLE huoti.verdicts (
    session_id text COLLATE "C" PRIMARY KEY REFERENCES huoti.sessions (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL UNIQUE,
    client_id text COLLATE "C" NOT NULL,
    verified boolean NOT NULL,
    assurance text COLLATE "C" NOT NULL,
    reason text COLLATE "C",
    gate text COLLATE "C",
    light boolean NOT NULL,
    checks json NOT NULL,
    signals json NOT NULL,
    comparison json NOT NULL,
    engine json NOT NULL,
    decided_at_ms bigint NOT NULL,
    recompute_ms double precision
  )`,

  `CREATE TABLE huoti.consents (
    receipt_id text COLLATE "C" PRIMARY KEY,
    session_id text COLLATE "C" NOT NULL REFERENCES huoti.sessions (id) ON DELETE CASCADE,
    client_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    level text COLLATE "C" NOT NULL,
    policy_version text COLLATE "C" NOT NULL,
    text_hash text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    recorded_at_ms bigint NOT NULL
  )`,
  `CREATE INDEX consents_by_session ON huoti.consents (session_id)`,

  `CREATE TABLE huoti.attempts (
    scope text COLLATE "C" NOT NULL,
    session_id text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    at_ms bigint NOT NULL,
    PRIMARY KEY (scope, session_id)
  )`,
  `CREATE INDEX attempts_counted ON huoti.attempts (scope, at_ms) WHERE state <> 'passed'`,
  `CREATE INDEX attempts_by_session ON huoti.attempts (session_id)`,
  `CREATE INDEX attempts_by_time ON huoti.attempts (at_ms)`,

  `CREATE TABLE huoti.proofs (
    id text COLLATE "C" PRIMARY KEY,
    expires_at_ms bigint NOT NULL
  )`,
  `CREATE INDEX proofs_by_expiry ON huoti.proofs (expires_at_ms)`,
];
