import { describe, expect, it } from '@jest/globals';
import type { SessionEvent } from '@huoti/core';
import type { Action } from '@huoti/protocol';
import { frameHash, hashDistance } from '@huoti/core';
import type { ScreenColour, ScreenNow } from '../lighting/ScreenNow.js';
import { presentations } from '../presentations/presentations.js';
import { createPaintedWorkshop } from '../testing/createPaintedWorkshop.js';
import { ATTACKS } from './attacks.js';

const workshop = await createPaintedWorkshop();
const [WIDTH, HEIGHT] = [360, 480];
const PAGE: ScreenColour = [0.82, 0.82, 0.82];
const dark: ScreenNow = { colourAt: () => PAGE };

/** Pictures of an act at some times, with prompts in between. */
function watch(
  species: string,
  {
    untilMs,
    prompts = [],
    screen = dark,
    seed = 1,
    everyMs = 80,
  }: {
    untilMs: number;
    everyMs?: number;
    prompts?: readonly (readonly [Action, number])[];
    screen?: ScreenNow;
    seed?: number;
  },
) {
  const [presentation] = presentations({ workshop, species, count: 1, seed });
  if (!presentation) throw new RangeError('nothing was drawn');
  const listeners: ((event: SessionEvent) => void)[] = [];
  presentation.act.follow({
    subscribe: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  });
  const out = { data: new Uint8ClampedArray(WIDTH * HEIGHT * 4), widthPx: WIDTH, heightPx: HEIGHT };
  const pictures: { atMs: number; data: Uint8ClampedArray }[] = [];
  for (let atMs = 0; atMs < untilMs; atMs += everyMs) {
    for (const [action, promptMs] of prompts) {
      if (promptMs < atMs || promptMs >= atMs + everyMs) continue;
      const event = {
        type: 'challenge-start',
        atMs,
        action,
        index: 0,
        count: 1,
        timeoutMs: 6000,
        again: false,
      };
      for (const listener of listeners) listener(event as SessionEvent);
    }
    presentation.act.drawAt(atMs, screen, out);
    pictures.push({ atMs, data: out.data.slice() });
  }
  return { presentation, pictures };
}

/** Mean of red less blue over a square in the middle of the picture. */
function warmth(data: Uint8ClampedArray): number {
  let sum = 0;
  for (let y = 200; y < 260; y++) {
    for (let x = 150; x < 210; x++) sum += data[(y * WIDTH + x) * 4]! - data[(y * WIDTH + x) * 4 + 2]!;
  }
  return sum / 3600;
}

/** Red from half a second before `fromMs` on, else the page. */
const redFrom = (fromMs: number): ScreenNow => ({ colourAt: (atMs) => (atMs >= fromMs ? [1, 0, 0] : PAGE) });

describe('attacks of every species', () => {
  it.each(ATTACKS.map(({ name }) => name))(
    '%s fills a picture, and is drawn the same for the same seed',
    (species) => {
      const first = watch(species, { untilMs: 170, seed: 5 });
      const again = watch(species, { untilMs: 170, seed: 5 });
      expect(first.presentation.label).toBe('attack');
      const last = first.pictures[first.pictures.length - 1]!.data;
      expect(last.some((value, at) => at % 4 !== 3 && value > 40)).toBe(true);
      expect(Buffer.from(last).equals(Buffer.from(again.pictures[again.pictures.length - 1]!.data))).toBe(
        true,
      );
    },
  );

  // What the screen shows does not reach what is injected; a print and a living face answer it.
  it.each([
    ['injected-loop', false],
    ['face-swap', false],
    ['print-still', true],
    ['puppet', true],
  ] as const)('%s answers the light: %s', (species, answers) => {
    // A dark room, so that the answer can be told from noise: the room is drawn, so a few are tried.
    const changes = [1, 2, 3, 4].map((seed) => {
      const { pictures } = watch(species, { untilMs: 2000, everyMs: 250, screen: redFrom(1000), seed });
      const plain = watch(species, { untilMs: 2000, everyMs: 250, seed }).pictures;
      const last = pictures.length - 1;
      return warmth(pictures[last]!.data) - warmth(plain[last]!.data);
    });
    const largest = Math.max(...changes.map(Math.abs));
    if (answers) expect(largest).toBeGreaterThan(4);
    else expect(largest).toBe(0);
  });

  // The attacker looks at the screen, renders, and injects: 300 ms at least are gone by then.
  it('delayed-light answers late', () => {
    const { pictures } = watch('delayed-light', {
      untilMs: 3200,
      everyMs: 160,
      screen: redFrom(1000),
      seed: 2,
    });
    const plain = watch('delayed-light', { untilMs: 3200, everyMs: 160, seed: 2 }).pictures;
    const change = pictures.map(({ data }, at) => warmth(data) - warmth(plain[at]!.data));
    const during = pictures.findIndex(({ atMs }) => atMs >= 1250);
    expect(Math.abs(change[during]!)).toBeLessThan(0.5);
    expect(Math.abs(change[change.length - 1]!)).toBeGreaterThan(2);
  });

  it('injected-loop comes back to its first picture, whatever is asked', () => {
    const { pictures } = watch('injected-loop', {
      untilMs: 24_000,
      everyMs: 160,
      prompts: [['blink', 2000]],
      seed: 1,
    });
    const hashOf = (data: Uint8ClampedArray) =>
      frameHash({
        data,
        widthPx: WIDTH,
        heightPx: HEIGHT,
        rotationDegrees: 0,
        mirrored: false,
        timestampMs: 0,
        close: () => undefined,
      });
    const first = hashOf(pictures[5]!.data);
    const back = pictures.slice(40).some(({ data }) => hashDistance(hashOf(data), first) === 0);
    expect(back).toBe(true);
  });

  it('print-tilted moves when a turn is asked, and print-still does not', () => {
    const moved = (species: string): number => {
      const { pictures } = watch(species, {
        untilMs: 3000,
        everyMs: 200,
        prompts: [['turn-left', 800]],
        seed: 3,
      });
      const first = pictures[3]!.data;
      let most = 0;
      for (const { data } of pictures.slice(4)) {
        let difference = 0;
        for (let at = 0; at < data.length; at += 404) difference += Math.abs(data[at]! - first[at]!);
        most = Math.max(most, difference / (data.length / 404));
      }
      return most;
    };
    expect(moved('print-tilted')).toBeGreaterThan(2 * moved('print-still'));
  });
});
