import { dirname, resolve } from 'node:path';
import { passiveFusion } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import type { Command } from '../Command.js';
import { createLivenessMeter } from '../eval/liveness/createLivenessMeter.js';
import { readLivenessTable } from '../eval/liveness/readLivenessTable.js';
import {
  scoreLiveness,
  type Interval,
  type LivenessScores,
  type MeasuredRow,
} from '../eval/liveness/scoreLiveness.js';
import { EXIT } from '../exitCodes.js';
import { isPictureFile } from '../media/isPictureFile.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'eval liveness MANIFEST.csv [--json]';

/** What says that one file can't be judged, and nothing of the machine or of the other files. */
const FAULTS_OF_A_FILE = new Set(['MEDIA_UNREADABLE', 'INVALID_ARGUMENT']);

/** Numbers in JSON: five digits are more than any table of clips holds. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;

const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

const within = (interval: Interval | null): string =>
  interval === null ? '' : ` (${share(interval[0])} to ${share(interval[1])})`;

function linesOf(scores: LivenessScores): string[] {
  const { bonaFide, species, worstSpecies, stills, signals, over, rows, unreadable } = scores;
  return [
    `live people: ${bonaFide.rejected} of ${bonaFide.n} clips refused, BPCER ${share(bonaFide.bpcer)}${within(bonaFide.ci95)}`,
    ...Object.entries(species).map(
      ([name, { n, accepted, apcer, ci95 }]) =>
        `${name}: ${accepted} of ${n} clips accepted, APCER ${share(apcer)}${within(ci95)}`,
    ),
    ...(worstSpecies === null ? [] : [`worst species: ${worstSpecies}`]),
    `model ${scores.model}, threshold ${scores.threshold}; intervals: ${scores.intervals}`,
    ...Object.entries(signals).map(
      ([name, { auc, measured, unavailable }]) =>
        `${name}, ${over}: AUC ${share(auc)}, measured in ${measured}, unavailable in ${unavailable}`,
    ),
    ...(over === 'stills' || stills.n === 0
      ? []
      : Object.entries(stills.signals).map(
          ([name, { auc, measured, unavailable }]) =>
            `${name}, stills: AUC ${share(auc)}, measured in ${measured}, unavailable in ${unavailable}`,
        )),
    ...rows.map(({ file, accepted, reason }) => `${accepted ? 'accepted' : 'refused '} ${file}: ${reason}`),
    ...unreadable.map((file) => `unreadable: ${file}`),
  ];
}

/** `huoti eval liveness`: error rates of the passive verdict over a table of clips, and each signal's ROC over stills. */
export const evalLivenessCommand: Command = {
  usage: USAGE,
  summary: 'APCER of each attack species, BPCER and each signal alone, over a table of clips and stills',
  details: [
    'MANIFEST.csv has the columns file,label,species; label is bona-fide or attack. Others are ignored. Relative files are relative to it.',
    'A recording can answer no plan and no light: clips are judged by the passive fusion, over their first 30 seconds.',
    'Stills (.jpg, .png, .webp) get no verdict, only each signal’s AUC and ROC. A clip without a face is refused, an attack likewise.',
    'Intervals are 95 %, Wilson, with rows as trials: a column of people is not looked at.',
    'A file that can’t be read is listed and left out; the command fails where no file can be read.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'] });
    const manifest = words.positionals[0] ?? '';
    const table = await readLivenessTable(manifest);
    const rows: MeasuredRow[] = [];
    const unreadable: string[] = [];
    let firstFault: unknown = null;
    const meter = createLivenessMeter();
    try {
      await meter.load(signal);
      for (const [index, row] of table.entries()) {
        const path = resolve(dirname(manifest), row.file);
        const isStill = isPictureFile(path);
        const onFrame = (_atMs: number, done: number | null): void =>
          output.progress((index + (done ?? 0)) / table.length, row.file);
        try {
          const measure = isStill ? meter.measureStill : meter.measureClip;
          rows.push({ ...row, isStill, measured: await measure(path, { signal, onFrame }) });
        } catch (error) {
          if (!isHuotiError(error) || !FAULTS_OF_A_FILE.has(error.code)) throw error;
          firstFault ??= error;
          unreadable.push(row.file);
          output.note(`${row.file} is left out: ${error.message.split('\n')[0]}`);
        }
        output.progress((index + 1) / table.length, row.file);
      }
    } finally {
      await meter.dispose();
    }
    if (rows.length === 0) throw firstFault;
    const scores = scoreLiveness({ rows, unreadable, model: passiveFusion });
    if (words.flag('json')) output.data(JSON.stringify(scores, rounded));
    else for (const line of linesOf(scores)) output.data(line);
    return EXIT.done;
  },
};
