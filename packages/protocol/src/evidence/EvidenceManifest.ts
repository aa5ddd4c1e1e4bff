import { Type, type Static } from '@sinclair/typebox';
import { REFUSAL_REASONS } from '../errors/refusalReasons.js';
import { GATE_CODES } from '../result/GateCode.js';
import { HOST_KINDS } from '../session/hostKinds.js';
import { PROTOCOL_VERSION } from '../version.js';
import { MAX_CHUNK_BYTES, MAX_CHUNK_FRAMES, MAX_CHUNK_PICTURES, MAX_SESSION_CHUNKS } from './traceLimits.js';

/** Longest manifest text, in characters. */
export const MAX_MANIFEST_CHARS = 131_072;

/** Most pictures that a server asks for. */
export const MAX_ASKED_PICTURES = 12;

const literals = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));
const closed = { additionalProperties: false } as const;
const Sha256Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });
const shortText = (maxLength: number) => Type.Union([Type.String({ maxLength }), Type.Null()]);

/**
 * What a client says of the evidence that it sends: which chunks and pictures belong to it, in which order, and under which
 * circumstances they were taken. Its sha256, over the text as sent, is the evidence hash.
 */
export const EvidenceManifestSchema = Type.Object(
  {
    protocolVersion: Type.Literal(PROTOCOL_VERSION),
    sessionId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    /** The signed plan as it was received: a compact JWS. */
    plan: Type.String({ maxLength: 16384, pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$' }),
    /** h_0 of the plan, then one for each chunk; lower-case hex. */
    chain: Type.Array(Sha256Hex, { minItems: 1, maxItems: MAX_SESSION_CHUNKS + 1 }),
    chunks: Type.Array(
      Type.Object(
        {
          bytes: Type.Integer({ minimum: 1, maximum: MAX_CHUNK_BYTES }),
          frames: Type.Integer({ minimum: 0, maximum: MAX_CHUNK_FRAMES }),
          pictures: Type.Integer({ minimum: 0, maximum: MAX_CHUNK_PICTURES }),
        },
        closed,
      ),
      { maxItems: MAX_SESSION_CHUNKS },
    ),
    /** Those that the server asked for: the chunk, the place in the chunk's list, the file's hash. */
    pictures: Type.Array(
      Type.Object(
        {
          chunk: Type.Integer({ minimum: 0, maximum: MAX_SESSION_CHUNKS - 1 }),
          index: Type.Integer({ minimum: 0, maximum: MAX_CHUNK_PICTURES - 1 }),
          sha256: Sha256Hex,
        },
        closed,
      ),
      { maxItems: MAX_ASKED_PICTURES },
    ),
    capture: Type.Object(
      {
        source: literals(['camera', 'recording', 'synthetic'] as const),
        mirroringKnown: Type.Boolean(),
        warnings: Type.Array(Type.String({ maxLength: 256 }), { maxItems: 16 }),
        /** What the host's injection tripwires saw; left out where it has none, or the policy asks for none. */
        tripwires: Type.Optional(
          Type.Array(
            Type.Object(
              {
                name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,31}$' }),
                /** `null` where it could not look. */
                tripped: Type.Union([Type.Boolean(), Type.Null()]),
                detail: Type.String({ pattern: '^[a-z0-9-]{0,24}$' }),
              },
              closed,
            ),
            { maxItems: 16 },
          ),
        ),
      },
      closed,
    ),
    host: Type.Object(
      {
        kind: literals(HOST_KINDS),
        browser: shortText(64),
        browserVersion: shortText(64),
        os: shortText(64),
        engine: shortText(64),
        language: shortText(64),
        network: shortText(32),
      },
      closed,
    ),
    engine: Type.Object(
      {
        version: Type.String({ maxLength: 64 }),
        backend: Type.String({ maxLength: 32 }),
        /** Model name to the first digits of its sha256. */
        models: Type.Record(
          Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' }),
          Type.String({ maxLength: 64 }),
          {
            ...closed,
            maxProperties: 16,
          },
        ),
      },
      closed,
    ),
    /** What the client made of it. The server recomputes; this is kept to be compared. */
    outcome: Type.Union([
      Type.Object({ status: Type.Literal('completed') }, closed),
      Type.Object(
        {
          status: Type.Literal('failed'),
          reason: literals(REFUSAL_REASONS),
          gate: Type.Optional(literals(GATE_CODES)),
          detail: Type.Optional(Type.String({ maxLength: 512 })),
        },
        closed,
      ),
    ]),
  },
  closed,
);
/** What {@link EvidenceManifestSchema} describes. */
export type EvidenceManifest = Static<typeof EvidenceManifestSchema>;
