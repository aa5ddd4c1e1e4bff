import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readActionTable } from './readActionTable.js';
import { readCsv } from './readCsv.js';

let path: string;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-csv-'));
  path = join(folder, 'table.csv');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (text: string): string => {
  writeFileSync(path, text);
  return path;
};

describe('readCsv', () => {
  it('reads a byte order mark, CRLF, space around fields, and columns that nobody asked for', async () => {
    const rows = await readCsv(written('\uFEFFfile , note\r\n a.mp4,  x\r\n\r\nb.mp4,y\r\n'), ['file']);
    expect(rows).toEqual([
      { line: 2, values: { file: 'a.mp4', note: 'x' } },
      { line: 4, values: { file: 'b.mp4', note: 'y' } },
    ]);
  });

  it('reads quoted fields with commas, doubled quotes and line ends, and counts lines on', async () => {
    const rows = await readCsv(written('file,note\n"a,b.mp4","say ""ah""\nthen shut"\nc.mp4,\n'), ['file']);
    expect(rows).toEqual([
      { line: 2, values: { file: 'a,b.mp4', note: 'say "ah"\nthen shut' } },
      { line: 4, values: { file: 'c.mp4', note: '' } },
    ]);
  });

  it('gives an empty field where a row is too short', async () => {
    expect((await readCsv(written('file,note\na.mp4'), ['file']))[0]?.values.note).toBe('');
  });

  it('names the columns that are missing', async () => {
    await expect(readCsv(written('file,end_s\n'), ['file', 'action', 'end_s'])).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: `${path}: column action is missing; the first line must name file,action,end_s`,
    });
    await expect(readCsv(written(''), ['file'])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('names the line of a quote that is never closed', async () => {
    await expect(readCsv(written('file\n"a.mp4\nb.mp4\n'), ['file'])).rejects.toThrow(/line 2: a quote/);
  });

  it('calls a file that is not there unreadable', async () => {
    await expect(readCsv(join(folder, 'none.csv'), ['file'])).rejects.toMatchObject({
      code: 'MEDIA_UNREADABLE',
    });
  });
});

describe('readActionTable', () => {
  it('reads seconds into milliseconds', async () => {
    const table = await readActionTable(written('file,action,start_s,end_s\na.mp4,blink,1.25,2\n'));
    expect(table).toEqual([{ file: 'a.mp4', action: 'blink', startMs: 1250, endMs: 2000 }]);
  });

  it.each([
    ['a.mp4,blink,one,2', /line 2: start_s "one" and end_s "2" are no times/],
    ['a.mp4,blink,,2', /line 2: start_s "" /],
    ['a.mp4,blink,3,2', /line 2: start_s "3" /],
    ['a.mp4,blink,-1,2', /line 2: start_s "-1" /],
    ['a.mp4,blink,1,Infinity', /line 2: /],
    ['a.mp4,wink,1,2', /line 2: "wink" is no action; use blink, /],
    ['a.mp4,turn-one-side,1,2', /line 2: "turn-one-side" is no action/],
    [',blink,1,2', /line 2: file is empty/],
    ['', /it has no row/],
  ])('refuses the row %j', async (row, message) => {
    await expect(readActionTable(written(`file,action,start_s,end_s\n${row}\n`))).rejects.toThrow(message);
  });
});
