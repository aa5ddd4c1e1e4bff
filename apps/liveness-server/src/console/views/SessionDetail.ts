import type { ConsentRow, PartRow, SessionRow, VerdictRow } from '@huoti/server';

/** A stored part and when it goes. */
export interface PartDetail extends PartRow {
  /** `null` while the session has not ended. */
  readonly goneAtMs: number | null;
  readonly isPicture: boolean;
}

/** Everything that the page of one session shows. */
export interface SessionDetail {
  readonly session: SessionRow;
  readonly verdict: VerdictRow | null;
  readonly consent: ConsentRow | null;
  readonly parts: readonly PartDetail[];
}
