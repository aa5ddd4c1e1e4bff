import { Type } from '@sinclair/typebox';

/** Session, receipt, delivery: 128 random bits in base64url, so that none can be guessed. */
export const IdentifierSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

/** SHA-256 in lower-case hex. */
export const Sha256HexSchema = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** The integrator's own name for a person or a stored face: opaque to huoti, never a name or a number of an identity card. */
export const SubjectSchema = Type.String({ pattern: '^[A-Za-z0-9._:@-]{1,128}$' });

/** Milliseconds since 1970 in UTC. */
export const EpochMsSchema = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 });
