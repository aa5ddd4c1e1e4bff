import type { ConsentRequest, HuotiError, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '../screen/ScreenEvent.js';

/** What a try tells the page around it, in order: `start`, `consent` where one was asked for, any number of `event`, and one end, by which the camera is off. */
export type TryMoment =
  | { readonly type: 'start'; readonly attempt: number }
  /** The person agreed: what is recorded of it. Not told where what they agreed to before still holds. */
  | { readonly type: 'consent'; readonly consent: ConsentRequest }
  | { readonly type: 'event'; readonly event: ScreenEvent }
  | { readonly type: 'result'; readonly result: LivenessResult }
  | { readonly type: 'outcome'; readonly outcome: SessionOutcome }
  | { readonly type: 'error'; readonly error: HuotiError }
  | { readonly type: 'cancel' };
