import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './createMetrics.js';

describe('createMetrics', () => {
  it('keeps the numbers of two services apart', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.attemptsRefused.inc(3);
    expect(await one.registry.metrics()).toMatch(/huoti_attempts_refused_total 3/);
    expect(await other.registry.metrics()).toMatch(/huoti_attempts_refused_total 0/);
  });

  it('looks at the queue once for all that it tells of it', async () => {
    let looks = 0;
    const metrics = createMetrics({
      queueState: () => {
        looks += 1;
        const waiting = { waiting: 4, oldestSeconds: 2.5 };
        return Promise.resolve({
          judge: waiting,
          platform: { waiting: 0, oldestSeconds: 0 },
          notify: { waiting: 0, oldestSeconds: 0 },
          forget: { waiting: 0, oldestSeconds: 0 },
        });
      },
    });
    const text = await metrics.registry.metrics();
    expect(text).toMatch(/huoti_queue_depth\{job="judge"\} 4/);
    expect(text).toMatch(/huoti_queue_age_seconds\{job="judge"\} 2.5/);
    expect(looks).toBe(1);
  });

  it('tells how many people are stored, and of how many an authority has to be told', async () => {
    const state = { stored: 81_000, threshold: 100_000, level: 'near', countedAtMs: 1 } as const;
    const text = await createMetrics({ filing: () => Promise.resolve(state) }).registry.metrics();
    expect(text).toMatch(/^huoti_stored_people 81000$/m);
    expect(text).toMatch(/^huoti_stored_people_threshold 100000$/m);
  });

  it('tells the other numbers while the queue is out of reach', async () => {
    const metrics = createMetrics({ queueState: () => Promise.reject(new Error('away')) });
    metrics.jobs.inc({ job: 'judge', end: 'done' });
    expect(await metrics.registry.metrics()).toMatch(/huoti_jobs_total\{job="judge",end="done"\} 1/);
  });
});
