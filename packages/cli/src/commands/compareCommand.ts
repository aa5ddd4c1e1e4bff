import { compareTemplates } from '@huoti/embedder';
import { createTemplateMaker } from '../engine/createTemplateMaker.js';
import { modelNameOf } from '../engine/modelNameOf.js';
import type { Command } from '../Command.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'compare A B [--model NAME] [--json]';

/** Digits of a similarity: what the models tell apart. */
const round = (value: number): number => Math.round(value * 10000) / 10000;

/** `huoti compare`: whether two pictures show the same person. */
export const compareCommand: Command = {
  usage: USAGE,
  summary: 'are the faces in two pictures the same person',
  details: [
    'A and B are .jpg, .png or .webp pictures, or clips, whose first frame is taken. The largest face of each counts.',
    'Exit code 0 says "same", 1 "different" or that a picture has no face.',
    '--model: fusion (default), residual, mobile or pooled.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 2, flags: ['json'], values: ['model'] });
    const maker = createTemplateMaker(modelNameOf(words.value('model')));
    const [pathA = '', pathB = ''] = words.positionals;
    try {
      await maker.load(signal);
      const a = await maker.templateOf(pathA, { signal });
      const b = await maker.templateOf(pathB, { signal });
      const { threshold, farAtThreshold } = maker.calibration;
      const compared = a.template && b.template ? compareTemplates(a.template, b.template) : null;
      const same = compared?.same ?? false;
      const similarity = compared ? round(compared.similarity) : null;
      if (words.flag('json')) {
        const { model } = maker;
        const [facesA, facesB] = [a.faces, b.faces];
        output.data(JSON.stringify({ similarity, same, threshold, farAtThreshold, model, facesA, facesB }));
      } else {
        for (const [path, { faces, isAmbiguous }] of [
          [pathA, a],
          [pathB, b],
        ] as const) {
          if (faces === 0) output.data(`${path}: no face`);
          else if (isAmbiguous) output.data(`${path}: ${faces} faces; the largest one is compared`);
        }
        if (similarity !== null) {
          output.data(`${same ? 'same' : 'different'}: similarity ${similarity}, threshold ${threshold}`);
          output.data(`${farAtThreshold} of pairs of different people reach the threshold (${maker.model})`);
        }
      }
      return same ? EXIT.done : EXIT.refused;
    } finally {
      await maker.dispose();
    }
  },
};
