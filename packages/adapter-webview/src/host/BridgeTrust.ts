import { HuotiError } from '@huoti/protocol';
import type { BridgeSender } from './BridgeHostTransport.js';

/**
 * Whom an app answers: the main frame of its listed origins, by the platform's word. Where the platform has none
 * (`addJavascriptInterface`, react-native-webview), whoever knows the token that the app handed to the main frame of its own
 * page, anew with each load.
 */
export type BridgeTrust =
  | { readonly kind: 'origins'; readonly origins: readonly string[] }
  | { readonly kind: 'token'; token(): string | null };

/** What became of a sender. */
export type SenderVerdict =
  /** It is answered. */
  | 'trusted'
  /** The view's own page, and of no listed origin: it is told so, and nothing else. */
  | 'refused'
  /** A frame inside of it, or who knows who: an answer would reach somebody else. */
  | 'dropped';

/** Scheme, host and port, and nothing after them: no pattern, no `null`. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(:\d{1,5})?$/;
/** As the envelope has it. */
const TOKEN = /^[A-Za-z0-9_-]{22,128}$/;

/**
 * Checks the rule itself, once.
 *
 * @throws HuotiError INVALID_ARGUMENT for an origin that is not exact, or none at all
 */
export function requireBridgeTrust(trust: BridgeTrust): void {
  if (trust.kind === 'token') return;
  const wrong = trust.origins.find((origin) => !ORIGIN.test(origin));
  if (trust.origins.length > 0 && wrong === undefined) return;
  throw new HuotiError(
    'INVALID_ARGUMENT',
    `trust.origins: exact ones such as https://bank.example, got ${wrong?.slice(0, 100) ?? 'none'}`,
  );
}

/** In a time that does not say where two words of one length differ. */
function isSame(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < expected.length; at++)
    difference |= expected.charCodeAt(at) ^ given.charCodeAt(at % Math.max(1, given.length));
  return difference === 0;
}

/**
 * Whether the sender of one message is answered; asked for every message.
 *
 * @example judgeSender({ kind: 'origins', origins: ['https://bank.example'] }, { origin, isMainFrame: true }, undefined)
 */
export function judgeSender(
  trust: BridgeTrust,
  sender: BridgeSender | undefined,
  token: string | undefined,
): SenderVerdict {
  // What the platform does know counts beside a token too.
  if (sender?.isMainFrame === false) return 'dropped';
  if (trust.kind === 'token') {
    const expected = trust.token();
    return expected !== null && TOKEN.test(expected) && isSame(expected, token ?? '') ? 'trusted' : 'dropped';
  }
  if (sender?.isMainFrame !== true) return 'dropped';
  return sender.origin !== null && trust.origins.includes(sender.origin) ? 'trusted' : 'refused';
}
