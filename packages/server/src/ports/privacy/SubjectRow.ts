import type { AgeBand } from '@huoti/protocol';

/**
 * One person of one API client, as far as the service has to know: the key that pseudonyms and templates hang on, and what the person asked
 * for. Made with the first thing that names the person; gone with a deletion, and the key with it.
 */
export interface SubjectRow {
  readonly clientId: string;
  /** The integrator's own name for the person. */
  readonly subject: string;
  /** Row of `dataKeys`: 32 random bytes, wrapped. Pseudonyms in the audit log are HMACs under it; destroyed, they lead nowhere. */
  readonly keyId: string;
  readonly createdAtMs: number;
  /** As the person or the backend said last; `null` where nobody said. */
  readonly ageBand: AgeBand | null;
  /** Since when nothing new may be done with what is kept; `null`: no such wish. */
  readonly restrictedAtMs: number | null;
  /** When consents were last taken back: those recorded before it are good for nothing new. `null`: never. */
  readonly withdrawnAtMs: number | null;
}
