import { types, type PGliteInterface, type Results } from '@electric-sql/pglite';
import { HuotiError } from '@huoti/protocol';
import { refuseReleased } from './refuseReleased.js';
import { toStorageError } from './toStorageError.js';
import type { SqlConnection, SqlResult, SqlSource } from './SqlSource.js';

/** As long as a pool lets a caller wait for a free connection, ms. */
const DEFAULT_WAIT_MS = 30_000;

/** int8 as a number, as in `createPostgresSource`: times in ms and counts stay far below 2^53. */
export const PGLITE_PARSERS = { [types.INT8]: (value: string) => Number(value) };

const toResult = (result: Results | undefined): SqlResult => ({
  rows: (result?.rows ?? []) as Record<string, unknown>[],
  affected: result?.affectedRows ?? null,
});

/** One caller at a time, first come first served. */
class Turn {
  private readonly waiting: (() => void)[] = [];
  private taken = false;

  async take(waitMs: number): Promise<void> {
    if (!this.taken) {
      this.taken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const grant = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(grant), 1);
        reject(new HuotiError('BUSY', 'the embedded database is busy; try again', { retryable: true }));
      }, waitMs);
      this.waiting.push(grant);
    });
  }

  pass(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.taken = false;
    else next();
  }
}

/**
 * The one session of an embedded database, handed out to one caller at a time: a transaction keeps it from its begin to its
 * end. Locks exclude nobody in there, and need not: nobody else is in.
 */
export function createPgliteSource(
  pglite: PGliteInterface,
  { waitMs = DEFAULT_WAIT_MS }: { waitMs?: number } = {},
): SqlSource {
  const turn = new Turn();
  let closing: Promise<void> | null = null;

  const run = async (held: boolean, work: () => Promise<SqlResult>): Promise<SqlResult> => {
    refuseReleased(held);
    try {
      return await work();
    } catch (error) {
      throw toStorageError(error, { unanswered: 'HOST_ERROR' });
    }
  };

  const createConnection = (): SqlConnection => {
    let held = true;
    return {
      broken: false,
      query: (text, values) => run(held, async () => toResult(await pglite.query(text, [...values]))),
      script: (text) =>
        run(held, async () => {
          try {
            return toResult((await pglite.exec(text)).at(-1));
          } catch (error) {
            // The text may have begun a transaction; left open, it would swallow all that follows.
            await pglite.exec('rollback');
            throw error;
          }
        }),
      release() {
        if (!held) return;
        held = false;
        turn.pass();
      },
    };
  };

  return {
    kind: 'embedded',
    async connect() {
      if (closing !== null) throw new HuotiError('DISPOSED', 'the embedded database is closed');
      await turn.take(waitMs);
      if (closing !== null) {
        turn.pass();
        throw new HuotiError('DISPOSED', 'the embedded database is closed');
      }
      return createConnection();
    },
    close() {
      closing ??= (async () => {
        await turn.take(waitMs);
        turn.pass();
        await pglite.close();
      })();
      return closing;
    },
  };
}
