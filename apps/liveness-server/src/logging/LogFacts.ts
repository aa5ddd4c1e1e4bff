/** What may stand in a log line: ids, codes, names of routes, durations, sizes. Nothing of a person, a token or a key. */
export interface LogFacts {
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, never the URL: ids of references are the integrator's names for people. */
  readonly route?: string;
  readonly status?: number;
  /** A problem code, an error code, a refusal reason. */
  readonly code?: string;
  readonly durationMs?: number;
  readonly bytes?: number;
  readonly count?: number;
  readonly sessionId?: string;
  readonly clientId?: string;
  readonly keyId?: string;
  readonly endpointId?: string;
  readonly deliveryId?: string;
  readonly job?: string;
  readonly jobId?: string;
  readonly tries?: number;
  readonly verified?: boolean;
  readonly assurance?: string;
  readonly policy?: string;
  readonly level?: string;
  readonly port?: number;
  readonly process?: string;
  readonly signal?: string;
  readonly threads?: number;
  readonly rssBytes?: number;
  /** How many people's faces are stored, and from how many on an authority has to be told. */
  readonly stored?: number;
  readonly threshold?: number;
  /** Place in the audit log's chain. */
  readonly seq?: number;
  /** A signed head of the audit log: a place and a hash. */
  readonly head?: string;
  /** The class of a thrown error, its own code, and where it was thrown. Never its message: that may quote what it read. */
  readonly errorName?: string;
  readonly errorCode?: string;
  readonly errorAt?: string;
}
