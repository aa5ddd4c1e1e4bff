import type { Picture } from '@huoti/wx-host';
import type { OpenCheck } from './openCheck.js';

/** Pictures a second: what a machine that also draws and judges them keeps up with. */
const FPS = 15;
/** How often the time is looked at, in ms. */
const LOOK_MS = 5;
/** After a picture was drawn the mini-program has this many times as long for itself, in real time. */
const REST = 2;

/**
 * Pictures before the camera as time goes by, from the moment somebody takes them: the film is held until then.
 *
 * @param pictureAt upright, by the time since the first, in ms
 * @returns what ends it
 */
export function showFilm(
  { host, time }: Pick<OpenCheck, 'host' | 'time'>,
  pictureAt: (atMs: number) => Picture,
): () => void {
  let beganMs: number | null = null;
  let shown = -1;
  let restsUntilMs = 0;
  const look = (): void => {
    if (host.camera.runningCount() === 0 || performance.now() < restsUntilMs) return;
    const nowMs = time.nowMs();
    beganMs = beganMs ?? nowMs;
    const index = Math.floor(((nowMs - beganMs) * FPS) / 1000);
    if (index === shown) return;
    shown = index;
    const drawsMs = performance.now();
    const picture = time.without(() => pictureAt((index * 1000) / FPS));
    restsUntilMs = performance.now() + REST * (performance.now() - drawsMs);
    host.camera.feed(picture);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}
