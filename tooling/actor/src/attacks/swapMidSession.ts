import type { Action } from '@huoti/protocol';
import type { Performer } from '../footage/Performer.js';
import { fitSimilarity } from '../pixels/fitSimilarity.js';
import { moveLandmarks } from '../pixels/moveLandmarks.js';
import type { Picture } from '../pixels/Picture.js';
import { warpPicture } from '../pixels/warpPicture.js';
import type { Random } from '../random/createRandom.js';
import { smoothstep } from '../random/numbers.js';
import type { Attack } from './Attack.js';
import { createLiveAct } from './createLiveAct.js';
import { inject } from './inject.js';
import { showOfAct } from './showOfAct.js';

/**
 * One person begins, another goes on: the second face is laid exactly onto the first and faded in within a quarter of a
 * second, or cut in. Both answer the light, so that only who they are can give it away.
 */
export const swapMidSession: Attack = {
  name: 'swap-mid-session',
  needs: 'footage-and-other',
  plan: 'own',
  method: 'injected',
  create: (cast) => {
    const handed = handOver(cast.other(), cast.performer(), cast.random);
    return inject(showOfAct(createLiveAct(cast, handed), (screen) => screen));
  },
};

/** Longest fade from one person to the other, in ms. */
const LONGEST_FADE_MS = 250;

function handOver(first: Performer, second: Performer, random: Random): Performer {
  const { widthPx, heightPx } = first;
  const spare: Picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  const swapPrompt = 1 + Math.floor(random.next() * 2);
  const waitMs = random.between(0, 500);
  const fadeMs = random.next() < 0.4 ? 1 : random.between(80, LONGEST_FADE_MS);
  const placed = new Float32Array(478 * 3);
  const shared = first.actions.filter((action) => second.actions.includes(action));
  let prompts = 0;
  let swapMs: number | null = null;
  let move: ReturnType<typeof fitSimilarity> | null = null;
  return {
    widthPx,
    heightPx,
    actions: shared.length > 0 ? shared : first.actions,
    perform(action: Action, atMs: number, again?: boolean) {
      if (!again) prompts += 1;
      if (prompts === swapPrompt && !again) swapMs = atMs + waitMs;
      if (swapMs === null) first.perform(action, atMs, again);
      else second.perform(action, Math.max(atMs, swapMs + LONGEST_FADE_MS), again);
    },
    drawAt(atMs, out) {
      if (swapMs === null || atMs < swapMs) return first.drawAt(atMs, out);
      const share = smoothstep(0, 1, (atMs - swapMs) / fadeMs);
      const before = share < 1 || move === null ? first.drawAt(atMs, out) : null;
      const after = second.drawAt(atMs, spare);
      if (!after) return before;
      if (move === null && before) move = fitSimilarity(after, before);
      move ??= { a: 1, b: 0, x0: 0, y0: 0 };
      warpPicture(spare, move, out, share);
      moveLandmarks(after, move, placed);
      return placed;
    },
  };
}
