import type { HostKind } from '@huoti/protocol';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import type { RetentionClass } from '../retention/retentionClasses.js';

/** One kind of data: what it is, why, by which permission, where it goes, how long it stays. Its words stand in the languages' tables. */
export interface DataItem {
  /** Stable, noun first, for example `face-frames`. */
  readonly id: string;
  /** Whether it is a person's, or a fact of the device. */
  readonly about: 'face' | 'device' | 'decision';
  readonly permission: 'camera' | 'none';
  /** Lowest level of evidence at which it leaves the device; `never` where it does not. */
  readonly leavesAt: EvidenceLevel | 'never';
  /** Where it is kept on the operator's server, by class; `null` where it is not kept. */
  readonly kept: RetentionClass | null;
  /** Only for this purpose. */
  readonly purpose: 'liveness' | 'comparison' | 'compatibility' | 'proof';
  readonly hosts: readonly HostKind[] | 'all';
  /**
   * Properties that are read to have it, as `Interface.property` of the platform, for example `Navigator.userAgent`. A read of a watched
   * interface that stands nowhere here fails the suite.
   */
  readonly reads: readonly string[];
}
