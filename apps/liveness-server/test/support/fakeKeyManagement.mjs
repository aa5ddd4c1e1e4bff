import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Keys that never leave this file, as they would never leave an HSM. */
const KEYS = new Map([
  ['hsm-2025', randomBytes(32)],
  ['hsm-2026', randomBytes(32)],
]);
/** What a test does to the service. */
const state = { currentId: 'hsm-2025', mode: 'works' };

/** @param {{currentId?: string, mode?: 'works' | 'down' | 'talks-nonsense'}} changes */
export function setKeyManagement(changes) {
  Object.assign(state, changes);
}

/** A service with two keys, in memory: it stands in for an operator's own. */
export async function openKeyManagement() {
  const { currentId } = state;
  const answer = () => {
    if (state.mode === 'down') throw new TypeError('connect ECONNREFUSED');
    return state.mode === 'talks-nonsense';
  };
  return {
    currentId,
    /** @param {Uint8Array} dataKey */
    async wrap(dataKey) {
      if (answer()) return 'wrapped';
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', KEYS.get(currentId), nonce);
      return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    },
    /**
     * @param {Uint8Array} wrapped
     * @param {string} keyId
     */
    async unwrap(wrapped, keyId) {
      if (answer()) return new Uint8Array(31);
      const key = KEYS.get(keyId);
      if (key === undefined) return 'unknown-key';
      if (wrapped.length < NONCE_BYTES + TAG_BYTES) return 'altered';
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
      try {
        const body = wrapped.subarray(NONCE_BYTES, -TAG_BYTES);
        return Uint8Array.from(Buffer.concat([decipher.update(body), decipher.final()]));
      } catch {
        return 'altered';
      }
    },
  };
}
