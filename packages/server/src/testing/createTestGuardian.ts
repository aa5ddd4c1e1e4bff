import { recordGuardianConsent } from '../guardians/recordGuardianConsent.js';
import { createTestConsent, type TestConsentOptions } from './createTestConsent.js';
import type { TestContext } from './createTestContext.js';
import { answered } from './driveSession.js';

/** What {@link createTestGuardian} takes. */
export interface TestGuardianOptions extends Pick<
  TestConsentOptions,
  'level' | 'comparison' | 'language' | 'version'
> {
  /** The minor. */
  subject: string;
  /** @default "bank" */
  clientId?: string;
  expiresAtMs?: number;
}

/**
 * Records that a guardian signed the notice of a context's deployment just now.
 *
 * @returns the receipt's id
 */
export async function createTestGuardian(
  context: TestContext,
  { subject, clientId = 'bank', expiresAtMs, ...shown }: TestGuardianOptions,
): Promise<string> {
  const signedAtMs = context.time.nowMs();
  const { privacy: deployment } = context.settings;
  const { level, policyVersion, textHash, language } = createTestConsent({
    deployment,
    atMs: signedAtMs,
    ...shown,
  });
  const { body } = answered(
    await recordGuardianConsent(context, {
      clientId,
      request: {
        subject,
        guardian: 'guardian-7',
        document: 'shelf 7',
        level,
        policyVersion,
        textHash,
        language,
        signedAtMs,
        ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      },
    }),
  );
  return body.receiptId;
}
