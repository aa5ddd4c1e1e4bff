import { HuotiError, isHuotiError } from '@huoti/protocol';
import { createScreenState, reduceScreen, type ScreenEvent, type ScreenState } from '@huoti/ui';
import { createPicture, type Picture } from './createPicture.js';
import { foldError } from './foldError.js';
import type { HuotiLivenessEventMap } from './HuotiLivenessEventMap.js';
import { runTry } from './runTry.js';
import type { SessionRequest, TrySession } from './SessionBuilder.js';
import { vibrate } from './vibrate.js';

/** How often hints, countdown and spoken texts move on while a try runs, in ms. */
const TICK_MS = 200;

/** What a {@link TryController} asks of the element around it. */
export interface TryHost {
  wantsHaptics(): boolean;
  /** Whether a person has another way. */
  hasAlternative(): boolean;
  light(): SessionRequest['light'];
  build(request: SessionRequest): TrySession | Promise<TrySession>;
  emit<K extends keyof HuotiLivenessEventMap>(type: K, detail: HuotiLivenessEventMap[K]['detail']): void;
  /** Something to draw has changed. */
  changed(): void;
}

/** One try after another: start, events, end. Between tries it holds no timer, listener or stream. */
export class TryController {
  screen: ScreenState = createScreenState();
  /** Cancel was pressed, and the camera is being closed. */
  cancelling = false;
  pictureShown = false;
  picture: Picture | null = null;
  private readonly host: TryHost;
  private abort: AbortController | null = null;
  private running: Promise<void> | null = null;
  private attempt = 0;

  constructor(host: TryHost) {
    this.host = host;
  }

  /** Begins a try; while one runs it gives that one. Resolves when nothing runs any more; never rejects. */
  start(): Promise<void> {
    if (this.running !== null) return this.running;
    const abort = new AbortController();
    this.abort = abort;
    this.running = this.perform(abort.signal).finally(() => {
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

  private async perform(signal: AbortSignal): Promise<void> {
    const { host } = this;
    const attempt = (this.attempt += 1);
    const picture = (this.picture ??= createPicture((shown) => {
      this.pictureShown = shown;
      host.changed();
    }));
    const ticking = setInterval(() => this.apply({ type: 'screen-tick' }), TICK_MS);
    try {
      host.emit('huoti-start', { attempt });
      this.apply({ type: 'screen-start' });
      if (!host.hasAlternative()) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          'set the property `alternative` or fill the slot `alternative`: a person must have another way',
        );
      }
      const result = await runTry({
        build: () =>
          host.build({ signal, attempt, watch: (source) => picture.watch(source), light: host.light() }),
        signal,
        onEvent: (event) => {
          host.emit('huoti-event', event);
          // The end is drawn when it has been reached: the camera is off by then.
          if (event.type !== 'session-end' && event.type !== 'session-outcome') this.apply(event);
        },
      });
      if ('sessionId' in result) {
        this.apply({ type: 'session-outcome', outcome: result });
        host.emit('huoti-outcome', result);
      } else {
        this.apply({ type: 'session-end', atMs: performance.now(), result });
        host.emit('huoti-result', result);
      }
    } catch (thrown) {
      const error = foldError(thrown);
      if (signal.aborted && isHuotiError(error, 'ABORTED')) {
        this.apply({ type: 'screen-cancel' });
        host.emit('huoti-cancel', null);
      } else {
        this.apply({ type: 'screen-error', code: error.code, retryable: error.retryable });
        host.emit('huoti-error', error);
      }
    } finally {
      clearInterval(ticking);
      // A light that was not closed, by whatever fault, does not outlast its try.
      host.light().surface.paint(null);
      picture.clear();
    }
  }

  private apply(event: ScreenEvent): void {
    const before = this.screen;
    this.screen = reduceScreen(before, event, performance.now());
    if (this.screen === before) return;
    const { cue, kind, promptKey } = this.screen;
    if (this.host.wantsHaptics() && cue !== null && cue.id !== before.cue?.id) vibrate(cue.haptic);
    if (kind !== before.kind || promptKey !== before.promptKey) this.host.emit('huoti-phase', this.screen);
    this.host.changed();
  }
}
