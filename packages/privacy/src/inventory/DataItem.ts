import type { HostKind } from '@huoti/protocol';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import type { RetentionClass } from '../retention/retentionClasses.js';
import type { DataItemId } from './dataItemIds.js';

/** One kind of data: what it is, why, by which permission, where it goes, how long it stays. Its words stand in the languages' tables. */
export interface DataItem {
  /** Stable, for example `face-pictures`. */
  readonly id: DataItemId;
  /** Whether it is of the face, a fact of the device, or what somebody decided or asked for. */
  readonly about: 'face' | 'device' | 'decision';
  readonly permission: 'camera' | 'none';
  /** Lowest level of evidence at which it is taken at all. */
  readonly madeAt: EvidenceLevel;
  /** Lowest level of evidence at which it reaches the operator's server; `never` where it does not. */
  readonly leavesAt: EvidenceLevel | 'never';
  /** As which class it is kept on the operator's server; `null` where it is not kept. */
  readonly kept: RetentionClass | null;
  /** Held until the verdict stands, whatever the terms say. @default false */
  readonly untilResult?: true;
  /** Only for this purpose. */
  readonly purpose: 'liveness' | 'comparison' | 'compatibility' | 'proof';
  readonly hosts: readonly HostKind[] | 'all';
  /**
   * Properties that are read to have it, as `Interface.property` of the platform, for example `Navigator.userAgent`. A read of a watched
   * interface that stands nowhere here fails the suite.
   */
  readonly reads: readonly string[];
}
