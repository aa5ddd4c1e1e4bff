import type { ConsentRequest, HuotiError, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent, ScreenKind, ScreenState } from '@huoti/ui';

/** What `<huoti-liveness>` tells the page. All of them bubble and cross shadow roots; none can be cancelled. */
export interface HuotiLivenessEventMap {
  /** A try begins: the first at 1. Nothing has been asked of the camera or the network before. */
  'huoti-start': CustomEvent<{ readonly attempt: number }>;
  /**
   * The person agreed on the element's own pages: what the server records of it. Not told for a further try to which the same consent
   * holds, nor where a legal ground stands in its place.
   */
  'huoti-consent': CustomEvent<ConsentRequest>;
  /** Each event of the running session, as it comes. */
  'huoti-event': CustomEvent<ScreenEvent>;
  /** The person sees another screen or another prompt. */
  'huoti-phase': CustomEvent<ScreenState>;
  /**
   * The try ended with a result: completed, or failed with its reason. The camera is off. DECLINED is whoever refused on the consent's pages:
   * no camera was opened, and its nonce is empty.
   */
  'huoti-result': CustomEvent<LivenessResult>;
  /** The try with a server ended: what a client may know of it. The verdict is fetched by your backend. The camera is off. */
  'huoti-outcome': CustomEvent<SessionOutcome>;
  /** The try broke. The camera is off. */
  'huoti-error': CustomEvent<HuotiError>;
  /** The person, the page or the element's removal stopped the try. The camera is off. */
  'huoti-cancel': CustomEvent<null>;
  /** The person chose the other way. The camera is off. */
  'huoti-alternative': CustomEvent<{ readonly from: ScreenKind }>;
}
