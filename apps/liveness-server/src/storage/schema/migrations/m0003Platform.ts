/**
 * What sessions that a platform decides need until they are. One row for each such session that is open: it stays small. The row goes
 * with the session's end, and the sealed identity in it.
 */
export const m0003Platform: readonly string[] = [
  `CREATE TABLE huoti.platform_checks (
    session_id text COLLATE "C" PRIMARY KEY REFERENCES huoti.sessions (id) ON DELETE CASCADE,
    platform text COLLATE "C" NOT NULL,
    identity bytea NOT NULL,
    serial text COLLATE "C",
    claimed_until_ms bigint,
    verify_id text COLLATE "C",
    verify_expires_at_ms bigint,
    begins integer NOT NULL,
    queries integer NOT NULL
  )`,
];
