import { fork } from 'node:child_process';
import { once } from 'node:events';
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

/** Starts the process. One call at a time. */
export function openGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('./generatorChild.js', import.meta.url)));
  const exited = once(child, 'exit');
  const ask = async (request: GeneratorRequest): Promise<GeneratorAnswer> => {
    const gone = exited.then(([code]) => {
      throw new TypeError(`the process that makes the load ended, exit code ${String(code)}`);
    });
    const answered = once(child, 'message').then(([message]) => message as GeneratorAnswer);
    child.send(request);
    const answer = await Promise.race([answered, gone]);
    if (answer.kind === 'failed') throw new TypeError(answer.why);
    return answer;
  };
  return {
    pid: child.pid ?? 0,
    async record(level) {
      await ask({ kind: 'record', level });
    },
    async send(order) {
      const answer = await ask({ kind: 'send', order });
      if (answer.kind !== 'sent') throw new TypeError(`${answer.kind} is no report`);
      return answer.report;
    },
    async close() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
