import type { HuotiError, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { DeclineCause, ScreenEvent } from '@huoti/ui';

let lastMoment = '';

/**
 * Says in the developer tools' console how a check goes and how it ended: what an operator's page would act on. There is nothing of a face
 * in it, and it goes nowhere.
 */
export const tellDeveloper = {
  /** Each phase, and that frames are judged in it. */
  event: (event: ScreenEvent): void => {
    if (event.type !== 'phase-change' && event.type !== 'frame-judged') return;
    const moment = event.type === 'phase-change' ? event.phase : event.type;
    if (moment === lastMoment) return;
    lastMoment = moment;
    console.info('huoti-moment', moment);
  },
  result: (result: LivenessResult): void => console.info('huoti', JSON.stringify({ result })),
  outcome: (outcome: SessionOutcome): void => console.info('huoti', JSON.stringify({ outcome })),
  error: ({ code, retryable, message }: HuotiError): void =>
    console.info('huoti', JSON.stringify({ error: { code, retryable, message } })),
  declined: (cause: DeclineCause): void => console.info('huoti', JSON.stringify({ declined: cause })),
  cancel: (): void => console.info('huoti', JSON.stringify({ cancelled: true })),
};
