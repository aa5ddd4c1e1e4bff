import { HuotiError } from '@huoti/protocol';
import { Errors } from '@sinclair/typebox/errors';
import { Check } from '@sinclair/typebox/value';
import type { Deployment } from './Deployment.js';
import { DeploymentSchema } from './DeploymentSchema.js';
import { findContradiction } from './findContradiction.js';

const wrong = (what: string): HuotiError => new HuotiError('INVALID_ARGUMENT', `deployment: ${what}`);

/**
 * Reads a deployment of unknown origin: its shape, and that its parts fit together.
 *
 * @returns the deployment, with `utcOffsetMinutes` 480 where it was left out
 * @throws HuotiError INVALID_ARGUMENT that names the first thing wrong
 * @example const deployment = parseDeployment(JSON.parse(text));
 */
export function parseDeployment(value: unknown): Deployment {
  if (!Check(DeploymentSchema, value)) {
    const first = Errors(DeploymentSchema, value).First();
    const where = first?.path ? `${first.path.slice(1).replace(/\//g, '.')}: ` : '';
    throw wrong(`${where}${first?.message ?? 'not an object'}`);
  }
  const deployment: Deployment = { ...value, utcOffsetMinutes: value.utcOffsetMinutes ?? 480 };
  const found = findContradiction(deployment);
  if (found !== null) throw wrong(found);
  return deployment;
}
