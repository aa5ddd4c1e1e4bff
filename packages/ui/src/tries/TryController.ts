import type { AbortSignalLike } from '@huoti/core';
import {
  HuotiError,
  isHuotiError,
  type ConsentRequest,
  type LivenessResult,
  type SessionOutcome,
  type SessionPolicy,
} from '@huoti/protocol';
import type { ConsentAsk, ConsentEnd } from '../consent/ConsentEnd.js';
import { declinedResult } from '../consent/declinedResult.js';
import { reduceScreen } from '../screen/reduceScreen.js';
import type { ScreenEvent } from '../screen/ScreenEvent.js';
import { createScreenState, type ScreenState } from '../screen/ScreenState.js';
import { foldError } from './foldError.js';
import type { RunnableSession } from './RunnableSession.js';
import { runTry } from './runTry.js';
import type { TryMoment } from './TryMoment.js';

/** How often hints, countdown and spoken texts move on while a try runs, in ms. */
const TICK_MS = 200;

/** What a {@link TryController} asks of the host and the component around it. */
export interface TryHost<Signal extends AbortSignalLike = AbortSignalLike> {
  createAbort(): { readonly signal: Signal; abort(): void };
  /** Steady time in ms. */
  nowMs(): number;
  /** Calls `tick` every `intervalMs` ms until the returned function is called. */
  every(intervalMs: number, tick: () => void): () => void;
  /** What is wrong where a person has no other way, for the developer; `null` where there is one. */
  missingAlternative(): string | null;
  /**
   * Asks the person before anything happens; left out, or `null`, where the page asks by itself. A ConsentTalk does it; `policy` is of the
   * check that a person may decline.
   */
  consent?(): {
    ask(request: ConsentAsk): Promise<ConsentEnd>;
    readonly policy: SessionPolicy;
  } | null;
  /** Makes the session of one try; `attempt` counts from 1. `consent` is what the person agreed to, where they were asked. */
  build(request: {
    readonly signal: Signal;
    readonly attempt: number;
    readonly consent: ConsentRequest | null;
  }): RunnableSession<Signal> | Promise<RunnableSession<Signal>>;
  tell(moment: TryMoment): void;
  /** Something to draw has changed; `before` is the screen of the last time, the same one where only the try has. */
  changed(screen: ScreenState, before: ScreenState): void;
  /** A try is over, however it ended: what it had lit or shown is put out. */
  over(): void;
}

/**
 * One try after another: start, events, end. Between tries it holds no timer and no listener. What a host draws and whom it tells is the
 * host's.
 *
 * @example
 * const tries = new TryController({ ...host, build: (request) => createSession(request), changed: draw });
 * await tries.start();
 */
export class TryController<Signal extends AbortSignalLike = AbortSignalLike> {
  screen: ScreenState = createScreenState();
  /** Cancel was pressed, and the camera is being closed. */
  cancelling = false;
  private readonly host: TryHost<Signal>;
  private abort: { readonly signal: Signal; abort(): void } | null = null;
  private running: Promise<void> | null = null;
  private attempt = 0;
  /** The last try failed, and one more goes on from what was agreed to. */
  private goesOn = false;

  constructor(host: TryHost<Signal>) {
    this.host = host;
  }

  /**
   * Begins a try; while one runs it gives that one. Resolves when nothing runs any more; never rejects.
   *
   * @param why `again` after a try that failed: then what the person agreed to still holds; `reopened` where a person who declined wants to
   * read it again
   */
  start(why: 'first' | 'again' | 'reopened' = 'first'): Promise<void> {
    if (this.running !== null) return this.running;
    const abort = this.host.createAbort();
    this.abort = abort;
    const asking = why === 'again' && !this.goesOn ? 'first' : why;
    this.goesOn = false;
    this.running = this.perform(abort.signal, asking).then(() => {
      this.abort = null;
      this.running = null;
      this.cancelling = false;
      this.host.changed(this.screen, this.screen);
    });
    return this.running;
  }

