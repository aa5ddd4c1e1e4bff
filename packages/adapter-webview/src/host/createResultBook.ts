import type { BridgeResult } from '@huoti/protocol/bridge';
import { createRecent } from '../link/createRecent.js';

/** Results that have come, so that one that comes again is confirmed again and told once. */
export interface ResultBook {
  /** Whether it is new. */
  take(result: BridgeResult, bridgeSession: string): boolean;
}

/** Sessions remembered: a view runs one after the other. */
const REMEMBERED = 64;

/** A book of results. A session is known by its id; one that never got one, by its page and by what it says. */
export function createResultBook(): ResultBook {
  const seen = createRecent<string>(REMEMBERED);
  return {
    take({ sessionId, ended, code }, bridgeSession) {
      const key = sessionId === undefined ? `${bridgeSession} ${ended} ${code ?? ''}` : `id ${sessionId}`;
      return seen.add(key);
    },
  };
}
