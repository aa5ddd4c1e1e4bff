import { createAbortSource, type AbortSignalLike } from '@huoti/core';

/** A signal and the way to abort it. */
export interface MiniProgramAbortController {
  readonly signal: AbortSignalLike;
  /** Idempotent. @param reason becomes the cause of what rejects */
  abort(reason?: unknown): void;
}

/**
 * `AbortController` for realms that have none. Every call of this project takes its signal.
 *
 * @example
 * const controller = createAbortController();
 * page.onUnload = () => controller.abort();
 * await liveness.run({ signal: controller.signal });
 */
export function createAbortController(): MiniProgramAbortController {
  const { signal, abort } = createAbortSource();
  return { signal, abort };
}
