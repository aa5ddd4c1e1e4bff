import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HuotiError } from '@huoti/protocol';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { parseCanonicalFace } from '../geometry/parseCanonicalFace.js';

/** Where the models package's build puts it; the same from the sources and from the emitted file. */
const BUILT = new URL('../../../../packages/models/dist/dev/canonical-face.json', import.meta.url);

/**
 * Reads the canonical face that the models package built.
 *
 * @param path of another one
 * @throws HuotiError MODEL_LOAD_FAILED where there is none, INVALID_ARGUMENT where it is not a canonical face
 * @example const subject = createSubject({ canonicalFace: await readCanonicalFace(), persona });
 */
export async function readCanonicalFace(path: string = fileURLToPath(BUILT)): Promise<CanonicalFace> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new HuotiError('MODEL_LOAD_FAILED', `${path} could not be read: build @huoti/models first`, {
      cause,
    });
  }
  return parseCanonicalFace(JSON.parse(text));
}
