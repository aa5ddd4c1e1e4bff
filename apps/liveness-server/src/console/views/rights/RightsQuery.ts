import type { RightsKind } from '@huoti/protocol';
import type { RightsCaseRow } from '@huoti/server';

/** What the list of requests is narrowed down to. */
export interface RightsQuery {
  /** `pending`: open, or with a deletion that runs. */
  readonly state: RightsCaseRow['state'] | 'pending' | 'all';
  readonly kind?: RightsKind;
  readonly clientId?: string;
  readonly subject?: string;
}
