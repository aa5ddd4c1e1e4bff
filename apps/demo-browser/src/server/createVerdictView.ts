import type { DemoTexts } from '../texts/texts.js';
import { awaitVerdict } from './awaitVerdict.js';
import { showVerdict, type VerdictState } from './showVerdict.js';

/** The card with what the server says, fetched by the backend. */
export interface VerdictView {
  /** Asks the backend until it knows how this session was decided. */
  follow(sessionId: string): void;
  /** Draws it again, as after a change of language; false where there is nothing to draw. */
  render(): boolean;
  clear(): void;
}

export function createVerdictView(root: Document, texts: () => DemoTexts): VerdictView {
  let state: VerdictState | null = null;
  let asking: AbortController | null = null;

  const render = (): boolean => {
    if (state !== null) showVerdict(root, state, texts());
    return state !== null;
  };
  const set = (next: VerdictState | null): void => {
    state = next;
    render();
  };

  async function follow(sessionId: string): Promise<void> {
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    set({ kind: 'waiting' });
    let next: VerdictState = { kind: 'missing' };
    try {
      const verdict = await awaitVerdict(sessionId, mine.signal);
      if (verdict !== null) next = { kind: 'known', verdict };
    } catch {
      // It stays missing: the backend can be asked again by another check.
    }
    if (asking === mine) set(next);
  }

  return {
    follow: (sessionId) => void follow(sessionId),
    render,
    clear() {
      asking?.abort();
      asking = null;
      state = null;
    },
  };
}
