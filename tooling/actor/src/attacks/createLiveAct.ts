import type { Performer } from '../footage/Performer.js';
import { createHeadSurface } from '../lighting/createHeadSurface.js';
import type { Act } from './Act.js';
import { answerPrompts } from './answerPrompts.js';
import type { Cast } from './Cast.js';

/** How far the wall is behind a person, over their own distance. */
const LEAST_ROOM = 2.5;
const MOST_ROOM = 7;

/**
 * A living person before the camera: the footage does what is asked, and the face answers the screen's light by the
 * normals of its mesh, the room behind by its distance.
 */
export function createLiveAct(
  {
    canonicalFace,
    light,
    random,
    distanceCm,
  }: Pick<Cast, 'canonicalFace' | 'light' | 'random' | 'distanceCm'>,
  performer: Performer,
): Act {
  const { widthPx, heightPx } = performer;
  const head = createHeadSurface({ canonicalFace, widthPx, heightPx, distanceCm });
  const backgroundCm = distanceCm * random.between(LEAST_ROOM, MOST_ROOM);
  return {
    widthPx,
    heightPx,
    actions: performer.actions,
    follow: (session) => answerPrompts(session, performer.perform),
    drawAt(atMs, screen, out) {
      const landmarks = performer.drawAt(atMs, out);
      const surfaces = landmarks ? [head.place(landmarks)] : [];
      light.light(out, { surfaces, backgroundCm }, atMs, screen);
    },
  };
}
