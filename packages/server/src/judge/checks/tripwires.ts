import type { EvidenceManifest, SessionPolicy, SignalReading } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * What the client's own tripwires say of its camera. A client can leave them out and lie, so they never help; where the policy
 * refuses injected cameras, one that tripped ends it, and so does a client that did not look.
 *
 * @returns the reading for the result: `unavailable` where nothing was looked at or the policy asks for nothing
 */
export function tripwires(
  policy: Pick<SessionPolicy, 'tripwires'>,
  { tripwires: told = [] }: Pick<EvidenceManifest['capture'], 'tripwires'>,
): CheckOutcome<SignalReading> {
  const looked = told.filter(({ tripped }) => tripped !== null);
  const tripped = looked.filter((one) => one.tripped === true);
  const expected =
    policy.tripwires === 'refuse' ? 'looked at, none tripped' : `told as they are (${policy.tripwires})`;
  const got = `${looked.length} looked at, tripped: ${tripped.map(({ name, detail }) => `${name} (${detail})`).join(', ') || 'none'}`;
  const reading: SignalReading =
    policy.tripwires === 'off'
      ? { kind: 'unavailable', reason: 'off' }
      : looked.length === 0
        ? { kind: 'unavailable', reason: 'not-looked-at' }
        : { kind: 'measured', score: tripped.length === 0 ? 1 : 0 };
  if (policy.tripwires !== 'refuse') return held(got, expected, reading);
  if (looked.length === 0) return failed(got, expected, { reason: 'SIGNALS_INSUFFICIENT' });
  return tripped.length === 0
    ? held(got, expected, reading)
    : failed(got, expected, { reason: 'SPOOF_SUSPECTED' });
}
