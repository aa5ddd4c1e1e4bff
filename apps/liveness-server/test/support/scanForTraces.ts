import type { BlobStore } from '@huoti/server';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';

/** What is looked for: a name or an id, in clear and in hex, or bytes. */
export type Needle = string | Uint8Array;

/** Where a needle was found: `huoti.sessions.subject`, `blob`, `blob-key` or `log`. */
export interface Trace {
  readonly needle: string;
  readonly place: string;
}

/** What is looked through. */
export interface Haystack {
  readonly database: SqlDatabase;
  readonly blobs: BlobStore;
  readonly lines: readonly string[];
}

/** Enough of bytes to be of one thing alone. */
const TELLING_BYTES = 24;

/** As text shows it: a column of bytes is printed in hex, and so is a name that somebody packed into bytes. */
function spellings(needle: Needle): readonly string[] {
  if (typeof needle !== 'string') return [Buffer.from(needle).subarray(0, TELLING_BYTES).toString('hex')];
  return [needle, encodeURIComponent(needle), Buffer.from(needle).toString('hex')];
}

/**
 * Looks through every column of every table of every schema that is not the database's own, every blob with its key, and the log. Nothing is
 * left out by name: a table that is added later is looked through too.
 */
export async function scanForTraces(
  { database, blobs, lines }: Haystack,
  needles: Readonly<Record<string, readonly Needle[]>>,
): Promise<readonly Trace[]> {
  const wanted = Object.entries(needles).flatMap(([name, all]) =>
    all.flatMap((one) => spellings(one).map((text) => ({ name, text }))),
  );
  const found = new Map<string, Trace>();
  const look = (place: string, text: string): void => {
    for (const { name, text: word } of wanted) {
      if (text.includes(word)) found.set(`${name} ${place}`, { needle: name, place });
    }
  };
  await withConnection(database.source, async (connection) => {
    const columns = await connection.query(
      `SELECT table_schema AS s, table_name AS t, column_name AS c FROM information_schema.columns
        JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, 3`,
      [],
    );
    const tables = new Map<string, string[]>();
    for (const { s, t, c } of columns.rows) {
      const table = `${String(s)}.${String(t)}`;
      tables.set(table, [...(tables.get(table) ?? []), String(c)]);
    }
    for (const [table, names] of tables) {
      const asText = names.map((name) => `"${name}"::text AS "${name}"`).join(', ');
      const { rows } = await connection.query(`SELECT ${asText} FROM ${table.replace(/[^.]+/g, '"$&"')}`, []);
      for (const row of rows) {
        for (const name of names) if (row[name] !== null) look(`${table}.${name}`, String(row[name]));
      }
    }
  });
  for (const key of await blobs.listBefore(Number.MAX_SAFE_INTEGER, 10_000)) {
    look('blob-key', key);
    const bytes = Buffer.from((await blobs.get(key)) ?? []);
    look('blob', bytes.toString('hex'));
    look('blob', bytes.toString('latin1'));
  }
  for (const line of lines) look('log', line);
  return [...found.values()];
}
