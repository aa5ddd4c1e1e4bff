import { turnedLike } from '../references/turnedLike.js';
import type { TurnedReference } from '../references/TurnedReference.js';
import { oneFace } from './checks/oneFace.js';
import { referenceFace } from './checks/referenceFace.js';
import type { RunCheck } from './checks/runChecks.js';
import { embedFaces } from './faces/embedFaces.js';
import { meanOfGoodFaces } from './faces/meanOfGoodFaces.js';
import { WITHIN_SESSION_SIMILARITY } from './faces/withinSession.js';
import type { JudgeNotes } from './JudgeNotes.js';
import type { JudgeTools } from './JudgeTools.js';
import type { SeenPicture } from './pictures/SeenPicture.js';

/** What {@link compareFaces} takes besides the pictures. */
export interface CompareOptions {
  check: RunCheck;
  tools: Pick<JudgeTools, 'embedder'>;
  notes: JudgeNotes;
  /** `null` where the session names no reference. */
  reference: TurnedReference | null;
  signal?: AbortSignal | undefined;
}

/**
 * Whose face it is: one all the way, and the enrolled one where there is one.
 *
 * @throws HuotiError for a broken machine, ABORTED; and whatever `check` ends the list with
 */
export async function compareFaces(
  pictures: readonly SeenPicture[],
  { check, tools, notes, reference, signal }: CompareOptions,
): Promise<void> {
  const faces = await embedFaces(pictures, tools.embedder, { signal });

  // All pictures are of one face.
  await check('one-face', () => oneFace(faces, { leastSimilarity: WITHIN_SESSION_SIMILARITY }));
  notes.established = { ...notes.established, pictured: true };
  if (reference === null) return;

  // It is the face that was enrolled.
  await check('reference-face', () =>
    referenceFace(turnedLike(meanOfGoodFaces(faces), reference), reference.template, (comparison) => {
      notes.comparison = comparison;
    }),
  );
}
