import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Each line of the books that must be empty: what it would mean, and the SQL that counts it. */
const MUST_BE_NONE = {
  'accepted submissions without a verdict': `
    SELECT count(*) FROM huoti.sessions s LEFT JOIN huoti.verdicts v ON v.session_id = s.id
     WHERE s.evidence_hash IS NOT NULL AND v.session_id IS NULL`,
  'verdicts without a submission': `
    SELECT count(*) FROM huoti.verdicts v LEFT JOIN huoti.sessions s ON s.id = v.session_id
     WHERE s.id IS NULL OR s.evidence_hash IS NULL OR s.completed_at_ms IS NULL OR s.state <> 'decided'`,
  'submissions that were accepted or decided twice': `
    SELECT count(*) FROM (SELECT object, action FROM huoti.audit_entries
     WHERE action IN ('session-begin', 'session-complete', 'session-decide')
     GROUP BY object, action HAVING count(*) > 1) twice`,
  'verdicts that the audit log does not know': `
    SELECT count(*) FROM huoti.verdicts v WHERE NOT EXISTS (
      SELECT 1 FROM huoti.audit_entries a WHERE a.action = 'session-decide' AND a.object = v.session_id)`,
  'sessions whose state and columns disagree': `
    SELECT count(*) FROM huoti.sessions WHERE CASE state
      WHEN 'issued' THEN plan_jws IS NOT NULL OR evidence_hash IS NOT NULL
      WHEN 'begun' THEN plan_jws IS NULL OR plan_hash IS NULL OR steps IS NULL OR begun_at_ms IS NULL
        OR receipt_id IS NULL OR client_key IS NULL OR evidence_hash IS NOT NULL
      WHEN 'completed' THEN evidence_hash IS NULL OR completed_at_ms IS NULL OR decided_at_ms IS NOT NULL
      WHEN 'decided' THEN evidence_hash IS NULL OR completed_at_ms IS NULL OR decided_at_ms IS NULL
      ELSE false END`,
  'reveals out of order': `
    SELECT count(*) FROM huoti.sessions s WHERE EXISTS (
      SELECT 1 FROM json_array_elements(s.reveals) WITH ORDINALITY AS r(stamp, place)
       WHERE (r.stamp->>'index')::int <> r.place - 1)`,
  'consents and receipts that do not meet': `
    SELECT count(*) FROM huoti.sessions s FULL JOIN huoti.consents c ON c.receipt_id = s.receipt_id
     WHERE (s.receipt_id IS NOT NULL AND c.receipt_id IS NULL) OR (c.receipt_id IS NOT NULL AND s.id IS NULL)`,
  'tries that do not fit their sessions': `
    SELECT count(*) FROM huoti.sessions s LEFT JOIN huoti.attempts a ON a.session_id = s.id
     WHERE (s.state IN ('begun', 'completed') AND a.state IS DISTINCT FROM 'open')
        OR (s.state = 'decided' AND a.state NOT IN ('passed', 'failed'))
        OR (s.state = 'issued' AND a.session_id IS NOT NULL)`,
  'parts whose bytes are gone': `
    SELECT count(*) FROM huoti.parts p LEFT JOIN huoti.blobs b ON b.key = p.blob_key WHERE b.key IS NULL`,
  'parts of a session without a key': `
    SELECT count(*) FROM huoti.parts p JOIN huoti.sessions s ON s.id = p.session_id
      LEFT JOIN huoti.data_keys k ON k.id = s.data_key_id WHERE k.id IS NULL`,
  'manifests that are not the accepted ones': `
    SELECT count(*) FROM huoti.sessions s JOIN huoti.parts p ON p.session_id = s.id AND p.name = 'manifest'
     WHERE s.evidence_hash IS NOT NULL AND p.sha256 <> s.evidence_hash`,
  'data keys that nothing leads to': `
    SELECT count(*) FROM huoti.data_keys k WHERE k.id <> 'nonce-secret' AND NOT EXISTS (SELECT 1 FROM huoti.sessions WHERE data_key_id = k.id)
      AND NOT EXISTS (SELECT 1 FROM huoti.webhook_endpoints WHERE data_key_id = k.id)
      AND NOT EXISTS (SELECT 1 FROM huoti.face_references WHERE k.id IN (data_key_id, turn_key_id))
      AND NOT EXISTS (SELECT 1 FROM huoti.subjects WHERE key_id = k.id)`,
  'notices too many or too few': `
    SELECT count(*) FROM huoti.verdicts v JOIN huoti.webhook_endpoints e
        ON e.client_id = v.client_id AND e.created_at_ms < v.decided_at_ms
     WHERE (SELECT count(*) FROM huoti.webhook_deliveries d WHERE d.session_id = v.session_id AND d.endpoint_id = e.id) <> 1`,
  'jobs left': `SELECT count(*) FROM huoti_jobs.job`,
} as const;

/** What {@link readBooks} finds. */
export interface Books {
  /** Names of lines that are not empty, with their counts; nothing where all is well. */
  readonly wrong: Readonly<Record<string, number>>;
  readonly verdicts: number;
  readonly accepted: readonly string[];
}

/** Runs statements on a connection of their own. */
export async function withSql<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Looks at the tables themselves, past the service. */
export function readBooks(url: string): Promise<Books> {
  return withSql(url, async (client) => {
    const wrong: Record<string, number> = {};
    for (const [name, sql] of Object.entries(MUST_BE_NONE)) {
      const { rows } = await client.query<{ count: string }>(sql);
      if (Number(rows[0]?.count) !== 0) wrong[name] = Number(rows[0]?.count);
    }
    const verdicts = await client.query('SELECT 1 FROM huoti.verdicts');
    const accepted = await client.query<{ id: string }>(
      'SELECT id FROM huoti.sessions WHERE evidence_hash IS NOT NULL ORDER BY id',
    );
    return { wrong, verdicts: verdicts.rows.length, accepted: accepted.rows.map(({ id }) => id) };
  });
}

/** Waits until nothing is on its way any more: no job waits or runs. */
export async function settled(url: string, { withinMs = 120_000 } = {}): Promise<void> {
  const untilMs = performance.now() + withinMs;
  for (;;) {
    const left = await withSql(url, async (client) => {
      const { rows } = await client.query<{ left: string }>(
        `SELECT (SELECT count(*) FROM huoti.sessions WHERE state = 'completed') +
                (SELECT count(*) FROM huoti_jobs.job WHERE state IN ('created', 'retry', 'active')) AS left`,
      );
      return Number(rows[0]?.left);
    });
    if (left === 0) return;
    if (performance.now() > untilMs)
      throw new Error(`${left} jobs or undecided sessions after ${withinMs} ms`);
    await wait(200);
  }
}

/** How many bytes lie there that no part leads to, once the sweep's hour of grace is over for all that was written. */
export async function orphansAfter(url: string, expire: () => Promise<unknown>): Promise<number> {
  await withSql(url, (client) =>
    client.query('UPDATE huoti.blobs SET written_at_ms = written_at_ms - 7200000'),
  );
  await expire();
  return withSql(url, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'SELECT count(*) FROM huoti.blobs b WHERE NOT EXISTS (SELECT 1 FROM huoti.parts p WHERE p.blob_key = b.key)',
    );
    return Number(rows[0]?.count);
  });
}
