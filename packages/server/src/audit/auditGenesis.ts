import { createHash } from 'node:crypto';

/** What the first entry's hash begins with, in the place of a hash before it: SHA-256 of the text `huoti audit chain v1`, hex. */
export const AUDIT_GENESIS = createHash('sha256').update('huoti audit chain v1').digest('hex');
