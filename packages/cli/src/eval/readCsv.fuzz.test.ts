import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import fc from 'fast-check';
import { readCsv } from './readCsv.js';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huoti-csv-'));
  path = join(folder, 'table.csv');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Longest time for one table, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;

async function read(content: string | Uint8Array) {
  await writeFile(path, content);
  const beganMs = performance.now();
  try {
    return await readCsv(path, ['file', 'same']);
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    expect(error.code).toBe('INVALID_ARGUMENT');
    return null;
  } finally {
    expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  }
}

describe('readCsv stands whatever a file holds', () => {
  it('bytes of any kind, behind a head line or without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isHeaded) => {
        const rows = await read(isHeaded ? Buffer.concat([Buffer.from('file,same\n'), bytes]) : bytes);
        for (const { values } of rows ?? []) expect(Object.keys(values).sort()).toEqual(['file', 'same']);
      }),
      { numRuns: 400, seed: 61 },
    );
  });

  it('columns with names that objects have already', async () => {
    const rows = await read('file,same,__proto__,constructor,toString\na,1,b,c,d\n');
    expect(rows?.[0]?.values).toHaveProperty('constructor', 'c');
    expect(({} as Record<string, unknown>)['b']).toBeUndefined();
  });

  it('gives back every text that was written with quotes', async () => {
    // A table is read with blanks around a field left out, so those are no part of the promise.
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.trim());
    const table = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 });
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
        const lines = [['file', 'same'], ...rows].map((row) => row.map(quoted).join(','));
        const values = (await read(lines.join(end) + end))?.map((row) => [row.values.file, row.values.same]);
        expect(values).toEqual(rows);
      }),
      { numRuns: 300, seed: 62 },
    );
  });

  it('a quote that is opened ten thousand times and never closed', async () => {
    expect(await read('file,same\n' + '"a"b,'.repeat(20_000) + '"')).toBeNull();
  });
});
