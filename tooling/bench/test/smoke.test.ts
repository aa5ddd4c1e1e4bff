import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUICK } from '../src/Amount.js';
import { syntheticFrames } from '../src/frames/syntheticFrames.js';
import { runBench } from '../src/runBench.js';

/** A browser start, a model load and a few frames, on a machine that has other work. */
const TIMEOUT_MS = 120_000;

describe('the bench in a real browser', () => {
  it(
    'measures huoti as it is built: landmarks in every frame, bytes of its own files, nothing left after a session',
    async () => {
      const cacheFolder = await mkdtemp(join(tmpdir(), 'huoti-bench-cache-'));
      try {
        const results = await runBench({
          frameSet: await syntheticFrames(3),
          amount: { ...QUICK, frameCount: 3, frameRounds: 1, sessions: 1 },
          only: ['huoti-main-thread'],
          cacheFolder,
          say: () => undefined,
        });
        const [row] = results.engines;
        expect(row?.problems).toEqual([]);
        expect(row?.starts?.samples).toHaveLength(1);
        expect(row?.starts?.firstResultMs.median).toBeGreaterThan(row?.starts?.loadMs.median ?? Infinity);
        expect(row?.frames).toMatchObject({ frameCount: 3, foundCount: 3 });
        const names = row?.bytes?.files.map(({ name }) => name) ?? [];
        expect(names).toContain('face-attention.bin');
        expect(names).toContain('tfjs-backend-wasm-simd.wasm');
        expect(names).not.toContain('harness.js');
        expect(row?.bytes?.brotli).toBeLessThan(row?.bytes?.raw ?? 0);
        expect(row?.sessions).toMatchObject({ sessionCount: 1, tensorsLeft: 0, workersLeft: 0 });
      } finally {
        await rm(cacheFolder, { recursive: true, force: true });
      }
    },
    TIMEOUT_MS,
  );
});
