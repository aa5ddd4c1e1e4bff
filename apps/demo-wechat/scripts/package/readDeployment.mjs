import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDeployment } from '@huoti/privacy';
import { ROOT } from './paths.mjs';

/**
 * What the operator says of its service, out of the file that the service reads too (`HUOTI_PRIVACY_FILE`). Without one it is the
 * demo's own, which is never to be published.
 *
 * @returns {import('@huoti/privacy').Deployment}
 */
export function readDeployment() {
  const named = process.env.HUOTI_PRIVACY_FILE ?? '';
  if (named === '' && (process.env.HUOTI_MODE ?? '') !== '') {
    throw new Error(
      'HUOTI_MODE is set, and HUOTI_PRIVACY_FILE is not: people have to be told by whom they are asked',
    );
  }
  const file = named === '' ? join(ROOT, 'deployment.json') : named;
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`the deployment ${file} can't be read as JSON: HUOTI_PRIVACY_FILE names it`, { cause });
  }
  return parseDeployment(value);
}
