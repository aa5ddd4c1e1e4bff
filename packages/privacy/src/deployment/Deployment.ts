import type { PolicyVersion } from '../versions/PolicyVersion.js';

/**
 * What one operator says of its own service: plain JSON, public, the same file in the page and in the server, so that both make the same notice
 * of it. Checked by `parseDeployment`.
 */
export interface Deployment {
  readonly operator: {
    readonly name: string;
    /** How people reach whoever answers their requests: an address, a number, a page. */
    readonly contact: string;
  };
  /** IANA, for example `Asia/Shanghai`: a policy's day begins there. */
  readonly timeZone: string;
  /** For hosts without `Intl`: minutes that the zone is ahead of UTC. @default 480 */
  readonly utcOffsetMinutes: number;
  /** The other way to be verified, in the words of each language that is shown; `{}` for "another way that the operator offers". */
  readonly alternative: Readonly<Record<string, string>>;
  /** Oldest first, at least one. */
  readonly versions: readonly PolicyVersion[];
}
