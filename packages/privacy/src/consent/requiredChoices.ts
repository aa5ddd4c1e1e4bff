import type { ConsentChoice } from '@huoti/protocol';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';

/**
 * What has to be asked and agreed to, each by itself. `frames` is asked instead of `trace`, since its question says that the points go too.
 *
 * @example requiredChoices({ level: 'frames', comparison: true }) // ['liveness', 'frames', 'comparison']
 */
export function requiredChoices({
  level,
  comparison,
}: {
  readonly level: EvidenceLevel;
  readonly comparison: boolean;
}): readonly ConsentChoice[] {
  return [
    'liveness',
    ...(level === 'none' ? [] : ([level] as const)),
    ...(comparison ? (['comparison'] as const) : []),
  ];
}
