import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { consentTo, HOST } from '../../support/requestBodies.js';
import type { AttackedClient } from './openAttacked.js';

const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Begins a session, commits its first chunk and sends it: well formed, and worth nothing. Quick, for attacks that are not about
 * what evidence says.
 *
 * @returns the manifest, which is not sent
 */
export async function contentOf(client: AttackedClient): Promise<Buffer> {
  const { sessionId } = client;
  await client.send('POST', '/consent', consentTo('trace'));
  const { body } = await client.send('POST', '/plan', { mirroringKnown: true, host: HOST });
  const plan = String(body['plan']);
  const chunk = Buffer.from('no chunk');
  const head = sha256Hex(chunk);
  await client.send('POST', '/steps', { index: 0, head, frames: 9, pictures: 0 });
  await client.send('PUT', '/evidence/chunk-0', gzipSync(chunk));
  return Buffer.from(
    JSON.stringify({
      protocolVersion: 1,
      sessionId,
      plan,
      chain: [sha256Hex(plan), head],
      chunks: [{ bytes: chunk.length, frames: 9, pictures: 0 }],
      pictures: [],
      capture: { source: 'camera', mirroringKnown: true, warnings: [] },
      host: HOST,
      engine: { version: '0.0.0', backend: 'wasm-simd', models: {} },
      outcome: { status: 'completed' },
    }),
  );
}
