import type { LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { TryRecord } from './TryRecord.js';

declare global {
  interface Window {
    /** The last try; `null` before the first. */
    huotiTry: TryRecord | null;
    /** Violations of the page's Content-Security-Policy. */
    huotiViolations: string[];
  }
}

/**
 * Writes down what the page tells of its tries. Runs in the page before its own scripts, and stands alone. All of it
 * listens on the window, in the capturing phase, before the page does.
 */
export function recordTries(): void {
  type Writable<T> = { -readonly [K in keyof T]: T[K] };
  type Draft = Writable<Omit<TryRecord, 'phases' | 'events' | 'frameGapsMs'>> & {
    phases: { phase: string; ms: number }[];
    events: { ms: number; event: ScreenEvent }[];
    frameGapsMs: number[];
  };
  let draft: Draft | null = null;
  const now = performance.now.bind(performance);
  window.huotiTry = null;
  window.huotiViolations = [];
  window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    window.huotiViolations.push(`${violatedDirective} ${blockedURI}`);
  });

  const listen = <T>(type: string, hear: (detail: T, record: Draft, ms: number) => void): void => {
    window.addEventListener(
      type,
      (event) => {
        if (draft) hear((event as CustomEvent<T>).detail, draft, now() - draft.startedAtMs);
      },
      true,
    );
  };
  window.addEventListener(
    'huoti-start',
    () => {
      const mine: Draft = {
        startedAtMs: now(),
        firstJudgedMs: null,
        endedMs: null,
        phases: [],
        events: [],
        end: null,
        judgedFrames: 0,
        frameGapsMs: [],
      };
      draft = mine;
      window.huotiTry = mine;
      let last: number | null = null;
      const look = (): void => {
        const at = now();
        if (last !== null) mine.frameGapsMs.push(at - last);
        last = at;
        if (mine.end === null && draft === mine) window.huotiRawFrame(look);
      };
      window.huotiRawFrame(look);
    },
    true,
  );
  listen<ScreenEvent>('huoti-event', (event, record, ms) => {
    if (event.type === 'frame-judged') {
      record.judgedFrames += 1;
      record.firstJudgedMs ??= ms;
      return;
    }
    if (event.type === 'phase-change') record.phases.push({ phase: event.phase, ms });
    if (event.type !== 'load-progress' && event.type !== 'challenge-progress')
      record.events.push({ ms, event });
  });
  listen<LivenessResult>('huoti-result', (result, record, ms) => {
    record.endedMs = ms;
    record.end = { kind: 'result', result };
  });
  listen<SessionOutcome>('huoti-outcome', (outcome, record, ms) => {
    record.endedMs = ms;
    record.end = { kind: 'outcome', outcome };
  });
  listen<{ code: string; message: string; retryable: boolean }>('huoti-error', (error, record, ms) => {
    const { code, message, retryable } = error;
    record.endedMs = ms;
    record.end = { kind: 'error', code, message, retryable };
  });
  listen<null>('huoti-cancel', (_detail, record, ms) => {
    record.endedMs = ms;
    record.end = { kind: 'cancel' };
  });
}
