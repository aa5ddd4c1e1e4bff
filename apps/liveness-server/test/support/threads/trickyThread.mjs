import { threadId } from 'node:worker_threads';

/**
 * A judging thread that does what a test asks of it: it stands in for the compiled one, with the same three functions.
 *
 * @param {{session: {id: string}}} request
 */
export async function judge({ session: { id } }) {
  if (id === 'crash') process.exit(7);
  if (id === 'hang') await new Promise(() => setInterval(() => undefined, 1000));
  if (id === 'spin') for (;;);
  if (id === 'throw') throw new TypeError('a picture said c2VjcmV0');
  if (id === 'refuse')
    return { ok: false, code: 'MODEL_LOAD_FAILED', message: 'a model is missing', retryable: false };
  return { ok: true, value: { models: { thread: String(threadId) } } };
}

/** @param {Uint8Array} picture */
export async function read(picture) {
  return { ok: true, value: picture.length === 0 ? { kind: 'unreadable' } : { kind: 'none' } };
}

export async function warmUp() {
  return { ok: true, value: null };
}
