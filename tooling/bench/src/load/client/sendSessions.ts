import { setTimeout as wait } from 'node:timers/promises';
import type { CallName } from '../LoadResults.js';
import { createCaller } from './createCaller.js';
import type { SendOrder, SendReport } from './messages.js';
import type { Recordings } from './Recording.js';
import { runSession } from './runSession.js';

/** What an honest session of a level comes to. */
const ASSURANCE = { trace: 'consistent', frames: 'recomputed' } as const;

/**
 * Begins sessions at a fixed rate, whether or not earlier ones have ended, and waits for them all: a service that falls behind
 * gets no relief from it.
 */
export async function sendSessions(
  { url, apiKey, level, rate, count, prefix }: SendOrder,
  recordings: Recordings,
): Promise<SendReport> {
  const calls = new Map<CallName, number[]>();
  const problems: Record<string, number> = {};
  const seenAfterMs: number[] = [];
  let requests = 0;
  let uploadBytes = 0;
  const caller = createCaller((name, durationMs) => {
    const times = calls.get(name) ?? [];
    calls.set(name, times);
    times.push(durationMs);
  });
  const note = (problem: string): void => {
    problems[problem] = (problems[problem] ?? 0) + 1;
  };
  const one = async (index: number): Promise<void> => {
    try {
      const subject = `${prefix}-${index}`;
      const end = await runSession({ url, apiKey, level, recordings, caller, subject });
      seenAfterMs.push(end.seenAfterMs);
      requests += end.requests;
      uploadBytes += end.uploadBytes;
      if (end.assurance !== ASSURANCE[level]) note(`assurance ${end.assurance}`);
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
    }
  };
  const beganMs = performance.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    await wait(Math.max(0, beganMs + (index * 1000) / rate - performance.now()));
    running.push(one(index));
  }
  await Promise.all(running);
  caller.close();
  return {
    begun: count,
    decided: seenAfterMs.length,
    problems,
    seenAfterMs,
    calls: [...calls],
    requests,
    uploadBytes,
  };
}
