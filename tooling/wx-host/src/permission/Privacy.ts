import type { Realm } from '../realm/Realm.js';
import { CallFailure } from '../api/CallFailure.js';
import type { PrivacyScript } from './PrivacyScript.js';

/** The platform's privacy agreement: before it is given, what touches the camera fails or waits for it. */
export class Privacy {
  /** The mini-program's own window, `onNeedPrivacyAuthorization`. */
  listener: unknown = null;
  /** How often the user was asked, by the platform's window or the mini-program's. */
  asked = 0;
  #waiting: ((agreed: boolean) => void)[] = [];
  /** Ids of `agreePrivacyAuthorization` buttons that were tapped. */
  readonly #tapped = new Set<string>();

  /** @param script may be changed at any time */
  constructor(
    readonly script: PrivacyScript,
    private readonly realm: Realm,
  ) {}

  /** Resolves to `null` where the camera may be touched, else to the refusal. */
  async ask(referrer: string): Promise<CallFailure | null> {
    if (!this.script.declared) {
      return new CallFailure('api scope is not declared in the privacy agreement', { errno: 112 });
    }
    if (!this.script.needed) return null;
    if (typeof this.listener !== 'function') {
      this.asked += 1;
      if (this.script.answer === 'agree') this.script.needed = false;
      return this.script.needed ? refusal() : null;
    }
    const agreed = await new Promise<boolean>((resolve) => {
      this.#waiting.push(resolve);
      // One window for all that wait, as the platform does.
      if (this.#waiting.length === 1) {
        this.asked += 1;
        const answer = (given: unknown): void => this.#resolve(given);
        this.realm.call(this.listener, undefined, answer, { referrer });
      }
    });
    return agreed ? null : refusal();
  }

  /** A button with `open-type="agreePrivacyAuthorization"` was tapped. */
  tapAgree(buttonId: string): void {
    this.#tapped.add(buttonId);
    // A button alone agrees too, where no question is open.
    if (this.#waiting.length === 0) this.script.needed = false;
  }

  #resolve(given: unknown): void {
    const { event, buttonId } = (given ?? {}) as { event?: string; buttonId?: string };
    if (event === 'exposureAuthorization') return;
    const agreed = event === 'agree' && this.#tapped.has(buttonId ?? '');
    if (agreed) this.script.needed = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(agreed);
  }
}

const refusal = (): CallFailure => new CallFailure('privacy permission is not authorized', { errno: 104 });
