import { createECDH } from 'node:crypto';
import { HuotiError } from '@huoti/protocol';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { ServerContext } from '../../context/ServerContext.js';
import { createDataKey } from '../../sealing/createDataKey.js';

/** The key of the whole service. It lies in the store, wrapped like every data key, and moves with a rotation of the master key. */
const PORTABLE_KEY_ID = 'portable-key';
/** One in 2^32 of all 32 bytes is no scalar of P-256. */
const TRIES = 4;

/** Both halves of the key that documents are sealed to for this service. */
export interface PortableKey {
  readonly secret: JWK;
  /** With `kid`, `alg` and `use`: what other operators are given. */
  readonly open: JWK & { readonly kid: string };
}

function halves(scalar: Uint8Array): { readonly x: string; readonly y: string; readonly d: string } | null {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(scalar);
  } catch {
    return null;
  }
  // 0x04, then x and y of 32 bytes each: SEC 1, 2.3.3.
  const point = pair.getPublicKey();
  return {
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: Buffer.from(scalar).toString('base64url'),
  };
}

/**
 * The key that people's documents are encrypted to when they come to this operator; made at its first use.
 *
 * @throws HuotiError BUSY, HOST_ERROR where the store or the master key is at fault
 * @example const { open } = await portableKey(context); // for the operator that the person leaves
 */
export async function portableKey(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
): Promise<PortableKey> {
  const { store, masterKeys } = context;
  for (let left = TRIES; left > 0; left -= 1) {
    let row = await store.transaction((tx) => tx.dataKeys.get(PORTABLE_KEY_ID));
    if (row === null) {
      const made = await createDataKey(context, { id: PORTABLE_KEY_ID });
      if (halves(made.key) === null) continue;
      row = await store.transaction(async (tx) => {
        // Of two processes at once, the first one's stands.
        await tx.attempts.lock([PORTABLE_KEY_ID]);
        const there = await tx.dataKeys.get(PORTABLE_KEY_ID);
        if (there === null) await tx.dataKeys.insert(made.row);
        return there ?? made.row;
      });
    }
    const found = halves(await masterKeys.unwrap(row.wrapped, row.masterKeyId));
    if (found === null) break;
    const { x, y, d } = found;
    const half = { kty: 'EC', crv: 'P-256', x, y };
    const kid = await calculateJwkThumbprint(half);
    return { secret: { ...half, d }, open: { ...half, kid, alg: 'ECDH-ES', use: 'enc' } };
  }
  throw new HuotiError('HOST_ERROR', 'the key for portable documents can not be read');
}
