import type { FaceTemplate } from '@huoti/embedder';
import type { Comparison } from '@huoti/protocol';
import { compareOwnTemplates } from '../faces/compareOwnTemplates.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * The session's face is the enrolled one, at the embedder's own threshold.
 *
 * @param tell told of the comparison, whether it holds or not: the result says by how much
 */
export function referenceFace(
  live: FaceTemplate,
  reference: FaceTemplate,
  tell: (comparison: Comparison) => void,
): CheckOutcome<void> {
  if (live.model !== reference.model) {
    // Not another person, and not the same one: it can't be told until the face is enrolled again.
    return failed(`a reference of ${reference.model}`, `one of ${live.model}`, {
      reason: 'SIGNALS_INSUFFICIENT',
    });
  }
  const { same, similarity, threshold, farAtThreshold } = compareOwnTemplates(live, reference);
  tell({ performed: true, same, similarity, threshold, far: farAtThreshold });
  const got = `similarity ${similarity.toFixed(3)}`;
  const expected = `${threshold.toFixed(3)} or more (FAR ${farAtThreshold})`;
  return same ? held(got, expected, undefined) : failed(got, expected, { reason: 'FACE_MISMATCH' });
}
