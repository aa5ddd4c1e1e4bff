import { isHuotiError } from '@huoti/protocol';
import { createFolderBlobStore } from '../../../src/blobs/createFolderBlobStore.js';

// Writes one blob that fits and one that the disk has no room for, and says how each went.
const [folder = '', small = '0', large = '0'] = process.argv.slice(2);
const blobs = await createFolderBlobStore({ folder });
for (const [key, length] of [
  ['small', Number(small)],
  ['large', Number(large)],
] as const) {
  const outcome = await blobs.put(key.padEnd(22, '_'), new Uint8Array(length).fill(7)).then(
    () => 'ok',
    (error: unknown) => (isHuotiError(error) ? `${error.code} ${String(error.retryable)}` : String(error)),
  );
  process.stdout.write(`${key} ${outcome}\n`);
}
