import { KindGuard, Type, type TSchema } from '@sinclair/typebox';
import { describe, expect, it } from '@jest/globals';
import { BridgeEnvelopeSchema } from './BridgeEnvelope.js';
import { BRIDGE_MESSAGES } from './bridgeMessages.js';
import { keepKnown } from './keepKnown.js';

const Schema = Type.Object({
  on: Type.Boolean(),
  inner: Type.Optional(Type.Object({ x: Type.Number() })),
  list: Type.Optional(Type.Array(Type.Object({ y: Type.Number() }))),
  map: Type.Optional(Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,20}$' }), Type.Number())),
});

describe('keepKnown', () => {
  it('keeps what the schema names, at every level, in its order, and leaves the value alone', () => {
    const value = {
      later: 1,
      list: [{ y: 1, later: 2 }],
      inner: { later: 3, x: 4 },
      map: { one: 1, 'not a name': 2, Two: 3 },
      on: true,
    };
    const before = JSON.stringify(value);
    expect(JSON.stringify(keepKnown(Schema, value))).toBe(
      '{"on":true,"inner":{"x":4},"list":[{"y":1}],"map":{"one":1,"Two":3}}',
    );
    expect(JSON.stringify(value)).toBe(before);
  });

  it('lets no name through that every object has, and changes no prototype', () => {
    // The attacker names what every object inherits, so that a copy of the message takes it over.
    const poison =
      '"__proto__":{"on":false,"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"valueOf":1';
    const value: unknown = JSON.parse(
      `{"on":true,${poison},"inner":{"x":1,${poison}},"list":[{"y":2,${poison}}],"map":{"a":3,${poison}}}`,
    );
    const kept = keepKnown(Schema, value) as { inner: object; list: object[]; map: object };
    expect(JSON.stringify(kept)).toBe('{"on":true,"inner":{"x":1},"list":[{"y":2}],"map":{"a":3}}');
    for (const one of [kept, kept.inner, kept.list[0] ?? {}, kept.map]) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(Object.getOwnPropertyNames(one)).not.toContain('__proto__');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('takes nothing from a prototype', () => {
    expect(keepKnown(Schema, Object.create({ on: true }))).toEqual({});
  });

  it.each([null, 'text', 5, true, [1], [[]]])('gives %j back as it is, for the schema to refuse', (value) => {
    expect(keepKnown(Schema, value)).toEqual(value);
    expect(keepKnown(Type.String(), value)).toEqual(value);
  });
});

describe('the schemas of the bridge', () => {
  const all: [string, TSchema][] = [
    ['envelope', BridgeEnvelopeSchema],
    ...Object.entries(BRIDGE_MESSAGES).flatMap(([name, entry]): [string, TSchema][] => [
      [name, entry.payload],
      ...('reply' in entry ? ([[`${name} reply`, entry.reply]] as [string, TSchema][]) : []),
    ]),
  ];

  it.each(all)('of %s is made of what keepKnown follows: no object hides in a union', (_name, schema) => {
    const unfollowed: string[] = [];
    const visit = (one: TSchema, path: string): void => {
      if (KindGuard.IsObject(one))
        for (const [key, inner] of Object.entries(one.properties)) visit(inner, `${path}.${key}`);
      else if (KindGuard.IsArray(one)) visit(one.items, `${path}[]`);
      else if (KindGuard.IsRecord(one))
        for (const inner of Object.values(one.patternProperties)) visit(inner, `${path}{}`);
      else if (KindGuard.IsUnion(one)) for (const inner of one.anyOf) plain(inner, path);
      else plain(one, path);
    };
    const plain = (one: TSchema, path: string): void => {
      const isPlain =
        KindGuard.IsString(one) ||
        KindGuard.IsNumber(one) ||
        KindGuard.IsInteger(one) ||
        KindGuard.IsBoolean(one) ||
        KindGuard.IsLiteral(one) ||
        KindGuard.IsNull(one) ||
        (KindGuard.IsUnknown(one) && path === '.payload');
      if (!isPlain) unfollowed.push(path);
    };
    visit(schema, '');
    expect(unfollowed).toEqual([]);
  });

  it.each(all)('of %s has a bound for every text, list, map and number', (_name, schema) => {
    const unbounded: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const one = value as Record<string, unknown>;
      if (one['type'] === 'string' && one['const'] === undefined) {
        const pattern = one['pattern'];
        const isBounded = typeof pattern === 'string' && pattern.endsWith('$') && !/[*+]/.test(pattern);
        if (one['maxLength'] === undefined && !isBounded) unbounded.push(path);
      }
      if (one['type'] === 'array' && one['maxItems'] === undefined) unbounded.push(path);
      if (one['patternProperties'] !== undefined && one['maxProperties'] === undefined) unbounded.push(path);
      // A developer's fact may be any number; nothing is computed from it.
      const isFact = path.includes('.facts.');
      if (/^(number|integer)$/.test(String(one['type'])) && one['const'] === undefined && !isFact) {
        if (one['minimum'] === undefined || one['maximum'] === undefined) unbounded.push(path);
      }
      for (const [key, inner] of Object.entries(one)) visit(inner, `${path}.${key}`);
    };
    visit(schema, '');
    expect(unbounded).toEqual([]);
  });
});
