import { DEFAULT_DEPLOYMENT, type Deployment, type PolicyTerms } from '@huoti/privacy';
import type { ConsentProps } from '../../src/index.js';

/** The form of a guardian's receipt. */
export const RECEIPT = 'r'.repeat(22);

/** A deployment of a bank, with other ages where a test needs them. */
export function deploymentOf(ages: Partial<PolicyTerms['ages']> = {}): Deployment {
  return {
    ...DEFAULT_DEPLOYMENT,
    operator: { name: '示例银行', contact: 'privacy@bank.test' },
    versions: DEFAULT_DEPLOYMENT.versions.map((version) => ({
      ...version,
      terms: { ...version.terms, ages: { ...version.terms.ages, ...ages } },
    })),
  };
}

/** What a test asks: of the level `frames` with a comparison, so that there are three questions. */
export const consentOf = (changes: Partial<ConsentProps> = {}): ConsentProps => ({
  deployment: deploymentOf(),
  level: 'frames',
  comparison: true,
  ...changes,
});
