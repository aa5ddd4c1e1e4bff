import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createFakeLandmarker, createSubject } from '@huoti/core/testing';
import { measureSignalCost } from '../src/signals/measureSignalCost.js';
import type { SignalCost } from '../src/signals/SignalCost.js';
import { writeSignalCost } from '../src/signals/writeSignalCost.js';

const WIDTH_PX = 240;
const HEIGHT_PX = 320;

/** A grainy picture in the colour of skin. */
function grain(seed: number): Buffer {
  const data = Buffer.alloc(WIDTH_PX * HEIGHT_PX * 4, 255);
  for (let pixel = 0; pixel < WIDTH_PX * HEIGHT_PX; pixel += 1) {
    const grey = (((pixel + seed) * 2654435761) >>> 24) % 40;
    data.set([175 + grey, 130 + grey, 110 + grey], pixel * 4);
  }
  return data;
}

const stored = (name: string): string =>
  readFileSync(new URL(`../../../docs/bench/signals.${name}`, import.meta.url), 'utf8');

describe('what the signals cost', () => {
  it('is each part for itself, and all that was added over the landmarks of the same round', async () => {
    const subject = createSubject({ frameWidthPx: WIDTH_PX, frameHeightPx: HEIGHT_PX });
    const landmarker = createFakeLandmarker({ detect: ({ timestampMs }) => [subject.observe(timestampMs)] });
    await landmarker.load();
    const frames = [1, 2, 3, 4].map((seed) => ({
      data: grain(seed),
      widthPx: WIDTH_PX,
      heightPx: HEIGHT_PX,
    }));
    const { rounds, parts, added } = await measureSignalCost({ frames, landmarker, rounds: 2 });
    expect(rounds).toBe(2);
    expect(parts.map(({ part }) => part)).toEqual([
      'landmarks',
      'numbers of the frame',
      'trace signals',
      'texture, two pictures a second',
    ]);
    for (const { ms } of parts) expect(ms.min).toBeGreaterThan(0);
    expect(added.min).toBeGreaterThan(0);
    expect(added.max).toBeGreaterThanOrEqual(added.median);
  });

  it('stands in the document as it was measured, and says where the aim was missed', () => {
    const cost = JSON.parse(stored('json')) as SignalCost;
    expect(stored('md')).toBe(writeSignalCost(cost));
    const missed = { ...cost, added: { median: 0.3, min: 0.2, max: 0.4 } };
    expect(writeSignalCost(missed)).toContain('is **not reached**');
  });
});
