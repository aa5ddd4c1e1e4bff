import type { RightsKind } from '@huoti/protocol';

/** One request of one person, tracked until it is answered. */
export interface RightsCaseRow {
  readonly id: string;
  readonly clientId: string;
  /** `null` once the person is deleted: the case stays, and leads nowhere. */
  readonly subject: string | null;
  readonly kind: RightsKind;
  /** `open`, then `done` or `refused`; `running` while a deletion goes on. */
  readonly state: 'open' | 'running' | 'done' | 'refused';
  readonly receivedAtMs: number;
  /** End of the last working day on which an answer is in time. */
  readonly dueAtMs: number;
  readonly closedAtMs: number | null;
  /** `operator:<id>` or `key:<id>`; `null` while open. */
  readonly closedBy: string | null;
  /** Why it was refused, or what was done, in the operator's words: never shown outside. */
  readonly note: string | null;
  /** The deletion that answered it. */
  readonly deletionId: string | null;
}
