import { Type, type Static } from '@sinclair/typebox';
import { HostFactsSchema } from '../session/HostFacts.js';
import { EpochMsSchema } from '../session/identifiers.js';

const strict = { additionalProperties: false } as const;

/**
 * Whom a platform verifies: the name and number of a mainland identity card, and who that is in the platform's own account. Only
 * a backend knows it: it never comes from a client, and goes to the platform alone.
 */
export const PlatformIdentitySchema = Type.Object(
  {
    /** As it stands on the card. */
    name: Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]+$' }),
    /** 18 characters, GB 11643; a check digit of ten is a capital X. */
    idNumber: Type.String({ pattern: '^[0-9]{17}[0-9X]$' }),
    /** The person's `openid` in the very mini-program that asks. */
    openId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,128}$' }),
  },
  strict,
);
/** What {@link PlatformIdentitySchema} describes. */
export type PlatformIdentity = Static<typeof PlatformIdentitySchema>;

/** `POST /v1/sessions/{id}/platform`, by the client, right before it opens the platform's own screen. */
export const PlatformBeginRequestSchema = Type.Object({ host: HostFactsSchema }, strict);
/** What {@link PlatformBeginRequestSchema} describes. */
export type PlatformBeginRequest = Static<typeof PlatformBeginRequestSchema>;

/** The answer to {@link PlatformBeginRequestSchema}. */
export const PlatformBeginResponseSchema = Type.Object(
  {
    /** The platform's id of this verification; of use to nobody but the person it was made for. */
    verifyId: Type.String({ minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]+$' }),
    /** Until when the platform's screen can be opened with it. */
    expiresAtMs: EpochMsSchema,
  },
  strict,
);
/** What {@link PlatformBeginResponseSchema} describes. */
export type PlatformBeginResponse = Static<typeof PlatformBeginResponseSchema>;

/** `POST /v1/sessions/{id}/platform/complete`, by the client: the person is back. How it went, the service asks the platform. */
export const PlatformCompleteRequestSchema = Type.Object({}, strict);
/** What {@link PlatformCompleteRequestSchema} describes. */
export type PlatformCompleteRequest = Static<typeof PlatformCompleteRequestSchema>;
