import { Errors } from '@sinclair/typebox/errors';
import { Check } from '@sinclair/typebox/value';
import { HuotiError } from '../errors/HuotiError.js';
import { PROTOCOL_VERSION } from '../version.js';
import { LivenessPlanSchema, type LivenessPlan } from './LivenessPlan.js';

/**
 * Reads a plan of unknown origin: its shape and its bounds. Whether its colours are harmless is judged where a screen shows
 * them (`checkFlashRules` in the engine), whoever planned them.
 *
 * @throws HuotiError PROTOCOL_VERSION_UNSUPPORTED for a plan of another version; PLAN_INVALID naming the first field
 * that is wrong.
 * @example const plan = parsePlan(JSON.parse(text));
 */
export function parsePlan(value: unknown): LivenessPlan {
  const version = (value as { protocolVersion?: unknown } | null | undefined)?.protocolVersion;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) {
    throw new HuotiError(
      'PROTOCOL_VERSION_UNSUPPORTED',
      `the plan is of protocol version ${version}, this build reads ${PROTOCOL_VERSION}: update the older side`,
    );
  }
  if (!Check(LivenessPlanSchema, value)) {
    const first = Errors(LivenessPlanSchema, value).First();
    const where = first?.path ? first.path.slice(1).replace(/\//g, '.') : 'plan';
    throw new HuotiError('PLAN_INVALID', `${where}: ${first?.message ?? 'not a plan'}`);
  }
  const { steps, stepCount } = value;
  if (stepCount === undefined && steps.length === 0) {
    throw new HuotiError(
      'PLAN_INVALID',
      'steps: a plan without stepCount comes whole, with one step at least',
    );
  }
  if (stepCount !== undefined && steps.length > stepCount) {
    throw new HuotiError('PLAN_INVALID', `steps: ${steps.length} of them, stepCount is ${stepCount}`);
  }
  const lights = steps.filter(({ action }) => action === 'light').length;
  if (lights > 1) throw new HuotiError('PLAN_INVALID', `steps: ${lights} of them are light, at most 1 is`);
  return value;
}
