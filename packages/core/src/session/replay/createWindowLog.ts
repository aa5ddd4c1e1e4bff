import type { SessionEvent } from '../SessionEvent.js';
import type { ReplayedWindow } from './ReplayedSession.js';

/** Notes a session's windows from what its listeners hear. */
export interface WindowLog {
  hear(event: SessionEvent, chunk: number): void;
  /** @param lastMs where a window that is still open ends */
  read(lastMs: number): readonly ReplayedWindow[];
}

/** An empty log. */
export function createWindowLog(): WindowLog {
  const closed: ReplayedWindow[] = [];
  let open: Omit<ReplayedWindow, 'endMs' | 'status'> | null = null;
  return {
    hear(event, chunk) {
      if (event.type === 'challenge-start') {
        open = { action: event.action, stepIndex: event.index, startMs: event.atMs, chunk };
      } else if (event.type === 'light-start') {
        open = { action: 'light', stepIndex: event.index, startMs: event.atMs, chunk };
      } else if ((event.type === 'challenge-end' || event.type === 'light-end') && open) {
        closed.push({ ...open, endMs: event.atMs, status: event.status });
        open = null;
      }
    },
    read: (lastMs) => (open ? [...closed, { ...open, endMs: lastMs, status: 'open' }] : [...closed]),
  };
}
