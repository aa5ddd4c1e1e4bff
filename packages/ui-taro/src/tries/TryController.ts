import { HuotiError, isHuotiError } from '@huoti/protocol';
import { createScreenState, reduceScreen, type Cue, type ScreenEvent, type ScreenState } from '@huoti/ui';
import { createTicks } from '../host/createTicks.js';
import { every } from '../host/timers.js';
import { createAbort, type Abort } from './createAbort.js';
import { foldError } from './foldError.js';
import { runTry } from './runTry.js';
import type { SessionRequest, TrySession } from './SessionBuilder.js';
import type { TryEvents } from './TryEvents.js';

/** How often hints, countdown and spoken texts move on while a try runs, in ms. */
const TICK_MS = 200;

/** What a {@link TryController} asks of the component around it. */
export interface TryHost {
  /** As they are now: a component's callbacks change from one drawing to the next. */
  events(): TryEvents;
  light(): SessionRequest['light'];
  build(request: SessionRequest): TrySession | Promise<TrySession>;
  feel(haptic: Cue['haptic']): void;
  /** Something to draw has changed. */
  changed(): void;
}

/** A fault in the page's own code is the page's: it comes up as an unhandled rejection there, and ends no try. */
const tell = (call: () => void): void => void Promise.resolve().then(call);

/** One try after another: start, events, end. Between tries it holds no timer and no listener. */
export class TryController {
  screen: ScreenState = createScreenState();
  /** Cancel was pressed, and the camera is being closed. */
  cancelling = false;
  private readonly host: TryHost;
  private readonly nowMs = createTicks();
  private abort: Abort | null = null;
  private running: Promise<void> | null = null;
  private attempt = 0;

  constructor(host: TryHost) {
    this.host = host;
  }

  /** Begins a try; while one runs it gives that one. Resolves when nothing runs any more; never rejects. */
  start(): Promise<void> {
    if (this.running !== null) return this.running;
    const abort = createAbort();
    this.abort = abort;
    this.running = this.perform(abort.signal).then(() => {
      this.abort = null;
      this.running = null;
      this.cancelling = false;
      this.host.changed();
    });
    return this.running;
  }

  /** Ends the try that runs, if any; resolves when the camera is off. */
  cancel(): Promise<void> {
    const { running, abort } = this;
    if (running === null || abort === null) return Promise.resolve();
    this.cancelling = true;
    abort.abort();
    this.host.changed();
    return running;
  }

  private async perform(signal: Abort['signal']): Promise<void> {
    const { host } = this;
    const attempt = (this.attempt += 1);
    const stopTicking = every(TICK_MS, () => this.apply({ type: 'screen-tick' }));
    try {
      tell(() => host.events().onStart?.(attempt));
      this.apply({ type: 'screen-start' });
      if (typeof host.events().onAlternative !== 'function') {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          'give <HuotiLiveness> `onAlternative`: a person must have another way',
        );
      }
      const result = await runTry({
        build: () => host.build({ signal, attempt, light: host.light() }),
        signal,
        onEvent: (event) => {
          tell(() => host.events().onEvent?.(event));
          // The end is drawn when it has been reached: the camera is off by then.
          if (event.type !== 'session-end' && event.type !== 'session-outcome') this.apply(event);
        },
      });
      if ('sessionId' in result) {
        this.apply({ type: 'session-outcome', outcome: result });
        tell(() => host.events().onOutcome?.(result));
      } else {
        this.apply({ type: 'session-end', atMs: this.nowMs(), result });
        tell(() => host.events().onResult?.(result));
      }
    } catch (thrown) {
      const error = foldError(thrown);
      if (signal.aborted && isHuotiError(error, 'ABORTED')) {
        this.apply({ type: 'screen-cancel' });
        tell(() => host.events().onCancel?.());
      } else {
        this.apply({ type: 'screen-error', code: error.code, retryable: error.retryable });
        tell(() => host.events().onError?.(error));
      }
    } finally {
      stopTicking();
      // A light that was not closed, by whatever fault, does not outlast its try.
      void host.light().surface.paint(null);
    }
  }

  private apply(event: ScreenEvent): void {
    const before = this.screen;
    this.screen = reduceScreen(before, event, this.nowMs());
    const { cue } = this.screen;
    if (cue !== null && cue.id !== before.cue?.id) this.host.feel(cue.haptic);
    this.host.changed();
  }
}
