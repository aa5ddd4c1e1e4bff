import type { PolicyTerms } from '../deployment/PolicyTerms.js';
import { RISK_IDS, type RiskId } from './riskIds.js';

/** How bad it is for a person if it happens, before anything is done against it; judgement. */
const SEVERITY: Readonly<Record<RiskId, 'low' | 'medium' | 'high'>> = {
  'leak-on-the-way': 'high',
  'leak-of-points': 'medium',
  'leak-of-pictures': 'high',
  'leak-of-templates': 'high',
  pretending: 'high',
  'wrong-refusal': 'medium',
  'other-use': 'high',
  'kept-too-long': 'medium',
  bystanders: 'medium',
  fingerprint: 'low',
  'only-way': 'medium',
  minors: 'high',
};

/** The risks that there are under certain terms: what is not taken can't leak. */
export function risksOf({
  levels,
  purposes,
  ages,
}: PolicyTerms): readonly { readonly id: RiskId; readonly severity: 'low' | 'medium' | 'high' }[] {
  const pictures = levels.includes('frames');
  const points = pictures || levels.includes('trace');
  const absent: Readonly<Partial<Record<RiskId, boolean>>> = {
    'leak-on-the-way': !points,
    'leak-of-points': !points,
    'leak-of-pictures': !pictures,
    'leak-of-templates': !purposes.includes('comparison'),
    bystanders: !pictures,
    minors: ages.teens === 'refuse' && ages.children === 'refuse',
  };
  return RISK_IDS.filter((id) => absent[id] !== true).map((id) => ({ id, severity: SEVERITY[id] }));
}
