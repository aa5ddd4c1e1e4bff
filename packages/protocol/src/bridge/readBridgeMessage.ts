import type { TSchema } from '@sinclair/typebox';
import { Errors } from '@sinclair/typebox/errors';
import { Check, Clean } from '@sinclair/typebox/value';
import { BridgeEnvelopeSchema, type BridgeEnvelope } from './BridgeEnvelope.js';
import type { BridgeErrorCode } from './bridgeErrors.js';
import { MAX_BRIDGE_CONTROL_BYTES, MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';
import type { BridgeMessage } from './BridgeMessage.js';
import { BRIDGE_MESSAGES, type BridgeMessageName } from './bridgeMessages.js';
import { BRIDGE_PROTOCOL } from './bridgeVersion.js';
import { utf8Length } from './utf8Length.js';

/** What {@link readBridgeMessage} takes besides the text. */
export interface ReadBridgeMessageOptions {
  /** Who sent it: a page can't be told what only pages say. */
  readonly from: 'page' | 'host';
  /** @default MAX_BRIDGE_CONTROL_BYTES */
  readonly maxControlBytes?: number;
  /** @default MAX_BRIDGE_FRAME_BYTES */
  readonly maxFrameBytes?: number;
}

/** What became of a text. */
export type BridgeReading =
  | { readonly ok: true; readonly message: BridgeMessage }
  /** Not of this protocol at all: somebody else's, who shares the bridge. */
  | { readonly ok: false; readonly code: 'foreign' }
  /** `id` and `name` are there where the sender can be told which of its requests it was. */
  | {
      readonly ok: false;
      readonly code: BridgeErrorCode;
      readonly why: string;
      readonly request?: { readonly id: number; readonly name: string; readonly session: string };
    };

/**
 * Reads one message of unknown origin. Never throws, never evaluates, never keeps a field it does not know: what comes out
 * is built anew from what the schemas name, so that a `__proto__` in it reaches nobody.
 *
 * @example
 * const reading = readBridgeMessage(text, { from: 'host' });
 * if (reading.ok && reading.message.kind === 'frame') show(reading.message.payload);
 */
export function readBridgeMessage(
  text: string,
  {
    from,
    maxControlBytes = MAX_BRIDGE_CONTROL_BYTES,
    maxFrameBytes = MAX_BRIDGE_FRAME_BYTES,
  }: ReadBridgeMessageOptions,
): BridgeReading {
  // Before a byte is parsed. Every character is at least one byte.
  if (text.length > Math.max(maxControlBytes, maxFrameBytes)) return refuse('too_large', 'the message');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, code: 'foreign' };
  if ((value as { protocol?: unknown }).protocol !== BRIDGE_PROTOCOL) return { ok: false, code: 'foreign' };
  if (!Check(BridgeEnvelopeSchema, value))
    return refuse('bad_message', firstError(BridgeEnvelopeSchema, value));

  const envelope = value;
  const limit = envelope.kind === 'frame' ? maxFrameBytes : maxControlBytes;
  if (utf8Length(text) > limit) return refuse('too_large', `${envelope.name}: over ${limit} bytes`, envelope);
  if (!isKnownName(envelope.name)) return refuse('unsupported_capability', envelope.name, envelope);
  return readKnown(envelope, envelope.name, from);
}

const isKnownName = (name: string): name is BridgeMessageName =>
  Object.prototype.hasOwnProperty.call(BRIDGE_MESSAGES, name);

function readKnown(envelope: BridgeEnvelope, name: BridgeMessageName, from: 'page' | 'host'): BridgeReading {
  const entry = BRIDGE_MESSAGES[name];
  const { kind, replyTo, error } = envelope;
  const isAnswer = kind === 'reply';
  const mayBe = kind === entry.kind || ((isAnswer || kind === 'cancel') && entry.kind === 'request');
  if (!mayBe) return refuse('bad_message', `${name}: sent as ${kind}, it is a ${entry.kind}`, envelope);
  // A reply comes from the other side than its request.
  const asker = entry.from;
  const sender = asker === 'either' ? from : isAnswer ? (asker === 'page' ? 'host' : 'page') : asker;
  if (sender !== from) return refuse('bad_message', `${name}: a ${from} does not send this`, envelope);
  if ((isAnswer || kind === 'cancel') && replyTo === undefined)
    return refuse('bad_message', `${name}: a ${kind} says what it is to`, envelope);

  const head = {
    version: envelope.version,
    session: envelope.session,
    id: envelope.id,
    timeMs: envelope.timeMs,
    ...(envelope.token === undefined ? {} : { token: envelope.token }),
  };
  const answers = replyTo === undefined ? {} : { replyTo };
  if (kind === 'cancel') return read({ ...head, kind, name, ...answers });
  if (isAnswer && error !== undefined) {
    const { code, retryable, message, cause } = error;
    const told = {
      code,
      retryable,
      ...(message === undefined ? {} : { message }),
      ...(cause === undefined ? {} : { cause }),
    };
    return read({ ...head, kind, name, ...answers, error: told });
  }
  const schema: TSchema = isAnswer && entry.kind === 'request' ? entry.reply : entry.payload;
  const payload = Clean(schema, envelope.payload ?? {});
  if (!Check(schema, payload))
    return refuse('bad_message', `${name}: ${firstError(schema, payload)}`, envelope);
  return read({ ...head, kind, name, ...answers, payload });
}

/** The schemas have been checked; the compiler can't follow a table by name. */
const read = (message: object): BridgeReading => ({ ok: true, message: message as BridgeMessage });

function refuse(code: BridgeErrorCode, why: string, envelope?: BridgeEnvelope): BridgeReading {
  if (envelope?.kind !== 'request') return { ok: false, code, why };
  const { id, name, session } = envelope;
  return { ok: false, code, why, request: { id, name, session } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, or nested deeper than the engine's own reader goes.
    return null;
  }
}

function firstError(schema: TSchema, value: unknown): string {
  const first = Errors(schema, value).First();
  return `${first?.path.slice(1).replace(/\//g, '.') || 'message'}: ${first?.message ?? 'not as it should be'}`;
}
