import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import type { Deployment } from '../deployment/Deployment.js';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import { filingState } from './filingState.js';
import type { ImpactFacts } from './ImpactFacts.js';
import { OPEN_POINT_IDS, type OpenPointId } from './openPointIds.js';

/** Pictures that are kept for longer than this need a reason of their own: a dispute about a check is noticed within days (judgement). */
const SHORT_MS = 7 * 86_400_000;

/** What {@link openPoints} takes. */
export interface OpenPointsOptions {
  readonly deployment: Deployment;
  readonly version: PolicyVersion;
  readonly language: NoticeLanguage;
  readonly facts: ImpactFacts;
}

/** What the configuration leaves open, in a fixed order. */
export function openPoints({
  deployment,
  version,
  language,
  facts,
}: OpenPointsOptions): readonly OpenPointId[] {
  const { levels, purposes, retention, ages } = version.terms;
  const filing = filingState(facts);
  const holds: Readonly<Record<OpenPointId, boolean>> = {
    'operator-name': deployment.operator.name === DEFAULT_DEPLOYMENT.operator.name,
    alternative: deployment.alternative[language] === undefined,
    'why-trace': levels.includes('trace') && !levels.includes('frames'),
    'why-frames': levels.includes('frames'),
    'why-comparison': purposes.includes('comparison'),
    'long-pictures': levels.includes('frames') && retention['face-crop'] > SHORT_MS,
    grounds: (facts.legalGrounds ?? []).length > 0,
    'children-rules': ages.children === 'with-guardian',
    'count-people': filing === 'unknown',
    'prepare-filing': filing === 'near',
    file: filing === 'reached',
  };
  return OPEN_POINT_IDS.filter((id) => holds[id]);
}
