import type { TSchema } from '@sinclair/typebox';
import { Errors } from '@sinclair/typebox/errors';
import { Check } from '@sinclair/typebox/value';
import { BridgeEnvelopeSchema, type BridgeEnvelope } from './BridgeEnvelope.js';
import type { BridgeErrorCode } from './bridgeErrors.js';
import { MAX_BRIDGE_CONTROL_BYTES, MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';
import type { BridgeMessage } from './BridgeMessage.js';
import { BRIDGE_MESSAGES, type BridgeMessageName } from './bridgeMessages.js';
import { BRIDGE_PROTOCOL, BRIDGE_VERSIONS, chooseBridgeVersion } from './bridgeVersion.js';
import { keepKnown } from './keepKnown.js';
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
  /** `request` is there where the sender can be told which of its requests it was; `why` is one line of 300 characters at most. */
  | {
      readonly ok: false;
      readonly code: BridgeErrorCode;
      readonly why: string;
      readonly request?: RefusedRequest;
    };

/** Enough of a request to answer it. */
interface RefusedRequest {
  readonly id: number;
  readonly name: string;
  readonly session: string;
}

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
  // A host in plain script may hand over anything.
  if (typeof text !== 'string') return FOREIGN;
  // Before a byte is parsed. Every character is at least one byte.
  if (text.length > Math.max(maxControlBytes, maxFrameBytes)) return refuse('too_large', 'the message');
  const value = parse(text);
  if (!isOfThisProtocol(value)) return FOREIGN;
  const request = requestOf(value);
  if (!Check(BridgeEnvelopeSchema, value))
    return refuse('bad_message', firstError(BridgeEnvelopeSchema, value), request);

  const { kind, name, version } = value;
  const limit = kind === 'frame' ? maxFrameBytes : maxControlBytes;
  if (utf8Length(text) > limit) return refuse('too_large', `${name}: over ${limit} bytes`, request);
  // The two sides agree on a version by hello and its reply: these are read in all of them, as far as they go.
  if (name !== 'hello' && !isSpoken(version))
    return refuse(
      'unsupported_version',
      `${version}: this side speaks ${BRIDGE_VERSIONS.join(', ')}`,
      request,
    );
  if (!isKnownName(name)) return refuse('unsupported_capability', name, request);
  return readKnown(value, name, from, request);
}

const FOREIGN: BridgeReading = { ok: false, code: 'foreign' };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, or nested deeper than the engine's own reader goes.
    return null;
  }
}

const isOfThisProtocol = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  (value as { protocol?: unknown }).protocol === BRIDGE_PROTOCOL;

/** What a refusal can be sent to, if the rest of the envelope is wrong. */
function requestOf(value: object): RefusedRequest | undefined {
  const { kind, id, name, session } = value as Readonly<Record<string, unknown>>;
  const field = BridgeEnvelopeSchema.properties;
  return kind === 'request' && Check(field.id, id) && Check(field.name, name) && Check(field.session, session)
    ? { id, name, session }
    : undefined;
}

const isSpoken = (version: string): boolean => chooseBridgeVersion(BRIDGE_VERSIONS, [version]) !== null;

const isKnownName = (name: string): name is BridgeMessageName =>
  Object.prototype.hasOwnProperty.call(BRIDGE_MESSAGES, name);

function readKnown(
  envelope: BridgeEnvelope,
  name: BridgeMessageName,
  from: 'page' | 'host',
  request: RefusedRequest | undefined,
): BridgeReading {
  const entry = BRIDGE_MESSAGES[name];
  const { kind, replyTo, error } = envelope;
  const isAnswer = kind === 'reply';
  const mayBe = kind === entry.kind || ((isAnswer || kind === 'cancel') && entry.kind === 'request');
  if (!mayBe) return refuse('bad_message', `${name}: sent as ${kind}, it is a ${entry.kind}`, request);
  // A reply comes from the other side than its request.
  const asker = entry.from;
  const sender = asker === 'either' ? from : isAnswer ? (asker === 'page' ? 'host' : 'page') : asker;
  if (sender !== from)
    return refuse('bad_message', `${name}: a ${from} does not send this as ${kind}`, request);

  const head = {
    version: envelope.version,
    session: envelope.session,
    id: envelope.id,
    timeMs: envelope.timeMs,
    ...(envelope.token === undefined ? {} : { token: envelope.token }),
  };
  const about = { kind, name };
  if (kind === 'cancel' || isAnswer) {
    if (replyTo === undefined)
      return refuse('bad_message', `${name}: a ${kind} names its request in replyTo`);
    if (kind === 'cancel') return read({ ...head, ...about, replyTo });
    if (error !== undefined)
      return read({
        ...head,
        ...about,
        replyTo,
        error: keepKnown(BridgeEnvelopeSchema.properties.error, error),
      });
  }
  const schema: TSchema = isAnswer && entry.kind === 'request' ? entry.reply : entry.payload;
  const payload = keepKnown(schema, envelope.payload ?? {});
  if (!Check(schema, payload))
    return refuse('bad_message', `${name}: ${firstError(schema, payload)}`, request);
  return read({ ...head, ...about, ...(isAnswer ? { replyTo } : {}), payload });
}

/** The schemas have been checked; the compiler can't follow a table by name. */
const read = (message: object): BridgeReading => ({ ok: true, message: message as BridgeMessage });

const refuse = (code: BridgeErrorCode, why: string, request?: RefusedRequest): BridgeReading => ({
  ok: false,
  code,
  why,
  ...(request === undefined ? {} : { request }),
});

function firstError(schema: TSchema, value: unknown): string {
  const first = Errors(schema, value).First();
  return `${first?.path.slice(1).replace(/\//g, '.') || 'message'}: ${first?.message ?? 'not as it should be'}`;
}
