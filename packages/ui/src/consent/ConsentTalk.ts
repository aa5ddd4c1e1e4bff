import type { Deployment } from '@huoti/privacy';
import { unlessAborted } from '../tries/unlessAborted.js';
import type { ConsentAsk, ConsentEnd } from './ConsentEnd.js';
import type { ConsentEvent } from './ConsentEvent.js';
import type { ConsentScreenSettings } from './ConsentSettings.js';
import type { ConsentState } from './ConsentState.js';
import { createConsentState } from './createConsentState.js';
import { reduceConsent } from './reduceConsent.js';

/** What a {@link ConsentTalk} asks of the host and the component around it. */
export interface ConsentTalkOptions {
  /** All but the time. */
  readonly settings: Omit<ConsentScreenSettings, 'atMs' | 'hasGuardianFlow'>;
  /** Wall clock, ms since 1970. */
  epochMs(): number;
  /** Takes a person to their guardian and comes back with the receipt of the guardian's consent; `null` without one. */
  readonly guardian?: () => Promise<string | null>;
  /** Fetches the deployment as it is now, once the server has said that the notice is another one by now. */
  readonly renew?: () => Promise<Deployment>;
  /** Something to draw has changed. */
  changed(): void;
}

/**
 * The asking itself: holds the pages' state from the first page to the person's answer, and for a further try what they answered. Between
 * askings it holds no timer and no listener.
 *
 * @example
 * const talk = new ConsentTalk({ settings: { deployment, level: 'none', languages }, epochMs: Date.now, changed: draw });
 * const end = await talk.ask({ why: 'first', signal });
 */
export class ConsentTalk {
  /** What to draw; `null` while nothing is asked. */
  state: ConsentState | null = null;
  private readonly options: ConsentTalkOptions;
  private agreed: ConsentState | null = null;
  private answered: (end: ConsentEnd) => void = () => undefined;
  private guardianTurn = 0;

  constructor(options: ConsentTalkOptions) {
    this.options = options;
  }

  /**
   * Asks the person, page by page, until they answered. A person who declined is left on that page.
   *
   * @throws HuotiError ABORTED; INVALID_ARGUMENT for settings that no notice can be made of
   */
  async ask({ why, signal }: ConsentAsk): Promise<ConsentEnd> {
    const before = this.state;
    const answer = new Promise<ConsentEnd>((resolve) => (this.answered = resolve));
    try {
      const { settings, guardian, epochMs } = this.options;
      if (why === 'reopened' && before !== null) {
        this.show(reduceConsent(before, { type: 'notice-reopen' }));
      } else if ((why === 'again' || why === 'outdated') && this.agreed !== null) {
        const { agreed } = this;
        const deployment = why === 'outdated' ? await unlessAborted(this.renewed(), signal) : undefined;
        const event: ConsentEvent = { type: 'consent-required', atMs: epochMs() };
        const next = reduceConsent(agreed, deployment === undefined ? event : { ...event, deployment });
        if (next !== agreed) this.show(next);
        else if (why === 'outdated') return { kind: 'unchanged' };
        else return { kind: 'agreed', request: agreed.request, asked: false };
      } else if (why === 'outdated') {
        return { kind: 'unchanged' };
      } else {
        const fresh = createConsentState({
          ...settings,
          hasGuardianFlow: guardian !== undefined,
          atMs: epochMs(),
        });
        // Letters stay as they were at this screen; a voice begins only for whoever asks for it.
        const { largeText } = before ?? this.agreed ?? fresh;
        this.agreed = null;
        this.show({ ...fresh, largeText });
      }
      return await unlessAborted(answer, signal);
    } catch (error) {
      this.agreed = null;
      this.close();
      throw error;
    } finally {
      this.answered = () => undefined;
    }
  }

  /** What the person does; nothing happens where nothing is asked. */
  dispatch(event: ConsentEvent): void {
    if (this.state === null) return;
    const wasPending = this.state.guardianPending;
    this.show(reduceConsent(this.state, event));
    if (event.type === 'guardian-start' && !wasPending && this.state.guardianPending) void this.askGuardian();
  }

  /** Takes the pages away. */
  close(): void {
    if (this.state === null) return;
    this.state = null;
    this.options.changed();
  }

  private show(next: ConsentState): void {
    if (next === this.state && next.page !== 'declined') return;
    this.state = next;
    if (next.page === 'agreed') {
      this.agreed = next;
      this.state = null;
      this.answered({ kind: 'agreed', request: next.request, asked: true });
    } else if (next.page === 'declined') {
      this.agreed = null;
      this.answered({ kind: 'declined', cause: next.declined ?? 'choice' });
    }
    this.options.changed();
  }

  private async askGuardian(): Promise<void> {
    const turn = (this.guardianTurn += 1);
    // A flow that breaks got no consent: the page says so, and the other ways stay.
    const receiptId = (await this.options.guardian?.().catch(() => null)) ?? null;
    // Whoever left that page and began anew is answered by the newer flow alone.
    if (turn === this.guardianTurn) this.dispatch({ type: 'guardian-end', receiptId });
  }

  private async renewed(): Promise<Deployment | undefined> {
    return this.options.renew?.().catch(() => undefined);
  }
}
