import { join } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import { auditLines } from '../audit/auditLines.js';
import { readAuditKeys } from '../audit/readAuditKeys.js';
import { readLogLines } from '../audit/readLogLines.js';
import type { Command } from '../Command.js';
import { EXIT } from '../exitCodes.js';
import { parseWords, type ParsedWords } from '../parseWords.js';

const USAGE =
  'audit verify (--database URL | --data-folder DIR) --keys JWKS [--log FILE,...] [--head H] [--newest-head-hours N] [--json]';
const HOUR_MS = 3_600_000;
/** Of the data folder, where the service makes it. */
const KEY_FILE = 'audit-keys.json';

interface Place {
  readonly databaseUrl: string | null;
  readonly dataFolder: string | null;
}

function readPlace(words: ParsedWords): Place {
  const [database, dataFolder] = [words.value('database'), words.value('data-folder')];
  if (database !== null && dataFolder !== null) {
    throw new HuotiError('INVALID_ARGUMENT', `--database or --data-folder, not both; usage: huoti ${USAGE}`);
  }
  const databaseUrl = dataFolder === null ? (database ?? process.env['DATABASE_URL'] ?? null) : null;
  if (databaseUrl === null && dataFolder === null) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `give --data-folder DIR, --database URL, or the variable DATABASE_URL; usage: huoti ${USAGE}`,
    );
  }
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new HuotiError('INVALID_ARGUMENT', '--database takes a URL like postgres://user@host/name');
  }
  return { databaseUrl, dataFolder };
}

function readHours(word: string | null): number | null {
  if (word === null) return null;
  if (!/^\d{1,5}$/.test(word) || Number(word) < 1) {
    throw new HuotiError('INVALID_ARGUMENT', '--newest-head-hours takes a whole number of hours, 1 at least');
  }
  return Number(word) * HOUR_MS;
}

function readHead(word: string | null): string | null {
  if (word !== null && !/^[0-9a-f]{64}$/.test(word)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      '--head takes the 64 characters that an earlier run printed as its head',
    );
  }
  return word;
}

/** `huoti audit verify`: proves the audit log of a service. */
export const auditVerifyCommand: Command = {
  usage: USAGE,
  summary: 'whether the audit log of a service is whole: nothing rewritten, dropped, put in or cut off',
  details: [
    '--database URL         the Postgres of the service, which may run; default the variable DATABASE_URL',
    '--data-folder DIR      the folder of an embedded database; stop its service first',
    `--keys JWKS            a file or URL of public keys: /.well-known/jwks.json of the service, best a copy from before. With`,
    `                       --data-folder it may be left out: then the folder's own ${KEY_FILE} counts, which proves less`,
    '--log FILE,...         logs of the service: their heads show whether the end was cut off',
    '--head H               the head that an earlier run printed: it has to be in the chain still',
    '--newest-head-hours N  the newest signed head must not be older',
    '',
    'It ends with 0 where the log is intact, with 1 where it is broken. docs/audit-log.md says what the findings mean.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, {
      usage: USAGE,
      positionals: 0,
      flags: ['json'],
      values: ['database', 'data-folder', 'keys', 'log', 'head', 'newest-head-hours'],
    });
    const place = readPlace(words);
    const headWithinMs = readHours(words.value('newest-head-hours'));
    const knownHead = readHead(words.value('head'));
    const logs = words.value('log')?.split(',') ?? [];
    const ownKeys = place.dataFolder === null ? null : join(place.dataFolder, KEY_FILE);
    const source = words.value('keys') ?? ownKeys;
    if (source === null) {
      throw new HuotiError(
        'INVALID_ARGUMENT',
        `--keys is missing: without keys a chain proves nothing; usage: huoti ${USAGE}`,
      );
    }
    if (words.value('keys') === null) {
      output.note(
        `the keys are those of ${source}: whoever can write there may have changed them with the log`,
      );
    }
    const keys = await readAuditKeys(source, { signal });
    // Loaded by this command only: the others start without it.
    const { verifyAuditLog } = await import('@huoti/liveness-server');
    const nowMs = Date.now();
    const found = await verifyAuditLog({
      ...place,
      keys,
      logLines: readLogLines(logs),
      knownHead,
      headWithinMs,
      nowMs,
      signal,
    });
    if (words.flag('json')) {
      const firstBad = found.findings.length === 0 ? null : Math.min(...found.findings.map(({ seq }) => seq));
      output.data(JSON.stringify({ ...found, firstBad }));
    } else {
      for (const line of auditLines(found, { withLog: logs.length > 0 })) output.data(line);
    }
    return found.ok ? EXIT.done : EXIT.refused;
  },
};
