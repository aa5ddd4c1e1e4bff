import { TryController, type Cue, type TryHost, type TryMoment } from '@huoti/ui';
import { createTicks } from '../host/createTicks.js';
import { every } from '../host/timers.js';
import { createAbort } from './createAbort.js';
import type { SessionRequest, TrySession } from './SessionBuilder.js';
import type { TryEvents } from './TryEvents.js';

/** What {@link createTries} asks of the component around it. */
export interface TriesHost {
  /** As they are now: a component's callbacks change from one drawing to the next. */
  events(): TryEvents;
  light(): SessionRequest['light'];
  /** What is asked before anything happens. */
  consent: NonNullable<TryHost['consent']>;
  build(request: SessionRequest): TrySession | Promise<TrySession>;
  feel(haptic: Cue['haptic']): void;
  /** Something to draw has changed. */
  changed(): void;
}

const MISSING_ALTERNATIVE = 'give <HuotiLiveness> `onAlternative`: a person must have another way';

/** Calls the page's callback for a moment. */
function pass(events: TryEvents, moment: TryMoment): void {
  switch (moment.type) {
    case 'start':
      return events.onStart?.(moment.attempt);
    case 'consent':
      return events.onConsent?.(moment.consent);
    case 'event':
      return events.onEvent?.(moment.event);
    case 'result':
      return events.onResult?.(moment.result);
    case 'outcome':
      return events.onOutcome?.(moment.outcome);
    case 'error':
      return events.onError?.(moment.error);
    case 'cancel':
      return events.onCancel?.();
  }
}

/** The tries of `@huoti/ui` in a mini-program: its timers, its light and its callbacks. */
export function createTries(host: TriesHost): TryController {
  return new TryController({
    createAbort,
    nowMs: createTicks(),
    every,
    missingAlternative: () =>
      typeof host.events().onAlternative === 'function' ? null : MISSING_ALTERNATIVE,
    consent: host.consent,
    build: (request) => host.build({ ...request, light: host.light() }),
    // A fault in the page's own code is the page's: it comes up as an unhandled rejection there, and ends no try.
    tell: (moment) => void Promise.resolve().then(() => pass(host.events(), moment)),
    changed: ({ cue }, before) => {
      if (cue !== null && cue.id !== before.cue?.id) host.feel(cue.haptic);
      host.changed();
    },
    // A light that was not closed, by whatever fault, does not outlast its try.
    over: () => void host.light().surface.paint(null),
  });
}
