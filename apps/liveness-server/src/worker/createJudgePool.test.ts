import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { JudgeRequest } from '@huoti/server';
import { createLogger } from '../logging/createLogger.js';
import { createMetrics } from '../metrics/createMetrics.js';
import { createJudgePool, type JudgePool, type JudgePoolOptions } from './createJudgePool.js';

const file = fileURLToPath(new URL('../../test/support/threads/trickyThread.mjs', import.meta.url));
const MB = 1_048_576;
const pools: JudgePool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function open(options: Partial<JudgePoolOptions> = {}) {
  const lines: string[] = [];
  const metrics = createMetrics();
  const logger = createLogger({ destination: { write: (line) => void lines.push(line) } });
  const pool = createJudgePool({
    threads: 1,
    recycleAfterJobs: 2,
    recycleAboveMb: 100,
    rssBytes: () => 50 * MB,
    logger,
    metrics,
    file,
    ...options,
  });
  pools.push(pool);
  const crashes = async () => (await metrics.threadCrashes.get()).values[0]?.value;
  return { pool, lines, crashes };
}

function requestOf(id: string): JudgeRequest {
  return {
    session: {
      id,
      policy: { name: 'trace', light: 'off', tripwires: 'report', evidenceLevel: 'trace' },
      planJws: '',
      planClaims: null,
      planProblem: null,
      planHash: '',
      steps: [],
      reveals: [],
      requestedPictures: [],
      evidenceHash: '',
      begunAtMs: 0,
      completedAtMs: 0,
      expiresAtMs: 0,
    },
    parts: new Map([['manifest', Uint8Array.of(1, 2, 3)]]),
    reference: null,
  };
}

describe('createJudgePool', () => {
  it('judges and reads in a thread that is not this one', async () => {
    const { pool } = open();
    await pool.ready();
    const { models } = await pool.judge.judge(requestOf('good'));
    expect(Number(models.thread)).toBeGreaterThan(0);
    expect(await pool.faceReader.read(Uint8Array.of(1))).toEqual({ kind: 'none' });
  });

  it.each([['crash'], ['throw']])('rejects as retryable what a thread did not finish: %s', async (id) => {
    const { pool, crashes, lines } = open();
    await expect(pool.judge.judge(requestOf(id))).rejects.toMatchObject({
      code: 'HOST_ERROR',
      retryable: true,
    });
    expect(await crashes()).toBe(1);
    expect(lines.join()).not.toContain('c2VjcmV0');
    expect(await pool.judge.judge(requestOf('good'))).toHaveProperty('models');
  });

  it.each([['hang'], ['spin']])('ends a thread that does not come back: %s', async (id) => {
    const { pool } = open({ taskLimitMs: 300 });
    await expect(pool.judge.judge(requestOf(id))).rejects.toMatchObject({
      code: 'HOST_ERROR',
      retryable: true,
    });
    expect(await pool.faceReader.read(Uint8Array.of(1))).toEqual({ kind: 'none' });
  });

  it('carries the code of an error across the threads', async () => {
    const { pool } = open();
    await expect(pool.judge.judge(requestOf('refuse'))).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
      retryable: false,
    });
  });

  it('stops a task when the caller gives up', async () => {
    const { pool } = open();
    await pool.ready();
    const abort = new AbortController();
    const judged = pool.judge.judge(requestOf('hang'), { signal: abort.signal });
    abort.abort();
    await expect(judged).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('replaces its threads once the process has grown and not before', async () => {
    let bytes = 50 * MB;
    const { pool, lines } = open({ rssBytes: () => bytes });
    const threadOf = async () => (await pool.judge.judge(requestOf('good'))).models.thread;
    const first = await threadOf();
    expect([await threadOf(), await threadOf()]).toEqual([first, first]);
    bytes = 150 * MB;
    expect(await threadOf()).toBe(first);
    expect(await threadOf()).not.toBe(first);
    expect(lines.join()).toContain('threads-recycle');
  });

  it('takes nothing after it was closed', async () => {
    const { pool } = open();
    await pool.close();
    await pool.close();
    await expect(pool.judge.judge(requestOf('good'))).rejects.toMatchObject({ code: 'DISPOSED' });
  });
});
