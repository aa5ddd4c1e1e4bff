import { createPerformance, createStage, PERSONAS } from '@huoti/actor';
import { readCanonicalFace } from '@huoti/actor/node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareTemplates } from '@huoti/embedder';
import sharp from 'sharp';
import { createLogger } from '../../src/logging/createLogger.js';
import { createMetrics } from '../../src/metrics/createMetrics.js';
import { createJudgePool, type JudgePool } from '../../src/worker/createJudgePool.js';

/** The models load in the thread. */
const LIMIT_MS = 180_000;

interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

let pool: JudgePool;
let ada: Picture;
let bob: Picture;
beforeAll(async () => {
  pool = createJudgePool({
    threads: 1,
    recycleAfterJobs: 1_000,
    recycleAboveMb: 4_096,
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
  });
  [ada, bob] = await Promise.all([rendered(0), rendered(3)]);
  await pool.ready();
}, LIMIT_MS);
afterAll(() => pool.close(), LIMIT_MS);

/** A person who does not exist, as a camera would see them. */
async function rendered(persona: number): Promise<Picture> {
  const canonicalFace = await readCanonicalFace();
  const chosen = PERSONAS[persona] ?? PERSONAS[0];
  const stage = createStage({ canonicalFace, persona: chosen, performance: createPerformance({}) });
  return { data: Buffer.from(stage.pictureAt(0)), width: stage.widthPx, height: stage.heightPx };
}

const rawOf = ({ data, width, height }: Picture) => sharp(data, { raw: { width, height, channels: 4 } });

describe('a face reader in a judging thread', () => {
  it(
    'makes a template of the one face, whatever the format and the size',
    async () => {
      const readings = await Promise.all([
        pool.faceReader.read(await rawOf(ada).jpeg().toBuffer()),
        pool.faceReader.read(await rawOf(ada).png().toBuffer()),
        pool.faceReader.read(await rawOf(ada).resize({ width: 1200 }).webp().toBuffer()),
      ]);
      for (const reading of readings) expect(reading.kind).toBe('one');
      const [first, ...others] = readings.flatMap((reading) => (reading.kind === 'one' ? [reading] : []));
      expect(first?.quality).toBeGreaterThan(0.1);
      for (const { template } of others)
        expect(first && compareTemplates(first.template, template).same).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'does not choose between two people',
    async () => {
      const side = await rawOf(bob).png().toBuffer();
      const both = await rawOf(ada)
        .extend({ right: bob.width, background: '#808080' })
        .composite([{ input: side, left: ada.width, top: 0 }])
        .jpeg()
        .toBuffer();
      expect(await pool.faceReader.read(both)).toEqual({ kind: 'several', count: 2 });
    },
    LIMIT_MS,
  );

  it(
    'finds nobody on a wall, and says what is no picture',
    async () => {
      const wall = sharp({ create: { width: 480, height: 640, channels: 3, background: '#b0a090' } });
      expect(await pool.faceReader.read(await wall.jpeg().toBuffer())).toEqual({ kind: 'none' });
      expect(await pool.faceReader.read(Buffer.from('<svg/>'))).toEqual({ kind: 'unreadable' });
      expect(await pool.faceReader.read(await wall.gif().toBuffer())).toEqual({ kind: 'unreadable' });
    },
    LIMIT_MS,
  );
});
