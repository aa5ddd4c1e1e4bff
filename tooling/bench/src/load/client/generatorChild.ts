import type { LoadLevel } from '../service/loadPolicies.js';
import type { GeneratorAnswer, GeneratorRequest } from './messages.js';
import type { Recordings } from './Recording.js';
import { recordFrames } from './recordFrames.js';
import { recordTraces } from './recordTraces.js';
import { sendSessions } from './sendSessions.js';

const recorded = new Map<LoadLevel, Recordings>();

async function answer(request: GeneratorRequest): Promise<GeneratorAnswer> {
  if (request.kind === 'record') {
    recorded.set(request.level, request.level === 'trace' ? recordTraces() : await recordFrames());
    return { kind: 'recorded' };
  }
  const recordings = recorded.get(request.order.level) ?? new Map();
  return { kind: 'sent', report: await sendSessions(request.order, recordings) };
}

process.on('message', (request: GeneratorRequest) => {
  answer(request)
    .catch((error: unknown): GeneratorAnswer => ({ kind: 'failed', why: String(error) }))
    .then(
      (result) => process.send?.(result),
      () => undefined,
    );
});
process.once('disconnect', () => process.exit(0));
