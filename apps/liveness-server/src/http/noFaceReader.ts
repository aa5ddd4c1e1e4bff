import type { Refusal } from '@huoti/server';

/** What a process answers that runs no models: faces are read by others. */
export function noFaceReader(): Refusal {
  return { code: 'UNAVAILABLE', detail: 'this process reads no faces; ask one that does', retryable: false };
}
