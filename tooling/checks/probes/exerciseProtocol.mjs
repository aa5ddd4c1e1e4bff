/** A plan that is right in everything, and one that is wrong: the checker's two ways through. */
const plan = {
  protocolVersion: undefined,
  nonce: '0123456789abcdef0123456789abcdef',
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  steps: [{ action: 'blink', timeoutMs: 6000 }],
  faceSearchMs: 15_000,
  totalMs: 30_000,
  faceLostMs: 1000,
};

/** @param {{PROTOCOL_VERSION: number, parsePlan: (value: unknown) => {nonce: string}}} protocol */
export function exercise(protocol) {
  const good = { ...plan, protocolVersion: protocol.PROTOCOL_VERSION };
  if (protocol.parsePlan(good).nonce !== plan.nonce) throw new TypeError('a good plan was not read');
  let refused = false;
  try {
    protocol.parsePlan({ ...good, nonce: 'short' });
  } catch {
    refused = true;
  }
  if (!refused) throw new TypeError('a wrong plan was read');
}
