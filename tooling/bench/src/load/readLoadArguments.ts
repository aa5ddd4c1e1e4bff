import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface LoadArguments {
  readonly quick: boolean;
  /** Refuse a busy machine. */
  readonly requireQuiet: boolean;
  readonly sessions: number | null;
  /** Partition the growing tables before the first session, with the SQL of docs/scaling.md. */
  readonly partitioned: boolean;
  readonly outputFolder: string | undefined;
  readonly help: boolean;
}

/** What `--help` prints. */
export const LOAD_USAGE = `npm run bench -- load [options]
  --quick            a look whether everything works; writes to .cache/bench
  --require-quiet    exit 3 when the machine is busy, instead of marking the report
  --sessions N       so many sessions at level trace over HTTP, however long it takes
  --partitioned      on tables that were partitioned with the SQL of docs/scaling.md
  --out FOLDER       where load.json and load.md go; default docs/bench
`;

/** @throws TypeError for an option that there is not, or a count that is none */
export function readLoadArguments(words: readonly string[]): LoadArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      'require-quiet': { type: 'boolean', default: false },
      sessions: { type: 'string' },
      partitioned: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const sessions = values.sessions === undefined ? null : Number(values.sessions);
  if (sessions !== null && !(Number.isInteger(sessions) && sessions > 0))
    throw new TypeError(`--sessions: ${values.sessions} is no count`);
  return {
    quick: values.quick,
    requireQuiet: values['require-quiet'],
    sessions,
    partitioned: values.partitioned,
    outputFolder: values.out,
    help: values.help,
  };
}
