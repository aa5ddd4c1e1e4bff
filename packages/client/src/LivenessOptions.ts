import type { ConsentRequest } from '@huoti/protocol';
import type { LivenessHost } from './LivenessHost.js';
import type { LivenessServer } from './LivenessServer.js';

/** What {@link createLiveness} takes. */
export interface LivenessOptions {
  readonly host: LivenessHost;
  readonly server: LivenessServer;
  /**
   * What the person agreed to, after they chose: recorded by the server before the camera opens. Without one that
   * reaches what the session's policy sends, the run ends with CONSENT_REQUIRED (retryable: ask again) and the camera stays off. Left out
   * where the backend named a ground in law for the session.
   * @default null
   */
  readonly consent?: ConsentRequest | null;
}
