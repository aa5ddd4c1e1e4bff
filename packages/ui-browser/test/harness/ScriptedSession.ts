import type { FrameSource, FrameStream } from '@huoti/core';
import { HuotiError, type ErrorCode, type LivenessResult, type SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { TrySession } from '../../src/index.js';

/** What was made and is not over: for tests to count. */
export const liveSessions = { count: 0, made: 0 };

/** A session whose events a test tells it to emit. It opens its source as a real one does, and gives it back. */
export class ScriptedSession implements TrySession {
  private readonly source: FrameSource;
  private readonly listeners = new Set<(event: ScreenEvent) => void>();
  private openNow: () => void = () => undefined;
  private settle: {
    resolve(result: LivenessResult | SessionOutcome): void;
    reject(error: unknown): void;
  } | null = null;

  constructor(source: FrameSource) {
    this.source = source;
    liveSessions.made += 1;
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  subscribe(listener: (event: ScreenEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The camera opens when the script says that a face is looked for, as after a real permission. */
  emit(event: ScreenEvent): void {
    if (event.type === 'phase-change' && event.phase === 'finding') this.openNow();
    for (const listener of this.listeners) listener(event);
  }

  async run({ signal }: { signal?: AbortSignal } = {}): Promise<LivenessResult | SessionOutcome> {
    liveSessions.count += 1;
    let stream: FrameStream | null = null;
    const onAbort = (): void => this.settle?.reject(new HuotiError('ABORTED', 'aborted'));
    try {
      return await new Promise<LivenessResult | SessionOutcome>((resolve, reject) => {
        this.settle = { resolve, reject };
        if (signal?.aborted) return onAbort();
        signal?.addEventListener('abort', onAbort);
        const look = async (): Promise<void> => {
          stream = await this.source.open();
          for (;;) (await stream.nextFrame())?.close();
        };
        this.openNow = () => void look().catch(() => undefined);
      });
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await (stream as FrameStream | null)?.close();
      liveSessions.count -= 1;
    }
  }

  end(result: LivenessResult | SessionOutcome): void {
    if ('sessionId' in result) this.emit({ type: 'session-outcome', outcome: result });
    else this.emit({ type: 'session-end', atMs: 0, result });
    this.settle?.resolve(result);
  }

  fail(code: ErrorCode, retryable: boolean): void {
    this.emit({ type: 'session-end', atMs: 0, result: null });
    this.settle?.reject(new HuotiError(code, 'scripted', { retryable }));
  }
}
