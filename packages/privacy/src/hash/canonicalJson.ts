/**
 * JSON with the keys of each object in the order of their UTF-16 code units and no white space, so that one value has one text (the order and
 * the form of RFC 8785; strings and numbers are written as ECMAScript writes them, which is what it asks for).
 *
 * @param value plain data; members that are `undefined` are left out
 * @example canonicalJson({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
