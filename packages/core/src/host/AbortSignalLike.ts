/**
 * The part of `AbortSignal` that the engine uses. Declared structurally, since mini-programs may lack the global one.
 * A real `AbortSignal` fits as it is.
 */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
