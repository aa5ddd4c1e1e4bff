import { createHash } from 'node:crypto';
import { sealBytes, type ServerContext } from '@huoti/server';

/** Seals parts of a session and stores them, as the evidence calls do. */
export async function storeParts(
  { store, blobs, masterKeys, random, time }: ServerContext,
  sessionId: string,
  parts: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const key = random.fill(new Uint8Array(32));
  const { wrapped, masterKeyId } = await masterKeys.wrap(key);
  const createdAtMs = time.nowMs();
  for (const [name, bytes] of Object.entries(parts)) {
    const blobKey = `${sessionId}/${name}`;
    await blobs.put(blobKey, sealBytes({ key, bytes, boundTo: ['part', sessionId, name], random }));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = { sessionId, name, sha256, bytes: bytes.length, blobKey, storedAtMs: createdAtMs };
    await store.transaction((tx) => tx.parts.put(row));
  }
  await store.transaction(async ({ dataKeys, sessions }) => {
    await dataKeys.insert({ id: `key-${sessionId}`, wrapped, masterKeyId, createdAtMs });
    await sessions.update(sessionId, { dataKeyId: `key-${sessionId}` });
  });
}
