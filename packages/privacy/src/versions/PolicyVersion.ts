import type { PolicyTerms } from '../deployment/PolicyTerms.js';

/** One version of the operator's policy. */
export interface PolicyVersion {
  /** 1 to 32 letters, digits, dots and dashes; unique within the deployment. */
  readonly version: string;
  /** When it was published, ms since 1970. In force from the next day on, 00:00 in the deployment's time zone; the very first one at once. */
  readonly publishedAtMs: number;
  readonly terms: PolicyTerms;
}
