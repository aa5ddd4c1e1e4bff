import { HuotiError } from '@huoti/protocol';
import type { Deployment } from '../deployment/Deployment.js';
import { effectiveAtMs } from './effectiveAtMs.js';
import type { PolicyVersion } from './PolicyVersion.js';

/**
 * The version that holds at a moment: the last one that has come into force. Before the first was published it is the first: a phone with a
 * wrong clock shows a text that the server then judges by its own.
 *
 * @throws HuotiError INVALID_ARGUMENT for a deployment without versions
 */
export function versionInForce(
  deployment: Pick<Deployment, 'timeZone' | 'utcOffsetMinutes' | 'versions'>,
  atMs: number,
): PolicyVersion {
  const { versions } = deployment;
  for (let index = versions.length - 1; index >= 0; index -= 1) {
    const version = versions[index] as PolicyVersion;
    if (index === 0 || effectiveAtMs(version, deployment) <= atMs) return version;
  }
  throw new HuotiError('INVALID_ARGUMENT', 'versions: a deployment has one at least');
}
