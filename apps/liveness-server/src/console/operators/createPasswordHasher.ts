import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from './PasswordHasher.js';

/** What one hash costs. */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * RFC 9106, section 4, second recommended option (64 MiB, 3 passes, 4 lanes); above the minimum of the OWASP Password
 * Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
 *
 * ref: https://www.rfc-editor.org/rfc/rfc9106#section-4
 */
export const PASSWORD_COST: PasswordCost = { memoryKib: 65_536, passes: 3, lanes: 4 };

/** Tag length of the same recommendation, bytes. */
const TAG_BYTES = 32;

/**
 * Argon2id (what the library makes unless told otherwise; tested), with a fresh salt for each hash. The cost stands in the hash, so that an older one is still verified after the
 * cost was raised.
 *
 * @param cost
 * @default cost {@link PASSWORD_COST}
 * @example const stored = await createPasswordHasher().hash(password);
 */
export function createPasswordHasher(cost: PasswordCost = PASSWORD_COST): PasswordHasher {
  // The password in one form of Unicode: the same keys give other bytes on another system.
  const bytesOf = (password: string): string => password.normalize('NFKC');
  return {
    hash: (password) =>
      hash(bytesOf(password), {
        memoryCost: cost.memoryKib,
        timeCost: cost.passes,
        parallelism: cost.lanes,
        outputLen: TAG_BYTES,
      }),
    verify: async (stored, password) => {
      try {
        return await verify(stored, bytesOf(password));
      } catch {
        return false;
      }
    },
  };
}
