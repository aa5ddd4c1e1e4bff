import { dirname, resolve } from 'node:path';
import { compareTemplates, type FaceTemplate } from '@huoti/embedder';
import type { Command } from '../Command.js';
import { createTemplateMaker } from '../engine/createTemplateMaker.js';
import { modelNameOf } from '../engine/modelNameOf.js';
import { readPairTable } from '../eval/pairs/readPairTable.js';
import { scorePairs, type PairRates, type PairScores, type Rate } from '../eval/pairs/scorePairs.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'eval pairs PAIRS.csv [--model NAME] [--json]';

/** Only the largest face is compared: those far in the background need not be looked for. */
const RIVAL_SHARE = 0.5;

/** Numbers in JSON: five digits are more than any table of pairs holds. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

const interval = ({ n, share, ci95: [low, high] }: Rate): string =>
  `${shown(share)} (${shown(low)} to ${shown(high)}, ${n} pairs)`;

const headline = (name: string, { n, same, auc, eer, tarAtFar }: PairRates): string =>
  [
    `${name}: ${n} pairs, ${same} of the same person; AUC ${shown(auc)}, EER ${shown(eer)},`,
    `TAR ${shown(tarAtFar['1e-2'])} at FAR 1e-2, ${shown(tarAtFar['1e-3'])} at FAR 1e-3`,
  ].join(' ');

function linesOf(scores: PairScores): string[] {
  const { atThreshold, byPerson, categories, noFace, wrong, twoFaces, threshold, model } = scores;
  return [
    headline(`${model}, a missing face counts as a non-match`, scores),
    headline('pairs with two faces', twoFaces),
    ...Object.entries(categories).map(
      ([name, rate]) => `same person, ${name}: TAR ${interval(rate)} at FAR 1e-2`,
    ),
    ...(atThreshold.tar ? [`at the threshold ${threshold}: TAR ${interval(atThreshold.tar)}`] : []),
    ...(atThreshold.far ? [`at the threshold ${threshold}: FAR ${interval(atThreshold.far)}`] : []),
    ...Object.entries(byPerson?.rates ?? {}).map(
      ([far, { tar, ci95, farReached }]) =>
        `people in ${byPerson?.folds} folds, FAR ${far}: TAR ${shown(tar)} (${shown(ci95[0])} to ${shown(ci95[1])}), FAR reached ${shown(farReached)}, ${byPerson?.impostors} pairs of different people`,
    ),
    ...noFace.map((file) => `no face: ${file}`),
    ...wrong.map(
      ({ fileA, fileB, same, similarity }) =>
        `wrong: ${fileA} ${fileB} ${same ? 'are the same person' : 'are different people'}, similarity ${shown(similarity)}`,
    ),
  ];
}

/** `huoti eval pairs`: how well faces are compared, over a table of pairs. */
export const evalPairsCommand: Command = {
  usage: USAGE,
  summary: 'AUC, EER and true acceptance of the face comparison over a table of pairs',
  details: [
    'PAIRS.csv has the columns file_a,file_b,same (1 or 0); category, person_a and person_b are used where they stand.',
    'Relative files are relative to it. A pair without a found face counts as a non-match in the headline.',
    'With people named, they are split into five folds, and each fold is judged by a threshold of the others.',
    '--model: fusion (default), residual, mobile or pooled.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 1, flags: ['json'], values: ['model'] });
    const maker = createTemplateMaker(modelNameOf(words.value('model')));
    const table = words.positionals[0] ?? '';
    const rows = await readPairTable(table);
    const files = [...new Set(rows.flatMap(({ fileA, fileB }) => [fileA, fileB]))];
    const templates = new Map<string, FaceTemplate>();
    try {
      await maker.load(signal);
      for (const [index, file] of files.entries()) {
        const path = resolve(dirname(table), file);
        const { template } = await maker.templateOf(path, { signal, smallestShare: RIVAL_SHARE });
        if (template) templates.set(file, template);
        output.progress((index + 1) / files.length, file);
      }
    } finally {
      await maker.dispose();
    }
    const scores = scorePairs({
      rows,
      similarityOf: (fileA, fileB) => {
        const [a, b] = [templates.get(fileA), templates.get(fileB)];
        return a && b ? compareTemplates(a, b).similarity : null;
      },
      noFace: files.filter((file) => !templates.has(file)),
      threshold: maker.calibration.threshold,
      model: maker.model,
    });
    if (words.flag('json')) output.data(JSON.stringify(scores, rounded));
    else for (const line of linesOf(scores)) output.data(line);
    return EXIT.done;
  },
};
