import type { MiniProgramApi } from '../platform/MiniProgramApi.js';

/** What ended a session from outside: the whole mini-program was hidden, memory ran out, a call or an alarm took over. */
export type MiniProgramInterruption = 'hidden' | 'memory' | 'audio';

/** What {@link watchMiniProgram} takes. */
export interface MiniProgramWatchOptions {
  readonly api: Pick<
    MiniProgramApi,
    | 'onAppHide'
    | 'offAppHide'
    | 'onMemoryWarning'
    | 'offMemoryWarning'
    | 'onAudioInterruptionBegin'
    | 'offAudioInterruptionBegin'
  >;
  /** Called once at most; the watch is over then. */
  onInterrupted(what: MiniProgramInterruption): void;
}

/**
 * Android's TRIM_MEMORY_RUNNING_CRITICAL; 5 and 10 stand below it. iOS gives no level, and takes a mini-program away after its second
 * warning within 5 s: there the first one counts.
 */
const CRITICAL_LEVEL = 15;

/**
 * Watches what happens to the mini-program as a whole. A platform that lacks a call is watched without it; one that can't take a
 * listener off keeps a function that does nothing any more.
 *
 * @returns what ends it; idempotent
 * @example const stop = watchMiniProgram({ api: wx, onInterrupted: (what) => end(what) });
 */
export function watchMiniProgram({ api, onInterrupted }: MiniProgramWatchOptions): () => void {
  let over = false;
  const interrupted = (what: MiniProgramInterruption): void => {
    if (over) return;
    stop();
    onInterrupted(what);
  };
  const onHide = (): void => interrupted('hidden');
  const onAudio = (): void => interrupted('audio');
  const onMemory = (warning?: { readonly level?: number } | null): void => {
    const level = warning?.level;
    if (typeof level !== 'number' || level >= CRITICAL_LEVEL) interrupted('memory');
  };
  const stop = (): void => {
    if (over) return;
    over = true;
    quietly(() => api.offAppHide?.(onHide));
    quietly(() => api.offMemoryWarning?.(onMemory));
    quietly(() => api.offAudioInterruptionBegin?.(onAudio));
  };
  quietly(() => api.onAppHide?.(onHide));
  quietly(() => api.onMemoryWarning?.(onMemory));
  quietly(() => api.onAudioInterruptionBegin?.(onAudio));
  return stop;
}

/** A platform that throws for a listener is one that lacks it. */
function quietly(call: () => void): void {
  try {
    call();
  } catch {
    // Nothing to give back: the listener is not there, or does nothing any more.
  }
}
