import type { RecomputeOrder, RecomputeReport } from './messages.js';
import { measureInProcess } from './measureInProcess.js';
import { measureJudgements } from './measureJudgements.js';

process.once('message', (order: RecomputeOrder) => {
  const run = async (): Promise<RecomputeReport> =>
    order.kind === 'judgements'
      ? { kind: 'judgements', result: await measureJudgements(order.runs) }
      : { kind: 'in-process', result: await measureInProcess(order.sessions) };
  run()
    .catch((error: unknown): RecomputeReport => ({ kind: 'failed', why: String(error) }))
    .then(
      (report) => process.send?.(report, undefined, {}, () => process.exit(0)),
      () => process.exit(1),
    );
});
process.once('disconnect', () => process.exit(0));
