import type { LivenessHost } from '../LivenessHost.js';
import type { LivenessServer } from '../LivenessServer.js';
import { createProofKey } from '../proof/createProofKey.js';
import { createProver } from '../proof/createProver.js';
import { hostSubtle } from '../proof/hostSubtle.js';
import { createFetchTransport } from '../transport/createFetchTransport.js';
import { createSessionApi, type SessionAddress, type SessionApi } from './createSessionApi.js';

/** Makes the session's key, and with it the calls of the session: the key lives as long as they do, in memory alone. */
export async function openSessionApi(
  {
    clock,
    random,
    subtle = hostSubtle(),
    epochMs = Date.now,
  }: Pick<LivenessHost, 'clock' | 'random' | 'subtle' | 'epochMs'>,
  { clientToken, transport }: LivenessServer,
  address: SessionAddress,
): Promise<SessionApi> {
  const key = await createProofKey(subtle, random);
  const prover = createProver({ key, token: clientToken, random, epochMs });
  return createSessionApi({ transport: transport ?? createFetchTransport(), prover, clock, random }, address);
}
