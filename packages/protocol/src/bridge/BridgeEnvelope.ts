import { Type, type Static } from '@sinclair/typebox';
import { BridgeErrorSchema } from './bridgeErrors.js';
import { BRIDGE_PROTOCOL } from './bridgeVersion.js';

/** Counter of one side's messages: 1, 2, 3. */
const messageId = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });

/** One message: a flat JSON object. Fields that are not known are passed over. */
export const BridgeEnvelopeSchema = Type.Object({
  protocol: Type.Literal(BRIDGE_PROTOCOL),
  /** major.minor that the sender speaks; in a hello its newest one. */
  version: Type.String({ pattern: '^[0-9]{1,4}\\.[0-9]{1,4}$' }),
  /** 128 random bits in lower-case hex, made anew by every load of the page. */
  session: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  id: messageId,
  kind: Type.Union([
    Type.Literal('request'),
    Type.Literal('reply'),
    Type.Literal('event'),
    Type.Literal('cancel'),
    Type.Literal('frame'),
  ]),
  /** What it is about. A reply and a cancel carry the name of their request. */
  name: Type.String({ pattern: '^[a-z][A-Za-z0-9.]{0,47}$' }),
  /** Of a reply and a cancel: the `id` of the request. */
  replyTo: Type.Optional(messageId),
  /** The sender's own monotonic clock at sending, in ms. */
  timeMs: Type.Number({ minimum: 0, maximum: 1e13 }),
  /** Only where the platform can't tell who calls: the host's word, handed to the main frame alone. */
  token: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{22,128}$' })),
  /** As its name says; left out in a cancel and in a reply with an error, and where it would be empty. */
  payload: Type.Optional(Type.Unknown()),
  /** Of a reply: why there is no payload. */
  error: Type.Optional(BridgeErrorSchema),
});
/** What {@link BridgeEnvelopeSchema} describes. */
export type BridgeEnvelope = Static<typeof BridgeEnvelopeSchema>;
