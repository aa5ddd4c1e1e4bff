import { KindGuard, type TSchema } from '@sinclair/typebox';
import { Check } from '@sinclair/typebox/value';
import { BridgeEnvelopeSchema } from '../../src/bridge/BridgeEnvelope.js';
import type { BridgeMessage } from '../../src/bridge/BridgeMessage.js';
import { BRIDGE_MESSAGES } from '../../src/bridge/bridgeMessages.js';

/** Fields of every message, and those of each kind besides. */
const HEAD = ['version', 'session', 'id', 'timeMs', 'kind', 'name'];
const REST: Readonly<Record<BridgeMessage['kind'], readonly string[]>> = {
  request: ['payload'],
  reply: ['replyTo', 'payload', 'error'],
  event: ['payload'],
  cancel: ['replyTo'],
  frame: ['payload'],
};

/**
 * What is in a message that was read and should not be: paths of fields that no schema names, of values out of their bounds, and of
 * objects with a prototype of their own. Written apart from the reader, to judge it.
 */
export function unknownIn(message: BridgeMessage): string[] {
  const found: string[] = [];
  const known = [...HEAD, ...REST[message.kind], 'token'];
  for (const key of Reflect.ownKeys(message)) if (!known.includes(String(key))) found.push(String(key));
  for (const key of HEAD) if (!(key in message)) found.push(`${key} is missing`);
  const visit = (schema: TSchema, value: unknown, path: string): void => {
    if (!Check(schema, value)) found.push(`${path} is wrong`);
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    if (Object.getPrototypeOf(value) !== (isList ? Array.prototype : Object.prototype))
      found.push(`prototype of ${path}`);
    for (const [key, one] of Object.entries(value)) {
      const inner = isList ? itemOf(schema) : memberOf(schema, key);
      if (inner === null) found.push(`${path}.${key}`);
      else visit(inner, one, `${path}.${key}`);
    }
    if (Object.getOwnPropertyNames(value).includes('__proto__')) found.push(`${path}.__proto__`);
  };
  const entry = BRIDGE_MESSAGES[message.name];
  if (message.kind === 'cancel') return found;
  if (message.kind === 'reply' && message.error !== undefined)
    visit(BridgeEnvelopeSchema.properties.error, message.error, 'error');
  else if (message.kind === 'reply' && 'reply' in entry) visit(entry.reply, message.payload, 'payload');
  else visit(entry.payload, message.payload, 'payload');
  return found;
}

const itemOf = (schema: TSchema): TSchema | null => (KindGuard.IsArray(schema) ? schema.items : null);

function memberOf(schema: TSchema, key: string): TSchema | null {
  if (KindGuard.IsObject(schema)) {
    const { properties } = schema;
    return Object.keys(properties).includes(key) ? (properties[key] ?? null) : null;
  }
  if (!KindGuard.IsRecord(schema)) return null;
  const [[pattern, inner] = ['', null]] = Object.entries(schema.patternProperties);
  const isInherited = key in Object.prototype;
  return inner !== null && new RegExp(pattern).test(key) && !isInherited ? inner : null;
}
