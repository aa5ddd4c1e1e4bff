import type { Picture } from '../pixels/Picture.js';
import type { Cast } from './Cast.js';
import type { Show } from './Show.js';

/** How long each action of the loop has, and the rest before the first, in ms. */
const ACTION_MS = 2000;
const REST_MS = 1600;

/** Every action that the footage has, one after another, recorded once and played over and over. It hears no prompt. */
export function createLoop(cast: Pick<Cast, 'performer' | 'random'>): Show {
  const performer = cast.performer();
  const { widthPx, heightPx } = performer;
  const frameMs = 1000 / cast.random.between(11, 14);
  const frames: Uint8ClampedArray[] = [];
  const actions = [...new Set(performer.actions)];
  const lastMs = REST_MS + actions.length * ACTION_MS;
  const picture: Picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  actions.forEach((action, at) => performer.perform(action, REST_MS + at * ACTION_MS - 600));
  let recordedMs = 0;
  // Recorded when it is first watched, a frame at a time.
  const frameAt = (index: number): Uint8ClampedArray => {
    while (frames.length <= index) {
      performer.drawAt(recordedMs, picture);
      frames.push(Uint8ClampedArray.from(picture.data));
      recordedMs += frameMs;
    }
    return frames[index] as Uint8ClampedArray;
  };
  return {
    widthPx,
    heightPx,
    actions,
    follow: () => () => undefined,
    drawAt: (atMs, _screen, out) => out.data.set(frameAt(Math.floor((atMs % lastMs) / frameMs))),
  };
}
