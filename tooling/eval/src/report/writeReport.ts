import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FusionModel } from '@huoti/core';
import type { HeldOutRow } from '../fit/leaveOnePersonOut.js';
import { blindnessOf, type Blindness } from '../rows/blindnessOf.js';
import type { Presentation } from '../rows/Presentation.js';
import { detCurve } from './detCurve.js';
import { drawDet, type DetLine } from './drawDet.js';
import { drawHistograms } from './drawHistograms.js';
import { hidingSection } from './hidingSection.js';
import { reportTable } from './ReportTable.js';
import { roomSection } from './roomSection.js';
import { sectionOf } from './sectionOf.js';
import { signalSection } from './signalSection.js';
import { signalTable } from './signalTable.js';
import { summariseJudged, summariseRows, type RowSummary } from './summariseRows.js';

/** One setting: a model and the rows that it is for. */
export interface ReportOptions {
  /** First part of every file's name. */
  readonly name: string;
  readonly title: string;
  /** Paragraphs before the tables. */
  readonly about: readonly string[];
  readonly rows: readonly Presentation[];
  readonly model: FusionModel;
  /** Of the train rows, each judged by a model that never saw its person; `null` where there is none. */
  readonly heldOut: readonly HeldOutRow[] | null;
  /** Extra sections. */
  readonly more?: readonly string[];
  readonly command: string;
  readonly date: string;
  readonly folder: string;
}

const marginsOf = (summary: RowSummary, label: Presentation['label']): number[] =>
  summary.judged.filter(({ row }) => row.label === label).map(({ margin }) => margin);

function lineOf(name: string, summary: RowSummary): DetLine {
  const attacks = summary.judged.filter(({ row }) => row.label === 'attack');
  const live = summary.judged.filter(({ row }) => row.label === 'bona-fide');
  const share = (list: readonly { accepted: boolean }[], accepted: boolean): number =>
    list.length === 0 ? 0 : list.filter((one) => one.accepted === accepted).length / list.length;
  return {
    name: `${name}: ${live.length} live, ${attacks.length} attacks`,
    points: detCurve(marginsOf(summary, 'bona-fide'), marginsOf(summary, 'attack')),
    atThreshold: { apcer: share(attacks, true), bpcer: share(live, false) },
  };
}

function heldOutSummary(rows: readonly HeldOutRow[]): RowSummary {
  return summariseJudged(
    rows.map(({ row, accepted, margin }) => ({
      row,
      accepted,
      margin,
      reason: `margin ${margin.toFixed(2)} by a model that never saw this person`,
      stoppedBy: accepted ? '' : 'fusion',
    })),
  );
}

/** What the rule of two families costs live people, and how many attacks it stops. */
function insufficientLine({ judged }: RowSummary): string[] {
  const stopped = judged.filter(({ stoppedBy }) => stoppedBy === 'SIGNALS_INSUFFICIENT');
  const live = stopped.filter(({ row }) => row.label === 'bona-fide').length;
  return [
    `Refused since fewer than two families could be measured (SIGNALS_INSUFFICIENT), train and test together: ${live} live people, ${stopped.length - live} attacks.`,
    '',
  ];
}

/**
 * Writes `NAME.md`, `NAME.json`, `NAME-det.svg` and `NAME-signals.svg`.
 *
 * @returns the paths of the first two, which are not formatted yet
 */
export async function writeReport(options: ReportOptions): Promise<readonly string[]> {
  const { name, title, about, rows, model, heldOut, more = [], command, date, folder } = options;
  const of = (blindness: Blindness): RowSummary =>
    summariseRows(
      rows.filter((row) => blindnessOf(row) === blindness),
      model,
    );
  const [train, half, test] = [of('fitted'), of('half-seen'), of('unseen')];
  const all = summariseRows(rows, model);
  const staged = rows.some((row) => row.staged !== undefined);
  const lines = [
    `# ${title}`,
    '',
    `Measured ${date} by \`${command}\`. Model \`${model.version}\`, threshold ${model.threshold}; fitted on: ${model.provenance.rows}.`,
    '',
    ...about.flatMap((paragraph) => [paragraph, '']),
    'APCER: share of attacks that are accepted, each species apart. BPCER: share of live people who are refused. Intervals are 95 %,',
    'Wilson, over as many trials as the rows of one person or source are worth.',
    '',
    `![Detection error trade-off](${name}-det.svg)`,
    '',
    '## Rates',
    '',
    ...sectionOf(`Test: people and sources${staged ? ' and light' : ''} that nothing was fitted on`, test),
    ...(half.judged.length === 0
      ? []
      : sectionOf('Half seen: people of one half under the lighting model of the other', half)),
    ...sectionOf('Train: what the numbers were fitted on', train),
    ...(staged ? sectionOf('All together', all) : []),
    ...(heldOut === null
      ? []
      : sectionOf(
          'Train again, each person judged by a model fitted without that person',
          heldOutSummary(heldOut),
        )),
    ...insufficientLine(all),
    ...roomSection(rows, model),
    ...hidingSection(rows, model),
    '## Each signal alone',
    '',
    `![Scores of each signal](${name}-signals.svg)`,
    '',
    ...signalSection(rows),
    ...more,
    '## What is not in these numbers',
    '',
    ...model.provenance.limits.map((limit) => `- ${limit}`),
    '',
  ];
  const table = reportTable(all, { model: model.version, threshold: model.threshold, date });
  await mkdir(folder, { recursive: true });
  const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text);
  await write(`${name}.md`, lines.join('\n'));
  await write(`${name}.json`, `${JSON.stringify(table, null, 2)}\n`);
  await write(`${name}-det.svg`, drawDet(`${title}: errors`, [lineOf('test', test), lineOf('train', train)]));
  await write(`${name}-signals.svg`, drawHistograms(`${title}: signals`, signalTable(rows)));
  return [`${name}.md`, `${name}.json`].map((file) => join(folder, file));
}