  /** Ends the try that runs, if any; resolves when the camera is off. */
  cancel(): Promise<void> {
    const { running, abort } = this;
    if (running === null || abort === null) return Promise.resolve();
    this.cancelling = true;
    abort.abort();
    this.host.changed(this.screen, this.screen);
    return running;
  }

  private async perform(signal: Signal, why: ConsentAsk['why']): Promise<void> {
    const { host } = this;
    const attempt = (this.attempt += 1);
    try {
      host.tell({ type: 'start', attempt });
      const missing = host.missingAlternative();
      if (missing !== null) throw new HuotiError('INVALID_ARGUMENT', missing);
      const end = await this.askAndRun(signal, attempt, why);
      this.goesOn = end.status === 'failed' && end.reason !== 'DECLINED';
      if ('sessionId' in end) {
        this.apply({ type: 'session-outcome', outcome: end });
        host.tell({ type: 'outcome', outcome: end });
      } else {
        this.apply({ type: 'session-end', atMs: host.nowMs(), result: end });
        host.tell({ type: 'result', result: end });
      }
    } catch (thrown) {
      const error = foldError(thrown);
      if (signal.aborted && isHuotiError(error, 'ABORTED')) {
        this.apply({ type: 'screen-cancel' });
        host.tell({ type: 'cancel' });
      } else {
        this.goesOn = error.code !== 'CONSENT_REQUIRED';
        this.apply({ type: 'screen-error', code: error.code, retryable: error.retryable });
        host.tell({ type: 'error', error });
      }
    } finally {
      host.over();
    }
  }

  /** Asks first, where there is something to ask. A consent that the server finds outdated is asked for once more, and no further. */
  private async askAndRun(
    signal: Signal,
    attempt: number,
    why: ConsentAsk['why'],
  ): Promise<LivenessResult | SessionOutcome> {
    const asking = this.host.consent?.() ?? null;
    if (asking === null) return this.runWith(signal, attempt, null);
    const first = await this.ask(asking, { signal, why });
    if (first.kind === 'declined') return declinedResult({ policy: asking.policy, cause: first.cause });
    try {
      return await this.runWith(signal, attempt, first.kind === 'agreed' ? first.request : null);
    } catch (error) {
      if (!isHuotiError(error, 'CONSENT_REQUIRED')) throw error;
      const second = await this.ask(asking, { signal, why: 'outdated' });
      if (second.kind === 'unchanged') throw error;
      if (second.kind === 'declined') return declinedResult({ policy: asking.policy, cause: second.cause });
      return this.runWith(signal, attempt, second.request);
    }
  }

  private async ask(
    asking: NonNullable<ReturnType<NonNullable<TryHost['consent']>>>,
    request: ConsentAsk,
  ): Promise<ConsentEnd> {
    const before = this.screen;
    this.screen = createScreenState(this.host.nowMs());
    this.host.changed(this.screen, before);
    const end = await asking.ask(request);
    if (end.kind === 'agreed' && end.asked && end.request !== null) {
      this.host.tell({ type: 'consent', consent: end.request });
    }
    return end;
  }

  private async runWith(
    signal: Signal,
    attempt: number,
    consent: ConsentRequest | null,
  ): Promise<LivenessResult | SessionOutcome> {
    const { host } = this;
    const stopTicking = host.every(TICK_MS, () => this.apply({ type: 'screen-tick' }));
    try {
      this.apply({ type: 'screen-start' });
      return await runTry({
        build: () => host.build({ signal, attempt, consent }),
        signal,
        onEvent: (event) => {
          host.tell({ type: 'event', event });
          // The end is drawn when it has been reached: the camera is off by then.
          if (event.type !== 'session-end' && event.type !== 'session-outcome') this.apply(event);
        },
      });
    } finally {
      stopTicking();
    }
  }

  private apply(event: ScreenEvent): void {
    const before = this.screen;
    this.screen = reduceScreen(before, event, this.host.nowMs());
    if (this.screen !== before) this.host.changed(this.screen, before);
  }
}
