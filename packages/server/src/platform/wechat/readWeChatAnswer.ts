import type { PlatformHttpAnswer } from '../../ports/PlatformHttp.js';
import type { PlatformUnavailable } from '../../ports/PlatformVerifier.js';

/** An answer's fields, none of them judged. */
export type WeChatFields = Readonly<Record<string, unknown>>;

/** The platform can't be used now, and why. */
export const unavailable = (why: string): PlatformUnavailable => ({ kind: 'unavailable', why });

/** The JSON object of an answer: WeChat answers 200 for everything that it understood. */
export function readWeChatAnswer(
  answer: PlatformHttpAnswer,
): { readonly kind: 'read'; readonly fields: WeChatFields } | PlatformUnavailable {
  if (answer.kind === 'failed') return unavailable(answer.why);
  if (answer.status !== 200) return unavailable(`status ${String(answer.status)}`);
  try {
    const value: unknown = JSON.parse(answer.text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { kind: 'read', fields: value as WeChatFields };
    }
  } catch {
    // Named below: what was sent instead is nobody's business.
  }
  return unavailable('the answer is no JSON object');
}

/** A field that is a whole number; `null` otherwise. */
export function wholeNumber(fields: WeChatFields, name: string): number | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** A field that is text of printable ASCII, so many characters at most; `null` otherwise. */
export function shortText(fields: WeChatFields, name: string, most: number): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && value.length <= most && /^[\x21-\x7e]+$/.test(value) ? value : null;
}
