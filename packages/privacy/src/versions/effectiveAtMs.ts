import type { Deployment } from '../deployment/Deployment.js';
import { dayStartMs } from '../time/dayStartMs.js';
import { localDay } from '../time/localDay.js';
import type { PolicyVersion } from './PolicyVersion.js';

/**
 * When a version comes into force: the day after its publication, 00:00 in the operator's zone. The first one has nothing before it and is in
 * force from its publication on.
 *
 * @returns ms since 1970
 */
export function effectiveAtMs(
  { version, publishedAtMs }: Pick<PolicyVersion, 'version' | 'publishedAtMs'>,
  deployment: Pick<Deployment, 'timeZone' | 'utcOffsetMinutes' | 'versions'>,
): number {
  if (deployment.versions[0]?.version === version) return publishedAtMs;
  return dayStartMs(localDay(publishedAtMs, deployment) + 1, deployment);
}
