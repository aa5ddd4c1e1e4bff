import { DEFAULT_DEPLOYMENT, type Deployment, type PolicyTerms } from '@huoti/privacy';
import type { ConsentScreenSettings } from '../../src/index.js';

const DAY_MS = 86_400_000;
const [FIRST] = DEFAULT_DEPLOYMENT.versions;
if (FIRST === undefined) throw new TypeError('the default deployment has no version');

/** Long after the first version was published, and before {@link newer} is in force. */
export const NOW_MS = FIRST.publishedAtMs + 30 * DAY_MS;
/** When {@link newer} is in force for certain, whatever the time zone. */
export const LATER_MS = NOW_MS + 3 * DAY_MS;

/** A guardian's receipt, as the server makes them. */
export const RECEIPT = 'guardianReceipt_000001';

/** The default terms, changed. */
export const deploymentWith = (changes: Partial<PolicyTerms>): Deployment => ({
  ...DEFAULT_DEPLOYMENT,
  operator: { name: 'Example Bank', contact: 'privacy@bank.test' },
  versions: [{ ...FIRST, terms: { ...FIRST.terms, ...changes } }],
});

/** Everybody may go on, minors with a guardian. */
export const OPEN: Deployment = deploymentWith({
  ages: { teens: 'with-guardian', children: 'with-guardian' },
});

/** A policy whose next version is published now, with other times. */
export const newer: Deployment = {
  ...OPEN,
  versions: [
    ...OPEN.versions,
    {
      version: '2',
      publishedAtMs: NOW_MS,
      terms: { ...FIRST.terms, ages: OPEN.versions[0]?.terms.ages ?? FIRST.terms.ages, backupDays: 7 },
    },
  ],
};

/** What a screen would ask for, changed. */
export const settingsWith = (changes: Partial<ConsentScreenSettings> = {}): ConsentScreenSettings => ({
  deployment: OPEN,
  level: 'frames',
  comparison: true,
  languages: ['en'],
  atMs: NOW_MS,
  ...changes,
});
