import { HuotiError } from '@huoti/protocol';
import type { Deployment } from '../deployment/Deployment.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';

/**
 * The version that a document is about.
 *
 * @param name the last one where it is left out: documents are made for what comes next
 * @throws HuotiError INVALID_ARGUMENT for a version that there is not
 */
export function versionNamed({ versions }: Deployment, name: string | undefined): PolicyVersion {
  const found =
    name === undefined ? versions[versions.length - 1] : versions.find(({ version }) => version === name);
  if (found === undefined) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `version: the deployment has no policy version ${name ?? 'at all'}`,
    );
  }
  return found;
}
