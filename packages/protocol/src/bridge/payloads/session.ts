import { Type, type Static } from '@sinclair/typebox';
import { AGE_BANDS } from '../../privacy/ageBands.js';
import { IdentifierSchema } from '../../session/identifiers.js';

/** What lets a page run one session of a server; worth nothing without the key that the page makes for itself. */
export const SessionGrantSchema = Type.Object({
  sessionId: IdentifierSchema,
  clientToken: Type.String({ minLength: 16, maxLength: 4096 }),
  /** Where the service knows itself by another address than the page's own origin. */
  publicUrl: Type.Optional(Type.String({ pattern: '^https?://[^\\s]{1,255}$' })),
  /** As the backend said it when it created the session: the page asks nobody for an age then. */
  ageBand: Type.Optional(
    Type.Union(AGE_BANDS.map((band) => Type.Literal(band as (typeof AGE_BANDS)[number]))),
  ),
});
/** What {@link SessionGrantSchema} describes. */
export type SessionGrant = Static<typeof SessionGrantSchema>;

/** Host to page: begin a try with this grant. A retry is a new grant. */
export const SessionStartSchema = Type.Object({
  grant: SessionGrantSchema,
  /** BCP 47. */
  language: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$' })),
  theme: Type.Optional(Type.Union([Type.Literal('auto'), Type.Literal('light'), Type.Literal('dark')])),
});
/** What {@link SessionStartSchema} describes. */
export type SessionStart = Static<typeof SessionStartSchema>;

/** Page to host, whenever it changes: what a native screen around the page may want to show. */
export const SessionStateSchema = Type.Object({
  state: Type.Union([
    Type.Literal('idle'),
    Type.Literal('loading'),
    Type.Literal('running'),
    Type.Literal('sending'),
    Type.Literal('ended'),
  ]),
  sessionId: Type.Optional(IdentifierSchema),
});
/** What {@link SessionStateSchema} describes. */
export type SessionState = Static<typeof SessionStateSchema>;

/**
 * Page to host, until it is confirmed: the session is over. It points to what the server signed and never says whether a
 * person was there: the app's backend asks the server for that.
 */
export const ResultSchema = Type.Object({
  sessionId: Type.Optional(IdentifierSchema),
  ended: Type.Union([
    /** The person did all that was asked; the server decides. */
    Type.Literal('completed'),
    /** The person was refused on the device. */
    Type.Literal('refused'),
    /** The person closed it. */
    Type.Literal('declined'),
    /** A machine was at fault: `code` says which. */
    Type.Literal('error'),
  ]),
  /** Refusal reason or error code. */
  code: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z_]{0,47}$' })),
});
/** What {@link ResultSchema} describes. */
export type BridgeResult = Static<typeof ResultSchema>;

/** Page to host: what the person is asked to do, for a voice or a native hint; never what the page judged. */
export const ChallengeSchema = Type.Object({
  step: Type.Integer({ minimum: 0, maximum: 16 }),
  stepCount: Type.Integer({ minimum: 1, maximum: 16 }),
  action: Type.String({ pattern: '^[a-z][a-z-]{0,31}$' }),
});
/** What {@link ChallengeSchema} describes. */
export type BridgeChallenge = Static<typeof ChallengeSchema>;
