import { HuotiError } from '@huoti/protocol';

/** Master keys by name, and the one that wraps. */
export interface MasterKeyList {
  readonly keys: Readonly<Record<string, Uint8Array>>;
  readonly currentId: string;
}

/** AES-256. */
export const MASTER_KEY_BYTES = 32;
const ENTRY = /^([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]{43}=)$/;

const refuse = (where: string, what: string): never => {
  // Never the entry itself: it is a key, or nearly one.
  throw new HuotiError('INVALID_ARGUMENT', `${where}: ${what}`);
};

/**
 * Reads `name:base64` entries of 32 bytes, one a line or separated by blanks; what follows a `#` is a comment. The last one is the
 * current one, so that rotation only adds.
 *
 * @param where what is said of the place when it is refused
 * @throws HuotiError INVALID_ARGUMENT for no entry, a malformed one, or a name that comes twice
 */
export function parseMasterKeys(text: string, where: string): MasterKeyList {
  const entries = text
    .split('\n')
    .flatMap((line) => (line.split('#')[0] ?? '').split(/\s+/))
    .filter((entry) => entry !== '');
  const keys: Record<string, Uint8Array> = {};
  let currentId = '';
  for (const [at, entry] of entries.entries()) {
    const place = `entry ${String(at + 1)} of ${String(entries.length)}`;
    const [, id, base64] = ENTRY.exec(entry) ?? refuse(where, `${place} is not name:base64 of 32 bytes`);
    if (id === undefined || base64 === undefined) return refuse(where, `${place} is empty`);
    if (Object.hasOwn(keys, id)) refuse(where, `the name ${id} comes twice`);
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
    if (bytes.length !== MASTER_KEY_BYTES)
      refuse(where, `${place} has ${String(bytes.length)} bytes, not 32`);
    keys[id] = bytes;
    currentId = id;
  }
  return currentId === '' ? refuse(where, 'there is no key in it') : { keys, currentId };
}

/** One entry as {@link parseMasterKeys} reads it. */
export function formatMasterKey(id: string, key: Uint8Array): string {
  return `${id}:${Buffer.from(key).toString('base64')}`;
}
