import type { FusionModel } from '@huoti/core';

/** What {@link writeModelFile} takes. */
export interface ModelFileOptions {
  /** Of the exported constant. */
  readonly name: string;
  /** Lines of its docblock. */
  readonly about: readonly string[];
  readonly model: FusionModel;
}

/** Numbers as they are compared: four digits are more than the rows know. */
const shown = (value: number): string => String(Math.round(value * 1e4) / 1e4);

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

const keyOf = (name: string): string => (/^[a-z]+$/.test(name) ? name : quoted(name));

/** The text of the file in core that holds a model, before it is formatted. */
export function writeModelFile({ name, about, model }: ModelFileOptions): string {
  const { version, bias, threshold, signals, provenance } = model;
  const { command, date, rows, limits } = provenance;
  const lines = Object.entries(signals).map(
    ([signal, { family, weight, neutral, most, least, missing }]) =>
      `${keyOf(signal)}: { family: ${quoted(family)}, weight: ${shown(weight)}, neutral: ${shown(neutral)}, ` +
      `most: ${shown(most)}, least: ${shown(least)}, missing: ${shown(missing)} },`,
  );
  return [
    "import type { FusionModel } from './FusionModel.js';",
    '',
    '/**',
    ...[...about, 'Written by the command in `provenance`; not edited by hand.'].map((line) => ` * ${line}`),
    ' */',
    `export const ${name}: FusionModel = {`,
    `version: ${quoted(version)}, bias: ${shown(bias)}, threshold: ${shown(threshold)},`,
    'signals: {',
    ...lines,
    '},',
    'provenance: {',
    `command: ${quoted(command)}, date: ${quoted(date)}, rows: ${quoted(rows)},`,
    `limits: [${limits.map(quoted).join(', ')}],`,
    '} };',
    '',
  ].join('\n');
}
