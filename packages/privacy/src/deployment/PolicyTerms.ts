import type { Platform, SessionPolicy } from '@huoti/protocol';
import type { RetentionTimes } from '../retention/retentionClasses.js';

/** Levels of evidence in order: each with all that those before it send. */
export const EVIDENCE_LEVELS = [
  'none',
  'trace',
  'frames',
] as const satisfies readonly SessionPolicy['evidenceLevel'][];
/** How far the data go. */
export type EvidenceLevel = SessionPolicy['evidenceLevel'];

/** What an operator promises to people: everything that a notice says and that a change of policy may change. */
export interface PolicyTerms {
  /** Levels of evidence that sessions may have. */
  readonly levels: readonly EvidenceLevel[];
  /** `comparison`: faces are compared with an enrolled one. */
  readonly purposes: readonly ('liveness' | 'comparison')[];
  /**
   * Platforms that verify some people in huoti's place, and are told who it is for that: name, number of the identity card and account.
   * @default none
   */
  readonly platforms?: readonly Platform[];
  readonly retention: RetentionTimes;
  /** Instead of `retention`, for what is kept of people under 14; never longer. */
  readonly childRetention: RetentionTimes;
  readonly ages: {
    /** 14 to 17: with a guardian's written consent, or not at all. */
    readonly teens: 'with-guardian' | 'refuse';
    /** Under 14. @default 'refuse' */
    readonly children: 'with-guardian' | 'refuse';
  };
  /** After how many days no backup holds what was deleted. */
  readonly backupDays: number;
  /** Working days within which a request is answered. @default 15 */
  readonly answerWithinWorkingDays: number;
}
