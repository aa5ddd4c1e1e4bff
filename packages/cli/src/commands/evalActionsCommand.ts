import { dirname, resolve } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { scanClip } from '../engine/scanClip.js';
import { matchActions, type TimedAction } from '../eval/matchActions.js';
import { readCsv } from '../eval/readCsv.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'eval actions MANIFEST.csv [--json]';

interface FileAction extends TimedAction {
  readonly file: string;
}

interface Counts {
  truth: number;
  found: number;
  hit: number;
}

function readTruth(row: Readonly<Record<string, string>>, line: number, path: string): FileAction {
  const startMs = Number(row.start_s) * 1000;
  const endMs = Number(row.end_s) * 1000;
  if (!Number.isFinite(startMs) || !Number.isFinite(endMs) || endMs < startMs || !row.file || !row.action) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path}: line ${line + 2} needs file, action, start_s <= end_s in seconds`,
    );
  }
  return { file: row.file, action: row.action, startMs, endMs };
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/** `huoti eval actions`: precision and recall of the free-running detectors against a table. */
export const evalActionsCommand: Command = {
  usage: USAGE,
  summary: 'precision and recall of each action against a table of clips',
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'] });
    const manifest = words.positionals[0] ?? '';
    const rows = await readCsv(manifest, ['file', 'action', 'start_s', 'end_s']);
    const truths = rows.map((row, index) => readTruth(row, index, manifest));
    const files = [...new Set(truths.map(({ file }) => file))];
    const counts = new Map<string, Counts>();
    const countOf = (action: string): Counts => {
      const known = counts.get(action) ?? { truth: 0, found: 0, hit: 0 };
      counts.set(action, known);
      return known;
    };
    const misses: FileAction[] = [];
    const falseAlarms: FileAction[] = [];
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      for (const [index, file] of files.entries()) {
        output.progress(index, files.length, file);
        const scan = await scanClip(resolve(dirname(manifest), file), landmarker, { signal });
        const inFile = truths.filter((truth) => truth.file === file);
        const found = scan.actions.map(({ action, startMs, endMs }) => ({ file, action, startMs, endMs }));
        const match = matchActions(inFile, found);
        for (const truth of inFile) countOf(truth.action).truth += 1;
        for (const each of found) countOf(each.action).found += 1;
        for (const { truth } of match.pairs) countOf(truth.action).hit += 1;
        misses.push(...match.missed);
        falseAlarms.push(...match.false);
      }
    } finally {
      await landmarker.dispose();
    }
    const actions = Object.fromEntries(
      [...counts].map(([action, { truth, found, hit }]) => [
        action,
        { truth, found, recall: share(hit, truth), precision: share(hit, found) },
      ]),
    );
    const listed = ({ file, action, startMs, endMs }: FileAction) => ({
      file,
      action,
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
    });
    if (words.flag('json')) {
      output.data(
        JSON.stringify({ actions, misses: misses.map(listed), falseAlarms: falseAlarms.map(listed) }),
      );
    } else {
      for (const [action, { truth, found, recall, precision }] of Object.entries(actions)) {
        output.data(
          `${action}: ${truth} in the table, ${found} found, recall ${recall ?? '-'}, precision ${precision ?? '-'}`,
        );
      }
      const line = ({ file, action, startMs, endMs }: FileAction): string =>
        `${file} ${action} ${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s`;
      for (const miss of misses) output.data(`missed: ${line(miss)}`);
      for (const alarm of falseAlarms) output.data(`false: ${line(alarm)}`);
    }
    return EXIT.done;
  },
};
