import { TryController as Tries, type ScreenState, type TryHost as Asks, type TryMoment } from '@huoti/ui';
import { createPicture, type Picture } from './createPicture.js';
import type { HuotiLivenessEventMap } from './HuotiLivenessEventMap.js';
import type { SessionRequest, TrySession } from './SessionBuilder.js';
import { vibrate } from './vibrate.js';

/** What a {@link TryController} asks of the element around it. */
export interface TryHost {
  wantsHaptics(): boolean;
  /** Whether a person has another way. */
  hasAlternative(): boolean;
  light(): SessionRequest['light'];
  /** What asks the person first; `null` where the page does. */
  consent(): ReturnType<NonNullable<Asks['consent']>>;
  build(request: SessionRequest): TrySession | Promise<TrySession>;
  emit<K extends keyof HuotiLivenessEventMap>(type: K, detail: HuotiLivenessEventMap[K]['detail']): void;
  /** Something to draw has changed. */
  changed(): void;
}

const MISSING_ALTERNATIVE =
  'set the property `alternative` or fill the slot `alternative`: a person must have another way';

/** One try after another in a browser: the tries of `@huoti/ui` with the page's picture, light and events. */
export class TryController {
  pictureShown = false;
  picture: Picture | null = null;
  private readonly host: TryHost;
  private readonly tries: Tries<AbortSignal>;

  constructor(host: TryHost) {
    this.host = host;
    this.tries = new Tries<AbortSignal>({
      createAbort: () => new AbortController(),
      nowMs: () => performance.now(),
      every: (intervalMs, tick) => {
        const timer = setInterval(tick, intervalMs);
        return () => clearInterval(timer);
      },
      missingAlternative: () => (host.hasAlternative() ? null : MISSING_ALTERNATIVE),
      consent: () => host.consent(),
      build: (request) => {
        const picture = this.ownPicture();
        return host.build({
          ...request,
          watch: (source) => picture.watch(source),
          light: host.light(),
        });
      },
      tell: (moment) => this.tell(moment),
      changed: (screen, before) => this.drawn(screen, before),
      over: () => {
        // A light that was not closed, by whatever fault, does not outlast its try.
        host.light().surface.paint(null);
        this.picture?.clear();
      },
    });
  }

  get screen(): ScreenState {
    return this.tries.screen;
  }

  /** Cancel was pressed, and the camera is being closed. */
  get cancelling(): boolean {
    return this.tries.cancelling;
  }

  /** Begins a try; while one runs it gives that one. Resolves when nothing runs any more; never rejects. */
  start(why: 'first' | 'again' | 'reopened' = 'first'): Promise<void> {
    return this.tries.start(why);
  }

  /** Ends the try that runs, if any; resolves when the camera is off. */
  cancel(): Promise<void> {
    return this.tries.cancel();
  }

  private ownPicture(): Picture {
    this.picture ??= createPicture((shown) => {
      this.pictureShown = shown;
      this.host.changed();
    });
    return this.picture;
  }

  private tell(moment: TryMoment): void {
    const { host } = this;
    switch (moment.type) {
      case 'start':
        return host.emit('huoti-start', { attempt: moment.attempt });
      case 'consent':
        return host.emit('huoti-consent', moment.consent);
      case 'event':
        return host.emit('huoti-event', moment.event);
      case 'result':
        return host.emit('huoti-result', moment.result);
      case 'outcome':
        return host.emit('huoti-outcome', moment.outcome);
      case 'error':
        return host.emit('huoti-error', moment.error);
      case 'cancel':
        return host.emit('huoti-cancel', null);
    }
  }

  private drawn(screen: ScreenState, before: ScreenState): void {
    const { cue, kind, promptKey } = screen;
    if (this.host.wantsHaptics() && cue !== null && cue.id !== before.cue?.id) vibrate(cue.haptic);
    if (kind !== before.kind || promptKey !== before.promptKey) this.host.emit('huoti-phase', screen);
    this.host.changed();
  }
}
