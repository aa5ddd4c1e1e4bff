import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { passiveFusion, sessionFusion, type FusionModel } from '@huoti/core';
import { formatFiles } from '../formatFiles.js';
import { FUSION_FOLDER } from '../paths.js';
import type { Presentation } from '../rows/Presentation.js';
import { countRows } from './countRows.js';
import { fitFusion, type FittedFusion } from './fitFusion.js';
import { leaveOnePersonOut } from './leaveOnePersonOut.js';
import { passivePrior } from './passivePrior.js';
import { sessionPrior } from './sessionPrior.js';
import { sessionsToFit } from './sessionsToFit.js';
import { writeModelFile } from './writeModelFile.js';

/** What {@link fitCommand} takes. */
export interface FitOptions {
  /** Clips that answer no plan; only those of `train` are used. */
  readonly clips: readonly Presentation[];
  /** Sessions that answer a plan; likewise, those with light: without it, a session is judged by the numbers for clips. */
  readonly sessions: readonly Presentation[];
  /** The command, as it stands in the provenance. */
  readonly command: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly say: (line: string) => void;
}

const train = (rows: readonly Presentation[]): readonly Presentation[] =>
  rows.filter(({ part }) => part === 'train');

/** The version after a model's own, where the numbers are others; its own where they are the same. */
function versionOf(old: FusionModel, fitted: FittedFusion['model']): string {
  const text = ({ bias, threshold, signals }: FittedFusion['model']): string =>
    JSON.stringify([bias, threshold, signals], (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
    );
  const [name, number] = old.version.split('@');
  return text(old) === text(fitted) ? old.version : `${name}@${Number(number) + 1}`;
}

async function write(file: string, text: string): Promise<void> {
  const path = join(FUSION_FOLDER, file);
  await writeFile(path, text);
  formatFiles([path]);
}

function tell(name: string, fitted: FittedFusion, rows: readonly Presentation[], options: FitOptions): void {
  const moved = Object.entries(fitted.factors).filter(([, factor]) => factor !== 1);
  options.say(`${name}: ${countRows(rows)}`);
  options.say(`  loss ${fitted.lossBefore.toFixed(3)} by the prior, ${fitted.lossAfter.toFixed(3)} fitted`);
  options.say(
    `  times the prior: ${moved.map(([signal, factor]) => `${signal} ${factor}`).join(', ') || 'no change'}`,
  );
}

/** Fits both models on `train` rows and writes their files into core. */
export async function fitCommand(options: FitOptions): Promise<void> {
  const { command, date, say } = options;
  const clips = train(options.clips);
  const passive = fitFusion(passivePrior, clips);
  tell('passive', passive, clips, options);
  for (const { row, accepted, margin } of leaveOnePersonOut(passivePrior, clips)) {
    if (accepted === (row.label === 'attack')) {
      say(`  held out, wrong: ${row.source} ${row.label} ${row.species} margin ${margin.toFixed(2)}`);
    }
  }
  await write(
    'passiveFusion.ts',
    writeModelFile({
      name: 'passiveFusion',
      about: ['Judges a recording that answers no plan and no light.'],
      model: {
        ...passive.model,
        version: versionOf(passiveFusion, passive.model),
        provenance: {
          command,
          date,
          rows: `clips, train: ${countRows(clips)}`,
          limits: ['few attack clips: every weight is held near a prior from physics'],
        },
      },
    }),
  );
  const sessions = sessionsToFit(options.sessions);
  const prior = sessionPrior(passive.model);
  const session = fitFusion(prior, sessions);
  tell('session', session, sessions, options);
  await write(
    'sessionFusion.ts',
    writeModelFile({
      name: 'sessionFusion',
      about: [
        'Judges a session that the screen lit; one without light is judged as a recording (see fusionModelFor).',
      ],
      model: {
        ...session.model,
        version: versionOf(sessionFusion, session.model),
        provenance: {
          command,
          date,
          rows:
            sessions.length > 0
              ? `sessions, train, lit by the point model: ${countRows(sessions)}`
              : `no session: the weights for clips (${countRows(clips)})`,
          limits:
            sessions.length > 0
              ? [
                  'attacks made from footage are a floor, not a certificate',
                  'rendered people and puppets are fitted on nowhere: no signal here can tell them',
                  'what a light costs that was shown and not measured was settled with all rows in view',
                ]
              : ['light and bias stand by a prior alone', 'no session was measured'],
        },
      },
    }),
  );
}
