import type { Command } from '../Command.js';
import { checkMachine } from '../doctor/checkMachine.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'doctor [--json]';

/** `huoti doctor`: what this machine can run and what is missing. */
export const doctorCommand: Command = {
  usage: USAGE,
  summary: 'what this machine can run and what is missing, with the line that mends it',
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 0, flags: ['json'] });
    const checks = await checkMachine(signal);
    const ok = checks.every((check) => check.ok);
    if (words.flag('json')) output.data(JSON.stringify({ ok, checks }));
    else {
      for (const { name, ok: fine, found, fix } of checks) {
        output.data(`${fine ? 'ok     ' : 'MISSING'}  ${name}: ${found}${fix === '' ? '' : `; ${fix}`}`);
      }
    }
    return ok ? EXIT.done : EXIT.lacking;
  },
};
