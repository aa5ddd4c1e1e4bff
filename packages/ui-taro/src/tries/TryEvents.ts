import type { ConsentRequest, HuotiError, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent, ScreenKind } from '@huoti/ui';

/** What a try tells the page. */
export interface TryEvents {
  /** A try begins: the first at 1. Nothing has been asked of the camera or the network before. */
  onStart?: ((attempt: number) => void) | undefined;
  /** The person agreed, as your records have it. Not told where what they agreed to before still holds. */
  onConsent?: ((consent: ConsentRequest) => void) | undefined;
  /** Each event of the running session, as it comes. */
  onEvent?: ((event: ScreenEvent) => void) | undefined;
  /** The try ended with a result: completed, or failed with its reason, `DECLINED` among them. The camera is off. */
  onResult?: ((result: LivenessResult) => void) | undefined;
  /** The try with a server ended: what a client may know of it. Your backend fetches the verdict. The camera is off. */
  onOutcome?: ((outcome: SessionOutcome) => void) | undefined;
  /** The try broke. The camera is off. */
  onError?: ((error: HuotiError) => void) | undefined;
  /** The person or the page stopped the try. The camera is off. */
  onCancel?: (() => void) | undefined;
  /** The person chose the other way. The camera is off. Required: a person must have another way. */
  onAlternative: (from: ScreenKind) => void;
}
