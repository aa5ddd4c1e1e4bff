import { Type, type Static } from '@sinclair/typebox';
import { HOST_KINDS } from './hostKinds.js';

const fact = Type.Union([Type.String({ maxLength: 64 }), Type.Null()]);

/** One of `HOST_KINDS`, as a schema. */
export const HostKindSchema = Type.Union(
  HOST_KINDS.map((value) => Type.Literal(value as (typeof HOST_KINDS)[number])),
);

/**
 * Where a session ran, as the client says. It binds honest integrations (what a platform forbids is refused there) and serves
 * compatibility and statistics; no verdict rests on it, since a client can claim any host.
 */
export const HostFactsSchema = Type.Object(
  {
    kind: HostKindSchema,
    browser: fact,
    browserVersion: fact,
    os: fact,
    /** The rendering engine. */
    engine: fact,
    /** BCP 47. */
    language: fact,
    network: fact,
  },
  { additionalProperties: false },
);
/** What {@link HostFactsSchema} describes. */
export type HostFacts = Static<typeof HostFactsSchema>;
