import type { Definition, PropertyDefinition } from './Definition.js';

type Raw = Readonly<Record<string, unknown>>;

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached'];
const asRaw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

function propertyOf(raw: unknown): PropertyDefinition {
  const nameOf = (type: unknown): string => (typeof type === 'function' ? type.name : 'null');
  if (typeof raw === 'function' || raw === null) return { type: nameOf(raw) };
  const { type, value, observer } = asRaw(raw);
  return { type: nameOf(type), value, observer };
}

/** `Page(raw)` in the one form: every function is a method. */
export function readPageDefinition(raw: Raw): Definition {
  const entries = Object.entries(raw).filter(([name]) => name !== 'data');
  return {
    kind: 'page',
    data: asRaw(raw['data']),
    properties: {},
    methods: Object.fromEntries(entries.filter(([, value]) => typeof value === 'function')),
    lifetimes: {},
    pageLifetimes: {},
    observers: [],
    options: asRaw(raw['options']),
    others: Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function')),
  };
}

/** `Component(raw)` in the one form, what its behaviors say included. */
export function readComponentDefinition(raw: Raw): Definition {
  const parts: Raw[] = [];
  const gather = (part: Raw): void => {
    for (const behavior of (part['behaviors'] as readonly unknown[] | undefined) ?? [])
      gather(asRaw(behavior));
    parts.push(part);
  };
  gather(raw);
  const merged = (field: string): Raw => Object.assign({}, ...parts.map((part) => asRaw(part[field]))) as Raw;
  const lists = (field: string, names: readonly string[], besides: boolean): Record<string, unknown[]> =>
    Object.fromEntries(
      names.map((name) => {
        const of = (part: Raw): unknown => asRaw(part[field])[name] ?? (besides ? part[name] : undefined);
        return [name, parts.map(of).filter((work) => typeof work === 'function')];
      }),
    );
  const properties = Object.entries(merged('properties')).map(
    ([name, one]) => [name, propertyOf(one)] as const,
  );
  const observers = parts.flatMap((part) =>
    Object.entries(asRaw(part['observers'])).map(([fields, run]) => ({
      fields: fields.split(',').map((field) => field.trim().replace(/[.[].*$/, '')),
      run,
    })),
  );
  return {
    kind: 'component',
    data: merged('data'),
    properties: Object.fromEntries(properties),
    methods: merged('methods'),
    lifetimes: lists('lifetimes', LIFETIMES, true),
    pageLifetimes: lists('pageLifetimes', ['show', 'hide'], false),
    observers,
    options: asRaw(raw['options']),
    others: {},
  };
}
