import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoadLevel } from '../service/loadPolicies.js';
import type { GeneratorAnswer, GeneratorRequest, SendOrder, SendReport } from './messages.js';

/** The process that makes the load: the work of backends and browsers is not the service's. */
export interface Generator {
  readonly pid: number;
  /** Goes through the sessions of a level ahead. */
  record(level: LoadLevel): Promise<void>;
  send(order: SendOrder): Promise<SendReport>;
  close(): Promise<void>;
}

/** How long going through sessions ahead may take, in ms. */
const RECORD_LIMIT_MS = 900_000;
/** How long the last sessions of an order may take after it was begun, in ms: each gives up by itself before. */
const SEND_LIMIT_MS = 180_000;

/** Starts the process. One call at a time. */
export function openGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('./generatorChild.js', import.meta.url)));
  const exited = once(child, 'exit');
  const ask = async (request: GeneratorRequest, limitMs: number): Promise<GeneratorAnswer> => {
    const timer = new AbortController();
    const late = wait(limitMs, undefined, { signal: timer.signal }).then(() => {
      throw new TypeError(`the process that makes the load did not answer within ${limitMs} ms`);
    });
    late.catch(() => undefined);
    const gone = exited.then(([code]) => {
      throw new TypeError(`the process that makes the load ended, exit code ${String(code)}`);
    });
    gone.catch(() => undefined);
    const answered = once(child, 'message').then(([message]) => message as GeneratorAnswer);
    child.send(request);
    const answer = await Promise.race([answered, gone, late]).finally(() => timer.abort());
    if (answer.kind === 'failed') throw new TypeError(answer.why);
    return answer;
  };
  return {
    pid: child.pid ?? 0,
    async record(level) {
      await ask({ kind: 'record', level }, RECORD_LIMIT_MS);
    },
    async send(order) {
      const answer = await ask({ kind: 'send', order }, (order.count * 1000) / order.rate + SEND_LIMIT_MS);
      if (answer.kind !== 'sent') throw new TypeError(`${answer.kind} is no report`);
      return answer.report;
    },
    async close() {
      // It holds nothing that would have to be saved.
      child.kill('SIGKILL');
      await exited;
    },
  };
}
