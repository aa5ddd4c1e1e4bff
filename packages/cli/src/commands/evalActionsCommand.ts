import { dirname, resolve } from 'node:path';
import type { Command } from '../Command.js';
import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import { scanClip } from '../engine/scanClip.js';
import type { FileAction } from '../eval/FileAction.js';
import { readActionTable } from '../eval/readActionTable.js';
import { scoreActions, type ActionScores } from '../eval/scoreActions.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'eval actions MANIFEST.csv [--json]';

const inWholeMs = ({ file, action, startMs, endMs }: FileAction): FileAction => ({
  file,
  action,
  startMs: Math.round(startMs),
  endMs: Math.round(endMs),
});

function linesOf({ actions, misses, falseAlarms }: ActionScores): string[] {
  const row = ({ file, action, startMs, endMs }: FileAction): string =>
    `${file} ${action} ${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s`;
  return [
    ...Object.entries(actions).map(
      ([action, { truth, found, recall, precision }]) =>
        `${action}: ${truth} in the table, ${found} found, recall ${recall ?? '-'}, precision ${precision ?? '-'}`,
    ),
    ...misses.map((miss) => `missed: ${row(miss)}`),
    ...falseAlarms.map((alarm) => `not in the table: ${row(alarm)}`),
  ];
}

/** `huoti eval actions`: precision and recall of the free-running detectors against a table. */
export const evalActionsCommand: Command = {
  usage: USAGE,
  summary: 'precision and recall of each action against a table of clips',
  details: [
    'MANIFEST.csv has the columns file,action,start_s,end_s; others are ignored. Relative files are relative to it.',
    'A found action matches a row of its file and action when both, widened by 0.3 s, overlap; one to one.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'] });
    const manifest = words.positionals[0] ?? '';
    const truths = await readActionTable(manifest);
    const files = [...new Set(truths.map(({ file }) => file))];
    const founds: FileAction[] = [];
    const landmarker = createCliLandmarker();
    try {
      await landmarker.load({ signal });
      for (const [index, file] of files.entries()) {
        const scan = await scanClip(resolve(dirname(manifest), file), landmarker, {
          signal,
          onFrame: (_atMs, share) => output.progress((index + (share ?? 0)) / files.length, file),
        });
        founds.push(...scan.actions.map(({ action, startMs, endMs }) => ({ file, action, startMs, endMs })));
      }
    } finally {
      await landmarker.dispose();
    }
    const scores = scoreActions(truths, founds);
    if (words.flag('json')) {
      const { actions, misses, falseAlarms } = scores;
      output.data(
        JSON.stringify({ actions, misses: misses.map(inWholeMs), falseAlarms: falseAlarms.map(inWholeMs) }),
      );
    } else for (const line of linesOf(scores)) output.data(line);
    return EXIT.done;
  },
};
