import { drawMesh } from '../../pixels/drawMesh.js';
import type { Picture } from '../../pixels/Picture.js';
import type { Act } from '../Act.js';
import { answerPrompts } from '../answerPrompts.js';
import type { Cast } from '../Cast.js';
import type { Show } from '../Show.js';
import { createBackdrop } from './createBackdrop.js';
import { createFlatMotion } from './createFlatMotion.js';
import { createFlatObject } from './createFlatObject.js';
import { createPanel } from './createPanel.js';

/** How much of the frame's width the shown picture takes: from a phone with its frame in sight to a screen that fills it. */
const LEAST_FILL = 0.82;
const MOST_FILL = 1.12;
/** Dark border around the picture, as a share of its width. */
const LEAST_BEZEL = 0.02;
const MOST_BEZEL = 0.07;

/**
 * A screen before the camera that shows a video. It shines by itself: of the session's colours its glass sends back 4 %.
 * Nearer and nodding are done by hand, everything else by the video.
 */
export function createScreenAct({ light, random }: Pick<Cast, 'light' | 'random'>, show: Show): Act {
  const { widthPx, heightPx } = show;
  const bezel = Math.round(widthPx * random.between(LEAST_BEZEL, MOST_BEZEL));
  const panel = createPanel({ widthPx, heightPx, bezelPx: bezel, random });
  const focalPx = heightPx / 2 / Math.tan(random.between(0.87, 1.22) / 2);
  // A phone is 7 cm wide, a tablet 16, a monitor shows the portrait 25 wide.
  const shownCm = [7, 16, 25][Math.floor(random.next() * 3)] as number;
  const fill = random.between(LEAST_FILL, MOST_FILL);
  const distanceCm = (focalPx * shownCm) / (fill * widthPx);
  const outerPx = widthPx + 2 * bezel;
  const cmPerPx = shownCm / widthPx;
  const glass = createFlatObject({
    kind: 'screen',
    widthCm: outerPx * cmPerPx,
    heightCm: (heightPx + 2 * bezel) * cmPerPx,
    texture: { leftPx: 0, topPx: 0, widthPx: outerPx, heightPx: heightPx + 2 * bezel },
    widthPx,
    heightPx,
    focalPx,
  });
  const motion = createFlatMotion({
    random,
    distanceCm,
    sway: random.next() < 0.4 ? 0.03 : random.between(0.2, 0.9),
    turnRadians: 0,
    nodRadians: random.between(0.2, 0.45),
    approaches: true,
  });
  const backdrop = createBackdrop(widthPx, heightPx, random);
  const backgroundCm = distanceCm + random.between(30, 250);
  const content: Picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  return {
    widthPx,
    heightPx,
    // A tilted screen is taken for no nod: nobody lucky is asked for one.
    actions: [...show.actions, 'approach'],
    follow: (session) => {
      const ends = [show.follow(session), answerPrompts(session, motion.perform)];
      return () => ends.forEach((end) => end());
    },
    drawAt(atMs, screen, out) {
      show.drawAt(atMs, screen, content);
      const { surface, mesh } = glass.place(motion.poseAt(atMs));
      out.data.set(backdrop.data);
      drawMesh(mesh, panel.show(content, atMs), out);
      light.light(out, { surfaces: [surface], backgroundCm }, atMs, screen);
    },
  };
}
