import { types } from 'node:util';
import type { Realm } from '../realm/Realm.js';

/**
 * A message as another realm receives it: objects, lists, plain values and buffers are copied, and what cannot be is left out. No
 * object is shared.
 */
export function copyInto(realm: Realm, message: unknown): unknown {
  return realm.expose(plainCopy(message));
}

function plainCopy(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value).slice().buffer;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice().buffer;
  }
  if (Array.isArray(value)) return value.map(plainCopy);
  const entries = Object.entries(value as object).map(([name, item]) => [name, plainCopy(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
