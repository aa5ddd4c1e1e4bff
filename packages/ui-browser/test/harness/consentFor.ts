import type { AgeBand, LegalGround } from '@huoti/protocol';
import { DEFAULT_DEPLOYMENT, type Deployment, type EvidenceLevel, type PolicyTerms } from '@huoti/privacy';
import type { ConsentSettings } from '../../src/index.js';

/** What a test says of a consent, as plain data: it goes into the page as JSON. */
export interface ConsentScript {
  readonly level?: EvidenceLevel;
  readonly comparison?: boolean;
  readonly ageBand?: AgeBand;
  readonly ages?: PolicyTerms['ages'];
  readonly legalGround?: LegalGround;
  /** What the page's flow to the guardian does. @default there is none */
  readonly guardian?: 'agrees' | 'refuses' | 'breaks' | 'never comes back';
  /** The server's side has a newer policy, which the page can fetch. @default false */
  readonly renews?: boolean;
}

/** A guardian's receipt, as the server makes them. */
export const RECEIPT = 'guardianReceipt_000001';

const FLOWS = {
  agrees: () => Promise.resolve(RECEIPT),
  refuses: () => Promise.resolve(null),
  breaks: () => Promise.reject(new TypeError('the flow broke')),
  'never comes back': () => new Promise<null>(() => undefined),
} as const;

const [FIRST] = DEFAULT_DEPLOYMENT.versions;

const deploymentWith = (terms: Partial<PolicyTerms>, version = '1'): Deployment => ({
  ...DEFAULT_DEPLOYMENT,
  operator: { name: 'Example Bank', contact: 'privacy@bank.example' },
  alternative: { en: 'a visit to any branch', 'zh-CN': '到任一网点办理', ar: 'زيارة أي فرع' },
  versions: FIRST === undefined ? [] : [{ ...FIRST, version, terms: { ...FIRST.terms, ...terms } }],
});

/** The settings that a page would give to the element. */
export function consentFor({
  level = 'frames',
  comparison = true,
  ageBand,
  ages = { teens: 'with-guardian', children: 'refuse' },
  legalGround,
  guardian,
  renews = false,
}: ConsentScript): ConsentSettings {
  return {
    deployment: deploymentWith({ ages }),
    level,
    comparison,
    ...(ageBand === undefined ? {} : { ageBand }),
    ...(legalGround === undefined ? {} : { legalGround }),
    ...(guardian === undefined ? {} : { guardian: FLOWS[guardian] }),
    ...(renews ? { renew: () => Promise.resolve(deploymentWith({ ages, backupDays: 7 }, '2')) } : {}),
  };
}
