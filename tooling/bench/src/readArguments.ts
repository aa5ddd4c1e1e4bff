import { parseArgs } from 'node:util';
import { ENGINE_IDS, type EngineId } from './engines/EngineId.js';

/** What was asked for on the command line. */
export interface BenchArguments {
  readonly quick: boolean;
  /** Refuse a busy machine. */
  readonly requireQuiet: boolean;
  readonly synthetic: boolean;
  readonly only: readonly EngineId[] | undefined;
  readonly outputFolder: string | undefined;
  readonly help: boolean;
}

/** What `--help` prints. */
export const USAGE = `npm run bench -- [options]
  --quick            a look whether everything works; writes to .cache/bench
  --require-quiet    exit 3 when the machine is busy, instead of marking the table
  --synthetic        synthetic people even where recordings are there
  --only a,b         engines: ${ENGINE_IDS.join(', ')}
  --out FOLDER       where results.json, table.md and chart.svg go; default docs/bench

npm run bench -- load          the service under load; --help after it says more
npm run bench -- signals       what the signals add to a frame
npm run bench -- mini-program  the built mini-program in its executed host
`;

/** @throws TypeError for an option or an engine that there is not */
export function readArguments(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      'require-quiet': { type: 'boolean', default: false },
      synthetic: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',').map((name) => {
    const id = ENGINE_IDS.find((one) => one === name);
    if (!id) throw new TypeError(`--only: ${name} is none of ${ENGINE_IDS.join(', ')}`);
    return id;
  });
  return {
    quick: values.quick,
    requireQuiet: values['require-quiet'],
    synthetic: values.synthetic,
    only,
    outputFolder: values.out,
    help: values.help,
  };
}
