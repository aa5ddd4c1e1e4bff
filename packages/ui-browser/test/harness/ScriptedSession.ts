import type { FrameSource, FrameStream, Session, SessionEvent } from '@huoti/core';
import { HuotiError, type ErrorCode, type LivenessResult } from '@huoti/protocol';

/** What was made and is not over: for tests to count. */
export const liveSessions = { count: 0, made: 0 };

/** A session whose events a test tells it to emit. It opens its source as a real one does, and gives it back. */
export class ScriptedSession implements Session {
  private readonly source: FrameSource;
  private readonly listeners = new Set<(event: SessionEvent) => void>();
  private openNow: () => void = () => undefined;
  private settle: { resolve(result: LivenessResult): void; reject(error: unknown): void } | null = null;

  constructor(source: FrameSource) {
    this.source = source;
    liveSessions.made += 1;
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  subscribe(listener: (event: SessionEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The camera opens when the script says that a face is looked for, as after a real permission. */
  emit(event: SessionEvent): void {
    if (event.type === 'phase-change' && event.phase === 'finding') this.openNow();
    for (const listener of this.listeners) listener(event);
  }

  async run({ signal }: { signal?: AbortSignal } = {}): Promise<LivenessResult> {
    liveSessions.count += 1;
    let stream: FrameStream | null = null;
    const onAbort = (): void => this.settle?.reject(new HuotiError('ABORTED', 'aborted'));
    try {
      return await new Promise<LivenessResult>((resolve, reject) => {
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

  end(result: LivenessResult): void {
    this.emit({ type: 'session-end', atMs: 0, result });
    this.settle?.resolve(result);
  }

  fail(code: ErrorCode, retryable: boolean): void {
    this.emit({ type: 'session-end', atMs: 0, result: null });
    this.settle?.reject(new HuotiError(code, 'scripted', { retryable }));
  }
}
