import type { LivenessResult } from '@huoti/protocol';

/** How a check ended, as the page told a developer in the console. */
export type CheckEnd =
  | { readonly result: LivenessResult }
  | { readonly error: { readonly code: string; readonly retryable: boolean; readonly message: string } }
  | { readonly cancelled: true };
