import type { SessionPolicy } from '@huoti/protocol';

/** What the operator's backend hands over for one try: the answer of `POST /v1/sessions`, and where the server is. */
export interface OperatorSession {
  readonly baseUrl: string;
  /** Where a proxy stands before the server: the address that it knows itself by. */
  readonly publicUrl?: string;
  readonly sessionId: string;
  readonly clientToken: string;
  readonly policy: Pick<SessionPolicy, 'evidenceLevel'>;
  /** Kinds of hosts on which the server refuses this session. */
  readonly refusedHosts: readonly string[];
  /** For `web-view`: the H5 page's address for this session, and for no other. */
  readonly pageUrl?: string;
}
