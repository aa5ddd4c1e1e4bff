import {
  createFootagePlayer,
  createNodeLandmarker,
  openWorkshop,
  type FootagePlayer,
} from '@huoti/actor/workshop';
import type { OpenPage, openMiniProgram } from '@huoti/wx-host';
import { seededRandom } from './seededRandom.js';

export type FootagePlayerOptions = Parameters<typeof createFootagePlayer>[0];

type Action = FootagePlayer['actions'][number];

/** What the big line asks for. Sides are not told apart there, so the first turn is to the left. */
const ASKED: Readonly<Record<string, Action>> = {
  请向一侧转头: 'turn-left',
  请转向另一侧: 'turn-right',
  请眨眨眼: 'blink',
};
/** Pictures a second: what a machine that also judges them can draw. */
const FPS = 15;
/** Whoever was not understood does it again after this time, in ms. */
const AGAIN_MS = 2600;

/** A person of the recordings, ready to do what is asked. */
export interface Person {
  readonly player: FootagePlayer;
  close(): void;
}

/** Opens one recording, prepared once and kept in the system's folder for passing files. */
export async function personOf(fixtures: string, recording: string): Promise<Person> {
  const landmarker = createNodeLandmarker();
  await landmarker.load();
  const { footage } = await openWorkshop({ fixtures, landmarker, only: [recording] });
  await landmarker.dispose();
  const [one] = footage;
  if (!one) throw new TypeError(`${recording} can't be cut into pieces`);
  return {
    player: createFootagePlayer({ ...one, random: seededRandom(11) }),
    close: () => one.footage.close(),
  };
}

/** Stands before the camera, reads the big line and does it. Returns what ends it. */
export function standBefore(
  host: ReturnType<typeof openMiniProgram>,
  page: OpenPage,
  { player }: Person,
): () => void {
  const { widthPx, heightPx } = player;
  const picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  let read = '';
  let didAtMs = 0;
  const look = (atMs: number): void => {
    const prompt = String(page.data['prompt']);
    const action = ASKED[prompt];
    const isNew = prompt !== read;
    read = prompt;
    if (!action || (!isNew && atMs - didAtMs < AGAIN_MS)) return;
    didAtMs = atMs;
    player.perform(action, atMs, !isNew);
  };
  const film = host.camera.play(
    (atMs) => {
      look(atMs);
      player.drawAt(atMs, picture);
      return { data: Uint8Array.from(picture.data), widthPx, heightPx };
    },
    { fps: FPS },
  );
  return () => film.stop();
}
