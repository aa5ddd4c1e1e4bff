import { readFileSync } from 'node:fs';
import { HuotiError } from '@huoti/protocol';
import type { JWK } from 'jose';

/**
 * The private keys of a JWKS file, the one that signs first.
 *
 * @throws HuotiError INVALID_ARGUMENT where the file is missing or is none; nothing of what it holds is repeated
 */
export function readSigningKeys(path: string): readonly JWK[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path} can't be read as a JWKS; huoti-server signing-key create makes one`,
    );
  }
  const isSet =
    typeof content === 'object' && content !== null && 'keys' in content && Array.isArray(content.keys);
  if (!isSet) throw new HuotiError('INVALID_ARGUMENT', `${path} must hold {"keys": [...]}`);
  const { keys } = content as { keys: readonly unknown[] };
  return keys.map((key) => {
    if (typeof key !== 'object' || key === null)
      throw new HuotiError('INVALID_ARGUMENT', `${path} holds no keys`);
    return key as JWK;
  });
}
