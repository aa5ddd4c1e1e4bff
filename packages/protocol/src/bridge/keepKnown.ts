import { KindGuard, type TRecord, type TSchema } from '@sinclair/typebox';

/**
 * A value built anew from the fields that its schema names, in the schema's order. Everything else is left behind: fields that are
 * not known, names that every object has already (`constructor`, `toString`), and a `__proto__` at every level. A value of another
 * kind than its schema's comes back as it is, for the schema to refuse.
 *
 * The schema library's own `Clean` asks `key in properties`, which is true of `__proto__` and `constructor`: it keeps them.
 *
 * @example keepKnown(Type.Object({ on: Type.Boolean() }), JSON.parse('{"on":true,"__proto__":{}}')) // { on: true }
 */
export function keepKnown(schema: TSchema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return KindGuard.IsArray(schema) ? list.map((one) => keepKnown(schema.items, one)) : list;
  }
  if (KindGuard.IsObject(schema)) return keepProperties(schema.properties, value);
  if (KindGuard.IsRecord(schema)) return keepEntries(schema, value);
  return value;
}

function keepProperties(properties: Readonly<Record<string, TSchema>>, value: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(properties)) {
    if (hasOwn(value, key)) kept[key] = keepKnown(schema, (value as Record<string, unknown>)[key]);
  }
  return kept;
}

/** Of a map: the names that fit its pattern. */
function keepEntries({ patternProperties }: TRecord, value: object): object {
  const kept: Record<string, unknown> = {};
  for (const [pattern, schema] of Object.entries(patternProperties)) {
    const fits = new RegExp(pattern);
    for (const [key, one] of Object.entries(value)) {
      if (fits.test(key) && !(key in Object.prototype)) kept[key] = keepKnown(schema, one);
    }
  }
  return kept;
}

const hasOwn = (value: object, key: string): boolean => Object.prototype.hasOwnProperty.call(value, key);
