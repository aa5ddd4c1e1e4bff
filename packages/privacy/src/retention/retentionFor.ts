import type { AgeBand } from '@huoti/protocol';
import type { PolicyTerms } from '../deployment/PolicyTerms.js';
import type { RetentionTimes } from './retentionClasses.js';

/** How long each class is kept of a person of that age. Who did not say is kept no longer than an adult. */
export function retentionFor(
  terms: Pick<PolicyTerms, 'retention' | 'childRetention'>,
  band: AgeBand | null,
): RetentionTimes {
  return band === 'child' ? terms.childRetention : terms.retention;
}
