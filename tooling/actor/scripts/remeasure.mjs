// Reads the signals of presentations again from the traces that present.mjs kept, after a signal of traces has changed: what was
// played, how it ended and what the pictures' signals said stays. Rows without a trace are left out and counted.
//   node tooling/actor/scripts/remeasure.mjs --traces FOLDER --out lines.jsonl ROWS.jsonl...
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize } from 'node:v8';
import { replaySession } from '@huoti/core';

const { values, positionals } = parseArgs({
  options: { traces: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
});
if (!values.traces || !values.out || positionals.length === 0) {
  process.stderr.write('usage: remeasure.mjs --traces FOLDER --out lines.jsonl ROWS.jsonl...\n');
  process.exit(2);
}
const rows = (await Promise.all(positionals.map((file) => readFile(file, 'utf8'))))
  .flatMap((text) => text.split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const lines = [];
let changed = 0;
for (const row of rows) {
  const trace = await readFile(join(values.traces, `${row.species}-${row.seed}`)).catch(() => null);
  if (!trace) continue;
  const { plan, steps, chunks } = deserialize(trace);
  const { signals } = replaySession({
    plan: { ...plan, steps: [], stepCount: steps.length },
    steps: steps.slice(0, chunks.length - 1),
    chunks,
  });
  const again = JSON.stringify({ ...row, signals: { ...row.signals, ...signals } });
  if (again !== JSON.stringify(row)) changed++;
  lines.push(`${again}\n`);
}
await writeFile(values.out, lines.join(''));
process.stderr.write(`${lines.length} of ${rows.length} rows have a trace; ${changed} read otherwise now\n`);
