import { parseArgs } from 'node:util';

/** What was asked for. */
export interface EvalArguments {
  readonly command: 'measure' | 'fit' | 'report' | 'check' | 'help';
  /** Tables of presentations of sessions, JSON lines. */
  readonly presentations: readonly string[];
  /** Take what was measured last and measure nothing. */
  readonly again: boolean;
  /** Where a report goes; `null` for docs/evaluation. */
  readonly out: string | null;
}

export const USAGE = `node tooling/eval/dist/bin.js COMMAND [options]
  measure    what every signal says of the clips and stills of HUOTI_FIXTURES; kept in .cache/eval
  fit        measures, then fits both fusions on the train rows and writes them into packages/core
  report     measures, then writes tables and pictures into docs/evaluation
  check      a few clips: fails where a rate is worse than the committed table beyond its interval
options
  --again                 take what was measured last
  --presentations FILE    sessions, JSON lines; may be given more than once
  --out FOLDER            where the report goes
`;

/** @throws TypeError for an option or a command that there is not */
export function readArguments(words: readonly string[]): EvalArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      presentations: { type: 'string', multiple: true, default: [] },
      again: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [word = 'help', extra] = positionals;
  if (extra !== undefined) throw new TypeError(`"${extra}" is one word too many`);
  const command = (['measure', 'fit', 'report', 'check', 'help'] as const).find((one) => one === word);
  if (command === undefined) throw new TypeError(`"${word}" is no command`);
  return {
    command: values.help ? 'help' : command,
    presentations: values.presentations,
    again: values.again,
    out: values.out ?? null,
  };
}
