/** Tables of keys, references, notices, operators, the audit log, and sealed bytes. See `m0001Sessions` on which ones grow. */
export const m0002Service: readonly string[] = [
  `CREATE TABLE huoti.data_keys (
    id text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL,
    master_key_id text COLLATE "C" NOT NULL,
    created_at_ms bigint NOT NULL
  )`,
  `CREATE INDEX data_keys_by_master ON huoti.data_keys (master_key_id, id)`,

  `CREATE TABLE huoti.face_references (
    client_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    model text COLLATE "C" NOT NULL,
    template bytea NOT NULL,
    data_key_id text COLLATE "C" NOT NULL,
    created_at_ms bigint NOT NULL,
    replaced_at_ms bigint,
    expires_at_ms bigint,
    PRIMARY KEY (client_id, id)
  )`,
  `CREATE INDEX face_references_expiring ON huoti.face_references (expires_at_ms) WHERE expires_at_ms IS NOT NULL`,

  `CREATE TABLE huoti.api_keys (
    id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    secret_hash text COLLATE "C" NOT NULL,
    scopes json NOT NULL,
    created_at_ms bigint NOT NULL,
    expires_at_ms bigint,
    revoked_at_ms bigint
  )`,
  `CREATE INDEX api_keys_by_client ON huoti.api_keys (client_id, created_at_ms)`,

  `CREATE TABLE huoti.webhook_endpoints (
    id text COLLATE "C" PRIMARY KEY,
    client_id text COLLATE "C" NOT NULL,
    url text NOT NULL,
    secret bytea NOT NULL,
    data_key_id text COLLATE "C" NOT NULL,
    created_at_ms bigint NOT NULL,
    disabled_at_ms bigint
  )`,
  `CREATE INDEX webhook_endpoints_by_client ON huoti.webhook_endpoints (client_id, created_at_ms)`,

  `CREATE TABLE huoti.webhook_deliveries (
    id text COLLATE "C" PRIMARY KEY,
    endpoint_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    session_id text COLLATE "C" NOT NULL REFERENCES huoti.sessions (id) ON DELETE CASCADE,
    event text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    tries integer NOT NULL,
    next_at_ms bigint NOT NULL,
    last_answer text,
    created_at_ms bigint NOT NULL
  )`,
  `CREATE INDEX webhook_deliveries_by_session ON huoti.webhook_deliveries (session_id)`,
  `CREATE INDEX webhook_deliveries_due ON huoti.webhook_deliveries (next_at_ms) WHERE state = 'pending'`,
  `CREATE INDEX webhook_deliveries_dead ON huoti.webhook_deliveries (client_id, created_at_ms) WHERE state = 'dead'`,

  `CREATE TABLE huoti.operators (
    id text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    password_hash text NOT NULL,
    role text COLLATE "C" NOT NULL,
    created_at_ms bigint NOT NULL,
    disabled_at_ms bigint
  )`,
  `CREATE TABLE huoti.sign_ins (
    id text COLLATE "C" PRIMARY KEY,
    operator_id text COLLATE "C" NOT NULL REFERENCES huoti.operators (id) ON DELETE CASCADE,
    expires_at_ms bigint NOT NULL
  )`,
  `CREATE INDEX sign_ins_by_expiry ON huoti.sign_ins (expires_at_ms)`,

  `CREATE TABLE huoti.audit_entries (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_ms bigint NOT NULL,
    actor text NOT NULL,
    action text COLLATE "C" NOT NULL,
    object text COLLATE "C" NOT NULL,
    facts json NOT NULL
  )`,
  `CREATE INDEX audit_entries_by_object ON huoti.audit_entries (object, seq)`,
  `CREATE INDEX audit_entries_by_action ON huoti.audit_entries (action, seq)`,

  // Sealed bytes don't compress: EXTERNAL spares the try.
  `CREATE TABLE huoti.blobs (
    key text COLLATE "C" PRIMARY KEY,
    bytes bytea NOT NULL,
    written_at_ms bigint NOT NULL
  )`,
  `ALTER TABLE huoti.blobs ALTER COLUMN bytes SET STORAGE EXTERNAL`,
];
