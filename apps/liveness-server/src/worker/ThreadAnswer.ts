import type { ErrorCode } from '@huoti/protocol';

/** What a judging thread gives back. An error crosses between threads without its code, so it is carried as data. */
export type ThreadAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly retryable: boolean };
