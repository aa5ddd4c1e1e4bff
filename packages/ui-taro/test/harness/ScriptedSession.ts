import type { AbortSignalLike } from '@huoti/core';
import { HuotiError, type ErrorCode, type LivenessResult, type SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { TrySession } from '../../src/index.js';

/** A session whose events a test tells it to emit. */
export class ScriptedSession implements TrySession {
  running = 0;
  private readonly listeners = new Set<(event: ScreenEvent) => void>();
  private settle: {
    resolve(result: LivenessResult | SessionOutcome): void;
    reject(error: unknown): void;
  } | null = null;

  get listenerCount(): number {
    return this.listeners.size;
  }

  subscribe(listener: (event: ScreenEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: ScreenEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  async run({ signal }: { signal: AbortSignalLike }): Promise<LivenessResult | SessionOutcome> {
    this.running += 1;
    const onAbort = (): void => this.settle?.reject(new HuotiError('ABORTED', 'aborted'));
    try {
      return await new Promise<LivenessResult | SessionOutcome>((resolve, reject) => {
        this.settle = { resolve, reject };
        if (signal.aborted) return onAbort();
        signal.addEventListener('abort', onAbort);
      });
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.running -= 1;
    }
  }

  end(result: LivenessResult | SessionOutcome): void {
    this.settle?.resolve(result);
  }

  fail(code: ErrorCode, retryable: boolean): void {
    this.settle?.reject(new HuotiError(code, 'scripted', { retryable }));
  }
}
