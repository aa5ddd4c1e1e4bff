import { Type, type Static } from '@sinclair/typebox';
import { IdentifierSchema } from '../../session/identifiers.js';
import { BridgeCapabilitiesSchema } from '../bridgeCapabilities.js';
import { BridgeErrorSchema } from '../bridgeErrors.js';
import { MAX_BRIDGE_CONTROL_BYTES, MAX_BRIDGE_FRAME_BYTES, MIN_BRIDGE_FRAME_BYTES } from '../bridgeLimits.js';
import { SessionGrantSchema } from './session.js';

/** 128 random bits in lower-case hex. */
const nonce = Type.String({ pattern: '^[0-9a-f]{32}$' });
const version = Type.String({ pattern: '^[0-9]{1,4}\\.[0-9]{1,4}$' });

/** Page to host, every 250 ms until it is answered. Nothing else is said before. */
export const HelloSchema = Type.Object({
  /** What the page can speak, newest first. */
  versions: Type.Array(version, { minItems: 1, maxItems: 16 }),
  /** Version of the SDK in the page. */
  sdk: Type.String({ minLength: 1, maxLength: 64 }),
  /** What the page's engine can do. */
  engine: Type.Object({
    wasm: Type.Boolean(),
    simd: Type.Boolean(),
    threads: Type.Boolean(),
    webgl2: Type.Boolean(),
    /** Whether the page has `getUserMedia` at all; whether it is allowed shows when it is called. */
    camera: Type.Boolean(),
    /** Bridge code of what stands in the way, where something does. */
    cameraError: Type.Optional(Type.String({ maxLength: 48 })),
  }),
  nonce,
  /** Largest messages the page takes, in bytes. */
  limits: Type.Object({
    controlBytes: Type.Integer({ minimum: 4096, maximum: MAX_BRIDGE_CONTROL_BYTES }),
    frameBytes: Type.Integer({ minimum: MIN_BRIDGE_FRAME_BYTES, maximum: MAX_BRIDGE_FRAME_BYTES }),
  }),
});
/** What {@link HelloSchema} describes. */
export type Hello = Static<typeof HelloSchema>;

/** The host's answer. */
export const WelcomeSchema = Type.Object({
  /** The one both speak from now on. */
  version,
  app: Type.Object({
    /** Bundle or package name, as the operator knows it. */
    id: Type.String({ minLength: 1, maxLength: 128 }),
    version: Type.Optional(Type.String({ maxLength: 64 })),
  }),
  platform: Type.Union([
    Type.Literal('ios'),
    Type.Literal('android'),
    Type.Literal('harmonyos'),
    Type.Literal('desktop'),
    Type.Literal('web'),
  ]),
  capabilities: BridgeCapabilitiesSchema,
  /** Largest messages the host takes, in bytes; what holds is the smaller of both sides. */
  limits: Type.Object({
    controlBytes: Type.Integer({ minimum: 4096, maximum: MAX_BRIDGE_CONTROL_BYTES }),
    frameBytes: Type.Integer({ minimum: MIN_BRIDGE_FRAME_BYTES, maximum: MAX_BRIDGE_FRAME_BYTES }),
  }),
  nonce,
  /** The page's own nonce again: an answer to another hello is no answer. */
  echo: nonce,
  /** Host's clock when the hello came, in ms: with the envelope's `timeMs` it gives the clocks' offset. */
  heardAtMs: Type.Number({ minimum: 0, maximum: 1e13 }),
  /** The liveness session that the app's backend asked for, where the app gets it; else the page gets its own. */
  grant: Type.Optional(SessionGrantSchema),
  /** An earlier page of this view that ended before it had told its result: the page may ask the server for the outcome. */
  interrupted: Type.Optional(
    Type.Object({ sessionId: Type.Optional(IdentifierSchema), error: BridgeErrorSchema }),
  ),
});
/** What {@link WelcomeSchema} describes. */
export type Welcome = Static<typeof WelcomeSchema>;
