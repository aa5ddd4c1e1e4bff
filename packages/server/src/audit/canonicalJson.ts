/** What can stand in an audit entry. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * JSON of which there is one text only: names in the order of their UTF-16 units, no blanks, strings and numbers as JSON.stringify has
 * them. That is RFC 8785. A database may give the names of an object back in another order than they went in, so plain JSON won't do.
 *
 * @example canonicalJson({ b: 1, a: [null] }) // '{"a":[null],"b":1}'
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

// Array.isArray does not narrow a readonly list.
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
