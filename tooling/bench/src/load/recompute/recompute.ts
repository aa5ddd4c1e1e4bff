import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { InProcessResult, RecomputeResult } from '../LoadResults.js';
import type { RecomputeOrder, RecomputeReport } from './messages.js';

async function ask(order: RecomputeOrder): Promise<RecomputeReport> {
  const child = fork(fileURLToPath(new URL('./recomputeChild.js', import.meta.url)), {
    execArgv: ['--expose-gc'],
  });
  const exited = once(child, 'exit');
  const answered = once(child, 'message').then(([message]) => message as RecomputeReport);
  child.send(order);
  const report = await Promise.race([
    answered,
    exited.then(([code]): RecomputeReport => ({ kind: 'failed', why: `exit code ${String(code)}` })),
  ]);
  await exited;
  if (report.kind === 'failed') throw new TypeError(`${order.kind}: ${report.why}`);
  return report;
}

/** CPU time of judgements, in a process of their own. */
export async function recomputeJudgements(runs: { trace: number; frames: number }): Promise<RecomputeResult> {
  const report = await ask({ kind: 'judgements', runs });
  if (report.kind !== 'judgements') throw new TypeError(`${report.kind} was not asked for`);
  return report.result;
}

/** Memory of many sessions in one process. */
export async function recomputeInProcess(sessions: number): Promise<InProcessResult> {
  const report = await ask({ kind: 'in-process', sessions });
  if (report.kind !== 'in-process') throw new TypeError(`${report.kind} was not asked for`);
  return report.result;
}
