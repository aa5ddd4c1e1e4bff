import { createNotice, DEFAULT_DEPLOYMENT, type Deployment, type NoticeLanguage } from '@huoti/privacy';
import type { AgeBand, ConsentRequest, SessionPolicy } from '@huoti/protocol';

/** What {@link createTestConsent} takes; everything has a default. */
export interface TestConsentOptions {
  /** @default DEFAULT_DEPLOYMENT, as a test's server has it */
  deployment?: Deployment;
  /** @default the version in force at `atMs` */
  version?: string;
  /** @default "frames" */
  level?: SessionPolicy['evidenceLevel'];
  /** @default false */
  comparison?: boolean;
  /** @default "zh-CN" */
  language?: NoticeLanguage;
  /** When the notice is shown, ms since 1970. @default 2026-01-15 12:00 UTC */
  atMs?: number;
  /** `null` leaves it out: the backend has said it. @default "adult" */
  ageBand?: AgeBand | null;
  /** @default left out */
  guardianReceiptId?: string;
}

/**
 * What a page sends once a person has ticked every question of the notice that it showed.
 *
 * @example createTestConsent({ level: 'trace' })
 */
export function createTestConsent({
  deployment = DEFAULT_DEPLOYMENT,
  version,
  level = 'frames',
  comparison = false,
  language = 'zh-CN',
  atMs = Date.UTC(2026, 0, 15, 12),
  ageBand = 'adult',
  guardianReceiptId,
}: TestConsentOptions = {}): ConsentRequest {
  const { policyVersion, textHash, inventoryHash, questions } = createNotice({
    deployment,
    level,
    comparison,
    language,
    atMs,
    ...(version === undefined ? {} : { version }),
  });
  return {
    level,
    policyVersion,
    textHash,
    inventoryHash,
    language,
    choices: Object.fromEntries(questions.map(({ choice }) => [choice, true])),
    ...(ageBand === null ? {} : { ageBand }),
    ...(guardianReceiptId === undefined ? {} : { guardianReceiptId }),
  };
}
