import type { Performer } from '../footage/Performer.js';
import type { Picture } from '../pixels/Picture.js';
import { warpPicture } from '../pixels/warpPicture.js';
import { smoothstep } from '../random/numbers.js';
import type { Random } from '../random/createRandom.js';
import type { Attack } from './Attack.js';
import { createLiveAct } from './createLiveAct.js';

/** Somebody else beside the person, about as near to the camera. */
export const twoFaces: Attack = {
  name: 'two-faces',
  needs: 'footage-and-other',
  plan: 'own',
  method: 'presented',
  create: (cast) => createLiveAct(cast, sideBySide(cast.performer(), cast.other(), cast.random)),
};

/** The first person's picture, with the second one's let into its side. */
function sideBySide(first: Performer, second: Performer, random: Random): Performer {
  const { widthPx, heightPx } = first;
  const beside: Picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  const plain: Picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  const moved = new Float32Array(478 * 3);
  const right = random.next() < 0.5;
  const size = random.between(0.6, 0.8);
  const shift = widthPx * random.between(0.2, 0.24) * (right ? -1 : 1);
  const seamPx = widthPx / 2 + shift + (right ? 1 : -1) * widthPx * 0.26;
  return {
    widthPx,
    heightPx,
    actions: first.actions,
    perform: first.perform,
    drawAt(atMs, out) {
      const landmarks = first.drawAt(atMs, plain);
      const place = {
        a: size,
        b: 0,
        x0: (widthPx * (1 - size)) / 2 + shift,
        y0: (heightPx * (1 - size)) / 2,
      };
      warpPicture(plain, place, out);
      second.drawAt(atMs, plain);
      const aside = -shift * 1.15;
      warpPicture(plain, { ...place, x0: (widthPx * (1 - size)) / 2 + aside }, beside);
      for (let y = 0, o = 0; y < heightPx; y++) {
        for (let x = 0; x < widthPx; x++, o += 4) {
          const share = right ? smoothstep(seamPx - 6, seamPx + 6, x) : smoothstep(seamPx + 6, seamPx - 6, x);
          if (share === 0) continue;
          for (let c = 0; c < 3; c++) {
            out.data[o + c] =
              (out.data[o + c] as number) * (1 - share) + (beside.data[o + c] as number) * share;
          }
        }
      }
      if (!landmarks) return null;
      for (let at = 0; at < moved.length; at += 3) {
        moved[at] = (landmarks[at] as number) * size + place.x0;
        moved[at + 1] = (landmarks[at + 1] as number) * size + place.y0;
        moved[at + 2] = (landmarks[at + 2] as number) * size;
      }
      return moved;
    },
  };
}
