import type { Action } from '@huoti/protocol';
import type { EventSource } from '../footage/Performer.js';

/** Tells whoever performs what a session asks for, until the returned function is called. */
export function answerPrompts(
  session: EventSource,
  perform: (action: Action, atMs: number) => void,
): () => void {
  return session.subscribe((event) => {
    if (event.type === 'challenge-start') perform(event.action, event.atMs);
  });
}
