import type { Action } from '@huoti/protocol';
import type { EventSource } from '../footage/Performer.js';

/** Whoever is still asked after this time, in ms, does it again, as long as there is time for it. */
const AGAIN_MS = 2600;
const TIME_FOR_IT_MS = 1800;

/**
 * Tells whoever performs what a session asks for, until the returned function is called.
 *
 * @param perform `again`: it was done and not taken for it
 */
export function answerPrompts(
  session: EventSource,
  perform: (action: Action, atMs: number, again: boolean) => void,
): () => void {
  let lastMs = 0;
  return session.subscribe((event) => {
    const asked = event.type === 'challenge-start';
    const still =
      event.type === 'challenge-progress' &&
      event.atMs - lastMs > AGAIN_MS &&
      event.remainingMs > TIME_FOR_IT_MS;
    if (!asked && !still) return;
    lastMs = event.atMs;
    perform(event.action, event.atMs, still);
  });
}
