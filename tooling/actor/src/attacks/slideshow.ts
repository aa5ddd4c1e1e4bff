import type { Action } from '@huoti/protocol';
import { fitSimilarity } from '../pixels/fitSimilarity.js';
import type { Picture } from '../pixels/Picture.js';
import { warpPicture } from '../pixels/warpPicture.js';
import { answerPrompts } from './answerPrompts.js';
import type { Attack } from './Attack.js';
import type { Cast } from './Cast.js';
import { createScreenAct } from './flat/createScreenAct.js';
import { inject } from './inject.js';
import type { Show } from './Show.js';
import type { StillFace } from './StillFace.js';

/** Two or three stills of the person: looking ahead, in the middle of a turn, eyes shut. Each is shown when it is asked for. */
export const slideshow: Attack = {
  name: 'slideshow',
  needs: 'footage',
  plan: 'own',
  method: 'either',
  create: (cast) => {
    const show = showOfStills(cast);
    return cast.random.next() < 0.5 ? inject(show) : createScreenAct(cast, show);
  },
};

function showOfStills({ still, stills, random }: Pick<Cast, 'still' | 'stills' | 'random'>): Show {
  const { widthPx, heightPx } = still.picture;
  const frontal = copied(still.picture);
  const shown = new Map<Action, Picture>();
  for (const [action, one] of Object.entries(stills) as [Action, StillFace][]) {
    // Laid onto the frontal one where the face is not turned: the picture does not jump then.
    const turned = action === 'turn-left' || action === 'turn-right';
    if (turned) shown.set(action, copied(one.picture));
    else {
      const out = copied(one.picture);
      warpPicture(one.picture, fitSimilarity(one.landmarks, still.landmarks), out);
      shown.set(action, out);
    }
  }
  const slides: { picture: Picture; fromMs: number; toMs: number }[] = [];
  const perform = (action: Action, atMs: number): void => {
    const picture = shown.get(action);
    if (!picture) return;
    const fromMs = atMs + random.between(200, 900);
    const lengthMs = action === 'blink' ? random.between(120, 350) : random.between(500, 1100);
    slides.push({ picture, fromMs, toMs: fromMs + lengthMs });
  };
  return {
    widthPx,
    heightPx,
    actions: [...shown.keys()],
    follow: (session) => answerPrompts(session, perform),
    drawAt(atMs, _screen, out) {
      const slide = slides.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
      out.data.set((slide?.picture ?? frontal).data);
    },
  };
}

const copied = (picture: Picture): Picture => ({ ...picture, data: Uint8ClampedArray.from(picture.data) });
