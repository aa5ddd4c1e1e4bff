import type { SessionPolicy, SignalReading } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Every signal that the policy requires was measured. One that was not can't be made up for. */
export function requiredSignals(
  policy: SessionPolicy,
  signals: Readonly<Record<string, SignalReading>>,
): CheckOutcome<void> {
  const required = [
    ...(policy.requiredSignals ?? []),
    ...(policy.light === 'required' ? ['light'] : []),
    // A policy that refuses injected cameras is not kept by a server that did not look for them.
    ...(policy.tripwires === 'refuse' ? ['tripwires'] : []),
  ];
  const missing = required.filter((name) => !isMeasured(signals, name));
  const expected = required.length === 0 ? 'none required' : `measured: ${required.join(', ')}`;
  if (missing.length === 0) return held(expected, expected, undefined);
  return failed(`not measured: ${missing.join(', ')}`, expected, { reason: 'SIGNALS_INSUFFICIENT' });
}

const isMeasured = (signals: Readonly<Record<string, SignalReading>>, name: string): boolean =>
  Object.hasOwn(signals, name) && signals[name]?.kind === 'measured';
